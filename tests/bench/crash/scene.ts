/**
 * What happens at one bench in one round: a device in, a restore that gets its permit, brought to its place, provoked;
 * and afterwards the way back to an empty bench without a trip. It acts only as a technician could.
 */
import { benchView, newestStops, orderReset } from './api.ts';
import type { Scene } from './plan.ts';
import type { Rig } from './rig.ts';
import type { Store } from './store.ts';
import { pause, waitFor } from './wait-for.ts';

/** Factors on the rig's time. At `still` nothing happens by itself within a round. */
const SPEED = { still: 0.1, permit: 3, fast: 150, intoStart: 12, start: 8, write: 10, finish: 60 } as const;
const PERMIT_WITHIN_MS = 25_000;
const PLACE_WITHIN_MS = 10_000;
const SHOWN_WITHIN_MS = 20_000;
const RESET_WITHIN_MS = 40_000;
/** The critical phase `start` lasts 6 s at speed 1; the crossing scene provokes in its last tenth. */
const TO_CROSSING_MS = (6_000 * 0.93) / SPEED.start;
const BENT_UM = 900;

export class BenchRound {
  readonly #store: Store;
  readonly #rig: Rig;
  readonly #scene: Scene;
  #stopsBefore = 0;

  constructor(store: Store, rig: Rig, scene: Scene) {
    this.#store = store;
    this.#rig = rig;
    this.#scene = scene;
  }

  /** Seats a device, starts an update, waits for its permit and brings it to its place. */
  async prepare(): Promise<void> {
    const rig = this.#rig;
    this.#stopsBefore = rig.stops().length;
    await rig.pull('speed', SPEED.still);
    await rig.pull('straighten');
    if (!(await rig.state()).seated) await rig.pull('seat');
    await rig.pull('start', 'update');
    await rig.pull('speed', SPEED.permit);
    await waitFor(`a permit at ${rig.bench}`, PERMIT_WITHIN_MS, async () => (await rig.state()).permit !== 'none', () => this.#why());
    await this.#bringToPlace();
  }

  async #why(): Promise<string> {
    const status = await this.#store.status(this.#rig.bench);
    const missing = (status?.permissives ?? []).filter(({ ok }) => !ok).map(({ id, detail }) => `${id} ${JSON.stringify(detail)}`);
    return `Missing: ${missing.join(', ') || 'nothing'}. ${await this.#store.describe()}`;
  }

  async #bringToPlace(): Promise<void> {
    const rig = this.#rig;
    if (this.#scene.place === 'safe') return;
    await rig.pull('speed', SPEED.fast);
    await this.#reach(['recovery', 'start', 'write', 'finish', 'idle', 'stopped'], SPEED.intoStart);
    await this.#reach(['start', 'write', 'finish', 'idle', 'stopped'], this.#scene.place === 'committed' ? SPEED.finish : SPEED.start);
    if (this.#scene.place === 'crossing') await pause(TO_CROSSING_MS);
    if (this.#scene.place !== 'committed') return;
    await this.#reach(['write', 'finish', 'idle', 'stopped'], SPEED.write);
    // Two heartbeats must agree before the guard believes that it is too late; some provocations come before that.
    if (this.#scene.by === 'person') await pause(250);
  }

  /** Waits for a phase or a later one, then changes the speed. */
  async #reach(phases: readonly string[], speed: number): Promise<void> {
    await waitFor(`the phase ${phases[0] ?? ''} at ${this.#rig.bench}`, PLACE_WITHIN_MS, async () => phases.includes((await this.#rig.state()).phase), () => this.#why(), 5);
    await this.#rig.pull('speed', speed);
  }

  async provoke(): Promise<void> {
    const { bench } = this.#rig;
    switch (this.#scene.by) {
      case 'bend': await this.#rig.pull('bend', BENT_UM); return;
      case 'button': await this.#rig.pull('button'); return;
      case 'fallback': await this.#rig.pull('announce-erase'); return;
      case 'person': await this.#store.stop(bench); return;
      case 'person-at-bench': await this.#store.stopHere(bench);
    }
  }

  /** Everything is whole again: waits until each of the rig's stops is shown, then resets and empties the bench. */
  async settle(): Promise<void> {
    await this.#haveStop();
    await this.#haveShown();
    await waitFor(`the reset of ${this.#rig.bench}`, RESET_WITHIN_MS, () => this.#stepTowardsRest(), () => this.#store.describe(), 40);
  }

  /** A kill may have swallowed the provocation; then a person stops what still runs, now that the bridge is back. */
  async #haveStop(): Promise<void> {
    const state = await this.#rig.state();
    if (this.#rig.stops().length > this.#stopsBefore || state.restore === null) return;
    if ((await this.#store.status(this.#rig.bench))?.trip !== null) return;
    await this.#store.stop(this.#rig.bench);
  }

  /** The comparison at the end judges; a stop that is late here is only waited for. */
  async #haveShown(): Promise<void> {
    const rig = this.#rig;
    const { serial } = await rig.state();
    const isShown = async (): Promise<boolean> => {
      const shown = await newestStops(this.#store.url, serial);
      const fresh = rig.stops().slice(this.#stopsBefore).filter(({ id }) => /^[0-9A-F]{12}$/.test(id) && !/^0+$/.test(id));
      return shown !== null && fresh.every(({ id }) => shown.some(({ stopId }) => stopId === id));
    };
    await waitFor(`the stop of ${rig.bench} on the server`, SHOWN_WITHIN_MS, isShown, () => this.#store.describe()).catch(() => undefined);
  }

  /** One look, and what a technician would do next; true when the bench is at rest. */
  async #stepTowardsRest(): Promise<boolean> {
    const rig = this.#rig;
    const state = await rig.state();
    if (state.restore !== null) {
      // Past the point of no return it must run to its end; before it, taking the device out ends it.
      if (state.zone === 'committed') await rig.pull('speed', SPEED.finish);
      else await rig.pull('unseat');
      return false;
    }
    if (state.speed !== SPEED.still) await rig.pull('speed', SPEED.still);
    if (state.seated) await rig.pull('unseat');
    const view = await benchView(this.#store.url, rig.bench);
    const status = view?.status ?? null;
    if (status === null || view?.bridgeConnected !== true || (view.ageMs ?? 1_000) > 500) return false;
    if (status.trip === null) return state.latch === null && status.mode === 'inhibited' && !status.seated;
    if (status.reset.possible) await orderReset(this.#store.url, rig.bench, status.trip.id);
    return false;
  }
}
