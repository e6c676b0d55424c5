/**
 * `holdfast drill`, `out-of-service` and `return`: orders to the bridge over its control socket, so that they work with
 * the server dead. They say exactly what the bridge answered.
 */
import { english } from '../../firmware-bridge/contract/words.ts';
import type { OrderResult } from '../../firmware-bridge/contract/uplink.ts';
import { askBridge, stopReplySchema } from './bridge-line.ts';
import { CommandRefusal, EXIT_CODES } from './command-refusal.ts';
import { bridgeStatus, runFolder } from './find-run.ts';
import { benchList } from './stop-command.ts';
import { wrapText } from './wrap-text.ts';

/** A drill waits for two heartbeats and the answer to its stop byte; all of that is over in a second. */
const ANSWER_WITHIN_MS = 5_000;

export interface ServiceOptions { readonly name?: string; readonly reason?: string; readonly state?: string }
type Command = 'drill' | 'take-out-of-service' | 'return-to-service';

const ms = (us: number | null): string => (us === null ? 'none' : `${(us / 1000).toFixed(2)} ms`);

function drillText({ drill }: OrderResult): string {
  if (drill === undefined) return '';
  const times = `Requested 0 ms, written ${ms(drill.times.writtenAfterUs)}, answered ${ms(drill.times.answeredAfterUs)}.`;
  if (drill.why === null) return times;
  const words = english.drillWhys[drill.why];
  return `${words.title}. ${words.what} ${words.whatToDo} ${times}`;
}

async function order(cmd: Command, bench: string, { name, reason, state }: ServiceOptions): Promise<OrderResult> {
  const stateDir = runFolder(state);
  const command = { cmd, bench, ...(name === undefined ? {} : { name }), ...(reason === undefined ? {} : { reason }) };
  const asked = await askBridge(stateDir, command, stopReplySchema, ANSWER_WITHIN_MS);
  if (!asked.ok) {
    await bridgeStatus(stateDir);
    throw new CommandRefusal(`The bridge gave no usable answer (${asked.detail}).`, 'Look with "holdfast status" whether it was done.', EXIT_CODES.failed);
  }
  const { result } = asked.reply;
  if (result.refusal === 'unknown-bench') throw new CommandRefusal(`There is no bench "${bench}".`, benchList((await bridgeStatus(stateDir)).benches));
  return result;
}

export async function serviceCommand(cmd: Command, bench: string, options: ServiceOptions, out: (text: string) => void): Promise<number> {
  for (const [key, value] of [['name', options.name], ['reason', options.reason]] as const) {
    if (value !== undefined && value.trim() === '') throw new CommandRefusal(`--${key} is empty.`, `Write --${key} "…" in a few words.`);
  }
  const result = await order(cmd, bench, options);
  const words = result.refusal === null ? english.orderOutcomes[result.outcome] : english.orderRefusals[result.refusal];
  const drill = drillText(result);
  out(wrapText(`${bench}: ${words.title}. ${result.outcome === 'drill-failed' ? drill : `${words.whatToDo} ${drill}`.trim()}`));
  return result.ok && result.outcome !== 'drill-failed' ? EXIT_CODES.done : EXIT_CODES.failed;
}
