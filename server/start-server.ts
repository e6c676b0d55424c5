/**
 * Wires the server: store, board, desk, hub, port and their timers, and takes them apart again in good order. No logic of
 * its own. Imports native code: only main.ts may load it, after it has checked the runtime.
 */
import { randomBytes } from 'node:crypto';
import type { BenchStatus } from '../firmware-bridge/contract/bench-status.ts';
import type { Role } from './contract/people.ts';
import { createBoard } from './domain/board.ts';
import type { FactsKnown } from './domain/facts-known.ts';
import type { Colleague } from './domain/cases/escalation.ts';
import type { Outside } from './domain/outside.ts';
import type { PeopleStore } from './domain/people-port.ts';
import { staffName } from './domain/staff-name.ts';
import { createRollUp } from './domain/roll-up.ts';
import type { RollUp } from './domain/roll-up.ts';
import type { BucketRule } from './domain/token-bucket.ts';
import { cookiesOf } from './http/asking.ts';
import { createBridgeDesk } from './http/bridge-desk.ts';
import { createApp } from './http/create-app.ts';
import { createPublicApp } from './http/create-public-app.ts';
import { createLiveHub } from './http/live-hub.ts';
import { createOpenSockets } from './http/open-sockets.ts';
import type { Edges, Ports } from './http/ports.ts';
import { openListeners, prepareListeners } from './open-listeners.ts';
import type { ListenerOptions } from './open-listeners.ts';
import { openProvider } from './open-provider.ts';
import { seedDemoCases } from './demo-cases.ts';
import type { MailConfig, OidcConfig } from './config.ts';
import type { Demo } from './sign-in/first-people.ts';
import { detailOf } from './start-refusal.ts';
import { openRecords } from './ask-records.ts';
import { openAccounts } from './open-accounts.ts';
import { openMail } from './open-mail.ts';
import { openCases } from './open-cases.ts';
import { openOutside, openPublicPorts } from './open-outside.ts';
import { openPrivacy } from './open-privacy.ts';
import { leverSockets } from './lever-sockets.ts';
import { callNext } from './notify/call-next.ts';
import { openStateFolder } from './state-folder.ts';
import { createNotesTable } from './store/notes-table.ts';
import { createStaffMail } from './store/staff-mail.ts';
import { createStore } from './store/create-store.ts';
import { exportCustody } from './store/custody-export.ts';
import { openCustodyKey } from './store/custody-key.ts';
import { createCustodyTable } from './store/custody-table.ts';
import { openDatabase } from './store/open-database.ts';

export interface ServerOptions extends ListenerOptions {
  readonly storeName: string;
  readonly virtual: boolean;
  readonly demoCases: boolean;
  /** Where the levers of each virtual rig are; only a virtual store has any. */
  readonly levers?: ReadonlyMap<string, string>;
  readonly webDir: string;
  readonly version: string;
  readonly orderLimitMs: number;
  /** How often one address may ask. */
  readonly requests: BucketRule;
  /** The same on the public listener. */
  readonly publicRequests: BucketRule;
  /** Null: people sign in by the store alone. */
  readonly oidc: OidcConfig | null;
  /** Null: no mail is sent. */
  readonly mail: MailConfig | null;
}

export interface RunningServer {
  readonly url: string;
  /** For the console: the one-time link of the first admin, the people of a virtual store. */
  readonly firstAdminToken: string | null;
  readonly demo: Demo | null;
  readonly tlsUrl: string | null;
  readonly publicListenUrl: string | null;
  readonly outside: Outside;
  close(): Promise<void>;
}

const PUMP_MS = 25;
const TELEMETRY_WRITE_MS = 1000;
const FACTS_MS = 15_000;
const PING_MS = 15_000;
const PRUNE_MS = 60_000;
/** A feed that nobody may see any more ends within so long. */
const RIGHTS_MS = 1000;
/** Who is asked to set up an authenticator app. */
const TOTP_FOR: readonly Role[] = ['manager', 'admin'];
const MAIL_MS = 1000;
/** Whoever is called is called so much late at most. */
const CALL_MS = 10_000;
const DAILY_ASK_MS = 3_600_000;

export async function startServer(options: ServerOptions, edges: Edges): Promise<RunningServer> {
  const { virtual } = options;
  const prepared = prepareListeners(options, edges.epochMs());
  const { outside } = prepared;
  const folder = openStateFolder(options.stateDir, virtual, () => randomBytes(32).toString('base64url'));
  const opened = openDatabase(options.stateDir);
  const toClose = [opened.close];
  try {
    const store = createStore(opened.database, edges.newUuid, opened.close, () => ofCases.cases);
    const custody = createCustodyTable(opened.database, openCustodyKey(opened.database, options.stateDir, new Date(edges.epochMs()).toISOString()));
    const privacy = openPrivacy({ stateDir: options.stateDir, database: opened.database, databaseId: store.databaseId, audit: store.audit, edges });
    toClose.unshift(privacy.close);
    const mailing = await openMail({ config: options.mail, storeName: options.storeName, virtual, database: opened.database, records: privacy.records, outside, edges });
    const { follow, ...ofCases } = openCases({ database: opened.database, audit: store.audit, custody, privacy, edges, mail: mailing.mail, staffName: (code) => staffName(accounts, code) });
    const { accounts, hasher, signIn, demo, firstAdminToken } = await openAccounts(opened.database, options.stateDir, folder, virtual, edges);
    const staffMail = createStaffMail(opened.database, privacy.records, edges.newUuid);
    const provider = await openProvider(options.oidc, { people: accounts.people, signIn, edges });
    const sockets = createOpenSockets();
    const board = createBoard();
    for (const { bridge, benches } of store.benchesByBridge()) board.benchesNamed(bridge, benches);
    const about = { version: options.version, storeName: options.storeName, virtual };
    const rollUp = createRollUp();
    const notes = createNotesTable(opened.database);
    const hub = createLiveHub(about, store, board, edges, notes);
    const desk = createBridgeDesk({
      store, board, edges, virtual,
      orderLimitMs: options.orderLimitMs,
      benchesChanged: hub.benchesChanged,
      boardShrank: hub.boardShrank,
      evidenceStored: hub.evidenceStored,
      telemetry: hearing(rollUp, ofCases.factsKnown, edges),
      casesChanged: hub.casesChanged,
    });
    follow({ casesChanged: hub.casesChanged, factsChanged: desk.sendFacts });
    if (virtual && options.demoCases) seedDemoCases({ ...ofCases, people: accounts.people, edges });
    const ports: Ports = {
      ...ofCases, ...openOutside(opened.database, privacy.records),
      about, store, custody, mail: mailing.mail, staffMail, accounts, signIn, hasher, demo, provider, board, edges, order: desk.order, judged: hub.judged, alarmNoted: hub.alarmNoted, notes, outside,
      followRaw: desk.followRaw, boxes: openRecords(options.stateDir), levers: virtual ? leverSockets(options.levers ?? new Map()) : null, cookies: cookiesOf(store.databaseId), totpFor: TOTP_FOR,
      counts: () => ({ ...desk.counts(), pages: hub.count(), auditBrokenAt: privacy.auditBrokenAt(), chainCheck: privacy.chainCheck() }),
      rightsChanged: sockets.check,
    };
    const app = createApp({ ports, hub, desk, sockets, webDir: options.webDir, requests: options.requests });
    const publicApp = options.public === null ? null : createPublicApp(openPublicPorts(ports, (caseId, atIso) => exportCustody(opened.database, custody, caseId, atIso)), options.publicRequests);
    const listening = await openListeners(app, publicApp, options, prepared);
    const writeTelemetry = (all: boolean): void => store.writeTelemetry(rollUp.take(edges.epochMs(), all));
    const calling = { ...ofCases, mail: mailing.mail, staffMail, edges, colleagues: () => colleaguesOf(accounts, edges.epochMs()), staffName: (code: string) => staffName(accounts, code) };
    const stopTimers = startTimers(edges, [
      [PUMP_MS, () => hub.pump()], [TELEMETRY_WRITE_MS, () => writeTelemetry(false)], [FACTS_MS, () => desk.sendFacts()], [PING_MS, () => listening.ping()], [RIGHTS_MS, () => sockets.check()],
      [PRUNE_MS, () => store.pruneTelemetry(edges.epochMs())], [MAIL_MS, () => mailing.tick()], [CALL_MS, () => void callNext(calling)], [DAILY_ASK_MS, () => privacy.daily()],
    ]);
    return {
      url: listening.url, tlsUrl: listening.tlsUrl, publicListenUrl: listening.publicListenUrl, outside,
      firstAdminToken, demo,
      async close() {
        stopTimers();
        desk.closeAll();
        hub.closeAll();
        await listening.close();
        await mailing.close();
        guarded(edges, () => writeTelemetry(true));
        privacy.close();
        store.close();
      },
    };
  } catch (error) {
    for (const close of toClose) close();
    throw error;
  }
}

const hearing = (rollUp: RollUp, factsKnown: FactsKnown, edges: Edges) => (status: BenchStatus): void => {
  rollUp.add(status, edges.epochMs());
  factsKnown.told(status.bench, status.holds.version, new Date(edges.epochMs()).toISOString());
};

const colleaguesOf = ({ people, sessions }: PeopleStore, nowMs: number): Colleague[] =>
  people.all().filter(({ active }) => active).map(({ id, code, roles }) => ({ id, code, roles, isHere: sessions.live(nowMs, id).length > 0 }));

type Job = readonly [everyMs: number, run: () => void];

function startTimers(edges: Edges, jobs: readonly Job[]): () => void {
  const timers = jobs.map(([everyMs, run]) => setInterval(() => guarded(edges, run), everyMs));
  return () => timers.forEach((timer) => clearInterval(timer));
}

/** A failing disk must not end the server: what it shows is still true, and orders still pass. */
let lastLoggedAtMs = -Infinity;
function guarded(edges: Edges, run: () => void): void {
  try {
    run();
  } catch (error) {
    const nowMs = edges.nowMs();
    if (nowMs - lastLoggedAtMs < PRUNE_MS) return;
    lastLoggedAtMs = nowMs;
    edges.log('error', `a regular job failed: ${detailOf(error)}`);
  }
}
