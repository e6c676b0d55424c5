/**
 * `holdfast confirm-database`: a named person says on the bench PC which database of the server is right. It goes over the
 * control socket and never over the line of the server, which could otherwise confirm itself.
 */
import { english } from '../../firmware-bridge/contract/words.ts';
import { askBridge, stopReplySchema } from './bridge-line.ts';
import { CommandRefusal, EXIT_CODES } from './command-refusal.ts';
import { bridgeStatus, runFolder } from './find-run.ts';
import { wrapText } from './wrap-text.ts';

/** It is answered when every bench has it on the disk. */
const ANSWER_WITHIN_MS = 5_000;

export interface DatabaseOptions { readonly name: string; readonly reason: string; readonly dropHolds?: boolean; readonly second?: string; readonly state?: string }

export async function databaseCommand(id: string, options: DatabaseOptions, out: (text: string) => void): Promise<number> {
  const { name, reason, dropHolds, second, state } = options;
  for (const [key, value] of [['name', name], ['reason', reason], ['second', second]] as const) {
    if (value !== undefined && value.trim() === '') throw new CommandRefusal(`--${key} is empty.`, `Write --${key} "…" in a few words.`);
  }
  const stateDir = runFolder(state);
  const command = {
    cmd: 'confirm-database', database: id, name, reason, ...(second === undefined ? {} : { second }), ...(dropHolds === true ? { dropHolds: 'yes' } : {}),
  };
  const asked = await askBridge(stateDir, command, stopReplySchema, ANSWER_WITHIN_MS);
  if (!asked.ok) {
    await bridgeStatus(stateDir);
    throw new CommandRefusal(`The bridge gave no usable answer (${asked.detail}).`, 'Look with "holdfast status" whether it was done.', EXIT_CODES.failed);
  }
  const { result } = asked.reply;
  const words = result.refusal === null ? english.orderOutcomes[result.outcome] : english.orderRefusals[result.refusal];
  out(wrapText(`${words.title}. ${words.whatToDo}`));
  return result.ok ? EXIT_CODES.done : EXIT_CODES.failed;
}
