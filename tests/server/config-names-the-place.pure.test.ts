/** A fault in holdfast.yaml is refused with file, line, column and what would be right. */
import { expect, test } from 'vitest';
import { parseServerArguments } from '../../server/arguments.ts';
import { parseServerConfig } from '../../server/config.ts';
import { fillWords, SERVER_WORDS_EN } from '../../server/contract/words.ts';
import { StartRefusal } from '../../server/start-refusal.ts';

function refusal(run: () => unknown): { code: string; what: string; remedy: string } {
  try {
    run();
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error;
    const words = SERVER_WORDS_EN[error.code];
    return { code: error.code, what: fillWords(words.what, error.params), remedy: fillWords(words.remedy, error.params) };
  }
  throw new Error('it was accepted');
}

test('the sections of the bridge are not looked at', () => {
  expect(parseServerConfig('rigs:\n  - anything: [1]\nmodels:\n  - match: iPad\nserver:\n  port: 4700\n  name: North Street\n', 'holdfast.yaml')).toEqual({ port: 4700, host: null, name: 'North Street', web: null });
  for (const empty of ['', '# nothing\n', 'server:\n', 'rigs: []\n']) expect(parseServerConfig(empty, 'f')).toEqual({ port: null, host: null, name: null, web: null });
});

test.each([
  ['server:\n  prot: 4680\n', 'holdfast.yaml:2:3: "server" has no key "prot"', 'port, host, name, web'],
  ['server:\n  port: "4680"\n', 'holdfast.yaml:2:9: port is "4680"', 'whole number'],
  ['server:\n  port: 70000\n', 'holdfast.yaml:2:9: port is 70000', 'whole number'],
  ['server:\n  host: 0.0.0.0\n', 'holdfast.yaml:2:9: host is "0.0.0.0"', 'loopback only'],
  ['server:\n  name: [a]\n', 'holdfast.yaml:2:3: name is not a single value', 'name of the store'],
  ['servre:\n  port: 1\n', 'holdfast.yaml:1:1: there is no section "servre"; did you mean "server"?', 'rigs'],
  ['server:\n  port: 1\n  port: 2\n', 'holdfast.yaml:3:3: ', 'YAML'],
  ['server: 5\n', 'holdfast.yaml:1:1: "server" is not a list of keys', 'port'],
  ['- a\n', 'holdfast.yaml:1:1: the file is not a list of sections', 'server'],
  ['server:\n\tport: 1\n', 'holdfast.yaml:2:', 'YAML'],
])('%j is refused at its place', (text, what, remedy) => {
  const refused = refusal(() => parseServerConfig(text, 'holdfast.yaml'));
  expect(refused.code).toBe('config-wrong');
  expect(refused.what).toContain(what);
  expect(refused.remedy).toContain(remedy);
});

test.each([[['--prot', '1']], [['--port', 'abc']], [['--port', '65536']], [['--store-name', ' ']], [['stray']]])('arguments %j are refused', (argv) => {
  expect(refusal(() => parseServerArguments(argv)).code).toBe('arguments-wrong');
});

test('no text is left with an unknown gap when its parameters are given', () => {
  expect(fillWords('{a} and {b}', { a: 1 })).toBe('1 and {b}');
});
