/** Random things that may happen to a bench, as moves of a script: what rigs, people, servers, clocks and cables do. */
import fc from 'fast-check';
import { PHASES, ZONES } from '../../../firmware-bridge/contract/interlock.ts';
import { BENT, HASH, PHONE, RESTORE, agreedFacts, facts, type BenchScript } from './bench-script.ts';
import { PLACES } from './places.ts';

export type Move = readonly [name: string, play: (bench: BenchScript) => void];

const straight = { l_um: '0,31,44,29,2', r_um: '1,28,39,30,-1' };
const ids = ['none', '000000000000', 'R00070000001', '5C1E77A90001'] as const;
const hold = facts({ version: 3, holds: [{ id: 'h', device: { serial: PHONE.serial, ecid: null, imei: null }, code: 'device-held' }] });
const boot = (bench: BenchScript): void => { bench.say('BOOT', { proto: '1', rig: 'R-20931', fw: '2.4.1' }, { session: '00000008', n: 0 }); };

const SIMPLE: readonly Move[] = [
  ['bend', (bench) => { bench.probe = BENT; }],
  ['straighten', (bench) => { bench.probe = straight; }],
  ['probe fails', (bench) => { bench.probe = { ...straight, l_um: '0,x,44,29,2' }; }],
  ['seat', (bench) => { bench.hb.seat = '1'; }],
  ['take out', (bench) => { bench.hb.seat = '0'; }],
  ['estop', (bench) => { bench.hb.estop = '1'; bench.beat(); }],
  ['estop released', (bench) => { bench.hb.estop = '0'; }],
  ['button', (bench) => { bench.say('EVENT', { kind: 'button' }); }],
  ['fallback', (bench) => { bench.say('EVENT', { kind: 'fallback' }); }],
  ['restart', boot],
  ['welcome', (bench) => { bench.welcome(); bench.fixture(); }],
  ['cable out', (bench) => { bench.take({ kind: 'port-closed', problem: null }); }],
  ['cable in', (bench) => { bench.take({ kind: 'port-opened' }); }],
  ['three broken lines', (bench) => { for (let count = 0; count < 3; count += 1) bench.hear('noise'); }],
  ['one broken line', (bench) => { bench.hear('noise'); }],
  ['old number', (bench) => { bench.say('HB', { ack: '0', ...bench.hb }, { n: 60_000 }); }],
  ['other session', (bench) => { bench.say('HB', { ack: '0', ...bench.hb }, { session: 'FFFF0001' }); }],
  ['slept', (bench) => { bench.tick(5000); }],
  ['stalled', (bench) => { bench.nowMs += 900; bench.tick(); }],
  ['stop', (bench) => { bench.stop(); }],
  ['reset', (bench) => { bench.reset(); }],
  ['reset done', (bench) => { bench.say('RESET-DONE', { id: bench.state.reset?.rigLatch ?? '5C1E77A90001' }); }],
  ['reset refused', (bench) => { bench.say('REFUSED', { re: String(bench.state.reset?.sent?.n ?? 0), verb: 'RESET', why: 'estop' }); }],
  ['held', (bench) => { bench.give(hold); }],
  ['agreed', (bench) => { bench.give(agreedFacts()); }],
  ['other database', (bench) => { bench.give(facts({ databaseId: 'other', version: 99 })); }],
  ['disk full', (bench) => { bench.take({ kind: 'record-health', canRecord: false }); }],
  ['disk fine', (bench) => { bench.take({ kind: 'record-health', canRecord: true }); }],
  ['closing', (bench) => { bench.take({ kind: 'closing' }); }],
  ['fault', (bench) => { bench.take({ kind: 'fault', what: 'test' }); }],
  ['port full', (bench) => { bench.take({ kind: 'stop-written', stopId: bench.state.trip?.trip.receipt.stopId ?? '', ok: false }); }],
  ['stopped', (bench) => { bench.stopped(bench.hb.phase); }],
  ['too late', (bench) => { bench.say('TOO-LATE', { id: bench.state.trip?.trip.receipt.stopId ?? '5C1E77A90001', phase: 'write', zone: 'committed', restore: RESTORE }); }],
  ['stopped itself', (bench) => { bench.say('STOPPED', { id: 'R00070000001', phase: 'start', zone: 'critical', restore: RESTORE, cause: 'lapse' }); }],
  ['kept', (bench) => { bench.say('ENDED', { restore: RESTORE, result: 'kept' }); }],
  ['other phone', (bench) => { bench.device = { model: 'Pixel', serial: '39281FDJH000AB' }; }],
  ['drill', (bench) => { bench.order('drill'); }],
  ['drill at once', (bench) => { bench.order('drill'); bench.beat(); bench.nowMs += 2; bench.beat(); }],
  ['drilled', (bench) => { bench.say('DRILLED', { id: bench.state.drills.running?.id ?? '5C1E77A90001' }); }],
  ['drill refused', (bench) => { bench.say('REFUSED', { re: String(bench.state.drills.running?.armed?.n ?? 0), verb: 'DRILL', why: 'busy' }); }],
  ['taken out', (bench) => { bench.order('take-out-of-service'); }],
  ['returned', (bench) => { bench.order('return-to-service'); }],
  ['drill', (bench) => { bench.order('drill'); }],
  ['drilled', (bench) => { bench.say('DRILLED', { id: bench.state.drills.running?.id ?? '7F00AA120009' }); }],
  ['out of service', (bench) => { bench.order('take-out-of-service'); }],
  ['back in service', (bench) => { bench.order('return-to-service'); }],
  ['hot', (bench) => { bench.say('EVENT', { kind: 'hot' }); }],
  ['off the bus', (bench) => { bench.say('EVENT', { kind: 'usb-gone' }); }],
  ['on the bus', (bench) => { bench.say('EVENT', { kind: 'usb-back' }); }],
  ['supply dips', (bench) => { bench.say('EVENT', { kind: 'supply-dip' }); }],
  ['phone hides', (bench) => { bench.device = { model: 'iPhone%2012', ecid: PHONE.ecid }; }],
];

const simple = fc.constantFrom(...SIMPLE);
const time = fc.integer({ min: 1, max: 700 }).map((ms): Move => [`silent ${String(ms)}`, (bench) => { bench.pass(ms); }]);
const work = fc.integer({ min: 100, max: 400 }).map((ms): Move => [`work ${String(ms)}`, (bench) => { bench.run(ms); }]);
const phase = fc.constantFrom(...PHASES).map((to): Move => [`phase ${to}`, (bench) => { bench.phase(to, { restore: to === 'idle' || to === 'stopped' ? 'none' : RESTORE }); }]);
const lie = fc.tuple(fc.constantFrom(...PHASES), fc.constantFrom(...ZONES), fc.constantFrom('none', RESTORE, '00070002'), fc.constantFrom(...ids))
  .map(([said, zone, restore, latch]): Move => [`says ${said} ${zone} ${restore} ${latch}`, (bench) => { bench.beat({ phase: said, zone, restore, latch }); }]);
const latch = fc.constantFrom(...ids).map((id): Move => [`latch ${id}`, (bench) => { bench.hb.latch = id; }]);
const plan = fc.tuple(fc.constantFrom('update', 'erase', 'other'), fc.constantFrom(HASH, 'AAAA0001'))
  .map(([kind, hash]): Move => [`plan ${kind} ${hash}`, (bench) => { bench.plan = { restore: RESTORE, kind, from: '1', to: '2', hash }; }]);

export const move: fc.Arbitrary<Move> = fc.oneof({ weight: 6, arbitrary: simple }, { weight: 4, arbitrary: work }, { weight: 1, arbitrary: time }, { weight: 3, arbitrary: phase }, lie, latch, plan);

export const anyPlace = fc.constantFrom(...Object.keys(PLACES));

export function play(place: string, moves: readonly Move[], seen?: (bench: BenchScript) => void): BenchScript {
  const bench = PLACES[place]?.();
  if (bench === undefined) throw new Error(`no such place: ${place}`);
  for (const [, next] of moves) {
    bench.nowMs += 3;
    next(bench);
    seen?.(bench);
  }
  return bench;
}
