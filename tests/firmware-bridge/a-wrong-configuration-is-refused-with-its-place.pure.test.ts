/** The one parse of the rigs section: every wrong file is refused with its line and with what would be right. */
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../firmware-bridge/guard/limits.ts';
import { ConfigRefusal, parseConfig, parseRigFlag, parseRigs, refuseDoubles } from '../../firmware-bridge/config.ts';

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
  ['an unknown section', GOOD.replace('rigs:', 'rig:'), /holdfast\.yaml:1:\d+: unknown key "rig"/, /rigs, models, server/],
  ['a speed no port has', GOOD.replace('57600', '57601'), /holdfast\.yaml:5:\d+: rigs\.0\.baud is not right/, /one of 9600/],
  ['a relative path', GOOD.replace('/dev/serial/by-id/usb-rig', 'ttyUSB0'), /holdfast\.yaml:4:\d+/, /absolute path/],
  ['limits that do not fit', GOOD.replace('frameUncertaintyUm: 60', 'frameUncertaintyUm: 390'), /holdfast\.yaml:8:\d+: these limits/, /frameReviewUm/],
  ['an unknown limit', GOOD.replace('frameLimitUm', 'frameLimit'), /unknown key "frameLimit"/, /frameLimitUm/],
  ['a model without a name', `${GOOD}models:\n  - limits: {}\n`, /holdfast\.yaml:1[0-9]:\d+: models\.0\.match is not right/, /It must be/],
  ['a model by one letter', `${GOOD}models:\n  - match: i\n    limits: {}\n`, /models\.0\.match/, /two letters or more/],
  ['an uncertainty of a model', `${GOOD}models:\n  - match: iPad\n    limits:\n      frameUncertaintyUm: 20\n`, /:15:\d+: unknown key "frameUncertaintyUm"/, /twistNoRestoreUm/],
  ['an unknown key of a model', `${GOOD}models:\n  - match: iPad\n    limit: 3\n`, /:14:\d+: unknown key "limit"/, /Known keys here: match, limits\./],
  ['limits of a model that do not fit', `${GOOD}models:\n  - match: iPad\n    limits:\n      twistNoRestoreUm: 300\n`, /:15:\d+: these limits/, /twistNoRestoreUm/],
  ['no YAML at all', 'rigs: [', /holdfast\.yaml:1:\d+: this is not YAML/, /README/],
])('%s is refused with its place and what would be right', (_name, text, what, remedy) => {
  const refused = refusal(() => parseRigs(text, 'holdfast.yaml'));
  expect(refused.message).toMatch(what);
  expect(refused.remedy).toMatch(remedy);
});

test('a tablet has its hold at the public figure; a configured model comes first, and what is set for the rig before what is shipped', () => {
  const models = (text: string): ReadonlyMap<string, number> => new Map(parseRigs(text, 'holdfast.yaml')[0]?.models.map((one) => [one.match, one.limits.frameLimitUm]));
  const flag = parseRigFlag('/dev/ttyUSB0', 0);
  const shipped = flag.models.find((one) => one.match === 'iPad')?.limits ?? DEFAULT_LIMITS;
  expect(shipped.frameLimitUm - shipped.frameUncertaintyUm).toBe(400);
  expect(shipped).toMatchObject({ frameNoRestoreUm: 1000, twistLimitUm: 400, batteryMinPct: 50 });
  // GOOD sets frameLimitUm for its rig: no shipped entry may loosen that.
  expect(models(GOOD).get('iPad')).toBe(400);
  const verified = parseRigs(GOOD.replace('      frameLimitUm: 400\n', ''), 'holdfast.yaml')[0]?.models.find((one) => one.match === 'iPad')?.limits;
  expect([verified?.frameLimitUm, verified?.frameUncertaintyUm]).toEqual([460, 60]);
  const own = parseRigs(`${GOOD}models:\n  - match: iPad mini\n    limits:\n      frameLimitUm: 450\n`, 'holdfast.yaml')[0]?.models ?? [];
  expect(own[0]).toMatchObject({ match: 'iPad mini', limits: { frameLimitUm: 450, frameUncertaintyUm: 60, stopAnswerMs: 104 } });
});

test('the models of the file count for a rig of the command line too, and must fit its limits', () => {
  const { rigs, models } = parseConfig('models:\n  - match: iPad mini\n    limits:\n      frameLimitUm: 450\n', 'holdfast.yaml');
  expect(rigs).toEqual([]);
  expect(parseRigFlag('/dev/ttyUSB0', 0, models).models[0]).toMatchObject({ match: 'iPad mini', limits: { frameLimitUm: 450 } });
  const wrong = parseConfig('models:\n  - match: iPad mini\n    limits:\n      frameLimitUm: 300\n', 'holdfast.yaml').models;
  expect(refusal(() => parseRigFlag('/dev/ttyUSB0', 0, wrong)).message).toBe('--rig /dev/ttyUSB0, model iPad mini: these limits do not fit together');
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
