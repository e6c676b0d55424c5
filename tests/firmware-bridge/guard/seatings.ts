/** A phone laid in, taken out and laid in again, with the rig's reports of it; and what the guard makes of its measurements. */
import type { RemeasureProgress } from '../../../firmware-bridge/contract/bench-status.ts';
import { measureChassis } from '../../../firmware-bridge/guard/chassis.ts';
import { HASH, RESTORE, type BenchScript } from './bench-script.ts';

export const progress = (bench: BenchScript): RemeasureProgress | null => measureChassis(bench.state, bench.nowMs).remeasure ?? null;

/** Lays the phone in: its own left edge bent by so much, its right edge by 60, whichever way it lies. */
export function seat(bench: BenchScript, bentUm: number, turned = false, ms = 900): void {
  const [own, other] = [`0,0,${bentUm},0,1`, '1,0,60,0,0'];
  bench.probe = turned ? { l_um: other, r_um: own } : { l_um: own, r_um: other };
  bench.hb = { ...bench.hb, seat: '1' };
  for (let passed = 0; passed < ms; passed += 100) {
    bench.pass(100);
    bench.say('DEVICE', bench.device);
    bench.power();
    bench.sample(turned ? { turned: '1' } : {});
    if (bench.plan !== null && bench.hb.restore !== 'none') bench.say('PLAN', bench.plan);
    bench.beat();
  }
}

export function takeOut(bench: BenchScript, ms = 300): void {
  bench.hb = { ...bench.hb, seat: '0' };
  bench.run(ms);
}

/** A restore opens on the seated phone; true if it was permitted. */
export function isPermitted(bench: BenchScript, bentUm: number, turned = false): boolean {
  bench.plan = { restore: RESTORE, kind: 'update', from: '26.1', to: '26.2', hash: HASH };
  bench.hb = { ...bench.hb, phase: 'unpack', restore: RESTORE };
  seat(bench, bentUm, turned, 600);
  const permitted = bench.state.permit !== null;
  bench.hb = { ...bench.hb, phase: 'idle', restore: 'none' };
  seat(bench, bentUm, turned, 300);
  return permitted;
}
