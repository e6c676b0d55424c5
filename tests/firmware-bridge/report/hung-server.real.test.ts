/** A server that takes the call and then does nothing, not even close: the lines given up do not pile up. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { createDial } from '../../../firmware-bridge/report/dial-websocket.ts';
import { until } from './recorder-bench.ts';

it('stops dialling at sixteen lines that the server does not close, and dials again when they end', async () => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.once('data', (bytes) => {
      const key = /sec-websocket-key: (\S+)/i.exec(bytes.toString('latin1'))?.[1] ?? '';
      const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
      socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const dial = createDial(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  let opened = 0;
  let ended = 0;
  const events = { opened: () => void (opened += 1), received: () => undefined, ended: () => void (ended += 1) };
  for (let line = 1; line <= 16; line += 1) {
    const socket = dial('token', events);
    await until(() => opened === line, `line ${line} is open`);
    socket.close();
    socket.close();
  }
  expect(() => dial('token', events)).toThrow('the server hangs');
  for (const socket of sockets) socket.destroy();
  await until(() => ended === 16, 'all have ended');
  const last = dial('token', events);
  await until(() => opened === 17, 'the line is open again');
  last.close();
  for (const socket of sockets) socket.destroy();
  server.close();
});
