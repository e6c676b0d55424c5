/**
 * How long a phone that touches itself has been on since somebody saw it, or off since somebody switched it off, and which reminder
 * follows. Pure; the time is the server's.
 */
import type { Step } from '../../server/contract/case-state.ts';
import { sayDuration } from './age.ts';
import { casePartsWords as parts } from '../words/case-parts-words.ts';
import { caseWords } from '../words/case-words.ts';
import { sayMoment } from '../words/times.ts';

const MINUTE_MS = 60_000;

/** Whole minutes: nobody acts on its seconds. */
const since = (fromIso: string, nowMs: number): string => {
  const minutes = Math.max(0, Math.floor((nowMs - Date.parse(fromIso)) / MINUTE_MS));
  return minutes < 60 ? `${minutes} min` : sayDuration(minutes * MINUTE_MS);
};

/** Null: it is not known to be on or off. `steps` are those of this one device. */
export function sayPower(poweredOffAtIso: string | null, steps: readonly Step[], nowMs: number): { readonly isOn: boolean; readonly text: string } | null {
  const says = caseWords.power;
  const off = steps.find(({ step }) => step === 'power-off');
  if (off !== undefined) {
    const leftMin = off.dueAtIso === null ? 0 : Math.ceil((Date.parse(off.dueAtIso) - nowMs) / MINUTE_MS);
    return { isOn: true, text: [caseWords.ghost, says.onFor(since(off.sinceIso, nowMs)), leftMin > 0 ? says.left(`${leftMin} min`) : says.late].join(' ') };
  }
  if (poweredOffAtIso === null) return null;
  const next = steps.find(({ dueAtIso }) => dueAtIso !== null);
  return { isOn: false, text: [says.offFor(since(poweredOffAtIso, nowMs)), ...(next?.dueAtIso == null ? [] : [says.next(parts.steps[next.step], sayMoment(next.dueAtIso))])].join(' ') };
}
