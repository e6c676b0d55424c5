/** What the page composes out of the tables: headlines, sentences of a trip, the tab's title, what to do by hand. */
import { expect, test } from 'vitest';
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import { english } from '../../firmware-bridge/contract/words.ts';
import { lacksOf, resetSubject, thingOf } from '../../web/reading/reset-form.ts';
import { readBench } from '../../web/reading/voice.ts';
import { evidenceLine } from '../../web/words/evidence-lines.ts';
import { afterColon, distrust, headline, pageTitle, sayFreshness, stopByHand, trackSentence, tripSentences } from '../../web/words/sentences.ts';
import { AT_ISO, benches, trip, viewOf } from './made-benches.ts';

const read = (status: BenchStatus, nowAtMs = 0) => readBench({ view: viewOf(status), receivedAtMs: 0 }, nowAtMs);

test('headlines', () => {
  expect(headline(read(benches.stopped(1)), true)).toBe('Stopped: device frame bent');
  expect(headline(read(benches.unplugged(1)), true)).toBe('Unprotected: connection to the rig lost');
  expect(headline(read(benches.running(1), 60_000), false)).toBe('Unprotected: no live view');
  expect(headline(read(benches.running(1), 60_000), true)).toBe('Unprotected: rig is silent');
  expect(afterColon('E-stop pressed')).toBe('E-stop pressed');
});

test('a bench without protection is promised nothing, whatever its mode was', () => {
  for (const mode of ['inhibited', 'permitted', 'tripped'] as const) {
    const status = { ...benches.ready(1), mode, protection: 'none' as const };
    const out = { ...status, service: benches.outOfService(1).service };
    for (const one of [status, out]) {
      expect(headline(read(one), true)).toBe('Unprotected: connecting');
      expect(distrust(read(one), true).what, mode).toBe(english.modes.handshaking.what);
    }
  }
  expect(distrust(read({ ...benches.ready(1), mode: 'offline', protection: 'none' }), true).what).toBe(english.modes.offline.what);
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

test('a reset needs a reason and a proof, and a second proof where data is at stake', () => {
  const [atStake, calm] = [benches.stoppedByHand(4), benches.stopped(4)];
  const [nothing, alone] = [{ reason: ' a ', hasOwnProof: false, hasSecondProof: false }, { reason: 'Phone looked at', hasOwnProof: true, hasSecondProof: false }];
  expect([thingOf(atStake).dataAtStake, thingOf(calm).dataAtStake]).toEqual([true, false]);
  expect(thingOf({ ...calm, trip: trip({ dataAtStake: true }) }).dataAtStake, 'also when only the trip says so').toBe(true);
  expect(lacksOf(atStake, nothing)).toHaveLength(3);
  expect(lacksOf(calm, nothing)).toHaveLength(2);
  expect(lacksOf(atStake, alone)).toEqual(['The second person must confirm']);
  expect(lacksOf(calm, alone)).toEqual([]);
  expect(lacksOf(atStake, { ...alone, hasSecondProof: true })).toEqual([]);
  expect(resetSubject(atStake)).toBe('bench-4/5C1E77A90001');
});

test('evidence that this page does not know is still a line', () => {
  const event = { v: 1, id: '0190a7c0-0000-7000-8000-000000000001', bench: 'bench-1', seq: 1, bridge: 'b', bootId: 'x', atMs: 3, atIso: AT_ISO, actor: { kind: 'bridge', name: 'b' } } as const;
  expect(evidenceLine({ ...event, kind: 'moon-phase', body: {} }).detail).toBe('moon-phase');
  expect(evidenceLine({ ...event, kind: 'tripped', body: { rig: null, device: null, trip: trip() } }).detail).toContain('Device frame bent');
  expect(evidenceLine({ ...event, kind: 'tripped', body: { nonsense: 1 } }).detail).toContain('not readable');
});
