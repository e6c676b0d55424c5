/**
 * Opens the port and keeps the connections honest: limits on time and number, and a ping that ends dead ones. It listens
 * on this machine only.
 */
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { WebSocketServerLike } from '@hono/node-server';
import type { Hono } from 'hono';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { detailOf, StartRefusal } from '../start-refusal.ts';
import { cameBy, LOOPBACK } from './entrance.ts';

const LISTEN_HOSTS: Readonly<Record<string, string>> = { '127.0.0.1': '127.0.0.1', localhost: '127.0.0.1', '::1': '::1' };
const CONNECTIONS_MAX = 512;
const MESSAGE_BYTES_MAX = 1024 * 1024;
const REQUEST_TIMEOUT_MS = 15_000;

export interface Listening {
  readonly url: string;
  /** Ends every WebSocket that did not answer the last ping, and asks the others. */
  ping(): void;
  close(): Promise<void>;
}

/** The address to listen on, or a refusal: nobody signs in yet. */
export function loopbackHost(host: string): string {
  const address = Object.hasOwn(LISTEN_HOSTS, host) ? LISTEN_HOSTS[host] : undefined;
  if (address === undefined) throw new StartRefusal('host-not-loopback', { host });
  return address;
}

export async function listen(app: Hono, host: string, port: number): Promise<Listening> {
  const address = loopbackHost(host);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_BYTES_MAX, perMessageDeflate: false });
  const server = createAdaptorServer({
    fetch(request, environment) {
      cameBy(environment, LOOPBACK);
      return app.fetch(request, environment);
    },
    hostname: address,
    // The adapter was written for this class; only their types disagree, on the overloads of `on` and `send`.
    websocket: { server: sockets as unknown as WebSocketServerLike },
    serverOptions: { requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: REQUEST_TIMEOUT_MS, maxHeaderSize: 16 * 1024 },
  }) as Server;
  server.maxConnections = CONNECTIONS_MAX;
  const answering = new WeakSet<WebSocket>();
  sockets.on('connection', (socket) => {
    answering.add(socket);
    socket.on('pong', () => answering.add(socket));
  });
  await bind(server, address, port);
  const bound = server.address();
  const boundPort = typeof bound === 'object' && bound !== null ? bound.port : port;
  return {
    url: `http://${address.includes(':') ? `[${address}]` : address}:${boundPort}`,
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

function bind(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') reject(new StartRefusal('port-in-use', { port }, error));
      else if (error.code === 'EACCES') reject(new StartRefusal('port-denied', { port }, error));
      else reject(new StartRefusal('start-failed', { detail: detailOf(error) }, error));
    });
    server.listen(port, host, () => {
      server.removeAllListeners('error');
      server.on('error', () => undefined);
      resolve();
    });
  });
}
