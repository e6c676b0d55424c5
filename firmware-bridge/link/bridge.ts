/**
 * All benches of one bridge: passes the clock, the server's facts and people's orders to each, tells each what the
 * others hold, and hands evidence to the recorder. It waits for nobody and decides nothing.
 */
import type { Actor } from '../contract/actor.ts';
import type { BenchStatus, Problem } from '../contract/bench-status.ts';
import type { Evidence, EvidenceItem } from '../contract/evidence.ts';
import type { FromRecorder } from '../contract/recorder-pipe.ts';
import type { Confirmation, Order, OrderResult } from '../contract/uplink.ts';
import { describeBench } from '../guard/describe.ts';
import type { BenchState, Elsewhere } from '../guard/state.ts';
import { BenchRunner } from './bench-runner.ts';
import { BlackBoxTaps } from './black-box-taps.ts';
import type { BenchPart, BridgeDoors } from './bridge-doors.ts';
import { elsewhereOf } from './elsewhere.ts';
import { confirmEverywhere, DatabaseTeller, withSharedDatabase } from './known-database.ts';
import type { WiringPart } from './rig-wiring.ts';
import type { BenchLink } from './serial-link.ts';
import { StallMeter } from './stall-meter.ts';

const STATUS_MS = 100;
const NOBODY: Elsewhere = { open: [], tripped: [], rigs: [] };

interface Bench { readonly runner: BenchRunner; readonly link: BenchLink; readonly wiring: WiringPart | null; statusAtMs: number; elsewhere: Elsewhere }

export class Bridge {
  readonly #doors: BridgeDoors;
  readonly #benches = new Map<string, Bench>();
  readonly #stalls: StallMeter;
  readonly #waitingOrders = new Map<string, (result: OrderResult) => void>();
  #seq = 0;
  #lostTold = 0;
  readonly #boxes: BlackBoxTaps;
  readonly #database: DatabaseTeller;
  #health: { readonly canRecord: boolean; readonly problem: Problem | null } = { canRecord: false, problem: null };

  constructor(parts: readonly BenchPart[], doors: BridgeDoors) {
    this.#doors = doors;
    this.#stalls = new StallMeter(doors.now());
    this.#boxes = new BlackBoxTaps({
      ...doors, record: (bench, item) => { this.record(bench, item, { kind: 'bridge', name: doors.bridgeId }); }, problemChanged: () => { this.#tellHealth(); },
    });
    this.#database = new DatabaseTeller(doors);
    for (const part of withSharedDatabase(parts)) this.#add(part);
  }

  #add({ setup, kept, file, blackBoxMb }: BenchPart): void {
    const { now, wall, random, send, connect } = this.#doors;
    const runner = new BenchRunner(setup, kept, {
      now, wall,
      record: (bench, item, actor, nowMs, wallMs) => { this.record(bench, item, actor, nowMs, wallMs); },
      keepLatch: (_bench, latch) => { file.keep(latch); },
      // Who took a bench out may rely on it over any restart: told only when it is on the disk.
      answerOrder: (result) => {
        if ((result.outcome === 'taken-out' || result.outcome === 'database-confirmed') && file.settled !== undefined) void file.settled().then(() => { this.#answer(result); });
        else this.#answer(result);
      },
      changed: (bench, before, after) => { this.#changed(bench, before, after); },
      log: (text) => { send({ type: 'log', level: 'error', text }); },
    }, this.#boxes.add(setup.bench, blackBoxMb));
    const link = connect({ path: setup.path, baud: setup.baud, now, random, sink: runner.sink });
    runner.attach(link);
    const wiring = this.#doors.wire?.(setup.bench, link, runner.wiringSink) ?? null;
    if (wiring !== null) runner.attachWiring(wiring);
    this.#benches.set(setup.bench, { runner, link, wiring, statusAtMs: 0, elsewhere: NOBODY });
  }

  open(): void {
    this.#handOver();
    for (const { link, wiring } of this.#benches.values()) {
      link.open();
      wiring?.open();
    }
  }

  /** Called every 20 ms. `sleptMs` is how long the machine slept since the last call. */
  tick(sleptMs: number): void {
    const nowMs = this.#doors.now();
    const stalledMs = this.#stalls.tick(nowMs);
    if (stalledMs !== null) this.#doors.send({ type: 'log', level: 'warn', text: `the guard stalled for ${Math.round(stalledMs)} ms` });
    for (const bench of this.#benches.values()) {
      bench.runner.tick(sleptMs);
      if (nowMs - bench.statusAtMs >= STATUS_MS) this.#sendStatus(bench, nowMs);
    }
    this.#handOver();
    this.#database.tell(this.states());
    const lost = this.#doors.lostCount();
    if (lost > this.#lostTold) {
      this.record(null, { kind: 'evidence-lost', body: { count: lost - this.#lostTold } }, { kind: 'bridge', name: this.#doors.bridgeId });
      this.#lostTold = lost;
    }
  }

  #handOver(): void {
    this.#boxes.handOver((id) => {
      const bench = this.#benches.get(id);
      return bench === undefined || !bench.link.isBetweenLines ? null : bench.runner.state;
    });
  }

  record(bench: string | null, item: EvidenceItem, actor: Actor, nowMs = this.#doors.now(), wallMs = this.#doors.wall()): void {
    const { bridgeId, bootId, newId, send, show } = this.#doors;
    this.#seq += 1;
    const event: Evidence = {
      v: 1, id: newId(), kind: item.kind, bench, seq: this.#seq, bridge: bridgeId, bootId, atMs: Math.round(nowMs),
      atIso: new Date(wallMs).toISOString(), actor, body: item.body,
    };
    send({ type: 'evidence', event });
    show(event);
  }

  takeFromRecorder(message: Extract<FromRecorder, { type: 'facts' | 'order' | 'black-box' | 'black-box-ended' }>): void {
    if (message.type === 'black-box-ended') return this.#boxes.takeEnd();
    if (message.type === 'black-box') return this.#boxes.takeReport(message.report);
    if (message.type === 'facts') {
      for (const { runner } of this.#benches.values()) runner.facts(message.facts, message.ageMs);
      return;
    }
    this.takeOrder(message.order, (result) => { this.#doors.send({ type: 'order-result', result }); });
  }

  takeOrder(order: Order, answered: (result: OrderResult) => void): void {
    const bench = this.#benches.get(order.bench);
    if (bench === undefined) {
      answered({ id: order.id, ok: false, outcome: 'refused', refusal: 'unknown-bench', tripId: null });
      return;
    }
    this.#waitingOrders.set(order.id, answered);
    bench.runner.order(order, 0);
  }

  /** A person's stop at the bench PC itself, answered at once. */
  stopHere(bench: string, name: string): OrderResult {
    const id = this.#doors.newId();
    let result: OrderResult = { id, ok: false, outcome: 'refused', refusal: 'no-answer', tripId: null };
    const actor: Actor = { kind: 'unverified-name', name };
    this.takeOrder({ id, kind: 'stop', bench, actor, second: null, reason: '', tripId: null, expiresInMs: 60_000 }, (answer) => { result = answer; });
    return result;
  }

  /** Any other order of a person at the bench PC itself; a drill answers when it is over. */
  orderHere(kind: Exclude<Order['kind'], 'stop' | 'reset'>, bench: string, name: string, reason: string): Promise<OrderResult> {
    return new Promise((answered) => {
      const actor: Actor = { kind: 'unverified-name', name };
      this.takeOrder({ id: this.#doors.newId(), kind, bench, actor, second: null, reason, tripId: null, expiresInMs: 60_000 }, answered);
    });
  }

  /** A person's word on the database of the server, for every bench. It comes from the control socket and from nowhere else. */
  confirmHere(asked: Omit<Confirmation, 'id'>): Promise<OrderResult> {
    const { newId } = this.#doors;
    return confirmEverywhere([...this.#benches.values()].map(({ runner }) => new Promise((answered) => {
      const id = newId();
      this.#waitingOrders.set(id, answered);
      runner.take({ kind: 'confirm-database', confirmation: { ...asked, id } });
    })));
  }

  #answer(result: OrderResult): void {
    const answered = this.#waitingOrders.get(result.id);
    this.#waitingOrders.delete(result.id);
    answered?.(result);
  }

  recordHealth(canRecord: boolean, problem: Problem | null): void {
    this.#health = { canRecord, problem };
    this.#tellHealth();
  }

  #tellHealth(): void {
    const { canRecord, problem } = this.#health;
    for (const { runner } of this.#benches.values()) runner.recordHealth(canRecord, problem ?? this.#boxes.problemOf(runner.bench));
  }

  statuses(): readonly BenchStatus[] {
    return [...this.#benches.values()].map(({ runner }) => this.#describe(runner, this.#doors.now()));
  }

  #describe(runner: BenchRunner, nowMs: number): BenchStatus {
    return describeBench(runner.state, nowMs, this.#doors.wall(), { bootId: this.#doors.bootId, stallWorstMs: this.#stalls.worstMs });
  }

  #sendStatus(bench: Bench, nowMs: number): void {
    bench.statusAtMs = nowMs;
    this.#doors.send({ type: 'telemetry', status: this.#describe(bench.runner, nowMs) });
  }

  #changed(benchId: string, before: BenchState, after: BenchState): void {
    if (before.rig !== after.rig || before.link.problem !== after.link.problem) this.#tellLink(benchId, before, after);
    if (before.mode !== after.mode) {
      const bench = this.#benches.get(benchId);
      if (bench !== undefined) this.#sendStatus(bench, this.#doors.now());
    }
    const same = before.trip === after.trip && before.restore?.id === after.restore?.id && before.device === after.device
      && before.rig === after.rig && before.failures === after.failures && (before.link.session === null) === (after.link.session === null);
    if (!same) this.#tellOthers(benchId);
  }

  /** The link looks elsewhere when the rig is another one, and remembers where the right one was. */
  #tellLink(benchId: string, before: BenchState, after: BenchState): void {
    const link = this.#benches.get(benchId)?.link;
    if (after.link.problem?.code === 'rig-unexpected' && before.link.problem?.code !== 'rig-unexpected') link?.rigRefused?.();
    else if (before.rig !== after.rig && after.rig !== null && after.link.session !== null) link?.rigAccepted?.(after.rig.serial);
  }

  /** What a bench must know of the others: devices in work, devices that tripped, rigs on the line. */
  #tellOthers(changed: string): void {
    for (const [id, bench] of this.#benches) {
      if (id === changed) continue;
      const others = [...this.#benches].filter(([other]) => other !== id).map(([, other]) => other.runner.state);
      const elsewhere = elsewhereOf(others);
      if (JSON.stringify(elsewhere) === JSON.stringify(bench.elsewhere)) continue;
      bench.elsewhere = elsewhere;
      bench.runner.elsewhere(elsewhere);
    }
  }

  /** What the interlock of each bench knows now, for whoever looks on. */
  states(): readonly BenchState[] {
    return [...this.#benches.values()].map(({ runner }) => runner.state);
  }

  /** Benches that may not be left now: between the gate and the point of no return. */
  benchesInCritical(): readonly string[] {
    return this.states().filter((state) => state.zone === 'critical' && state.trip === null).map((state) => state.setup.bench);
  }

  closing(): void {
    for (const { runner } of this.#benches.values()) runner.closing();
  }

  /** The heads of the black boxes are told before it resolves; a recorder that hangs is not waited for by the caller. */
  async end(): Promise<void> {
    await Promise.all([...this.#benches.values()].map(({ link, wiring }) => Promise.all([link.end(), wiring?.end()])));
    await this.#boxes.end();
  }
}
