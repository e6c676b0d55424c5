/** `holdfast rules` prints each rule with its words, and each of its numbers with unit and source. */
import { expect, test } from 'vitest';
import { rulesText } from '../../../server/command/rules-command.ts';

const limits = [
  { key: 'deviceHotDc', value: 500, unit: '0.1 °C', source: 'policy' }, { key: 'hubsMax', value: 1, unit: 'count', source: 'known failures' },
];

test('a rule is one block: what it is, what it says, what it decides by', () => {
  const text = rulesText({
    rules: [
      { id: 'device-hot', group: 'person', tier: 'hold', kind: 'hazard', limits: ['deviceHotDc'], cause: 'device-hot' },
      { id: 'hub-shallow', group: 'device', tier: 'review', kind: 'condition', limits: ['hubsMax'], cause: 'hub-deep' },
    ],
    limits,
  });
  const lines = text.split('\n');
  expect(lines[0]).toBe('device-hot  (person, hold, hazard)');
  expect(lines[1]).toContain('Phone is too hot.');
  expect(lines[2]).toContain('deviceHotDc = 500 0.1 °C: policy');
  expect(lines[3]).toBe('hub-shallow  (device, review, condition, in critical hub-deep)');
  expect(lines.at(-1)).toContain('hubsMax = 1 count: known failures');
});
