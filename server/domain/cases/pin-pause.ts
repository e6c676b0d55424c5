/** How long a link waits after wrong PINs: five tries are free, then each wrong one doubles the wait, up to a day. */
export const PIN_DIGITS = 6;
export const FREE_TRIES = 5;
const FIRST_PAUSE_MS = 60_000;
const PAUSE_MS_MAX = 24 * 3_600_000;

/** After so many wrong tries in a row (ms). A day per guess keeps a million PINs safe for longer than any handover lasts. */
export const pinPauseMs = (wrongTries: number): number => (wrongTries < FREE_TRIES ? 0 : Math.min(FIRST_PAUSE_MS * 2 ** (wrongTries - FREE_TRIES), PAUSE_MS_MAX));
