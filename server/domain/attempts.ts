/**
 * How often somebody may try to sign in. Tries are counted before they are judged, so that many at once gain nothing. An
 * enrolled bench PC is counted apart, so that strangers who try from elsewhere cannot lock a store out of its own benches.
 */

interface Rule {
  readonly max: number;
  readonly withinMs: number;
}

const MINUTE_MS = 60_000;

/** Policy; the numbers keep 100,000 guesses of an account above a year from elsewhere, and a PIN of 6 digits above 9 years. */
export const ATTEMPT_RULES = {
  /** From one address that is no enrolled bench PC. */
  address: { max: 30, withinMs: 10 * MINUTE_MS },
  /** Of one account, from anywhere but enrolled bench PCs. */
  account: { max: 10, withinMs: 60 * MINUTE_MS },
  /** Of one account at one enrolled bench PC. */
  'account-at-bench-pc': { max: 10, withinMs: 15 * MINUTE_MS },
  /** PINs of one person at one enrolled bench PC; the password still works. */
  pin: { max: 5, withinMs: 60 * MINUTE_MS },
  /** Badges that nobody has, at one enrolled bench PC. */
  badge: { max: 20, withinMs: 10 * MINUTE_MS },
  /** Sign-ins by an identity provider, begun and brought back, from one address or enrolled bench PC. */
  provider: { max: 60, withinMs: 10 * MINUTE_MS },
  /** Passkeys that were not accepted, at one enrolled bench PC. */
  passkey: { max: 20, withinMs: 10 * MINUTE_MS },
  /** One-time links, from one address. */
  link: { max: 20, withinMs: 10 * MINUTE_MS },
} as const satisfies Record<string, Rule>;
export type AttemptKind = keyof typeof ATTEMPT_RULES;

/** Counted over many people. */
const SHARED: ReadonlySet<AttemptKind> = new Set(['address', 'badge', 'passkey', 'link', 'provider']);

export interface AttemptKey {
  readonly kind: AttemptKind;
  readonly of: string;
}

/** More are forgotten, oldest first; each takes some 200 bytes. */
const KEYS_MAX = 20_000;

export interface Attempts {
  /** Counts a try under every key, and returns null; or counts nothing and returns how long to wait (ms), and whether that is told for the first time. */
  begin(keys: readonly AttemptKey[], nowMs: number): { readonly waitMs: number; readonly isFirst: boolean } | null;
  /** It was the right one: what belongs to one person begins anew, the rest only loses this try, so that an own account or badge helps nobody to guess others. */
  succeeded(keys: readonly AttemptKey[]): void;
}

export function createAttempts(): Attempts {
  const tries = new Map<string, number[]>();
  const told = new Set<string>();
  const nameOf = ({ kind, of }: AttemptKey): string => `${kind} ${of}`;
  const young = (key: AttemptKey, nowMs: number): number[] => (tries.get(nameOf(key)) ?? []).filter((atMs) => nowMs - atMs < ATTEMPT_RULES[key.kind].withinMs);
  return {
    begin(keys, nowMs) {
      const waits = keys.map((key) => {
        const { max, withinMs } = ATTEMPT_RULES[key.kind];
        const before = young(key, nowMs);
        const oldest = before[before.length - max];
        return oldest === undefined ? 0 : oldest + withinMs - nowMs;
      });
      const waitMs = Math.max(0, ...waits);
      if (waitMs > 0) {
        const full = keys.map(nameOf).filter((_, index) => (waits[index] ?? 0) > 0);
        const isFirst = full.some((name) => !told.has(name));
        for (const name of full) told.add(name);
        return { waitMs, isFirst };
      }
      for (const key of keys) {
        const name = nameOf(key);
        told.delete(name);
        const now = [...young(key, nowMs), nowMs];
        tries.delete(name);
        tries.set(name, now);
      }
      for (const name of tries.keys()) {
        if (tries.size <= KEYS_MAX) break;
        tries.delete(name);
        told.delete(name);
      }
      return null;
    },
    succeeded(keys) {
      for (const key of keys) {
        const before = tries.get(nameOf(key));
        if (SHARED.has(key.kind)) before?.pop();
        else tries.delete(nameOf(key));
      }
    },
  };
}
