/** What is told of a case before and around the arrival: the brief, who took it, who owns it, the irreplaceable flag. */
import type { CaseState } from '../../contract/case-state.ts';
import type { HappenedOf } from './decision.ts';
import { endErases, withRows } from './fold-device.ts';
import { assertThat } from './invariant.ts';

export const foldBrief = {
  'brief-amended': (state: CaseState, { body }: HappenedOf<'brief-amended'>): CaseState => {
    const amended = {
      ...state, irreplaceable: state.irreplaceable || body.irreplaceable === true, expectedAtIso: body.expectedAtIso === undefined ? state.expectedAtIso : body.expectedAtIso,
      language: body.language ?? state.language, rescue: { ...state.rescue, ...body.rescue }, rows: withRows(state.rows, body.rows),
    };
    return body.irreplaceable === true ? endErases(amended, null) : amended;
  },
  'brief-acknowledged': (state: CaseState, { body, actor, atIso }: HappenedOf<'brief-acknowledged'>): CaseState => {
    assertThat(state.acknowledged === null, 'its brief was taken twice');
    return { ...state, stage: state.stage === 'announced' ? 'expected' : state.stage, acknowledged: { by: actor.name, atIso, storyRead: body.storyRead } };
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
