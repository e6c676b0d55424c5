/** A case that would be forgotten does not close: each thing that is missing is named, in the order in which a person would do it. */
import { expect, test } from 'vitest';
import { factsOfCases } from '../../../../server/domain/cases/case-facts.ts';
import { nextSteps } from '../../../../server/domain/cases/next-steps.ts';
import { CaseWorld, SIGNATURE } from './case-world.ts';
import { askHold, BRIEF, CONFIRMATION, CUSTOMER, deviceIn, handOver, LAB, outcome, PHONE, received, STORE, told, transferIn } from './made-cases.ts';

const DAY_MS = 24 * 3_600_000;
const why = (world: CaseWorld, id: string) => { const { refusal, params } = world.refused(id, 'close', {}); return [refusal, ...Object.values(params)]; };
const next = (world: CaseWorld, id: string): string[] => nextSteps(world.state(id), world.nowMs).map(({ step }) => step);

test('hold, outcome, handover, device, customer, agent: one after the other', () => {
  const world = new CaseWorld();
  const id = received(world);
  const holdId = askHold(world, id);
  expect(why(world, id)).toEqual(['hold-active']);
  world.must(id, 'approve-hold', { holdId, confirmation: CONFIRMATION });
  expect(why(world, id)).toEqual(['outcome-missing']);
  expect(world.refused(id, 'record-told', { who: 'customer', how: 'phone', about: 'outcome' })).toMatchObject({ refusal: 'outcome-missing' });
  expect(world.refused(id, 'tell-by-mail', { who: 'customer', about: 'outcome' })).toMatchObject({ refusal: 'outcome-missing' });
  world.must(id, 'record-told', { who: 'customer', how: 'phone', about: 'progress' });
  outcome(world, id, 'all');
  world.must(id, 'prepare-transfer', { devices: [deviceIn(world, id).id], from: STORE, to: CUSTOMER, method: 'in-person' });
  expect(why(world, id)).toEqual(['transfer-open']);
  const { id: transferId } = transferIn(world, id);
  world.must(id, 'recall-transfer', { transferId, why: 'tomorrow' });
  expect(why(world, id)).toEqual(['devices-not-accounted']);
  handOver(world, id, STORE, CUSTOMER);
  expect(why(world, id)).toEqual(['not-told', 'customer']);
  told(world, id, 'customer');
  expect(why(world, id)).toEqual(['not-told', 'agent']);
  told(world, id, 'agent', 'nobody-to-tell');
  expect(next(world, id)).toEqual(['close']);
  world.must(id, 'close', {});
  // Nobody released it: it holds in this store for as long as nobody does.
  expect(factsOfCases(world.states, world.nowMs)).toMatchObject({ holds: [{ id: holdId, device: PHONE }], irreplaceable: [] });
  expect(next(world, id)).toEqual([]);
  world.must(id, 'correct', { seq: 1, why: 'the brief was of another day' });
  expect(world.refused(id, 'correct', { seq: world.state(id).lastSeq + 1, why: 'no such entry' })).toMatchObject({ refusal: 'no-such-entry', params: { seq: world.state(id).lastSeq + 1 } });
  expect(world.state(id).corrections).toMatchObject([{ seq: 1 }]);
  world.must(id, 'reopen', { why: 'a question' });
  expect(world.state(id).stage).toBe('open');
});

test('an outcome that changes is told anew, also where a mail with the old one is under way', () => {
  const world = new CaseWorld();
  const id = received(world);
  outcome(world, id, 'all');
  told(world, id, 'agent');
  world.must(id, 'tell-by-mail', { who: 'customer', about: 'outcome' });
  outcome(world, id, 'partial');
  const [mail] = world.mails;
  if (mail !== undefined) world.mail(mail, null);
  expect(world.state(id).told.map(({ about }) => about)).toEqual(['progress', 'progress']);
  expect(next(world, id)).toContain('tell-customer');
  expect(next(world, id)).toContain('tell-agent');
});

test('a mail server that is down for a day is noticed, and a call mends it', () => {
  const world = new CaseWorld();
  const id = received(world);
  outcome(world, id, 'all');
  world.must(id, 'tell-by-mail', { who: 'customer', about: 'outcome' });
  world.nowMs += DAY_MS;
  expect(next(world, id)).toContain('tell-customer');
  world.nowMs += 1;
  expect(nextSteps(world.state(id), world.nowMs)).toContainEqual(expect.objectContaining({ step: 'mend-telling', subject: world.mails[0]?.id, overdue: true }));
  const [mail] = world.mails;
  if (mail === undefined) throw new Error('no mail');
  world.mail(mail, 'refused: no such mailbox');
  world.mail(mail, 'refused: no such mailbox');
  expect(world.state(id)).toMatchObject({ tellingQueued: [], tellingFailed: [{ mail: mail.id }] });
  expect(next(world, id)).toContain('mend-telling');
  told(world, id, 'customer');
  expect(next(world, id)).not.toContain('mend-telling');
  // It arrived after all, twice said: once written.
  world.mail(mail, null);
  world.mail(mail, null);
  expect(world.state(id).told.filter((one) => one.mail === mail.id)).toHaveLength(1);
  expect(world.state(id).tellingFailed).toEqual([]);
});

test('where no mail can go that is said, and nothing is queued', () => {
  const world = new CaseWorld();
  const id = received(world);
  outcome(world, id, 'all');
  expect(world.refused(id, 'tell-by-mail', { who: 'agent', about: 'outcome' }, { whyNoMail: (who) => `no address of the ${who}` })).toMatchObject({ refusal: 'mail-not-possible', params: { detail: 'no address of the agent' } });
  expect(world.mails).toEqual([]);
});

test('a mail of a case that was merged meanwhile changes nothing', () => {
  const world = new CaseWorld();
  const id = received(world);
  const target = world.must(null, 'file-brief', BRIEF);
  outcome(world, id, 'all');
  world.must(id, 'tell-by-mail', { who: 'customer', about: 'outcome' });
  world.must(id, 'merge-into', { into: world.state(target).code, why: 'the same' }, { target: world.state(target) });
  for (const reason of [null, 'refused']) world.mail(world.mails[0] ?? { id: '', caseId: id, to: 'customer', about: 'outcome', of: null }, reason);
  expect(world.state(id).stage).toBe('merged');
});

test('of two agents whose cases became one each must know, whatever was said before the merge', () => {
  const world = new CaseWorld();
  const id = received(world);
  const merge = (from: string, into: string): void => { world.must(from, 'merge-into', { into: world.state(into).code, why: 'the same' }, { target: world.state(into) }); };
  const [other, third] = [world.must(null, 'file-brief', BRIEF), world.must(null, 'file-brief', BRIEF)];
  merge(third, other);
  merge(other, id);
  expect(world.state(id).otherAgents.map(({ code }) => code).toSorted()).toEqual([world.state(other).code, world.state(third).code].toSorted());
  outcome(world, id, 'all');
  handOver(world, id, STORE, CUSTOMER);
  told(world, id, 'customer');
  world.must(id, 'tell-by-mail', { who: 'agent', about: 'outcome' }, { whyNoMail: (_who, of) => (of === third ? 'no address' : null) });
  expect(world.mails.map(({ of }) => of)).toEqual([null, other]);
  for (const mail of world.mails) world.mail(mail, mail.of === null ? null : 'refused');
  expect([why(world, id), next(world, id).includes('mend-telling')]).toEqual([['not-told', 'agent'], true]);
  world.must(id, 'tell-by-mail', { who: 'agent', about: 'outcome' });
  world.mail(world.mails.slice(2).find(({ of }) => of === third) as never, null);
  expect(why(world, id)).toEqual(['not-told', 'agent']);
  told(world, id, 'agent');
  expect(next(world, id).some((step) => step === 'tell-agent' || step === 'mend-telling')).toBe(false);
  world.must(id, 'close', {});
});

test('nobody came: it closes by itself, may come alive again, and the brief protects the phone until then', () => {
  const world = new CaseWorld();
  const id = world.must(null, 'file-brief', { ...BRIEF, device: { ids: PHONE, looks: {} } });
  world.must(id, 'record-no-show', { why: 'nobody came' });
  expect(next(world, id)).toEqual(['close']);
  expect(factsOfCases(world.states, world.nowMs).irreplaceable).toHaveLength(1);
  world.must(id, 'close', {});
  expect(factsOfCases(world.states, world.nowMs).irreplaceable).toEqual([]);
  world.must(id, 'reopen', { why: 'they called' });
  expect(world.state(id).stage).toBe('announced');
  world.must(id, 'acknowledge-brief', {});
  world.must(id, 'record-no-show', { why: 'again nobody' });
  world.must(id, 'reopen', { why: 'they called again' });
  expect(world.state(id).stage).toBe('expected');
  world.must(id, 'record-no-show', { why: 'again nobody' });
  world.must(id, 'arrive', {});
  expect(world.state(id).stage).toBe('open');
});

test('a phone comes back unrepaired, or is never fetched: both end', () => {
  const world = new CaseWorld();
  const id = received(world);
  outcome(world, id, 'unrepaired');
  handOver(world, id, STORE, CUSTOMER);
  for (const who of ['customer', 'agent'] as const) told(world, id, who);
  world.must(id, 'close', {});
  const other = new CaseWorld();
  const left = received(other, { brief: { irreplaceable: false } });
  const { id: deviceId } = deviceIn(other, left);
  outcome(other, left, 'none');
  other.must(left, 'record-abandonment', { deviceId, noticesSent: 3, why: 'no answer' });
  other.must(left, 'dispose-device', { deviceId, how: 'recycled-battery-safe', why: 'after a year' });
  for (const who of ['customer', 'agent'] as const) told(other, left, who, 'letter');
  other.must(left, 'close', {});
});

test('who walked in without a phone and without a name is told at the counter, and that is all', () => {
  const world = new CaseWorld();
  const id = world.must(null, 'open-walk-in', { irreplaceable: false, private: {} }, { rows: {} });
  expect(next(world, id)).toEqual(['tie-device']);
  told(world, id, 'customer', 'in-person');
  world.must(id, 'close', {});
});

test('a partner that has nothing of this case reports nothing', () => {
  const world = new CaseWorld();
  const id = received(world);
  handOver(world, id, STORE, LAB);
  const { id: transferId } = transferIn(world, id);
  world.must(id, 'report-stage', { transferId, stage: 'looking' });
  handOver(world, id, LAB, STORE);
  expect(world.refused(id, 'report-stage', { transferId, stage: 'ready' })).toMatchObject({ refusal: 'not-with-partner' });
  expect(next(world, id)).toContain('record-outcome');
  world.must(id, 'make-link', { whom: 'customer' });
  const linkId = world.state(id).links[0]?.id;
  world.must(id, 'revoke-link', { linkId });
  expect(world.refused(id, 'revoke-link', { linkId })).toMatchObject({ refusal: 'no-such-link' });
});

test('who gives and who takes must be two, known, and with the phone in hand', () => {
  const world = new CaseWorld();
  const id = received(world);
  const devices = [deviceIn(world, id).id];
  const fault = (sent: object) => world.refused(id, 'prepare-transfer', { devices, from: STORE, to: CUSTOMER, method: 'in-person', ...sent });
  expect(fault({ to: STORE })).toMatchObject({ refusal: 'transfer-parties-wrong', params: { fault: 'same-sides' } });
  expect(fault({ from: CUSTOMER, to: STORE })).toMatchObject({ params: { fault: 'giver-has-it-not', detail: 'whoever is to give the device does not have it' } });
  expect(fault({ to: { kind: 'partner', partner: null } })).toMatchObject({ params: { fault: 'partner-not-named' } });
  expect(fault({ to: { ...CUSTOMER, partner: LAB.partner } })).toMatchObject({ params: { fault: 'partner-not-meant' } });
  expect(fault({ devices: [...devices, ...devices] })).toMatchObject({ params: { fault: 'same-device-twice' } });
  expect(fault({ to: { kind: 'partner', partner: id } })).toMatchObject({ refusal: 'no-such-partner' });
  expect(fault({ devices: [id] })).toMatchObject({ refusal: 'no-such-device', at: 'body.devices' });
});

test.each([
  ['screen', [], 'in-person', false], ['screen', SIGNATURE.strokes, 'in-person', true], ['link', [], 'in-person', true], ['paper', null, 'in-person', true], ['nobody', null, 'in-person', false],
  ['nobody', null, 'courier', true], ['screen', null, 'courier', false], ['link', null, 'carried', false],
] as const)('signed by %s with %j, %s: %s', (signedBy, strokes, method, isSigned) => {
  const world = new CaseWorld();
  const id = received(world);
  world.must(id, 'prepare-transfer', { devices: [deviceIn(world, id).id], from: STORE, to: LAB, method });
  const signature = strokes === null ? null : { ...SIGNATURE, strokes };
  const { decision } = world.act(id, 'sign-given', { transferId: transferIn(world, id).id, signedBy, private: { signature } }, { rows: signature === null ? {} : world.given().rows });
  expect('refusal' in decision ? decision.refusal : 'signed').toBe(isSigned ? 'signed' : 'signature-missing');
});

test('a mail to one that failed says nothing of the other; a new mail takes its place', () => {
  const world = new CaseWorld();
  const id = received(world);
  outcome(world, id, 'all');
  for (const who of ['customer', 'agent'] as const) world.must(id, 'tell-by-mail', { who, about: 'outcome' });
  const [first, second] = world.mails;
  if (first === undefined || second === undefined) throw new Error('no mails');
  world.mail(first, 'x'.repeat(900));
  expect(world.state(id).tellingFailed[0]?.why).toHaveLength(500);
  expect(nextSteps(world.state(id), world.nowMs).flatMap(({ step, subject }) => (step.includes('tell') ? [[step, subject]] : []))).toEqual([['mend-telling', first.id], ['tell-agent', second.id]]);
  world.mail(second, 'refused');
  expect(world.state(id).tellingFailed.map(({ mail }) => mail)).toEqual([first.id, second.id]);
  world.must(id, 'tell-by-mail', { who: 'customer', about: 'outcome' });
  expect(next(world, id).filter((step) => step === 'mend-telling')).toHaveLength(1);
  world.mail(second, null);
  expect(next(world, id)).not.toContain('mend-telling');
  expect(next(world, id)).toContain('tell-customer');
});

test('a mail that failed before anybody came is shown, and nothing else of telling is', () => {
  const world = new CaseWorld();
  const id = world.must(null, 'file-brief', BRIEF);
  world.append(id, [{ kind: 'telling-failed', body: { who: 'agent', mail: id, why: 'refused' } }], world.given());
  expect(next(world, id)).toEqual(['acknowledge-brief', 'mend-telling', 'await-customer']);
});

test('late words about a closed case are written; that there was nobody to tell needs no outcome', () => {
  const world = new CaseWorld();
  const id = received(world);
  world.must(id, 'record-told', { who: 'agent', how: 'nobody-to-tell', about: 'outcome' });
  outcome(world, id, 'all');
  world.must(id, 'tell-by-mail', { who: 'customer', about: 'progress' });
  world.must(id, 'make-link', { whom: 'customer' });
  told(world, id, 'customer');
  handOver(world, id, STORE, CUSTOMER);
  world.must(id, 'close', {});
  for (const mail of world.mails) world.mail(mail, 'refused');
  world.must(id, 'revoke-link', { linkId: world.state(id).links[0]?.id });
  world.must(id, 'correct', { seq: world.state(id).lastSeq, why: 'the last one' });
  expect(world.state(id)).toMatchObject({ stage: 'closed', links: [{ revoked: true }], tellingFailed: [{ who: 'customer' }] });
});
