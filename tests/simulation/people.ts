/**
 * The people in the store: a technician who seats phones, starts restores and takes phones out, and somebody who resets
 * and sometimes stops. They see only what a person sees, and they make mistakes by the seed.
 */
import type { Actor } from '../../firmware-bridge/contract/actor.ts';
import { virtualDevice, virtualPlan } from '../../firmware-bridge/virtual-rig/device.ts';
import type { Device } from '../../firmware-bridge/virtual-rig/rig-state.ts';
import type { RigStation } from './rig-station.ts';
import type { World } from './world.ts';

const LOOK_MS = 250;

export interface Habits {
  readonly erases: number;
  readonly agreesToErase: number;
  readonly strangePlans: number;
  readonly fallsBack: number;
  /** Chance that the phone of the other bench is seated here too. */
  readonly sharesPhones: number;
  readonly stops: number;
  readonly resets: number;
  readonly confirms: number;
  readonly bringsBack: number;
  readonly careless: number;
}
export const CALM_HABITS: Habits = { erases: 0.2, agreesToErase: 1, strangePlans: 0, fallsBack: 0, sharesPhones: 0, stops: 0, resets: 0.3, confirms: 0, bringsBack: 0, careless: 0 };

const named = (name: string): Actor => ({ kind: 'unverified-name', name });

export class People {
  habits: Habits;
  /** While false they only watch. */
  areWorking = true;
  /** They take every phone out, also that of a rig which gets its power back late. */
  areEmptying = false;
  readonly #world: World;

  constructor(world: World, habits: Habits) {
    this.#world = world;
    this.habits = habits;
    for (const station of world.stations) {
      world.agenda.every(() => LOOK_MS + world.random() * LOOK_MS, () => {
        if (this.areWorking) this.#work(station);
        else if (this.areEmptying && (station.engine?.state.device ?? null) !== null) this.unseat(station);
        return true;
      });
    }
    for (const port of world.ports) {
      world.agenda.every(() => LOOK_MS + world.random() * LOOK_MS, () => {
        if (world.chance(this.habits.stops)) this.stop(port.bench);
        if (world.chance(this.habits.bringsBack)) this.bringBack(port.bench);
        if (world.chance(this.habits.confirms)) this.confirmDatabase(world.chance(this.habits.careless));
        if (world.chance(this.habits.resets)) this.reset(port.bench, world.chance(this.habits.careless));
        return true;
      });
    }
  }

  #work(station: RigStation): void {
    const state = station.engine?.state;
    const { world, habits } = { world: this.#world, habits: this.habits };
    if (state === undefined || !world.chance(0.5)) return;
    if (state.restore !== null) return;
    if (state.device === null) this.seat(station);
    else if (state.memory.latch !== null || world.chance(0.3)) this.unseat(station);
    else if (state.session !== null && !station.estopPressed && !station.cut.has('usb-data')) {
      const kind = world.chance(habits.erases) ? 'erase' : world.chance(habits.strangePlans) ? 'downgrade' : 'update';
      this.start(station, state.device, kind);
    }
  }

  seat(station: RigStation): void {
    const { random, stations, watch } = this.#world;
    station.phones += 1;
    const other = stations.find((one) => one !== station)?.engine?.state.device ?? null;
    const boot = station.engine?.state.memory.boot ?? 1;
    const device = other !== null && random() < this.habits.sharesPhones ? other : virtualDevice(station.make.serial, boot, station.phones);
    watch.note(`${station.make.serial} gets ${String(device.serial)}`);
    station.do((engine) => engine.seat(device));
  }

  unseat(station: RigStation): void {
    station.bentSinceMs = null;
    this.#world.watch.note(`${station.make.serial} is emptied`);
    station.do((engine) => engine.unseat());
  }

  start(station: RigStation, device: Device, kind: string): void {
    const { world } = { world: this.#world };
    const plan = virtualPlan(device, kind);
    if (kind === 'erase' && world.chance(this.habits.agreesToErase)) world.server.agree(device, plan);
    const fallsBackAtPct = kind === 'update' && world.chance(this.habits.fallsBack) ? 30 : null;
    world.watch.note(`${station.make.serial} starts ${kind}`);
    station.do((engine) => engine.apply({ kind: 'start', plan, fallsBackAtPct }));
  }

  stop(bench: string): void {
    const { pc, watch } = this.#world;
    watch.note(`a person stops ${bench}`);
    pc.whenAwake(() => { pc.call(() => { pc.bridge?.stopHere(bench, 'Ann'); }); });
  }

  /** Any order about the service of a bench, at the bench PC. */
  service(kind: 'drill' | 'take-out-of-service' | 'return-to-service', bench: string): void {
    const { pc, watch } = this.#world;
    watch.note(`a person orders ${kind} at ${bench}`);
    pc.whenAwake(() => {
      pc.call(() => { void pc.bridge?.orderHere(kind, bench, 'Ann', 'the press sticks'); });
    });
  }

  /** Drills a bench that was taken out, and returns it when the drill has passed. */
  bringBack(bench: string): void {
    const state = this.#world.pc.bridge?.states().find((one) => one.setup.bench === bench);
    const out = state?.drills.kept.out ?? null;
    if (state === undefined || out === null || state.drills.running !== null) return;
    this.service(out.drilled ? 'return-to-service' : 'drill', bench);
  }

  /** Somebody reads the id on the bench PC and confirms it: the right one, or the one that happens to be shown. */
  confirmDatabase(carelessly: boolean): void {
    const world = this.#world;
    const { pc, watch } = world;
    const refused = pc.bridge?.states().find((state) => state.refusedFacts !== null);
    if (refused === undefined || refused.refusedFacts === null || !pc.isAwake) return;
    const dropHolds = refused.facts === null || (carelessly && world.chance(0.3));
    const databaseId = carelessly && world.chance(0.2) ? 'mistyped' : refused.refusedFacts.databaseId;
    const second = carelessly ? world.pick([null, named(' ANN'), named('Bob')]) : named('Bob');
    const reason = carelessly && world.chance(0.3) ? ' ' : 'the server is a new one';
    watch.note(`a person confirms the database ${databaseId}${dropHolds ? ' and lets go of what was held' : ''}${carelessly ? ', carelessly' : ''}`);
    const isTwo = second !== null && second.name.trim().toLowerCase() !== 'ann';
    if (reason.trim() !== '' && databaseId === refused.refusedFacts.databaseId) {
      watch.truth.confirming.add(databaseId);
      if (dropHolds && isTwo) watch.truth.dropping.add(databaseId);
      else if (!dropHolds) watch.truth.dropping.delete(databaseId);
    }
    pc.call(() => { void pc.bridge?.confirmHere({ databaseId, actor: named('Ann'), second, reason, dropHolds }); });
    watch.truth.confirming.clear();
  }

  reset(bench: string, carelessly: boolean): void {
    const world = this.#world;
    const { pc, watch } = world;
    const trip = pc.bridge?.states().find((state) => state.setup.bench === bench)?.trip?.trip;
    if (trip === undefined || !pc.isAwake) return;
    const second = carelessly ? world.pick([null, named('ANN '), named('  ')]) : named('Bob');
    const order = {
      id: pc.newId(), kind: 'reset' as const, bench, actor: named(carelessly && world.chance(0.3) ? ' ' : 'Ann'), second,
      reason: carelessly && world.chance(0.3) ? ' ' : 'looked at it', tripId: carelessly && world.chance(0.3) ? 'AAAA' : trip.id, expiresInMs: 5000,
    };
    watch.note(`a person resets ${bench}${carelessly ? ' carelessly' : ''}`);
    watch.truth.resets.set(order.id, order);
    pc.call(() => { pc.bridge?.takeOrder(order, (result) => {
      watch.note(`reset of ${bench}: ${result.refusal ?? result.outcome}`);
      watch.answered(order.id);
    }); });
  }
}
