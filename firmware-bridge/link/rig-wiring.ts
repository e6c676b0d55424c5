/**
 * Carries out rung 3 for one rig: the stop on its second port, the lines of its port, the bytes of its relays. It keeps
 * every port open and says how each try went; when to use one, and when to give it back, only the guard decides.
 */
import type { Cut, SidePort as SidePortConfig, Wiring } from '../config-wiring.ts';
import type { Problem } from '../contract/bench-status.ts';
import { decodeFrame } from '../wire/frame.ts';
import { readRigMessage, type StopAnswer } from '../wire/rig-message.ts';
import type { PortLines } from './set-lines.ts';
import { SidePort } from './side-port.ts';

/** How a port begins: the system raises both lines when it opens one. */
const AT_REST: PortLines = { brk: false, dtr: true, rts: true };

export interface WiringSink {
  used(step: number, ok: boolean, why: string): void;
  /** STOPPED or TOO-LATE, heard on the second port. */
  answered(answer: StopAnswer): void;
  /** The ports that are not open now, or null; `opened` is the step whose port just opened. */
  health(problem: Problem | null, opened: number | null): void;
}

export interface WiringOptions {
  readonly wiring: Wiring;
  readonly now: () => number;
  readonly random: () => number;
  readonly setLines: (lines: PortLines, done: (why: string | null) => void) => void;
  readonly sink: WiringSink;
}

/** What the bridge asks of the wiring of one rig. */
export type WiringPart = Pick<RigWiring, 'open' | 'use' | 'release' | 'end'>;

interface Side { readonly step: number; readonly by: 'second-port' | 'relay'; readonly port: SidePort; lost: Problem | null }

export class RigWiring {
  readonly #options: WiringOptions;
  readonly #sides: readonly Side[];
  readonly #cutFrom: number;
  #lines = AT_REST;
  /** Relays that should give back what they took, although their port was away. */
  readonly #owed = new Set<number>();

  constructor(options: WiringOptions) {
    this.#options = options;
    const { secondPort, cuts } = options.wiring;
    this.#cutFrom = secondPort === null ? 0 : 1;
    this.#sides = [
      ...(secondPort === null ? [] : [this.#side(0, 'second-port', secondPort)]),
      ...cuts.flatMap((cut, index) => (cut.relay === null ? [] : [this.#side(index + this.#cutFrom, 'relay', cut.relay)])),
    ];
  }

  #side(step: number, by: Side['by'], { path, baud }: SidePortConfig): Side {
    const { now, random } = this.#options;
    const side: Side = {
      step, by, lost: null,
      port: new SidePort({
        path, baud, now, random,
        line: (text) => { if (by === 'second-port') this.#hear(text); },
        health: (problem) => { this.#healthOf(side, problem); },
      }),
    };
    return side;
  }

  open(): void {
    for (const { port } of this.#sides) port.open();
  }

  #healthOf(side: Side, problem: Problem | null): void {
    side.lost = problem === null ? null : { code: 'wire-lost', params: { by: side.by, path: side.port.path } };
    const lost = this.#sides.find((one) => one.lost !== null)?.lost ?? null;
    this.#options.sink.health(lost, problem === null ? side.step : null);
    if (problem === null && this.#owed.delete(side.step)) this.release([side.step]);
  }

  /** Only the answer to a stop is taken from here; what else the rig says belongs to its own line. */
  #hear(text: string): void {
    const decoded = decodeFrame(text);
    const message = decoded.ok ? readRigMessage(decoded.frame) : undefined;
    if (message?.verb === 'STOPPED' || message?.verb === 'TOO-LATE') this.#options.sink.answered(message);
  }

  use(step: number, bytes: string | null): void {
    const { sink } = this.#options;
    const done = (why: string | null): void => { sink.used(step, why === null, why ?? ''); };
    const side = this.#sides.find((one) => one.step === step);
    const cut = this.#cutAt(step);
    if (bytes !== null && side !== undefined) side.port.write(bytes, done);
    else if (cut === undefined) done('no such wire is declared');
    else if (side !== undefined) this.#relay(side, cut.relay?.cutBytes ?? '', done);
    else this.#setLine(cut, true, done);
  }

  #relay(side: Side, bytes: string, done: (why: string | null) => void): void {
    this.#owed.delete(side.step);
    side.port.write(bytes, done);
  }

  /** Gives back; a relay whose port is away gives back as soon as it is there again. */
  release(steps: readonly number[]): void {
    for (const step of steps) {
      const side = this.#sides.find((one) => one.step === step);
      const cut = this.#cutAt(step);
      if (cut === undefined) continue;
      if (side === undefined) this.#setLine(cut, false, () => undefined);
      else side.port.write(cut.relay?.backBytes ?? '', (why) => { if (why !== null) this.#owed.add(step); });
    }
  }

  #cutAt(step: number): Cut | undefined { return this.#options.wiring.cuts[step - this.#cutFrom]; }

  #setLine({ by, cutsWhen }: Cut, isCut: boolean, done: (why: string | null) => void): void {
    const line = by === 'break' ? 'brk' : by;
    if (line === 'relay') return;
    this.#lines = { ...this.#lines, [line]: isCut === (cutsWhen === 'on') };
    this.#options.setLines(this.#lines, done);
  }

  async end(): Promise<void> {
    await Promise.all(this.#sides.map(({ port }) => port.end()));
  }
}
