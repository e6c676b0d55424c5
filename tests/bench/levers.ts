/**
 * `npm run levers`: a whole Holdfast on virtual rigs, each cause of the table provoked by hand, one after the other, and what
 * came of it as the HTTP interface tells it. What did not come is marked, and ends the command with 1.
 */
import { parseArgs } from 'node:util';
import { CAUSE_CODES, type CauseCode } from '../../firmware-bridge/contract/causes.ts';
import { Player, type Receipt } from './levers/player.ts';
import { Running } from './levers/running.ts';
import { NAMED_SERIAL, SCRIPTS } from './levers/scripts.ts';

const USAGE = [
  'usage: npm run levers -- [--json] [--only CAUSE]…',
  '  --json         end with one object: provoked, missed, receipts',
  '  --only CAUSE   only this cause; may be given several times',
].join('\n');

const say = (text: string): void => { process.stdout.write(`${text}\n`); };
const msText = (ms: number | null): string => (ms === null ? '–' : ms.toFixed(1));

function row(one: Receipt): string {
  const cells = [
    one.seen ? (one.first ? 'first' : 'added') : 'MISSED', one.cause.padEnd(26), (one.zone ?? '–').padEnd(9), String(one.rung ?? '–'), (one.answer ?? '–').padEnd(8),
    '0', msText(one.writtenMs), msText(one.acknowledgedMs), msText(one.seenStoppedMs), (one.call ?? '–').padEnd(11), one.levers,
  ];
  return `${cells.join(' | ')}${one.why === null ? '' : `\n    ${one.why}`}`;
}

const running = new Set<Running>();

async function withRunning(start: (run: Running) => Promise<void>, use: (player: Player) => Promise<void>): Promise<void> {
  const run = new Running();
  running.add(run);
  try {
    await start(run);
    await use(new Player(run));
  } finally {
    await run.end();
    running.delete(run);
  }
}

async function provokeAll(causes: readonly CauseCode[], receipts: Receipt[]): Promise<void> {
  const provoke = async (player: Player, cause: CauseCode): Promise<void> => {
    const receipt = await player.provoke(cause, SCRIPTS[cause]);
    receipts.push(receipt);
    say(row(receipt));
    await player.tidy();
  };
  const plain = causes.filter((cause) => SCRIPTS[cause].fact === undefined);
  if (plain.length > 0) await withRunning((run) => run.start(), async (player) => { for (const cause of plain) await provoke(player, cause); });
  for (const cause of causes) {
    const { fact } = SCRIPTS[cause];
    if (fact !== undefined) await withRunning((run) => run.startWith(fact, NAMED_SERIAL), (player) => provoke(player, cause));
  }
}

async function main(): Promise<number> {
  const { values } = parseArgs({ strict: true, options: { json: { type: 'boolean' }, only: { type: 'string', multiple: true }, help: { type: 'boolean', short: 'h' } } });
  const stranger = values.only?.find((code) => !CAUSE_CODES.some((known) => known === code));
  if (values.help === true || stranger !== undefined) {
    say(stranger === undefined ? USAGE : `There is no cause "${stranger}".\n${USAGE}`);
    return stranger === undefined ? 0 : 2;
  }
  const causes = CAUSE_CODES.filter((code) => values.only === undefined || values.only.includes(code));
  say(`${String(causes.length)} causes on virtual rigs. Nothing here touches a phone. Times are ms after "requested".`);
  say('came | cause | zone | rung | answer | requested | written | acknowledged | seen stopped | call | levers');
  const receipts: Receipt[] = [];
  await provokeAll(causes, receipts);
  const missed = causes.filter((cause) => !receipts.some((one) => one.cause === cause && one.seen));
  say(`${String(causes.length - missed.length)} of ${String(causes.length)} causes provoked and seen${missed.length === 0 ? '' : `; missed: ${missed.join(', ')}`}`);
  if (values.json === true) say(JSON.stringify({ provoked: causes.length - missed.length, missed, receipts }));
  return missed.length === 0 ? 0 : 1;
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => { void Promise.all([...running].map((run) => run.end())).finally(() => { process.exit(130); }); });
}
process.exitCode = await main();
