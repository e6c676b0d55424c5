/** The small deciding parts of the command: delays, presses of Ctrl-C, lines of children, plain text for 80 columns. */
import { describe, expect, test } from 'vitest';
import { madeStatus } from '../made-evidence.ts';
import { parseChildLine } from '../../../server/command/child-line.ts';
import { EndRequests } from '../../../server/command/end-requests.ts';
import { EndTelling, tellingLines } from '../../../server/command/end-telling.ts';
import { parseLeverValue } from '../../../server/command/lever-command.ts';
import { portsText } from '../../../server/command/ports-command.ts';
import { restartDelayMs } from '../../../server/command/restart-delay.ts';
import { benchText } from '../../../server/command/status-command.ts';
import { indentText, wrapText } from '../../../server/command/wrap-text.ts';

describe('a bench on the terminal', () => {
  test('has flatness and twist beside their limits where they are measured, and what is to be measured again', () => {
    const bench = { ...madeStatus('bench-1'), permissives: [] };
    const at = { holdAtUm: 300, limitUm: 400, noRestoreAtUm: 600, verdict: 'pass' } as const;
    const remeasure = { count: 1, needed: 3, turned: false, differUm: null, next: 'turn', forgottenInMs: null } as const;
    const metrics = [{ ...at, metric: 'edge', valueUm: 254 }, { ...at, metric: 'plane', valueUm: null, verdict: null }, { ...at, metric: 'twist', valueUm: 31 }] as const;
    const text = benchText({ ...bench, frame: { ...bench.frame, metrics: [...metrics], remeasure } }, false);
    expect(text).toContain('Twist: 0.03 mm; the hold begins at 0.30 mm.');
    expect(text).not.toContain('Flatness');
    expect(text.replaceAll(/\s+/gu, ' ')).toContain('Measured 1 of 3 times. Take the phone out, turn it by 180°');
    expect(benchText(bench, false)).not.toContain('Twist');
  });
});

describe('a child that ends again and again', () => {
  test('waits longer each time, up to five seconds', () => {
    const delays: number[] = [];
    for (let delay = restartDelayMs(0, 10); delays.length < 8; delay = restartDelayMs(delay, 10)) delays.push(delay);
    expect(delays).toEqual([200, 400, 800, 1600, 3200, 5000, 5000, 5000]);
  });

  test('begins anew after half a minute of life', () => {
    expect(restartDelayMs(5000, 29_999)).toBe(5000);
    expect(restartDelayMs(5000, 30_000)).toBe(200);
  });

  test('is told once in full and counted afterwards', () => {
    const said: string[] = [];
    const telling = new EndTelling('server', (text) => { said.push(text); });
    for (let count = 0; count < 10; count += 1) telling.ended('exit code 1', ['noise', 'Error: no such table', '  at x'], 200);
    expect(said).toEqual([
      'The server ended unexpectedly (exit code 1). It is started again in 0.2 s.', '  | Error: no such table', '  |   at x',
      'The server ended in the same way again, 2 times now. It is started again each\ntime.',
      'The server ended in the same way again, 5 times now. It is started again each\ntime.',
      'The server ended in the same way again, 10 times now. It is started again each\ntime.',
    ]);
  });

  test('says what an ended bridge means for the benches', () => {
    const said: string[] = [];
    new EndTelling('bridge', (text) => { said.push(text); }).ended('ended by SIGKILL', [], 200);
    expect(said.join(' ').replaceAll('\n', ' ')).toContain('no permit is renewed: rigs stop or wait by themselves');
  });

  test('without an error line shows its last words', () => {
    expect(tellingLines(['a', 'b'])).toEqual(['a', 'b']);
  });
});

describe('requests to end', () => {
  const pressedAt = (...times: number[]): boolean[] => {
    const seen: boolean[] = [];
    let nowMs = 0;
    const requests = new EndRequests(() => nowMs);
    requests.listen((isSecond) => { seen.push(isSecond); });
    for (const time of times) {
      nowMs = time;
      requests.signal();
    }
    return seen;
  };

  test('one press that arrives three times is one', () => { expect(pressedAt(0, 3, 90)).toEqual([false]); });
  test('a second press is a second', () => { expect(pressedAt(0, 800)).toEqual([false, true]); });
  test('a press before anybody listens is not lost', () => {
    const requests = new EndRequests(() => 0);
    requests.signal();
    const seen: boolean[] = [];
    requests.listen((isSecond) => { seen.push(isSecond); });
    expect(seen).toEqual([false]);
  });
});

const NOBODY = { firstAdminLink: null, demo: null };

describe('lines of a child', () => {
  test.each([
    ['{"ready":"server","url":"http://127.0.0.1:1"}', { type: 'ready', url: 'http://127.0.0.1:1', people: NOBODY, notes: [] }],
    ['{"ready":"bridge"}', { type: 'ready', url: null, people: NOBODY, notes: [] }],
    ['{"ready":"server","firstAdminLink":"http://x/link#1"}', { type: 'ready', url: null, people: { ...NOBODY, firstAdminLink: 'http://x/link#1' }, notes: [] }],
    ['{"ready":"server","url":"http://127.0.0.1:1","notes":["Its certificate ends soon."]}', { type: 'ready', url: 'http://127.0.0.1:1', people: NOBODY, notes: ['Its certificate ends soon.'] }],
    ['{"refused":"port-taken","what":"a","remedy":"b"}', { type: 'refused', refused: { refused: 'port-taken', what: 'a', remedy: 'b' } }],
    ['{"refused":"half"}', { type: 'other', text: '{"refused":"half"}' }],
    ['Error: x', { type: 'other', text: 'Error: x' }],
    ['null', { type: 'other', text: 'null' }],
  ])('%s', (line, parsed) => { expect(parseChildLine(line)).toEqual(parsed); });
});

describe('text for a terminal', () => {
  test('breaks at blanks, indents, and never cuts a word', () => {
    expect(wrapText('one two three', 8)).toBe('one two\nthree');
    expect(indentText('one two')).toBe('  one two');
    expect(wrapText('abcdefghijkl x', 5)).toBe('abcdefghijkl\nx');
    expect(wrapText('')).toBe('');
  });

  test('counts characters, not bytes', () => { expect(wrapText('ää öö', 5)).toBe('ää öö'); });
});

describe('values of a lever', () => {
  test.each([
    ['um=900', ['um', 900]], ['um=-4', ['um', -4]], ['on=true', ['on', true]], ['on=false', ['on', false]],
    ['kind=update', ['kind', 'update']], ['text=a=b', ['text', 'a=b']], ['900', ['value', 900]], ['off', ['value', false]], ['on=on', ['on', true]],
  ])('%s', (text, value) => { expect(parseLeverValue(text)).toEqual(value); });
  test.each(['=9', 'um=', ''])('"%s" is refused with an example', (text) => {
    expect(() => parseLeverValue(text)).toThrow(/is no value for a lever/);
  });
});

test('a port that may not be opened is shown with its group and the way in', () => {
  const port = { path: '/dev/serial/by-id/rig', device: '/dev/ttyUSB0', maker: 'A', serial: null, mayOpen: false, group: 'dialout', rigs: [] };
  expect(portsText({ ports: [port] }).split('\n')).toEqual([
    '/dev/serial/by-id/rig -> /dev/ttyUSB0', '  A', '  This user may not open it: it belongs to the group "dialout". To be let in,',
    '  then sign in again:', '    sudo usermod -aG dialout "$USER"',
  ]);
});

test('a port says which rig was last seen on it, and a status where the port was found', () => {
  const port = { path: '/dev/ttyUSB1', device: '/dev/ttyUSB1', maker: null, serial: null, mayOpen: true, group: null, rigs: [{ bench: 'bench-1', rig: 'R-20931' }] };
  expect(portsText({ ports: [port] })).toBe('/dev/ttyUSB1\n  Rig R-20931 was last seen here, as bench-1.');
  const bench = { ...madeStatus('bench-1'), permissives: [] };
  const line = (foundPath?: string | null): string | undefined =>
    benchText({ ...bench, link: { ...bench.link, path: '/dev/ttyUSB0', ...(foundPath === undefined ? {} : { foundPath }) } }, false).split('\n').at(-1);
  expect([line(), line(null), line('/dev/ttyUSB0')]).toEqual(Array(3).fill('  Port: /dev/ttyUSB0'));
  expect(line('/dev/ttyUSB4')).toBe('  Port: /dev/ttyUSB4, found there; configured is /dev/ttyUSB0');
});
