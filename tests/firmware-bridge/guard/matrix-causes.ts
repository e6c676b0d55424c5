/**
 * How each cause is provoked: the second half of the matrix. The record is total, so a new cause does not compile until
 * someone says how it comes about; each is tried in `safe`, in `critical` and in `committed`, unless it has places of its own.
 */
import type { CauseCode } from '../../../firmware-bridge/contract/causes.ts';
import { BENT, BenchScript, PHONE, RESTORE, facts } from './bench-script.ts';
import { committed, critical, handshaken, permitted, restoring } from './places.ts';
import { EVENTS, LINES, type Play } from './matrix-events.ts';
import { drillStruck } from './matrix-states.ts';

export interface Provoked { readonly by: string; readonly play: Play; readonly places?: Readonly<Record<string, () => BenchScript>> }

export const ZONES_OF_RESTORES: Readonly<Record<string, () => BenchScript>> = { 'safe': () => permitted(), critical, 'committed': () => committed() };

const form = (from: Readonly<Record<string, Play>>, name: string): Provoked => {
  const play = from[name];
  if (play === undefined) throw new Error(`the matrix has no column ${name}`);
  return { by: name, play };
};
const held = facts({ version: 3, holds: [{ id: 'h', device: { serial: null, ecid: PHONE.ecid, imei: null }, code: 'device-held' }] });
/** A rig that has its restore on, all of it said twice, and this is missing at the gate and behind it. */
const behindTheGate = (spoil: (bench: BenchScript) => void): NonNullable<Provoked['places']> => ({
  'behind the gate': () => { const bench = restoring(); spoil(bench); bench.run(300); return bench; },
});
const goOn: Play = (bench) => { bench.phase('recovery'); bench.phase('start'); bench.run(200); };
const beats = (more: (bench: BenchScript) => void): Play => (bench) => { more(bench); bench.run(300); };

const named = [{ device: { serial: PHONE.serial, ecid: null, imei: null } }];
const failures = [{ restoreId: '00050009', device: PHONE, atIso: '2026-03-01T09:00:00.000Z', cleared: false }];

function warmUp(bench: BenchScript): void {
  for (let second = 0; second < 12; second += 1) {
    bench.powerSays = { device_dc: String(300 + second * 15) };
    bench.run(1000);
  }
}

export const PROVOKED: Readonly<Record<CauseCode, Provoked>> = {
  'device-frame-bent': { by: 'probes that show a bend', play: (bench) => { bench.probe = BENT; bench.sample(); bench.nowMs += 100; bench.sample(); } },
  'cannot-measure': { by: 'a probe without readings for 0.7 s', play: (bench) => { bench.probe = { ...bench.probe, l_um: '0,x,44,29,2' }; bench.run(700); } },
  'erase-without-consent': {
    by: 'a plan that erases, from the beginning', play: (bench) => { bench.plan = { ...bench.plan, kind: 'erase', hash: 'AAAA0001' }; bench.run(300); },
    places: { 'safe': () => restoring() },
  },
  'unknown-plan': { by: 'a plan of a kind nobody knows', play: (bench) => { bench.plan = { ...bench.plan, kind: 'sideload', hash: 'AAAA0001' }; bench.run(300); } },
  'update-fell-back-to-erase': form(LINES.EVENT, 'EVENT fallback'),
  'erase-without-permit': form(LINES.HB, 'HB erase'),
  'commit-without-permit': {
    by: 'a claim to write without a permit', play: (bench) => { bench.phase('write'); bench.phase('write'); },
    places: { 'safe': () => restoring(), 'behind the gate': () => { const bench = restoring(); bench.phase('start'); return bench; } },
  },
  'phase-unknown': {
    by: 'a phase nobody knows, without a permit', play: (bench) => { bench.phase('unknown'); bench.run(200); },
    places: { 'safe': () => { const bench = restoring(); bench.take({ kind: 'record-health', canRecord: false }); bench.run(200); return bench; } },
  },
  'device-changed': form(LINES.DEVICE, 'DEVICE other'),
  'device-held': { by: 'a hold on this device', play: beats((bench) => { bench.give(held); }) },
  'device-elsewhere': { by: 'the same device on another bench', play: beats(EVENTS.elsewhere['device elsewhere'] ?? goOn) },
  'battery-low': { by: 'a low battery, twice', play: (bench) => { for (let times = 0; times < 2; times += 1) { bench.power({ battery_pct: '20' }); bench.beat(); } } },
  'rig-silent': { by: 'silence of 2.1 s', play: EVENTS.tick['silence 2.1 s'] ?? goOn },
  'corrupt-frames': form(EVENTS.corrupt, 'corrupt lines ×3'),
  'sequence-regressed': form(LINES.HB, 'HB old number'),
  'port-lost': form(EVENTS['port-closed'], 'port closed'),
  'rig-restarted': form(LINES.BOOT, 'BOOT'),
  'rig-refused': {
    by: 'a problem of the rig, and its restore goes on', play: goOn,
    places: behindTheGate((bench) => { bench.take({ kind: 'port-waiting', problem: { code: 'port-slow', params: {} }, nextTryAtMs: 99_000, attempts: 0 }); }),
  },
  'bridge-restarted': {
    by: 'the first heartbeat names a restore that the bridge does not know', play: (bench) => { bench.phase('unpack', { seat: '1', restore: RESTORE }); },
    places: { 'fresh start': () => { const bench = new BenchScript(); bench.open(); bench.shake(); return bench; } },
  },
  'latch-unreadable': {
    by: 'the latch file could not be read: the bridge starts with this trip', play: (bench) => { bench.open(); bench.shake(); bench.run(200); },
    places: { 'start': () => new BenchScript(unreadable()) },
  },
  'bridge-stalled': form(EVENTS.tick, 'tick 0.5 s late'),
  'guard-fault': form(EVENTS.fault, 'guard fault'),
  'rig-stopped-itself': form(LINES.STOPPED, 'STOPPED lapse'),
  'unnamed-stop': { by: 'a latch that nobody named, in two heartbeats', play: (bench) => { bench.hb.latch = '000000000000'; bench.beat(); bench.beat(); }, places: { 'idle': () => handshaken() } },
  'stop-button': form(LINES.EVENT, 'EVENT button'),
  'estop': form(LINES.HB, 'HB estop'),
  'operator-stop': form(EVENTS.order, 'order: stop'),
  'holds-unknown': { by: 'the knowledge of holds is too old, and the restore goes on', play: goOn, places: behindTheGate((bench) => { bench.state = { ...bench.state, factsAtMs: null }; }) },
  'cannot-record': { by: 'nothing can be recorded, and the restore goes on', play: goOn, places: behindTheGate((bench) => { bench.take({ kind: 'record-health', canRecord: false }); }) },
  'device-hot': { by: 'a device of 56 °C, twice', play: (bench) => { bench.powerSays = { device_dc: '560' }; bench.run(200); } },
  'device-heating': { by: 'a device that warms by 1.5 K a second', play: warmUp },
  'device-swelling': { by: 'EVENT swelling', play: (bench) => { bench.say('EVENT', { kind: 'swelling' }); } },
  'smoke-button': { by: 'EVENT smoke', play: (bench) => { bench.say('EVENT', { kind: 'smoke' }); } },
  'probe-force': { by: 'EVENT force', play: (bench) => { bench.say('EVENT', { kind: 'force' }); } },
  'downgrade': { by: 'a plan for an older system', play: (bench) => { bench.plan = { ...bench.plan, to: '26.0.9' }; bench.run(300); } },
  'second-attempt': {
    by: 'another bench remembers that the update of this device failed',
    play: (bench) => { bench.take({ kind: 'elsewhere', elsewhere: { open: [], tripped: [], rigs: [], failures } }); bench.run(300); },
  },
  'storage-errors': { by: 'EVENT storage-error', play: (bench) => { bench.say('EVENT', { kind: 'storage-error' }); } },
  'activation-lock': {
    by: 'a locked device, and somebody asked for its unlock',
    play: (bench) => { bench.give(facts({ version: 9, unlocksAsked: named })); bench.device = { ...bench.device, lock: 'on' }; bench.run(300); },
  },
  'irreplaceable-erase': {
    by: 'a plan that erases what nobody can replace',
    play: (bench) => { bench.give(facts({ version: 9, irreplaceable: named })); bench.plan = { ...bench.plan, kind: 'erase' }; bench.run(300); },
  },
  'usb-lost': { by: 'EVENT usb-gone, for 61 s', play: (bench) => { bench.say('EVENT', { kind: 'usb-gone' }); bench.run(61_000); } },
  'hub-deep': { by: 'a device behind two hubs', play: (bench) => { bench.device = { ...bench.device, hub: '2' }; bench.run(200); } },
  'supply-dip': { by: 'EVENT supply-dip', play: beats((bench) => { bench.say('EVENT', { kind: 'supply-dip' }); }) },
  'bench-out-of-service': {
    by: 'taken out of service, and the restore goes on', play: goOn, places: behindTheGate((bench) => { bench.order('take-out-of-service'); }),
  },
  'drill-became-stop': {
    by: 'the stop byte of a drill latched the rig', places: { 'drill struck': drillStruck },
    play: (bench) => { bench.hb = { ...bench.hb, phase: 'stopped', latch: '000000000000' }; bench.run(200); bench.welcome(); bench.run(200); },
  },
};

/** As `firmware-bridge/main.ts` makes it. */
function unreadable(): ConstructorParameters<typeof BenchScript>[0] {
  const bench = permitted();
  bench.stop();
  const trip = bench.state.trip?.trip;
  if (trip === undefined) throw new Error('a stop trips');
  const cause = { code: 'latch-unreadable', params: {}, atIso: trip.atIso, cleared: false } as const;
  return { v: 1, restore: null, trip: { ...trip, restoreId: null, phase: 'unknown', zone: 'critical', causes: [cause], receipt: { ...trip.receipt, writes: 0, state: 'not-written', rung: 0 } } };
}
