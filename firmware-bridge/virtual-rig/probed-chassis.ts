/**
 * The chassis as the probes of the fixture feel it: which way it lies, how it bends and twists, how noisy the probes are
 * and which of them lie. It moves only when asked, by a time that is handed in.
 */
import { STRAIGHT, bendAt, bendTo, chassisOf, sampleEdge } from './physics.ts';
import type { Bend, Chassis, Edge, Row } from './physics.ts';
import type { Random } from './random.ts';
import type { Fixture, Readings } from './rig-state.ts';

export const PROBE_FAULTS = ['none', 'left', 'right', 'missing', 'rail', 'stuck', 'zero', 'jump', 'gap'] as const;
export type ProbeFault = (typeof PROBE_FAULTS)[number];

/** What a ranging chip says when nothing is there. */
const RAIL_UM = 8190;

export type Felt = Pick<Readings, 'leftUm' | 'rightUm' | 'middleUm' | 'turned' | 'probeLie'>;

export class ProbedChassis {
  fault: ProbeFault = 'none';
  /** Probe values that a person typed; they take the place of the chassis. */
  typed: Readonly<Record<Edge, readonly (number | null)[]>> | null = null;
  /** Noise of the probes; null for what the fixture declares. */
  noiseUm: number | null = null;
  turned = false;
  readonly #fixture: Fixture;
  readonly #random: Random;
  #chassis: Chassis | null = null;
  #bend: Bend = STRAIGHT;
  #twist: Bend = STRAIGHT;
  #stuckUm: number | null = null;

  constructor(fixture: Fixture, random: Random) {
    this.#fixture = fixture;
    this.#random = random;
  }

  lay(key: string, lying: { readonly bentUm: number; readonly twistUm: number; readonly turned: boolean }): void {
    this.#chassis = chassisOf(key);
    this.#bend = { ...STRAIGHT, fromUm: lying.bentUm, toUm: lying.bentUm };
    this.#twist = { ...STRAIGHT, fromUm: lying.twistUm, toUm: lying.twistUm };
    this.turned = lying.turned;
  }

  takeOut(): void {
    this.#chassis = null;
    this.#bend = STRAIGHT;
    this.#twist = STRAIGHT;
    this.turned = false;
  }

  bend(toUm: number, atMs: number): void {
    this.#bend = bendTo(this.#bend, toUm, atMs);
  }

  twist(toUm: number, atMs: number): void {
    this.#twist = bendTo(this.#twist, toUm, atMs);
  }

  /** Where bend and twist will end. */
  get bentUm(): number { return this.#bend.toUm; }
  get twistUm(): number { return this.#twist.toUm; }

  /** Every row once, at this moment. */
  feel(atMs: number, fixtureDc: number): Felt {
    const row = (place: Row): readonly (number | null)[] => this.#row(place, atMs, fixtureDc);
    return {
      leftUm: this.#lie(this.typed?.left ?? row('left'), 'left'), rightUm: this.#lie(this.typed?.right ?? row('right'), 'right'),
      middleUm: (this.#fixture.rows ?? 2) > 2 && this.typed === null ? row('middle') : null, turned: this.turned,
      probeLie: this.fault === 'jump' || this.fault === 'gap' ? this.fault : null,
    };
  }

  /** The row of the fixture; turned by 180°, the other edge lies there, foot first. */
  #row(place: Row, atMs: number, fixtureDc: number): readonly number[] {
    if (this.#chassis === null) return Array.from({ length: this.#fixture.probes }, () => 0);
    const other: Readonly<Record<Row, Row>> = { left: 'right', right: 'left', middle: 'middle' };
    const noiseUm = this.noiseUm ?? this.#fixture.noiseUm;
    const heights = sampleEdge(this.#chassis, this.turned ? other[place] : place, bendAt(this.#bend, atMs), {
      fixture: { ...this.#fixture, noiseUm }, atMs, fixtureDc, random: this.#random, twistUm: bendAt(this.#twist, atMs),
    });
    return this.turned ? heights.toReversed() : heights;
  }

  #lie(heights: readonly (number | null)[], edge: Edge): readonly (number | null)[] {
    const { fault } = this;
    const middle = Math.floor(heights.length / 2);
    if (fault !== 'stuck') this.#stuckUm = null;
    if (fault === 'right' ? edge === 'left' : edge === 'right') return heights;
    switch (fault) {
      case 'left': case 'right': case 'missing': return heights.with(middle, null);
      case 'rail': return heights.with(middle, RAIL_UM);
      case 'zero': return heights.map(() => 0);
      case 'stuck':
        this.#stuckUm ??= heights[middle] ?? 0;
        return heights.with(middle, this.#stuckUm);
      case 'none': case 'jump': case 'gap': return heights;
    }
  }
}
