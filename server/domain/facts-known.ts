/**
 * Since when each bench has known which facts, as its bridge told. In memory: after a restart of the server it is known that a
 * bench knows them, and not since when.
 */
const CHANGES_MAX = 200;

export interface FactsKnown {
  told(bench: string, version: number | null, atIso: string): void;
  /** Null: it does not know them, or since when is not known. */
  since(bench: string, version: number): string | null;
}

interface Change {
  readonly version: number;
  /** Null: it knew them when it was first heard. */
  readonly atIso: string | null;
}

export function createFactsKnown(): FactsKnown {
  const changes = new Map<string, readonly Change[]>();
  return {
    told(bench, version, atIso) {
      const known = changes.get(bench) ?? [];
      if (version === null || version === known.at(-1)?.version) return;
      // A lower one is of another database: what was known before says nothing of it.
      const isNew = version < (known.at(-1)?.version ?? Infinity);
      changes.set(bench, isNew ? [{ version, atIso: null }] : [...known.slice(1 - CHANGES_MAX), { version, atIso }]);
    },
    since: (bench, version) => changes.get(bench)?.find((change) => change.version >= version)?.atIso ?? null,
  };
}
