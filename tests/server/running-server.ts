/** A server for tests, in this process, with a real database in a temporary folder and a real port. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { uuid7 } from '../../server/domain/uuid7.ts';
import type { Edges } from '../../server/http/ports.ts';
import { startServer } from '../../server/start-server.ts';
import type { RunningServer, ServerOptions } from '../../server/start-server.ts';
import { signedIn } from '../signed-in.ts';
import type { Signed } from '../signed-in.ts';

export interface TestServer extends RunningServer {
  readonly stateDir: string;
  readonly token: string;
  readonly log: string[];
  /** The password of every demo person. */
  readonly password: string;
  /** The demo manager, signed in at first use; `get` and `post` are theirs. */
  signed(): Promise<Signed>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
}

/** Deleted when the test is over. */
export function temporaryFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'holdfast-server-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

export async function runServer(differs: Partial<ServerOptions> = {}, clocks: Partial<Edges> = {}): Promise<TestServer> {
  const stateDir = differs.stateDir ?? temporaryFolder();
  const log: string[] = [];
  const edges: Edges = {
    nowMs: () => performance.now(),
    epochMs: () => Date.now(),
    newUuid: () => uuid7(Date.now(), randomBytes(10)),
    log: (level, text) => log.push(`${level} ${text}`),
    ...clocks,
  };
  const server = await startServer({
    stateDir, host: '127.0.0.1', port: 0, storeName: 'Test store', virtual: true, demoCases: false, webDir: join(stateDir, 'no-build'), version: '0.0.0', orderLimitMs: 2000,
    requests: { burst: 1000, perSecond: 100, keysMax: 100 }, publicRequests: { burst: 1000, perSecond: 100, keysMax: 100 }, tlsPort: 0, tls: null, public: null, oidc: null, mail: null, ...differs,
  }, edges);
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => (closing ??= server.close());
  onTestFinished(close);
  const password = server.demo?.password ?? '';
  let signing: Promise<Signed> | null = null;
  const signed = (): Promise<Signed> => (signing ??= signedIn(server.url, { password }));
  return {
    ...server, stateDir, log, close,
    password, signed,
    token: readFileSync(join(stateDir, 'bridge.token'), 'utf8').trim(),
    get: async (path, headers = {}) => (await signed()).fetch(path, { headers }),
    post: async (path, body, headers = {}) => (await signed()).fetch(path, {
      method: 'POST',
      headers: body === undefined ? headers : { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    }),
  };
}

/** Waits until it is so, asking often; fails with the words given. */
export async function until(isSo: () => boolean | Promise<boolean>, words: string, limitMs = 5000): Promise<void> {
  const endMs = performance.now() + limitMs;
  while (!await isSo()) {
    if (performance.now() > endMs) throw new Error(`not in time: ${words}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
