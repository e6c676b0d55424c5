/** The reset of a trip with data at stake: two different people, each with the right now, for this bench and this trip, once. */
import { expect, test } from 'vitest';
import type { Order } from '../../../firmware-bridge/contract/uplink.ts';
import { Signed, signedIn } from '../../signed-in.ts';
import type { Answer } from '../../signed-in.ts';
import { madeStatus } from '../made-evidence.ts';
import { openGreetedBridge } from '../open-socket.ts';
import { runServer, until } from '../running-server.ts';
import type { TestServer } from '../running-server.ts';
import { addPerson, movableClock } from './all-askers.ts';

const SUBJECT = 'bench-1/S1';
const KIM = { user: 'kim', password: 'the password of kim' };

interface Scene {
  readonly server: TestServer;
  readonly manager: Signed;
  readonly orders: () => Order[];
  /** `reset` of the manager, `second-reset` of the named one, both on the same subject unless it is said otherwise. */
  proofs(subject?: string, second?: string): Promise<{ first: string; second: string }>;
  reset(first: string, second: string | null, by?: Signed, bench?: string, tripId?: string): Promise<[number, string]>;
  person(roles: readonly ('technician' | 'manager' | 'auditor')[]): Promise<{ id: string; change(what: Record<string, unknown>): Promise<void> }>;
}

const ended = ({ status, body }: Answer): [number, string] => [status, String(body['code'] ?? body['outcome'])];

async function atStake(clock = movableClock()): Promise<Scene> {
  const server = await runServer({}, { epochMs: clock.epochMs });
  const bridge = await openGreetedBridge(server);
  for (const bench of ['bench-1', 'bench-2']) bridge.telemetry(madeStatus(bench, { reset: { possible: true, blockedBy: [], needsTwoPeople: true } }));
  bridge.answer(({ id }) => ({ id, ok: true, outcome: 'reset-done', refusal: null, tripId: 'S1' }));
  await until(async () => (await server.get('/api/benches/bench-2')).ok, 'the benches on the board');
  const manager = await signedIn(server.url, server);
  const { password } = server;
  return {
    server, manager, orders: bridge.orders,
    proofs: async (subject = SUBJECT, second = 'demo-technician') => ({
      first: await manager.confirm('reset', subject, password), second: await manager.confirm('second-reset', subject, second === KIM.user ? KIM.password : password, second),
    }),
    reset: async (first, second, by = manager, bench = 'bench-1', tripId = 'S1') =>
      ended(await by.post(`/api/benches/${bench}/reset`, { tripId, reason: 'looked at it', confirmation: first, secondConfirmation: second })),
    async person(roles) {
      const admin = await signedIn(server.url, server, 'demo-admin');
      const { id } = await addPerson(admin, server, KIM.user, roles, KIM.password);
      return {
        id,
        async change(what) {
          const answer = await admin.post(`/api/people/${id}`, { ...what, reason: 'as agreed', confirmation: await admin.confirm('manage-people', id, password) });
          expect(answer.status).toBe(200);
        },
      };
    },
  };
}

test('twenty resets at once with the same two proofs: one order reaches the bridge', async () => {
  const { reset, proofs, orders } = await atStake();
  const { first, second } = await proofs();
  const ends = await Promise.all(Array.from({ length: 20 }, () => reset(first, second)));
  expect(ends.filter(([status]) => status === 200)).toHaveLength(1);
  expect(ends.filter(([, code]) => code === 'confirmation-used')).toHaveLength(19);
  expect(orders()).toHaveLength(1);
});

test('two managers at once with the proof of the same second person: one order', async () => {
  const { server, reset, proofs, orders, person } = await atStake();
  await person(['manager']);
  const kim = await new Signed(server.url).signIn(KIM.user, KIM.password);
  const { first, second } = await proofs();
  const other = await kim.confirm('reset', SUBJECT, KIM.password);
  const ends = await Promise.all([reset(first, second), reset(other, second, kim)]);
  expect(ends.filter(([status]) => status === 200)).toHaveLength(1);
  expect(orders()).toHaveLength(1);
});

test('a proof that was used is used for ever, also by the right person for the same trip', async () => {
  const { reset, proofs, orders } = await atStake();
  const one = await proofs();
  expect(await reset(one.first, one.second)).toEqual([200, 'reset-done']);
  expect(await reset(one.first, one.second)).toEqual([403, 'confirmation-used']);
  const two = await proofs();
  expect(await reset(two.first, one.second)).toEqual([403, 'confirmation-used']);
  expect(await reset(two.first, two.second)).toEqual([200, 'reset-done']);
  expect(orders()).toHaveLength(2);
});

test('one person is one person: under two sessions, in two browsers, under the own name', async () => {
  const { server, manager, reset, orders } = await atStake();
  const twin = await signedIn(server.url, server);
  const { password } = server;
  const subjects = [
    [await manager.confirm('reset', SUBJECT, password), await twin.confirm('second-reset', SUBJECT, password)],
    [await manager.confirm('reset', SUBJECT, password), await manager.confirm('second-reset', SUBJECT, password, 'demo-manager')],
    [await manager.confirm('reset', SUBJECT, password), await manager.confirm('second-reset', SUBJECT, password, ' Demo-Manager ')],
  ] as const;
  for (const [first, second] of subjects) expect(await reset(first, second)).toEqual([403, 'same-person-twice']);
  const twice = await manager.confirm('second-reset', SUBJECT, password);
  expect(await reset(twice, twice)).toEqual([403, 'confirmation-of-another-act']);
  expect(orders()).toEqual([]);
});

test('without a second person, with a technician as the first, or with the two turned round: nothing', async () => {
  const { server, reset, proofs, orders } = await atStake();
  const { first, second } = await proofs();
  expect(await reset(first, null)).toEqual([403, 'second-person-needed']);
  expect(await reset(second, first)).toEqual([403, 'confirmation-of-another-act']);
  const technician = await signedIn(server.url, server, 'demo-technician');
  expect(ended(await technician.post('/api/confirmations', { act: 'reset', subject: SUBJECT, password: server.password }))).toEqual([403, 'manager-needed']);
  expect(await reset(first, second, technician)).toEqual([403, 'manager-needed']);
  expect(orders()).toEqual([]);
});

test('somebody without the right cannot be the second person', async () => {
  const { server, manager } = await atStake();
  for (const user of ['demo-auditor', 'demo-admin']) {
    expect(ended(await manager.post('/api/confirmations', { act: 'second-reset', subject: SUBJECT, user, password: server.password }))).toEqual([403, 'right-missing']);
  }
  expect(ended(await manager.post('/api/confirmations', { act: 'second-reset', subject: SUBJECT, user: 'demo-technician', password: 'wrong' }))).toEqual([401, 'sign-in-failed']);
});

test('a second person who left, or whose roles changed, between the proof and the reset: nothing', async () => {
  const { reset, proofs, orders, person } = await atStake();
  const kim = await person(['technician']);
  const one = await proofs(SUBJECT, KIM.user);
  await kim.change({ roles: ['auditor'] });
  expect(await reset(one.first, one.second)).toEqual([403, 'right-missing']);
  await kim.change({ roles: ['technician'] });
  const two = await proofs(SUBJECT, KIM.user);
  await kim.change({ active: false });
  expect(await reset(two.first, two.second)).toEqual([403, 'person-left']);
  expect(orders()).toEqual([]);
});

test('the first person who left or lost the role is not signed in any more', async () => {
  const { server, reset, orders, person } = await atStake();
  const kim = await person(['manager']);
  const signed = await new Signed(server.url).signIn(KIM.user, KIM.password);
  const first = await signed.confirm('reset', SUBJECT, KIM.password);
  const second = await signed.confirm('second-reset', SUBJECT, server.password, 'demo-technician');
  await kim.change({ roles: ['technician'] });
  expect(await reset(first, second, signed)).toEqual([401, 'not-signed-in']);
  const anew = await new Signed(server.url).signIn(KIM.user, KIM.password);
  expect(await reset(first, second, anew)).toEqual([403, 'manager-needed']);
  expect(orders()).toEqual([]);
});

test.each([
  ['another bench', 'bench-2/S1'], ['another trip', 'bench-1/S2'], ['a trip whose name goes on', 'bench-1/S1x'], ['every trip', 'bench-1/*'], ['everything', '*'], ['other letters', 'Bench-1/S1'], ['a space', 'bench-1/S1 '],
])('proofs for %s reset nothing', async (_what, subject) => {
  const { reset, proofs, orders } = await atStake();
  const { first, second } = await proofs(subject);
  expect(await reset(first, second)).toEqual([403, 'confirmation-of-another-act']);
  expect(orders()).toEqual([]);
});

test('when one proof does not fit, the other one is not used up', async () => {
  const { server, manager, reset, proofs, orders } = await atStake();
  const right = await proofs();
  const wrong = await manager.confirm('second-reset', 'bench-1/S2', server.password, 'demo-technician');
  expect(await reset(right.first, wrong)).toEqual([403, 'confirmation-of-another-act']);
  expect(await reset(right.first, 'x'.repeat(43))).toEqual([403, 'confirmation-unknown']);
  expect(await reset(right.first, right.second)).toEqual([200, 'reset-done']);
  expect(orders()).toHaveLength(1);
});

test('a proof of another act never carries a reset', async () => {
  const { server, manager, reset, proofs, orders } = await atStake();
  const { second } = await proofs();
  expect(await reset(await manager.confirm('own-secrets', SUBJECT, server.password), second)).toEqual([403, 'confirmation-of-another-act']);
  expect(orders()).toEqual([]);
});

test("a manager's proof is of no use to anybody else: another manager, or who signs in at the same browser after", async () => {
  const { server, manager, reset, proofs, orders, person } = await atStake();
  await person(['manager']);
  const kim = await new Signed(server.url).signIn(KIM.user, KIM.password);
  const { first, second } = await proofs();
  expect(await reset(first, second, kim)).toEqual([403, 'confirmation-of-another-person']);
  const after = await proofs();
  await manager.signIn(KIM.user, KIM.password);
  expect(await reset(after.first, after.second, manager)).toEqual([403, 'confirmation-of-another-person']);
  expect(orders()).toEqual([]);
});

test('after five minutes a proof is too old', async () => {
  const clock = movableClock();
  const { reset, proofs, orders } = await atStake(clock);
  const old = await proofs();
  clock.forward(5 * 60_000);
  expect(await reset(old.first, old.second)).toEqual([403, 'confirmation-expired']);
  expect(orders()).toEqual([]);
});

test('what was done is on record with both codes, who confirmed and what was refused', async () => {
  const { server, reset, proofs, orders } = await atStake();
  const { first, second } = await proofs();
  expect(await reset(first, second)).toEqual([200, 'reset-done']);
  const auditor = await signedIn(server.url, server, 'demo-auditor');
  const { entries, firstBroken } = (await auditor.get('/api/audit')).body as { entries: { what: string; subject: string; who: { name: string }; detail: Record<string, unknown> }[]; firstBroken: number | null };
  expect(firstBroken).toBeNull();
  const [order] = orders();
  expect(entries.find(({ what }) => what === 'reset-ordered')).toMatchObject({ subject: 'stop:S1', who: { name: order?.actor.name }, detail: { bench: 'bench-1', second: order?.second?.name } });
  expect(entries.filter(({ what, subject }) => what === 'confirmed' && subject.endsWith(SUBJECT)).map(({ who }) => who.name).toSorted()).toEqual([order?.actor.name, order?.second?.name].toSorted());
});
