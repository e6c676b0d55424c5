/**
 * Stands for the second port and the wires of one rig, and for nothing else: it carries a stop on another cable, cuts what
 * it is told to cut, and gives it back. It may be broken, and it never asks whether a cut is wise.
 */
import type { WireStep } from '../../firmware-bridge/contract/receipt.ts';
import type { WiringPart, WiringSink } from '../../firmware-bridge/link/rig-wiring.ts';
import { decodeFrame } from '../../firmware-bridge/wire/frame.ts';
import { readRigMessage } from '../../firmware-bridge/wire/rig-message.ts';
import type { BenchPc } from './bench-pc.ts';
import type { PcPort } from './pc-port.ts';

const OPEN_MS = 5;
const SIDE_LINE_MS = 8;
const SET_LINE_MS = 1;

/** What some rigs of a store offer. */
export const WIRINGS: readonly (readonly WireStep[])[] = [
  [], [{ by: 'second-port', cuts: null }], [{ by: 'relay', cuts: 'usb-data' }], [{ by: 'relay', cuts: 'rig-power' }],
  [{ by: 'second-port', cuts: null }, { by: 'dtr', cuts: 'usb-data' }, { by: 'relay', cuts: 'rig-power' }],
];

export class SimWiring implements WiringPart {
  readonly #steps: readonly WireStep[];
  readonly #pc: BenchPc;
  readonly #port: PcPort;
  readonly #sink: WiringSink;
  #ended = false;

  constructor(steps: readonly WireStep[], pc: BenchPc, port: PcPort, sink: WiringSink) {
    this.#steps = steps;
    this.#pc = pc;
    this.#port = port;
    this.#sink = sink;
  }

  open(): void {
    for (const [step, { by }] of this.#steps.entries()) {
      if (by === 'relay' || by === 'second-port') this.#later(OPEN_MS, () => { this.#sink.health(null, step); });
    }
  }

  #later(ms: number, run: () => void): void {
    this.#pc.later(ms, () => { if (!this.#ended) this.#pc.call(run); });
  }

  use(step: number, bytes: string | null): void {
    const wire = this.#steps[step];
    if (wire === undefined) return;
    this.#pc.switched(this.#port, wire, true);
    if (this.#port.isWiringBroken) {
      this.#later(SET_LINE_MS, () => { this.#sink.used(step, false, 'broken'); });
      return;
    }
    if (wire.cuts !== null) this.#port.cut(wire.by, wire.cuts);
    else if (bytes !== null) this.#carry(bytes);
    // A port beside the line takes its bytes at once; a line of the port is set by the system.
    if (wire.by === 'relay' || wire.by === 'second-port') this.#sink.used(step, true, '');
    else this.#later(SET_LINE_MS, () => { this.#sink.used(step, true, ''); });
  }

  #carry(bytes: string): void {
    this.#pc.wrote(this.#port, bytes);
    this.#port.carryAside(SIDE_LINE_MS, bytes, (line) => {
      const decoded = decodeFrame(line.slice(0, -1));
      const message = decoded.ok ? readRigMessage(decoded.frame) : undefined;
      if (message?.verb === 'STOPPED' || message?.verb === 'TOO-LATE') this.#later(0, () => { this.#sink.answered(message); });
    });
  }

  release(steps: readonly number[]): void {
    for (const step of steps) {
      const wire = this.#steps[step];
      if (wire === undefined || wire.cuts === null) continue;
      this.#pc.switched(this.#port, wire, false);
      this.#port.giveBack(wire.by);
    }
  }

  end(): Promise<void> {
    this.kill();
    return Promise.resolve();
  }

  /** The process is gone; the system lets go of the lines of the port, a relay stays as it is. */
  kill(): void {
    this.#ended = true;
    for (const { by } of this.#steps) if (by !== 'relay') this.#port.giveBack(by);
  }
}
