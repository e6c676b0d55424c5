/** The matrix as text that a reviewer reads: one grid of all states and events, then each state with what follows, in order. */
import { CAUSE_CODES } from '../../../firmware-bridge/contract/causes.ts';
import type { EvidenceItem } from '../../../firmware-bridge/contract/evidence.ts';
import type { BenchState } from '../../../firmware-bridge/guard/state.ts';
import type { Effect } from '../../../firmware-bridge/guard/turn.ts';
import type { BenchScript } from './bench-script.ts';
import { PROVOKED, ZONES_OF_RESTORES } from './matrix-causes.ts';
import { COLUMNS, type Play } from './matrix-events.ts';
import { STATES } from './matrix-states.ts';

interface Cell { readonly before: BenchState; readonly after: BenchState; readonly effects: readonly Effect[] }

/** Plays one column and puts the bench back where it was. */
function playOn(bench: BenchScript, play: Play): Cell {
  const { state: before, nowMs, session, hb, probe, device, plan, powerSays } = bench;
  bench.hb = { ...hb };
  bench.effects = [];
  play(bench);
  const cell = { before, after: bench.state, effects: bench.effects };
  Object.assign(bench, { state: before, nowMs, session, hb, probe, device, plan, powerSays });
  return cell;
}

function evidence(item: EvidenceItem): string {
  switch (item.kind) {
    case 'tripped':
    case 'trip-recovered': return `record ${item.kind} (${item.body.trip.causes.map((cause) => cause.code).join(', ')})`;
    case 'cause-added': return `record cause-added (${item.body.trip.causes.at(-1)?.code ?? ''})`;
    case 'receipt-changed': return `record receipt (${item.body.trip.receipt.state}, ${item.body.trip.operator}, ${item.body.trip.outcome})`;
    case 'mode-changed': return `record mode (${item.body.to})`;
    case 'zone-changed': return `record zone (${item.body.to}${item.body.established ? ', established' : ''})`;
    case 'permit-granted': return `record permit-granted (${item.body.point})`;
    case 'permit-dropped':
    case 'order-refused':
    case 'facts-refused': return `record ${item.kind} (${item.body.why})`;
    case 'note':
    case 'problem-raised': return `record ${item.kind} (${item.body.code})`;
    default: return `record ${item.kind}`;
  }
}

function effectText(effect: Effect): string {
  switch (effect.do) {
    case 'drop-permit': return '**drop permit**';
    case 'stop-restore': return '**STOP**';
    case 'use-wiring': return `**use wire ${String(effect.step)}**`;
    case 'release-wiring': return `give back wire ${effect.steps.join(', ')}`;
    case 'strike-drill': return 'strike drill';
    case 'warn-committed': return '**WARN: too late**';
    case 'write-line': return `say ${effect.line.slice(19).split(/[ *]/)[0] ?? ''}${effect.permits ? ' **with permit**' : ''}`;
    case 'record': return evidence(effect.item);
    case 'keep-latch': return 'keep latch';
    case 'answer-order': return `answer ${effect.result.refusal ?? effect.result.outcome}`;
    case 'reopen-port': return 'reopen port';
  }
}

/** Effects in order; the same one over and over is said once, with its number. */
function effectsText(effects: readonly Effect[]): string {
  const runs: { text: string; times: number }[] = [];
  for (const effect of effects) {
    const text = effectText(effect);
    const last = runs.at(-1);
    if (last?.text === text) last.times += 1;
    else runs.push({ text, times: 1 });
  }
  return runs.map(({ text, times }) => (times === 1 ? text : `${text} ×${String(times)}`)).join(' · ');
}

const goesTo = (before: string, after: string): string => (before === after ? after : `${before} → **${after}**`);
const did = (cell: Cell, what: Effect['do']): boolean => cell.effects.some((effect) => effect.do === what);

const SIGNS: readonly (readonly [sign: string, meaning: string, is: (cell: Cell) => boolean])[] = [
  ['S', 'trips, and the stop is written', (cell) => cell.before.trip === null && cell.after.trip !== null && did(cell, 'stop-restore')],
  ['L', 'trips; too late to stop, says so', (cell) => cell.before.trip === null && cell.after.trip !== null && did(cell, 'warn-committed')],
  ['T', 'trips; the stop waits, or the rig stopped already', (cell) => cell.before.trip === null && cell.after.trip !== null],
  ['s', 'tripped already, and a stop is written', (cell) => did(cell, 'stop-restore')],
  ['w', 'tripped already, and says that it is too late', (cell) => did(cell, 'warn-committed')],
  ['R', 'the latch is released', (cell) => cell.before.trip !== null && cell.after.trip === null],
  ['P', 'a permit is granted', (cell) => cell.before.permit === null && cell.after.permit !== null],
  ['p', 'the permit is renewed', (cell) => cell.effects.some((effect) => effect.do === 'write-line' && effect.permits)],
  ['-', 'the permit ends, nothing latches', (cell) => cell.before.permit !== null && cell.after.permit === null],
  ['m', 'another mode or zone', (cell) => cell.before.mode !== cell.after.mode || cell.before.zone !== cell.after.zone],
  ['a', 'only answered, said or recorded', (cell) => cell.effects.length > 0],
  ['.', 'nothing', () => true],
];

const signOf = (cell: Cell): string => SIGNS.find(([, , is]) => is(cell))?.[0] ?? '?';

function grid(cells: ReadonlyMap<string, readonly Cell[]>): string[] {
  const wide = Math.max(...Object.keys(STATES).map((name) => name.length)) + 2;
  const numbers = COLUMNS.map((_column, index) => index + 1);
  const heads = [numbers.map((n) => (n % 10 === 0 ? String(Math.floor(n / 10) % 10) : ' ')).join(''), numbers.map((n) => String(n % 10)).join('')];
  return [
    '```text', ...heads.map((head) => ' '.repeat(wide) + head),
    ...[...cells].map(([name, row]) => name.padEnd(wide) + row.map(signOf).join('')), '```', '',
    SIGNS.map(([sign, meaning]) => `\`${sign}\` ${meaning}`).join(' · '), '',
    COLUMNS.map(([name], index) => `${String(index + 1)} ${name}`).join(' · '),
  ];
}

/** Events with the same consequence share a row. */
function sectionOf(name: string, row: readonly Cell[]): string[] {
  const same = new Map<string, string[]>();
  row.forEach((cell, index) => {
    const event = COLUMNS[index]?.[0] ?? '';
    const text = `${goesTo(cell.before.mode, cell.after.mode)} | ${goesTo(cell.before.zone, cell.after.zone)} | ${effectsText(cell.effects)}`;
    same.set(text, [...same.get(text) ?? [], event]);
  });
  const first = row[0]?.before;
  const about = first === undefined ? '' : `${first.mode}, ${first.zone}${first.permit === null ? '' : `, permit for ${first.permit.point}`}`;
  return ['', `## ${name}`, '', `${about}.`, '', '| event | mode | zone | effects, in order |', '|---|---|---|---|', ...[...same].map(([text, events]) => `| ${events.join(', ')} | ${text} |`)];
}

interface CauseRow { readonly code: string; readonly where: string; readonly by: string; readonly isCause: boolean; readonly text: string }

/** Each cause with what it does in each place, and whether it is then among the causes of a trip. */
export function causeRows(): CauseRow[] {
  return CAUSE_CODES.flatMap((code) => {
    const { by, play, places = ZONES_OF_RESTORES } = PROVOKED[code];
    return Object.entries(places).map(([where, make]) => {
      const cell = playOn(make(), play);
      const causes = cell.after.trip?.trip.causes.map((cause) => cause.code) ?? [];
      const stop = did(cell, 'stop-restore') ? '**STOP**' : did(cell, 'warn-committed') ? '**WARN: too late**' : '';
      return { code, where, by, isCause: causes.includes(code), text: `${goesTo(cell.before.mode, cell.after.mode)} | ${causes.join(', ')} | ${stop}` };
    });
  });
}

export function matrixText(rows: readonly CauseRow[]): string {
  const cells = new Map(Object.entries(STATES).map(([name, make]) => {
    const bench = make();
    return [name, COLUMNS.map(([, play]) => playOn(bench, play))] as const;
  }));
  return [
    '# Every state meets every event', '',
    'Made by `every-state-meets-every-event.pure.test.ts`, which fails when the interlock does anything else. Rows are states, columns are events and lines of the rig;',
    'below the grid each state has its table: mode and zone after the event, and the effects in the order in which they are carried out. After an intended change',
    'run `npm test -- every-state-meets -u` and read what changed.', '',
    ...grid(cells), ...[...cells].flatMap(([name, row]) => sectionOf(name, row)), '', '## Every cause', '',
    '| cause | in | provoked by | mode | causes of the trip | stop |', '|---|---|---|---|---|---|',
    ...rows.map(({ code, where, by, text }) => `| ${code} | ${where} | ${by} | ${text} |`), '',
  ].join('\n');
}
