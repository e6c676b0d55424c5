/** The queue shows every case that waits for a person once, its most pressing step in front: late ones first, then by what a delay costs; a gap beside its step. */
import { expect, test } from 'vitest';
import { lineOf, queueOf } from '../../../../server/domain/cases/case-line.ts';
import { custodyGaps } from '../../../../server/domain/cases/gaps.ts';
import { CaseWorld, idsOf, LOOKS, START_MS } from './case-world.ts';
import { arrived, askHold, BRIEF, CONFIRMATION, CUSTOMER, deviceIn, holdIn, madeStop, PHONE, received, SECOND, STORE, tie, transferIn } from './made-cases.ts';

const HOUR_MS = 3_600_000;
const everything = (world: CaseWorld, nowMs: number) => queueOf(world.states, nowMs).flatMap(({ step, gap, more }) => [{ step, gap }, ...more]);
const at = (ms: number): string => new Date(ms).toISOString();

test('the queue: overdue first, then what can burn, holds, briefs; ended cases are not in it', () => {
  const world = new CaseWorld();
  const brief = world.must(null, 'file-brief', BRIEF);
  const held = received(world);
  askHold(world, held);
  const gone = world.must(null, 'open-walk-in', { irreplaceable: false, private: {} });
  world.must(gone, 'merge-into', { into: world.state(brief).code, why: 'the same' }, { target: world.state(brief) });
  const named = (code: string, { step }: { step: { step: string; overdue: boolean } }): string => `${code} ${step.step}${step.overdue ? ' late' : ''}`;
  const names = (nowMs: number) => queueOf(world.states, nowMs).map((item) => named(item.case.code, item));
  const beneath = (nowMs: number, code: string) => queueOf(world.states, nowMs).find((item) => item.case.code === code)?.more.map((one) => named(code, one)) ?? [];
  expect(names(START_MS)).toEqual(['K001 decide-hold', 'K000 acknowledge-brief']);
  expect(beneath(START_MS, 'K000')[0]).toBe('K000 tie-device');
  expect(names(START_MS + 20 * 60_000)).toEqual(['K000 tie-device late', 'K001 put-away late']);
  expect(beneath(START_MS + 20 * 60_000, 'K001')[0]).toBe('K001 decide-hold');
  expect(names(START_MS + 31 * 60_000)).toEqual(['K001 decide-hold late', 'K000 acknowledge-brief late']);
  expect([...names(START_MS), ...beneath(START_MS, 'K000')].some((name) => name.startsWith('K002') || name.includes('await-customer'))).toBe(false);
});

test('a line shows the phone, the hold, the owner and the next step', () => {
  const world = new CaseWorld();
  const id = arrived(world, { device: { ids: idsOf({ imei: PHONE.imei }), looks: { model: 'Phone A' } } });
  expect(lineOf(world.state(id), world.nowMs)).toMatchObject({ code: 'K000', models: ['Phone A'], serials: [PHONE.imei], held: false, owner: { code: 'P-000001' }, next: { step: 'tie-device' }, gaps: 0, irreplaceable: true });
  tie(world, id);
  world.stop(madeStop('S1', PHONE));
  expect(lineOf(world.state(id), world.nowMs)).toMatchObject({ serials: [PHONE.serial], held: true });
  world.must(id, 'release-hold', { holdId: holdIn(world, id).id, why: 'fine again', confirmation: CONFIRMATION }, SECOND);
  expect(lineOf(world.state(id), world.nowMs).held).toBe(false);
});

test('of equals in the queue the one with the lower code, then the one that is due first', () => {
  const world = new CaseWorld();
  const ids = [0, 1, 2].map(() => world.must(null, 'file-brief', { ...BRIEF, expectedAtIso: at(START_MS + 48 * HOUR_MS) }));
  const codes = (states = world.states): string[] => queueOf(states, world.nowMs).map((item) => item.case.code);
  expect(codes()).toEqual(['K000', 'K001', 'K002']);
  expect(codes(world.states.toReversed())).toEqual(['K000', 'K001', 'K002']);
  world.nowMs += HOUR_MS / 4;
  world.must(null, 'file-brief', { ...BRIEF, expectedAtIso: at(world.nowMs) });
  expect(codes()[0]).toBe('K003');
  world.must(ids[0] ?? '', 'record-no-show', { why: 'nobody came' });
  expect(codes().at(-1)).toBe('K000');
  expect(everything(world, START_MS + 73 * HOUR_MS).filter((item) => item.step.step === 'await-customer')).toHaveLength(3);
  world.must(ids[0] ?? '', 'close', {});
  expect(codes()).not.toContain('K000');
});

test('each gap stands at the step that ends it; a gap without one, at the first; none is lost and none stands twice', () => {
  const world = new CaseWorld();
  const id = received(world);
  world.must(id, 'tie-device', { ids: idsOf({ serial: 'ANOTHER1' }), looks: LOOKS, how: 'scanned' });
  const second = world.state(id).devices[1]?.id;
  world.must(id, 'prepare-transfer', { devices: [second], from: CUSTOMER, to: STORE, method: 'in-person' });
  const { id: transferId } = transferIn(world, id);
  world.must(id, 'sign-given', { transferId, signedBy: 'paper', private: {} });
  const shown = everything(world, START_MS + 2 * HOUR_MS).flatMap(({ step: { step: name }, gap }) => (gap === null ? [] : [[name, gap.gap, gap.deviceId]]));
  expect(shown).toEqual([['put-away', 'no-place-known', deviceIn(world, id).id], ['sign-taken', 'given-not-taken', second]]);
  world.must(id, 'sign-taken', { transferId, signedBy: 'paper', sealIntact: 'no', private: {} });
  const all = everything(world, START_MS + 2 * HOUR_MS).flatMap(({ gap }) => gap ?? []);
  expect(all.map(({ gap }) => gap).toSorted()).toEqual(['no-place-known', 'no-place-known', 'seal-broken']);
  expect(custodyGaps(world.state(id), START_MS + 2 * HOUR_MS).map(({ gap, transferId: of }) => [gap, of === transferId])).toEqual([['seal-broken', true], ['no-place-known', false], ['no-place-known', true]]);
});

test('a line without a model says none', () => {
  const world = new CaseWorld();
  const id = arrived(world);
  tie(world, id, { ecid: 'ABCD' });
  expect(lineOf(world.state(id), world.nowMs)).toMatchObject({ models: [], serials: ['ABCD'] });
});
