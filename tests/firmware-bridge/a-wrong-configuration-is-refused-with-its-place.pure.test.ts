/** The one parse of the rigs section: every wrong file is refused with its line and with what would be right. */
import { expect, test } from 'vitest';
import { ConfigRefusal, parseRigFlag, parseRigs, refuseDoubles } from '../../firmware-bridge/config.ts';

function refusal(run: () => unknown): ConfigRefusal {
  try {
    run();
  } catch (error) {
    if (error instanceof ConfigRefusal) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

const GOOD = `rigs:
  - bench: bench-1
    name: Front bench
    path: /dev/serial/by-id/usb-rig
    baud: 57600
    serial: R-20931
    limits:
      frameLimitUm: 400
      frameUncertaintyUm: 60
server:
  port: 4680
`;

test('a whole file is read, with the deadline of its speed', () => {
  const [rig] = parseRigs(GOOD, 'holdfast.yaml');
  expect(rig).toMatchObject({ bench: 'bench-1', name: 'Front bench', baud: 57_600, serial: 'R-20931' });
  expect(rig?.limits).toMatchObject({ frameUncertaintyUm: 60, stopAnswerMs: 104, permitTtlMs: 500 });
});

test.each([
  ['an unknown key', GOOD.replace('baud:', 'speed:'), /holdfast\.yaml:5:\d+: unknown key "speed"/, /Known keys here: bench, name, path, baud/],
  ['an unknown section', GOOD.replace('rigs:', 'rig:'), /holdfast\.yaml:1:\d+: unknown key "rig"/, /rigs, server/],
  ['a speed no port has', GOOD.replace('57600', '57601'), /holdfast\.yaml:5:\d+: rigs\.0\.baud is not right/, /one of 9600/],
  ['a relative path', GOOD.replace('/dev/serial/by-id/usb-rig', 'ttyUSB0'), /holdfast\.yaml:4:\d+/, /absolute path/],
  ['limits that do not fit', GOOD.replace('frameUncertaintyUm: 60', 'frameUncertaintyUm: 390'), /holdfast\.yaml:8:\d+: these limits/, /frameReviewUm/],
  ['an unknown limit', GOOD.replace('frameLimitUm', 'frameLimit'), /unknown key "frameLimit"/, /frameLimitUm/],
  ['no YAML at all', 'rigs: [', /holdfast\.yaml:1:\d+: this is not YAML/, /README/],
])('%s is refused with its place and what would be right', (_name, text, what, remedy) => {
  const refused = refusal(() => parseRigs(text, 'holdfast.yaml'));
  expect(refused.message).toMatch(what);
  expect(refused.remedy).toMatch(remedy);
});

test('a flag names a bench or gets the next number', () => {
  expect(parseRigFlag('/dev/ttyUSB0', 1)).toMatchObject({ bench: 'bench-2', name: 'Bench 2', path: '/dev/ttyUSB0' });
  expect(parseRigFlag('front=/dev/ttyUSB0', 0)).toMatchObject({ bench: 'front' });
  expect(refusal(() => parseRigFlag('ttyUSB0', 0)).remedy).toMatch(/--rig \/dev\/ttyUSB0/);
});

test('two benches on one port are refused', () => {
  const rigs = [parseRigFlag('/dev/ttyUSB0', 0), parseRigFlag('/dev/ttyUSB0', 1)];
  expect(refusal(() => { refuseDoubles(rigs); }).message).toMatch(/path \/dev\/ttyUSB0 is given twice/);
});
