/**
 * Joins recording and uplink: what the guard sends goes to the disk or to the server, what the server sends goes to the
 * guard. It never answers an order in the guard's place, except that there is no guard.
 */
import type { FromRecorder, ToRecorder } from '../contract/recorder-pipe.ts';
import type { Facts, Order } from '../contract/uplink.ts';
import type { BlackBoxes } from './black-box/black-boxes.ts';
import type { Clock } from './clock.ts';
import type { Dial } from './dial-websocket.ts';
import type { Log, LogLevel } from './log.ts';
import type { Outbox } from './outbox.ts';
import { Recording } from './recording.ts';
import { Uplink } from './uplink.ts';

/** How long the server may take for the last reports before this process ends. */
const FAREWELL_MS = 1_000;

export interface RecorderOptions {
  readonly openOutbox: () => Outbox;
  readonly blackBoxes: BlackBoxes;
  readonly dial: Dial;
  readonly readToken: () => Promise<string | null>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly atTurnEnd: (run: () => void) => void;
  readonly bridge: string;
  /** The guard's run; null when there is no guard. */
  readonly bootId: string | null;
  readonly release: string;
  readonly virtual: boolean;
  /** null when this process was started alone. */
  readonly tellGuard: ((message: FromRecorder) => void) | null;
  readonly log: Log;
  readonly logOfGuard: (level: LogLevel, text: string) => void;
}

export interface Recorder {
  readonly receive: (message: ToRecorder) => void;
  /** Writes what it has, gives the server a moment, and closes. The answer is the number of events that could not be written. */
  readonly end: () => Promise<number>;
}

/** Throws a `Refusal` when the outbox can never be used. */
export function startRecorder(options: RecorderOptions): Recorder {
  const { clock, log, tellGuard } = options;
  let uplink: Uplink | null = null;
  const recording = new Recording({
    open: options.openOutbox,
    clock,
    atTurnEnd: options.atTurnEnd,
    tellGuard: (message) => tellGuard?.(message),
    onStored: () => uplink?.wake(),
    onReopened: () => uplink?.restart(),
    log,
  });
  recording.start();
  const known = recording.knownFacts();
  // The age of what was read back is not known, and the guard is told so.
  if (known !== null) tellGuard?.({ type: 'facts', facts: known, ageMs: null });

  const onFacts = (facts: Facts): void => {
    tellGuard?.({ type: 'facts', facts, ageMs: 0 });
    recording.keepFacts(facts);
  };
  const onOrder = (order: Order): void => {
    if (tellGuard !== null) tellGuard({ type: 'order', order });
    else line.answer({ id: order.id, ok: false, outcome: 'refused', refusal: 'bridge-not-connected', tripId: null });
  };
  const line = new Uplink({
    dial: options.dial,
    readToken: options.readToken,
    clock,
    random: options.random,
    reports: {
      deliveredUpTo: () => recording.deliveredUpTo(),
      after: (row, limit) => recording.after(row, limit),
      delivered: (upTo) => recording.delivered(upTo),
    },
    hello: {
      type: 'hello',
      bridge: options.bridge,
      bootId: options.bootId ?? recording.newestBootId() ?? 'none',
      version: options.release,
      virtual: options.virtual,
    },
    onFacts,
    onOrder,
    log,
  });
  uplink = line;
  line.start();

  return {
    receive: receiving(recording, line, options),
    end: async () => {
      recording.commitNow();
      await options.blackBoxes.end();
      await Promise.race([line.whenDrained(), new Promise<void>((resolve) => clock.setTimer(FAREWELL_MS, resolve))]);
      line.stop();
      return recording.close();
    },
  };
}

function receiving(recording: Recording, uplink: Uplink, { logOfGuard, blackBoxes, tellGuard }: RecorderOptions): Recorder['receive'] {
  return (message) => {
    switch (message.type) {
      case 'evidence':
        recording.accept(message.event);
        return;
      case 'telemetry':
        uplink.show(message.status);
        return;
      case 'order-result':
        uplink.answer(message.result);
        return;
      case 'black-box':
        blackBoxes.take(message);
        uplink.showRaw(message.bench, message.entries);
        return;
      case 'black-box-end':
        void blackBoxes.end().catch(() => undefined).then(() => tellGuard?.({ type: 'black-box-ended' }));
        return;
      case 'known-database':
        recording.believe(message.databaseId);
        return;
      case 'log':
        logOfGuard(message.level, message.text);
        return;
    }
  };
}
