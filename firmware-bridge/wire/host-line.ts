/** What the host says to a rig, as ready lines. Source: PROTOCOL.md §4 to §7 and §9. Values come from checked ids and numbers. */
import type { Point } from '../contract/interlock.ts';
import { encodeFrame, encodeValue } from './frame.ts';

export interface PermitClause {
  readonly point: Point;
  readonly restore: string;
  readonly plan: string;
  readonly ttlMs: number;
}

/** Longest name on the line, escapes included; a longer one is cut between characters. */
const HOST_NAME_MAX = 64;

export function helloLine(nonce: string, host: string): string | undefined {
  let name = '';
  for (const character of host) {
    const more = name + encodeValue(character);
    if (more.length > HOST_NAME_MAX) break;
    name = more;
  }
  if (name === '') name = encodeValue(name);
  return encodeFrame({ session: `${nonce}0000`, n: 0, verb: 'HELLO', fields: { proto: '1', host: name } });
}

export function heartbeatLine(session: string, n: number, re: number, reMs: number, permit: PermitClause | null): string | undefined {
  const answer = { re: String(re), re_ms: String(reMs) };
  const clause = permit === null
    ? {}
    : { permit: permit.point, restore: permit.restore, plan: permit.plan, ttl_ms: String(permit.ttlMs) };
  return encodeFrame({ session, n, verb: 'HB', fields: { ...answer, ...clause } });
}

/** The one write of a stop: stop byte, LF, STOP line. Obeyed in any session, so it never waits for a handshake. */
export function stopBytes(session: string, n: number, id: string, why: string): string {
  const line = encodeFrame({ session, n, verb: 'STOP', fields: { id, why } });
  return `\x18\n${line ?? ''}`;
}

export function resetLine(session: string, n: number, id: string): string | undefined {
  return encodeFrame({ session, n, verb: 'RESET', fields: { id } });
}

export function drillLine(session: string, n: number, id: string): string | undefined {
  return encodeFrame({ session, n, verb: 'DRILL', fields: { id } });
}

/** The stop byte alone, with the LF up to which the rig throws everything away: the next line is whole again. */
export const DRILL_STOP_BYTES = '\x18\n';
