/**
 * Random questions that a passkey answers. Each is meant for one thing, works once and for five minutes, and is kept in
 * memory only: a restart of the server forgets them all.
 */
import { randomBytes } from 'node:crypto';

export const CHALLENGE_MS = 5 * 60_000;
/** Who asks for many loses the oldest of the own ones, and takes none from others. */
const OF_ONE_PLACE_MAX = 32;
const KEPT_MAX = 20_000;

export interface Challenges {
  /** `from`: whose count it is. */
  make(meant: string, from: string, nowMs: number): string;
  /** Gone after it, whatever it was meant for. */
  take(challenge: string, meant: string, nowMs: number): boolean;
}

interface Kept {
  readonly meant: string;
  readonly from: string;
  readonly untilMs: number;
}

export function createChallenges(): Challenges {
  const kept = new Map<string, Kept>();
  const ofPlace = new Map<string, Set<string>>();
  const forget = (challenge: string): void => {
    const { from = '' } = kept.get(challenge) ?? {};
    kept.delete(challenge);
    const own = ofPlace.get(from);
    own?.delete(challenge);
    if (own?.size === 0) ofPlace.delete(from);
  };
  return {
    make(meant, from, nowMs) {
      // All live equally long, so the oldest come first.
      for (const [challenge, { untilMs }] of kept) {
        if (untilMs > nowMs && kept.size < KEPT_MAX) break;
        forget(challenge);
      }
      const [oldest = '', ...younger] = ofPlace.get(from) ?? [];
      if (younger.length + 1 >= OF_ONE_PLACE_MAX) forget(oldest);
      const challenge = randomBytes(32).toString('base64url');
      kept.set(challenge, { meant, from, untilMs: nowMs + CHALLENGE_MS });
      ofPlace.set(from, (ofPlace.get(from) ?? new Set<string>()).add(challenge));
      return challenge;
    },
    take(challenge, meant, nowMs) {
      const found = kept.get(challenge);
      forget(challenge);
      return found !== undefined && found.meant === meant && found.untilMs > nowMs;
    },
  };
}
