/** SQL, templates, scripts and control characters in every text that can be sent: kept and given back as they came, or refused in words; never run. */
import { expect, test } from 'vitest';
import { createStore } from '../../../server/store/create-store.ts';
import { openDatabase } from '../../../server/store/open-database.ts';
import { Signed, signedIn } from '../../signed-in.ts';
import type { Answer } from '../../signed-in.ts';
import { lifeOfAStop, madeStatus } from '../made-evidence.ts';
import { openGreetedBridge } from '../open-socket.ts';
import { runServer, until } from '../running-server.ts';
import type { TestServer } from '../running-server.ts';
import { addMachine, browser } from './all-askers.ts';

const TEXTS = [
  "'; DROP TABLE people; --", '" OR 1=1 --', "x'); DELETE FROM sessions; --", "Robert'), ('x", '%27%20OR%201=1', '\\', "\\'", '%', '_%', '`whoami`', '$(reboot)', '; reboot',
  '${7*7}', '{{7*7}}', '<%= 7*7 %>', '#{7*7}', '{what}', '{holders} {detail}', '%s %n %x', '$&$1$`', '__proto__', 'constructor', 'null', 'undefined', 'NaN',
  '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', 'javascript:alert(1)', '</script><svg onload=alert(1)>', '=1+1', '@SUM(A1)', '../../etc/passwd', 'file:///etc/passwd',
  '\u202Etxt.exe', 'ａｄｍｉｎ', 'Zoë O’Brien', '😀😀', '𝕏 と 人', 'a\u0301\u0301\u0301', '\u200bhidden',
] as const;
/** Half a character, or signs that no keyboard writes: refused in every text that people read. */
const NO_TEXTS = ['a\u0000b c', '\u0000abc', 'one\u0007two', 'half \ud800 a letter', '\udc00abc', 'esc \u001b[2J abc'] as const;

const TABLES = ['people', 'machines', 'sessions', 'confirmations', 'one_time_links', 'handovers', 'judgements', 'audit', 'evidence', 'stops'];

/** Every table is there, the audit is whole, and nothing became of the texts but texts. */
async function isUnharmed(server: TestServer, peopleMin: number): Promise<void> {
  const auditor = await signedIn(server.url, server, 'demo-auditor');
  expect(((await auditor.get('/api/people')).body['people'] as unknown[]).length).toBeGreaterThanOrEqual(peopleMin);
  await server.close();
  const { database, close } = openDatabase(server.stateDir);
  expect(createStore(database, () => '', close).audit.firstBroken()).toBeNull();
  const there = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[];
  expect(TABLES.filter((table) => !there.includes(table))).toEqual([]);
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  close();
}

const WIDE = { requests: { burst: 100_000, perSecond: 1000, keysMax: 100 } };
const refusedAt = ({ status, body }: Answer): [number, unknown, unknown] => [status, body['code'], body['at']];

test('names of people and machines, and reasons, are kept as they are typed', async () => {
  const server = await runServer(WIDE);
  const admin = await signedIn(server.url, server, 'demo-admin');
  const auditor = await signedIn(server.url, server, 'demo-auditor');
  const confirm = (act: string, subject: string): Promise<string> => admin.confirm(act, subject, server.password);
  for (const [index, text] of TEXTS.entries()) {
    const [name, reason] = [text.padEnd(2, '!'), `${text}!!!`];
    const added = await admin.post('/api/people', { name, user: `p-${index}`, roles: ['technician'], confirmation: await confirm('manage-people', `p-${index}`) });
    const { id, code } = (added.body as { person: { id: string; code: string; name: string } }).person;
    expect([added.status, (added.body['person'] as { name: string }).name]).toEqual([200, name]);
    if (index % 3 === 0) {
      const changed = await admin.post(`/api/people/${id}`, { name: `${name}!`, reason, confirmation: await confirm('manage-people', id) });
      expect([changed.status, changed.body['name']]).toEqual([200, `${name}!`]);
      const { entries } = (await auditor.get(`/api/audit?subject=person:${code}&limit=1`)).body as { entries: { why: string }[] };
      expect(entries[0]?.why).toBe(reason);
    }
    if (index % 3 === 1) {
      const machine = await addMachine(admin, server.password, 'integration', name, ['read']);
      const { machines } = (await admin.get('/api/machines')).body as { machines: { id: string; name: string }[] };
      expect(machines.find(({ id: one }) => one === machine.id)?.name).toBe(name);
    }
  }
  await isUnharmed(server, TEXTS.length);
}, 120_000);

test('words of a handover and of a judgement, and the reason at a bench, are kept as they are typed', async () => {
  const server = await runServer(WIDE);
  const bridge = await openGreetedBridge(server);
  bridge.telemetry(madeStatus('bench-1'));
  for (const [index, event] of lifeOfAStop('S1', 'VIRTUAL-1', 1).entries()) bridge.report(index + 1, event);
  bridge.answer(({ id }) => ({ id, ok: true, outcome: 'taken-out', refusal: null, tripId: null }));
  await until(() => bridge.acknowledged() === 4, 'the stop stored');
  const admin = await signedIn(server.url, server, 'demo-admin');
  await addMachine(admin, server.password, 'bench-pc', 'Bench PC');
  const pc = browser(server, admin);
  const { quick } = (await pc.get('/api/session')).body as { quick: { id: string; name: string }[] };
  const [one, two] = ['manager', 'technician'].map((role) => quick.find(({ name }) => name.includes(role))?.id);
  const { pin } = server.demo ?? { pin: '' };
  await pc.post('/api/session/switch', { person: one, pin });
  for (const [index, text] of TEXTS.entries()) {
    const come = index % 2 === 0 ? two : one;
    const switched = await pc.post('/api/session/switch', { person: come, pin, handover: text });
    expect([switched.status, (switched.body['handover'] as { words: string } | null)?.words]).toEqual([200, text]);
    const judged = await pc.post('/api/stops/VIRTUAL-1/S1/judgement', { verdict: 'unclear', words: text });
    expect([judged.status, judged.body['words']]).toEqual([200, text]);
    const reason = `${text}!!!`;
    expect((await pc.post('/api/benches/bench-1/out-of-service', { reason })).status).toBe(200);
    expect(bridge.orders().at(-1)?.reason).toBe(reason);
  }
  await isUnharmed(server, 4);
});

test('passwords and badges may hold anything, and open nothing but their own account', async () => {
  const server = await runServer(WIDE);
  const admin = await signedIn(server.url, server, 'demo-admin');
  const confirmation = await admin.confirm('manage-people', 'odd', server.password);
  const { link } = ((await admin.post('/api/people', { name: 'Odd', user: 'odd', roles: ['technician'], confirmation })).body as { link: { link: string } }).link;
  let password = `${TEXTS.join('').slice(0, 100)}\u0000\u0007 end`;
  expect((await new Signed(server.url).post('/api/links/take', { token: link.split('#')[1], password })).status).toBe(200);
  for (const text of TEXTS.slice(0, 12)) {
    const odd = await new Signed(server.url).signIn('odd', password);
    const next = `${text} and more of it`;
    const change = { password: next, badge: text.padEnd(8, '.'), confirmation: await odd.confirm('own-secrets', '*', password) };
    expect((await odd.post('/api/session/secrets', change)).status).toBe(200);
    for (const wrong of [`${next} `, next.slice(0, -1)]) expect((await new Signed(server.url).post('/api/session', { user: 'odd', password: wrong })).status).toBe(401);
    password = next;
  }
  await isUnharmed(server, 5);
});

test('in paths, filters, user names and subjects they find nothing and harm nothing', async () => {
  const server = await runServer(WIDE);
  const auditor = await signedIn(server.url, server, 'demo-auditor');
  const manager = await signedIn(server.url, server);
  for (const text of [...TEXTS, ...NO_TEXTS.map((one) => one.toWellFormed())]) {
    const word = encodeURIComponent(text);
    for (const path of [`/api/audit?subject=${word}`, `/api/audit?who=${word}`, `/api/events?bench=${word}`, `/api/stops?rig=${word}`, `/api/benches/${word}/stops`, `/api/benches/${word}/drills`]) {
      const { status, body } = await auditor.get(path);
      const rows = body['entries'] ?? body['events'] ?? body['stops'] ?? body['drills'];
      expect([path, status, rows]).toEqual([path, 200, []]);
    }
    for (const path of [`/api/benches/${word}`, `/api/stops/${word.slice(0, 100)}/S1/judgements`]) expect([path, [400, 404].includes((await auditor.get(path)).status)]).toEqual([path, true]);
  }
  for (const text of TEXTS.slice(0, 15)) {
    const asked = await manager.post('/api/confirmations', { act: 'own-secrets', subject: text, password: server.password });
    expect([asked.status, asked.body['subject']]).toEqual([200, text]);
  }
  const tried = await Promise.all(TEXTS.slice(0, 10).map((text) => new Signed(server.url).post('/api/session', { user: text, password: text })));
  expect(new Set(tried.map(({ status }) => status))).toEqual(new Set([401]));
  await isUnharmed(server, 4);
});

test('what a browser calls itself is kept as text', async () => {
  const server = await runServer(WIDE);
  const signed = new Signed(server.url);
  const program = '<script>alert(1)</script> "; DROP TABLE sessions; --';
  await signed.fetch('/api/session', { method: 'POST', headers: { 'content-type': 'application/json', 'user-agent': program }, body: JSON.stringify({ user: 'demo-manager', password: server.password }) });
  expect(((await signed.get('/api/sessions')).body['sessions'] as { program: string }[])[0]?.program).toBe(program);
  await isUnharmed(server, 4);
});

test('control characters and halves of characters are refused at their place, in every text that people read', async () => {
  const server = await runServer(WIDE);
  const admin = await signedIn(server.url, server, 'demo-admin');
  const manager = await signedIn(server.url, server);
  await addMachine(manager, server.password, 'bench-pc', 'Bench PC');
  const pc = browser(server, manager);
  const { id } = ((await manager.get('/api/session')).body as { session: { person: { id: string } } }).session.person;
  for (const text of NO_TEXTS) {
    const confirmation = 'x'.repeat(43);
    expect(refusedAt(await admin.post('/api/people', { name: text, user: 'new', roles: ['technician'], confirmation }))).toEqual([400, 'input-wrong', 'body.name']);
    expect(refusedAt(await admin.post(`/api/people/${id}`, { name: text, reason: 'as agreed', confirmation }))).toEqual([400, 'input-wrong', 'body.name']);
    expect(refusedAt(await admin.post(`/api/people/${id}`, { reason: text, confirmation }))).toEqual([400, 'input-wrong', 'body.reason']);
    expect(refusedAt(await admin.post(`/api/people/${id}/link`, { reason: text, confirmation }))).toEqual([400, 'input-wrong', 'body.reason']);
    expect(refusedAt(await admin.post('/api/machines', { kind: 'integration', name: text, confirmation }))).toEqual([400, 'input-wrong', 'body.name']);
    expect(refusedAt(await pc.post('/api/session/switch', { person: id, pin: '000000', handover: text }))).toEqual([400, 'input-wrong', 'body.handover']);
    expect(refusedAt(await manager.post('/api/stops/-/S1/judgement', { verdict: 'true', words: text }))).toEqual([400, 'input-wrong', 'body.words']);
    expect(refusedAt(await manager.post('/api/benches/bench-1/out-of-service', { reason: text }))).toEqual([400, 'input-wrong', 'body.reason']);
    expect(refusedAt(await manager.post('/api/benches/bench-1/reset', { tripId: 'S1', reason: text, confirmation, secondConfirmation: null }))).toEqual([400, 'input-wrong', 'body.reason']);
  }
});

test('one sign of several units is one sign: too short for a name, and no fault of the database', async () => {
  const server = await runServer(WIDE);
  const admin = await signedIn(server.url, server, 'demo-admin');
  const confirmation = await admin.confirm('manage-people', 'smile', server.password);
  expect(refusedAt(await admin.post('/api/people', { name: '😀', user: 'smile', roles: ['technician'], confirmation }))).toEqual([400, 'input-wrong', 'body.name']);
  const forMachine = await admin.confirm('manage-machines', '😀', server.password);
  expect(refusedAt(await admin.post('/api/machines', { kind: 'wall-board', name: '😀', confirmation: forMachine }))).toEqual([400, 'input-wrong', 'body.name']);
});
