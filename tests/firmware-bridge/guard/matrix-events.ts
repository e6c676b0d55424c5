/**
 * Every kind of event and every verb of a rig, each in the forms that matter: the columns of the matrix. The two records
 * are total: a new kind or verb does not compile until someone says what it is tried with.
 */
import type { Order } from '../../../firmware-bridge/contract/uplink.ts';
import type { Phase } from '../../../firmware-bridge/contract/interlock.ts';
import type { GuardEvent } from '../../../firmware-bridge/guard/turn.ts';
import { ZONE_OF_PHASE } from '../../../firmware-bridge/guard/zone.ts';
import type { RigMessage } from '../../../firmware-bridge/wire/rig-message.ts';
import { BENT, HASH, PHONE, RESTORE, agreedFacts, facts, type BenchScript, type Doing, type Fields } from './bench-script.ts';

/** Plays one column on a bench. */
export type Play = (bench: BenchScript) => void;
type Forms = Readonly<Record<string, Play>>;

const TICK_MS = 20;

function tickFor(ms: number): Play {
  return (bench) => {
    for (let passed = 0; passed < ms; passed += TICK_MS) {
      bench.nowMs += TICK_MS;
      bench.tick();
    }
  };
}

const take = (event: Doing): Play => (bench) => { bench.take(event); };
const orderOf = (bench: BenchScript, kind: Order['kind'], ageMs: number): Doing => ({
  kind: 'order', ageMs,
  order: {
    id: '00000000-0000-7000-8000-000000000001', kind, bench: 'bench-1', actor: { kind: 'unverified-name', name: 'Ann' }, second: { kind: 'unverified-name', name: 'Bob' },
    reason: 'looked at it', tripId: bench.state.trip?.trip.id ?? null, expiresInMs: 5000,
  },
});
const hold = facts({ version: 3, holds: [{ id: 'h', device: { serial: PHONE.serial, ecid: null, imei: null }, code: 'device-held' }] });
const device = { serial: PHONE.serial, ecid: PHONE.ecid, imei: PHONE.imei, model: PHONE.model };
const stopIdOf = (bench: BenchScript): string => bench.state.trip?.trip.receipt.stopId ?? '5C1E77A90FFF';

export const EVENTS: Readonly<Record<Exclude<GuardEvent['kind'], 'line'>, Forms>> = {
  'port-opened': { 'port opened': take({ kind: 'port-opened' }) },
  'port-closed': { 'port closed': take({ kind: 'port-closed', problem: null }) },
  'port-waiting': { 'port waiting': take({ kind: 'port-waiting', problem: { code: 'port-missing', params: { path: '/dev/rig' } }, nextTryAtMs: 99_000, attempts: 1 }) },
  'corrupt': {
    'corrupt line': take({ kind: 'corrupt', why: 'bad-check' }),
    'corrupt lines ×3': (bench) => { for (let times = 0; times < 3; times += 1) bench.take({ kind: 'corrupt', why: 'bad-check' }); },
  },
  'tick': {
    'tick': tickFor(TICK_MS), 'silence 0.6 s': tickFor(600), 'silence 2.1 s': tickFor(2100), 'PC slept': (bench) => { bench.tick(5000); },
    'tick 0.5 s late': (bench) => { bench.nowMs += 500; bench.tick(); },
  },
  'stop-written': {
    'stop written': (bench) => { bench.take({ kind: 'stop-written', stopId: stopIdOf(bench), ok: true }); },
    'stop not written': (bench) => { bench.take({ kind: 'stop-written', stopId: stopIdOf(bench), ok: false }); },
  },
  'wiring-used': { 'wire failed': take({ kind: 'wiring-used', step: 0, ok: false, why: 'test' }) },
  'side-answer': {
    'answer on the second port': (bench) => {
      bench.take({ kind: 'side-answer', answer: { verb: 'STOPPED', tMs: 9000, id: stopIdOf(bench), phase: 'unpack', zone: 'safe', restore: null, cause: 'stop' } });
    },
  },
  'wiring-health': { 'relay lost': take({ kind: 'wiring-health', problem: { code: 'wire-lost', params: { by: 'relay', path: '/dev/relay' } }, opened: null }) },
  'facts': {
    'facts: device held': take({ kind: 'facts', facts: hold, ageMs: 0 }), 'facts: consent, backup': take({ kind: 'facts', facts: agreedFacts(), ageMs: 0 }),
    'facts: other database': take({ kind: 'facts', facts: facts({ databaseId: 'x' }), ageMs: 0 }),
  },
  'confirm-database': {
    'confirm other database': take({
      kind: 'confirm-database',
      confirmation: { id: '00000000-0000-7000-8000-000000000003', databaseId: 'x', actor: { kind: 'unverified-name', name: 'Ann' }, second: null, reason: 'moved', dropHolds: false },
    }),
    'other database, confirmed': (bench) => {
      bench.take({ kind: 'facts', facts: facts({ databaseId: 'x' }), ageMs: 0 });
      bench.take({
        kind: 'confirm-database',
        confirmation: { id: '00000000-0000-7000-8000-000000000003', databaseId: 'x', actor: { kind: 'unverified-name', name: 'Ann' }, second: null, reason: 'moved', dropHolds: false },
      });
    },
  },
  'order': {
    'order: stop': (bench) => { bench.take(orderOf(bench, 'stop', 0)); }, 'order: reset': (bench) => { bench.take(orderOf(bench, 'reset', 0)); },
    'order: drill': (bench) => { bench.take(orderOf(bench, 'drill', 0)); }, 'order: out of service': (bench) => { bench.take(orderOf(bench, 'take-out-of-service', 0)); },
    'order: return to service': (bench) => { bench.take(orderOf(bench, 'return-to-service', 0)); },
    'order: old reset': (bench) => { bench.take(orderOf(bench, 'reset', 9000)); },
  },
  'record-health': { 'cannot record': take({ kind: 'record-health', canRecord: false }) },
  'elsewhere': { 'device elsewhere': take({ kind: 'elsewhere', elsewhere: { open: [device], tripped: [], rigs: [] } }) },
  'fault': { 'guard fault': take({ kind: 'fault', what: 'test' }) },
  'closing': { 'closing': take({ kind: 'closing' }) },
};

/** A line that comes next, unless the form says otherwise; its number is never that of the script. */
const line = (verb: string, fields: Fields | ((bench: BenchScript) => Fields), at: (bench: BenchScript) => { n?: number; session?: string } = () => ({})): Play => (bench) => {
  const more = typeof fields === 'function' ? fields(bench) : fields;
  bench.nowMs += TICK_MS;
  bench.say(verb, more, { n: (bench.state.link.rxN + 1) & 0xffff, ...at(bench) });
};
const beat = (more: Fields, at?: Parameters<typeof line>[2]): Play => line('HB', (bench) => ({ ack: String(bench.state.link.txN), ...bench.hb, ...more }), at);
const inPhase = (phase: Phase, more: Fields = {}): Play => beat({ phase, zone: ZONE_OF_PHASE[phase], restore: RESTORE, gate: 'none', ...more });
const probe = (heights: Fields): Play => line('PROBE', { fixture: 'F2', temp_dc: '238', ...heights });
const plan = (kind: string): Play => line('PLAN', { restore: RESTORE, kind, from: '26.1', to: '26.2', hash: kind === 'update' ? HASH : 'AAAA0001' });
const answer = (verb: string, phase: Phase, id: (bench: BenchScript) => string, more: Fields = {}): Play =>
  line(verb, (bench) => ({ id: id(bench), phase, zone: ZONE_OF_PHASE[phase], restore: RESTORE, ...more }));
const first = (session: string) => () => ({ n: 0, session });

export const LINES: Readonly<Record<RigMessage['verb'], Forms>> = {
  'HB': {
    'HB as before': beat({}), 'HB unpack': inPhase('unpack'), 'HB at the gate': inPhase('recovery', { gate: 'write' }), 'HB start': inPhase('start'), 'HB write': inPhase('write'),
    'HB erase-next': inPhase('erase-next'), 'HB erase': inPhase('erase'), 'HB finish': inPhase('finish'), 'HB unknown phase': inPhase('unknown'),
    'HB zone against phase': inPhase('unpack', { zone: 'committed' }), 'HB no restore': beat({ phase: 'idle', zone: 'safe', restore: 'none', gate: 'none' }),
    'HB no restore ×2': (bench) => { for (let times = 0; times < 2; times += 1) beat({ phase: 'idle', zone: 'safe', restore: 'none', gate: 'none' })(bench); },
    'HB other restore': inPhase('unpack', { restore: '00070002' }), 'HB no device': beat({ seat: '0' }), 'HB estop': beat({ estop: '1' }), 'HB latch none': beat({ latch: 'none' }),
    'HB latch of its own': beat({ latch: 'R00070000009' }), 'HB doubled': beat({}, (bench) => ({ n: bench.state.link.rxN })),
    'HB old number': beat({}, (bench) => ({ n: (bench.state.link.rxN + 40_000) & 0xffff })), 'HB other session': beat({}, () => ({ session: 'FFFF0007' })),
  },
  'PROBE': { 'PROBE straight': probe({ l_um: '1,32,45,30,3', r_um: '2,29,40,31,0' }), 'PROBE bent': probe(BENT), 'PROBE no reading': probe({ l_um: '0,x,44,29,2', r_um: '1,28,39,30,-1' }) },
  'MID': { 'MID': line('MID', { fixture: 'F2', m_um: '3,35,49,33,4' }) },
  'DEVICE': { 'DEVICE same': line('DEVICE', (bench) => bench.device), 'DEVICE other': line('DEVICE', { model: 'Pixel', serial: '39281FDJH000AB' }) },
  'PLAN': { 'PLAN same': plan('update'), 'PLAN erase': plan('erase'), 'PLAN unknown': plan('sideload') },
  'FIXTURE': { 'FIXTURE other': line('FIXTURE', { id: 'F3', probes: '5', span_mm: '147', noise_um: '8', full_um: '4000', period_ms: '100', zero_dc: '231' }) },
  'POWER': { 'POWER low': line('POWER', { battery_pct: '20', supply_mv: '5060', device_dc: '287', force_cn: '110' }) },
  'PROGRESS': { 'PROGRESS': line('PROGRESS', { restore: RESTORE, pct: '37', next: 'write', next_ms: '184000' }) },
  'STOPPED': { 'STOPPED ours': answer('STOPPED', 'start', stopIdOf), 'STOPPED lapse': answer('STOPPED', 'start', () => 'R00070000001', { cause: 'lapse' }), 'STOPPED estop': answer('STOPPED', 'unpack', () => 'R00070000002', { cause: 'estop' }) },
  'TOO-LATE': { 'TOO-LATE ours': answer('TOO-LATE', 'write', stopIdOf), 'TOO-LATE button': answer('TOO-LATE', 'write', () => 'R00070000003', { cause: 'button' }) },
  'LATCH': {
    'LATCH ours': answer('LATCH', 'unpack', stopIdOf, { answer: 'stopped', at_ms: '9033', cause: 'stop' }),
    'LATCH of its own': answer('LATCH', 'start', () => 'R00070000001', { answer: 'stopped', at_ms: '9033', cause: 'lapse' }),
  },
  'ENDED': { 'ENDED stopped': line('ENDED', { restore: RESTORE, result: 'stopped' }), 'ENDED kept': line('ENDED', { restore: RESTORE, result: 'kept' }), 'ENDED erased': line('ENDED', { restore: RESTORE, result: 'erased' }) },
  'EVENT': {
    'EVENT button': line('EVENT', { kind: 'button' }), 'EVENT estop': line('EVENT', { kind: 'estop' }), 'EVENT fallback': line('EVENT', { kind: 'fallback' }),
    'EVENT smoke': line('EVENT', { kind: 'smoke' }), 'EVENT usb-gone': line('EVENT', { kind: 'usb-gone' }), 'EVENT supply-dip': line('EVENT', { kind: 'supply-dip' }),
    'EVENT other': line('EVENT', { kind: 'fan-on' }),
  },
  'RESET-DONE': { 'RESET-DONE': line('RESET-DONE', (bench) => ({ id: bench.state.reset?.rigLatch ?? stopIdOf(bench) })), 'RESET-DONE other': line('RESET-DONE', { id: '7F00AA120009' }) },
  'DRILLED': { 'DRILLED': line('DRILLED', (bench) => ({ id: bench.state.drills.running?.id ?? '7F00AA120009' })), 'DRILLED other': line('DRILLED', { id: '7F00AA120008' }) },
  'REFUSED': { 'REFUSED reset': line('REFUSED', (bench) => ({ re: String(bench.state.reset?.sent?.n ?? 0), verb: 'RESET', why: 'estop' })) },
  'BOOT': { 'BOOT': line('BOOT', { proto: '1', rig: 'R-20931', fw: '2.4.1' }, first('00000008')) },
  'WELCOME': {
    'WELCOME': line('WELCOME', { proto: '1', rig: 'R-20931', fw: '2.4.1', model: 'RB-4', virtual: '0', latch: 'none' }, (bench) => ({ n: 0, session: `${bench.state.link.nonce ?? '0000'}0007` })),
    'WELCOME, newer protocol': line('WELCOME', { proto: '2', rig: 'R-20931', fw: '2.4.1', model: 'RB-4', virtual: '0', latch: 'none' }, (bench) => ({ n: 0, session: `${bench.state.link.nonce ?? '0000'}0007` })),
  },
  'other': { 'unknown verb': line('NEWS-OF-LATER', {}) },
};

/** All columns in their order. */
export const COLUMNS: readonly (readonly [name: string, play: Play])[] = [...Object.values(LINES), ...Object.values(EVENTS)].flatMap((forms) => Object.entries(forms));
