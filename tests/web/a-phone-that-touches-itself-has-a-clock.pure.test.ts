/** Switched off or not, the minutes run, and what follows is said: others are called while it is on, the next reminder once it is off. */
import { expect, test } from 'vitest';
import { minuteOf } from '../../web/reading/feed-state.ts';
import { sayPower } from '../../web/reading/power-clock.ts';
import { sayMoment } from '../../web/words/times.ts';
import { nextSteps } from '../../server/domain/cases/next-steps.ts';
import { CaseWorld } from '../server/domain/cases/case-world.ts';
import { deviceIn, INTAKE, received } from '../server/domain/cases/made-cases.ts';

const MINUTE_MS = 60_000;

function ghost() {
  const world = new CaseWorld();
  const id = received(world, { intake: { ...INTAKE, ghostTouch: 'yes', swelling: 'yes' } });
  const said = () => sayPower(deviceIn(world, id).poweredOffAtIso, nextSteps(world.state(id), world.nowMs).filter(({ deviceId }) => deviceId === deviceIn(world, id).id), world.nowMs);
  const later = (minutes: number) => {
    world.nowMs += minutes * MINUTE_MS;
    return said();
  };
  return { world, id, later };
}

test('while it is on: since when, and in how many minutes others are called; too late, that they are', () => {
  const { later } = ghost();
  expect(later(4)).toEqual({ isOn: true, text: 'The screen touches by itself. Switch it off now. On for 4 min since it was seen. Others are called in 6 min.' });
  expect(later(6)?.text).toContain('On for 10 min since it was seen. That is too long');
  expect(later(65)?.text).toContain('On for 1 h 15 min');
});

test('once it is off: for how long, and the next reminder of this device', () => {
  const { world, id, later } = ghost();
  world.must(id, 'put-away', { deviceId: deviceIn(world, id).id, location: 'fire-safe', label: 'A4' });
  world.must(id, 'power-off', { deviceId: deviceIn(world, id).id });
  const due = nextSteps(world.state(id), world.nowMs).find(({ step }) => step === 'check-battery')?.dueAtIso ?? '';
  world.must(id, 'explain-no-photo', { deviceId: deviceIn(world, id).id, why: 'no camera' });
  expect(later(12)).toEqual({ isOn: false, text: `Off for 12 min. Leave it off: each wake lets it try passcodes. Next for it: Look at the battery, due ${sayMoment(due)}.` });
});

test('woken, it runs anew', () => {
  const { world, id, later } = ghost();
  world.must(id, 'power-off', { deviceId: deviceIn(world, id).id });
  expect(later(30)?.isOn).toBe(false);
  world.must(id, 'record-intake', { deviceId: deviceIn(world, id).id, intake: { ...INTAKE, ghostTouch: 'yes', power: 'off' } });
  expect(later(1)?.isOn).toBe(false);
  world.must(id, 'record-intake', { deviceId: deviceIn(world, id).id, intake: { ...INTAKE, ghostTouch: 'yes' } });
  expect(later(1)).toMatchObject({ isOn: true, text: expect.stringContaining('On for 1 min') as string });
});

test('of a phone that nobody switched off nothing is said, and the minutes of a page change once a minute', () => {
  const world = new CaseWorld();
  const id = received(world);
  expect(sayPower(deviceIn(world, id).poweredOffAtIso, nextSteps(world.state(id), world.nowMs), world.nowMs)).toBeNull();
  expect(minuteOf(new Date(12 * MINUTE_MS + 59_999))).toBe(12 * MINUTE_MS);
  expect(minuteOf(null)).toBeNull();
});
