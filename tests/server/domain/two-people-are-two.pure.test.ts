/** The rule of two people alone: every role as first and second person, every strength, everybody who left. */
import { expect, test } from 'vitest';
import { ROLES, STRENGTHS } from '../../../server/contract/people.ts';
import type { Role, Strength } from '../../../server/contract/people.ts';
import { judgeConfirmed } from '../../../server/domain/two-people.ts';
import type { Proof } from '../../../server/domain/two-people.ts';

const proof = (act: Proof['act'], id: string, roles: readonly Role[], differs: { active?: boolean; strength?: Strength } = {}): Proof =>
  ({ act, person: { id, roles, active: differs.active ?? true }, strength: differs.strength ?? 'password' });
const judge = (proofs: readonly Proof[], dataAtStake = true, acting: string | null = 'a'): string => judgeConfirmed(proofs, acting, { dataAtStake })?.refusal ?? 'carried';

test('with data at stake the first is a manager and the second a technician or a manager, whatever the other roles', () => {
  const pairs = ROLES.flatMap((first) => ROLES.map((second) => [first, second] as const));
  const carried = pairs.filter(([first, second]) => judge([proof('reset', 'a', [first]), proof('second-reset', 'b', [second])]) === 'carried');
  expect(carried).toEqual([['manager', 'technician'], ['manager', 'manager']]);
});

test('without data at stake a technician carries it alone', () => {
  expect(ROLES.filter((role) => judge([proof('reset', 'a', [role])], false) === 'carried')).toEqual(['technician', 'manager']);
});

test('the same person twice, or nobody, or somebody who left, carries nothing, in either place', () => {
  const [first, second] = [proof('reset', 'a', ['manager']), proof('second-reset', 'b', ['technician'])];
  expect(judge([first, second])).toBe('carried');
  expect(judge([first, proof('second-reset', 'a', ['technician', 'manager'])])).toBe('same-person-twice');
  expect(judge([first, second, proof('second-reset', 'b', ['manager'])])).toBe('same-person-twice');
  expect(judge([first, { ...second, person: null }])).toBe('person-left');
  expect(judge([{ ...first, person: null }, second])).toBe('person-left');
  expect(judge([first, proof('second-reset', 'b', ['technician'], { active: false })])).toBe('person-left');
  expect(judge([proof('reset', 'a', ['manager'], { active: false }), second])).toBe('person-left');
});

test('the first is whoever acts, and nobody acts for nobody', () => {
  const proofs = [proof('reset', 'a', ['manager']), proof('second-reset', 'b', ['technician'])];
  for (const acting of ['b', 'c', '', null]) expect([acting, judge(proofs, true, acting)]).toEqual([acting, 'confirmation-of-another-person']);
});

test('what needs a password is not carried by a badge and a PIN', () => {
  for (const act of ['manage-people', 'manage-machines', 'own-secrets', 'enrol-bench-pc'] as const) {
    expect(STRENGTHS.map((strength) => judge([proof(act, 'a', ['admin'], { strength })]))).toEqual(['sign-in-too-weak', 'carried', 'carried']);
  }
});
