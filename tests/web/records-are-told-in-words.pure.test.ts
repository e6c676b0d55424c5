/** No code of the bridge, the server or the rig stands on a page where a word is known: evidence and audit are read by people. */
import { expect, test } from 'vitest';
import { CASE_ACT_NAMES } from '../../server/contract/case-acts.ts';
import { PRIVATE_KINDS } from '../../server/contract/private-data.ts';
import { sayDeed } from '../../web/words/audit-words.ts';
import { evidenceLine } from '../../web/words/evidence-lines.ts';
import { filesBelow, read } from '../house/sources.ts';
import { madeEvent } from '../server/made-evidence.ts';

const isCode = (text: string): boolean => /\b[a-z]+-[a-z]+(-[a-z]+)*\b/.test(text);

test('every act on a case and every look has its words in the audit', () => {
  const deeds = [...CASE_ACT_NAMES, ...PRIVATE_KINDS.flatMap((kind) => [`wrote-${kind}`, `looked-at-${kind}`, `erased-${kind}`]), 'erased-case', 'hold-by-stop', 'custody-exported'];
  expect(deeds.filter((deed) => sayDeed(deed) === deed)).toEqual([]);
  expect(sayDeed('of-another-version')).toBe('of-another-version');
});

test('how a restore ended, why a permit went and what a note says are words, as far as the guard has codes for it', () => {
  const guard = filesBelow('firmware-bridge/guard').map(read).join('\n');
  const codesOf = (pattern: RegExp): readonly string[] => [...new Set([...guard.matchAll(pattern)].map(({ 1: code = '' }) => code))];
  const said = [
    ...codesOf(/closeRestore\(turn, '([a-z-]+)'/g).map((result) => madeEvent(1, 'restore-ended', { restoreId: '00070001', result })),
    ...codesOf(/dropPermit\(turn, '([a-z-]+)'/g).map((why) => madeEvent(1, 'permit-dropped', { restoreId: '00070001', point: 'write', why })),
    ...codesOf(/kind: 'note', body: \{ code: '([a-z-]+)'/g).map((code) => madeEvent(1, 'note', { code, params: {} })),
  ].map(evidenceLine);
  expect(said.length).toBeGreaterThanOrEqual(12);
  expect(said.filter(({ detail }) => isCode(detail))).toEqual([]);
});
