/**
 * The lives of a case, a hold, a handover and a device as a paper with diagrams, drawn from what was seen to happen. Whoever
 * explores the rules hands in every case before and after; nothing in here knows what is allowed.
 */
import { CASE_ACTS } from '../../contract/case-acts.ts';
import type { CaseActName } from '../../contract/case-acts.ts';
import { HOLD_STATES, PLACES, STAGES, TRANSFER_STATES } from '../../contract/case-parts.ts';
import type { CaseState } from '../../contract/case-state.ts';
import { livesSpanish } from '../../contract/es/words-of-lives.ts';
import { livesFinnish } from '../../contract/fi/words-of-lives.ts';
import type { Language } from '../../contract/languages.ts';
import { RIGHTS } from '../../contract/rights.ts';
import { LIVES, livesEnglish, MOVERS } from '../../contract/words-of-lives.ts';
import type { Doer, Life, LivesWords } from '../../contract/words-of-lives.ts';

/** What moved it: an act of a person, or a bench that stopped. */
export type Mover = CaseActName | 'stop';

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

/** In the order of its table, each named by the words of one language. */
const drawingOf = ({ parts }: LivesWords): Readonly<Record<Life, { readonly order: readonly string[]; readonly names: Readonly<Record<string, string>> }>> => ({
  case: { order: STAGES, names: parts.stages }, hold: { order: HOLD_STATES, names: parts.holdStates }, handover: { order: TRANSFER_STATES, names: parts.transferStates }, device: { order: PLACES, names: parts.places },
});

const WORDS: Readonly<Record<Language, LivesWords>> = { en: livesEnglish, es: livesSpanish, fi: livesFinnish };
const DOERS: readonly Doer[] = ['support', 'technician', 'manager'];

function saysOf(by: Mover, { acts }: LivesWords): string {
  if (by === 'stop') return acts.stop;
  const known = MOVERS.find((one) => one === by);
  if (known === undefined) throw new Error(`${by} moves something and has no word in the tables of the lives`);
  return acts[known];
}

function whoOf(by: Mover, { doers }: LivesWords): string {
  if (by === 'stop') return doers.bench;
  return RIGHTS[CASE_ACTS[by].action].who.map((holder) => {
    const doer = DOERS.find((one) => one === holder);
    return doer === undefined ? holder : doers[doer];
  }).join(', ');
}

const idOf = (state: string): string => state.replaceAll('-', '_');

const byOrder = (order: readonly string[]) => (left: Seen, right: Seen): number =>
  order.indexOf(left.from ?? '') - order.indexOf(right.from ?? '') || order.indexOf(left.to) - order.indexOf(right.to) || (left.by < right.by ? -1 : Number(left.by > right.by));

function draw(life: Life, seen: readonly Seen[], words: LivesWords): string[] {
  const { order, names } = drawingOf(words)[life];
  const { title, says } = words.lives[life];
  const nameOf = (state: string): string => names[state] ?? state;
  const moves = seen.filter((one) => one.life === life).toSorted(byOrder(order)).filter((one, at, all) => at === 0 || byOrder(order)(one, all[at - 1] ?? one) !== 0);
  const states = order.filter((state) => moves.some(({ from, to }) => from === state || to === state));
  const arrows = new Map<string, string[]>();
  for (const { from, by, to } of moves) {
    const arrow = `${from === null ? '[*]' : idOf(from)} --> ${idOf(to)}`;
    arrows.set(arrow, [...arrows.get(arrow) ?? [], by]);
  }
  return [
    `## ${title}`, '', says, '', '```mermaid', 'stateDiagram-v2', ...states.map((state) => `  state "${nameOf(state)}" as ${idOf(state)}`),
    ...[...arrows].map(([arrow, by]) => `  ${arrow}: ${by.join(', ')}`), '```', '', `| ${words.head.join(' | ')} |`, '|---|---|---|---|',
    ...moves.map(({ from, by, to }) => `| ${from === null ? words.beginning : nameOf(from)} | \`${by}\`: ${saysOf(by, words)} | ${nameOf(to)} | ${whoOf(by, words)} |`), '',
  ];
}

/** The whole paper, the same for the same moves in whatever order they were seen. */
export function drawLives(seen: readonly Seen[], language: Language): string {
  const words = WORDS[language];
  return [`# ${words.title}`, '', ...words.lead, '', ...LIVES.flatMap((life) => draw(life, seen, words))].join('\n');
}
