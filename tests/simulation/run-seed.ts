/**
 * One run by its seed: calm for a moment, then whatever the seed holds, then everything is mended, and the benches must
 * come back. A run depends on its seed and on the code, and on nothing else.
 */
import type { ToRecorder } from '../../firmware-bridge/contract/recorder-pipe.ts';
import { makeRandom } from '../../firmware-bridge/virtual-rig/random.ts';
import { FAULTS, type Fault, type Scene } from './faults.ts';
import type { Violation } from './moment.ts';
import { CALM_HABITS, People, type Habits } from './people.ts';
import { FINE } from './one-way.ts';
import { World } from './world.ts';

export interface SeedResult { readonly seed: number; readonly steps: number; readonly violations: readonly Violation[]; readonly trace: readonly string[] }

const FAULTS_UNTIL_MS = 16_000;
/** From the moment when all faults are over until every bench must be of use again (ms). */
export const BACK_WITHIN_MS = 40_000;
const NEW_RESTORE_WITHIN_MS = 25_000;
const CALM_MS = 14_000;
const LONGEST_SLEEP_MS = 8000;
const LIVENESS = 'mission.md, a healthy rig and a reset bring the bench back';

export function runSeed(seed: number, isTracing = false, offered: (message: ToRecorder) => void = () => undefined): SeedResult {
  const world = new World(seed, isTracing, offered);
  const choose = makeRandom(seed ^ 0x5eed);
  const isCalm = choose() < 0.08;
  const people = new People(world, isCalm ? CALM_HABITS : habitsOf(choose));
  world.startBridge();
  try {
    if (isCalm) beCalm(world);
    else beUnkind(world, people, choose);
    if (world.watch.violations.length === 0) mend(world, people);
  } catch (error) {
    world.watch.violate('nothing throws', 'guard.md §3, pure and total', error instanceof Error ? error.stack?.slice(0, 600) ?? error.message : 'unknown');
  }
  return { seed, steps: world.agenda.steps, violations: world.watch.violations, trace: world.watch.trace };
}

function habitsOf(choose: () => number): Habits {
  const some = (most: number): number => (choose() < 0.5 ? 0 : choose() * most);
  return {
    erases: some(0.6), agreesToErase: 0.7, strangePlans: some(0.2), fallsBack: some(0.6), sharesPhones: some(0.8), stops: some(0.02), resets: some(0.4),
    careless: some(0.6), confirms: some(0.1), bringsBack: some(0.2),
  };
}

/** No fault at all: whatever stops now is a false stop. */
function beCalm(world: World): void {
  // A phone that is seated while the stop byte of a drill is on its way makes it a real stop: the rig decides that, and it harms nothing.
  const isTripped = (): boolean => world.pc.bridge?.states().some((state) => state.trip !== null && state.trip.trip.causes[0]?.code !== 'drill-became-stop') === true;
  world.agenda.runUntil(CALM_MS, isTripped);
  if (!isTripped()) return;
  const cause = world.pc.bridge?.states().flatMap((state) => state.trip?.trip.causes.map((one) => one.code) ?? []);
  world.watch.violate('no false stop in a calm run', 'guard.md §5, nuisance', String(cause));
}

/** Few kinds of fault in one run, so that each gets its chance to be the only one. */
function beUnkind(world: World, people: People, choose: () => number): void {
  const names = Object.keys(FAULTS);
  const kinds = Array.from({ length: 1 + Math.floor(choose() * 5) }, () => names[Math.floor(choose() * names.length)] ?? 'bend');
  if (choose() < 0.25) kinds[0] = 'bend';
  if (choose() < 0.2) kinds[0] = 'a stop that nobody answers';
  const count = 1 + Math.floor(choose() * 9);
  for (let index = 0; index < count; index += 1) {
    const name = kinds[Math.floor(choose() * kinds.length)] ?? 'bend';
    const where = Math.floor(choose() * world.ports.length);
    const [startMs, lasts] = [400 + choose() * (FAULTS_UNTIL_MS - 2000), choose()];
    world.agenda.after(startMs, () => { strike(world, people, name, where, lasts); });
  }
  world.agenda.runUntil(FAULTS_UNTIL_MS, () => world.watch.violations.length > 0);
}

function strike(world: World, people: People, name: string, where: number, lasts: number): void {
  const fault = FAULTS[name] as Fault;
  const [port, station] = [world.ports[where], world.stations[where]];
  if (port === undefined || station === undefined) return;
  const scene: Scene = { world, people, port, station };
  // What measures wrongly or bends is not in the way of a stop.
  const isRough = !/^(bend|a reset|a careless reset)$/.test(name);
  world.watch.note(`${name} at ${port.bench}`);
  if (isRough) world.roughAtMs = world.agenda.nowMs;
  fault.begin(scene);
  const untilMs = Math.min(fault.lastsMs * lasts, FAULTS_UNTIL_MS - world.agenda.nowMs);
  if (isRough) world.roughAtMs = world.agenda.nowMs + untilMs + 1000;
  if (fault.end === undefined) return;
  world.agenda.after(untilMs, () => {
    world.watch.note(`${name} at ${port.bench} is over`);
    fault.end?.(scene);
  });
}

/** Everything is put in order; then a person resets, and a new phone must get its restore. */
function mend(world: World, people: People): void {
  world.watch.note('everything is mended');
  people.habits = { ...CALM_HABITS, resets: 0.6, confirms: 0.3, bringsBack: 0.4, erases: 0 };
  people.areWorking = false;
  people.areEmptying = true;
  // A PC that sleeps is a fault that lasts; what came to it meanwhile is older than everything that is put in order now.
  world.agenda.runUntil(world.agenda.nowMs + LONGEST_SLEEP_MS, () => world.watch.violations.length > 0 || world.pc.isAwake);
  world.agenda.runUntil(world.agenda.nowMs + 1);
  putInOrder(world, people);
  const endMs = world.agenda.nowMs + BACK_WITHIN_MS;
  const isBroken = (): boolean => world.watch.violations.length > 0;
  const isBack = (): boolean => {
    const states = world.pc.bridge?.states() ?? [];
    // A rig that got its power back with a phone in it is not empty yet.
    const isEmpty = world.stations.every(({ engine }) => engine !== null && engine.state.device === null);
    return isEmpty && states.length > 0 && states.every((state) => (state.mode === 'inhibited' || state.mode === 'permitted') && state.restore === null && state.reset === null && state.drills.kept.out === null && state.drills.running === null);
  };
  world.agenda.runUntil(endMs, () => isBroken() || isBack());
  if (isBroken()) return;
  if (!isBack()) {
    world.watch.violate('after all faults a bench comes back', LIVENESS, describe(world));
    return;
  }
  people.areEmptying = false;
  restoreOnceMore(world, people, isBroken);
}

function putInOrder(world: World, people: People): void {
  for (const [index, port] of world.ports.entries()) {
    const station = world.stations[index];
    if (station === undefined) continue;
    port.up.weather = FINE;
    port.down.weather = FINE;
    port.isFull = false;
    port.isWiringBroken = false;
    port.plugAgain();
    if (port.station !== station) port.plug(station);
    station.powerOn();
    if (station.estopPressed) station.estop(false);
    station.do((engine) => { engine.world.chassis.fault = 'none'; });
    station.do((engine) => engine.apply({ kind: 'ignore-stop', on: false }));
    people.unseat(station);
  }
  for (const { disk } of world.pc.places) disk.isStuck = false;
  world.server.mood = 'well';
  world.server.releaseAll();
  world.startBridge();
  world.pc.whenAwake(() => { world.pc.call(() => { world.pc.bridge?.recordHealth(true, null); }); });
}

function restoreOnceMore(world: World, people: People, isBroken: () => boolean): void {
  world.server.releaseAll();
  const kept = new Set<string>();
  const open = new Map<string, string>();
  world.agenda.runUntil(world.agenda.nowMs + 1500, isBroken);
  for (const station of world.stations) if (station.engine?.state.device === null) people.seat(station);
  world.agenda.runUntil(world.agenda.nowMs + 1500, isBroken);
  for (const station of world.stations) {
    const device = station.engine?.state.device ?? null;
    if (device !== null) people.start(station, device, 'update');
    open.set(station.make.serial, station.engine?.state.restore?.id ?? 'none');
  }
  const isDone = (): boolean => {
    for (const { make, engine } of world.stations) {
      if (engine?.state.restore === null && world.watch.truth.crossed.has(`${make.serial} ${String(open.get(make.serial))} write`)) kept.add(make.serial);
    }
    return kept.size === world.stations.length;
  };
  world.agenda.runUntil(world.agenda.nowMs + NEW_RESTORE_WITHIN_MS, () => isBroken() || isDone());
  if (!isBroken() && !isDone()) world.watch.violate('after all faults a new restore is permitted and finishes', LIVENESS, describe(world));
}

function describe(world: World): string {
  const benches = (world.pc.bridge?.states() ?? []).map((state) => {
    const missing = state.permissives.filter((one) => !one.ok).map((one) => one.id).join('+');
    const causes = state.trip?.trip.causes.map((cause) => `${cause.code}${cause.cleared ? '' : '!'}`).join('+') ?? '';
    return `${state.setup.bench} ${state.mode} ${state.zone} restore=${String(state.restore?.id)} missing=${missing} causes=${causes} receipt=${String(state.trip?.trip.receipt.state)} problem=${String(state.link.problem?.code)}`;
  });
  const rigs = world.stations.map(({ make, engine }) => `${make.serial} ${String(engine?.state.restore?.phase ?? engine?.state.rest)} latch=${String(engine?.state.memory.latch?.id)}`);
  return [...benches, ...rigs].join('; ');
}
