/** One sentence for each reason why somebody may not, with the roles that may; and the page that an address means. */
import { expect, test } from 'vitest';
import { RIGHT_REFUSALS, RIGHTS } from '../../server/contract/rights.ts';
import type { RightRefusal } from '../../server/contract/rights.ts';
import { placeOf } from '../../web/reading/address.ts';
import { refusalOf, sayWhyNot } from '../../web/reading/asking.ts';
import { peopleEnglish, sayHolders } from '../../web/words/people-words.ts';
import { madeWho } from './made-people.ts';

test('before the server has answered nothing is called impossible: a stop must not wait for it', () => {
  expect(sayWhyNot(null, 'stop')).toBeNull();
});

test('each refusal of the table comes out of it for somebody, and has words of its own', () => {
  const quick = madeWho(['manager']);
  const found: Record<RightRefusal, RightRefusal | null> = {
    'not-signed-in': refusalOf(madeWho(null), 'drill'),
    'right-missing': refusalOf(madeWho(['auditor'], { machine: null }), 'stop'),
    'manager-needed': refusalOf(madeWho(['technician']), 'reset', { dataAtStake: true }),
    'sign-in-too-weak': refusalOf({ ...quick, session: quick.session === null ? null : { ...quick.session, strength: 'quick' } }, 'see-audit'),
  };
  for (const refusal of RIGHT_REFUSALS) expect(found[refusal]).toBe(refusal);
  expect(new Set(RIGHT_REFUSALS.map((refusal) => peopleEnglish.notYours[refusal]('x'))).size).toBe(RIGHT_REFUSALS.length);
});

test('who may is named by role, never by machine', () => {
  expect(sayHolders(RIGHTS.stop.who)).toBe('technician, manager, admin');
  expect(sayWhyNot(madeWho(['auditor'], { machine: null }), 'drill')).toContain('technician, manager');
});

test('an enrolled bench PC may stop with nobody signed in, and drill not', () => {
  expect(sayWhyNot(madeWho(null), 'stop')).toBeNull();
  expect(sayWhyNot(madeWho(null), 'drill')).toContain('Sign in first');
  expect(sayWhyNot(madeWho(null, { machine: null }), 'stop')).toContain('Sign in first');
});

test.each([
  ['/', { page: 'board' }], ['/people', { page: 'people' }], ['/people/', { page: 'people' }], ['/people/x', { page: 'board' }], ['/nowhere', { page: 'board' }],
  ['/bench/bench-1', { page: 'bench', benchId: 'bench-1' }], ['/bench/a%20b', { page: 'bench', benchId: 'a b' }], ['/bench/%E0%A4', { page: 'bench', benchId: '%E0%A4' }], ['/link', { page: 'link' }], ['/back', { page: 'back' }],
])('%s is the page %o', (path, place) => {
  expect(placeOf(path)).toEqual(place);
});
