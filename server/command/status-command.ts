/** `holdfast status`: every bench as the bridge sees it, in words for a person or in JSON for a program. */
import { english } from '../../firmware-bridge/contract/words.ts';
import type { BridgeStatusReply } from './bridge-line.ts';
import { EXIT_CODES } from './command-refusal.ts';
import { bridgeStatus, runFolder } from './find-run.ts';
import { indentText } from './wrap-text.ts';

type Bench = BridgeStatusReply['benches'][number];

const BOLD = ['\u001b[1m', '\u001b[22m'] as const;

const millimetres = (um: number): string => `${(um / 1000).toFixed(2)} mm`;

/** Flatness and twist where they are measured, and what is to be measured again. */
function chassisLines({ metrics, remeasure }: Bench['frame']): readonly string[] {
  const others = (metrics ?? []).filter(({ metric, valueUm }) => metric !== 'edge' && valueUm !== null);
  const lines = others.map(({ metric, valueUm, holdAtUm }) => `${english.metrics[metric].title}: ${millimetres(valueUm ?? 0)}; the hold begins at ${millimetres(holdAtUm)}.`);
  if (remeasure === null || remeasure === undefined) return lines;
  return [...lines, `Measured ${remeasure.count} of ${remeasure.needed} times. ${english.remeasuring[remeasure.next].whatToDo}`];
}

/** Where the port was found, and where it is configured if that is elsewhere. */
function portText({ path, foundPath }: Bench['link']): string {
  return foundPath === undefined || foundPath === null || foundPath === path ? path : `${foundPath}, found there; configured is ${path}`;
}

export function benchText(bench: Bench, isColoured: boolean): string {
  const heading = `${bench.name} (${bench.bench})${bench.virtual ? ', virtual rig' : ''}`;
  const lines = [isColoured ? `${BOLD[0]}${heading}${BOLD[1]}` : heading];
  const add = (text: string): void => { lines.push(indentText(text)); };
  const mode = english.modes[bench.mode];
  const out = bench.service?.out ?? null;
  // "Every condition holds", or "it goes on by itself", would promise the next restore what it does not get.
  add(out === null ? `${mode.title}. ${mode.what}` : `${mode.title}.`);
  if (bench.problem !== null) {
    const words = english.problems[bench.problem.code];
    add(`${words.title}. ${words.what(bench.problem.params)} ${words.whatToDo(bench.problem.params)}`);
  }
  if (bench.trip !== null) {
    const [first] = bench.trip.causes;
    if (first !== undefined) add(`Tripped: ${english.causes[first.code].title}. ${english.receiptStates[bench.trip.receipt.state].title}.`);
  }
  if (bench.restore !== null) {
    const pct = bench.restore.pct === null ? '' : `, ${bench.restore.pct} %`;
    add(`Restore: ${english.phases[bench.restore.phase]}${pct}. Zone: ${english.zones[bench.zone].title}.`);
  }
  if (bench.frame.deviationUm !== null) {
    add(`Device frame: ${millimetres(bench.frame.deviationUm)} off straight; the hold begins at ${millimetres(bench.frame.holdAtUm)}.`);
  }
  for (const line of chassisLines(bench.frame)) add(line);
  const carried = bench.holds.carried ?? 0;
  if (carried > 0) add(`Of a former database ${carried === 1 ? 'one hold or mark stays' : `${carried} holds and marks stay`} until two people let go of them.`);
  if (out !== null) add(`Out of service since ${out.atIso}, by ${out.by.name}: ${out.reason}`);
  if (bench.drill !== undefined && bench.drill.state !== 'passed') add(`${english.drillStates[bench.drill.state].title}. ${english.drillStates[bench.drill.state].what}`);
  const missing = bench.permissives.filter((permissive) => !permissive.ok);
  if (bench.restore !== null) for (const { id, detail } of missing) add(`No permit: ${english.permissives[id].whenNotOk(detail)}`);
  add(`Port: ${portText(bench.link)}`);
  return lines.join('\n');
}

export async function statusCommand(options: { json?: boolean; state?: string }, out: (text: string) => void, isTty: boolean): Promise<number> {
  const reply = await bridgeStatus(runFolder(options.state));
  if (options.json === true) out(JSON.stringify(reply, null, 2));
  else {
    out(`Bridge: process ${reply.pid}`);
    for (const bench of reply.benches) out(benchText(bench, isTty));
  }
  return EXIT_CODES.done;
}
