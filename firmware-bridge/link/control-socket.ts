/**
 * The bridge's own door: a Unix socket in the state folder (mode 0600) for stop and status, so that a person can stop
 * with the server dead. It speaks JSON lines and knows a few commands.
 */
import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Actor } from '../contract/actor.ts';
import type { BenchStatus } from '../contract/bench-status.ts';
import type { Evidence } from '../contract/evidence.ts';
import type { Confirmation, OrderResult } from '../contract/uplink.ts';

const benchId = z.string().max(64);
const personName = z.string().trim().min(1).max(80);

const requestSchema = z.discriminatedUnion('cmd', [
  z.object({ cmd: z.literal('stop'), bench: benchId, name: personName.optional() }),
  z.object({ cmd: z.literal('drill'), bench: benchId, name: personName.optional() }),
  z.object({ cmd: z.literal('take-out-of-service'), bench: benchId, name: personName, reason: z.string().trim().min(1).max(500) }),
  z.object({ cmd: z.literal('return-to-service'), bench: benchId, name: personName }),
  z.object({
    cmd: z.literal('confirm-database'), database: z.string().max(80), name: personName, reason: z.string().trim().min(1).max(500),
    second: personName.optional(), dropHolds: z.literal('yes').optional(),
  }),
  z.object({ cmd: z.literal('status') }),
  z.object({ cmd: z.literal('watch') }),
]);

type Request = z.infer<typeof requestSchema>;
const typed = (name: string): Actor => ({ kind: 'unverified-name', name });

type OrderHere = 'drill' | 'take-out-of-service' | 'return-to-service';

export interface ControlDoors {
  readonly stop: (bench: string, name: string) => OrderResult;
  readonly order: (kind: OrderHere, bench: string, name: string, reason: string) => Promise<OrderResult>;
  readonly confirm: (asked: Omit<Confirmation, 'id'>) => Promise<OrderResult>;
  readonly status: () => readonly BenchStatus[];
}

const REQUEST_BYTES_MAX = 4096;
/** A watcher that reads too slowly is let go: the guard waits for nobody. */
const WATCHER_BYTES_MAX = 1024 * 1024;

export class ControlSocket {
  readonly #path: string;
  readonly #doors: ControlDoors;
  readonly #server: Server;
  readonly #watchers = new Set<Socket>();
  readonly #sockets = new Set<Socket>();

  constructor(path: string, doors: ControlDoors) {
    this.#path = path;
    this.#doors = doors;
    this.#server = createServer((socket) => { this.#accept(socket); });
  }

  /** True when another bridge answers on the socket. */
  static isAnswered(path: string): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = connect(path);
      socket.once('connect', () => { socket.destroy(); resolve(true); });
      socket.once('error', () => { resolve(false); });
    });
  }

  async listen(): Promise<void> {
    mkdirSync(dirname(this.#path), { recursive: true, mode: 0o700 });
    rmSync(this.#path, { force: true });
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(this.#path, () => { resolve(); });
    });
    chmodSync(this.#path, 0o600);
  }

  /** Shows one piece of evidence to everybody who watches. */
  show(event: Evidence): void {
    if (this.#watchers.size === 0) return;
    const line = `${JSON.stringify({ type: 'evidence', event })}\n`;
    for (const socket of this.#watchers) {
      if (socket.writableLength > WATCHER_BYTES_MAX) socket.destroy();
      else socket.write(line);
    }
  }

  #accept(socket: Socket): void {
    this.#sockets.add(socket);
    let text = '';
    socket.setEncoding('utf8');
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#sockets.delete(socket);
      this.#watchers.delete(socket);
    });
    socket.on('data', (part: string) => {
      text += part;
      if (text.length > REQUEST_BYTES_MAX) socket.destroy();
      for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n')) {
        const line = text.slice(0, end);
        text = text.slice(end + 1);
        const answer = this.#answer(line, socket);
        if (answer instanceof Promise) void answer.then((told) => { reply(socket, told); });
        else reply(socket, answer);
      }
    });
  }

  #answer(line: string, socket: Socket): object | Promise<object> {
    const request = parseRequest(line);
    if (request === undefined) {
      return { ok: false, what: 'This is not a request of the control socket.', remedy: `Send one JSON line with cmd ${requestSchema.options.map(({ shape }) => shape.cmd.value).join(', ')}.` };
    }
    switch (request.cmd) {
      case 'stop': return { ok: true, result: this.#doors.stop(request.bench, request.name ?? 'command line') };
      case 'drill':
      case 'return-to-service': return this.#order(request.cmd, request.bench, request.name, '');
      case 'take-out-of-service': return this.#order(request.cmd, request.bench, request.name, request.reason);
      case 'confirm-database': return this.#confirm(request);
      case 'status': return { ok: true, pid: process.pid, benches: this.#doors.status() };
      case 'watch':
        this.#watchers.add(socket);
        return { ok: true };
    }
  }

  async #order(kind: OrderHere, bench: string, name: string | undefined, reason: string): Promise<object> {
    return { ok: true, result: await this.#doors.order(kind, bench, name ?? 'command line', reason) };
  }

  async #confirm({ database, name, reason, second, dropHolds }: Extract<Request, { cmd: 'confirm-database' }>): Promise<object> {
    const other = second === undefined ? null : typed(second);
    return { ok: true, result: await this.#doors.confirm({ databaseId: database, actor: typed(name), second: other, reason, dropHolds: dropHolds === 'yes' }) };
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => { this.#server.close(() => { resolve(); }); });
    rmSync(this.#path, { force: true });
  }
}

function reply(socket: Socket, told: object): void {
  if (!socket.destroyed) socket.write(`${JSON.stringify(told)}\n`);
}

function parseRequest(line: string): Request | undefined {
  try {
    return requestSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
