/**
 * The levers for trouble, the same for the rig that plays a story and for the one that a person plays. What is no lever of
 * this file is left to the caller.
 */
import { virtualPlan } from './device.ts';
import type { RigEngine } from './engine.ts';
import type { LeverPull } from './lever.ts';
import type { Device, LeverRefusal } from './rig-state.ts';
import type { Mischief } from './trouble.ts';

/** `another` makes a phone that was never here. */
export function pullTrouble(engine: RigEngine, { lever, value }: LeverPull, another: () => Device): LeverRefusal | null | 'not-mine' {
  const on = value === true;
  const make = (mischief: Mischief): LeverRefusal | null => engine.apply({ kind: 'mischief', mischief });
  switch (lever) {
    case 'smoke': return make({ do: 'danger', danger: 'smoke', on });
    case 'swell': return make({ do: 'danger', danger: 'swelling', on });
    case 'force': engine.world.forceCn = Number(value); return null;
    case 'usb-gone': case 'usb-back': case 'supply-dip': case 'storage-error': return make({ do: 'tell', event: lever });
    case 'lock': return make({ do: 'lock', on });
    case 'hub': return make({ do: 'hub', count: Number(value) });
    case 'rogue': case 'strange-phase': case 'forget-drills': return make({ do: lever, on });
    case 'regress': case 'refuse': return make({ do: lever });
    case 'swap': return engine.swap(another());
    case 'noise-stop': return engine.apply({ kind: 'bytes', bytes: '\x18' });
    case 'fail': return engine.apply({ kind: 'fail' });
    case 'downgrade': return downgrade(engine);
    default: return 'not-mine';
  }
}

/** An update to the version before; its hash is another one, as it must be. */
function downgrade(engine: RigEngine): LeverRefusal | null {
  const { device } = engine.state;
  if (device === null) return 'no-device';
  const { from, to } = virtualPlan(device, 'update');
  return engine.apply({ kind: 'start', plan: { kind: 'update', from: to, to: from, hash: virtualPlan(device, 'downgrade').hash }, fallsBackAtPct: null });
}
