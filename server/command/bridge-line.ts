/**
 * Talks to a running bridge over its control socket, one JSON line each way; works with the server dead. It must never
 * wait for ever: every question has a deadline, and no answer is an answer of its own.
 */
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { benchStatusSchema } from '../../firmware-bridge/contract/bench-status.ts';
import { evidenceSchema } from '../../firmware-bridge/contract/evidence.ts';
import type { Evidence } from '../../firmware-bridge/contract/evidence.ts';
import { orderResultSchema } from '../../firmware-bridge/contract/uplink.ts';
import { socketPath } from '../../firmware-bridge/socket-path.ts';

export const bridgeStatusSchema = z.object({ ok: z.literal(true), pid: z.number().int(), benches: z.array(benchStatusSchema) });
export const stopReplySchema = z.object({ ok: z.literal(true), result: orderResultSchema });
const watchedSchema = z.object({ type: z.literal('evidence'), event: evidenceSchema });
export type BridgeStatusReply = z.infer<typeof bridgeStatusSchema>;
export type StopReply = z.infer<typeof stopReplySchema>;

/** `absent`: nobody listens there. `mute`: somebody does, and gave no usable answer in time. */
export type Asked<Reply> =
  | { readonly ok: true; readonly reply: Reply }
  | { readonly ok: false; readonly why: 'absent' | 'mute'; readonly detail: string };

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

export function askBridge<Schema extends z.ZodType>(
  stateDir: string, command: Readonly<Record<string, string>>, schema: Schema, withinMs: number,
): Promise<Asked<z.infer<Schema>>> {
  return new Promise((resolve) => {
    const socket = connect(socketPath(stateDir));
    let isOver = false;
    const end = (asked: Asked<z.infer<Schema>>): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      socket.destroy();
      resolve(asked);
    };
    const timer = setTimeout(() => { end({ ok: false, why: 'mute', detail: `no answer within ${withinMs} ms` }); }, withinMs);
    socket.once('connect', () => { socket.write(`${JSON.stringify(command)}\n`); });
    socket.once('error', (error) => { end({ ok: false, why: 'absent', detail: error.message }); });
    socket.once('close', () => { end({ ok: false, why: 'mute', detail: 'the connection was closed' }); });
    createInterface({ input: socket }).on('error', () => { /* Reported by the socket itself. */ }).once('line', (line) => {
      const parsed = schema.safeParse(parseLine(line));
      end(parsed.success ? { ok: true, reply: parsed.data } : { ok: false, why: 'mute', detail: line.slice(0, 300) });
    });
  });
}

const WATCH_RETRY_MS = 500;

/** Follows the evidence of the bridge across its restarts, until `stop` is called. Lines it does not know are left out. */
export function watchBridge(stateDir: string, use: (event: Evidence) => void): { readonly stop: () => void } {
  let socket: Socket | null = null;
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;
  const dial = (): void => {
    const dialled = connect(socketPath(stateDir));
    socket = dialled;
    dialled.once('connect', () => { dialled.write('{"cmd":"watch"}\n'); });
    dialled.on('error', () => { /* `close` follows and dials again. */ });
    dialled.once('close', () => { if (!isStopped) timer = setTimeout(dial, WATCH_RETRY_MS); });
    createInterface({ input: dialled }).on('error', () => { /* Reported by the socket itself. */ }).on('line', (line) => {
      const parsed = watchedSchema.safeParse(parseLine(line));
      if (parsed.success) use(parsed.data.event);
    });
  };
  dial();
  return {
    stop: () => {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
      socket?.destroy();
    },
  };
}
