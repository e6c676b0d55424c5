/** The table of scripts: one for every cause, made of steps that can be played, and each parsed as it is written. */
import { expect, test } from 'vitest';
import { CAUSE_CODES } from '../../../firmware-bridge/contract/causes.ts';
import { parseLever } from '../../../firmware-bridge/virtual-rig/lever.ts';
import { isPlayable, leversOf, parseStep, pullOf } from './player.ts';
import { SCRIPTS } from './scripts.ts';

test('every cause has a script, and every step of it can be played', () => {
  expect(Object.keys(SCRIPTS).toSorted()).toEqual([...CAUSE_CODES].toSorted());
  const wrong = Object.entries(SCRIPTS).flatMap(([cause, { steps }]) => steps.filter((step) => !isPlayable(step)).map((step) => `${cause}: ${step}`));
  expect(wrong).toEqual([]);
});

test('every lever of a script is taken by the rig as it is written', () => {
  const pulls = Object.values(SCRIPTS).flatMap(({ steps }) => steps.map(parseStep)).filter(({ kind }) => kind === 'lever');
  expect(pulls.filter(({ words }) => 'ok' in parseLever(JSON.stringify(pullOf(words)))).map(({ words }) => words.join(' '))).toEqual([]);
});

test('a step names its bench, its kind and its words', () => {
  expect(parseStep('bend 900')).toEqual({ bench: 'bench-1', kind: 'lever', words: ['bend', '900'] });
  expect(parseStep('2: > critical')).toEqual({ bench: 'bench-2', kind: 'place', words: ['critical'] });
  expect(parseStep('! kill guard')).toEqual({ bench: 'bench-1', kind: 'deed', words: ['kill', 'guard'] });
  expect(pullOf(['seat', 'serial=X'])).toEqual({ lever: 'seat', serial: 'X' });
  for (const wrong of ['fly', '! explode', '> heaven', 'button 3']) expect(isPlayable(wrong)).toBe(false);
  expect(leversOf({ steps: ['seat', '> permitted', '2: > critical', 'bend 900'] })).toBe('seat, bend 900');
});
