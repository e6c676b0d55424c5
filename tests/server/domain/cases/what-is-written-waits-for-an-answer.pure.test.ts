/** What customer or partner write waits until somebody answers it, passes it on, or says that it needs no answer; and it presses like everything that waits. */
import { expect, test } from 'vitest';
import { lineOf, queueOf } from '../../../../server/domain/cases/case-line.ts';
import { nextSteps } from '../../../../server/domain/cases/next-steps.ts';
import { CaseWorld, uuid } from './case-world.ts';
import { handOver, LAB, received, STORE, transferIn } from './made-cases.ts';

const HOUR = 3_600_000;
const write = (world: CaseWorld, id: string, from: string, to: string, differs: object = {}): string => {
  const message = world.newUuid();
  world.must(id, 'note-message', { id: message, from, to, transferId: null, asksCall: false, ...differs });
  return message;
};
const open = (world: CaseWorld, id: string): string[] => world.state(id).openMessages.map((one) => one.id);
const step = (world: CaseWorld, id: string) => nextSteps(world.state(id), world.nowMs).find((one) => one.step === 'answer-message');

test('what the customer writes is a step of the queue until the store answers, and stands in the list meanwhile', () => {
  const world = new CaseWorld();
  const id = received(world);
  expect(step(world, id)).toBeUndefined();
  const first = write(world, id, 'customer', 'store');
  world.nowMs += HOUR;
  write(world, id, 'customer', 'store');
  expect(step(world, id)).toMatchObject({ subject: first, overdue: false, dueAtIso: new Date(world.nowMs + 3 * HOUR).toISOString() });
  expect(lineOf(world.state(id), world.nowMs).openMessages).toBe(2);
  expect(queueOf(world.states, world.nowMs).flatMap((item) => [item, ...item.more]).some((item) => item.step.step === 'answer-message')).toBe(true);
  write(world, id, 'store', 'customer');
  expect([open(world, id), step(world, id)]).toEqual([[], undefined]);
  expect(world.state(id).messageCount).toBe(3);
});

test('who asks to be called waits for an hour only', () => {
  const world = new CaseWorld();
  const id = received(world);
  write(world, id, 'customer', 'store');
  write(world, id, 'customer', 'store', { asksCall: true });
  world.nowMs += HOUR + 1;
  expect(step(world, id)).toMatchObject({ overdue: true });
});

test('an answer to one side leaves what the other wrote; of two partners only the one that is answered', () => {
  const world = new CaseWorld();
  const id = received(world);
  handOver(world, id, STORE, LAB);
  const lab = transferIn(world, id).id;
  handOver(world, id, LAB, STORE);
  handOver(world, id, STORE, LAB);
  const again = transferIn(world, id).id;
  const customer = write(world, id, 'customer', 'store');
  const partner = write(world, id, 'partner', 'store', { transferId: lab });
  const later = write(world, id, 'partner', 'store', { transferId: again });
  write(world, id, 'store', 'partner', { transferId: lab });
  expect(open(world, id)).toEqual([customer, later]);
  write(world, id, 'store', 'customer');
  expect(open(world, id)).toEqual([later]);
  expect(partner).not.toBe(later);
});

test('words of the customer for the partner wait for a person; words of the partner for the customer do not', () => {
  const world = new CaseWorld();
  const id = received(world);
  handOver(world, id, STORE, LAB);
  const transferId = transferIn(world, id).id;
  write(world, id, 'partner', 'customer', { transferId });
  expect(open(world, id)).toEqual([]);
  const message = write(world, id, 'customer', 'partner', { transferId });
  expect(open(world, id)).toEqual([message]);
  world.must(id, 'pass-message-on', { messageId: message, transferId });
  expect(open(world, id)).toEqual([]);
});

test('nobody is written to who never had a handover, nor passed on to', () => {
  const world = new CaseWorld();
  const id = received(world);
  const toCustomer = transferIn(world, id).id;
  for (const transferId of [null, uuid(0xdead), toCustomer]) {
    expect(world.refused(id, 'note-message', { from: 'store', to: 'partner', transferId, asksCall: false })).toMatchObject({ refusal: 'no-such-transfer', at: 'body.transferId' });
  }
  expect(world.refused(id, 'pass-message-on', { messageId: uuid(1), transferId: toCustomer })).toMatchObject({ refusal: 'no-such-transfer' });
  world.must(id, 'prepare-transfer', { devices: world.state(id).devices.map((device) => device.id), from: STORE, to: LAB, method: 'in-person' });
  const transferId = transferIn(world, id).id;
  world.must(id, 'recall-transfer', { transferId, why: 'not there' });
  expect(world.refused(id, 'note-message', { from: 'store', to: 'partner', transferId, asksCall: false })).toMatchObject({ refusal: 'transfer-over' });
});

test('what needs no answer waits no more; made unread it waits again, in its place, and once', () => {
  const world = new CaseWorld();
  const id = received(world);
  const first = write(world, id, 'customer', 'store');
  const message = { from: 'customer', to: 'store', transferId: null, asksCall: false, atIso: world.state(id).lastAtIso };
  world.nowMs += HOUR;
  const second = write(world, id, 'customer', 'store');
  world.must(id, 'mark-message', { messageId: first, as: 'needs-no-answer', message });
  expect(open(world, id)).toEqual([second]);
  for (let times = 0; times < 2; times += 1) world.must(id, 'mark-message', { messageId: first, as: 'unread', message });
  expect(open(world, id)).toEqual([first, second]);
});

test('a flood from outside grows no state without end, and a merge brings what waits along', () => {
  const world = new CaseWorld();
  const id = received(world);
  for (let times = 0; times < 130; times += 1) write(world, id, 'customer', 'store');
  expect([open(world, id).length, world.state(id).messageCount]).toEqual([100, 130]);
  const other = world.must(null, 'open-walk-in', { irreplaceable: false, private: {} });
  const kept = write(world, other, 'customer', 'store');
  const target = world.must(null, 'open-walk-in', { irreplaceable: false, private: {} });
  world.must(other, 'merge-into', { into: world.state(target).code, why: 'the same' }, { target: world.state(target) });
  expect(open(world, target)).toEqual([kept]);
});
