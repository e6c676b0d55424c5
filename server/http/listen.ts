/**
 * Opens one listener and keeps its connections honest: limits on time and number, and a ping that ends dead ones. Beyond
 * this machine it speaks TLS only; without a certificate it refuses to begin.
 */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { isIP } from 'node:net';
import type { Socket } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { WebSocketServerLike } from '@hono/node-server';
import type { Hono } from 'hono';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { detailOf, StartRefusal } from '../start-refusal.ts';
import { plainAddress, UNKNOWN_ADDRESS } from './client-address.ts';
import { cameBy, LOOPBACK } from './entrance.ts';
import type { Entrance } from './entrance.ts';

const LOOPBACK_HOSTS: Readonly<Record<string, string>> = { '127.0.0.1': '127.0.0.1', localhost: '127.0.0.1', '::1': '::1' };
const MESSAGE_BYTES_MAX = 1024 * 1024;
const HEADER_BYTES_MAX = 16 * 1024;

export interface ConnectionLimits {
  readonly connectionsMax: number;
  /** From one address beyond this machine: a browser opens six and a WebSocket for each page. */
  readonly perAddressMax: number;
  /** A whole request with its body, its headers alone, and a handshake of TLS, each from its first byte (ms). */
  readonly requestMs: number;
  readonly headersMs: number;
  readonly handshakeMs: number;
  /** How often that is looked at (ms). */
  readonly checkMs: number;
}

export const CONNECTION_LIMITS: ConnectionLimits = { connectionsMax: 512, perAddressMax: 64, requestMs: 15_000, headersMs: 10_000, handshakeMs: 10_000, checkMs: 2_000 };

export interface Listening {
  readonly url: string;
  /** Ends every WebSocket that did not answer the last ping, and asks the others. */
  ping(): void;
  close(): Promise<void>;
}

export interface Secret {
  /** PEM: the certificate first, then those that vouch for it. */
  readonly cert: string;
  readonly key: string;
}

export interface ListenOptions {
  readonly host: string;
  readonly port: number;
  readonly entrance: Entrance;
  /** Null: without TLS, for loopback only. */
  readonly secret: Secret | null;
  readonly limits?: ConnectionLimits;
}

/** The loopback address that is meant by this host, or null. */
export const loopbackAddress = (host: string): string | null => (Object.hasOwn(LOOPBACK_HOSTS, host) ? (LOOPBACK_HOSTS[host] ?? null) : null);

export async function listen(app: Hono, { host, port, entrance, secret, limits = CONNECTION_LIMITS }: ListenOptions): Promise<Listening> {
  const loopback = loopbackAddress(host);
  assert(loopback !== null || secret !== null, `beyond this machine there is TLS or nothing, also at ${host}`);
  const address = loopback ?? host;
  if (isIP(address) === 0) throw new StartRefusal('host-not-address', { host });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_BYTES_MAX, perMessageDeflate: false });
  const server = openAdapter(app, entrance, secret, limits, sockets);
  const answering = new WeakSet<WebSocket>();
  sockets.on('connection', (socket) => {
    answering.add(socket);
    socket.on('pong', () => answering.add(socket));
  });
  if (loopback === null) limitConnections(server, limits.perAddressMax, entrance.proxies);
  await bind(server, address, port);
  const bound = server.address();
  const boundPort = typeof bound === 'object' && bound !== null ? bound.port : port;
  return {
    url: `${secret === null ? 'http' : 'https'}://${address.includes(':') ? `[${address}]` : address}:${boundPort}`,
    ping() {
      for (const socket of sockets.clients) {
        if (!answering.delete(socket)) socket.terminate();
        else socket.ping();
      }
    },
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeIdleConnections();
      setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate();
        server.closeAllConnections();
      }, 500).unref();
    }),
  };
}

function openAdapter(app: Hono, entrance: Entrance, secret: Secret | null, limits: ConnectionLimits, sockets: WebSocketServer): Server {
  const options = {
    requestTimeout: limits.requestMs, headersTimeout: limits.headersMs, connectionsCheckingInterval: limits.checkMs, maxHeaderSize: HEADER_BYTES_MAX,
    // Another upgrade would leave its socket open for ever, with nobody to answer it.
    shouldUpgradeCallback: ({ method, headers }: { method?: string | undefined; headers: { upgrade?: string | undefined } }) => method === 'GET' && headers.upgrade?.toLowerCase() === 'websocket',
  };
  const server = createAdaptorServer({
    fetch(request, environment) {
      cameBy(environment, entrance);
      return app.fetch(request, environment);
    },
    hostname: [...LOOPBACK.names][0] ?? '127.0.0.1',
    // The adapter was written for this class; only their types disagree, on the overloads of `on` and `send`.
    websocket: { server: sockets as unknown as WebSocketServerLike },
    ...(secret === null
      ? { createServer, serverOptions: options }
      : { createServer: createSecureServer, serverOptions: { ...options, ...secret, minVersion: 'TLSv1.2' as const, handshakeTimeout: limits.handshakeMs } }),
  }) as Server;
  server.maxConnections = limits.connectionsMax;
  // Beyond a count the runtime leaves headers out without a word, an Origin among them; their size is limited instead.
  server.maxHeadersCount = 0;
  return server;
}

/** One machine must not take every connection; a proxy speaks for many. */
function limitConnections(server: Server, perAddressMax: number, proxies: ReadonlySet<string>): void {
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const address = plainAddress(socket.remoteAddress ?? '') ?? UNKNOWN_ADDRESS;
    if (proxies.has(address)) return;
    const count = (open.get(address) ?? 0) + 1;
    if (count > perAddressMax) {
      socket.destroy();
      return;
    }
    open.set(address, count);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
  });
}

function bind(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') reject(new StartRefusal('port-in-use', { port }, error));
      else if (error.code === 'EACCES') reject(new StartRefusal('port-denied', { port }, error));
      else if (error.code === 'EADDRNOTAVAIL') reject(new StartRefusal('host-not-here', { host }, error));
      else reject(new StartRefusal('start-failed', { detail: detailOf(error) }, error));
    });
    server.listen(port, host, () => {
      server.removeAllListeners('error');
      server.on('error', () => undefined);
      resolve();
    });
  });
}
