/**
 * When a person was last at this page, up to which number of the evidence it had been shown, and what counts as having been away. Pure:
 * the caller hands in the time on the wall, because the clock of a page may stand still while its computer sleeps.
 */

/** Shorter than this somebody has only looked up (ms). Source: less than the shortest dimming, which begins at five minutes. */
export const AWAY_MS = 5 * 60_000;

export interface Mark {
  readonly id: number;
  readonly atMs: number;
}

/** `since`: what was last seen before a time away that nobody has closed yet. */
export interface Here {
  readonly last: Mark;
  readonly since: Mark | null;
}

/** Somebody is back who was last here then. A number above the newest is of another database, and a clock that was set back proves nothing. */
export function comeBack(kept: Here | null, now: Mark): Here {
  if (kept === null || kept.last.id > now.id) return { last: now, since: null };
  return { last: now, since: kept.since ?? (now.atMs - kept.last.atMs >= AWAY_MS ? kept.last : null) };
}

/** As a browser keeps it: two numbers, or four. */
export const writeHere = ({ last, since }: Here): string => [last, since].flatMap((mark) => (mark === null ? [] : [mark.id, mark.atMs])).join(' ');

/** What is not of this form was never written by us, and is as if nobody had been here. */
export function readHere(text: string | null): Here | null {
  const found = /^(\d+) (\d+)(?: (\d+) (\d+))?$/.exec(text ?? '');
  if (found === null) return null;
  const [, id, atMs, sinceId, sinceAtMs] = found;
  return { last: { id: Number(id), atMs: Number(atMs) }, since: sinceId === undefined ? null : { id: Number(sinceId), atMs: Number(sinceAtMs) } };
}
