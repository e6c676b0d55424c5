/**
 * When somebody was last active at this page, when the server has to hear of it, and when it is time to lock. Pure: times
 * are handed in (monotonic, ms).
 */

/** The server hears of activity at most this often. */
const TELL_EVERY_MS = 60_000;
/** After the limit the server is asked, again and again, whether the session lives on in another tab. */
const ASK_EVERY_MS = 20_000;

export interface Idle {
  /** The last activity that the server knows of. */
  readonly toldAtMs: number;
  readonly activeAtMs: number;
  readonly askedAtMs: number | null;
}

export const beginIdle = (nowAtMs: number): Idle => ({ toldAtMs: nowAtMs, activeAtMs: nowAtMs, askedAtMs: null });

export const active = (idle: Idle, nowAtMs: number): Idle => ({ ...idle, activeAtMs: nowAtMs });

/** What has to be done now, and the state after it. */
export function tick(idle: Idle, nowAtMs: number, limitMs: number): { readonly idle: Idle; readonly due: 'tell' | 'ask' | null } {
  const isUntold = idle.activeAtMs > idle.toldAtMs;
  if (isUntold && nowAtMs - idle.toldAtMs >= TELL_EVERY_MS) return { idle: { toldAtMs: nowAtMs, activeAtMs: idle.activeAtMs, askedAtMs: null }, due: 'tell' };
  const isOver = nowAtMs - idle.toldAtMs >= limitMs;
  if (isOver && (idle.askedAtMs === null || nowAtMs - idle.askedAtMs >= ASK_EVERY_MS)) return { idle: { ...idle, askedAtMs: nowAtMs }, due: 'ask' };
  return { idle, due: null };
}
