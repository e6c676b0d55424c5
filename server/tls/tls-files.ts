/** Where the generated certificates of a store lie in its state folder, and how they are written: whole, and keys for their owner only. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface TlsFiles {
  readonly authority: string;
  readonly authorityKey: string;
  readonly cert: string;
  readonly key: string;
}

export const tlsFiles = (stateDir: string): TlsFiles => ({
  authority: join(stateDir, 'tls', 'holdfast-ca.pem'), authorityKey: join(stateDir, 'tls', 'holdfast-ca.key'),
  cert: join(stateDir, 'tls', 'server.pem'), key: join(stateDir, 'tls', 'server.key'),
});

export const makeTlsFolder = (stateDir: string): void => {
  mkdirSync(join(stateDir, 'tls'), { recursive: true, mode: 0o700 });
};

/** Whole or not at all, and never for a moment readable by others. */
export function writeWhole(file: string, text: string, mode: 0o600 | 0o644): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text, { mode, flag: 'wx' });
  renameSync(draft, file);
}

export function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
