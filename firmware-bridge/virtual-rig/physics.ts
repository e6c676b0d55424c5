/**
 * The chassis of a phone in a fixture: a shallow bow that every phone has, and a local bend near the volume keys that
 * grows smoothly, as under a press. Heights are micrometres above the fixture's datum, positions millimetres from the top.
 */
import { between, gaussian, makeRandom, seedOf } from './random.ts';
import type { Random } from './random.ts';
import type { Fixture } from './rig-state.ts';

export type Edge = 'left' | 'right';
export type Row = Edge | 'middle';

export interface Chassis {
  /** Peak of the bow over the whole edge; its deviation from the least-squares line is about as large. */
  readonly bowUm: number;
  /** An S over the edge, from machining. */
  readonly waveUm: number;
  /** The right edge's share of everything, near 1. */
  readonly rightShare: number;
  readonly bendCentreMm: number;
  readonly bendHalfWidthMm: number;
  /** Height of one corner over the others. */
  readonly twistUm: number;
  /** How far the middle stands over the edges: the glass is a little crowned. */
  readonly crownUm: number;
}

export interface Bend { readonly fromUm: number; readonly toUm: number; readonly atMs: number; readonly durationMs: number }
export const STRAIGHT: Bend = { fromUm: 0, toUm: 0, atMs: 0, durationMs: 1 };

/** A press bends at most this fast; a larger bend takes longer. At its steepest the movement is 1.5 times as fast. */
const BEND_MS_MIN = 600;
const BEND_MS_PER_UM = 0.6;
/** Growth of the bow per tenth of a degree that the fixture is away from its zero. */
const GROWTH_UM_PER_DC = 0.25;
const DRIFT_UM = 3;
const DRIFT_PERIOD_MS = 240_000;

/** A good phone: its deviation from the line is 60 to 110 µm. The same phone always has the same chassis. */
export function chassisOf(key: string): Chassis {
  const random = makeRandom(seedOf(key));
  return {
    bowUm: between(random, 68, 86), waveUm: between(random, -6, 6), rightShare: between(random, 0.9, 1.03),
    bendCentreMm: between(random, 40, 48), bendHalfWidthMm: between(random, 52, 58), twistUm: between(random, -25, 25), crownUm: between(random, 4, 18),
  };
}

export function bendTo(current: Bend, toUm: number, atMs: number): Bend {
  const fromUm = bendAt(current, atMs);
  return { fromUm, toUm, atMs, durationMs: Math.max(BEND_MS_MIN, Math.abs(toUm - fromUm) * BEND_MS_PER_UM) };
}

/** Starts and ends without a jump in height or speed. */
export function bendAt(bend: Bend, atMs: number): number {
  const share = Math.min(1, Math.max(0, (atMs - bend.atMs) / bend.durationMs));
  return bend.fromUm + (bend.toUm - bend.fromUm) * share * share * (3 - 2 * share);
}

/** The true height of one row at one place, without noise. */
export function heightUm(chassis: Chassis, row: Row, xMm: number, spanMm: number, bendUm: number): number {
  if (row === 'middle') return (heightUm(chassis, 'left', xMm, spanMm, bendUm) + heightUm(chassis, 'right', xMm, spanMm, bendUm)) / 2 + chassis.crownUm;
  const along = xMm / spanMm;
  const bow = chassis.bowUm * 4 * along * (1 - along) + chassis.waveUm * Math.sin(2 * Math.PI * along);
  const off = (xMm - chassis.bendCentreMm) / chassis.bendHalfWidthMm;
  const bump = Math.abs(off) < 1 ? bendUm * Math.cos((Math.PI / 2) * off) ** 2 : 0;
  if (row === 'left') return bow + bump;
  return (bow + bump) * chassis.rightShare + chassis.twistUm * along;
}

export interface Sampling { readonly fixture: Fixture; readonly atMs: number; readonly fixtureDc: number; readonly random: Random; readonly twistUm?: number }

/** What the probes of one row give: whole micrometres, with noise, drift and thermal growth, within the probes' range. */
export function sampleEdge(chassis: Chassis, row: Row, bendUm: number, at: Sampling): number[] {
  const { probes, spanMm, noiseUm, fullUm, zeroDc } = at.fixture;
  const warm: Chassis = { ...chassis, bowUm: chassis.bowUm + GROWTH_UM_PER_DC * (at.fixtureDc - zeroDc), twistUm: chassis.twistUm + (at.twistUm ?? 0) };
  const drift = DRIFT_UM * Math.sin((2 * Math.PI * at.atMs) / DRIFT_PERIOD_MS);
  return Array.from({ length: probes }, (_unused, index) => {
    const height = heightUm(warm, row, (spanMm * index) / (probes - 1), spanMm, bendUm);
    return Math.round(Math.min(fullUm, Math.max(-fullUm, height + drift + gaussian(at.random, noiseUm))));
  });
}
