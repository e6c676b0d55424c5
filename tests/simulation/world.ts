/**
 * Two benches in one process: PC, ports, rigs and server put together on one agenda, everything by one seed. It joins
 * the parts and holds no story and no faults of its own.
 */
import type { ToRecorder } from '../../firmware-bridge/contract/recorder-pipe.ts';
import { makeRandom, type Random } from '../../firmware-bridge/virtual-rig/random.ts';
import type { RunningPhase } from '../../firmware-bridge/virtual-rig/rig-state.ts';
import { Agenda } from './agenda.ts';
import { BenchPc } from './bench-pc.ts';
import { LatchDisk } from './latch-disk.ts';
import { PcPort } from './pc-port.ts';
import { RigStation } from './rig-station.ts';
import { WIRINGS } from './sim-wiring.ts';
import { StoreServer } from './store-server.ts';
import { Watch } from './watch.ts';

export const BENCHES = ['bench-1', 'bench-2'] as const;
const KNOWN_FACTS_MS = 20;

/** Long enough for a permit (two rounds of reports), short enough for many restores in one run (ms). */
const DURATIONS_MS: Readonly<Record<RunningPhase, number>> = {
  prepare: 300, unpack: 1500, verify: 300, recovery: 300, start: 1200, write: 2500, 'erase-next': 1500, erase: 1200, finish: 600,
};

const scaled = (share: number): Readonly<Record<RunningPhase, number>> => {
  const entries = Object.entries(DURATIONS_MS).map(([phase, ms]) => [phase, Math.round(ms * share)]);
  return Object.fromEntries(entries) as Record<RunningPhase, number>;
};

export class World {
  readonly agenda = new Agenda();
  readonly random: Random;
  readonly watch: Watch;
  readonly ports: readonly PcPort[];
  readonly stations: readonly RigStation[];
  readonly pc: BenchPc;
  readonly server: StoreServer;
  /** When something unkind last began or ended (virtual ms). */
  roughAtMs = 0;
  /** Rigs that told their one lie. */
  readonly told = new Set<string>();

  constructor(seed: number, isTracing: boolean, offered: (message: ToRecorder) => void = () => undefined) {
    this.random = makeRandom(seed);
    this.watch = new Watch(this.agenda, isTracing);
    const { agenda, random, watch } = this;
    this.ports = BENCHES.map((bench) => new PcPort(bench, agenda, random));
    const boot = Math.floor(random() * 3);
    this.stations = BENCHES.map((_bench, index) => new RigStation({
      serial: `VIRTUAL-${index + 1}`, durationsMs: scaled(0.6 + random() * 0.9), clockRate: 1 + (random() - 0.5) * 0.0006,
      seed: Math.floor(random() * 0xffff_ffff), boot: random() < 0.7 ? boot : index * 5,
    }, agenda, {
      wrote: (station, entries) => { watch.ledger(station, entries); },
      stepped: (station) => { watch.rigStepped(station); },
    }));
    this.ports.forEach((port, index) => { port.plug(this.stations[index] ?? null); });
    const knowsRigs = random() < 0.3;
    const places = this.ports.map((port, index) => ({ port, expectedRig: knowsRigs ? `VIRTUAL-${index + 1}` : null, disk: new LatchDisk(agenda, random), wiring: WIRINGS[Math.floor(random() * WIRINGS.length)] ?? [] }));
    this.pc = new BenchPc(places, agenda, random, {
      before: () => { watch.before(this.pc); },
      after: (heard) => { watch.after(this.pc, heard); },
      wrote: (port, bytes) => { watch.wrote(port, bytes); },
      heard: (port, line) => { watch.heard(this.pc, port, line); },
      sent: (message) => {
        watch.sent(message);
        if (message.type === 'evidence') this.server.notice(message.event);
      },
      offered: (message) => {
        if (message.type === 'known-database') this.server.believe(message.databaseId);
        offered(message);
      },
      switched: (port, wire, isUsed) => { watch.switched(port, wire, isUsed); },
      started: (diedAtMs) => { watch.started(this.pc, diedAtMs); },
    });
    this.server = new StoreServer(agenda, random, () => this.pc);
  }

  startBridge(): void {
    if (this.pc.bridge === null) this.server.hangUp();
    this.pc.start();
    this.pc.later(KNOWN_FACTS_MS, () => { this.server.tellKept(); });
  }

  chance(share: number): boolean { return this.random() < share; }
  pick<Item>(items: readonly Item[]): Item { return items[Math.floor(this.random() * items.length)] as Item; }
  between(low: number, high: number): number { return low + this.random() * (high - low); }
}
