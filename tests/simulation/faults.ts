/**
 * Everything unkind that can happen, by its name: each begins at a moment and ends after a while. A fault acts on the
 * world from outside, as the real one would; it never reaches into the guard.
 */
import type { PcPort } from './pc-port.ts';
import type { People } from './people.ts';
import { BENT_CROSSING_MS } from './rig-invariants.ts';
import type { RigStation } from './rig-station.ts';
import type { ServerMood } from './store-server.ts';
import { FINE, type Weather } from './one-way.ts';
import type { World } from './world.ts';

export interface Scene { readonly world: World; readonly people: People; readonly port: PcPort; readonly station: RigStation }
export interface Fault {
  /** Longest time it lasts (ms); 0: it is over at once. */
  readonly lastsMs: number;
  readonly begin: (scene: Scene) => void;
  readonly end?: (scene: Scene) => void;
}

const ZONES = ['safe', 'critical', 'committed'] as const;
const NONSENSE = ['frobnicate', 'idle', 'unpack', 'stopped'] as const;
/** A bend that every measurement shows. */
const FAR_BENT_UM = 1500;
/** The virtual press needs this long for it. */
const PRESS_MS = 0.6;

function weather(change: (world: World) => Partial<Weather>): Fault {
  const clear = ({ port }: Scene): void => {
    port.up.weather = FINE;
    port.down.weather = FINE;
  };
  return {
    lastsMs: 4000,
    begin: ({ world, port }) => {
      const bad = { ...FINE, ...change(world) };
      const where = world.pick(['up', 'down', 'both'] as const);
      if (where !== 'down') port.up.weather = bad;
      if (where !== 'up') port.down.weather = bad;
    },
    end: clear,
  };
}

const share = (world: World): number => world.pick([0.02, 0.1, 0.4, 1]);
const mood = (value: ServerMood): Fault => ({
  lastsMs: 9000,
  begin: ({ world }) => { world.server.mood = value; },
  end: ({ world }) => { world.server.mood = 'well'; },
});

/** Bends the phone, and notes when it is bent beyond doubt; a restore that had a permit when it began must not outlast it. */
function bend(scene: Scene, um: number): void {
  const { world, station } = scene;
  const device = station.engine?.state.device ?? null;
  if (device === null) return;
  const began = station.engine?.state;
  station.do((engine) => engine.bend(um));
  station.bentSinceMs = null;
  if (um < FAR_BENT_UM) return;
  const beganAtMs = world.agenda.nowMs;
  world.agenda.after(um * PRESS_MS + 20, () => {
    if (station.engine?.state.device !== device || station.engine.world.chassis.bentUm !== um) return;
    station.bentSinceMs = world.agenda.nowMs;
    if (began?.permit == null || began.ignoresStop) return;
    world.agenda.after(BENT_CROSSING_MS, () => {
      const now = station.engine?.state;
      const isPast = now?.restore?.phase === 'write' || now?.restore?.phase === 'erase' || now?.restore?.phase === 'finish';
      if (world.roughAtMs > beganAtMs - 2000 || now?.restore == null || now.restore.id !== began.restore?.id || isPast || now.memory.latch !== null) return;
      world.watch.violate('a bend is stopped in its time', 'guard.md §5, frame', `${station.make.serial} goes on in ${now.restore.phase} although nothing was in the way`);
    });
  });
}

export const FAULTS: Readonly<Record<string, Fault>> = {
  'lost lines': weather((world) => ({ drop: share(world) })),
  'garbled lines': weather((world) => ({ garble: share(world) })),
  'doubled lines': weather((world) => ({ duplicate: share(world) })),
  'merged lines': weather((world) => ({ merge: share(world) })),
  'torn lines': weather((world) => ({ tear: share(world) })),
  'late lines': weather((world) => ({ delayMs: world.pick([30, 200, 700, 3000]) })),
  'everything at once': weather((world) => ({ drop: 0.1, garble: 0.1, duplicate: 0.2, merge: 0.1, tear: 0.1, delayMs: world.pick([0, 100]) })),
  silence: weather(() => ({ drop: 1 })),
  'adapter out': { lastsMs: 4000, begin: ({ world, port }) => { port.pull(world.chance(0.4)); }, end: ({ port }) => { port.plugAgain(); } },
  'port full': { lastsMs: 1500, begin: ({ port }) => { port.isFull = true; }, end: ({ port }) => { port.isFull = false; } },
  'rig loses power': { lastsMs: 3000, begin: ({ station }) => { station.powerOff(); }, end: ({ station }) => { station.powerOn(); } },
  'rig blinks': { lastsMs: 60, begin: ({ station }) => { station.powerOff(); }, end: ({ station }) => { station.powerOn(); } },
  'bridge killed': { lastsMs: 2500, begin: ({ world }) => { world.pc.kill(null); }, end: ({ world }) => { world.startBridge(); } },
  'power cut of the PC': {
    lastsMs: 6000,
    begin: ({ world }) => { world.pc.kill(world.chance(0.3) ? Math.floor(world.random() * 2) : null); },
    end: ({ world }) => { world.startBridge(); },
  },
  'orderly end of the bridge': {
    lastsMs: 2500,
    begin: ({ world }) => {
      world.pc.call(() => { world.pc.bridge?.closing(); });
      world.pc.later(600, () => { world.pc.kill(null); });
    },
    end: ({ world }) => {
      world.pc.kill(null);
      world.startBridge();
    },
  },
  'PC stalls': { lastsMs: 0, begin: ({ world }) => { world.pc.stall(world.pick([60, 300, 520, 900, 2500]), false); } },
  'PC sleeps': { lastsMs: 0, begin: ({ world }) => { world.pc.stall(world.pick([700, 1500, 8000]), true); } },
  'wall clock steps': { lastsMs: 0, begin: ({ world }) => { world.pc.wallStepMs += world.pick([-3_600_000, -5000, 5000, 86_400_000]); } },
  'server dead': mood('dead'),
  'server slow': mood('slow'),
  'another database': mood('other-database'),
  'wiring broken': { lastsMs: 6000, begin: ({ port }) => { port.isWiringBroken = true; }, end: ({ port }) => { port.isWiringBroken = false; } },
  'deaf rig': { lastsMs: 3000, begin: ({ port }) => { port.down.weather = { ...FINE, drop: 1 }; }, end: ({ port }) => { port.down.weather = FINE; } },
  'a person drills': { lastsMs: 0, begin: ({ people, port }) => { people.service('drill', port.bench); } },
  'out of service': {
    lastsMs: 6000,
    begin: ({ people, port }) => { people.service('take-out-of-service', port.bench); },
    end: ({ people, port }) => { people.bringBack(port.bench); },
  },
  'returned too early': { lastsMs: 0, begin: ({ people, port }) => { people.service('return-to-service', port.bench); } },
  'drill after drill': {
    lastsMs: 0,
    begin: ({ world, people, port }) => { for (let times = 0; times < 6; times += 1) world.agenda.after(times * 150, () => { people.service('drill', port.bench); }); },
  },
  'facts of before': mood('older-version'),
  'outbox lost': { lastsMs: 0, begin: ({ world }) => { world.server.loseOutbox(); } },
  'a person confirms the database': { lastsMs: 0, begin: ({ people }) => { people.confirmDatabase(false); } },
  'disk full': {
    lastsMs: 5000,
    begin: ({ world }) => { world.pc.call(() => { world.pc.bridge?.recordHealth(false, { code: 'disk-full', params: {} }); }); },
    end: ({ world }) => { world.pc.call(() => { world.pc.bridge?.recordHealth(true, null); }); },
  },
  'latch disk stuck': {
    lastsMs: 3000,
    begin: ({ world }) => { for (const { disk } of world.pc.places) disk.isStuck = true; },
    end: ({ world }) => { for (const { disk } of world.pc.places) disk.isStuck = false; },
  },
  'stop relay stuck': {
    lastsMs: 5000,
    begin: ({ station }) => { station.do((engine) => engine.apply({ kind: 'ignore-stop', on: true })); },
    end: ({ station }) => { station.do((engine) => engine.apply({ kind: 'ignore-stop', on: false })); },
  },
  'a stop that nobody answers': {
    lastsMs: 5000,
    begin: (scene) => {
      const { world, people, port, station } = scene;
      if (world.chance(0.5)) port.down.weather = { ...FINE, drop: 1 };
      else station.do((engine) => engine.apply({ kind: 'ignore-stop', on: true }));
      world.agenda.after(world.between(0, 1500), () => {
        if (world.chance(0.5)) people.stop(port.bench);
        else bend(scene, FAR_BENT_UM);
      });
    },
    end: ({ port, station }) => {
      port.down.weather = FINE;
      station.do((engine) => engine.apply({ kind: 'ignore-stop', on: false }));
    },
  },
  'rigs swapped': { lastsMs: 6000, begin: ({ world }) => { swap(world); }, end: ({ world }) => { swap(world); } },
  bend: { lastsMs: 0, begin: (scene) => { bend(scene, scene.world.pick([150, 350, 500, FAR_BENT_UM, FAR_BENT_UM + 700])); } },
  straighten: { lastsMs: 0, begin: (scene) => { bend(scene, 0); } },
  'probe fault': {
    lastsMs: 2500,
    begin: ({ world, station }) => { station.do((engine) => { engine.world.chassis.fault = world.pick(['left', 'right']); }); },
    end: ({ station }) => { station.do((engine) => { engine.world.chassis.fault = 'none'; }); },
  },
  'battery low': { lastsMs: 0, begin: ({ world, station }) => { station.do((engine) => { engine.world.setBattery(world.pick([10, 49, 70])); }); } },
  'nonsense phases': {
    lastsMs: 0,
    begin: ({ world, station }) => {
      const fields = {
        ack: '0', seat: '1', phase: world.pick(NONSENSE), zone: world.pick(ZONES), restore: station.engine?.state.restore?.id ?? 'none', gate: 'none',
        permit: 'none', latch: 'none',
      };
      if (fields.phase !== 'frobnicate' && fields.zone === 'safe') fields.zone = 'critical';
      const times = world.pick([1, 2, 5]);
      for (let count = 0; count < times; count += 1) station.do((engine) => engine.apply({ kind: 'raw', verb: 'HB', fields }));
    },
  },
  'one false line': {
    lastsMs: 0,
    begin: ({ world, station }) => {
      // Once for each rig: what agrees with itself twice is believed, and must be.
      const state = station.engine?.state;
      if (state === undefined || state.restore === null || world.told.has(station.make.serial)) return;
      world.told.add(station.make.serial);
      const fields = {
        ack: '0', seat: '1', phase: world.pick(['write', 'idle', 'erase']), zone: 'committed', restore: state.restore.id, gate: 'none', permit: 'none', latch: 'none',
      };
      station.do((engine) => engine.apply({ kind: 'raw', verb: 'HB', fields }));
    },
  },
  'E-stop': { lastsMs: 3000, begin: ({ station }) => { station.estop(true); }, end: ({ station }) => { station.estop(false); } },
  'stop button of the rig': { lastsMs: 0, begin: ({ station }) => { station.do((engine) => engine.apply({ kind: 'button' })); } },
  'a person stops': { lastsMs: 0, begin: ({ people, port }) => { people.stop(port.bench); } },
  'a careless reset': { lastsMs: 0, begin: ({ people, port }) => { people.reset(port.bench, true); } },
  'a reset': { lastsMs: 0, begin: ({ people, port }) => { people.reset(port.bench, false); } },
  'phone taken out': { lastsMs: 0, begin: ({ people, station }) => { people.unseat(station); } },
  'update fails': { lastsMs: 0, begin: ({ station }) => { station.do((engine) => engine.apply({ kind: 'fall-back' })); } },
  'restore fails': { lastsMs: 0, begin: ({ station }) => { station.do((engine) => engine.apply({ kind: 'fail' })); } },
  'a manager holds the phone': {
    lastsMs: 5000,
    begin: ({ world, station }) => {
      const device = station.engine?.state.device;
      if (device !== null && device !== undefined) world.server.hold(`manager-${station.make.serial}`, device);
    },
    end: ({ world, station }) => { world.server.release(`manager-${station.make.serial}`); },
  },
};

function swap(world: World): void {
  const [first, second] = world.ports;
  if (first === undefined || second === undefined) return;
  const [one, other] = [first.station, second.station];
  first.plug(null);
  second.plug(null);
  first.plug(other);
  second.plug(one);
}
