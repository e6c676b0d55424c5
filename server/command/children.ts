/** The arguments of each process that the supervisor starts. Pure: what each entry understands stands in its own room. */
import { ENTRIES } from './project.ts';
import type { StartPlan, VirtualBench } from './start-plan.ts';
import { rigPlaces } from './start-plan.ts';

export function virtualRigArguments(plan: StartPlan, bench: VirtualBench): string[] {
  const places = rigPlaces(plan.stateDir, bench.id);
  return [
    ENTRIES.virtualRig, '--link', places.link, '--memory', places.memory, '--ledger', places.ledger, '--levers', places.levers,
    '--serial', `VIRTUAL-${bench.seed}`, '--scenario', bench.scenario, '--speed', String(plan.speed), '--seed', String(bench.seed), '--rows', String(bench.rows), '--exit-with-parent',
  ];
}

export const serverUrl = (plan: StartPlan): string => `http://127.0.0.1:${plan.port}`;

/**
 * The guard must not stand still while memory is cleaned: no helper threads to wait for on a busy PC, and few, small
 * collections (measured under load: pauses above 5 ms fell from more than twenty to three). And what it compiled stays: a stop
 * after quiet hours must not wait until its code is read again.
 */
const CALM_MEMORY = ['--single-threaded-gc', '--no-memory-reducer', '--max-semi-space-size=32', '--no-flush-bytecode'] as const;

export function bridgeArguments(plan: StartPlan): string[] {
  return [
    ...CALM_MEMORY, ENTRIES.bridge, '--state', plan.stateDir, '--server', `ws://127.0.0.1:${plan.port}/api/bridge`,
    ...(plan.config === null ? [] : ['--config', plan.config]),
    ...plan.rigs.flatMap((rig) => ['--rig', rig]),
    ...plan.virtualBenches.flatMap((bench) => ['--rig', `${bench.id}=${rigPlaces(plan.stateDir, bench.id).link}`]),
    ...(plan.kind === 'virtual' ? ['--virtual'] : []),
  ];
}

export function serverArguments(plan: StartPlan): string[] {
  return [
    ENTRIES.server, '--state', plan.stateDir, '--port', String(plan.port), '--web', ENTRIES.web,
    ...(plan.config === null ? [] : ['--config', plan.config]),
    ...(plan.storeName === null ? [] : ['--store-name', plan.storeName]),
    ...(plan.kind === 'virtual' ? ['--virtual', '--demo-cases'] : []),
    ...plan.virtualBenches.flatMap((bench) => ['--lever', `${bench.id}=${rigPlaces(plan.stateDir, bench.id).levers}`]),
  ];
}
