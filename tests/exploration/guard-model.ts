/**
 * The guard of one bench and everything that can be said to it, as moves of a search. The rig may say anything in any
 * order, people and server too; moves that stand for a round of reports or a stretch of time are made of real events.
 */
import type { Order } from '../../firmware-bridge/contract/uplink.ts';
import type { Phase } from '../../firmware-bridge/contract/interlock.ts';
import { DEFAULT_LIMITS } from '../../firmware-bridge/guard/limits.ts';
import { initialState, type BenchSetup, type BenchState, type KeptLatch } from '../../firmware-bridge/guard/state.ts';
import { ZONE_OF_PHASE } from '../../firmware-bridge/guard/zone.ts';
import { keptAtStart } from '../../firmware-bridge/link/kept-at-start.ts';
import { encodeFrame, decodeFrame } from '../../firmware-bridge/wire/frame.ts';
import { readRigMessage } from '../../firmware-bridge/wire/rig-message.ts';
import { facts, agreedFacts, HASH, PHONE, RESTORE } from '../firmware-bridge/guard/bench-script.ts';
import type { Made, Model } from './breadth-first.ts';
import { NOTHING_TOLD, stepAndJudge, type Doing, type Told } from './judge.ts';
import { Shape } from './shape.ts';

const SETUP: BenchSetup = {
  bench: 'bench-1', name: 'Bench 1', path: '/dev/rig', hostName: 'host', expectedRig: null, virtual: false, baud: 115_200, limits: DEFAULT_LIMITS,
  stopPrefix: '5C1E77A9', nonceStart: 0xa1b2,
};
const RIG_AHEAD_MS = 5000;
const LINE_MS = 5;
const TICK_MS = 20;
const OWN_LATCH = 'R00070000001';
const OTHER_RESTORE = '00070002';

export interface GuardNode { readonly state: BenchState; readonly nowMs: number; readonly kept: KeptLatch | null; readonly told: Told; readonly runs: number }
type Fields = Readonly<Record<string, string>>;

/** A node in the making: real events at a real time, with everything they broke. */
class Walk {
  node: GuardNode;
  readonly broken: string[] = [];

  constructor(node: GuardNode) { this.node = node; }

  take(doing: Doing, afterMs = LINE_MS): this {
    const { node } = this;
    const nowMs = node.nowMs + afterMs;
    const { state, effects, broken } = stepAndJudge(node.state, doing, nowMs, node.told);
    this.broken.push(...broken);
    const kept = effects.findLast((effect) => effect.do === 'keep-latch')?.kept ?? node.kept;
    this.node = { ...node, state, nowMs, kept };
    return this;
  }

  say(verb: string, fields: Fields = {}, at: { readonly session?: string; readonly n?: number } = {}): this {
    const { link } = this.node.state;
    const session = at.session ?? link.session ?? `${link.nonce ?? '0000'}0007`;
    const n = at.n ?? (verb === 'WELCOME' ? 0 : (link.rxN + 1) & 0xffff);
    const line = encodeFrame({ session, n, verb, fields: { t_ms: String(this.node.nowMs + LINE_MS + RIG_AHEAD_MS), ...fields } });
    const decoded = decodeFrame((line ?? '').slice(0, -1));
    const message = decoded.ok ? readRigMessage(decoded.frame) : undefined;
    if (message === undefined) throw new Error(`not a line of a rig: ${verb} ${JSON.stringify(fields)}`);
    return this.take({ kind: 'line', session, n, message });
  }

  beat(phase: Phase | 'strange', more: Fields = {}): this {
    const isOver = phase === 'idle' || phase === 'stopped';
    return this.say('HB', {
      ack: String(this.node.state.link.txN), seat: '1', phase, zone: phase === 'strange' ? 'critical' : ZONE_OF_PHASE[phase], restore: isOver ? 'none' : RESTORE, gate: 'none',
      permit: 'none', latch: phase === 'stopped' ? this.stopId : 'none', ...more,
    });
  }

  get stopId(): string { return this.node.state.trip?.trip.receipt.stopId ?? OWN_LATCH; }

  /** A round of reports; a plan is told only while a restore is open. */
  round(probe: Fields = GOOD, kind = 'update'): this {
    this.say('FIXTURE', { id: 'F2', probes: '5', span_mm: '147', noise_um: '1', full_um: '4000', period_ms: '100', zero_dc: '231' });
    this.say('DEVICE', { model: 'Phone', serial: PHONE.serial, ecid: PHONE.ecid });
    this.say('POWER', { battery_pct: '80', supply_mv: '5050', device_dc: '280', force_cn: '100' });
    this.say('PROBE', { fixture: 'F2', ...probe, temp_dc: '238' });
    return this.node.state.restore === null ? this : this.plan(kind);
  }

  plan(kind: string): this { return this.say('PLAN', { restore: RESTORE, kind, from: '1', to: '2', hash: HASH }); }

  pass(ms: number): this {
    for (let passed = 0; passed < ms; passed += TICK_MS) this.take({ kind: 'tick', sleptMs: 0 }, TICK_MS);
    return this;
  }

  answered(verb: 'STOPPED' | 'TOO-LATE', phase: Phase, more: Fields = {}): this {
    const id = more['id'] ?? this.stopId;
    const { told } = this.node;
    this.node = { ...this.node, told: { ...told, answered: new Set([...told.answered, `${id} ${verb === 'STOPPED' ? 'stopped' : 'too-late'}`]) } };
    return this.say(verb, { id, phase, zone: ZONE_OF_PHASE[phase], restore: RESTORE, ...more });
  }

  latch(answer: 'stopped' | 'too-late', phase: Phase): this {
    const id = this.stopId;
    const { told } = this.node;
    this.node = { ...this.node, told: { ...told, answered: new Set([...told.answered, `${id} ${answer}`]) } };
    return this.say('LATCH', { id, answer, phase, zone: ZONE_OF_PHASE[phase], restore: RESTORE, at_ms: '900', cause: id === OWN_LATCH ? 'lapse' : 'stop' });
  }

  order(kind: 'stop' | 'reset', second: string | null = 'Bob'): this {
    const order: Order = {
      id: '00000000-0000-7000-8000-000000000001', kind, bench: 'bench-1', actor: { kind: 'unverified-name', name: 'Ann' }, reason: 'looked at it',
      second: kind === 'reset' && second !== null ? { kind: 'unverified-name', name: second } : null, tripId: this.node.state.trip?.trip.id ?? null, expiresInMs: 5000,
    };
    if (kind === 'reset') this.node = { ...this.node, told: { ...this.node.told, resets: new Map([[order.id, order]]) } };
    return this.take({ kind: 'order', order, ageMs: 0 });
  }

  restart(torn: boolean): this {
    const { node } = this;
    const kept = keptAtStart(torn ? { kind: 'unreadable', why: 'damaged' } : node.kept === null ? { kind: 'first-start' } : { kind: 'kept', kept: node.kept }, 'AAAA00000001', '2026-03-02T09:00:00.000Z');
    const runs = node.runs + 1;
    const setup = { ...SETUP, stopPrefix: `5C1E77${String(runs % 90 + 10)}`, nonceStart: SETUP.nonceStart + 500 * runs };
    this.node = { state: initialState(setup, kept), nowMs: node.nowMs + 300, kept, told: node.told, runs };
    if (node.state.trip !== null && this.node.state.trip === null) this.broken.push('a restart of either end never clears a latch');
    return this.take({ kind: 'record-health', canRecord: true }).take({ kind: 'facts', facts: facts(), ageMs: 0 }).take({ kind: 'port-opened' });
  }
}

const GOOD: Fields = { l_um: '0,31,44,29,2', r_um: '1,28,39,30,-1' };
const BAD: Fields = { l_um: '0,31,1444,29,2', r_um: '1,28,1339,30,-1' };
const held = facts({ version: 3, holds: [{ id: 'h', device: { serial: PHONE.serial, ecid: null, imei: null }, code: 'device-held' }] });
type Move = (walk: Walk) => Walk;

export const GUARD_MOVES: Readonly<Record<string, Move>> = {
  'beat idle': (walk) => walk.beat('idle'), 'beat idle, empty': (walk) => walk.beat('idle', { seat: '0' }), 'beat idle, latched': (walk) => walk.beat('idle', { latch: walk.stopId }),
  'beat unpack': (walk) => walk.beat('unpack'), 'beat recovery at the gate': (walk) => walk.beat('recovery', { gate: 'write' }), 'beat start': (walk) => walk.beat('start'),
  'beat write': (walk) => walk.beat('write'), 'beat erase-next': (walk) => walk.beat('erase-next', { gate: 'erase' }), 'beat erase': (walk) => walk.beat('erase'),
  'beat finish': (walk) => walk.beat('finish'), 'beat stopped': (walk) => walk.beat('stopped'), 'beat of an unknown phase': (walk) => walk.beat('strange'),
  'beat write, latched': (walk) => walk.beat('write', { latch: walk.stopId }), 'beat of another restore': (walk) => walk.beat('unpack', { restore: OTHER_RESTORE }),
  'beat with the E-stop': (walk) => walk.beat('idle', { estop: '1' }), 'beat unpack, E-stop': (walk) => walk.beat('unpack', { estop: '1' }),
  'round': (walk) => walk.round(), 'round, bent': (walk) => walk.round(BAD), 'PLAN update': (walk) => walk.plan('update'), 'PLAN erase': (walk) => walk.plan('erase'), 'PLAN strange': (walk) => walk.plan('other'),
  'another phone': (walk) => walk.say('DEVICE', { model: 'Pixel', serial: '39281FDJH000AB' }), 'battery low': (walk) => walk.say('POWER', { battery_pct: '12', supply_mv: '5050', device_dc: '280', force_cn: '100' }),
  'STOPPED': (walk) => walk.answered('STOPPED', 'unpack'), 'STOPPED in start': (walk) => walk.answered('STOPPED', 'start'), 'TOO-LATE': (walk) => walk.answered('TOO-LATE', 'write'),
  'STOPPED by a lapse': (walk) => walk.answered('STOPPED', 'start', { id: OWN_LATCH, cause: 'lapse' }), 'LATCH stopped': (walk) => walk.latch('stopped', 'unpack'), 'LATCH too-late': (walk) => walk.latch('too-late', 'write'),
  'ENDED stopped': (walk) => walk.say('ENDED', { restore: RESTORE, result: 'stopped' }), 'ENDED kept': (walk) => walk.say('ENDED', { restore: RESTORE, result: 'kept' }),
  'EVENT fallback': (walk) => walk.say('EVENT', { kind: 'fallback' }), 'EVENT button': (walk) => walk.say('EVENT', { kind: 'button' }),
  'RESET-DONE': (walk) => walk.say('RESET-DONE', { id: walk.node.state.reset?.rigLatch ?? walk.stopId }),
  'BOOT': (walk) => walk.say('BOOT', { proto: '1', rig: 'R-20931', fw: '2.4.1' }, { session: '00000008', n: 0 }),
  'WELCOME': (walk) => walk.say('WELCOME', { proto: '1', rig: 'R-20931', fw: '2', model: 'RB', virtual: '0', latch: 'none' }),
  'WELCOME of another rig': (walk) => walk.say('WELCOME', { proto: '1', rig: 'R-OTHER', fw: '2', model: 'RB', virtual: '0', latch: 'none' }),
  'a line that is none': (walk) => walk.take({ kind: 'corrupt', why: 'bad-check' }), 'the newest line again': (walk) => walk.say('HB', HB_AGAIN, { n: walk.node.state.link.rxN }),
  'an old line': (walk) => walk.say('HB', HB_AGAIN, { n: (walk.node.state.link.rxN + 40_000) & 0xffff }), 'a line of another session': (walk) => walk.say('HB', HB_AGAIN, { session: 'FFFF0001' }),
  '100 ms': (walk) => walk.pass(100), '600 ms': (walk) => walk.pass(600), '2.2 s': (walk) => walk.pass(2200), 'the PC sleeps': (walk) => walk.take({ kind: 'tick', sleptMs: 5000 }, 20),
  'the PC stalls': (walk) => walk.take({ kind: 'tick', sleptMs: 0 }, 900), 'port gone': (walk) => walk.take({ kind: 'port-closed', problem: null }), 'port opened': (walk) => walk.take({ kind: 'port-opened' }),
  'a person stops': (walk) => walk.order('stop'), 'two people reset': (walk) => walk.order('reset'), 'one person resets': (walk) => walk.order('reset', null), 'the same person twice': (walk) => walk.order('reset', 'ANN'),
  'the phone is held': (walk) => walk.take({ kind: 'facts', facts: held, ageMs: 0 }), 'consent and backup': (walk) => walk.take({ kind: 'facts', facts: { ...agreedFacts(), version: 4 }, ageMs: 0 }),
  'facts of another database': (walk) => walk.take({ kind: 'facts', facts: facts({ databaseId: 'other', version: 99 }), ageMs: 0 }), 'facts of before': (walk) => walk.take({ kind: 'facts', facts: facts({ version: 0 }), ageMs: 0 }),
  'disk full': (walk) => walk.take({ kind: 'record-health', canRecord: false }), 'the bridge restarts': (walk) => walk.restart(false), 'the bridge restarts, file torn': (walk) => walk.restart(true),
  'closing': (walk) => walk.take({ kind: 'closing' }), 'a fault in the guard': (walk) => walk.take({ kind: 'fault', what: 'test' }),
  'the port refuses the stop': (walk) => walk.take({ kind: 'stop-written', stopId: walk.stopId, ok: false }),
};
const HB_AGAIN: Fields = { ack: '0', seat: '1', phase: 'write', zone: 'committed', restore: RESTORE, gate: 'none', permit: 'none', latch: 'none' };

/** The ways to the places where most can go wrong, each a path of moves from the start. */
const WAYS: Readonly<Record<string, readonly string[]>> = {
  start: [],
  handshaken: ['port opened', 'WELCOME', 'round', 'beat idle'],
};
const MORE: Readonly<Record<string, readonly [from: string, ...moves: string[]]>> = {
  restoring: ['handshaken', 'beat unpack'], permitted: ['restoring', 'round', 'beat unpack', 'round', 'beat unpack', 'beat unpack'],
  critical: ['permitted', 'beat start', 'beat start'], committed: ['critical', 'beat write', 'beat write'], 'after a fallback': ['committed', 'beat erase-next'],
  tripped: ['permitted', 'round, bent', 'STOPPED', 'beat stopped'], 'tripped too late': ['critical', 'a person stops', 'TOO-LATE', 'beat write, latched'],
  'not confirmed': ['permitted', 'port gone', 'a person stops'], 'reset under way': ['tripped', 'beat idle, empty', 'beat idle, empty', 'beat idle, latched', 'two people reset'],
};

function walkTo(name: string): Walk {
  const more = MORE[name];
  const walk = more === undefined
    ? new Walk({ state: initialState(SETUP, null), nowMs: 1000, kept: null, told: NOTHING_TOLD, runs: 0 }).take({ kind: 'record-health', canRecord: true }).take({ kind: 'facts', facts: facts(), ageMs: 0 })
    : walkTo(more[0]);
  for (const move of more === undefined ? WAYS[name] ?? [] : more.slice(1)) GUARD_MOVES[move]?.(walk);
  return walk;
}

export const GUARD_PLACES: readonly string[] = [...Object.keys(WAYS), ...Object.keys(MORE)];
export const placeOf = (name: string): GuardNode => walkTo(name).node;

export const guardModel: Model<GuardNode> = {
  roots: GUARD_PLACES.map((name) => [name, placeOf(name)]),
  keyOf: ({ state, nowMs, kept }) => {
    const shape = new Shape(nowMs, nowMs + RIG_AHEAD_MS);
    return `${shape.of(state)}${shape.of(kept)}`;
  },
  * moves(node): Iterable<Made<GuardNode>> {
    for (const [move, make] of Object.entries(GUARD_MOVES)) {
      const walk = make(new Walk(node));
      yield { move, node: walk.node, broken: walk.broken };
    }
  },
};
