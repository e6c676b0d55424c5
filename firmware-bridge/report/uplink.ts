/**
 * What is said to the server and what is believed of its words: reports in order until acknowledged, states while there
 * is room, facts and orders down to the guard. It never grants anything, and what it cannot read it ignores and counts.
 */
import type { BenchStatus } from '../contract/bench-status.ts';
import type { BoxEntry } from '../contract/black-box.ts';
import { uplinkDownSchema, type Facts, type Order, type OrderResult, type UplinkUp } from '../contract/uplink.ts';
import type { Clock } from './clock.ts';
import { DeliveryWindow } from './delivery-window.ts';
import type { Dial } from './dial-websocket.ts';
import type { Log } from './log.ts';
import { OrderResults } from './order-results.ts';
import type { ReportRow } from './outbox.ts';
import { RawWatch } from './raw-watch.ts';
import { ServerLine } from './server-line.ts';
import { TelemetryGate } from './telemetry-gate.ts';

const WINDOW = 256;
const READ_AT_ONCE = 64;
/** Lines that somebody looks at wait behind everything else. */
const RAW_BUFFERED_BYTES_MAX = 32 * 1024;
const TELEMETRY_BUFFERED_BYTES_MAX = 256 * 1024;
const RECEIVED_CHARS_MAX = 4 * 1024 * 1024;

/** The part of the recording that the uplink needs. */
export interface Reports {
  readonly deliveredUpTo: () => number;
  readonly after: (row: number, limit: number) => readonly ReportRow[];
  readonly delivered: (upTo: number) => void;
}

export interface UplinkOptions {
  readonly dial: Dial;
  readonly readToken: () => Promise<string | null>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly reports: Reports;
  readonly hello: Extract<UplinkUp, { type: 'hello' }>;
  readonly onFacts: (facts: Facts) => void;
  readonly onOrder: (order: Order) => void;
  readonly log: Log;
}

export class Uplink {
  readonly #options: UplinkOptions;
  readonly #line: ServerLine;
  readonly #telemetry: TelemetryGate;
  readonly #results: OrderResults;
  readonly #raw: RawWatch;
  #window = new DeliveryWindow(WINDOW, 0);
  #progressAtMs = 0;
  readonly #drained: (() => void)[] = [];
  #notUnderstood = 0;

  constructor(options: UplinkOptions) {
    this.#options = options;
    this.#results = new OrderResults(options.clock.nowMs);
    this.#line = new ServerLine({
      dial: options.dial,
      readToken: options.readToken,
      clock: options.clock,
      random: options.random,
      log: options.log,
      onOpened: () => this.#opened(),
      onReceived: (text) => this.#received(text),
      onClosed: () => {
        this.#telemetry.clear();
        this.#raw.clear();
      },
      isOverdue: (nowMs, limitMs) => this.#window.unacknowledged > 0 && nowMs - this.#progressAtMs > limitMs,
    });
    this.#telemetry = new TelemetryGate({
      clock: options.clock,
      line: () => {
        if (!this.#line.isOpen) return 'closed';
        return this.#line.bufferedBytes() < TELEMETRY_BUFFERED_BYTES_MAX ? 'open' : 'slow';
      },
      send: (status) => this.#say({ type: 'telemetry', status }),
    });
    this.#raw = new RawWatch({
      clock: options.clock,
      hasRoom: () => this.#line.isOpen && this.#window.unacknowledged === 0 && this.#line.bufferedBytes() < RAW_BUFFERED_BYTES_MAX,
      send: (tail) => this.#say({ type: 'raw', tail }),
    });
  }

  /** Messages of the server that could not be read, since start. */
  get notUnderstood(): number {
    return this.#notUnderstood;
  }

  start(): void {
    this.#line.start();
  }

  /** Something new is in the outbox. */
  wake(): void {
    this.#pump();
  }

  /** The outbox is another file now: its row numbers mean something else. */
  restart(): void {
    if (this.#line.isOpen) this.#line.redial('the outbox was opened again');
  }

  show(status: BenchStatus): void {
    this.#telemetry.offer(status);
  }

  /** What the guard handed over for the black box; shown only while somebody looks. */
  showRaw(bench: string, entries: readonly BoxEntry[]): void {
    this.#raw.take(bench, entries);
  }

  answer(result: OrderResult): void {
    this.#results.add(result);
    if (this.#line.isOpen) this.#sayResults();
  }

  /** Resolves when the server has acknowledged everything. */
  whenDrained(): Promise<void> {
    return new Promise((resolve) => {
      this.#drained.push(resolve);
      this.#tellDrained();
    });
  }

  stop(): void {
    this.#telemetry.clear();
    this.#raw.clear();
    this.#line.stop();
  }

  #opened(): void {
    this.#window = new DeliveryWindow(WINDOW, this.#options.reports.deliveredUpTo());
    this.#line.send(JSON.stringify(this.#options.hello));
    this.#sayResults();
    this.#pump();
  }

  #pump(): void {
    while (this.#line.isOpen && this.#window.room > 0) {
      const rows = this.#options.reports.after(this.#window.sentUpTo, Math.min(this.#window.room, READ_AT_ONCE));
      if (rows.length === 0) break;
      if (this.#window.unacknowledged === 0) this.#progressAtMs = this.#options.clock.nowMs();
      for (const row of rows) {
        // The event goes out as it was stored, byte for byte.
        this.#line.send(`{"type":"report","seq":${row.id},"event":${row.event}}`);
        this.#window.sent(row.id);
      }
    }
    this.#tellDrained();
  }

  #received(text: string | null): void {
    const message = text === null ? null : parseDown(text);
    if (message === null) {
      if (this.#notUnderstood === 0) this.#options.log('warn', 'the server sent a message that this release does not know; such messages are ignored');
      this.#notUnderstood += 1;
      return;
    }
    switch (message.type) {
      case 'ack':
        this.#acknowledged(message.upTo);
        return;
      case 'facts':
        this.#options.onFacts(message.facts);
        return;
      case 'order':
        this.#results.ordered(message.order);
        this.#options.onOrder(message.order);
        return;
      case 'watch-raw':
        this.#raw.watch(message.bench, message.forMs);
        return;
    }
  }

  #acknowledged(upTo: number): void {
    if (!this.#window.acknowledged(upTo)) {
      if (upTo > this.#window.sentUpTo) this.#options.log('warn', `the server acknowledged row ${upTo}, which was not sent; ignored`);
      return;
    }
    this.#progressAtMs = this.#options.clock.nowMs();
    this.#options.reports.delivered(upTo);
    // Rows are read in groups: one query for each acknowledged row would make a long backlog slow.
    if (this.#window.room >= READ_AT_ONCE) this.#pump();
  }

  #tellDrained(): void {
    if (this.#drained.length === 0 || this.#window.unacknowledged > 0) return;
    const { after, deliveredUpTo } = this.#options.reports;
    if (after(Math.max(this.#window.sentUpTo, deliveredUpTo()), 1).length > 0) return;
    for (const resolve of this.#drained.splice(0)) resolve();
  }

  #sayResults(): void {
    for (const result of this.#results.take()) this.#say({ type: 'order-result', result });
  }

  #say(message: UplinkUp): void {
    this.#line.send(JSON.stringify(message));
  }
}

function parseDown(text: string) {
  if (text.length > RECEIVED_CHARS_MAX) return null;
  try {
    const parsed = uplinkDownSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
