/**
 * The bench PC: runs the production bridge on virtual time and on simulated ports, and does to it what happens to a PC.
 * It stalls, sleeps, loses power, starts again. Stand-ins are only the ports, the clocks, the disk and the recorder's mailbox.
 */
import { Bridge } from '../../firmware-bridge/link/bridge.ts';
import { keptAtStart } from '../../firmware-bridge/link/kept-at-start.ts';
import { GUARD_TICK_MS } from '../../firmware-bridge/link/stall-meter.ts';
import { DEFAULT_LIMITS } from '../../firmware-bridge/guard/limits.ts';
import type { BenchSetup } from '../../firmware-bridge/guard/state.ts';
import type { WireStep } from '../../firmware-bridge/contract/receipt.ts';
import type { FromRecorder, ToRecorder } from '../../firmware-bridge/contract/recorder-pipe.ts';
import { hex } from '../../firmware-bridge/wire/frame.ts';
import type { Random } from '../../firmware-bridge/virtual-rig/random.ts';
import type { Agenda } from './agenda.ts';
import type { LatchDisk } from './latch-disk.ts';
import type { PcPort } from './pc-port.ts';
import { SimLink } from './sim-link.ts';
import { SimWiring } from './sim-wiring.ts';

/** Shorter than in a store, so that a run of half a minute meets it. */
export const HOLDS_KNOWN_MS = 6000;
/** A bench drills by itself so long after it was found, where it is empty. */
const DRILL_SETTLE_MS = 4000;
const DRILL_QUIET_MS = 300;
/** Then another one comes, and every state is told anew. */
const RECORDER_LIVES_MS = 5000;
const SLEEP_SEEN_MS = 500;
const WALL_AT_ZERO_MS = Date.parse('2026-03-02T09:00:00.000Z');

/** What came in with a call, as far as the watch must know. */
export interface Heard { readonly bench: string; readonly line: string }

export interface PcWatch {
  /** Before and after everything that goes into the bridge. */
  readonly before: () => void;
  readonly after: (heard: Heard | null) => void;
  readonly wrote: (port: PcPort, bytes: string) => void;
  readonly heard: (port: PcPort, line: string) => void;
  readonly sent: (message: ToRecorder) => void;
  /** What the black box of a bench hands over. */
  readonly offered: (message: ToRecorder) => void;
  readonly started: (diedAtMs: number) => void;
  /** A wire of rung 3 is used, or given back. */
  readonly switched: (port: PcPort, wire: WireStep, isUsed: boolean) => void;
}

export interface BenchPlace { readonly port: PcPort; readonly expectedRig: string | null; readonly disk: LatchDisk; readonly wiring: readonly WireStep[] }

export class BenchPc {
  readonly places: readonly BenchPlace[];
  wallStepMs = 0;
  readonly #agenda: Agenda;
  readonly #random: Random;
  readonly #watch: PcWatch;
  #bridge: Bridge | null = null;
  #links: SimLink[] = [];
  #wirings: SimWiring[] = [];
  #run = 0;
  #startedAtMs = 0;
  #slept = { totalMs: 0, untoldMs: 0 };
  #busyUntilMs = 0;
  #diedAtMs = 0;
  #waiting: { readonly run: () => void; readonly isBytes: boolean }[] = [];
  #ids = 0;
  #depth = 0;

  constructor(places: readonly BenchPlace[], agenda: Agenda, random: Random, watch: PcWatch) {
    this.places = places;
    this.#agenda = agenda;
    this.#random = random;
    this.#watch = watch;
  }

  get bridge(): Bridge | null { return this.#bridge; }
  get isAwake(): boolean { return this.#agenda.nowMs >= this.#busyUntilMs; }

  readonly now = (): number => 1000 + this.#agenda.nowMs - this.#slept.totalMs - this.#startedAtMs;
  readonly wall = (): number => WALL_AT_ZERO_MS + this.#agenda.nowMs + this.wallStepMs;

  newId(): string {
    this.#ids += 1;
    return `00000000-0000-7000-8000-${hex(this.#ids, 12).toLowerCase()}`;
  }

  start(): void {
    if (this.#bridge !== null) return;
    this.#run += 1;
    this.#startedAtMs = this.#agenda.nowMs - this.#slept.totalMs;
    const run = this.#run;
    const parts = this.places.map(({ port, expectedRig, disk, wiring }) => {
      const setup: BenchSetup = {
        bench: port.bench, name: port.bench, path: `/dev/${port.bench}`, hostName: 'sim', expectedRig, virtual: true, baud: 115_200,
        limits: { ...DEFAULT_LIMITS, holdsKnownMs: HOLDS_KNOWN_MS, drillSettleMs: DRILL_SETTLE_MS, drillQuietMs: DRILL_QUIET_MS },
        wiring, stopPrefix: hex(Math.floor(this.#random() * 0xffff_ffff), 8),
        nonceStart: 1 + Math.floor(this.#random() * 0xfffe),
      };
      const read = disk.read();
      const kept = keptAtStart(read, hex(Math.floor(this.#random() * 0xffff_ffff), 12), new Date(this.wall()).toISOString());
      if (read.kind !== 'kept') disk.keep(kept ?? { v: 1, trip: null, restore: null });
      return { setup, kept, file: disk, blackBoxMb: 16 };
    });
    this.#links = [];
    this.#wirings = [];
    this.#bridge = new Bridge(parts, {
      bridgeId: 'sim', bootId: `run-${run}`, now: this.now, wall: this.wall, random: this.#random, newId: () => this.newId(),
      release: 'sim', offer: (message) => { this.#watch.offered(message); return true; }, recorderStarts: () => Math.floor(this.#agenda.nowMs / RECORDER_LIVES_MS), send: (message) => { this.#watch.sent(message); }, lostCount: () => 0, show: () => undefined,
      connect: (options) => {
        const place = this.places.find(({ port }) => options.path.endsWith(port.bench));
        if (place === undefined) throw new Error(`no port for ${options.path}`);
        const link = new SimLink(options, this, place.port);
        this.#links.push(link);
        return link;
      },
      wire: (bench, _link, sink) => {
        const place = this.places.find(({ port }) => port.bench === bench);
        if (place === undefined || place.wiring.length === 0) return null;
        const wiring = new SimWiring(place.wiring, this, place.port, sink);
        this.#wirings.push(wiring);
        return wiring;
      },
    });
    this.#watch.started(this.#diedAtMs);
    this.#bridge.open();
    this.later(40, () => { this.call(() => { this.#bridge?.recordHealth(true, null); }); });
    this.#agenda.every(() => GUARD_TICK_MS + this.#random(), () => {
      if (run !== this.#run || this.#bridge === null) return false;
      if (this.isAwake) this.#tick();
      return true;
    });
  }

  #tick(): void {
    const sleptMs = this.#slept.untoldMs >= SLEEP_SEEN_MS ? this.#slept.untoldMs : 0;
    if (sleptMs > 0) this.#slept = { ...this.#slept, untoldMs: 0 };
    this.call(() => { this.#bridge?.tick(sleptMs); });
  }

  /** Everything that enters the bridge goes through here. */
  call(run: () => void, heard: Heard | null = null): void {
    if (this.#bridge === null) return;
    if (this.#depth > 0) {
      run();
      return;
    }
    this.#depth += 1;
    this.#watch.before();
    run();
    this.#watch.after(heard);
    this.#depth -= 1;
  }

  tell(message: Extract<FromRecorder, { type: 'facts' | 'order' }>): void {
    this.whenAwake(() => { this.call(() => { this.#bridge?.takeFromRecorder(message); }); });
  }

  wrote(port: PcPort, bytes: string): void { this.#watch.wrote(port, bytes); }
  switched(port: PcPort, wire: WireStep, isUsed: boolean): void { this.#watch.switched(port, wire, isUsed); }
  heard(port: PcPort, line: string): void { this.#watch.heard(port, line); }

  /** Now, or when the PC is awake again; never in another run of the bridge. */
  whenAwake(run: () => void, isBytes = false): void {
    const mine = this.#run;
    const once = (): void => { if (mine === this.#run && this.#bridge !== null) run(); };
    if (this.isAwake) once();
    else this.#waiting.push({ run: once, isBytes });
  }

  later(ms: number, run: () => void): void {
    const mine = this.#run;
    this.#agenda.after(ms, () => { if (mine === this.#run) this.whenAwake(run); });
  }

  /** Stands still; what comes in meanwhile waits. Asleep its monotonic clock stands too, and the adapters lose what came. */
  stall(ms: number, asleep: boolean): void {
    if (!this.isAwake) return;
    this.#busyUntilMs = this.#agenda.nowMs + ms;
    this.#agenda.after(ms, () => {
      if (asleep) this.#slept = { totalMs: this.#slept.totalMs + ms, untoldMs: this.#slept.untoldMs + ms };
      const losesBytes = asleep && this.#random() < 0.5;
      const waiting = this.#waiting.filter(({ isBytes }) => !isBytes || !losesBytes);
      this.#waiting = [];
      // After a stall the loop may turn to its timers first or to its ports first.
      if (this.#bridge !== null && this.#random() < 0.5) this.#tick();
      for (const { run } of waiting) run();
    });
  }

  /** Killed: nothing is put in order. With `power` the whole PC goes, and what was not synced may be torn. */
  kill(tearsBench: number | null): void {
    const wasAlive = this.#bridge !== null;
    if (wasAlive) this.#diedAtMs = this.#agenda.nowMs;
    this.#bridge = null;
    this.#run += 1;
    this.#waiting = [];
    for (const link of [...this.#links, ...this.#wirings]) link.kill();
    for (const { disk } of this.places) disk.lose();
    // Nothing is written, and so nothing torn, while nobody runs.
    if (tearsBench !== null && wasAlive) this.places[tearsBench]?.disk.tear();
  }
}
