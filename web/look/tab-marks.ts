/**
 * The marks of the tab's icon. It is a picture outside the page that reads no tokens and does not know what the tab is drawn on:
 * its colours stand here as they are, chosen to be seen on light and on dark.
 */
import type { Voice } from '../reading/voice.ts';

const STOPPED = '#c13a16';
const TOO_LATE = '#8a55bd';
/** What is written on a mark. */
export const TAB_INK = '#ffffff';

const square = `<rect width="32" height="32" rx="4" fill="${STOPPED}"/>`;

export const TAB_MARKS: Readonly<Partial<Record<Voice, string>>> = {
  'step-back': `<path d="M10 0h12l10 10v12L22 32H10L0 22V10z" fill="${STOPPED}"/>`,
  'not-confirmed': square,
  stopped: square,
  stopping: square,
  locked: square,
  'too-late': `<path d="M16 1 32 31H0z" fill="${TOO_LATE}"/>`,
};
