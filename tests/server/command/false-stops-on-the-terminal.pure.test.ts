/** `holdfast nuisance` prints the table of the page: every number with its name, nothing wider than 80 columns. */
import { expect, test } from 'vitest';
import { CAUSE_CODES } from '../../../firmware-bridge/contract/causes.ts';
import { STOP_VERDICTS } from '../../../server/contract/judgement.ts';
import { nuisanceText } from '../../../server/command/nuisance-command.ts';
import { nuisanceReport, nuisanceWindow } from '../../../server/domain/nuisance.ts';
import type { StopCount } from '../../../server/domain/nuisance.ts';

const WINDOW = nuisanceWindow(30, Date.parse('2026-11-23T12:00:00.000Z'));
const text = (counts: readonly StopCount[], restores = 84, virtual = true) => nuisanceText(nuisanceReport(WINDOW, { virtual, restores, counts }));

test('a table with the sum, the rate and the budget of each rule', () => {
  const shown = text([
    { code: 'device-frame-bent', bench: 'bench-1', verdict: 'true', count: 9 }, { code: 'device-frame-bent', bench: 'bench-1', verdict: 'false', count: 2 },
    { code: 'device-frame-bent', bench: 'bench-2', verdict: null, count: 1 }, { code: 'operator-stop', bench: 'bench-2', verdict: 'unclear', count: 1 },
  ]);
  expect(shown.split('\n')).toEqual([
    'False stops, last 30 days: 2 of 11 judged (5.1 % to 48 %).',
    '1 rule is over budget.',
    '1 stop is not judged yet.',
    'These are stops of virtual rigs.',
    '',
    'First cause                                Stops Right False Not sure Not judged',
    'Device frame bent                             12     9     2        0          1',
    '  False stops: 2 of 11: 18 % (5.1 % to 48 %) · Budget: Over: 2, allowed 1',
    'Stop asked for by a person                     1     0     0        1          0',
    '  False stops: not known · no budget',
    'All rules together                            12     9     2        0          1',
    '  False stops: 2 of 11: 18 % (5.1 % to 48 %)',
    '',
    'A rate counts the stops judged right or false; those not sure and not judged are',
    'left out. In brackets: where the true rate lies, with 95 % confidence (Wilson).',
    'Stops that a person asked for are no false stops of a rule. They have no budget',
    'and are not in the sum.',
    'Budget of a rule: 1 false stop in 100 restores, and 1 in any case; 84 restores',
    'were begun in 30 days. This is policy, not a standard. It is shown and decides',
    'nothing.',
  ]);
});

test('what waits for a judgement says how many of it no rate is about, so that the two counts agree', () => {
  const waiting = (...counts: readonly StopCount[]): readonly string[] => text(counts).split('\n').slice(0, 2);
  const [byRule, byPerson]: readonly StopCount[] = [
    { code: 'device-frame-bent', bench: 'bench-1', verdict: null, count: 1 }, { code: 'operator-stop', bench: 'bench-2', verdict: null, count: 1 },
  ];
  if (byRule === undefined || byPerson === undefined) throw new Error('two counts');
  expect(waiting(byRule, byPerson)).toEqual([
    'False stops, last 30 days: not known, none of 1 stop by a rule judged right or', 'false.',
  ]);
  expect(text([byRule, byPerson])).toContain('2 stops are not judged yet, 1 of them asked for by a person.');
  expect(text([byPerson])).toContain('1 stop is not judged yet, asked for by a person.');
  expect(text([byRule])).toContain('1 stop is not judged yet.');
});

test('without a stop it says so, and real rigs are not called virtual', () => {
  const shown = text([], 0, false);
  expect(shown.split('\n')[0]).toBe('False stops, last 30 days: no stop by a rule.');
  expect(shown).not.toContain('virtual');
});

test('no cause and no count makes a line that is too long', () => {
  const counts = CAUSE_CODES.flatMap((code) => [...STOP_VERDICTS, null].map((verdict) => ({ code, bench: 'bench-1', verdict, count: 99 })));
  expect(text(counts, 99_999).split('\n').filter((shown) => shown.length > 80)).toEqual([]);
});
