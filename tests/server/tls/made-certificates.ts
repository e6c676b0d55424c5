/** Certificates for tests, made by the product's own code, in files of a temporary folder. One authority serves a whole file. */
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeAuthority, makeServerCertificate } from '../../../server/tls/make-certificates.ts';
import type { Made } from '../../../server/tls/make-certificates.ts';

export const DAY_MS = 86_400_000;
export const serial = (): Uint8Array => randomBytes(16);
export const NAMES = ['bench-pc.example', '192.168.1.5', 'fd00::5'];

export const madeAuthority = (nowMs: number): Made => makeAuthority('bench-pc', { nowMs, serial });
export const madeCertificate = (authority: Made, nowMs: number, names: readonly string[] = NAMES): Made => makeServerCertificate(authority, names, { nowMs, serial });

export function written(folder: string, { cert, key }: Made, mode = 0o600): { cert: string; key: string } {
  const files = { cert: join(folder, 'own.pem'), key: join(folder, 'own.key') };
  writeFileSync(files.cert, cert);
  writeFileSync(files.key, key, { mode });
  return files;
}
