/**
 * A time that somebody types as it stands on the wall of the store, as a moment of the world. Pure. Where the clock is put forward, a time
 * that no clock shows is the one as late after; where it is put back, the first of two is meant.
 */
const TYPED = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;
const DAY_MS = 86_400_000;

/** How far the clock of the zone is ahead of the world at this moment (ms). */
function aheadMs(atMs: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' }).formatToParts(atMs);
  const of = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - Math.floor(atMs / 1000) * 1000;
}

/** Null where it is no time as a browser writes it (`2026-11-24T15:30`), or no day of the calendar. */
export function isoOfStoreTime(typed: string, timeZone: string): string | null {
  const [, ...fields] = TYPED.exec(typed) ?? [];
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = fields.map(Number);
  const wallMs = Date.UTC(year, month - 1, day, hour, minute);
  if (fields.length === 0 || new Date(wallMs).toISOString().slice(0, 16) !== typed) return null;
  // What the clock is ahead by, a day before and a day after: at a change there are two answers.
  const [before, after] = [aheadMs(wallMs - DAY_MS, timeZone), aheadMs(wallMs + DAY_MS, timeZone)];
  const fitting = [wallMs - before, wallMs - after].filter((atMs) => atMs + aheadMs(atMs, timeZone) === wallMs);
  return new Date(fitting.length === 0 ? wallMs - before : Math.min(...fitting)).toISOString();
}

/** The same the other way, as a field of a browser takes it. */
export function storeTimeOf(iso: string, timeZone: string): string {
  const atMs = Date.parse(iso);
  return new Date(atMs + aheadMs(atMs, timeZone)).toISOString().slice(0, 16);
}
