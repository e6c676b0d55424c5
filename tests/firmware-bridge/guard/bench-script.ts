/**
 * One bench on paper: the guard is fed lines by their verbs through the same doors as in production (encode, decode, type,
 * step), on a clock that the script moves. It obeys nothing and decides nothing; a test says what the rig says.
 */
import type { Facts, Order } from '../../../firmware-bridge/contract/uplink.ts';
import type { Phase, Zone } from '../../../firmware-bridge/contract/interlock.ts';
import { DEFAULT_LIMITS } from '../../../firmware-bridge/guard/limits.ts';
import { initialState, type BenchSetup, type BenchState, type KeptLatch } from '../../../firmware-bridge/guard/state.ts';
import { step } from '../../../firmware-bridge/guard/step.ts';
import type { Effect, GuardEvent } from '../../../firmware-bridge/guard/turn.ts';
import { ZONE_OF_PHASE } from '../../../firmware-bridge/guard/zone.ts';
import { assertAlways } from './always.ts';
import { decodeFrame, encodeFrame, encodeValue, type Frame } from '../../../firmware-bridge/wire/frame.ts';
import { readRigMessage } from '../../../firmware-bridge/wire/rig-message.ts';

export const SETUP: BenchSetup = {
  bench: 'bench-1', name: 'Bench 1', path: '/dev/rig', hostName: 'host', expectedRig: null, virtual: false, baud: 115_200, limits: DEFAULT_LIMITS,
  stopPrefix: '5C1E77A9', nonceStart: 0xa1b2,
};
export const RESTORE = '00070001';
export const HASH = '5D0C9E11';
export const PHONE = { model: 'iPhone 12', serial: 'F17DK0XA0DXR', ecid: '00184D2A3C90802E', imei: '353012110000001' };
export const WALL_MS = Date.parse('2026-03-02T09:00:00.000Z');
const STRAIGHT = { l_um: '0,31,44,29,2', r_um: '1,28,39,30,-1' };
export const BENT = { l_um: '0,31,1444,29,2', r_um: '1,28,1339,30,-1' };
const UPTIME_AT_ZERO = 5000;
const TICK_MS = 20;
const BEAT_MS = 100;

export type Fields = Readonly<Record<string, string>>;
/** What a script may do without a clock of its own. */
export type Doing = GuardEvent extends infer Event ? (Event extends GuardEvent ? Omit<Event, 'nowMs' | 'wallMs'> : never) : never;

const order = (kind: Order['kind'], more: Partial<Order>): Order => ({
  id: '00000000-0000-7000-8000-000000000001', kind, bench: 'bench-1', actor: { kind: 'unverified-name', name: 'Ann' }, second: null, reason: 'looked at it',
  tripId: null, expiresInMs: 5000, ...more,
});

export const facts = (more: Partial<Facts> = {}): Facts => ({ databaseId: 'db', version: 1, holds: [], consents: [], backups: [], unlocksAsked: [], irreplaceable: [], ...more });
const agreement = (planHash = HASH): Facts['consents'] => [{
  device: { serial: PHONE.serial, ecid: PHONE.ecid, imei: PHONE.imei }, planHash, expiresAtIso: '2026-03-02T10:00:00.000Z',
}];
export const agreedFacts = (): Facts => facts({ consents: agreement(), backups: agreement() });

export class BenchScript {
  state: BenchState;
  nowMs = 1000;
  effects: Effect[] = [];
  /** Every event so far, to be played again. */
  readonly events: GuardEvent[] = [];
  /** What the rig's heartbeat says; a test changes it. */
  hb: { seat: '0' | '1'; phase: Phase; zone: Zone; restore: string; gate: string; permit: string; latch: string; estop?: string } =
    { seat: '0', phase: 'idle', zone: 'safe', restore: 'none', gate: 'none', permit: 'none', latch: 'none' };
  probe: Fields = STRAIGHT;
  /** The middle row, where the fixture has one. */
  middle: string | null = null;
  device: Fields = { model: encodeValue(PHONE.model), serial: PHONE.serial, ecid: PHONE.ecid, imei: PHONE.imei };
  plan: Fields | null = null;
  /** What its POWER lines say otherwise than a cool, calm bench. */
  powerSays: Fields = {};
  /** Rig uptime is our time and this. */
  uptimeAheadMs = UPTIME_AT_ZERO;
  session = 'A1B20007';
  #rigN = 0;
  #hostN = 0;
  #samples = 0;

  constructor(kept: KeptLatch | null = null, setup: Partial<BenchSetup> = {}) {
    this.state = initialState({ ...SETUP, ...setup }, kept);
  }

  get rigMs(): number { return Math.round(this.nowMs + this.uptimeAheadMs); }

  /** One event now; gives the effects of this step. */
  take(part: Doing): readonly Effect[] {
    const event = { ...part, nowMs: this.nowMs, wallMs: WALL_MS + this.nowMs } as GuardEvent;
    this.events.push(event);
    const before = this.state;
    const done = step(before, event);
    this.state = done.state;
    assertAlways({ before, event, after: done.state, effects: done.effects });
    this.effects.push(...done.effects);
    for (const effect of done.effects) if (effect.do === 'write-line') this.#hear(effect.line);
    for (const effect of done.effects) if (effect.do === 'stop-restore') this.#hear(effect.bytes.slice(2));
    return done.effects;
  }

  #hear(line: string): void {
    const decoded = decodeFrame(line.slice(0, -1));
    if (!decoded.ok) throw new Error(`the guard said a wrong line: ${line}`);
    this.#hostN = decoded.frame.n;
    if (decoded.frame.verb === 'HELLO') this.session = `${decoded.frame.session.slice(0, 4)}0007`;
  }

  /** A whole line of the rig, as text without its LF. */
  line(verb: string, fields: Fields, at: { n?: number; session?: string } = {}): string {
    if (at.n === undefined) this.#rigN = (this.#rigN + 1) & 0xffff;
    const frame: Frame = { session: at.session ?? this.session, n: at.n ?? this.#rigN, verb, fields: { t_ms: String(this.rigMs), ...fields } };
    const line = encodeFrame(frame);
    if (line === undefined) throw new Error(`not a line: ${JSON.stringify(frame)}`);
    return line.slice(0, -1);
  }

  /** Hands in text as the link does. */
  hear(text: string): readonly Effect[] {
    const decoded = decodeFrame(text);
    if (!decoded.ok) return this.take({ kind: 'corrupt', why: decoded.why });
    const message = readRigMessage(decoded.frame);
    if (message === undefined) return this.take({ kind: 'corrupt', why: 'bad-message' });
    return this.take({ kind: 'line', session: decoded.frame.session, n: decoded.frame.n, message });
  }

  say(verb: string, fields: Fields = {}, at: { n?: number; session?: string } = {}): readonly Effect[] {
    return this.hear(this.line(verb, fields, at));
  }

  beat(more: Fields = {}): readonly Effect[] {
    return this.say('HB', { ack: String(this.#hostN), ...this.hb, ...more });
  }

  /** The phase with the zone of the map. */
  phase(phase: Phase, more: Partial<BenchScript['hb']> = {}): readonly Effect[] {
    this.hb = { ...this.hb, phase, zone: ZONE_OF_PHASE[phase], ...more };
    return this.beat();
  }

  fixture(more: Fields = {}): readonly Effect[] {
    return this.say('FIXTURE', { id: 'F2', probes: '5', span_mm: '147', noise_um: '8', full_um: '4000', period_ms: '100', zero_dc: '231', ...more });
  }

  /** A healthy probe is never quite still. */
  #noisy(heights: string): string {
    return heights.split(',').map((part, index) => (part === 'x' ? part : String(Number(part) + ((this.#samples + index) % 3)))).join(',');
  }

  sample(more: Fields = {}): readonly Effect[] {
    this.#samples += 1;
    const heights = Object.fromEntries(Object.entries(this.probe).map(([edge, list]) => [edge, this.#noisy(list)]));
    if (this.middle !== null) this.say('MID', { fixture: 'F2', m_um: this.#noisy(this.middle) });
    return this.say('PROBE', { fixture: 'F2', ...heights, temp_dc: '238', ...more });
  }

  power(more: Fields = {}): readonly Effect[] {
    return this.say('POWER', { battery_pct: '71', supply_mv: '5060', device_dc: '287', force_cn: '110', ...this.powerSays, ...more });
  }

  tick(sleptMs = 0): readonly Effect[] { return this.take({ kind: 'tick', sleptMs }); }

  /** Time passes in ticks; the rig says nothing. */
  pass(ms: number): readonly Effect[] {
    const from = this.effects.length;
    const endMs = this.nowMs + ms;
    while (this.nowMs < endMs) {
      this.nowMs = Math.min(endMs, this.nowMs + TICK_MS);
      this.tick();
    }
    return this.effects.slice(from);
  }

  /** Time passes, and the rig says what a rig says. */
  run(ms: number): readonly Effect[] {
    const from = this.effects.length;
    const endMs = this.nowMs + ms;
    while (this.nowMs < endMs) {
      this.pass(Math.min(BEAT_MS, endMs - this.nowMs));
      this.report();
    }
    return this.effects.slice(from);
  }

  /** One round of the rig: its reports, its sample, its heartbeat. */
  report(): void {
    if (this.hb.seat === '1') {
      this.say('DEVICE', this.device);
      this.power();
      this.sample();
    }
    if (this.plan !== null && this.hb.restore !== 'none') this.say('PLAN', this.plan);
    this.beat();
  }

  open(): readonly Effect[] {
    return this.take({ kind: 'port-opened' });
  }

  welcome(more: Fields = {}): readonly Effect[] {
    this.#rigN = 0;
    return this.say('WELCOME', { proto: '1', rig: 'R-20931', fw: '2.4.1', model: 'RB-4', virtual: '0', latch: this.hb.latch, ...more }, { n: 0 });
  }

  /** Answers the newest HELLO. */
  shake(): this {
    this.welcome();
    this.fixture();
    return this;
  }

  stop(name = 'Ann'): readonly Effect[] {
    return this.take({ kind: 'order', order: order('stop', { actor: { kind: 'unverified-name', name } }), ageMs: 0 });
  }

  reset(more: Partial<Order> = {}): readonly Effect[] {
    const second = { kind: 'unverified-name', name: 'Bob' } as const;
    return this.take({ kind: 'order', order: order('reset', { tripId: this.state.trip?.trip.id ?? null, second, ...more }), ageMs: 0 });
  }

  order(kind: Order['kind'], more: Partial<Order> = {}): readonly Effect[] {
    return this.take({ kind: 'order', order: order(kind, more), ageMs: 0 });
  }

  give(more: Facts, ageMs: number | null = 0): readonly Effect[] {
    return this.take({ kind: 'facts', facts: more, ageMs });
  }

  /** The rig answers the newest stop and ends the restore. */
  stopped(phase: Phase, more: Fields = {}): void {
    const id = this.state.trip?.trip.receipt.stopId ?? '5C1E77A90FFF';
    this.say('STOPPED', { id, phase, zone: ZONE_OF_PHASE[phase], restore: this.hb.restore, ...more });
    if (this.hb.restore !== 'none') this.say('ENDED', { restore: this.hb.restore, result: 'stopped' });
    this.hb = { ...this.hb, phase: 'stopped', zone: 'safe', restore: 'none', gate: 'none', permit: 'none', latch: id };
    this.nowMs += 1;
    this.beat();
  }

  get causes(): readonly string[] { return this.state.trip?.trip.causes.map((cause) => cause.code) ?? []; }

  stops(effects: readonly Effect[] = this.effects): readonly string[] {
    return effects.flatMap((effect) => (effect.do === 'stop-restore' ? [effect.stopId] : []));
  }

  grants(effects: readonly Effect[] = this.effects): readonly Frame[] {
    return effects.flatMap((effect) => {
      const decoded = effect.do === 'write-line' ? decodeFrame(effect.line.slice(0, -1)) : undefined;
      return decoded?.ok === true && decoded.frame.fields['permit'] !== undefined ? [decoded.frame] : [];
    });
  }

  verbs(effects: readonly Effect[] = this.effects): readonly string[] {
    return effects.flatMap((effect) => (effect.do === 'write-line' ? [effect.line.slice(19).split(/[ *]/)[0] ?? ''] : []));
  }

  /** The last content for the latch file. */
  get kept(): KeptLatch | null {
    const last = this.effects.findLast((effect) => effect.do === 'keep-latch');
    return last?.do === 'keep-latch' ? last.kept : null;
  }
}
