/** A wire that cuts is used only where everything about it is said and drilled; anything less is refused with its place. */
import { expect, test } from 'vitest';
import { stepsOf } from '../../firmware-bridge/config-wiring.ts';
import { ConfigRefusal, parseRigs, refuseDoubles } from '../../firmware-bridge/config.ts';

const RIG = 'rigs:\n  - bench: bench-1\n    path: /dev/ttyUSB0\n';
const DTR = `${RIG}    cut:
      - by: dtr
        cuts: usb-data
        cutsWhen: off
        atOpen: connected
        atClose: connected
        atPowerOff: cut
        drilled: 2026-03-02
`;
const RELAY = `${DTR}      - by: relay
        path: /dev/ttyUSB9
        baud: 9600
        on: A00101A2
        off: "A0 01 00 A1"
        cuts: rig-power
        cutsWhen: off
        atOpen: connected
        atClose: connected
        atPowerOff: connected
        drilled: 2026-03-02
    secondPort:
      path: /dev/ttyUSB8
`;

function refusal(text: string): ConfigRefusal {
  try {
    refuseDoubles(parseRigs(text, 'holdfast.yaml'));
  } catch (error) {
    if (error instanceof ConfigRefusal) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

test('a whole declaration is read: the second port first, then each wire in its order; a relay cuts by the bytes that it says', () => {
  const [rig] = parseRigs(RELAY, 'holdfast.yaml');
  expect(stepsOf(rig?.wiring ?? { secondPort: null, cuts: [] })).toEqual([
    { by: 'second-port', cuts: null }, { by: 'dtr', cuts: 'usb-data' }, { by: 'relay', cuts: 'rig-power' },
  ]);
  expect(rig?.wiring.secondPort).toEqual({ path: '/dev/ttyUSB8', baud: 115_200 });
  expect(rig?.wiring.cuts[1]?.relay).toEqual({ path: '/dev/ttyUSB9', baud: 9600, cutBytes: '\xa0\x01\x00\xa1', backBytes: '\xa0\x01\x01\xa2' });
  expect(parseRigs(RIG, 'holdfast.yaml')[0]?.wiring).toEqual({ secondPort: null, cuts: [] });
});

test.each(['cuts', 'cutsWhen', 'atOpen', 'atClose', 'atPowerOff', 'drilled'])('a wire without %s is refused with its place', (key) => {
  const refused = refusal(DTR.split('\n').filter((line) => !line.trim().startsWith(`${key}:`)).join('\n'));
  expect(refused.message).toMatch(new RegExp(`^holdfast\\.yaml:\\d+:\\d+: rigs\\.0\\.cut\\.0\\.${key} is not right`));
  expect(refused.remedy.length).toBeGreaterThan(20);
});

test.each([
  ['a wire that never was drilled', DTR.replace('2026-03-02', 'never'), /:11:\d+: rigs\.0\.cut\.0\.drilled/, /manned drill/],
  ['a day that is none', DTR.replace('2026-03-02', '2026-13-41'), /drilled/, /manned drill/],
  ['a wire that cuts at the start', DTR.replace('atOpen: connected', 'atOpen: cut'), /:8:\d+: rigs\.0\.cut\.0\.atOpen/, /cuts when Holdfast starts/],
  ['a wire that cuts at the end', DTR.replace('atClose: connected', 'atClose: cut'), /atClose/, /cuts when Holdfast starts or ends/],
  ['DTR that cuts when raised', DTR.replace('cutsWhen: off', 'cutsWhen: on'), /:7:\d+: rigs\.0\.cut\.0\.cutsWhen/, /raises DTR and RTS when it is opened/],
  ['a BREAK that rests', DTR.replace('by: dtr', 'by: break'), /cutsWhen/, /rests in BREAK/],
  ['an unknown kind of wire', DTR.replace('by: dtr', 'by: cts'), /cut\.0\.by/, /break, dtr, rts or relay/],
  ['an unknown key', DTR.replace('cuts:', 'cut:'), /unknown key "cut"/, /by, cuts, cutsWhen/],
  ['a relay without its bytes', RELAY.replace('        off: "A0 01 00 A1"\n', ''), /cut\.1\.off/, /a relay needs/],
  ['a relay with bytes that are none', RELAY.replace('A00101A2', 'A00'), /cut\.1\.on/, /bytes in hex/],
  ['a line with the keys of a relay', DTR.replace('by: dtr', 'by: dtr\n        baud: 9600'), /cut\.0\.baud/, /only a relay/],
  ['an unknown key of the second port', RELAY.replace('      path: /dev/ttyUSB8', '      port: /dev/ttyUSB8'), /unknown key "port"/, /path, baud/],
  ['a relay on the port of the rig', RELAY.replace('/dev/ttyUSB9', '/dev/ttyUSB0'), /path \/dev\/ttyUSB0 is given twice/, /own port/],
])('%s is refused', (_name, text, what, remedy) => {
  const refused = refusal(text);
  expect(refused.message).toMatch(what);
  expect(refused.remedy).toMatch(remedy);
});
