/**
 * Seals bytes with AES-256-GCM under a key and a binding, and opens them again. The nonce is drawn here and nowhere else: a
 * nonce that comes twice under one key would give both texts away.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface Sealed {
  readonly nonce: Uint8Array;
  /** Ciphertext and behind it the tag. */
  readonly sealed: Uint8Array;
}

export const newKey = (): Uint8Array => randomBytes(KEY_BYTES);

export function seal(key: Uint8Array, content: Uint8Array, binding: Uint8Array): Sealed {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(binding);
  return { nonce, sealed: Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()]) };
}

/** Null when key, nonce, binding or content is not what was sealed. */
export function unseal(key: Uint8Array, { nonce, sealed }: Sealed, binding: Uint8Array): Uint8Array | null {
  if (nonce.length !== NONCE_BYTES || sealed.length < TAG_BYTES) return null;
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(binding);
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const opened = decipher.update(sealed.subarray(0, -TAG_BYTES));
  try {
    return Buffer.concat([opened, decipher.final()]);
  } catch {
    return null;
  }
}
