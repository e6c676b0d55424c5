/**
 * One stop after the other at the rig's end of the line: opens a restore, waits for the permit, writes the deciding
 * frame, takes the time until the stop byte is read, and gets the bench ready again. Same code for every host measured.
 */
import type { PlayedRig } from './played-rig.ts';
import { decidingProbe } from './rig-lines.ts';

/** How the bench gets a host to permit and to be reset; everything between is the same for all. */
export interface Host {
  readonly permits: boolean;
  readonly reset: (stopId: string) => Promise<void>;
}

export interface Measured {
  /** From the write of the deciding frame to the read of the stop byte, in order (µs). */
  readonly stopsUs: readonly number[];
  /** Not answered in time. */
  readonly lost: number;
  /** Stop bytes that no deciding frame asked for. */
  readonly unasked: number;
  /** Stops written again, because the rig's answer was not read in time. */
  readonly repeated: number;
  /** Deciding frames written without a live permit, because none came in time. */
  readonly unpermitted: number;
}

export interface StopDoors {
  readonly nowMs: () => number;
  readonly send: (line: string) => void;
  readonly random: () => number;
  /** Collects what the harness left over, in a pause, so that it does not collect while the clock runs. */
  readonly tidy: () => void;
  /** What stands in the way while the clock runs; null for nothing. */
  readonly disturber: () => { readonly begin: () => void; readonly end: () => Promise<void> } | null;
}

const CYCLE_MS = 90;
const PERMIT_MS_MAX = 1000;
const STOP_MS_MAX = 500;
const NAME_MS_MAX = 50;
/** Between the permit and the deciding frame: long enough for the grant to be recorded, spread over more than one tick of the guard. */
const WAIT_MS_MIN = 40;
const WAIT_MS_SPREAD = 21;
/** After the answer, so that the heartbeat that shows the stop is later by the rig's clock. */
const SETTLE_MS = 2;

const pause = (ms: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, ms); });

export class StopClock {
  readonly #rig: PlayedRig;
  readonly #host: Host;
  readonly #doors: StopDoors;
  #startedAtMs: number | null = null;
  #stoppedAfterMs: ((afterMs: number) => void) | null = null;
  readonly #waiting = new Set<() => boolean>();
  #unasked = 0;
  #repeated = 0;
  #unpermitted = 0;

  constructor(rig: PlayedRig, host: Host, doors: StopDoors) {
    this.#rig = rig;
    this.#host = host;
    this.#doors = doors;
  }

  /** A chunk with the stop byte was read at this time. */
  stopRead(atMs: number): void {
    if (this.#startedAtMs !== null && this.#stoppedAfterMs !== null) this.#stoppedAfterMs(atMs - this.#startedAtMs);
    else if (this.#rig.latch === null) this.#unasked += 1;
    else this.#repeated += 1;
  }

  /** The rig took something from its host. */
  moved(): void {
    for (const look of this.#waiting) if (look()) this.#waiting.delete(look);
  }

  #until(holds: () => boolean, withinMs: number): Promise<boolean> {
    if (holds()) return Promise.resolve(true);
    return new Promise((resolve) => {
      const look = (): boolean => {
        if (!holds()) return false;
        clearTimeout(late);
        resolve(true);
        return true;
      };
      const late = setTimeout(() => {
        this.#waiting.delete(look);
        resolve(false);
      }, withinMs);
      this.#waiting.add(look);
    });
  }

  untilInSession(withinMs: number): Promise<boolean> {
    return this.#until(() => this.#rig.isInSession, withinMs);
  }

  async measure(warmUp: number, stops: number): Promise<Measured> {
    const stopsUs: number[] = [];
    let lost = 0;
    for (let count = 0; count < warmUp + stops; count += 1) {
      if (count === warmUp) {
        this.#unasked = 0;
        this.#repeated = 0;
        this.#unpermitted = 0;
      }
      const nextAtMs = this.#doors.nowMs() + CYCLE_MS;
      const afterMs = await this.#stopOnce();
      if (count >= warmUp && afterMs !== null) stopsUs.push(Math.round(afterMs * 10_000) / 10);
      if (count >= warmUp && afterMs === null) lost += 1;
      this.#doors.tidy();
      await pause(Math.max(1, nextAtMs - this.#doors.nowMs()));
    }
    return { stopsUs, lost, unasked: this.#unasked, repeated: this.#repeated, unpermitted: this.#unpermitted };
  }

  async #stopOnce(): Promise<number | null> {
    const rig = this.#rig;
    await this.#makeReady();
    const answersBefore = rig.answers;
    rig.openRestore();
    // The second heartbeat acknowledges the answer to the first; only then may the host speak again.
    if (this.#host.permits) await this.#until(() => rig.answers > answersBefore, PERMIT_MS_MAX);
    rig.unpack();
    if (this.#host.permits && !await this.#until(() => rig.isPermitted, PERMIT_MS_MAX)) this.#unpermitted += 1;
    await pause(WAIT_MS_MIN + this.#doors.random() * WAIT_MS_SPREAD);
    if (rig.latch !== null) return this.#stopOnce();
    const disturber = this.#doors.disturber();
    disturber?.begin();
    const afterMs = await this.#clocked();
    await disturber?.end();
    if (afterMs === null) rig.endUndone();
    await this.#makeReady();
    return afterMs;
  }

  #clocked(): Promise<number | null> {
    return new Promise((resolve) => {
      const late = setTimeout(() => { end(null); }, STOP_MS_MAX);
      const end = (afterMs: number | null): void => {
        clearTimeout(late);
        this.#startedAtMs = null;
        this.#stoppedAfterMs = null;
        resolve(afterMs);
      };
      this.#stoppedAfterMs = end;
      const line = this.#rig.make('PROBE', decidingProbe);
      this.#startedAtMs = this.#doors.nowMs();
      this.#doors.send(line);
    });
  }

  /** Whatever the latch: shows the host two good samples and the stopped rig, and has it reset. */
  async #makeReady(): Promise<void> {
    const rig = this.#rig;
    while (rig.latch !== null) {
      if (rig.isUnnamed) await this.#until(() => !rig.isUnnamed, NAME_MS_MAX);
      await pause(SETTLE_MS);
      rig.probe();
      rig.probe();
      rig.beat();
      await this.#host.reset(rig.latch);
      await this.#until(() => rig.latch === null, NAME_MS_MAX);
    }
  }
}
