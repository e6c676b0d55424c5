/**
 * The lever socket: JSON lines in, one JSON line out for each. Limits the length of a line and the number of callers; a
 * caller that goes away in the middle disturbs nobody.
 */
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import type { Server, Socket } from 'node:net';

const LINE_BYTES_MAX = 4096;
const CALLERS_MAX = 16;
/** Unix socket paths end at 104 bytes on some systems. */
const SOCKET_PATH_BYTES_MAX = 100;
const PROBE_MS = 1000;

/** The path itself, or a short stand-in under the temporary folder when it is too long for a socket. */
export function leverPath(wanted: string): string {
  const absolute = resolve(wanted);
  if (Buffer.byteLength(absolute) <= SOCKET_PATH_BYTES_MAX) return absolute;
  return join(tmpdir(), `holdfast-${createHash('sha256').update(absolute).digest('hex').slice(0, 16)}`, 'levers.sock');
}

/** Whether a rig already listens there. */
export function isAnswered(path: string): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect(path);
    const end = (answered: boolean): void => {
      clearTimeout(late);
      socket.destroy();
      settle(answered);
    };
    const late = setTimeout(() => end(true), PROBE_MS);
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

export async function openLeverSocket(path: string, pull: (line: string) => Promise<object>): Promise<Server> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  rmSync(path, { force: true });
  const server = createServer((socket) => serve(socket, pull));
  server.maxConnections = CALLERS_MAX;
  await new Promise<void>((settle, fail) => {
    server.once('error', fail);
    server.listen(path, settle);
  });
  chmodSync(path, 0o600);
  return server;
}

function serve(socket: Socket, pull: (line: string) => Promise<object>): void {
  let text = '';
  let turn: Promise<void> = Promise.resolve();
  const answer = (reply: object): void => {
    if (socket.writable) socket.write(`${JSON.stringify(reply)}\n`);
  };
  socket.setEncoding('utf8');
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: string) => {
    text += chunk;
    const lines = text.split('\n');
    text = lines.pop() ?? '';
    if (text.length > LINE_BYTES_MAX || lines.some((line) => line.length > LINE_BYTES_MAX)) {
      answer({ ok: false, what: 'the line is too long', remedy: `send at most ${LINE_BYTES_MAX} characters per line` });
      socket.destroySoon();
      return;
    }
    for (const line of lines) turn = turn.then(async () => answer(await pull(line)));
  });
}
