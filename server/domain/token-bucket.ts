/**
 * A limit on how often somebody may ask: each key has a bucket of tokens that fills again with time. The number of buckets
 * is limited; a forgotten one begins full, so that memory never grows and nobody is refused for another one's haste.
 */
export interface BucketRule {
  /** Tokens of a full bucket: how many at once. */
  readonly burst: number;
  readonly perSecond: number;
  readonly keysMax: number;
}

export interface Buckets {
  /** Takes one token: 0 when there was one, else the time until there is (ms). */
  take(key: string, nowMs: number): number;
  size(): number;
}

interface Bucket {
  readonly tokens: number;
  readonly atMs: number;
}

export function createBuckets({ burst, perSecond, keysMax }: BucketRule): Buckets {
  /** Least lately used first. */
  const buckets = new Map<string, Bucket>();
  return {
    take(key, nowMs) {
      const known = buckets.get(key);
      const filled = known === undefined ? burst : Math.min(burst, known.tokens + (Math.max(0, nowMs - known.atMs) * perSecond) / 1000);
      const isThere = filled >= 1;
      buckets.delete(key);
      buckets.set(key, { tokens: isThere ? filled - 1 : filled, atMs: nowMs });
      if (buckets.size > keysMax) forgetFirst(buckets);
      return isThere ? 0 : Math.ceil(((1 - filled) * 1000) / perSecond);
    },
    size: () => buckets.size,
  };
}

function forgetFirst(buckets: Map<string, Bucket>): void {
  const [oldest] = buckets.keys();
  if (oldest !== undefined) buckets.delete(oldest);
}
