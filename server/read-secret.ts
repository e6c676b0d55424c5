/** Reads a file that holds one secret and nothing else, and refuses one that others on this machine could read or change. */
import { readFileSync, statSync } from 'node:fs';
import type { StartRefusalCode } from './contract/problem-codes.ts';
import { detailOf, StartRefusal } from './start-refusal.ts';

const SECRET_BYTES_MAX = 4096;
const OPEN_TO_ALL = 0o006;

export interface SecretKind {
  readonly open: StartRefusalCode;
  readonly unreadable: StartRefusalCode;
  readonly fits: RegExp;
  /** What is wrong with one that does not fit. */
  readonly unfit: string;
}

export function readSecret(file: string, { open, unreadable, fits, unfit }: SecretKind): string {
  try {
    const { size, mode } = statSync(file);
    if (size > SECRET_BYTES_MAX) throw new Error('it is larger than 4 KB');
    if ((mode & OPEN_TO_ALL) !== 0) throw new StartRefusal(open, { file });
    const secret = readFileSync(file, 'utf8').trim();
    if (!fits.test(secret)) throw new Error(secret === '' ? 'it is empty' : unfit);
    return secret;
  } catch (error) {
    if (error instanceof StartRefusal) throw error;
    throw new StartRefusal(unreadable, { file, detail: detailOf(error) }, error);
  }
}
