/**
 * The way to the levers of the virtual rigs: one JSON line each to the socket that their process opened. A real store is never
 * given one, so nothing in it can reach a lever.
 */
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { leverReplySchema } from './contract/levers.ts';
import type { LeverBody, LeverReply } from './contract/levers.ts';

const ANSWER_WITHIN_MS = 3_000;

export interface Levers {
  readonly benches: readonly string[];
  /** Null: this bench has no virtual rig, or it does not answer. */
  pull(bench: string, lever: LeverBody): Promise<LeverReply | null>;
}

/** `places`: bench to path. */
export function leverSockets(places: ReadonlyMap<string, string>): Levers {
  return {
    benches: [...places.keys()],
    async pull(bench, { lever, value }) {
      const path = places.get(bench);
      const line = path === undefined ? null : await askLine(path, JSON.stringify({ lever, ...(value === null ? {} : { value }) }));
      return line === null ? null : readReply(line);
    },
  };
}

function readReply(line: string): LeverReply | null {
  try {
    const told: unknown = JSON.parse(line);
    return leverReplySchema.parse(typeof told === 'object' ? { what: null, remedy: null, ...told } : told);
  } catch {
    return null;
  }
}

function askLine(path: string, line: string): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const end = (answer: string | null): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    const timer = setTimeout(() => end(null), ANSWER_WITHIN_MS);
    socket.once('connect', () => { socket.write(`${line}\n`); });
    socket.once('error', () => end(null));
    createInterface({ input: socket }).on('error', () => { /* Reported by the socket itself. */ }).once('line', end);
  });
}
