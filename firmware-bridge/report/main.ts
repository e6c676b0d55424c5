/**
 * The recorder's entry: a child of the guard, or alone to deliver what an outbox still holds. It wires clock, files and
 * channel, lowers its own priority so that it never competes with the guard, and ends with it.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import type { ToRecorder } from '../contract/recorder-pipe.ts';
import { parseRecorderArguments, type RecorderArguments } from './arguments.ts';
import { createBlackBoxes } from './black-box/black-boxes.ts';
import { readOrCreateBridgeId } from './bridge-id.ts';
import type { Clock } from './clock.ts';
import { createDial } from './dial-websocket.ts';
import { createGuardChannel, readGuardMessage } from './guard-channel.ts';
import { createLogFile } from './log.ts';
import { startRecorder, type Recorder } from './recorder.ts';
import { Refusal, textOf } from './refusal.ts';

/** better-sqlite3 is built for this Node-API version. */
const NODE_API_MIN = 10;
/** Lower than the guard's 0, higher than what runs when nothing else wants to. */
const NICE = 5;
const LOG_BYTES_MAX = 2 * 1024 * 1024;
const TOKEN = /^[\x21-\x7e]{8,512}$/;

const hasGuard = process.send !== undefined;
const clock: Clock = {
  nowMs: () => performance.now(),
  setTimer: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};

// Messages that come before everything is open wait here; the guard limits them.
const early: ToRecorder[] = [];
let recorder: Recorder | null = null;
let endRequested: string | null = null;
let end = (why: string): void => {
  endRequested ??= why;
};

process.on('message', (message) => {
  const known = readGuardMessage(message);
  if (known === null) return;
  if (recorder === null) early.push(known);
  else recorder.receive(known);
});
process.on('disconnect', () => end('the guard has ended'));
process.on('SIGTERM', () => end('SIGTERM'));
process.on('SIGINT', () => {
  // Ctrl-C reaches the whole group; whether this is the end is the guard's decision.
  if (!hasGuard) end('SIGINT');
});
process.stdout.on('error', () => undefined);

const tellGuard = createGuardChannel({
  send: (message, written) => {
    if (process.send === undefined || !process.connected) written();
    else process.send(message, undefined, undefined, () => written());
  },
});

try {
  await start();
} catch (error) {
  const refusal = error instanceof Refusal ? error : new Refusal('recorder-failed', textOf(error), 'Start it again; if it repeats, keep the state folder and its log.');
  // With a guard stdout is closed and stderr is a file.
  (hasGuard ? process.stderr : process.stdout).write(`${refusal.toLine()}\n`);
  const exit = (): never => process.exit(2);
  if (process.send === undefined || !process.connected) exit();
  else process.send({ type: 'health', canRecord: false, why: `${refusal.message} ${refusal.remedy}` }, undefined, undefined, exit);
}

async function start(): Promise<void> {
  const settings = parseRecorderArguments(process.argv.slice(2));
  if (!(Number(process.versions.napi) >= NODE_API_MIN)) {
    throw new Refusal('node-too-old', `This Node.js (${process.version}) cannot load the database.`, 'Use Node.js 24, which the holdfast command brings along.');
  }
  process.umask(0o077);
  const bridge = await readOrCreateBridgeId(settings.stateDir);
  recorder = await open(settings, bridge);
  for (const message of early.splice(0)) recorder.receive(message);
  // Only now: evidence waits until it has started.
  try {
    setPriority(NICE);
  } catch {
    // Some containers forbid it, and nothing depends on it.
  }
  end = ending(recorder);
  if (endRequested !== null) end(endRequested);
  else if (!hasGuard) process.stdout.write(`${JSON.stringify({ ready: 'recorder' })}\n`);
}

async function open(settings: RecorderArguments, bridge: string): Promise<Recorder> {
  const { stateDir } = settings;
  mkdirSync(stateDir, { recursive: true, mode: 0o700 });
  const nowIso = (): string => new Date().toISOString();
  const log = createLogFile({ path: join(stateDir, 'log', 'bridge.log'), bytesMax: LOG_BYTES_MAX, nowIso });
  // Loads native code, so not before the check of the Node-API version.
  const { openOutbox } = await import('./outbox.ts');
  return startRecorder({
    openOutbox: () =>
      openOutbox({
        path: join(stateDir, 'outbox.sqlite'),
        pagesMax: settings.outboxPagesMax,
        nowIso,
        onSetAside: (row, why) => log.write('recorder', 'error', `row ${row} of the outbox is no evidence and was set aside: ${why}`),
      }),
    blackBoxes: createBlackBoxes({
      stateDir, freeBytesLeast: settings.freeBytesLeast, clock, tell: (report) => { tellGuard({ type: 'black-box', report }); },
    }),
    dial: createDial(settings.server),
    readToken: () => readToken(join(stateDir, 'bridge.token')),
    clock,
    random: Math.random,
    atTurnEnd: (run) => void setImmediate(run),
    bridge,
    bootId: settings.bootId,
    release: settings.release,
    virtual: settings.virtual || readKind(stateDir) === 'virtual',
    tellGuard: hasGuard ? tellGuard : null,
    log: (level, text) => log.write('recorder', level, text),
    logOfGuard: (level, text) => log.write('guard', level, text),
  });
}

function ending(running: Recorder): (why: string) => void {
  let isEnding = false;
  return () => {
    if (isEnding) return;
    isEnding = true;
    void running.end().then((unwritten) => {
      if (unwritten > 0) process.stderr.write(`${unwritten} pieces of evidence could not be written\n`);
      process.exit(unwritten > 0 ? 1 : 0);
    });
  };
}

async function readToken(path: string): Promise<string | null> {
  try {
    const token = (await readFile(path, 'utf8')).trim();
    return TOKEN.test(token) ? token : null;
  } catch {
    return null;
  }
}

function readKind(stateDir: string): string {
  try {
    return readFileSync(join(stateDir, 'kind'), 'utf8').trim();
  } catch {
    return '';
  }
}
