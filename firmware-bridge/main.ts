/**
 * The bridge: wires clocks, configuration, serial lines, the guard of each bench, the recorder and the control socket.
 * It contains no logic, and it writes to its standard output only before it guards and never after.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { constants, hostname, setPriority } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ConfigRefusal, parseConfig, parseRigFlag, refuseDoubles, type RigConfig } from './config.ts';
import { NO_WIRING, stepsOf } from './config-wiring.ts';
import type { BenchSetup } from './guard/state.ts';
import { askHolder } from './link/ask-holder.ts';
import { Bridge } from './link/bridge.ts';
import type { BenchPart } from './link/bridge-doors.ts';
import { ControlSocket } from './link/control-socket.ts';
import { monotonicMs, sleepMeter, wallMs } from './link/host-clock.ts';
import { keptAtStart } from './link/kept-at-start.ts';
import { LatchFile } from './link/latch-file.ts';
import { PortFinder, portReaders } from './link/port-finder.ts';
import { portFile } from './link/port-memory.ts';
import { rehearse } from './link/rehearsal.ts';
import { RigWiring } from './link/rig-wiring.ts';
import { SerialLink } from './link/serial-link.ts';
import { GUARD_TICK_MS } from './link/stall-meter.ts';
import { uuid7 } from './link/uuid7.ts';
import { readOrCreateBridgeId } from './report/bridge-id.ts';
import { createRecorderChild } from './report/recorder-child.ts';
import { socketPath } from './socket-path.ts';

const VERSION = '0.1.0';
const CRITICAL_WAIT_MS = 30_000;
/** What a recorder that answers needs for the last blocks is a hundredth of it. */
const BOXES_END_MS = 1_000;
const bootId = randomUUID();
const newId = (): string => uuid7(wallMs(), (count) => new Uint8Array(randomBytes(count)));

interface Arguments { readonly state: string; readonly server: string; readonly virtual: boolean; readonly rigs: readonly RigConfig[] }

function readArguments(): Arguments {
  const { values } = parseArgs({
    options: {
      state: { type: 'string' }, server: { type: 'string' }, config: { type: 'string' }, rig: { type: 'string', multiple: true },
      virtual: { type: 'boolean', default: false },
    },
  });
  if (values.state === undefined) throw new ConfigRefusal('--state is missing', 'Say where the state folder is, for example --state ./.holdfast/store');
  const file = values.config === undefined ? { rigs: [], models: [] } : parseConfig(readFileSync(values.config, 'utf8'), values.config);
  const rigs = [...file.rigs, ...(values.rig ?? []).map((flag, index) => parseRigFlag(flag, index, file.models))];
  if (rigs.length === 0) throw new ConfigRefusal('No rig is configured', 'Give --rig PATH, or a holdfast.yaml with a rigs: section by --config.');
  refuseDoubles(rigs);
  return { state: resolve(values.state), server: values.server ?? 'ws://127.0.0.1:4680/api/bridge', virtual: values.virtual, rigs };
}

function setupOf(rig: RigConfig, virtual: boolean): BenchSetup {
  return {
    bench: rig.bench, name: rig.name, path: rig.path, hostName: `${hostname().slice(0, 20)}-${rig.bench}`.slice(0, 32), expectedRig: rig.serial, virtual,
    baud: rig.baud, limits: rig.limits, wiring: stepsOf(rig.wiring), models: rig.models, stopPrefix: randomBytes(4).toString('hex').toUpperCase(), nonceStart: randomBytes(2).readUInt16BE(),
  };
}

function partOf(setup: BenchSetup, blackBoxMb: number, stateDir: string, onError: (text: string) => void): BenchPart {
  const file = new LatchFile(stateDir, setup.bench, onError);
  const read = file.read();
  const kept = keptAtStart(read, randomBytes(6).toString('hex').toUpperCase(), new Date(wallMs()).toISOString());
  if (read.kind !== 'kept') file.keep(kept ?? { v: 1, trip: null, restore: null });
  return { setup, kept, file, blackBoxMb };
}

function finderOf(path: string, { rigs, state }: Arguments): PortFinder {
  const rig = rigs.find((one) => one.path === path);
  return new PortFinder({
    path, isSerialKnown: (rig?.serial ?? null) !== null, others: rigs.map((one) => one.path).filter((other) => other !== path), readers: portReaders,
    memory: portFile(state, rig?.bench ?? 'bench'), now: monotonicMs,
  });
}

async function main(): Promise<void> {
  const given = readArguments();
  mkdirSync(join(given.state, 'log'), { recursive: true, mode: 0o700 });
  const control = socketPath(given.state);
  if (await ControlSocket.isAnswered(control)) {
    throw new ConfigRefusal(`Another Holdfast already guards with the state folder ${given.state}`, 'Use that one, end it with `holdfast end`, or give another --state.');
  }
  const bridgeId = await readOrCreateBridgeId(given.state);
  const rehearsed = rehearse(setupOf({ ...(given.rigs[0] as RigConfig), serial: null }, given.virtual));
  if (rehearsed.stops !== rehearsed.sessions) {
    throw new ConfigRefusal('The guard did not stop in its rehearsal', 'Do not use this installation. Install it again, or report this.');
  }
  const recorder = createRecorderChild({
    entry: fileURLToPath(new URL('./report/main.ts', import.meta.url)), args: ['--state', given.state, '--server', given.server, '--boot-id', bootId, '--release', VERSION, ...(given.virtual ? ['--virtual'] : [])],
    errorLog: join(given.state, 'log', 'recorder.err'), now: monotonicMs, random: Math.random,
    setTimer: (delayMs, run) => { const timer = setTimeout(run, delayMs); return () => { clearTimeout(timer); }; },
    onMessage: (message) => { bridge.takeFromRecorder(message); },
    onHealth: (health) => { bridge.recordHealth(health.canRecord, health.problem === null ? null : { code: health.problem, params: { why: health.why ?? '' } }); },
  });
  const log = (text: string): void => { recorder.send({ type: 'log', level: 'error', text }); };
  const parts = given.rigs.map((rig) => partOf(setupOf(rig, given.virtual), rig.blackBoxMb, given.state, log));
  const socket = new ControlSocket(control, {
    stop: (bench, name) => bridge.stopHere(bench, name), status: () => bridge.statuses(),
    order: (kind, bench, name, reason) => bridge.orderHere(kind, bench, name, reason),
    confirm: (asked) => bridge.confirmHere(asked),
  });
  const bridge = new Bridge(parts, {
    bridgeId, bootId, now: monotonicMs, wall: wallMs, random: Math.random, newId, release: VERSION, send: (message) => { recorder.send(message); },
    offer: (message) => recorder.offer(message), recorderStarts: () => recorder.startCount,
    lostCount: () => recorder.lostCount, show: (event) => { socket.show(event); },
    connect: (options) => new SerialLink({ ...options, holder: askHolder, finder: finderOf(options.path, given) }),
    wire: (bench, link, sink) => {
      const wiring = given.rigs.find((rig) => rig.bench === bench)?.wiring ?? NO_WIRING;
      if (stepsOf(wiring).length === 0) return null;
      return new RigWiring({ wiring, now: monotonicMs, random: Math.random, sink, setLines: (lines, done) => { link.setLines?.(lines, done); } });
    },
  });
  await socket.listen();
  const benches = given.rigs.map((rig) => rig.bench);
  bridge.record(null, { kind: 'bridge-started', body: { version: VERSION, benches, virtual: given.virtual } }, { kind: 'bridge', name: bridgeId });
  bridge.open();
  const slept = sleepMeter();
  const ticking = setInterval(() => { bridge.tick(slept()); }, GUARD_TICK_MS);
  process.stdout.write(`${JSON.stringify({ ready: 'bridge', benches, pid: process.pid })}\n`);
  const end = async (reason: string): Promise<void> => {
    bridge.record(null, { kind: 'bridge-stopping', body: { reason } }, { kind: 'bridge', name: bridgeId });
    bridge.closing();
    const untilMs = monotonicMs() + CRITICAL_WAIT_MS;
    while (bridge.benchesInCritical().length > 0 && monotonicMs() < untilMs) await new Promise((wait) => { setTimeout(wait, GUARD_TICK_MS); });
    clearInterval(ticking);
    await Promise.race([bridge.end(), new Promise((late) => { setTimeout(late, BOXES_END_MS); })]);
    await recorder.stop();
    await socket.close();
    process.exit(0);
  };
  let ending = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (ending) process.exit(1);
      ending = true;
      void end(signal);
    });
  }
  process.on('uncaughtException', (error) => { log(`uncaught: ${error.stack ?? error.message}`); });
  process.on('unhandledRejection', (error) => { log(`unhandled: ${String(error)}`); });
}

try {
  setPriority(constants.priority.PRIORITY_ABOVE_NORMAL);
} catch {
  // Only a privileged user may raise it; the other processes lower theirs instead.
}
main().catch((error: unknown) => {
  const known = error instanceof Error && 'remedy' in error ? String(error.remedy) : 'Look at the message; it names what failed.';
  process.stdout.write(`${JSON.stringify({ refused: 'bridge', what: error instanceof Error ? error.message : String(error), remedy: known })}\n`);
  process.exit(2);
});
