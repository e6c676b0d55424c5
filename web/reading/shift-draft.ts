/** The check of a shift while it is made: what was judged, what is still open, how it is kept. Pure. */
import { CHECKED_TONES } from '../../server/contract/shift-checks.ts';
import type { CheckedTone, ShiftCheckBody } from '../../server/contract/shift-checks.ts';

export type StopWay = { readonly is: 'asking' } | { readonly is: 'open'; readonly tookMs: number } | { readonly is: 'no-bridge' } | { readonly is: 'failed'; readonly why: string };
export type DrillOutcome = 'passed' | 'failed' | 'not-run';

export interface ShiftDraft {
  readonly heard: Readonly<Partial<Record<CheckedTone, boolean>>>;
  readonly ways: ReadonlyMap<string, StopWay>;
  readonly drills: ReadonlyMap<string, DrillOutcome>;
}

export const EMPTY_DRAFT: ShiftDraft = { heard: {}, ways: new Map(), drills: new Map() };

/** What nobody has judged or asked yet; empty when it can be kept. */
export function openIn({ heard, ways }: ShiftDraft, benches: readonly string[]): readonly ('tones' | 'stops')[] {
  const tones = CHECKED_TONES.some((tone) => heard[tone] === undefined);
  const stops = benches.some((bench) => (ways.get(bench)?.is ?? 'asking') === 'asking');
  return [...(tones ? ['tones' as const] : []), ...(stops ? ['stops' as const] : [])];
}

export function bodyOf({ heard, ways, drills }: ShiftDraft, benches: readonly string[], notifies: boolean, staysAwake: boolean): ShiftCheckBody {
  return {
    heard: { stopped: heard.stopped ?? false, 'not-confirmed': heard['not-confirmed'] ?? false, 'too-late': heard['too-late'] ?? false, 'step-back': heard['step-back'] ?? false },
    benches: benches.map((bench) => ({ bench, stopAnswers: ways.get(bench)?.is === 'open', drill: drills.get(bench) ?? 'not-run' })),
    notifies, staysAwake,
  };
}

/** How many things were not heard, did not answer or failed. */
export const faultsIn = ({ heard, benches }: ShiftCheckBody): number =>
  CHECKED_TONES.filter((tone) => !heard[tone]).length + benches.filter(({ stopAnswers }) => !stopAnswers).length + benches.filter(({ drill }) => drill === 'failed').length;
