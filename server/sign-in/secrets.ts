/**
 * Tokens and the hashes of what people know. A token is 256 random bits and is kept as SHA-256; a password or PIN is kept
 * as argon2id with a secret of this store, so that a stolen database alone is not enough to try PINs.
 */
import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** At most so many at a time: each takes 19 MiB and tens of milliseconds. */
const AT_ONCE_MAX = 2;
const WAITING_MAX = 64;

export const newToken = (): string => randomBytes(32).toString('base64url');
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

export interface Hasher {
  /** Null when too many wait already. */
  hash(secret: string): Promise<string | null>;
  /** Takes as long when there is no hash, and is then false. Null when too many wait already. */
  verify(secret: string, held: string | null): Promise<boolean | null>;
}

export async function createHasher(storeSecret: Uint8Array): Promise<Hasher> {
  const gate = createGate();
  const options = { secret: storeSecret };
  const nobody = await hash(newToken(), options);
  return {
    hash: (secret) => gate(() => hash(secret, options)),
    verify: (secret, held) => gate(async () => {
      const isRight = await verify(held ?? nobody, secret, options);
      return held !== null && isRight;
    }),
  };
}

function createGate(): <Value>(work: () => Promise<Value>) => Promise<Value | null> {
  let running = 0;
  const waiting: (() => void)[] = [];
  // A place is handed on, never given up and taken again: nobody overtakes.
  const takePlace = async (): Promise<boolean> => {
    if (running < AT_ONCE_MAX) running += 1;
    else if (waiting.length >= WAITING_MAX) return false;
    else await new Promise<void>((go) => waiting.push(go));
    return true;
  };
  return async (work) => {
    if (!await takePlace()) return null;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
