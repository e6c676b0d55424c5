/** Names, stories, signatures and photos: nowhere in plain, in no list and no chain, shown for a reason on record, and gone when erased. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { signedIn } from '../../signed-in.ts';
import type { Signed } from '../../signed-in.ts';
import { addPerson, browser, movableClock } from '../http/all-askers.ts';
import { madeStatus } from '../made-evidence.ts';
import { openGreetedBridge } from '../open-socket.ts';
import { runServer, until } from '../running-server.ts';
import { filesHolding } from '../store/private-bench.ts';
import { act, AGENT, CONTACT, deviceOf, done, fileBrief, STORY, viewOf, walkIn, WALK_IN } from './made-cases.ts';

const PNG = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from('a photo of a shattered screen, and of nothing else')]);
const SIGNATURE = { name: 'Zebulon Ötztürk', relation: 'owner' as const, strokes: [[[1, 1], [599, 199]] as [number, number][]] };
const look = (signed: Signed, code: string, what: string, why = 'the customer is here') => signed.post(`/api/cases/${code}/look`, { what, why });
const looks = async (signed: Signed, code: string) => (await signed.get(`/api/cases/${code}/looks`)).body['looks'] as { kind: string; role: string; why: string }[];
const putPhoto = (signed: Signed, code: string, device: string, body: Uint8Array<ArrayBuffer>, type = 'image/png', id: string = randomUUID()) =>
  signed.fetch(`/api/cases/${code}/photos/${id}?device=${device}`, { method: 'PUT', headers: { 'content-type': type }, body });

test('nothing personal stands in plain in any file of the store, nor in any list, view, history or audit', async () => {
  const server = await runServer();
  const manager = await server.signed();
  const brief = await fileBrief(manager);
  const view = await walkIn(manager, { device: { ids: { serial: 'OTHER-1', imei: null, ecid: null }, looks: WALK_IN.device?.looks ?? {} } });
  const terms = (await manager.get('/api/terms')).body;
  await done(manager, view.case.code, 'give-consent', { relation: 'owner', verified: 'receipt', scopes: ['diagnose'], termsVersion: String(terms['version']), signedBy: 'screen', private: { signature: SIGNATURE } });
  expect((await putPhoto(manager, view.case.code, deviceOf(view), PNG)).status).toBe(200);
  await manager.get('/api/cases?text=Zebulon');
  const secrets = ['Zebulon', 'zebulon', 'Ötztürk', 'ozturk', 'otzturk', 'Wilhelmina', 'how she died', 'balcony', 'Agatha', 'agatha@example.org', '000 4711', 'a photo of a shattered'];
  for (const secret of secrets) expect([secret, filesHolding(server.stateDir, secret)]).toEqual([secret, []]);
  const said = await Promise.all(['/api/cases', '/api/queue', '/api/briefs', '/api/audit?limit=1000', ...[brief, view].flatMap(({ case: { code } }) => [`/api/cases/${code}`, `/api/cases/${code}/history`, `/api/cases/${code}/looks`])]
    .map(async (path) => JSON.stringify((await manager.get(path)).body)));
  for (const secret of secrets) expect([secret, said.filter((text) => text.includes(secret))]).toEqual([secret, []]);
  expect(server.log.filter((line) => secrets.some((secret) => line.includes(secret)))).toEqual([]);
});

test('without a reason nothing is shown, and a reason is on record before the data is', async () => {
  const server = await runServer();
  const manager = await server.signed();
  const { case: { code } } = await fileBrief(manager);
  for (const why of ['', '  ', 'ab', 'x'.repeat(501)]) expect((await look(manager, code, 'contact', why)).body).toMatchObject({ code: 'input-wrong', at: 'body.why' });
  expect(await looks(manager, code)).toEqual([]);
  expect((await look(manager, code, 'contact', 'calling back')).body).toMatchObject({ contact: CONTACT, story: null, agent: null });
  expect((await look(manager, code, 'agent', 'thanking')).body).toMatchObject({ agent: AGENT, contact: null });
  expect(await looks(manager, code)).toMatchObject([{ kind: 'contact', role: 'manager', why: 'thanking' }, { kind: 'contact', role: 'manager', why: 'calling back' }]);
});

test('the same person sees the same again for a quarter of an hour without another entry; another person, and later, makes one', async () => {
  const clock = movableClock();
  let aheadMs = 0;
  const server = await runServer({}, { epochMs: clock.epochMs, nowMs: () => performance.now() + aheadMs });
  const manager = await server.signed();
  const technician = await signedIn(server.url, server, 'demo-technician');
  const { case: { code } } = await walkIn(manager);
  for (const one of [manager, manager, technician, manager]) expect((await look(one, code, 'story')).body).toMatchObject({ story: STORY });
  expect((await looks(manager, code)).map(({ role }) => role)).toEqual(['technician', 'manager']);
  aheadMs = 15 * 60_000 + 1;
  await look(manager, code, 'story');
  expect(await looks(manager, code)).toHaveLength(3);
  // What was added since is shown at once, and is a look of its own.
  await done(manager, code, 'amend-brief', { private: { story: { ...STORY, matters: 'the songs' } } });
  expect((await look(manager, code, 'story')).body).toMatchObject({ story: { matters: 'the songs' } });
  expect(await looks(manager, code)).toHaveLength(4);
});

test('the bench shows what matters and how to greet, no name and no number, as one look at each of whoever stands there', async () => {
  const server = await runServer();
  const technician = await signedIn(server.url, server, 'demo-technician');
  const { case: { code, arrivedAtIso } } = await walkIn(technician, { private: { contact: { ...CONTACT, greeting: 'Mr. Z, speaks softly' }, story: STORY } });
  const bridge = await openGreetedBridge(server);
  bridge.telemetry(madeStatus('bench-1', { device: { model: 'iPhone 12', serial: 'f17dk0xa0dxr', ecid: null, imei: null } }));
  bridge.telemetry(madeStatus('bench-2', { device: { model: 'iPhone 12', serial: 'UNKNOWN', ecid: null, imei: null } }));
  await until(async () => (await technician.get('/api/benches/bench-2')).status === 200, 'the benches on the board');
  for (let count = 0; count < 3; count += 1) expect((await technician.get('/api/benches/bench-1/case')).body).toMatchObject({ case: { code }, story: STORY, greeting: 'Mr. Z, speaks softly', arrivedAtIso, poweredOffAtIso: null, others: [] });
  expect(JSON.stringify((await technician.get('/api/benches/bench-1/case')).body)).not.toMatch(/Zebulon|zebulon@|4711/);
  const why = 'bench-1 shows what matters while the device lies there';
  expect((await looks(technician, code) as { kind: string }[]).toSorted((left, right) => (left.kind < right.kind ? -1 : 1))).toMatchObject([{ kind: 'contact', role: 'technician', why }, { kind: 'story', role: 'technician', why }]);
  expect((await technician.get('/api/benches/bench-2/case')).body).toEqual({ case: null, deviceId: null, story: null, greeting: '', arrivedAtIso: null, poweredOffAtIso: null, steps: [], others: [] });
});

test('an erased case is unreadable at once, is found by no name any more, and its chain stays whole', async () => {
  const server = await runServer();
  const manager = await server.signed();
  const view = await walkIn(manager);
  const { case: { code, id } } = view;
  await putPhoto(manager, code, deviceOf(view), PNG);
  await look(manager, code, 'contact');
  await look(manager, code, 'photo');
  const photo = (await viewOf(manager, code)).case.devices[0]?.photos[0]?.photo.row ?? '';
  expect((await manager.fetch(`/api/cases/${code}/photos/${photo}`)).status).toBe(200);
  const history = (await manager.get(`/api/cases/${code}/history`)).body;
  const confirmation = await manager.confirm('decide-privacy', id, server.password);
  const erased = await manager.post(`/api/cases/${code}/privacy/erase`, { kind: null, why: 'the customer asked for it', confirmation });
  expect(erased.body).toMatchObject({ erasures: [{ caseId: id, kind: null, finalAtIso: expect.stringMatching(/^20/) as unknown }], kept: false });
  for (const what of ['contact', 'story']) expect((await look(manager, code, what)).body['code']).toBe('case-erased');
  expect((await manager.fetch(`/api/cases/${code}/photos/${photo}`)).status).toBe(403);
  expect((await manager.get('/api/cases?text=Zebulon')).body['cases']).toEqual([]);
  expect((await manager.get('/api/cases?text=F17DK0XA0DXR')).body['cases']).toMatchObject([{ code }]);
  expect((await manager.get(`/api/cases/${code}/history`)).body).toEqual(history);
  expect((await act(manager, code, 'amend-brief', { private: { contact: CONTACT } })).body['code']).toBe('case-erased');
  expect((await done(manager, code, 'note', { words: 'the device is fetched on Monday' })).head.seq).toBeGreaterThan(view.head.seq);
});

test('an order keeps a case from being erased until it is released, each by a proof of its own', async () => {
  const server = await runServer();
  const manager = await server.signed();
  const { case: { code, id } } = await walkIn(manager);
  const privacy = async (what: string, body: object) => manager.post(`/api/cases/${code}/privacy/${what}`, { why: 'a court asked', confirmation: await manager.confirm('decide-privacy', id, server.password), ...body });
  const kept = await privacy('keep', {});
  const [{ id: orderId } = { id: '' }] = kept.body['keepOrders'] as { id: string }[];
  expect((await privacy('erase', { kind: 'contact' })).body['code']).toBe('case-kept');
  expect((await privacy('release', { orderId: randomUUID() })).body['code']).toBe('no-such-keep-order');
  expect((await privacy('release', { orderId })).body).toMatchObject({ kept: false });
  expect((await manager.post(`/api/cases/${code}/privacy/erase`, { kind: 'contact', why: 'now it may', confirmation: 'x'.repeat(30) })).body['code']).toBe('confirmation-unknown');
  expect((await privacy('erase', { kind: 'contact' })).status).toBe(200);
  expect((await look(manager, code, 'contact')).status).toBe(404);
  expect((await look(manager, code, 'story')).status).toBe(200);
});

test('an agent sees the own briefs and nothing else, not even that another case is there', async () => {
  const server = await runServer();
  const admin = await signedIn(server.url, server, 'demo-admin');
  await addPerson(admin, server, 'agatha', ['support'], 'agatha has a password');
  const agent = await browser(server).signIn('agatha', 'agatha has a password');
  const manager = await server.signed();
  const other = await fileBrief(manager);
  const own = await fileBrief(agent, { device: null });
  expect((await agent.get('/api/briefs')).body['briefs']).toMatchObject([{ code: own.case.code, stage: 'announced', acknowledged: null, told: false }]);
  await look(manager, own.case.code, 'story');
  await done(manager, own.case.code, 'acknowledge-brief', {});
  expect((await agent.get('/api/briefs')).body['briefs']).toMatchObject([{ code: own.case.code, stage: 'expected', acknowledged: { by: 'Demo manager (virtual)', storyRead: true } }]);
  expect((await done(agent, own.case.code, 'amend-brief', { expectedAtIso: '2026-11-26T10:00:00.000Z' })).case).toMatchObject({ expectedAtIso: '2026-11-26T10:00:00.000Z', owner: null, links: [] });
  expect((await act(agent, other.case.code, 'amend-brief', { irreplaceable: true })).body['code']).toBe('no-such-case');
  for (const path of ['/api/cases', `/api/cases/${own.case.code}`, `/api/cases/${own.case.code}/history`, '/api/queue', '/api/partners', `/api/cases/${own.case.code}/looks`]) expect((await agent.get(path)).status).toBe(403);
  expect((await look(agent, own.case.code, 'contact')).status).toBe(403);
});

test('a name may have two hundred characters, any direction of writing and any sign, and is found again', async () => {
  const server = await runServer();
  const manager = await server.signed();
  const names = [`${'Łukasz-Żółć '.repeat(16)}Ende`.slice(0, 200), 'משה בן־מימון', '😢 الزهراء 🕊️', "O'Brien; DROP TABLE cases; --", '<script>alert(1)</script>'];
  for (const name of names) {
    const { case: { code } } = await walkIn(manager, { device: null, private: { contact: { ...CONTACT, name }, story: null } });
    expect((await look(manager, code, 'contact')).body).toMatchObject({ contact: { name: name.trim() } });
    const part = name.split(/[^\p{L}\p{N}]+/u).findLast((word) => word !== '') ?? '';
    expect(((await manager.get(`/api/cases?text=${encodeURIComponent(part)}`)).body['cases'] as { code: string }[]).map((line) => line.code)).toContain(code);
  }
  const tooLong = await act(manager, null, 'open-walk-in', { ...WALK_IN, device: null, private: { contact: { ...CONTACT, name: 'x'.repeat(201) }, story: null } });
  expect([tooLong.status, tooLong.body['at']]).toEqual([400, 'body.private.contact.name']);
});

test('a photo is kept once, shown as it was sent after a look, and whatever is no photo is refused in words', async () => {
  const server = await runServer();
  const manager = await server.signed();
  const view = await walkIn(manager);
  const { case: { code } } = view;
  const [id, device] = [randomUUID(), deviceOf(view)];
  for (let count = 0; count < 2; count += 1) expect((await putPhoto(manager, code, device, PNG, 'image/png', id)).status).toBe(200);
  expect((await viewOf(manager, code)).case.devices[0]?.photos).toMatchObject([{ photo: { row: id }, mime: 'image/png', bytes: PNG.length }]);
  expect((await putPhoto(manager, code, device, Buffer.concat([PNG, PNG]), 'image/png', id)).status).toBe(409);
  const early = await manager.fetch(`/api/cases/${code}/photos/${id}`);
  expect([early.status, (await early.json() as { code: string }).code]).toEqual([403, 'look-reason-needed']);
  expect((await look(manager, code, 'photo')).body['photos']).toEqual([id]);
  const shown = await manager.fetch(`/api/cases/${code}/photos/${id}`);
  expect([shown.headers.get('content-type'), shown.headers.get('cache-control'), Buffer.from(await shown.arrayBuffer()).equals(PNG)]).toEqual(['image/png', 'no-store', true]);
  const refused = async (answer: Promise<Response>): Promise<unknown[]> => {
    const { status, body } = await answer.then(async (one) => ({ status: one.status, body: await one.json() as { code: string; what: string } }));
    return [status, body.code, body.what];
  };
  expect(await refused(putPhoto(manager, code, device, Buffer.alloc(0)))).toEqual([400, 'photo-wrong', 'This is not a photo that can be kept: it is empty.']);
  expect(await refused(putPhoto(manager, code, device, Buffer.from('<svg onload="alert(1)"></svg>'.repeat(3)), 'image/svg+xml'))).toEqual([400, 'photo-wrong', 'This is not a photo that can be kept: it is no JPEG, PNG or WebP.']);
  expect(await refused(putPhoto(manager, code, device, Buffer.alloc(40_000_000, 'a'), 'image/jpeg'))).toEqual([413, 'photo-wrong', 'This is not a photo that can be kept: it has more than 8 MB.']);
  expect((await refused(putPhoto(manager, code, randomUUID(), PNG)))[1]).toBe('no-such-device');
  expect((await refused(putPhoto(manager, code, device, PNG, 'text/plain')))[1]).toBe('body-not-json');
});

test('what a merge brought along is shown, erased and kept together with the case that it went into', async () => {
  const server = await runServer();
  const manager = await server.signed();
  const source = await walkIn(manager);
  const target = await walkIn(manager, { device: null, private: { contact: null, story: null } });
  const confirm = (id: string): Promise<string> => manager.confirm('decide-privacy', id, server.password);
  const why = 'a court asked';
  const kept = await manager.post(`/api/cases/${source.case.code}/privacy/keep`, { why, confirmation: await confirm(source.case.id) });
  await done(manager, source.case.code, 'merge-into', { into: target.case.code, why: 'the same customer' });
  expect((await look(manager, target.case.code, 'contact')).body).toMatchObject({ contact: CONTACT });
  expect(await looks(manager, target.case.code)).toMatchObject([{ kind: 'contact', role: 'manager' }]);
  const erase = async () => manager.post(`/api/cases/${target.case.code}/privacy/erase`, { kind: null, why, confirmation: await confirm(target.case.id) });
  expect((await erase()).body['code']).toBe('case-kept');
  expect((await manager.get(`/api/cases/${target.case.code}/privacy`)).body).toMatchObject({ kept: true, erasures: [] });
  const [{ id: orderId } = { id: '' }] = kept.body['keepOrders'] as { id: string }[];
  await manager.post(`/api/cases/${target.case.code}/privacy/release`, { orderId, why, confirmation: await confirm(target.case.id) });
  expect((await erase()).status).toBe(200);
  for (const what of ['contact', 'story']) expect((await look(manager, target.case.code, what)).body['code']).toBe('nothing-private');
  expect((await manager.get('/api/cases?text=Zebulon')).body['cases']).toEqual([]);
});
