/** A phone that was written down as straight and bends on the bench afterwards: the lab that gets it is told what stopped the restore. */
import { expect, test } from 'vitest';
import type { StoredStop } from '../../../../server/contract/live.ts';
import { aboutDevice } from '../../../../server/domain/papers/about-device.ts';
import { madeStop } from '../cases/made-cases.ts';
import { madeDevice } from './made-case-state.ts';

const SERIAL = { serial: 'F17XK2ABCDEF' };
const stopAt = (deviationUm: number): StoredStop => madeStop('7F3A', SERIAL, { causes: [{ code: 'device-frame-bent', atIso: '2026-11-24T08:00:00.000Z', cleared: false, params: { deviationUm, limitUm: 350, uncertaintyUm: 100 } }] });
const bendOf = (bendUm: number | null, stops: readonly StoredStop[]) => {
  const device = madeDevice();
  const intake = device.intake === null ? null : { ...device.intake, bendUm, bendBench: bendUm === null ? null : 'bench-2' };
  return aboutDevice({ ...device, intake }, { evidence: [], stops, benches: [] }).bend;
};

test('the worse of the two, with the bench that measured it', () => {
  expect(bendOf(94, [stopAt(434)])).toEqual({ valueUm: 434, bench: 'bench-1', limitUm: 350, uncertaintyUm: 100 });
  expect(bendOf(512, [stopAt(434)])).toMatchObject({ valueUm: 512, bench: 'bench-2' });
  expect(bendOf(null, [stopAt(434)])).toMatchObject({ valueUm: 434, bench: 'bench-1' });
  expect(bendOf(94, [])).toMatchObject({ valueUm: 94, bench: 'bench-2', limitUm: null });
  expect(bendOf(null, [])).toBeNull();
});
