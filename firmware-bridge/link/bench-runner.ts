/**
 * Carries one bench: feeds events to the interlock and carries out its effects in their order, each under its own guard,
 * so that a full disk or a broken recorder cannot stop a stop. It holds the state and decides nothing.
 */
import type { Actor } from '../contract/actor.ts';
import type { Problem } from '../contract/bench-status.ts';
import type { EvidenceItem } from '../contract/evidence.ts';
import type { Facts, Order, OrderResult } from '../contract/uplink.ts';
import { initialState, type BenchSetup, type BenchState, type Elsewhere, type KeptLatch } from '../guard/state.ts';
import { step } from '../guard/step.ts';
import type { Effect, GuardEvent } from '../guard/turn.ts';
import { readLine } from '../wire/read-line.ts';
import type { BlackBoxTap } from './black-box-tap.ts';
import type { RigWiring, WiringSink } from './rig-wiring.ts';
import type { BenchLink, LinkSink } from './serial-link.ts';

export interface RunnerDoors {
  readonly now: () => number;
  readonly wall: () => number;
  readonly record: (bench: string, item: EvidenceItem, actor: Actor, nowMs: number, wallMs: number) => void;
  readonly keepLatch: (bench: string, kept: KeptLatch) => void;
  readonly answerOrder: (result: OrderResult) => void;
  readonly changed: (bench: string, before: BenchState, after: BenchState) => void;
  readonly log: (text: string) => void;
}

type EventPart = GuardEvent extends infer Event ? (Event extends GuardEvent ? Omit<Event, 'nowMs' | 'wallMs'> : never) : never;

/** No connection has it. */
const NO_EPOCH = 0;

export class BenchRunner {
  readonly #doors: RunnerDoors;
  readonly #box: BlackBoxTap;
  #link: BenchLink | null = null;
  #wiring: Pick<RigWiring, 'use' | 'release'> | null = null;
  #state: BenchState;
  /** The connection that the state is about; an effect is carried out on the one that it was made for, or not at all. */
  #epoch = NO_EPOCH;
  /** Of the chunk that is being read, whose lines all count as read at once; else null. */
  #chunkWallMs: number | null = null;

  constructor(setup: BenchSetup, kept: KeptLatch | null, doors: RunnerDoors, box: BlackBoxTap) {
    this.#doors = doors;
    this.#box = box;
    this.#state = initialState(setup, kept);
  }

  get state(): BenchState { return this.#state; }
  get bench(): string { return this.#state.setup.bench; }

  attach(link: BenchLink): void { this.#link = link; }
  attachWiring(wiring: Pick<RigWiring, 'use' | 'release'>): void { this.#wiring = wiring; }

  readonly wiringSink: WiringSink = {
    used: (step, ok, why) => { this.take({ kind: 'wiring-used', step, ok, why }); },
    answered: (answer) => { this.take({ kind: 'side-answer', answer }); },
    health: (problem, opened) => { this.take({ kind: 'wiring-health', problem, opened }); },
  };

  readonly sink: LinkSink = {
    opened: (epoch, path) => {
      this.#epoch = epoch;
      this.take({ kind: 'port-opened', path });
    },
    reading: (readAtMs) => {
      const wallMs = this.#doors.wall();
      this.#chunkWallMs = wallMs;
      this.#box.reading(readAtMs, wallMs);
    },
    read: (chunk) => {
      this.#chunkWallMs = null;
      this.#box.read(chunk);
    },
    line: (text, readAtMs) => { this.#takeLine(readLine(text), readAtMs); },
    tooLong: (readAtMs) => { this.#takeLine({ kind: 'corrupt', why: 'too-long' }, readAtMs); },
    closed: (problem) => {
      this.#epoch = NO_EPOCH;
      this.take({ kind: 'port-closed', problem });
    },
    waiting: (problem, nextTryAtMs, attempts) => { this.take({ kind: 'port-waiting', problem, nextTryAtMs, attempts }); },
    stopWritten: (stopId, ok, atMs) => { this.take({ kind: 'stop-written', stopId, ok }, atMs); },
  };

  tick(sleptMs: number): void { this.take({ kind: 'tick', sleptMs }); }
  facts(facts: Facts, ageMs: number | null): void { this.take({ kind: 'facts', facts, ageMs }); }
  order(order: Order, ageMs: number): void { this.take({ kind: 'order', order, ageMs }); }
  recordHealth(canRecord: boolean, problem: Problem | null): void { this.take({ kind: 'record-health', canRecord, problem }); }
  elsewhere(elsewhere: Elsewhere): void { this.take({ kind: 'elsewhere', elsewhere }); }
  closing(): void { this.take({ kind: 'closing' }); }

  /** The bytes are noted by themselves, so a line is not. */
  #takeLine(line: ReturnType<typeof readLine>, readAtMs: number): void {
    this.#feed({ ...line, nowMs: readAtMs, wallMs: this.#chunkWallMs ?? this.#doors.wall() });
    this.#box.line();
  }

  /** Feeds one event; `nowMs` is when it happened. */
  take(part: EventPart, nowMs: number = this.#doors.now()): void {
    const event = { ...part, nowMs, wallMs: this.#doors.wall() } as GuardEvent;
    this.#box.event(event);
    this.#feed(event);
  }

  #feed(event: GuardEvent): void {
    const before = this.#state;
    const epoch = this.#epoch;
    try {
      const { state, effects } = step(before, event);
      this.#state = state;
      this.#carryOutAll(effects, event, epoch);
    } catch (error) {
      this.#survive(error, event, epoch);
    }
    if (this.#state !== before) this.#doors.changed(this.bench, before, this.#state);
  }

  /** A fault in the guard itself is a hazard like any other; if even that fails, the bare stop byte is written. */
  #survive(error: unknown, event: GuardEvent, epoch: number): void {
    const what = error instanceof Error ? error.message.slice(0, 200) : 'unknown';
    this.#doors.log(`${this.bench}: fault in the guard at ${event.kind}: ${what}`);
    try {
      const { state, effects } = step(this.#state, { kind: 'fault', what, nowMs: event.nowMs, wallMs: event.wallMs });
      this.#state = state;
      this.#carryOutAll(effects, event, epoch);
    } catch {
      this.#link?.writeStop(epoch, '', '\x18\n');
    }
  }

  /** In their order, each guarded alone; what the stop's own write has to tell comes after all of them. */
  #carryOutAll(effects: readonly Effect[], event: GuardEvent, epoch: number): void {
    let written: { readonly stopId: string; readonly atMs: number } | null = null;
    for (const effect of effects) {
      try {
        if (effect.do === 'stop-restore') written = this.#strike(epoch, effect.stopId, effect.bytes) ?? written;
        else if (effect.do === 'strike-drill') written = this.#strike(epoch, effect.drillId, effect.bytes) ?? written;
        else this.#perform(effect, event, epoch);
      } catch (error) {
        this.#doors.log(`${this.bench}: ${effect.do} failed: ${error instanceof Error ? error.message : 'unknown'}`);
      }
    }
    if (written !== null) this.take({ kind: 'stop-written', stopId: written.stopId, ok: true }, written.atMs);
  }

  /** The one way of a stop byte, real or of a drill. */
  #strike(epoch: number, stopId: string, bytes: string): { readonly stopId: string; readonly atMs: number } | null {
    const whole = this.#link?.writeStop(epoch, stopId, bytes) === true;
    const atMs = this.#doors.now();
    this.#box.wrote(bytes, whole, stopId, atMs);
    return whole ? { stopId, atMs } : null;
  }

  #perform(effect: Exclude<Effect, { do: 'stop-restore' | 'strike-drill' }>, event: GuardEvent, epoch: number): void {
    const link = this.#link;
    switch (effect.do) {
      case 'write-line':
        if (effect.permits && this.#state.permit === null) return;
        this.#box.wrote(effect.line, link?.writeLine(epoch, effect.line) === true, null, this.#doors.now());
        return;
      case 'record':
        this.#box.did(effect.item);
        return this.#doors.record(this.bench, effect.item, effect.actor, event.nowMs, event.wallMs);
      case 'keep-latch': return this.#doors.keepLatch(this.bench, effect.kept);
      case 'answer-order': return this.#doors.answerOrder(effect.result);
      case 'use-wiring': return this.#wiring?.use(effect.step, effect.bytes);
      case 'release-wiring': return this.#wiring?.release(effect.steps);
      case 'reopen-port': return link?.reopen();
      case 'drop-permit':
      case 'warn-committed':
        return undefined;
    }
  }
}
