/**
 * The virtual rig as a process: engine, pseudo terminal, link, memory, ledger, levers and scenario put together. Clock
 * and paths are handed in by main; it never knows what reads the other end.
 */
import { LineFaults } from './line-faults.ts';
import { RigEngine } from './engine.ts';
import { PHASE_DURATIONS_MS } from './restore.ts';
import { REFUSAL_WORDS } from './refusal-words.ts';
import { STORY_BEGIN, tell } from './scenario.ts';
import { THREE_ROW_FIXTURE, VIRTUAL_FIXTURE } from './firmware.ts';
import { dropLink, pointLink } from './link-path.ts';
import { makeRandom } from './random.ts';
import { openTerminal } from './terminal.ts';
import { PROBE_FAULTS } from './probed-chassis.ts';
import { parseLever } from './lever.ts';
import { phaseOf, zoneOf } from './rig-state.ts';
import { pullTrouble } from './pull-trouble.ts';
import { saveMemory } from './memory-file.ts';
import { virtualDevice, virtualPlan } from './device.ts';
import type { Kept } from './engine.ts';
import type { LedgerFile } from './ledger-file.ts';
import type { LeverAnswer, LeverState } from './lever-client.ts';
import type { LeverPull } from './lever.ts';
import type { Device, LeverRefusal } from './rig-state.ts';
import type { RigArguments } from './arguments.ts';
import type { Story } from './scenario.ts';
import type { Terminal } from './terminal.ts';

const FIRMWARE_VERSION = '1.0.0';
const MODEL = 'Virtual-rig';
/** A host that answered within this is there. */
const HOST_HEARD_MS = 1000;

export interface RigSurroundings {
  readonly nowMs: () => number;
  readonly pid: number;
  readonly shellPath: string;
  readonly kept: Kept;
  readonly ledger: LedgerFile;
  /** Tells whoever started the process; called once per fault, not per line. */
  readonly complain: (sentence: string) => void;
}

export class RigProcess {
  readonly #options: RigArguments;
  readonly #around: RigSurroundings;
  readonly #faults: LineFaults;
  readonly #engine: RigEngine;
  readonly #broken = new Set<'ledger' | 'memory'>();
  #terminal: Terminal | null = null;
  #opening: Promise<void> | null = null;
  #story: Story = STORY_BEGIN;
  #phones = 0;
  #lastPath = '';

  constructor(options: RigArguments, around: RigSurroundings) {
    this.#options = options;
    this.#around = around;
    this.#faults = new LineFaults(makeRandom(options.seed + 1));
    const identity = { serial: options.serial, fw: FIRMWARE_VERSION, model: MODEL, virtual: true };
    this.#story = { ...STORY_BEGIN, sinceMs: around.nowMs() };
    this.#engine = new RigEngine(
      { identity, fixture: options.rows === 3 ? THREE_ROW_FIXTURE : VIRTUAL_FIXTURE, durationsMs: PHASE_DURATIONS_MS, speed: options.speed }, around.kept, options.seed,
      {
        nowMs: around.nowMs,
        send: (verb, line) => this.#send(verb, line),
        record: (entries) => this.#keep('ledger', () => around.ledger.append(entries)),
        save: (kept) => this.#keep('memory', () => saveMemory(options.memory, kept)),
      },
    );
  }

  /** A cable in: a new terminal, and the link points to it. */
  plugCable(): Promise<void> {
    this.#opening ??= this.#plug().finally(() => { this.#opening = null; });
    return this.#opening;
  }

  async #plug(): Promise<void> {
    if (this.#terminal !== null) return;
    const terminal: Terminal = await openTerminal(this.#around.shellPath, {
      onBytes: (bytes) => { if (this.#terminal === terminal && !this.#faults.isDeaf(this.#around.nowMs())) this.#engine.apply({ kind: 'bytes', bytes }); },
      onGone: () => {
        if (this.#terminal !== terminal) return;
        // Somebody ended the shell: that is no pulled cable, so plug in again.
        this.#terminal = null;
        this.plugCable().catch((error: unknown) => this.#around.complain(`no new terminal could be opened: ${String(error)}`));
      },
    });
    this.#terminal = terminal;
    this.#lastPath = terminal.path;
    pointLink(this.#options.link, terminal.path, this.#around.pid);
  }

  /** A full disk may not keep the rig from stopping: it goes on, and says once that it cannot write. */
  #keep(what: 'ledger' | 'memory', write: () => void): void {
    try {
      write();
      this.#broken.delete(what);
    } catch (error) {
      if (!this.#broken.has(what)) this.#around.complain(`the ${what} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
      this.#broken.add(what);
    }
  }

  #pullCable(): void {
    const terminal = this.#terminal;
    this.#terminal = null;
    // The link goes first: the name of a closed terminal is soon that of a stranger's.
    if (terminal !== null) dropLink(this.#options.link, terminal.path);
    terminal?.close();
  }

  tick(): void {
    this.#terminal?.flush();
    this.#engine.tick();
    this.#playStory();
  }

  close(): void {
    this.#pullCable();
    if (this.#lastPath !== '') dropLink(this.#options.link, this.#lastPath);
  }

  #send(verb: string, line: string): void {
    const passed = this.#faults.pass(line, this.#around.nowMs());
    if (passed !== null) this.#terminal?.send(passed, verb === 'HB');
  }

  #playStory(): void {
    const rig = this.#engine.state;
    const told = tell(this.#options.scenario, this.#story, {
      nowMs: this.#around.nowMs(), speed: rig.speed, seated: rig.device !== null || this.#engine.isTurning, restoreOpen: rig.restore !== null, phase: phaseOf(rig),
      hostHeard: rig.session !== null && rig.nowMs - rig.heardAtMs < HOST_HEARD_MS, latched: rig.memory.latch !== null,
    });
    this.#story = told.story;
    if (told.deed === null) return;
    switch (told.deed.do) {
      case 'seat': this.#seat(null, {}); return;
      case 'unseat': this.#engine.unseat(); return;
      case 'bend': this.#engine.bend(told.deed.um); return;
      case 'start': this.#start(told.deed.plan, told.deed.fallsBackAtPct);
    }
  }

  #seat(model: string | null, ids: Readonly<Record<string, string>>): LeverRefusal | null {
    return this.#engine.seat({ ...this.#anotherDevice(model), ...ids });
  }

  #anotherDevice(model: string | null): Device {
    this.#phones += 1;
    return virtualDevice(this.#options.serial, this.#engine.state.memory.boot, this.#phones, model ?? undefined);
  }

  #start(kind: string, fallsBackAtPct: number | null): LeverRefusal | null {
    const device = this.#engine.state.device;
    if (device === null) return 'no-device';
    return this.#engine.apply({ kind: 'start', plan: virtualPlan(device, kind), fallsBackAtPct });
  }

  async pull(line: string): Promise<LeverAnswer> {
    const parsed = parseLever(line);
    if ('ok' in parsed) return parsed;
    try {
      const refusal = await this.#pullLever(parsed);
      if (refusal !== null) return { ok: false, ...REFUSAL_WORDS[refusal] };
    } catch (error) {
      return { ok: false, what: error instanceof Error ? error.message : 'the lever broke', remedy: 'look at the log of the virtual rig' };
    }
    return { ok: true, state: this.state() };
  }

  async #pullLever(pull: LeverPull): Promise<LeverRefusal | null> {
    const { lever, value, ids } = pull;
    const engine = this.#engine;
    const trouble = pullTrouble(engine, pull, () => this.#anotherDevice(null));
    if (trouble !== 'not-mine') return trouble;
    const number = typeof value === 'number' ? value : 0;
    const text = typeof value === 'string' ? value : null;
    switch (lever) {
      case 'seat': return this.#seat(text, ids);
      case 'unseat': return engine.unseat();
      case 'start': return this.#start(text ?? 'update', null);
      case 'erase': return this.#start('erase', null);
      case 'announce-erase': return engine.apply({ kind: 'fall-back' });
      case 'bend': return engine.bend(number);
      case 'straighten': return engine.bend(0);
      case 'pull-cable': this.#pullCable(); return null;
      case 'plug-cable': await this.plugCable(); return null;
      case 'go-silent': this.#faults.goSilent(this.#around.nowMs(), typeof value === 'number' ? value : null); return null;
      case 'resume': this.#faults.resume(); return null;
      case 'garble': this.#faults.garble(number); return null;
      case 'ignore-stop': return engine.apply({ kind: 'ignore-stop', on: value === true });
      case 'restart': engine.reboot(); return null;
      case 'estop': return engine.apply({ kind: 'estop', pressed: value === true });
      case 'button': return engine.apply({ kind: 'button' });
      case 'battery': engine.world.setBattery(number); return null;
      case 'heat': engine.world.heat(number); return null;
      case 'probe-fault': engine.world.chassis.fault = PROBE_FAULTS.find((known) => known === text) ?? 'none'; return null;
      case 'twist': return engine.bend(number, 'twist');
      case 'turn': return engine.turn();
      case 'noise': engine.world.chassis.noiseUm = number; return null;
      case 'zero-off': return engine.apply({ kind: 'zeroed', zeroUm: number });
      case 'fixture-heat': engine.world.heatFixture(number); return null;
      case 'speed': return engine.apply({ kind: 'speed', speed: number });
      case 'go-deaf': this.#faults.goDeaf(this.#around.nowMs(), typeof value === 'number' ? value : null); return null;
      default: return null;
    }
  }

  state(): LeverState {
    const rig = this.#engine.state;
    return {
      serial: rig.identity.serial, boot: rig.memory.boot, seated: rig.device !== null, model: rig.device?.model ?? null, phase: phaseOf(rig), zone: zoneOf(rig),
      restore: rig.restore?.id ?? null, gate: rig.restore?.gate ?? 'none', permit: rig.permit?.kind ?? 'none', latch: rig.memory.latch?.id ?? null,
      estop: rig.estop, session: rig.session?.id ?? null, speed: rig.speed, bentUm: this.#engine.world.chassis.bentUm, twistUm: this.#engine.world.chassis.twistUm, turned: this.#engine.world.chassis.turned,
      cable: this.#terminal === null ? 'out' : 'in',
      silent: this.#faults.isSilent(this.#around.nowMs()), ignoresStop: rig.ignoresStop, cutOut: rig.trouble.cutOut, uptimeMs: rig.nowMs, path: this.#options.link,
    };
  }
}
