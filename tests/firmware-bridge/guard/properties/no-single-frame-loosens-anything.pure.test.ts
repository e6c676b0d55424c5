/** Property: no single frame loosens anything (a permit, established `committed`, a cleared cause); two consecutive agreeing ones do. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CAUSES } from '../../../../firmware-bridge/contract/causes.ts';
import type { Heartbeat } from '../../../../firmware-bridge/wire/rig-message.ts';
import type { Taken } from '../always.ts';
import { confirmedTrip, critical, restoring } from '../places.ts';
import { anyPlace, play } from '../random-events.ts';
import { moves, stepsOf } from './steps.ts';

/** The heartbeat of this step and the one before it, if there are two. */
function bothBeats({ before, event }: Taken): readonly [Heartbeat, Heartbeat] | null {
  return event.kind === 'line' && event.message.verb === 'HB' && before.beat !== null ? [before.beat, event.message] : null;
}

function clearedNow({ before, after }: Taken): readonly (typeof CAUSES)[keyof typeof CAUSES]['clearing'][] {
  const was = before.trip?.trip.causes ?? [];
  return (after.trip?.trip.causes ?? []).flatMap((cause, index) => (cause.cleared && was[index]?.code === cause.code && !was[index].cleared ? [CAUSES[cause.code].clearing] : []));
}

test('no single frame loosens anything', () => {
  const seen = { permits: 0, established: 0, cleared: 0 };
  fc.assert(fc.property(anyPlace, moves(15), (place, list) => {
    for (const taken of stepsOf(play(place, list))) {
      const { before, after } = taken;
      const beats = bothBeats(taken);
      if (before.permit === null && after.permit !== null) {
        seen.permits += 1;
        expect(before.permissiveBeats, 'a heartbeat before had everything too').toBeGreaterThanOrEqual(1);
      }
      if (before.restore?.established !== true && after.restore?.established === true) {
        seen.established += 1;
        expect(beats?.map((beat) => beat.zone)).toEqual(['committed', 'committed']);
      }
      for (const clearing of clearedNow(taken)) {
        seen.cleared += 1;
        expect(beats).not.toBeNull();
        if (clearing === 'event') expect(beats?.map((beat) => beat.restore)).toEqual([null, null]);
        else if (clearing === 'estop') expect(beats?.map((beat) => beat.estop)).toEqual([false, false]);
        else {
          const isAway = beats?.every((beat) => !beat.seated) === true;
          expect(isAway || (clearing === 'measured' && (after.frame.belowHold >= 2 || after.watch.last.length === 2))).toBe(true);
        }
      }
    }
  }), { numRuns: 250 });
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(0);
});

test('two consecutive agreeing ones do', () => {
  const permit = restoring();
  permit.run(200);
  permit.beat();
  expect(permit.state.permit?.point).toBe('write');
  const past = critical();
  past.phase('write');
  expect(past.state.restore?.established).toBe(false);
  past.beat();
  expect(past.state.restore?.established).toBe(true);
  const away = confirmedTrip();
  away.beat({ seat: '0' });
  expect(away.state.trip?.trip.causes[0]?.cleared).toBe(false);
  away.beat({ seat: '0' });
  expect(away.state.trip?.trip.causes[0]?.cleared).toBe(true);
});
