/** A whole virtual store for generated requests: a running server, a bridge that obeys, a stop on record, people of every kind. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uplinkDownSchema } from '../../../firmware-bridge/contract/uplink.ts';
import type { UplinkUp } from '../../../firmware-bridge/contract/uplink.ts';
import type { MailConfig } from '../../../server/config.ts';
import { uuid7 } from '../../../server/domain/uuid7.ts';
import { startServer } from '../../../server/start-server.ts';
import { addMachine, addPerson, allAskers, browser, setOwn } from '../../server/http/all-askers.ts';
import type { Asked, Kind } from '../../server/http/all-askers.ts';
import { lifeOfAStop, madeStatus } from '../../server/made-evidence.ts';
import { openMadeProvider } from '../../made-provider.ts';
import { addKey, byName } from '../../made-key.ts';
import type { MadeKey } from '../../made-key.ts';
import { Signed } from '../../signed-in.ts';
import { Visitor } from '../../server/outside/visitor.ts';

export const EVERY = { user: 'every', password: 'the password of everything' } as const;
/** Signs in again and again; only the last sessions of a person live. */
export const ENTERS = { user: 'enters', password: 'the password of who enters' } as const;
export const SUBJECT_PASSWORD = 'the password of a subject';
export const BENCHES = ['bench-1', 'bench-2'] as const;
const LIMIT = { burst: 10_000_000, perSecond: 1_000_000, keysMax: 100 };

/** A mail server that is set up and away: mails wait. */
const AWAY: MailConfig = { host: '127.0.0.1', port: 9, security: 'none', login: null, from: { name: null, address: 'store@example.org' }, replyTo: null };

export interface Scene {
  readonly server: Asked;
  /** Has every role, signed in with a password. */
  readonly every: Signed;
  /** May be changed, signed out and given links as often as wanted. */
  readonly subject: { readonly id: string; readonly signed: () => Promise<Signed> };
  readonly benchPc: Signed;
  readonly quick: { readonly person: string; readonly pin: string };
  /** Of who only ever signs in. */
  readonly key: MadeKey;
  readonly wallToken: string;
  /** Somebody outside, with a browser. */
  readonly visitor: Visitor;
  readonly enterToken: string;
  readonly kinds: readonly Kind[];
  /** Counts of tries are looked at as if an hour had gone by. */
  anHourLater(): void;
  next(): number;
  log: readonly string[];
  close(): Promise<void>;
}

export async function openScene(): Promise<Scene> {
  const stateDir = mkdtempSync(join(tmpdir(), 'holdfast-requests-'));
  const log: string[] = [];
  // The wall clock stands still, so that no session ends of itself in a long run.
  const clock = { epochMs: Date.now(), aheadMs: 0, count: 0 };
  const provider = await openMadeProvider();
  provider.person = { sub: 'e1', preferred_username: ENTERS.user };
  const levers = await openLevers(join(stateDir, 'levers.sock'));
  const running = await startServer({
    stateDir, host: '127.0.0.1', port: 0, tlsPort: 0, tls: null,
    public: { url: 'https://repairs.example', listen: { host: '127.0.0.1', port: 0 }, proxy: '127.0.0.1' },
    storeName: 'Requests', virtual: true, demoCases: false, webDir: join(stateDir, 'no-build'), version: '0.0.0', orderLimitMs: 5000,
    levers: new Map(BENCHES.map((bench) => [bench, join(stateDir, 'levers.sock')])), requests: LIMIT, publicRequests: LIMIT, oidc: provider.config(stateDir), mail: AWAY,
  }, {
    nowMs: () => performance.now() + clock.aheadMs, epochMs: () => clock.epochMs, newUuid: () => uuid7(Date.now(), randomBytes(10)), log: (level, text) => log.push(`${level} ${text}`),
  });
  const server: Asked = { url: byName(running.url), demo: running.demo, password: running.demo?.password ?? '', token: readFileSync(join(stateDir, 'bridge.token'), 'utf8').trim() };
  const bridge = await openObedientBridge(server);
  const kinds = await allAskers(server, { forward: (ms) => (clock.epochMs += ms), epochMs: () => clock.epochMs });
  const admin = await browser(server).signIn('demo-admin', server.password);
  await addPerson(admin, server, EVERY.user, ['technician', 'manager', 'support', 'auditor', 'admin'], EVERY.password);
  const { id } = await addPerson(admin, server, 'subject', ['technician'], SUBJECT_PASSWORD);
  const enrolling = await browser(server).signIn(EVERY.user, EVERY.password);
  await addMachine(enrolling, EVERY.password, 'bench-pc', 'Bench PC of requests');
  const every = await browser(server).signIn(EVERY.user, EVERY.password);
  const { id: person } = await addPerson(admin, server, ENTERS.user, ['technician', 'auditor'], ENTERS.password);
  await setOwn(await browser(server).signIn(ENTERS.user, ENTERS.password), ENTERS.password, { pin: '135790' });
  // Whoever signs in hundreds of times loses the oldest sessions: that must not be the one who does everything else.
  const { key } = await addKey(await new Signed(server.url).signIn(ENTERS.user, ENTERS.password), ENTERS.password);
  const { token: wallToken } = await addMachine(admin, server.password, 'wall-board', 'Wall of requests');
  return {
    server, every, kinds, log, wallToken, key, visitor: new Visitor(running),
    subject: { id, signed: () => new Signed(server.url).signIn('subject', SUBJECT_PASSWORD) },
    benchPc: browser(server, enrolling), quick: { person, pin: '135790' }, enterToken: running.demo?.enterToken ?? '',
    anHourLater: () => (clock.aheadMs += 3_600_000),
    next: () => (clock.count += 1),
    async close() {
      bridge.close();
      await running.close();
      await provider.close();
      await new Promise<void>((resolve) => { levers.close(() => resolve()); });
      rmSync(stateDir, { recursive: true, force: true });
    },
  };
}

/** Every lever is pulled, whatever it is. */
async function openLevers(path: string): Promise<Server> {
  const socket = createServer((caller) => caller.on('error', () => caller.destroy()).on('data', () => caller.write('{"ok":true}\n')));
  await new Promise<void>((resolve) => { socket.listen(path, resolve); });
  return socket;
}

/** It does whatever it is ordered, and has told of one stop. */
async function openObedientBridge({ url, token }: Pick<Asked, 'url' | 'token'>): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/api/bridge`, { headers: { authorization: `Bearer ${token}` } });
  const send = (message: UplinkUp): void => socket.send(JSON.stringify(message));
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('error', () => reject(new Error('the bridge cannot connect')), { once: true });
    socket.addEventListener('open', () => send({ type: 'hello', bridge: 'bridge-1', bootId: 'boot-1', version: '0.0.0', virtual: true }), { once: true });
    socket.addEventListener('message', ({ data }) => {
      const message = uplinkDownSchema.parse(JSON.parse(String(data)));
      if (message.type === 'order') send({ type: 'order-result', result: { id: message.order.id, ok: true, outcome: 'stop-written', refusal: null, tripId: 'S1' } });
      else if (message.type === 'ack') resolve();
      else if (message.type === 'facts') {
        for (const bench of BENCHES) send({ type: 'telemetry', status: madeStatus(bench, { reset: { possible: true, blockedBy: [], needsTwoPeople: bench === 'bench-1' } }) });
        for (const [index, event] of lifeOfAStop('S1', 'VIRTUAL-1', 1).entries()) send({ type: 'report', seq: index + 1, event });
      }
    });
  });
  return socket;
}
