/**
 * What may be done to a case now, and what then has happened: total over the table of acts. The stage is judged by the
 * table first; each act has its own rule after that. Refuses by name and never throws for what people send.
 */
import { CASE_ACTS } from '../../contract/case-acts.ts';
import type { CaseActBody, CaseActName } from '../../contract/case-acts.ts';
import type { Stage } from '../../contract/case-parts.ts';
import type { CaseState } from '../../contract/case-state.ts';
import { no } from './answers.ts';
import { BRIEF_RULES, OPENINGS } from './decide-brief.ts';
import { CALL_RULES } from './decide-call.ts';
import { DEVICE_RULES } from './decide-device.ts';
import { END_RULES } from './decide-end.ts';
import { HOLD_RULES } from './decide-hold.ts';
import { mergeInto } from './decide-merge.ts';
import { MESSAGE_RULES } from './decide-message.ts';
import { TRANSFER_RULES } from './decide-transfer.ts';
import type { Decide, Decision, Given } from './decision.ts';

type OpeningName = keyof typeof OPENINGS;
type Rules = { readonly [Name in CaseActName]: (state: CaseState | null, body: CaseActBody<Name>, given: Given) => Decision };
type Standing = { readonly [Name in Exclude<CaseActName, OpeningName>]: (state: CaseState, body: CaseActBody<Name>, given: Given) => Decision };

const STANDING: Standing = { ...BRIEF_RULES, ...DEVICE_RULES, ...HOLD_RULES, ...TRANSFER_RULES, ...END_RULES, ...CALL_RULES, ...MESSAGE_RULES, 'merge-into': mergeInto };

const isIn = (stages: readonly Stage[], stage: Stage): boolean => stages.includes(stage);

export const decide: Decide = (name, state, body, given) => {
  const { stages } = CASE_ACTS[name];
  if (stages === 'new') {
    return state === null ? openingOf(name)(body, given) : no('not-in-this-stage', null, { stage: state.stage });
  }
  if (state === null) return no('no-such-case');
  return isIn(stages, state.stage) ? standingOf(name)(state, body, given) : no('not-in-this-stage', null, { stage: state.stage });
};

/** The tables have for each name the rule of that name; that the row says `new` tells which of the two. */
const openingOf = <Name extends CaseActName>(name: Name) => (OPENINGS as unknown as { readonly [Key in Name]: (body: CaseActBody<Key>, given: Given) => Decision })[name];
const standingOf = <Name extends CaseActName>(name: Name) => (STANDING as unknown as Rules)[name];
