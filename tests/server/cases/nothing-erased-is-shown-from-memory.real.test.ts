/** What somebody looked at a moment ago is shown again from memory only as long as it is there, whoever erased it. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { CaseState } from '../../../server/contract/case-state.ts';
import { laidOut, bytesOfValue } from '../../../server/domain/cases/private-content.ts';
import { createCaseLooks } from '../../../server/http/case-looks.ts';
import { MANAGER, openPrivateStore } from '../store/private-bench.ts';
import { STORY } from './made-cases.ts';

test('a story that the daily run erased is not shown, though it was looked at a minute ago', () => {
  const { records, nowIso } = openPrivateStore();
  const caseId = randomUUID();
  const written = records.write({ caseId, kind: 'story', content: laidOut(new Uint8Array(32).fill(7), bytesOfValue(STORY)), replaces: null }, MANAGER, nowIso());
  const row = 'id' in written ? written.id : '';
  const looks = createCaseLooks({ records, edges: { nowMs: () => 60_000, epochMs: () => Date.parse(nowIso()) } });
  const state = { id: caseId, rows: { contact: null, story: { row, sha256: '' }, agent: null } } as unknown as CaseState;
  for (let count = 0; count < 2; count += 1) expect(looks.look(state, 'story', 'somebody', MANAGER)).toMatchObject({ story: STORY });
  expect(records.looks(caseId, 10)).toHaveLength(1);
  records.erase(caseId, null, { ...MANAGER, who: { kind: 'system', name: 'retention' }, why: 'past its time' }, nowIso());
  expect(looks.look(state, 'story', 'somebody', MANAGER)).toEqual({ refusal: 'case-erased' });
});
