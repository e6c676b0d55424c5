/** What must be so at every step of the interlock, whatever the events: checked in every scripted and every random run. */
import { strict as assert } from 'node:assert';
import { switchedOff } from '../../../firmware-bridge/guard/wire-uses.ts';
import { GRANT_ONLY } from '../../../firmware-bridge/guard/permissives.ts';
import type { BenchState } from '../../../firmware-bridge/guard/state.ts';
import type { Effect, GuardEvent } from '../../../firmware-bridge/guard/turn.ts';

export interface Taken { readonly before: BenchState; readonly event: GuardEvent; readonly after: BenchState; readonly effects: readonly Effect[] }

const isReset = (event: GuardEvent): boolean =>
  (event.kind === 'line' && event.message.verb === 'RESET-DONE') || (event.kind === 'order' && event.order.kind === 'reset');

export function assertAlways({ before, event, after, effects }: Taken): void {
  const grants = effects.some((effect) => effect.do === 'write-line' && effect.permits);
  const stops = effects.filter((effect) => effect.do === 'stop-restore').length;
  if (grants) {
    assert.equal(before.trip, null, 'a tripped bench never grants');
    assert.equal(after.trip, null, 'a step that trips never grants');
    assert.ok(event.kind === 'line' && event.message.verb === 'HB', 'a permit answers a heartbeat');
    assert.deepEqual(after.permissives.filter((one) => !one.ok && !GRANT_ONLY.has(one.id)), [], 'a permit has every permissive');
    assert.equal(after.permit?.plan, after.restore?.plan?.value.hash, 'a permit names the plan that is announced now');
    assert.equal(after.permit?.restore, after.restore?.id, 'a permit names the restore that is open');
  }
  if (before.permit === null && after.permit !== null) {
    assert.deepEqual(after.permissives.filter((one) => !one.ok), [], 'a new permit has every permissive, of the grant too');
    assert.ok(before.permissiveBeats >= 1, 'no single frame permits');
  }
  if (before.restore?.established !== true && after.restore?.established === true && event.kind === 'line') {
    assert.ok((before.restore?.claims ?? 0) >= 1 || before.known?.established === true, 'no single frame establishes committed');
  }
  if (before.zone === 'committed' && after.zone === 'committed') assert.equal(stops, 0, 'nothing is written in established committed');
  const wired = effects.filter((effect) => effect.do === 'use-wiring');
  if (after.zone === 'committed') assert.equal(wired.length, 0, 'no wire is used in committed');
  for (const { bytes, step } of wired) {
    const held = before.trip !== null && switchedOff(before.trip.trip).some((use) => use.step === step);
    assert.ok(bytes !== null || held || (!after.inDoubt && after.everHeard), 'no wire is switched in doubt or unseen');
    assert.ok(bytes !== null || held || after.beat?.zone !== 'committed', 'no wire is switched while the rig says committed');
  }
  if (effects.some((effect) => effect.do === 'release-wiring')) assert.ok(isReset(event), 'only a reset drives the lines back');
  assert.ok(stops <= 1, 'one stop in one step');
  if (effects.some((effect) => effect.do === 'strike-drill')) {
    assert.equal(stops, 0, 'a drill never stands beside a stop');
    assert.deepEqual([after.trip, after.restore, after.permit, after.device], [null, null, null, null], 'a drill meets nobody');
    assert.deepEqual([after.seated, after.zone, after.rigLatch], [false, 'safe', null], 'a drill is for an empty, safe bench');
  }
  assert.ok(after.drills.running === null || (after.trip === null && after.restore === null && after.device === null), 'whatever is real ends a drill');
  if (before.trip === null && after.trip !== null && after.trip.trip.zone !== 'committed') {
    assert.equal(effects[0]?.do, 'drop-permit', 'dropping the permit is the first effect of a trip');
    if (stops > 0) assert.equal(effects[1]?.do, 'stop-restore', 'the stop is the second');
  }
  assert.equal(after.mode === 'tripped', after.trip !== null, 'tripped is the mode of a trip');
  if (before.trip !== null && after.trip === null) assert.ok(isReset(event), 'only a reset releases a latch');
  if (before.trip !== null && after.trip !== null) {
    assert.equal(after.trip.trip.causes[0]?.code, before.trip.trip.causes[0]?.code, 'first-out never changes');
  }
  if (before.trip !== null && after.trip !== null && after.trip.trip.id !== before.trip.trip.id) {
    assert.ok(after.trip.trip.earlierIds?.includes(before.trip.trip.id), 'a trip is not replaced by another; only its stop may get a new id');
  }
  if (after.trip !== null) {
    const { receipt } = after.trip.trip;
    assert.equal(receipt.state === 'confirmed', receipt.answer === 'stopped', 'confirmed means that the rig said STOPPED');
    assert.ok(after.zone !== 'committed' || after.trip.trip.operator !== 'pull-device' || receipt.state === 'pending', 'nobody pulls a cable in committed');
  }
  if (before.drills.kept.out !== null && after.drills.kept.out === null) {
    assert.ok(event.kind === 'order' && event.order.kind === 'return-to-service' && before.drills.kept.out.drilled, 'only a person returns a bench, after a drill that passed');
  }
  if (before.permit === null && after.permit !== null) assert.equal(after.drills.kept.out, null, 'a bench out of service grants nothing');
  assert.ok(after.permit === null || after.trip === null, 'no permit stands beside a trip');
}
