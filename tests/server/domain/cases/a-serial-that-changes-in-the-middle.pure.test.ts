/** A serial was misread, or the board was changed: both stay held, the reason stays written, and nothing is allowed by the old one. */
import { expect, test } from 'vitest';
import { factsOfCases } from '../../../../server/domain/cases/case-facts.ts';
import { findIn } from '../../../../server/domain/cases/search.ts';
import { CaseWorld, idsOf, LOOKS } from './case-world.ts';
import { askHold, CONFIRMATION, consent, deviceIn, madeStop, PHONE, received, SECOND } from './made-cases.ts';

const identify = (world: CaseWorld, id: string, ids: object, why: string) => ({ deviceId: deviceIn(world, id).id, ids: idsOf(ids), why });

test('it needs a reason, and both serials are held and found', () => {
  const world = new CaseWorld();
  const id = received(world);
  const holdId = askHold(world, id);
  expect(world.refused(id, 'identify-device', identify(world, id, { serial: 'F2LXK1ABC8' }, ''))).toMatchObject({ refusal: 'reason-needed', at: 'body.why' });
  world.must(id, 'identify-device', identify(world, id, { serial: 'F2LXK1ABC8' }, 'misread'));
  world.must(id, 'identify-device', identify(world, id, { serial: 'F2LXK1ABC7' }, 'the board was changed'));
  const sets = [PHONE, { ...PHONE, serial: 'F2LXK1ABC8' }, { ...PHONE, serial: 'F2LXK1ABC7' }];
  expect(factsOfCases(world.states, world.nowMs).holds).toEqual(sets.map((device, place) => ({ id: place === 0 ? holdId : `${holdId}.${place}`, device, code: world.state(id).code })));
  expect(factsOfCases(world.states, world.nowMs).irreplaceable).toEqual(sets.map((device) => ({ device })));
  for (const { serial } of sets) expect(findIn(world.state(id), serial)).toEqual({ by: 'serial', exact: true });
});

test('knowing more is no change and needs no reason; nothing new is nothing to write', () => {
  const world = new CaseWorld();
  const id = received(world);
  world.must(id, 'identify-device', identify(world, id, { ecid: 'abcd' }, ''));
  expect(deviceIn(world, id)).toMatchObject({ ids: { ...PHONE, ecid: 'ABCD' }, formerIds: [] });
  expect(world.refused(id, 'identify-device', identify(world, id, { serial: PHONE.serial }, ''))).toMatchObject({ refusal: 'device-tied-already' });
});

test('it does not become the serial of a phone in another case', () => {
  const world = new CaseWorld();
  const other = world.must(null, 'open-walk-in', { irreplaceable: false, device: { ids: idsOf({ serial: 'OTHER1' }), looks: LOOKS }, private: {} });
  const id = received(world);
  expect(world.refused(id, 'identify-device', identify(world, id, { serial: 'OTHER1' }, 'misread'))).toMatchObject({ refusal: 'device-in-other-case', params: { case: world.state(other).code } });
});

test('a bench that reads another serial than the case knows holds both', () => {
  const world = new CaseWorld();
  const id = received(world);
  world.stop(madeStop('S1', { imei: PHONE.imei, serial: 'BOARD2' }));
  expect(deviceIn(world, id)).toMatchObject({ ids: { ...PHONE, serial: 'BOARD2' }, formerIds: [PHONE] });
  expect(factsOfCases(world.states, world.nowMs).holds.map(({ device }) => device.serial)).toEqual([PHONE.serial, 'BOARD2']);
});

test('an allowed erase names the phone as it is now, and never by what it was called', () => {
  const world = new CaseWorld();
  const id = received(world, { brief: { irreplaceable: false }, intake: { backup: 'verified' }, scopes: ['erase'] });
  world.must(id, 'allow-erase', { deviceId: deviceIn(world, id).id, planHash: 'ABCD', why: 'sold on', confirmation: CONFIRMATION }, SECOND);
  world.must(id, 'identify-device', identify(world, id, { serial: 'F2LXK1ABC8' }, 'misread'));
  consent(world, id, ['erase']);
  expect(factsOfCases(world.states, world.nowMs).consents.map(({ device }) => device.serial)).toEqual(['F2LXK1ABC8']);
});
