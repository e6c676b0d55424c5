/**
 * The recorder's end of the pipe to the guard. It never lets messages pile up behind a guard that does not read: of the
 * repeated ones only the newest waits.
 */
import type { FromRecorder, ToRecorder } from '../contract/recorder-pipe.ts';

/** Of a black box the newest report of each bench: its head stands for all before it. */
type Repeated = 'recorded' | 'health' | 'facts' | 'black-box-ended' | `black-box ${string}`;
const ORDERS_WAITING_MAX = 100;

export interface ProcessChannel {
  /** The callback runs once the message was written or has failed. */
  readonly send: (message: FromRecorder, written: () => void) => void;
}

/** Sends one message at a time; `recorded`, `health` and `facts` replace an older one of their kind that still waits. */
export function createGuardChannel(channel: ProcessChannel): (message: FromRecorder) => void {
  const repeated = new Map<Repeated, FromRecorder>();
  const orders: FromRecorder[] = [];
  let isBusy = false;

  const next = (): void => {
    const order = orders.shift();
    const [first] = order === undefined ? repeated.values() : [order];
    if (first === undefined) return;
    if (first.type !== 'order') repeated.delete(kindOf(first));
    isBusy = true;
    channel.send(first, () => {
      isBusy = false;
      next();
    });
  };

  return (message) => {
    if (message.type === 'order') {
      orders.push(message);
      if (orders.length > ORDERS_WAITING_MAX) orders.shift();
    } else {
      // To the end of the line: `recorded` is never overtaken by a later word of health.
      repeated.delete(kindOf(message));
      repeated.set(kindOf(message), message);
    }
    if (!isBusy) next();
  };
}

const kindOf = (message: Exclude<FromRecorder, { type: 'order' }>): Repeated =>
  message.type === 'black-box' ? `black-box ${message.report.bench}` : message.type;

/** What came over the channel, or null when it is none of the guard's messages. */
export function readGuardMessage(message: unknown): ToRecorder | null {
  if (typeof message !== 'object' || message === null || !('type' in message)) return null;
  switch (message.type) {
    case 'evidence':
      return 'event' in message && isNumbered(message.event) ? (message as ToRecorder) : null;
    case 'telemetry':
      return 'status' in message ? (message as ToRecorder) : null;
    case 'black-box':
      return 'entries' in message && Array.isArray(message.entries) ? (message as ToRecorder) : null;
    case 'known-database':
      return 'databaseId' in message && typeof message.databaseId === 'string' ? (message as ToRecorder) : null;
    case 'black-box-end':
      return message as ToRecorder;
    case 'order-result':
      return 'result' in message ? (message as ToRecorder) : null;
    case 'log':
      return 'text' in message && typeof message.text === 'string' ? (message as ToRecorder) : null;
    default:
      return null;
  }
}

/** What the outbox's key needs: anything else would be refused by its table, again and again. */
function isNumbered(event: unknown): boolean {
  return typeof event === 'object' && event !== null && 'bootId' in event && typeof event.bootId === 'string'
    && 'seq' in event && Number.isSafeInteger(event.seq);
}
