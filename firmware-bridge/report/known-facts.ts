/**
 * Which facts of the server are kept for the next start. Pure; it only decides what is remembered, the guard decides
 * what is believed.
 */
import type { Facts } from '../contract/uplink.ts';

/** Facts of another database, or older ones, are passed on for the guard to refuse and never replace what is known. */
export function isWorthKeeping(known: Facts | null, facts: Facts): boolean {
  if (known === null) return true;
  if (facts.databaseId !== known.databaseId || facts.version < known.version) return false;
  return facts.version > known.version || JSON.stringify(facts) !== JSON.stringify(known);
}
