/**
 * What the guard knows of the chassis in the fixture: the newest valid samples, what is wrong with the sensors, and the
 * model whose limits are in force. Plain data; the newest sample stands last, and none outlives its phone.
 */
import type { DeviceIdentity } from '../contract/bench-status.ts';
import type { SensorFault } from '../contract/interlock.ts';
import type { Fixture, Middle } from '../wire/rig-message.ts';

export interface Sample {
  readonly atMs: number;
  /** The larger of the two edges. */
  readonly deviationUm: number;
  readonly edge: 'left' | 'right';
  readonly leftDeviationUm: number;
  readonly rightDeviationUm: number;
  /** Peak to valley from the plane; null where the fixture has no middle row. */
  readonly planeUm: number | null;
  /** Height of the fourth corner over the plane of the other three, with its sign. */
  readonly twistUm: number;
  /** Distance of each probe from its edge's line. */
  readonly leftUm: readonly number[];
  readonly rightUm: readonly number[];
  readonly rawUm: readonly number[];
  /** The device lies turned by 180°. */
  readonly turned: boolean;
}

export interface FrameState {
  readonly fixture: Fixture | null;
  readonly samples: readonly Sample[];
  readonly fault: SensorFault | null;
  /** Identical raw readings in a row, of each probe. */
  readonly repeats: readonly number[];
  /** Consecutive valid samples below every hold limit. */
  readonly belowHold: number;
  /** The newest middle row; it belongs to the PROBE with the same `t_ms`. */
  readonly middle: Middle | null;
  /** The newest complete reading, valid or not: a step that it confirms is a real one. */
  readonly lastRaw: { readonly atMs: number; readonly rawUm: readonly number[] } | null;
  /** Lines were lost since the newest valid sample. */
  readonly linesLost: boolean;
  /** The model that two lines agreed on, and the one that the newest line named. */
  readonly model: string | null;
  readonly modelSaid: string | null;
}

/** One measurement: what the device's own edges, plane and twist were in one seating, whichever way it lay. */
export interface Seating {
  readonly turned: boolean;
  readonly leftUm: number;
  readonly rightUm: number;
  readonly planeUm: number | null;
  readonly twistUm: number;
}

export interface Remeasure {
  readonly device: DeviceIdentity;
  /** Newest last. */
  readonly seatings: readonly Seating[];
  /** This seating has its measurement; the next one needs the device taken out before. */
  readonly isMeasured: boolean;
  /** Measured as often as it takes, by the limits of its last measurement; what is not is asked again after a restart. */
  readonly isDone: boolean;
  readonly leftAtMs: number | null;
}

/** After a restart: asked as before, and counted from the start. */
export const askedAnew = (devices: readonly DeviceIdentity[]): readonly Remeasure[] =>
  devices.map((device) => ({ device, seatings: [], isMeasured: false, isDone: false, leftAtMs: null }));

export const NO_FRAME: FrameState = {
  fixture: null, samples: [], fault: 'no-sample', repeats: [], belowHold: 0, middle: null, lastRaw: null, linesLost: false, model: null, modelSaid: null,
};
