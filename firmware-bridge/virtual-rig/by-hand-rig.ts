/**
 * The rig that a person plays: the same firmware and bench as the virtual rig, with phases that only the person ends.
 * Port, screen and clock are handed in.
 */
import { HELP, parseByHand } from './by-hand-command.ts';
import { HostScreen } from './by-hand-screen.ts';
import { LineFaults } from './line-faults.ts';
import { REFUSAL_WORDS } from './refusal-words.ts';
import { RigEngine } from './engine.ts';
import { VIRTUAL_FIXTURE } from './firmware.ts';
import { PROBE_FAULTS } from './probed-chassis.ts';
import { makeRandom } from './random.ts';
import { phaseOf, zoneOf } from './rig-state.ts';
import { pullTrouble } from './pull-trouble.ts';
import { virtualDevice, virtualPlan } from './device.ts';
import type { ByHandCommand } from './by-hand-command.ts';
import type { Kept } from './engine.ts';
import type { LeverPull } from './lever.ts';
import type { Device, LeverRefusal } from './rig-state.ts';

export interface ByHandDoors {
  readonly serial: string;
  readonly kept: Kept;
  readonly colour: boolean;
  readonly nowMs: () => number;
  readonly print: (lines: readonly string[]) => void;
  readonly save: (kept: Kept) => void;
  readonly write: (line: string) => void;
}

const SEED = 1;

export class ByHandRig {
  readonly #doors: ByHandDoors;
  readonly #screen: HostScreen;
  readonly #faults = new LineFaults(makeRandom(SEED));
  readonly #engine: RigEngine;
  #phones = 0;

  constructor(doors: ByHandDoors) {
    this.#doors = doors;
    this.#screen = new HostScreen(doors.colour);
    const identity = { serial: doors.serial, fw: '1.0.0', model: 'By-hand', virtual: true };
    this.#engine = new RigEngine({ identity, fixture: VIRTUAL_FIXTURE, durationsMs: null, speed: 1 }, doors.kept, SEED, {
      nowMs: doors.nowMs, record: () => undefined, save: doors.save,
      send: (verb, line) => {
        const passed = this.#faults.pass(line, doors.nowMs());
        if (passed === null) return;
        doors.write(passed);
        doors.print(this.#screen.sent(verb, line, doors.nowMs()));
      },
    });
  }

  tick(): void {
    this.#engine.tick();
  }

  read(bytes: string): void {
    this.#doors.print(this.#screen.read(bytes, this.#doors.nowMs()));
    this.#engine.apply({ kind: 'bytes', bytes });
  }

  /** Does what was typed, and says what was wrong with it. */
  type(typed: string): 'quit' | null {
    const command = parseByHand(typed);
    const refusal = this.#obey(command);
    if (refusal !== null) this.#doors.print([`No: ${REFUSAL_WORDS[refusal].what}. Instead: ${REFUSAL_WORDS[refusal].remedy}.`]);
    return command.do === 'quit' ? 'quit' : null;
  }

  #obey(command: ByHandCommand): LeverRefusal | null {
    const engine = this.#engine;
    switch (command.do) {
      case 'help': this.#doors.print([HELP]); return null;
      case 'state': this.#doors.print([this.#describe()]); return null;
      case 'wrong': this.#doors.print([command.sentence]); return null;
      case 'show': this.#screen.showsAll = command.all; return null;
      case 'speak': this.#faults.resume(); return null;
      case 'reboot': engine.reboot(); return null;
      case 'auto-probe': engine.world.chassis.typed = null; return null;
      case 'probe': engine.world.chassis.typed = { left: command.left, right: command.right }; return null;
      case 'fail': return engine.apply({ kind: 'fail' });
      case 'phase': return engine.apply({ kind: 'go', phase: command.phase });
      case 'start': return this.#start(command.kind, command.from, command.to);
      case 'raw': return engine.apply({ kind: 'raw', verb: command.verb, fields: command.fields });
      case 'lever': return this.#pull(command.pull);
      case 'quit': case 'nothing': return null;
    }
  }

  #start(kind: string, from: string, to: string): LeverRefusal | null {
    const device = this.#engine.state.device;
    if (device === null) return 'no-device';
    return this.#engine.apply({ kind: 'start', plan: { ...virtualPlan(device, `${kind} ${from} ${to}`), kind, from, to }, fallsBackAtPct: null });
  }

  #pull(pull: LeverPull): LeverRefusal | null {
    const { lever, value, ids } = pull;
    const engine = this.#engine;
    const trouble = pullTrouble(engine, pull, () => this.#anotherDevice());
    if (trouble !== 'not-mine') return trouble;
    const number = typeof value === 'number' ? value : 0;
    switch (lever) {
      case 'seat': {
        const known = this.#anotherDevice(typeof value === 'string' ? value : undefined);
        // What the person names is all that is known of the phone.
        return engine.seat(Object.keys(ids).length === 0 ? known : { model: known.model, serial: ids.serial ?? null, ecid: ids.ecid ?? null, imei: ids.imei ?? null });
      }
      case 'unseat': return engine.unseat();
      case 'bend': return engine.bend(number);
      case 'straighten': return engine.bend(0);
      case 'button': return engine.apply({ kind: 'button' });
      case 'battery': engine.world.setBattery(number); return null;
      case 'heat': engine.world.heat(number); return null;
      case 'probe-fault': engine.world.chassis.fault = PROBE_FAULTS.find((known) => known === value) ?? 'none'; return null;
      case 'twist': return engine.bend(number, 'twist');
      case 'turn': return engine.turn();
      case 'noise': engine.world.chassis.noiseUm = number; return null;
      case 'zero-off': return engine.apply({ kind: 'zeroed', zeroUm: number });
      case 'fixture-heat': engine.world.heatFixture(number); return null;
      case 'garble': this.#faults.garble(number); return null;
      case 'go-silent': this.#faults.goSilent(this.#doors.nowMs(), typeof value === 'number' ? value : null); return null;
      case 'ignore-stop': return engine.apply({ kind: 'ignore-stop', on: value === true });
      case 'estop': return engine.apply({ kind: 'estop', pressed: value === true });
      case 'announce-erase': return engine.apply({ kind: 'fall-back' });
      default: return null;
    }
  }

  #anotherDevice(model?: string): Device {
    this.#phones += 1;
    return virtualDevice(this.#doors.serial, this.#engine.state.memory.boot, this.#phones, model);
  }

  #describe(): string {
    const rig = this.#engine.state;
    const words = [
      `phase ${phaseOf(rig)} (${zoneOf(rig)})`, `restore ${rig.restore?.id ?? 'none'}`, `gate ${rig.restore?.gate ?? 'none'}`, `permit ${rig.permit?.kind ?? 'none'}`,
      `latch ${rig.memory.latch?.id ?? 'none'}`, `phone ${rig.device?.model ?? 'none'}`, `session ${rig.session?.id ?? 'none'}`,
      rig.ignoresStop ? 'STOP is not answered' : 'STOP is answered', `corrupt lines ${rig.corruptLines}`,
    ];
    return words.join(' · ');
  }
}
