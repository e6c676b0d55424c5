/** The state behind the live feed: configured order, bounded evidence, resuming. */
import { expect, test } from 'vitest';
import type { LiveMessage, StoredEvidence } from '../../server/contract/live.ts';
import { EVIDENCE_KEPT_MAX, applyMessage, emptyFeedState, reconnectDelayMs, serverTimeNow } from '../../web/reading/feed-state.ts';
import { AT_ISO, benches, viewOf } from './made-benches.ts';

const evidence = (id: number): StoredEvidence => ({
  id, receivedAtIso: AT_ISO,
  event: { v: 1, id: '0190a7c0-0000-7000-8000-000000000001', kind: 'note', bench: 'bench-1', seq: id, bridge: 'b', bootId: 'x', atMs: 3, atIso: AT_ISO, actor: { kind: 'bridge', name: 'b' }, body: {} },
});
const snapshot = (after: number, recent: StoredEvidence[] = []): LiveMessage => ({
  type: 'snapshot', after, version: '0.1.0', store: { name: 'Store 014', virtual: true }, serverTimeIso: AT_ISO, benches: [viewOf(benches.running(2)), viewOf(benches.ready(1))], recent,
});

test('benches keep the order of the server whatever happens to them', () => {
  const first = applyMessage(emptyFeedState, snapshot(1), 0);
  const after = applyMessage(first, { type: 'bench', bench: viewOf(benches.stopped(2)) }, 50);
  expect(after.benches.map(({ view }) => view.id)).toEqual(['bench-2', 'bench-1']);
  expect(after.benches[0]?.receivedAtMs).toBe(50);
  expect(after.benches[1]?.receivedAtMs).toBe(0);
});

test('evidence is kept once each, in order, and not for ever', () => {
  let state = applyMessage(emptyFeedState, snapshot(2, [evidence(1), evidence(2)]), 0);
  state = applyMessage(state, { type: 'evidence', item: evidence(2) }, 1);
  expect(state.evidence.map(({ id }) => id)).toEqual([1, 2]);
  for (let id = 3; id < EVIDENCE_KEPT_MAX + 50; id += 1) state = applyMessage(state, { type: 'evidence', item: evidence(id) }, id);
  expect(state.evidence).toHaveLength(EVIDENCE_KEPT_MAX);
  expect(state.lastEvidenceId).toBe(EVIDENCE_KEPT_MAX + 49);
});

test('another database does not mix its evidence with the old', () => {
  const old = applyMessage(emptyFeedState, snapshot(9, [evidence(8), evidence(9)]), 0);
  expect(applyMessage(old, snapshot(1, [evidence(1)]), 1).evidence.map(({ id }) => id)).toEqual([1]);
});

test('lists of stops are asked for again after a snapshot, a stop and a judgement, and not for everything', () => {
  const version = (state: typeof emptyFeedState, ...messages: LiveMessage[]) => messages.reduce((so, message) => applyMessage(so, message, 0), state).stopsVersion;
  const tripped: StoredEvidence = { ...evidence(4), event: { ...evidence(4).event, kind: 'tripped' } };
  const judged: LiveMessage = {
    type: 'judgement', bench: 'bench-1', rig: null, stopId: 'S1',
    judgement: { id: '0190a7c0-0000-7000-8000-000000000002', verdict: 'false', actor: { kind: 'unverified-name', name: 'Ada' }, words: null, atIso: AT_ISO },
  };
  expect(version(emptyFeedState, snapshot(1))).toBe(1);
  expect(version(emptyFeedState, { type: 'evidence', item: tripped })).toBe(1);
  expect(version(emptyFeedState, judged)).toBe(1);
  expect(version(emptyFeedState, { type: 'evidence', item: evidence(3) }, { type: 'bench', bench: viewOf(benches.running(1)) })).toBe(0);
});

test('the clock is the server clock and goes on by our own', () => {
  expect(serverTimeNow(applyMessage(emptyFeedState, snapshot(1), 1000), 3500)?.toISOString()).toBe('2026-11-23T14:32:10.500Z');
});

test('tries to connect come later and later, up to a limit, and not all at once', () => {
  expect([0, 1, 2, 3, 4, 9].map((attempt) => reconnectDelayMs(attempt, 0.5))).toEqual([500, 1000, 2000, 4000, 8000, 8000]);
  expect(reconnectDelayMs(4, 1)).toBeGreaterThan(reconnectDelayMs(4, 0));
});
