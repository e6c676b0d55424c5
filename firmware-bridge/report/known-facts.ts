/**
 * Which facts of the server are kept for the next start. Pure; it only decides what is remembered, the guard decides
 * what is believed.
 */
import type { Facts } from '../contract/uplink.ts';

/**
 * Facts of another database, or older ones, are passed on for the guard to refuse and never replace what is known;
 * `believed` is the database that the guard believes, null while it has not said so.
 */
export function isWorthKeeping(known: Facts | null, facts: Facts, believed: string | null = null): boolean {
  if (believed !== null && facts.databaseId !== believed) return false;
  if (known === null) return true;
  if (facts.databaseId !== known.databaseId) return believed !== null;
  if (facts.version < known.version) return false;
  return facts.version > known.version || JSON.stringify(facts) !== JSON.stringify(known);
}
