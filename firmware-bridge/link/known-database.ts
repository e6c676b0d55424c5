/**
 * Which database of the server the benches of one bridge believe: shared at the start, told to the recorder, confirmed by
 * a person at every bench at once. It keeps nothing itself; each bench keeps it in its latch file.
 */
import type { ToRecorder } from '../contract/recorder-pipe.ts';
import type { OrderResult } from '../contract/uplink.ts';
import type { BenchState, KeptLatch } from '../guard/state.ts';
import type { BenchPart } from './bridge-doors.ts';

/** A bench whose file is new or unreadable believes what the others do: else it would believe whoever speaks first. */
export function withSharedDatabase(parts: readonly BenchPart[]): readonly BenchPart[] {
  const database = parts.find(({ kept }) => kept?.database !== undefined)?.kept?.database;
  if (database === undefined) return parts;
  return parts.map((part) => {
    if (part.kept?.database !== undefined) return part;
    const kept: KeptLatch = { v: 1, trip: null, restore: null, ...part.kept, database };
    part.file.keep(kept);
    return { ...part, kept };
  });
}

interface Doors { readonly offer: (message: ToRecorder) => boolean; readonly recorderStarts: () => number }

/** Tells the recorder what to keep: after each of its starts, and at each change. */
export class DatabaseTeller {
  readonly #doors: Doors;
  #told = '';

  constructor(doors: Doors) { this.#doors = doors; }

  tell(states: readonly BenchState[]): void {
    const databaseId = states.find(({ database }) => database !== null)?.database?.id;
    if (databaseId === undefined) return;
    const telling = `${this.#doors.recorderStarts()} ${databaseId}`;
    if (telling !== this.#told && this.#doors.offer({ type: 'known-database', databaseId })) this.#told = telling;
  }
}

/** One answer for all benches: what one of them refused comes first; one that had nothing to confirm is content. */
export async function confirmEverywhere(asked: readonly Promise<OrderResult>[]): Promise<OrderResult> {
  const results = await Promise.all(asked);
  const refused = results.find(({ ok, refusal }) => !ok && refusal !== 'nothing-to-confirm');
  return refused ?? results.find(({ ok }) => ok) ?? results[0] as OrderResult;
}
