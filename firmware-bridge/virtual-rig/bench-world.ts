/**
 * The physical side of the virtual rig: the phone in the fixture, its chassis, battery and heat, the supply, the press.
 * It moves only when asked, by a time that is handed in, and knows nothing of protocol or host.
 */
import { ProbedChassis } from './probed-chassis.ts';
import { between, gaussian, makeRandom } from './random.ts';
import type { Random } from './random.ts';
import type { Device, Fixture, Readings, RigPhase } from './rig-state.ts';

const ROOM_DC = 231;
/** A phone under restore settles about here; a hot one gives a tenth of its excess to the fixture. */
const IDLE_DC = 268;
const WORK_DC = 322;
const FIXTURE_SHARE = 0.1;
const DEVICE_WARMING_MS = 20_000;
const HEAT_LEVER_MS = 4000;
const FIXTURE_WARMING_MS = 120_000;
/** Per cent per minute, at speed 1. */
const CHARGE_PER_MIN = 0.4;
const DRAIN_PER_MIN = 0.9;
const FIRST_READING_MS = 1000;
const FORCE_CN = 110;

export interface WorldMoment { readonly atMs: number; readonly phase: RigPhase; readonly estop: boolean; readonly speed: number; readonly cutOut?: boolean }

export class BenchWorld {
  device: Device | null = null;
  /** What the press is set to (hundredths of a newton). */
  forceCn = FORCE_CN;
  readonly chassis: ProbedChassis;
  readonly #random: Random;
  #atMs = 0;
  #seatedAtMs = 0;
  #battery = 80;
  #batteryRead: number | null = null;
  #deviceDc = IDLE_DC;
  #heatDc: number | null = null;
  #fixtureDc = ROOM_DC + 3;
  #fixtureHeatDc: number | null = null;

  constructor(fixture: Fixture, seed: number) {
    this.#random = makeRandom(seed);
    this.chassis = new ProbedChassis(fixture, this.#random);
  }

  seat(device: Device, atMs: number, lying: { readonly bentUm?: number; readonly twistUm?: number; readonly turned?: boolean } = {}): void {
    this.device = device;
    const { bentUm = 0, twistUm = 0, turned = false } = lying;
    this.chassis.lay(device.serial ?? device.imei ?? device.ecid ?? device.model, { bentUm, twistUm, turned });
    this.#seatedAtMs = atMs;
    this.#battery = between(this.#random, 58, 93);
    this.#batteryRead = null;
    this.#deviceDc = IDLE_DC;
    this.#heatDc = null;
  }

  unseat(): void {
    this.device = null;
    this.chassis.takeOut();
  }

  setBattery(pct: number): void {
    this.#battery = pct;
    if (this.#batteryRead !== null) this.#batteryRead = pct;
  }

  heat(celsius: number): void {
    this.#heatDc = Math.round(celsius * 10);
  }

  /** The fixture is held at this temperature from now on. */
  heatFixture(celsius: number): void {
    this.#fixtureHeatDc = Math.round(celsius * 10);
  }

  /** Moves the world to this moment and reads every sensor once. */
  read(moment: WorldMoment): Readings {
    const passedMs = Math.min(1000, Math.max(0, moment.atMs - this.#atMs));
    this.#atMs = Math.max(this.#atMs, moment.atMs);
    this.#warm(passedMs, moment);
    this.#charge(passedMs, moment);
    const writes = moment.phase === 'write' || moment.phase === 'erase';
    const supply = 5060 - (writes ? 45 : 0) + 12 * Math.sin(this.#atMs / 37) + gaussian(this.#random, 4);
    return {
      ...this.chassis.feel(this.#atMs, this.#fixtureDc),
      fixtureDc: Math.round(this.#fixtureDc),
      batteryPct: this.#batteryRead,
      supplyMv: moment.estop ? 0 : Math.round(supply),
      deviceDc: Math.round(this.device === null ? this.#fixtureDc : this.#deviceDc + gaussian(this.#random, 0.4)),
      forceCn: this.device === null || moment.estop || moment.cutOut === true ? 0 : Math.max(0, Math.round(this.forceCn + gaussian(this.#random, 1))),
    };
  }

  #warm(passedMs: number, moment: WorldMoment): void {
    const atWork = moment.phase !== 'idle' && moment.phase !== 'stopped';
    const targetDc = this.#heatDc ?? (atWork ? WORK_DC : IDLE_DC);
    const paceMs = this.#heatDc === null ? DEVICE_WARMING_MS : HEAT_LEVER_MS;
    this.#deviceDc += (targetDc - this.#deviceDc) * (1 - Math.exp(-passedMs / paceMs));
    const excessDc = this.device === null ? 0 : this.#deviceDc - IDLE_DC;
    const fixtureDc = this.#fixtureHeatDc ?? ROOM_DC + 3 + FIXTURE_SHARE * excessDc;
    const fixtureMs = this.#fixtureHeatDc === null ? FIXTURE_WARMING_MS : HEAT_LEVER_MS;
    this.#fixtureDc += (fixtureDc - this.#fixtureDc) * (1 - Math.exp(-passedMs / fixtureMs));
  }

  /** The battery can be read only while the phone's own system runs, so the reading stands still from `recovery` on. */
  #charge(passedMs: number, moment: WorldMoment): void {
    if (this.device === null) return;
    const drains = moment.phase === 'write' || moment.phase === 'erase';
    const rate = moment.estop || moment.cutOut === true || drains ? -DRAIN_PER_MIN : CHARGE_PER_MIN;
    this.#battery = Math.min(100, Math.max(0, this.#battery + (rate * moment.speed * passedMs) / 60_000));
    const readable = moment.phase === 'idle' || moment.phase === 'stopped' || moment.phase === 'prepare' || moment.phase === 'unpack' || moment.phase === 'verify';
    if (readable && this.#atMs - this.#seatedAtMs >= FIRST_READING_MS) this.#batteryRead = Math.floor(this.#battery);
  }
}
