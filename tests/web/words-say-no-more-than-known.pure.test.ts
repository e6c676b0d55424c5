/** What the page composes out of the tables: headlines, sentences of a trip, the tab's title, what to do by hand. */
import { expect, test } from 'vitest';
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import { english } from '../../firmware-bridge/contract/words.ts';
import { lacksOf, resetBody } from '../../web/reading/reset-form.ts';
import { readBench } from '../../web/reading/voice.ts';
import { evidenceLine } from '../../web/words/evidence-lines.ts';
import { afterColon, headline, pageTitle, sayFreshness, stopByHand, trackSentence, tripSentences } from '../../web/words/sentences.ts';
import { AT_ISO, benches, trip, viewOf } from './made-benches.ts';

const read = (status: BenchStatus, nowAtMs = 0) => readBench({ view: viewOf(status), receivedAtMs: 0 }, nowAtMs);

test('headlines', () => {
  expect(headline(read(benches.stopped(1)), true)).toBe('Stopped: device frame bent');
  expect(headline(read(benches.unplugged(1)), true)).toBe('Unprotected: connection to the rig lost');
  expect(headline(read(benches.running(1), 60_000), false)).toBe('Unprotected: no live view');
  expect(headline(read(benches.running(1), 60_000), true)).toBe('Unprotected: rig is silent');
  expect(afterColon('E-stop pressed')).toBe('E-stop pressed');
});

test('freshness in words', () => {
  expect(sayFreshness(read(benches.running(1), 140))).toBe('0.2 s ago');
  expect(sayFreshness(read(benches.running(1), 14_000))).toBe('silent for 14 s');
});

test('a trip never promises data that nobody proved', () => {
  expect(tripSentences(trip())).toEqual({ when: '41 s before the point of no return.', outcome: 'Data is intact.' });
  expect(tripSentences(trip({ outcome: 'unknown' })).outcome).not.toContain('intact');
  expect(tripSentences(trip({ zone: 'committed' })).when).toBe('');
});

test('the track says an estimate only when there is one', () => {
  const { restore } = benches.running(1);
  if (restore === null) throw new Error('a running bench has a restore');
  expect(trackSentence(restore, false)).toBe('unpacking firmware · 57 % · 3 min to the point of no return');
  expect(trackSentence({ ...restore, nextInMs: null }, false)).toContain('no estimate');
});

test('what to do by hand differs by what stopping would cost', () => {
  const { 'pull-device': pull, 'look-first': look } = english.operatorCalls;
  expect(stopByHand(read(benches.running(3)))).toContain('holdfast stop bench-3');
  expect(stopByHand(read(benches.running(3)))).toContain(pull.whatToDo);
  expect(stopByHand(read(benches.committed(3)))).toContain(look.whatToDo);
  expect(stopByHand(read(benches.running(3), 60_000)), 'nobody knows where an old restore is now').toContain(look.whatToDo);
  expect(stopByHand(read(benches.ready(3))), 'nothing to pull on an empty bench').not.toContain(pull.whatToDo);
});

test('the tab tells the worst of what nobody has seen', () => {
  expect(pageTitle(0, null)).toBe('Holdfast');
  expect(pageTitle(1, read(benches.stopped(2)))).toBe('(1!) Bench 2 stopped · Holdfast');
  expect(pageTitle(2, read(benches.notConfirmed(1)))).toBe('(2!) Bench 1 NOT CONFIRMED · Holdfast');
});

test('a reset needs names and a reason, and two different people where data is at stake', () => {
  const status = benches.stoppedByHand(4);
  const form = { name: 'Ada Byron', secondName: ' ada byron ', reason: 'Phone taken out and looked at' };
  expect(lacksOf(status, { name: '', secondName: '', reason: '' })).toHaveLength(3);
  expect(lacksOf(status, form).map(({ title }) => title)).toEqual(['Both names are the same']);
  expect(lacksOf(status, { ...form, secondName: 'Grace Murray' })).toEqual([]);
  expect(resetBody(status, { ...form, secondName: 'Grace Murray' })).toMatchObject({ tripId: '5C1E77A90001', secondName: 'Grace Murray' });
});

test('evidence that this page does not know is still a line', () => {
  const event = { v: 1, id: '0190a7c0-0000-7000-8000-000000000001', bench: 'bench-1', seq: 1, bridge: 'b', bootId: 'x', atMs: 3, atIso: AT_ISO, actor: { kind: 'bridge', name: 'b' } } as const;
  expect(evidenceLine({ ...event, kind: 'moon-phase', body: {} }).detail).toBe('moon-phase');
  expect(evidenceLine({ ...event, kind: 'tripped', body: { rig: null, device: null, trip: trip() } }).detail).toContain('Device frame bent');
  expect(evidenceLine({ ...event, kind: 'tripped', body: { nonsense: 1 } }).detail).toContain('not readable');
});
