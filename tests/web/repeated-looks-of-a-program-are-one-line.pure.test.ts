/** What the mail looked at ten times on one day is one line with a number; what people looked at is a line for each. */
import { expect, test } from 'vitest';
import { groupLooks } from '../../web/reading/group-looks.ts';

const mail = (atIso: string, why = 'a mail to the customer') => ({ atIso, kind: 'contact' as const, role: 'system', code: 'mail', why });
const ada = (atIso: string) => ({ atIso, kind: 'contact' as const, role: 'manager', code: 'P-ADA000', why: 'Call back' });
const day = (atIso: string): string => atIso.slice(0, 10);

test('the same program, kind, reason and day are one, with the latest time and how often', () => {
  const looks = [mail('2026-11-24T09:00:00Z'), mail('2026-11-24T12:00:00Z'), mail('2026-11-24T10:00:00Z'), mail('2026-11-23T10:00:00Z'), mail('2026-11-24T09:00:00Z', 'a mail to the agent'), { ...mail('2026-11-24T09:00:00Z'), kind: 'story' as const }];
  expect(groupLooks(looks, day).map(({ look: { atIso, why, kind }, count }) => [atIso, why, kind, count])).toEqual([
    ['2026-11-24T12:00:00Z', 'a mail to the customer', 'contact', 3], ['2026-11-23T10:00:00Z', 'a mail to the customer', 'contact', 1], ['2026-11-24T09:00:00Z', 'a mail to the agent', 'contact', 1],
    ['2026-11-24T09:00:00Z', 'a mail to the customer', 'story', 1],
  ]);
});

test('people keep a line for each look, and no look is lost in the count', () => {
  const looks = [ada('2026-11-24T09:00:00Z'), ada('2026-11-24T09:00:00Z'), mail('2026-11-24T09:00:00Z'), mail('2026-11-24T09:30:00Z')];
  const groups = groupLooks(looks, day);
  expect(groups.map(({ count }) => count)).toEqual([1, 1, 2]);
  expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(looks.length);
});
