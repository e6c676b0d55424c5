/** Property: no permit without every permissive. A second opinion reads the bare state, not the guard's own judgement. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Taken } from '../always.ts';
import { anyPlace, play } from '../random-events.ts';
import { moves, stepsOf } from './steps.ts';

/** What is missing for a new permit at this step, read from the paper: guard.md, permissives. */
function missing({ after: state, event }: Taken): string[] {
  const { device, restore, power, facts, link } = state;
  const ids = [device?.value.serial, device?.value.ecid, device?.value.imei].filter((id) => id !== null && id !== undefined);
  const isHeld = (other: { serial: string | null; ecid: string | null; imei: string | null }): boolean => ids.some((id) => [other.serial, other.ecid, other.imei].includes(id));
  const samples = state.frame.samples.slice(-2);
  const plan = restore?.plan ?? null;
  const agreed = (list: readonly { planHash: string }[] | undefined): boolean => list?.some((fact) => fact.planHash === plan?.value.hash) === true;
  const needs: readonly (readonly [string, boolean])[] = [
    ['link', link.session !== null && link.lineMadeAtMs !== null && event.nowMs - link.lineMadeAtMs <= 500],
    ['handshake', state.rig !== null && link.problem === null],
    ['device', state.seated && device !== null && device.agreed >= 2],
    ['frame', samples.length === 2 && samples.every((sample) => sample.deviationUm < 300) && event.nowMs - (samples[1]?.atMs ?? 0) <= 500],
    ['plan', plan !== null && plan.agreed >= 2 && (plan.value.kind === 'update' || (plan.value.kind === 'erase' && agreed(facts?.consents) && agreed(facts?.backups)))],
    ['power', (power?.value.batteryPct ?? 0) >= 50 && (power?.value.supplyMv ?? 0) >= 4500],
    ['holds', facts !== null && state.factsAtMs !== null && event.nowMs - state.factsAtMs <= 60_000 && !facts.holds.some((hold) => isHeld(hold.device))],
    ['alone', ![...state.elsewhere.open, ...state.elsewhere.tripped].some(isHeld)],
    ['record', state.canRecord],
    ['no trip', state.trip === null && !state.closing],
  ];
  return needs.filter(([, holds]) => !holds).map(([name]) => name);
}

test('no permit without every permissive', () => {
  let granted = 0;
  fc.assert(fc.property(anyPlace, moves(15), (place, list) => {
    for (const taken of stepsOf(play(place, list))) {
      if (taken.before.permit !== null || taken.after.permit === null) continue;
      granted += 1;
      expect(missing(taken)).toEqual([]);
    }
  }), { numRuns: 120 });
  expect(granted).toBeGreaterThan(0);
});
