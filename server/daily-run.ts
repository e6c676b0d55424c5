/**
 * What is done once a day, by the calendar of UTC and at the first chance after a night that the PC was off. A step that
 * fails keeps no other from running, and the day is not done before all of them are.
 */
import type { Edges } from './http/ports.ts';
import { detailOf } from './start-refusal.ts';

export interface DailyStep {
  readonly what: string;
  run(nowMs: number, formerRunMs: number | null): void;
}

export interface LastRun {
  read(): string | null;
  write(atIso: string): void;
}

/** Asked often; it does something, and answers so, only when a day has begun that was not done yet. */
export function createDailyRun(steps: readonly DailyStep[], lastRun: LastRun, edges: Pick<Edges, 'epochMs' | 'log'>): () => boolean {
  return () => {
    const nowMs = edges.epochMs();
    const nowIso = new Date(nowMs).toISOString();
    const former = lastRun.read();
    if (former?.slice(0, 10) === nowIso.slice(0, 10)) return false;
    const failed = steps.filter(({ what, run }) => {
      try {
        run(nowMs, former === null ? null : Date.parse(former));
        return false;
      } catch (error) {
        edges.log('error', `${what} failed and is tried again: ${detailOf(error)}`);
        return true;
      }
    });
    if (failed.length === 0) lastRun.write(nowIso);
    return true;
  };
}
