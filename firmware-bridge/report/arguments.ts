/**
 * The recorder's command line, parsed once. An unknown or impossible argument is refused by name; nothing is guessed.
 */
import { parseArgs } from 'node:util';
import { FREE_BYTES_LEAST } from './black-box/segment-disk.ts';
import { Refusal, textOf } from './refusal.ts';

/** 256 MB at 4 KB a page: some 300,000 pieces of evidence, months without a server. */
const OUTBOX_PAGES_MAX_DEFAULT = 65_536;
/** An empty outbox needs about ten pages. */
const OUTBOX_PAGES_MAX_LEAST = 16;

export interface RecorderArguments {
  readonly stateDir: string;
  readonly server: string;
  /** The guard's run; null when started alone. */
  readonly bootId: string | null;
  readonly release: string;
  readonly virtual: boolean;
  /** The outbox's size limit in SQLite pages of 4 KB. */
  readonly outboxPagesMax: number;
  /** What the black boxes leave free on the disk. */
  readonly freeBytesLeast: number;
}

const USAGE = 'report/main.ts --state DIR --server ws://HOST:PORT/api/bridge [--boot-id ID] [--release VERSION] [--virtual] [--outbox-pages-max N] [--keep-free-mb N]';
const refuse = (what: string): Refusal => new Refusal('bad-argument', what, `Start it as: ${USAGE}`);

export function parseRecorderArguments(args: readonly string[]): RecorderArguments {
  const values = parse(args);
  if (values.state === undefined || values.state === '') throw refuse('--state is missing: the folder that holds the outbox.');
  if (values.server === undefined) throw refuse('--server is missing: the address of the server.');
  return {
    stateDir: values.state,
    server: serverUrl(values.server),
    bootId: values['boot-id'] ?? null,
    release: values.release ?? 'unknown',
    virtual: values.virtual ?? false,
    outboxPagesMax: pagesMax(values['outbox-pages-max']),
    freeBytesLeast: freeBytes(values['keep-free-mb']),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      strict: true,
      options: {
        state: { type: 'string' },
        server: { type: 'string' },
        'boot-id': { type: 'string' },
        release: { type: 'string' },
        virtual: { type: 'boolean' },
        'outbox-pages-max': { type: 'string' },
        'keep-free-mb': { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw refuse(textOf(error));
  }
}

function serverUrl(text: string): string {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== 'ws:' && url.protocol !== 'wss:')) {
    throw refuse(`--server is not a WebSocket address (ws:// or wss://): ${text}`);
  }
  if (url.username !== '' || url.password !== '' || url.hash !== '') {
    throw refuse('--server may hold neither a name nor a password nor a fragment: the token is read from the state folder.');
  }
  return url.href;
}

function pagesMax(text: string | undefined): number {
  if (text === undefined) return OUTBOX_PAGES_MAX_DEFAULT;
  const pages = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(pages >= OUTBOX_PAGES_MAX_LEAST)) throw refuse(`--outbox-pages-max is not a number of at least ${OUTBOX_PAGES_MAX_LEAST}: ${text}`);
  return pages;
}

function freeBytes(text: string | undefined): number {
  if (text === undefined) return FREE_BYTES_LEAST;
  if (!/^\d{1,9}$/.test(text)) throw refuse(`--keep-free-mb is not a number: ${text}`);
  return Number(text) * 1024 * 1024;
}
