/** Cut off after any entry of the chain, the case that is folded anew says where the phone is, who holds it, and what is next. */
import { expect, test } from 'vitest';
import { custodyEventSchema, FIRST_PREV } from '../../../../server/contract/custody.ts';
import { foldCase, foldChain, passOver, readHappened } from '../../../../server/domain/cases/fold.ts';
import { custodyGaps } from '../../../../server/domain/cases/gaps.ts';
import { nextSteps } from '../../../../server/domain/cases/next-steps.ts';
import { CaseWorld, SIGNATURE, START_MS } from './case-world.ts';
import { consent, CUSTOMER, deviceIn, LAB, received, STORE, transferIn } from './made-cases.ts';

const DAY_MS = 24 * 3_600_000;
const signed = { signedBy: 'screen', private: { signature: SIGNATURE } };

function toTheLab(world: CaseWorld): { id: string; transferId: string } {
  const id = received(world);
  world.must(id, 'prepare-transfer', { devices: [deviceIn(world, id).id], from: STORE, to: LAB, method: 'carried' });
  return { id, transferId: transferIn(world, id).id };
}

test('every beginning of the chain folds to the same case again, as the store would read it', () => {
  const world = new CaseWorld();
  const { id, transferId } = toTheLab(world);
  world.must(id, 'sign-given', { transferId, ...signed });
  world.must(id, 'sign-taken', { transferId, ...signed, sealIntact: 'yes' });
  const { events, state } = world.cases.get(id) ?? { events: [], state: null };
  const chain = events.map((event) => custodyEventSchema.parse(JSON.parse(JSON.stringify({ v: 1, ...event, prev: FIRST_PREV }))));
  const places = chain.map((_event, at) => foldChain(chain.slice(0, at + 1))?.devices[0]?.place ?? null);
  expect(places.slice(-4)).toEqual(['in-store', 'in-store', 'on-the-way', 'with-partner']);
  expect(foldChain(chain)).toEqual(state);
  expect(foldCase([])).toBeNull();
});

test('given and not taken: the phone is on the way, the next step is the other signature, and in time it is a gap', () => {
  const world = new CaseWorld();
  const { id, transferId } = toTheLab(world);
  world.must(id, 'sign-given', { transferId, ...signed });
  expect(nextSteps(world.state(id), world.nowMs)[0]).toMatchObject({ step: 'sign-taken', subject: transferId, dueAtIso: '2026-11-24T20:00:00.000Z', overdue: false });
  expect(custodyGaps(world.state(id), START_MS + DAY_MS / 2)).toEqual([]);
  expect(custodyGaps(world.state(id), START_MS + DAY_MS / 2 + 1)).toEqual([{ gap: 'given-not-taken', deviceId: deviceIn(world, id).id, transferId, sinceIso: '2026-11-24T20:00:00.000Z' }]);
});

test('recalled on the way it is with the giver again, and the partner’s link is over', () => {
  const world = new CaseWorld();
  const { id, transferId } = toTheLab(world);
  world.must(id, 'make-link', { whom: 'partner', transferId });
  world.must(id, 'make-link', { whom: 'customer' });
  world.must(id, 'sign-given', { transferId, ...signed });
  expect(world.refused(id, 'prepare-transfer', { devices: [deviceIn(world, id).id], from: STORE, to: CUSTOMER, method: 'in-person' })).toMatchObject({ refusal: 'transfer-open' });
  world.must(id, 'recall-transfer', { transferId, why: 'the lab is closed' });
  expect(deviceIn(world, id)).toMatchObject({ place: 'in-store', partner: null });
  expect(world.state(id).links.map(({ revoked }) => revoked)).toEqual([true, false]);
  expect(world.refused(id, 'make-link', { whom: 'partner', transferId })).toMatchObject({ refusal: 'transfer-over' });
});

test('what changed while it was prepared counts when it is given', () => {
  const world = new CaseWorld();
  const { id, transferId } = toTheLab(world);
  world.must(id, 'withdraw-consent', { consentId: world.state(id).consents[0]?.id });
  expect(world.refused(id, 'sign-given', { transferId, ...signed })).toMatchObject({ refusal: 'consent-missing', params: { scope: 'go-to-partner' } });
  consent(world, id, ['go-to-partner']);
  world.inactive.add(LAB.partner);
  expect(world.refused(id, 'sign-given', { transferId, ...signed })).toMatchObject({ refusal: 'no-such-partner' });
});

test('a kind that this version does not know moves the case on by a number and by nothing else', () => {
  const world = new CaseWorld();
  const { id } = toTheLab(world);
  const state = world.state(id);
  const unknown = custodyEventSchema.parse({ v: 1, id, case: id, seq: state.lastSeq + 1, atIso: '2027-01-01T00:00:00Z', actor: { kind: 'system', name: 'later' }, kind: 'teleported', body: {}, prev: FIRST_PREV });
  expect(readHappened(unknown)).toBeNull();
  expect(readHappened({ ...unknown, kind: 'told', body: { who: 'nobody' } })).toBeNull();
  expect(readHappened({ ...unknown, kind: 'toString' })).toBeNull();
  expect(passOver(state, unknown)).toEqual({ ...state, lastSeq: state.lastSeq + 1, lastAtIso: '2027-01-01T00:00:00Z' });
});
