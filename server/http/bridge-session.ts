/**
 * One connection of a bridge: reads its messages, once each, and hands them on. A message that cannot be read never ends
 * the server and never blocks the reports behind it.
 */
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import { uplinkUpSchema } from '../../firmware-bridge/contract/uplink.ts';
import type { RawTail } from '../../firmware-bridge/contract/raw-lines.ts';
import type { OrderResult, UplinkDown, UplinkUp } from '../../firmware-bridge/contract/uplink.ts';
import { createReportQueue } from './report-queue.ts';
import type { ReportSink } from './report-queue.ts';

export interface BridgePeer {
  send(text: string): void;
  close(code: number, reason: string): void;
  bufferedBytes(): number;
}

export interface BridgeSession {
  readonly peer: BridgePeer;
  /** Null until the hello. */
  bridge(): string | null;
  message(text: string): void;
  /** Stores what has arrived and stops listening. */
  end(): void;
}

export type Hello = Extract<UplinkUp, { type: 'hello' }>;

export interface SessionEvents extends Omit<ReportSink, 'acknowledge' | 'failed'> {
  /** Returns why this bridge cannot be accepted, or null. */
  hello(hello: Hello): string | null;
  telemetry(bridge: string, status: BenchStatus): void;
  orderResult(result: OrderResult): void;
  raw(tail: RawTail): void;
  refused(why: string): void;
  failed(error: unknown): void;
}

/** Close codes 4000 to 4999 belong to the application. */
export const CLOSE = { restart: 1012, tryAgainLater: 1013, helloFirst: 4400, notAccepted: 4403, replaced: 4409, tooSlow: 4413 } as const;

export const sendDown = (peer: BridgePeer, message: UplinkDown): void => peer.send(JSON.stringify(message));

export function createBridgeSession(peer: BridgePeer, events: SessionEvents): BridgeSession {
  let bridge: string | null = null;
  let ended = false;
  const queue = createReportQueue({
    append: events.append,
    stored: events.stored,
    acknowledge: (upTo) => {
      if (!ended) sendDown(peer, { type: 'ack', upTo });
    },
    failed(error) {
      events.failed(error);
      peer.close(CLOSE.tryAgainLater, 'the database does not answer');
    },
  });
  const greet = (hello: Hello): void => {
    if (bridge !== null) return peer.close(CLOSE.helloFirst, 'hello comes once');
    const why = events.hello(hello);
    if (why === null) bridge = hello.bridge;
    else peer.close(CLOSE.notAccepted, why);
  };
  return {
    peer,
    bridge: () => bridge,
    message(text) {
      if (ended) return;
      const value = parseJson(text);
      const parsed = uplinkUpSchema.safeParse(value);
      if (!parsed.success) {
        const why = `${parsed.error.issues[0]?.path.join('.') ?? ''}: ${parsed.error.issues[0]?.message ?? ''}`;
        events.refused(why);
        const outboxSeq = outboxSeqOf(value);
        if (outboxSeq !== null && bridge !== null) queue.unreadable({ bridge, outboxSeq, raw: text, why });
        return;
      }
      const message = parsed.data;
      if (message.type === 'hello') greet(message);
      else if (bridge === null) peer.close(CLOSE.helloFirst, 'hello comes first');
      else if (message.type === 'telemetry') events.telemetry(bridge, message.status);
      else if (message.type === 'order-result') events.orderResult(message.result);
      else if (message.type === 'raw') events.raw(message.tail);
      else queue.evidence(message.seq, { event: message.event, raw: rawEvent(value) });
    },
    end() {
      ended = true;
      queue.flush();
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The event with everything that came, also fields that this release does not know. */
const rawEvent = (value: unknown): string => JSON.stringify(typeof value === 'object' && value !== null && 'event' in value ? value.event : null);

function outboxSeqOf(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || !('type' in value) || value.type !== 'report' || !('seq' in value)) return null;
  return typeof value.seq === 'number' && Number.isSafeInteger(value.seq) && value.seq >= 1 ? value.seq : null;
}
