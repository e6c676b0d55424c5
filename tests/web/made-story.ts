/** A store with one case in the middle of its story, one expected and one that walked in: inputs of the played server, made-up people. */
import { benches, trip, viewOf } from './made-benches.ts';
import { madeWho } from './made-people.ts';
import { PlayedCases } from './played-cases.ts';
import type { Play } from './played-server.ts';
import { BRIEF, deviceIn, madeStop, received } from '../server/domain/cases/made-cases.ts';

export const STORY = { matters: 'The last photos of his wife with their daughters.', doNotAsk: 'How the display broke.', happened: 'It fell down the stairs.' };
export const PRIVATE = { contact: { name: 'Manuel Reyes', greeting: 'Mr. Reyes, speaks softly', mail: 'm@example.org', phone: '+1 555 0123', mayCall: true }, story: STORY, agent: { name: 'Dana', mail: 'dana@example.org', reference: 'C-77' } };
const STOP_AT = '2026-11-24T08:50:00.000Z';
const BENT = { code: 'device-frame-bent' as const, params: { edge: 'left', deviationUm: 412, holdAtUm: 300, limitUm: 400, uncertaintyUm: 100 }, atIso: STOP_AT, cleared: false };

/** The stop of a bent frame waits for a decision; the brief of another customer waits for a manager. */
export function madeStory() {
  const cases = new PlayedCases();
  const { world } = cases;
  const held = received(world, { brief: { private: PRIVATE } });
  cases.privately.set(held, PRIVATE);
  world.must(held, 'put-away', { deviceId: deviceIn(world, held).id, location: 'fire-safe', label: 'shelf 2' });
  world.must(held, 'explain-no-photo', { deviceId: deviceIn(world, held).id, why: 'the camera is broken' });
  world.nowMs += 3_000_000;
  world.stop(madeStop('5C1E77A90001', { serial: deviceIn(world, held).ids.serial }, { dataAtStake: true, causes: [BENT] }));
  const expected = world.must(null, 'file-brief', { ...BRIEF, irreplaceable: false, expectedAtIso: '2026-11-24T16:00:00.000Z', private: PRIVATE, device: { ids: {}, looks: { model: 'iPhone 13' } } });
  cases.privately.set(expected, PRIVATE);
  const walkIn = world.must(null, 'open-walk-in', { irreplaceable: false, device: { ids: { serial: 'DNPX1234' }, looks: { model: 'Pixel 8' } }, private: {} });
  const play: Partial<Play> = {
    cases, views: [viewOf(benches.stopped(1)), viewOf(benches.running(2))], who: madeWho(['manager']),
    stops: [{ rig: 'VIRTUAL-1', stopId: '5C1E77A90001', bench: 'bench-1', device: null, trip: trip({ atIso: STOP_AT, dataAtStake: true, causes: [BENT] }), recovered: false, recordedAtIso: STOP_AT, reset: null }],
  };
  return { cases, play, codes: { held: world.state(held).code, expected: world.state(expected).code, walkIn: world.state(walkIn).code }, ids: { held, expected, walkIn } };
}
