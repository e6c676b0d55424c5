/** A real WebSocket server on loopback that keeps what it is told and acknowledges, unless told not to. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { uplinkUpSchema, type UplinkDown, type UplinkUp } from '../../../firmware-bridge/contract/uplink.ts';

type Said<Type extends UplinkUp['type']> = Extract<UplinkUp, { type: Type }>;

export interface FakeServer {
  readonly url: string;
  readonly port: number;
  readonly messages: UplinkUp[];
  readonly tokens: (string | undefined)[];
  acknowledges: boolean;
  readonly said: <Type extends UplinkUp['type']>(type: Type) => Said<Type>[];
  /** Distinct events of all reports, in the order of their first arrival. */
  readonly distinctSeqs: () => number[];
  readonly say: (message: UplinkDown | string) => void;
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

export async function startFakeServer(port = 0): Promise<FakeServer> {
  const http: Server = createServer();
  const sockets = new WebSocketServer({ server: http, path: '/api/bridge' });
  const messages: UplinkUp[] = [];
  const tokens: (string | undefined)[] = [];
  const said = <Type extends UplinkUp['type']>(type: Type): Said<Type>[] =>
    messages.filter((message): message is Said<Type> => message.type === type);
  sockets.on('connection', (socket: WebSocket, request) => {
    tokens.push(request.headers.authorization);
    socket.on('error', () => undefined);
    socket.on('message', (bytes: Buffer) => {
      const message = uplinkUpSchema.parse(JSON.parse(bytes.toString('utf8')));
      messages.push(message);
      if (message.type === 'report' && server.acknowledges) socket.send(JSON.stringify({ type: 'ack', upTo: message.seq }));
    });
  });
  http.listen(port, '127.0.0.1');
  await once(http, 'listening');
  const { port: taken } = http.address() as AddressInfo;
  const server: FakeServer = {
    url: `ws://127.0.0.1:${taken}/api/bridge`,
    port: taken,
    messages,
    tokens,
    acknowledges: true,
    said,
    distinctSeqs: () => [...new Set(said('report').map((report) => report.event.seq))],
    say: (message) => {
      for (const socket of sockets.clients) socket.send(typeof message === 'string' ? message : JSON.stringify(message));
    },
    connections: () => sockets.clients.size,
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      http.close();
      await once(http, 'close');
    },
  };
  return server;
}
