/** What is told of a case before and around the arrival: the brief, who took it, who owns it, the irreplaceable flag. */
import type { CaseEventBody } from '../../contract/case-events.ts';
import type { BriefPart } from '../../contract/case-parts.ts';
import { BRIEF_PARTS } from '../../contract/case-parts.ts';
import type { CaseState } from '../../contract/case-state.ts';
import type { HappenedOf } from './decision.ts';
import { endErases, withRows } from './fold-device.ts';
import { assertThat } from './invariant.ts';

/** Which parts of a brief an amendment is about. */
export function partsOf({ irreplaceable, expectedAtIso, rescue, rows }: CaseEventBody<'brief-amended'>): readonly BriefPart[] {
  const changed: Readonly<Record<BriefPart, boolean>> = {
    story: rows.story !== undefined, contact: rows.contact !== undefined, visit: expectedAtIso !== undefined, rescue: Object.keys(rescue ?? {}).length > 0, irreplaceable: irreplaceable === true,
  };
  return BRIEF_PARTS.filter((part) => changed[part]);
}

/** Whoever took it and changes it knows it; everybody else's change is to be read. */
function amendedBy(state: CaseState, { body, actor, atIso }: HappenedOf<'brief-amended'>): CaseState['amended'] {
  const what = BRIEF_PARTS.filter((part) => partsOf(body).includes(part) || state.amended?.what.includes(part) === true);
  return what.length === 0 || actor.name === state.acknowledged?.by ? state.amended : { atIso, by: actor.name, what };
}

export const foldBrief = {
  'brief-amended': (state: CaseState, event: HappenedOf<'brief-amended'>): CaseState => {
    const { body } = event;
    const amended = {
      ...state, amended: amendedBy(state, event), irreplaceable: state.irreplaceable || body.irreplaceable === true, expectedAtIso: body.expectedAtIso === undefined ? state.expectedAtIso : body.expectedAtIso,
      language: body.language ?? state.language, rescue: { ...state.rescue, ...body.rescue }, rows: withRows(state.rows, body.rows),
    };
    return body.irreplaceable === true ? endErases(amended, null) : amended;
  },
  'brief-acknowledged': (state: CaseState, { body, actor, atIso }: HappenedOf<'brief-acknowledged'>): CaseState => {
    assertThat(state.acknowledged === null || state.amended !== null, 'its brief was taken twice');
    return { ...state, amended: null, stage: state.stage === 'announced' ? 'expected' : state.stage, acknowledged: { by: actor.name, atIso, storyRead: body.storyRead } };
  },
  'owner-named': (state: CaseState, { body, atIso }: HappenedOf<'owner-named'>): CaseState => 
    // Named once more, nobody new looks at it: no time is bought by that.
    ({ ...state, owner: body.owner, ownerSinceIso: state.owner?.id === body.owner.id ? state.ownerSinceIso : atIso }),
  'customer-arrived': (state: CaseState, { atIso }: HappenedOf<'customer-arrived'>): CaseState => ({ ...state, stage: 'open', arrivedAtIso: atIso }),
  'no-show-recorded': (state: CaseState): CaseState => {
    assertThat(state.stage === 'announced' || state.stage === 'expected', 'nobody came although somebody was here');
    return { ...state, stage: 'no-show' };
  },
  'irreplaceable-set': (state: CaseState, { body }: HappenedOf<'irreplaceable-set'>): CaseState => {
    assertThat(body.irreplaceable || body.second !== null, 'its irreplaceable flag was lifted by one person');
    return endErases({ ...state, irreplaceable: body.irreplaceable }, null);
  },
  noted: (state: CaseState): CaseState => state,
} as const;
