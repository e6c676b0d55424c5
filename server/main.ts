/**
 * The server process: reads arguments and configuration, checks the runtime, starts, and ends in good order. It decides
 * nothing about a restore; the guard works without it.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseServerArguments } from './arguments.ts';
import { parseServerConfig } from './config.ts';
import type { ServerConfig } from './config.ts';
import { NO_STORE_NAME } from './contract/store-name.ts';
import { outsideEnglish } from './contract/words-of-outside.ts';
import { fillWords, SERVER_WORDS_EN } from './contract/words.ts';
import { lastingOf } from './domain/outside.ts';
import { uuid7 } from './domain/uuid7.ts';
import type { Edges } from './http/ports.ts';
import { detailOf, StartRefusal } from './start-refusal.ts';
import type { RunningServer } from './start-server.ts';

const PORT = 4680;
const HOST = '127.0.0.1';
const TLS_PORT = 4443;
/** Folder of a store that has no name. */
const STORE_FOLDER = 'store';
const ORDER_LIMIT_MS = 5000;
const END_LIMIT_MS = 1800;
/** One address may ask so often: a page some thirty times when it is opened, and a whole store may sit behind one address. */
const REQUESTS = { burst: 1000, perSecond: 100, keysMax: 4096 } as const;
/** Agents and customers come one by one. */
const PUBLIC_REQUESTS = { burst: 60, perSecond: 5, keysMax: 16_384 } as const;
const CONFIG_BYTES_MAX = 1024 * 1024;
/** Node-API 10: with an older one the native code of the database crashes the process. */
const NAPI_MIN = 10;

const edges: Edges = {
  nowMs: () => performance.now(),
  epochMs: () => Date.now(),
  newUuid: () => uuid7(Date.now(), randomBytes(10)),
  log: (level, text) => process.stderr.write(`${JSON.stringify({ atIso: new Date().toISOString(), from: 'server', level, text })}\n`),
};

async function start(): Promise<RunningServer> {
  if (Number(process.versions.napi) < NAPI_MIN) throw new StartRefusal('runtime-too-old', { version: process.version });
  const given = parseServerArguments(process.argv.slice(2));
  const config = given.config === null ? null : readConfig(given.config);
  const storeName = given.storeName ?? config?.name ?? null;
  // Native code is loaded only now, after the runtime was checked.
  const { startServer } = await import('./start-server.ts');
  return startServer({
    stateDir: resolve(given.state ?? join('.holdfast', given.virtual ? 'virtual' : folderName(storeName ?? STORE_FOLDER))),
    host: given.host ?? config?.host ?? HOST,
    port: given.port ?? config?.port ?? PORT,
    tlsPort: config?.tlsPort ?? TLS_PORT,
    tls: config?.tls ?? null,
    public: config?.public ?? null,
    oidc: config?.oidc ?? null,
    mail: config?.mail ?? null,
    storeName: storeName ?? NO_STORE_NAME,
    virtual: given.virtual,
    demoCases: given.demoCases,
    levers: given.levers,
    webDir: resolve(given.web ?? config?.web ?? fileURLToPath(new URL('../web/dist', import.meta.url))),
    version: readVersion(),
    orderLimitMs: ORDER_LIMIT_MS,
    requests: REQUESTS,
    publicRequests: PUBLIC_REQUESTS,
  }, edges);
}

function readConfig(file: string): ServerConfig {
  let text: string;
  try {
    if (statSync(file).size > CONFIG_BYTES_MAX) throw new Error('it is larger than 1 MB');
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new StartRefusal('config-unreadable', { file, detail: detailOf(error) }, error);
  }
  return parseServerConfig(text, file);
}

function readVersion(): string {
  const description: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return typeof description === 'object' && description !== null && 'version' in description ? String(description.version) : '0';
}

const folderName = (storeName: string): string => storeName.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || STORE_FOLDER;

/** The guard comes first on a bench PC with two cores. */
function lowerPriority(): void {
  try {
    setPriority(constants.priority.PRIORITY_LOW > 10 ? 10 : constants.priority.PRIORITY_LOW);
  } catch (error) {
    edges.log('warn', `the priority could not be lowered: ${detailOf(error)}`);
  }
}

function endOnSignal(server: RunningServer): void {
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(0), END_LIMIT_MS).unref();
    void server.close().then(() => process.exit(0), () => process.exit(1));
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

/** What a person at the terminal should know beside the address. */
function notesOf({ tlsUrl, publicListenUrl, outside: { certificate, publicUrl } }: RunningServer): string[] {
  const notes = tlsUrl === null ? [] : [outsideEnglish.at(tlsUrl)];
  if (publicUrl !== null && publicListenUrl !== null) notes.push(outsideEnglish.publicAt(publicUrl, publicListenUrl));
  const lasting = certificate === null ? null : lastingOf(certificate, edges.epochMs());
  if (lasting?.endsSoon === true) notes.push(outsideEnglish.endsSoon(lasting.endsAtIso.slice(0, 10), lasting.daysLeft));
  notes.forEach((note) => edges.log('info', note));
  return notes;
}

function say(line: object, then: () => void = () => undefined): void {
  process.stdout.write(`${JSON.stringify(line)}\n`, then);
}

// The reader of the pipe may have gone; the server goes on.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

// What is written here is for the user that runs Holdfast, and nobody else on this machine.
process.umask(0o077);

try {
  lowerPriority();
  const server = await start();
  endOnSignal(server);
  const { url, firstAdminToken, demo } = server;
  say({
    ready: 'server', url, notes: notesOf(server),
    ...(firstAdminToken === null || demo !== null ? {} : { firstAdminLink: `${url}/link#${firstAdminToken}` }),
    ...(demo === null ? {} : { demo: { link: `${url}/demo#${demo.enterToken}`, users: demo.users, password: demo.password, pin: demo.pin } }),
  });
} catch (error) {
  const refusal = error instanceof StartRefusal ? error : new StartRefusal('start-failed', { detail: detailOf(error) }, error);
  const words = SERVER_WORDS_EN[refusal.code];
  say({ refused: refusal.code, what: fillWords(words.what, refusal.params), remedy: fillWords(words.remedy, refusal.params) }, () => process.exit(2));
}
