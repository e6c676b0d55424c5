/** A restart in the middle of a handover, projections that were damaged, pages that are told: nothing is lost, nothing twice. */
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { HOLDS_KNOWN_MS } from '../../../server/http/case-view.ts';
import { DEFAULT_LIMITS } from '../../../firmware-bridge/guard/limits.ts';
import { signedIn } from '../../signed-in.ts';
import { lifeOfAStop, madeStatus } from '../made-evidence.ts';
import { openGreetedBridge, openPage } from '../open-socket.ts';
import { runServer, until } from '../running-server.ts';
import { act, deviceOf, done, fileBrief, viewOf, walkIn } from './made-cases.ts';

const PARTNER = { name: 'Lab in the next town', capabilities: ['data-recovery' as const] };
const SIGNED = { signedBy: 'paper' as const, private: {} };

test('a restart between the two signatures of a handover loses nothing, and the same signature sent again is one', async () => {
  const server = await runServer();
  const manager = await server.signed();
  const view = await walkIn(manager);
  const { case: { code } } = view;
  const prepared = await done(manager, code, 'prepare-transfer', { devices: [deviceOf(view)], from: { kind: 'customer', partner: null }, to: { kind: 'store', partner: null }, method: 'in-person' });
  const transferId = prepared.case.transfers[0]?.id ?? '';
  const id = '0193a0b0-0000-7000-8000-000000000001';
  const given = await done(manager, code, 'sign-given', { id, transferId, ...SIGNED });
  await server.close();
  const next = await runServer({ stateDir: server.stateDir });
  const again = await next.signed();
  expect((await viewOf(again, code)).case).toEqual(given.case);
  expect((await done(again, code, 'sign-given', { id, transferId, ...SIGNED })).head).toEqual(given.head);
  const taken = await done(again, code, 'sign-taken', { transferId, sealIntact: 'yes', ...SIGNED });
  expect(taken.case).toMatchObject({ transfers: [{ state: 'taken' }], devices: [{ place: 'in-store' }] });
  expect((await act(again, code, 'sign-taken', { transferId, sealIntact: 'yes', ...SIGNED })).body['code']).toBe('transfer-over');
});

const PROJECTED = ['cases', 'case_devices', 'case_holds', 'case_handoffs'] as const;
const rowsOf = (stateDir: string): unknown => {
  const file = new Sqlite(join(stateDir, 'server.sqlite'), { readonly: true });
  const rows = PROJECTED.map((table) => file.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY 1, 2`).all());
  file.close();
  const parsed = (text: unknown): unknown => JSON.parse(String(text));
  return rows.map((table) => table.map((row) => ('state' in row ? { ...row, state: parsed(row['state']) } : row)));
};

test('projections that were damaged are made again from the chain, equal to what they were, and the facts go on upwards', async () => {
  const server = await runServer();
  const manager = await server.signed();
  const view = await walkIn(manager);
  const partner = String((await manager.post('/api/partners', PARTNER)).body['id']);
  const terms = (await manager.get('/api/terms')).body;
  const { case: { code } } = view;
  const move = async (from: { kind: 'customer' | 'store'; partner: null }, to: { kind: 'store' | 'partner'; partner: string | null }): Promise<void> => {
    const { case: { transfers } } = await done(manager, code, 'prepare-transfer', { devices: [deviceOf(view)], from, to, method: 'in-person' });
    const transferId = transfers.at(-1)?.id ?? '';
    await done(manager, code, 'sign-given', { transferId, ...SIGNED });
    await done(manager, code, 'sign-taken', { transferId, sealIntact: 'yes', ...SIGNED });
  };
  await done(manager, code, 'give-consent', { relation: 'owner', verified: 'receipt', scopes: ['go-to-partner'], termsVersion: String(terms['version']), signedBy: 'paper', private: { signature: { name: 'Somebody', strokes: [] } } });
  await move({ kind: 'customer', partner: null }, { kind: 'store', partner: null });
  await move({ kind: 'store', partner: null }, { kind: 'partner', partner });
  await fileBrief(manager, { device: null });
  const bridge = await openGreetedBridge(server);
  lifeOfAStop('S1', 'VIRTUAL-1', 1).forEach((event, index) => bridge.report(index + 1, event));
  await until(() => bridge.acknowledged() === 4, 'the stop');
  const merged = await walkIn(manager, { device: null });
  await done(manager, merged.case.code, 'merge-into', { into: code, why: 'the same customer' });
  const facts = bridge.facts().at(-1);
  const listed = (await manager.get('/api/cases')).body;
  await server.close();
  const before = rowsOf(server.stateDir);
  const file = new Sqlite(join(server.stateDir, 'server.sqlite'));
  file.exec("UPDATE cases SET state = '{}', stage = 'open', tells_benches = 0; DELETE FROM case_devices; DELETE FROM case_handoffs; DELETE FROM meta WHERE key = 'cases_projection_version'");
  file.close();
  const next = await runServer({ stateDir: server.stateDir });
  const again = await signedIn(next.url, next);
  expect((await again.get('/api/cases')).body).toEqual(listed);
  expect((await again.get('/api/partners')).body['partners']).toMatchObject([{ name: PARTNER.name, handoffs: 1 }]);
  const after = (await openGreetedBridge(next)).facts().at(-1);
  expect(after?.holds).toEqual(facts?.holds);
  expect(after?.version).toBeGreaterThan(facts?.version ?? 0);
  await next.close();
  expect(rowsOf(server.stateDir)).toEqual(before);
});

test('pages that may see cases are told that something changed, a few times a second at most; others are not', async () => {
  const server = await runServer();
  const manager = await server.signed();
  const page = await openPage(server);
  const admin = await signedIn(server.url, server, 'demo-admin');
  const blind = await openPage(server, undefined, { cookie: admin.cookie, origin: server.url });
  const told = (one: typeof page): number[] => one.messages().flatMap((message) => (message.type === 'cases' ? [message.version] : []));
  const { case: { code } } = await walkIn(manager);
  await until(() => told(page).length > 0, 'the first word of a case');
  await Promise.all(Array.from({ length: 20 }, (_, index) => done(manager, code, 'note', { words: `note ${index}` })));
  await until(() => told(page).at(-1) === 21, 'the last word of the notes');
  expect(told(page).length).toBeLessThan(10);
  expect(told(blind)).toEqual([]);
});

test('how far a hold reaches is told by what each bench knows, and by what is too old to grant anything', async () => {
  expect(HOLDS_KNOWN_MS).toBe(DEFAULT_LIMITS.holdsKnownMs);
  const server = await runServer();
  const manager = await server.signed();
  const bridge = await openGreetedBridge(server);
  const here = await walkIn(manager);
  const { case: { code } } = here;
  const versionNow = (): number => bridge.facts().at(-1)?.version ?? 0;
  const before = versionNow();
  await done(manager, code, 'note', { words: 'says nothing to a bench' });
  await done(manager, code, 'ask-hold', { deviceId: deviceOf(here), why: 'it looks bent' });
  await until(() => (bridge.facts().at(-1)?.holds.length ?? 0) === 1, 'the hold in the facts');
  // A bridge believes no other facts under a version that it knows: each change has one of its own, and nothing else raises it.
  expect(versionNow()).toBe(before + 1);
  const version = versionNow();
  const tell = (bench: string, holds: { ageMs: number | null; version: number | null }, committed = false): void => bridge.telemetry(madeStatus(bench, {
    holds, ...(committed ? { committedEstablished: true, device: { model: 'iPhone 12', serial: 'F17DK0XA0DXR', ecid: null, imei: null } } : {}),
  }));
  const reach = async () => (await viewOf(manager, code)).reach[0];
  tell('bench-1', { ageMs: 100, version: version - 1 });
  tell('bench-2', { ageMs: 61_000, version: version - 1 });
  await until(async () => (await reach())?.benches.length === 2, 'both benches');
  expect(await reach()).toMatchObject({ state: 'pending', sinceIso: null, benches: [{ bench: 'bench-1', enforced: false, why: 'not-heard' }, { bench: 'bench-2', enforced: true, why: 'grants-nothing' }] });
  tell('bench-1', { ageMs: 100, version });
  await until(async () => (await reach())?.state === 'effective', 'the hold enforced everywhere');
  expect((await reach())?.sinceIso).toMatch(/^20/);
  tell('bench-2', { ageMs: 100, version }, true);
  await until(async () => (await reach())?.state === 'too-late', 'the restore that had crossed before');
});

test('the times of keeping run from the moment a case is closed, and stop when it is opened again', async () => {
  const server = await runServer();
  const manager = await server.signed();
  const view = await walkIn(manager);
  const { case: { code, id } } = view;
  const settled = (): unknown => {
    const file = new Sqlite(join(server.stateDir, 'server.sqlite'), { readonly: true });
    const row = file.prepare('SELECT settled_at_iso AS atIso FROM private_cases WHERE case_id = ?').get(id);
    file.close();
    return row;
  };
  await done(manager, code, 'record-outcome', { deviceId: deviceOf(view), result: 'all', delivered: 'on-the-device' });
  expect((await act(manager, code, 'close', {})).body).toMatchObject({ code: 'not-told', what: 'Somebody was not told how it ended: customer.' });
  await done(manager, code, 'record-told', { who: 'customer', how: 'in-person', about: 'outcome' });
  expect(settled()).toEqual({ atIso: null });
  const closed = await done(manager, code, 'close', {});
  expect(settled()).toEqual({ atIso: closed.case.lastAtIso });
  await done(manager, code, 'reopen', { why: 'the stick was empty' });
  expect(settled()).toEqual({ atIso: null });
});
