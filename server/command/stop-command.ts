/**
 * `holdfast stop BENCH`: the stop that works with the server and the dashboard dead. It says exactly what the bridge
 * answered, and its exit code says the same to a script.
 */
import { english } from '../../firmware-bridge/contract/words.ts';
import type { OrderResult } from '../../firmware-bridge/contract/uplink.ts';
import { askBridge, bridgeStatusSchema, stopReplySchema } from './bridge-line.ts';
import type { BridgeStatusReply } from './bridge-line.ts';
import { CommandRefusal, EXIT_CODES } from './command-refusal.ts';
import { bridgeStatus, runFolder } from './find-run.ts';
import { fourTimes, isFinal, isSeen } from './trip-text.ts';
import { wrapText } from './wrap-text.ts';

const STOP_WITHIN_MS = 5_000;
/** The ladder writes three times within this; then a person is called. */
const RECEIPT_WITHIN_MS = 1_500;
const RECEIPT_POLL_MS = 25;

type Bench = BridgeStatusReply['benches'][number];

export const benchList = (benches: readonly Bench[]): string =>
  benches.length === 0 ? 'This bridge has no bench.' : `The benches are: ${benches.map((bench) => `${bench.bench} (${bench.name})`).join(', ')}.`;

const codeOfOutcome = {
  'stop-written': EXIT_CODES.notConfirmed,
  'already-tripped': EXIT_CODES.done,
  'too-late': EXIT_CODES.tooLate,
  'reset-done': EXIT_CODES.failed,
  'power-back': EXIT_CODES.failed,
  'not-connected': EXIT_CODES.notConfirmed,
  refused: EXIT_CODES.notConfirmed,
  'drill-passed': EXIT_CODES.failed,
  'drill-failed': EXIT_CODES.failed,
  'taken-out': EXIT_CODES.failed,
  returned: EXIT_CODES.failed,
  'database-confirmed': EXIT_CODES.failed,
} as const satisfies Record<OrderResult['outcome'], number>;

const codeOfReceipt = {
  confirmed: EXIT_CODES.done,
  'too-late': EXIT_CODES.tooLate,
  pending: EXIT_CODES.notConfirmed,
  'not-confirmed': EXIT_CODES.notConfirmed,
  'not-written': EXIT_CODES.notConfirmed,
} as const;

/** Waits for the rig's answer to a stop; to one that was just written, also until it was seen. */
async function waitForReceipt(stateDir: string, bench: string, isNew: boolean): Promise<Bench['trip']> {
  const untilMs = performance.now() + RECEIPT_WITHIN_MS;
  for (;;) {
    const asked = await askBridge(stateDir, { cmd: 'status' }, bridgeStatusSchema, RECEIPT_WITHIN_MS);
    const trip = asked.ok ? asked.reply.benches.find((known) => known.bench === bench)?.trip ?? null : null;
    const isWhole = trip !== null && isFinal(trip) && (!isNew || isSeen(trip));
    if (isWhole || performance.now() > untilMs) return trip;
    await new Promise((resolve) => { setTimeout(resolve, RECEIPT_POLL_MS); });
  }
}

async function mustKnow(stateDir: string, bench: string): Promise<void> {
  const { benches } = await bridgeStatus(stateDir);
  if (!benches.some((known) => known.bench === bench)) throw new CommandRefusal(`There is no bench "${bench}".`, benchList(benches));
}

export async function stopCommand(bench: string | undefined, options: { name?: string; state?: string }, out: (text: string) => void): Promise<number> {
  const stateDir = runFolder(options.state);
  if (bench === undefined) throw new CommandRefusal('Which bench is to be stopped?', benchList((await bridgeStatus(stateDir)).benches));
  const command = { cmd: 'stop', bench, ...(options.name === undefined ? {} : { name: options.name }) };
  // The stop goes first; questions come after it.
  const asked = await askBridge(stateDir, command, stopReplySchema, STOP_WITHIN_MS);
  if (!asked.ok) {
    await mustKnow(stateDir, bench);
    throw new CommandRefusal(
      `The bridge gave no usable answer to the stop (${asked.detail}).`, 'NOT CONFIRMED: use the stop button of the rig, now.', EXIT_CODES.notConfirmed,
    );
  }
  const { result } = asked.reply;
  if (result.refusal === 'unknown-bench') await mustKnow(stateDir, bench);
  const words = result.refusal === null ? english.orderOutcomes[result.outcome] : english.orderRefusals[result.refusal];
  if (result.outcome !== 'stop-written' && result.outcome !== 'already-tripped') {
    out(wrapText(`${bench}: ${words.title}. ${words.whatToDo}`));
    return codeOfOutcome[result.outcome];
  }
  const trip = await waitForReceipt(stateDir, bench, result.outcome === 'stop-written');
  if (trip === null) {
    out(wrapText(`${bench}: ${words.title}. ${words.whatToDo}`));
    return codeOfOutcome[result.outcome];
  }
  const state = english.receiptStates[trip.receipt.state];
  const prefix = result.outcome === 'already-tripped' ? `${words.title}. ` : '';
  out(wrapText(`${bench}: ${prefix}${state.title}. ${state.what}`));
  out(fourTimes(trip));
  const call = english.operatorCalls[trip.operator];
  out(wrapText(trip.operator === 'nothing' ? state.whatToDo : `${call.title}. ${call.whatToDo}`));
  return codeOfReceipt[trip.receipt.state];
}
