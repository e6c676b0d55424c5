/**
 * The lives of a case, a hold, a handover and a device as a paper with diagrams, drawn from what was seen to happen. Whoever
 * explores the rules hands in every case before and after; nothing in here knows what is allowed.
 */
import { CASE_ACTS } from '../../contract/case-acts.ts';
import type { CaseActName } from '../../contract/case-acts.ts';
import { HOLD_STATES, PLACES, STAGES, TRANSFER_STATES } from '../../contract/case-parts.ts';
import type { HoldState, Place, Stage, TransferState } from '../../contract/case-parts.ts';
import type { CaseState } from '../../contract/case-state.ts';
import { RIGHTS } from '../../contract/rights.ts';
import { casePartsEnglish } from '../../contract/words-of-case-parts.ts';

/** What moved it: an act of a person, or a bench that stopped. */
export type Mover = CaseActName | 'stop';
export const LIVES = ['case', 'hold', 'handover', 'device'] as const;
export type Life = (typeof LIVES)[number];

export interface Seen {
  readonly life: Life;
  /** Null: it begins. */
  readonly from: string | null;
  readonly by: Mover;
  readonly to: string;
}

function changes<Item extends { readonly id: string }>(life: Life, by: Mover, before: readonly Item[], after: readonly Item[], stateOf: (item: Item) => string): Seen[] {
  return after.flatMap((item) => {
    const was = before.find(({ id }) => id === item.id);
    const from = was === undefined ? null : stateOf(was);
    return from === stateOf(item) ? [] : [{ life, from, by, to: stateOf(item) }];
  });
}

/** A merge moves what it brings over as it is: nothing of that begins there. */
export function seenBetween(before: CaseState | null, after: CaseState, by: Mover): Seen[] {
  const stage: Seen[] = before?.stage === after.stage ? [] : [{ life: 'case', from: before?.stage ?? null, by, to: after.stage }];
  return [
    ...stage, ...changes('hold', by, before?.holds ?? [], after.holds, ({ state }) => state), ...changes('handover', by, before?.transfers ?? [], after.transfers, ({ state }) => state),
    ...changes('device', by, before?.devices ?? [], after.devices, ({ place }) => place),
  ];
}

interface Drawing {
  readonly title: string;
  readonly says: string;
  readonly order: readonly string[];
  readonly nameOf: (state: string) => string;
}

const named = <Key extends string>(words: Readonly<Record<Key, string>>, keys: readonly Key[]) => (state: string): string => {
  const key = keys.find((one) => one === state);
  return key === undefined ? state : words[key];
};

const DRAWINGS: Readonly<Record<Life, Drawing>> = {
  case: {
    title: 'The case', order: STAGES, nameOf: named<Stage>(casePartsEnglish.stages, STAGES),
    says: 'A brief begins a case before anybody is here. Who walks in without one, or a bench that stops a phone nobody knew of, begins an open one.',
  },
  hold: {
    title: 'A hold', order: HOLD_STATES, nameOf: named<HoldState>(casePartsEnglish.holdStates, HOLD_STATES),
    says: 'Every hold that is not released binds every bench, also before a manager has said anything. A released one stays released; only a new one holds again.',
  },
  handover: {
    title: 'A handover', order: TRANSFER_STATES, nameOf: named<TransferState>(casePartsEnglish.transferStates, TRANSFER_STATES),
    says: 'One side gives, the other takes, both sign. Between the two a phone is on the way. What was recalled is with the giver again.',
  },
  device: {
    title: 'Where a device is', order: PLACES, nameOf: named<Place>(casePartsEnglish.places, PLACES),
    says: 'A device moves only by a handover, but for one that a bench stopped before anybody received it, and one that nobody fetched.',
  },
};

const saysOf = (by: Mover): string => (by === 'stop' ? 'A bench stops a restore of it' : CASE_ACTS[by].says);
const whoOf = (by: Mover): string => (by === 'stop' ? 'the bench itself' : RIGHTS[CASE_ACTS[by].action].who.join(', '));
const idOf = (state: string): string => state.replaceAll('-', '_');

const byOrder = (order: readonly string[]) => (left: Seen, right: Seen): number =>
  order.indexOf(left.from ?? '') - order.indexOf(right.from ?? '') || order.indexOf(left.to) - order.indexOf(right.to) || (left.by < right.by ? -1 : Number(left.by > right.by));

function draw(life: Life, seen: readonly Seen[]): string[] {
  const { title, says, order, nameOf } = DRAWINGS[life];
  const moves = seen.filter((one) => one.life === life).toSorted(byOrder(order)).filter((one, at, all) => at === 0 || byOrder(order)(one, all[at - 1] ?? one) !== 0);
  const states = order.filter((state) => moves.some(({ from, to }) => from === state || to === state));
  const arrows = new Map<string, string[]>();
  for (const { from, by, to } of moves) {
    const arrow = `${from === null ? '[*]' : idOf(from)} --> ${idOf(to)}`;
    arrows.set(arrow, [...arrows.get(arrow) ?? [], by]);
  }
  return [
    `## ${title}`, '', says, '', '```mermaid', 'stateDiagram-v2', ...states.map((state) => `  state "${nameOf(state)}" as ${idOf(state)}`),
    ...[...arrows].map(([arrow, by]) => `  ${arrow}: ${by.join(', ')}`), '```', '', '| from | what is done | to | by whom |', '|---|---|---|---|',
    ...moves.map(({ from, by, to }) => `| ${from === null ? 'the beginning' : nameOf(from)} | \`${by}\`: ${saysOf(by)} | ${nameOf(to)} | ${whoOf(by)} |`), '',
  ];
}

/** The whole paper, the same for the same moves in whatever order they were seen. */
export const drawLives = (seen: readonly Seen[]): string => [
  '# The life of a case', '',
  'Which states there are, what leads from one to the next, and who may do it. This page is drawn by trying every act in every state that the',
  'rules can reach; nobody writes it by hand. What else must be true for an act is said by its refusal, in words, where it is tried.', '',
  ...LIVES.flatMap((life) => draw(life, seen)),
].join('\n');
