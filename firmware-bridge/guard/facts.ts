/** What the server says: only ever from the same database and never older than what is known; else refused, and holds stay. */
import type { Facts } from '../contract/uplink.ts';
import { put, record, type Turn } from './turn.ts';

export function takeFacts(turn: Turn, facts: Facts, ageMs: number | null): void {
  const known = turn.state.facts;
  if (known !== null && known.databaseId !== facts.databaseId) return refuse(turn, 'other-database');
  if (known !== null && facts.version < known.version) return refuse(turn, 'older-version');
  put(turn, { facts, factsAtMs: ageMs === null ? turn.state.factsAtMs : turn.nowMs - Math.max(0, ageMs) });
  return undefined;
}

function refuse(turn: Turn, why: string): void {
  record(turn, { kind: 'facts-refused', body: { why } });
}
