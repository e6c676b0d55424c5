/**
 * Whether evidence can be kept, as the guard judges its recorder. Pure; it says yes only to a recorder that has proved
 * it and that answers.
 */

export interface RecorderHealth {
  readonly canRecord: boolean;
  /** `recorder-lost`: the process is away or hangs; `disk-full`: it runs and cannot write; null: fine. */
  readonly problem: 'recorder-lost' | 'disk-full' | null;
  /** For people. */
  readonly why: string | null;
}

/** Evidence that waits this long for the disk: nothing may start that could not be recorded. */
const ANSWER_MS_MAX = 3_000;

const lost = (why: string): RecorderHealth => ({ canRecord: false, problem: 'recorder-lost', why });

export const STARTING: RecorderHealth = lost('the recorder is starting');

/** What the recorder said of itself last. */
export interface RecorderSaid {
  readonly canRecord: boolean;
  readonly why: string | null;
}

/** `waitedMs`: how long evidence has waited without any progress. */
export function judgeRecorder(said: RecorderSaid, waitedMs: number, isMemoryFull: boolean): RecorderHealth {
  if (!said.canRecord) return { canRecord: false, problem: 'disk-full', why: said.why };
  if (waitedMs > ANSWER_MS_MAX) return lost('the recorder does not answer');
  if (isMemoryFull) return lost('too much evidence waits for the disk');
  return { canRecord: true, problem: null, why: null };
}

/** The recorder's process has ended; a reason that it gave itself says more than its exit code. */
export const judgeEnded = (said: RecorderSaid | null, how: string): RecorderHealth =>
  lost(said !== null && !said.canRecord && said.why !== null ? said.why : how);
