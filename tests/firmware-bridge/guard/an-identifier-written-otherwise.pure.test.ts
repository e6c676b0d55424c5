/** A held phone is held however its identifier is written; and what allows something still needs it letter by letter. */
import { expect, test } from 'vitest';
import { isSameDevice, mayBeSameDevice } from '../../../firmware-bridge/guard/device.ts';

const NONE = { serial: null, ecid: null, imei: null };

test.each([
  [{ serial: 'F17DK0XA0DXR' }, { serial: 'f17dk0xa0dxr ' }], [{ ecid: '00184D2A3C90802E' }, { ecid: '0x184d2a3c90802e' }], [{ ecid: '00184D2A3C90802E' }, { ecid: '184D2A3C90802E' }],
  [{ imei: '353012110000001' }, { imei: '35301211000000' }], [{ imei: '353012110000001' }, { imei: '3530121100000012' }],
])('%j and %j withhold for each other, and permit nothing', (one, other) => {
  const [a, b] = [{ ...NONE, ...one }, { ...NONE, ...other }];
  expect([mayBeSameDevice(a, b), mayBeSameDevice(b, a), isSameDevice(a, b)]).toEqual([true, true, false]);
});

test.each([
  [{ serial: 'F17DK0XA0DXR' }, { serial: 'F17DK0XA0DX' }], [{ ecid: '00184D2A3C90802E' }, { ecid: '10184D2A3C90802E' }], [{ imei: '353012110000001' }, { imei: '353012110000101' }],
  [{ serial: 'A' }, { imei: 'A' }], [{}, {}], [{ serial: 'A' }, {}],
])('%j and %j are two devices', (one, other) => {
  expect(mayBeSameDevice({ ...NONE, ...one }, { ...NONE, ...other })).toBe(false);
});
