/** A store with two cases and a label, on which nothing runs, for the commands that check it. */
import { expect } from 'vitest';
import { printHead } from '../../../server/contract/custody.ts';
import { AT_ISO } from '../made-evidence.ts';
import { CASE, fill, happened, openCustody, OTHER_CASE } from '../store/custody-bench.ts';

/** As `expect` hands out what matches a text, without a hole in the types. */
export const like = (pattern: RegExp): unknown => expect.stringMatching(pattern);
export const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');

export interface Filled { readonly stateDir: string; readonly label: string; readonly newest: string }

/** A store with a case of five events, a label at the third, and another case; nothing runs on it. */
export function filled(): Filled {
  const { custody, stateDir, close } = openCustody();
  fill(custody, 3);
  const label = custody.anchor(CASE, { kind: 'label', atIso: AT_ISO, ref: 'L-1' });
  for (const seq of [3, 4]) custody.append(CASE, seq, [happened('more')]);
  fill(custody, 1, OTHER_CASE, 'H0TD');
  // A third one to which nothing happened yet.
  custody.name('01991f5e-7a00-7000-8000-0000000000c3', 'N0NE');
  const head = custody.head(CASE);
  if (label === null || head === null) expect.fail();
  close();
  return { stateDir, label: printHead({ code: 'K7Q2', ...label }), newest: printHead(head) };
}
