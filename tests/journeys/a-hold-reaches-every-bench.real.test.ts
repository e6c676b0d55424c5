/**
 * A phone that one bench has stopped is restored on no other one: the hold opens a case by itself, reaches the other bench in
 * facts, outlives the reset, and ends when two people have released it. Real rigs on terminals, a real bridge, a real server.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BenchBox, until } from '../bench-in-a-box.ts';
import { release, viewOf } from '../server/cases/made-cases.ts';

const PHONE = { model: 'iPhone 12', serial: 'VIRT-HELD-01' };
let box: BenchBox;
beforeAll(async () => { box = await BenchBox.start({ rigs: 2, speed: 8 }); });
afterAll(async () => { await box.end(); });

const caseOf = async (): Promise<{ code: string; from: string } | undefined> => ((await box.get('/api/cases?text=VIRT-HELD-01')).body['cases'] as { code: string; from: string }[])[0];

test('the phone is held on the other bench, after the reset too, until two people have released it', async () => {
  await box.seen('the rig of bench-1 accepted', (status) => status.rig !== null && status.protection === 'full');
  await box.seen('the rig of bench-2 accepted', (status) => status.rig !== null && status.protection === 'full', 10_000, 'bench-2');
  await box.lever('seat', PHONE);
  await box.lever('start');
  await box.seen('a permit', (status) => status.mode === 'permitted', 20_000);
  await box.lever('bend', { um: 900 });
  const tripped = await box.seen('the stop confirmed', (status) => status.trip?.receipt.state === 'confirmed');
  const line = await until('the case that the stop opened', caseOf);
  expect(line.from).toBe('stop');

  await box.lever('unseat');
  await box.seen('the reset possible', (status) => status.reset.possible);
  expect((await box.reset(tripped.trip?.id)).status).toBe(200);
  await box.lever('seat', { ...PHONE, serial: 'virt-held-01' }, 'bench-2');
  await box.lever('start', {}, 'bench-2');
  const withheld = await box.seen('the other bench withholds for the hold', (status) => status.restore !== null && status.permissives.some(({ id, ok }) => id === 'not-held' && !ok), 10_000, 'bench-2');
  expect([withheld.mode, withheld.permit]).toEqual(['inhibited', null]);

  const manager = await box.signed();
  const view = await until('both benches enforce the hold', async () => {
    const seen = await viewOf(manager, line.code);
    return seen.reach[0]?.state === 'effective' ? seen : undefined;
  });
  expect(view.reach[0]?.benches).toEqual(['bench-1', 'bench-2'].map((bench) => ({ bench, enforced: true, why: 'knows' })));
  expect(Date.parse(view.reach[0]?.sinceIso ?? '')).toBeGreaterThanOrEqual(Date.parse(view.case.holds[0]?.placedAtIso ?? ''));
  expect((await release(manager, view, view.case.holds[0]?.id ?? '', box.demo.password)).status).toBe(200);
  await box.seen('the hold gone', (status) => status.permissives.some(({ id, ok }) => id === 'not-held' && ok), 10_000, 'bench-2');
  expect((await viewOf(manager, line.code)).reach).toEqual([]);
  // What nobody has done on its own: the restore of the other bench goes on only by its own measurements.
  await box.lever('unseat', {}, 'bench-2');
  await box.lever('seat', PHONE, 'bench-2');
  await box.lever('start', {}, 'bench-2');
  await box.seen('a permit on the other bench', (status) => status.mode === 'permitted', 20_000, 'bench-2');
}, 60_000);
