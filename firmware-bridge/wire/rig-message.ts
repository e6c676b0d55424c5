/**
 * What a rig says, typed. Pure and total: a frame becomes one message or undefined, which counts as a corrupt line.
 * Required keys are those of PROTOCOL.md; unknown keys are ignored, unknown verbs give `other`.
 */
import { PHASES, ZONES, type Phase, type Zone } from '../contract/interlock.ts';
import { decodeValue, type Frame } from './frame.ts';

export interface Boot { readonly verb: 'BOOT'; readonly tMs: number; readonly proto: number; readonly rig: string }
export interface Welcome {
  readonly verb: 'WELCOME'; readonly tMs: number; readonly proto: number; readonly rig: string; readonly firmware: string;
  readonly model: string; readonly virtual: boolean; readonly latch: string | null;
}
export interface Heartbeat {
  readonly verb: 'HB'; readonly tMs: number; readonly ack: number; readonly seated: boolean; readonly phase: Phase; readonly zone: Zone;
  readonly restore: string | null; readonly gate: 'none' | 'write' | 'erase'; readonly permit: 'none' | 'write' | 'erase';
  readonly latch: string | null; readonly estop: boolean;
}
export interface Latch {
  readonly verb: 'LATCH'; readonly tMs: number; readonly id: string; readonly answer: 'stopped' | 'too-late'; readonly phase: Phase;
  readonly zone: Zone; readonly restore: string | null; readonly atMs: number; readonly cause: 'stop' | 'lapse' | 'estop' | 'button';
}
export interface Fixture {
  readonly verb: 'FIXTURE'; readonly tMs: number; readonly id: string; readonly probes: number; readonly spanMm: number;
  readonly noiseUm: number; readonly fullUm: number; readonly periodMs: number; readonly zeroDc: number;
  /** Rows of probes: two edges, and a middle row where it is 3. */
  readonly rows: number; readonly widthMm: number | null;
  /** Of the last zero check on the reference flat: its largest reading, and the hours since; null where the rig does not say. */
  readonly zeroUm: number | null; readonly zeroH: number | null;
}
export interface Device {
  readonly verb: 'DEVICE'; readonly tMs: number; readonly model: string; readonly serial: string | null; readonly ecid: string | null;
  readonly imei: string | null;
  /** Whether its activation lock is on; null when the rig does not say. */
  readonly locked: boolean | null;
  /** Hubs between it and the rig; null when the rig does not say. */
  readonly hubs: number | null;
}
export interface PlanReport {
  readonly verb: 'PLAN'; readonly tMs: number; readonly restore: string; readonly kind: 'update' | 'erase' | 'unknown';
  readonly from: string; readonly to: string; readonly hash: string;
}
export interface Progress {
  readonly verb: 'PROGRESS'; readonly tMs: number; readonly restore: string; readonly pct: number; readonly next: 'none' | 'write' | 'erase';
  readonly nextMs: number | null;
}
export interface Probe {
  readonly verb: 'PROBE'; readonly tMs: number; readonly fixture: string; readonly leftUm: readonly (number | null)[];
  readonly rightUm: readonly (number | null)[]; readonly temperatureDc: number;
  /** The device lies turned by 180°. */
  readonly turned: boolean;
}
/** The middle row of the sample whose PROBE has the same `tMs`. */
export interface Middle { readonly verb: 'MID'; readonly tMs: number; readonly fixture: string; readonly middleUm: readonly (number | null)[] }
export interface Power {
  readonly verb: 'POWER'; readonly tMs: number; readonly batteryPct: number | null; readonly supplyMv: number; readonly deviceDc: number;
  readonly forceCn: number;
}
export interface StopAnswer {
  readonly verb: 'STOPPED' | 'TOO-LATE'; readonly tMs: number; readonly id: string; readonly phase: Phase; readonly zone: Zone;
  readonly restore: string | null;
  /** Why the rig stopped; `stop` unless it stopped by itself. */
  readonly cause: Latch['cause'];
}
export interface Ended { readonly verb: 'ENDED'; readonly tMs: number; readonly restore: string; readonly result: string }
export interface RigEvent { readonly verb: 'EVENT'; readonly tMs: number; readonly kind: string }
export interface ResetDone { readonly verb: 'RESET-DONE'; readonly tMs: number; readonly id: string }
export interface Refused { readonly verb: 'REFUSED'; readonly tMs: number; readonly re: number; readonly refusedVerb: string; readonly why: string }
export interface Drilled { readonly verb: 'DRILLED'; readonly tMs: number; readonly id: string }
export interface Other { readonly verb: 'other'; readonly tMs: number }

export type RigMessage =
  | Boot | Welcome | Heartbeat | Latch | Fixture | Device | PlanReport | Progress | Probe | Middle | Power | StopAnswer | Ended | RigEvent
  | ResetDone | Refused | Drilled | Other;

const PROBES_MIN = 1;
const PROBES_MAX = 6;
const ROWS_MIN = 2;
const ROWS_MAX = 3;
const INTEGER = /^(0|-?[1-9]\d{0,9})$/;
const ID = /^[0-9A-Z]{1,16}$/;

/** Reads keys of one frame; the first missing or wrong one makes the whole message void. */
class FieldReader {
  readonly #fields: Readonly<Record<string, string>>;
  ok = true;
  constructor(frame: Frame) { this.#fields = frame.fields; }

  has(key: string): boolean { return key in this.#fields; }
  raw(key: string): string {
    const value = this.#fields[key];
    if (value === undefined) this.ok = false;
    return value ?? '';
  }
  text(key: string, longest: number): string {
    const value = decodeValue(this.raw(key));
    if (value.length > longest) this.ok = false;
    return value;
  }
  optionalText(key: string, longest: number): string | null {
    return key in this.#fields ? this.text(key, longest) : null;
  }
  integer(key: string, least: number, most: number): number {
    const value = this.raw(key);
    const number = Number(value);
    if (!INTEGER.test(value) || number < least || number > most) this.ok = false;
    return number;
  }
  optionalInteger(key: string, least: number, most: number): number | null {
    return key in this.#fields ? this.integer(key, least, most) : null;
  }
  word<const Words extends readonly string[]>(key: string, words: Words): Words[number] {
    const value = this.raw(key);
    if (!words.includes(value)) this.ok = false;
    return value;
  }
  /** A phase of the map; any other word is the phase `unknown`, which the guard treats with care. */
  phase(): Phase {
    const value = this.raw('phase');
    return (PHASES as readonly string[]).includes(value) ? (value as Phase) : 'unknown';
  }
  id(key: string): string {
    const value = this.raw(key);
    if (!ID.test(value)) this.ok = false;
    return value;
  }
  idOrNone(key: string): string | null {
    const value = this.raw(key);
    return value === 'none' ? null : this.id(key);
  }
  heights(key: string): (number | null)[] {
    const parts = this.raw(key).split(',');
    if (parts.length < PROBES_MIN || parts.length > PROBES_MAX) this.ok = false;
    return parts.map((part) => {
      if (part === 'x') return null;
      if (!INTEGER.test(part)) this.ok = false;
      return Number(part);
    });
  }
}

const T_MS_MAX = 0xffffffff;
const POINTS_OR_NONE = ['none', 'write', 'erase'] as const;

const STOP_CAUSES = ['stop', 'lapse', 'estop', 'button'] as const;

type Reader = (from: FieldReader, tMs: number) => RigMessage;

const READERS: Readonly<Record<string, Reader>> = {
  BOOT: (from, tMs) => ({ verb: 'BOOT', tMs, proto: from.integer('proto', 1, 999), rig: from.text('rig', 24) }),
  WELCOME: (from, tMs) => ({
    verb: 'WELCOME', tMs, proto: from.integer('proto', 1, 999), rig: from.text('rig', 24), firmware: from.text('fw', 16),
    model: from.text('model', 16), virtual: from.word('virtual', ['0', '1']) === '1', latch: from.idOrNone('latch'),
  }),
  HB: (from, tMs) => ({
    verb: 'HB', tMs, ack: from.integer('ack', 0, 0xffff), seated: from.word('seat', ['0', '1']) === '1', phase: from.phase(),
    zone: from.word('zone', ZONES), restore: from.idOrNone('restore'), gate: from.word('gate', POINTS_OR_NONE),
    permit: from.word('permit', POINTS_OR_NONE), latch: from.idOrNone('latch'), estop: from.optionalInteger('estop', 0, 1) === 1,
  }),
  LATCH: (from, tMs) => ({
    verb: 'LATCH', tMs, id: from.id('id'), answer: from.word('answer', ['stopped', 'too-late']), phase: from.phase(),
    zone: from.word('zone', ZONES), restore: from.idOrNone('restore'), atMs: from.integer('at_ms', 0, T_MS_MAX),
    cause: from.word('cause', STOP_CAUSES),
  }),
  FIXTURE: (from, tMs) => ({
    verb: 'FIXTURE', tMs, id: from.text('id', 8), probes: from.integer('probes', PROBES_MIN, PROBES_MAX), spanMm: from.integer('span_mm', 1, 1000),
    noiseUm: from.integer('noise_um', 0, 1000), fullUm: from.integer('full_um', 1, 100_000), periodMs: from.integer('period_ms', 1, 10_000),
    zeroDc: from.integer('zero_dc', -500, 1500), rows: from.optionalInteger('rows', ROWS_MIN, ROWS_MAX) ?? ROWS_MIN,
    widthMm: from.optionalInteger('width_mm', 1, 1000), zeroUm: from.optionalInteger('zero_um', -100_000, 100_000),
    zeroH: from.optionalInteger('zero_h', 0, 100_000),
  }),
  DEVICE: (from, tMs) => ({
    verb: 'DEVICE', tMs, model: from.text('model', 24), serial: from.optionalText('serial', 24), ecid: from.optionalText('ecid', 24),
    imei: from.optionalText('imei', 24), locked: from.has('lock') ? from.word('lock', ['on', 'off']) === 'on' : null, hubs: from.optionalInteger('hub', 0, 9),
  }),
  PLAN: (from, tMs) => ({
    verb: 'PLAN', tMs, restore: from.id('restore'), kind: planKind(from.raw('kind')), from: from.text('from', 12), to: from.text('to', 12),
    hash: from.id('hash'),
  }),
  PROGRESS: (from, tMs) => ({
    verb: 'PROGRESS', tMs, restore: from.id('restore'), pct: from.integer('pct', 0, 100), next: from.word('next', POINTS_OR_NONE),
    nextMs: from.optionalInteger('next_ms', 0, T_MS_MAX),
  }),
  PROBE: (from, tMs) => ({
    verb: 'PROBE', tMs, fixture: from.text('fixture', 8), leftUm: from.heights('l_um'), rightUm: from.heights('r_um'),
    temperatureDc: from.integer('temp_dc', -500, 1500), turned: from.optionalInteger('turned', 0, 1) === 1,
  }),
  MID: (from, tMs) => ({ verb: 'MID', tMs, fixture: from.text('fixture', 8), middleUm: from.heights('m_um') }),
  POWER: (from, tMs) => ({
    verb: 'POWER', tMs, batteryPct: from.optionalInteger('battery_pct', 0, 100), supplyMv: from.integer('supply_mv', 0, 100_000),
    deviceDc: from.integer('device_dc', -500, 2000), forceCn: from.integer('force_cn', 0, 100_000),
  }),
  STOPPED: (from, tMs) => stopAnswer('STOPPED', from, tMs),
  'TOO-LATE': (from, tMs) => stopAnswer('TOO-LATE', from, tMs),
  ENDED: (from, tMs) => ({ verb: 'ENDED', tMs, restore: from.id('restore'), result: from.text('result', 16) }),
  EVENT: (from, tMs) => ({ verb: 'EVENT', tMs, kind: from.text('kind', 32) }),
  'RESET-DONE': (from, tMs) => ({ verb: 'RESET-DONE', tMs, id: from.id('id') }),
  DRILLED: (from, tMs) => ({ verb: 'DRILLED', tMs, id: from.id('id') }),
  REFUSED: (from, tMs) => ({
    verb: 'REFUSED', tMs, re: from.integer('re', 0, 0xffff), refusedVerb: from.text('verb', 16), why: from.text('why', 32),
  }),
};

/** Types one frame from a rig; undefined when a required key is missing or wrong. */
export function readRigMessage(frame: Frame): RigMessage | undefined {
  const from = new FieldReader(frame);
  const tMs = from.integer('t_ms', 0, T_MS_MAX);
  const reader = Object.hasOwn(READERS, frame.verb) ? READERS[frame.verb] : undefined;
  const message: RigMessage = reader === undefined ? { verb: 'other', tMs } : reader(from, tMs);
  return from.ok ? message : undefined;
}

function planKind(word: string): 'update' | 'erase' | 'unknown' {
  return word === 'update' || word === 'erase' ? word : 'unknown';
}

function stopAnswer(verb: 'STOPPED' | 'TOO-LATE', from: FieldReader, tMs: number): StopAnswer {
  const cause = from.has('cause') ? from.word('cause', STOP_CAUSES) : 'stop';
  return { verb, tMs, id: from.id('id'), phase: from.phase(), zone: from.word('zone', ZONES), restore: from.idOrNone('restore'), cause };
}
