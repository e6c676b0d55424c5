/** Whether the next byte begins a line: not behind a part of one, and not inside one that is being thrown away. */
import { expect, test } from 'vitest';
import { LINE_BYTES_MAX } from '../../../firmware-bridge/wire/frame.ts';
import { LineCap } from '../../../firmware-bridge/wire/line-cap.ts';

test.each<[string, readonly string[], boolean]>([
  ['nothing', [], true], ['a whole line', ['HB x=1\n'], true], ['a part of a line', ['HB'], false], ['a line in two parts', ['HB', ' x=1\n'], true],
  ['a line and a part of the next', ['HB\nH'], false], ['a line that is too long', ['x'.repeat(LINE_BYTES_MAX + 1)], false], ['its end', ['x'.repeat(LINE_BYTES_MAX + 1), 'x\n'], true],
  ['more of it', ['x'.repeat(LINE_BYTES_MAX + 1), 'x'], false],
])('after %s', (_what, chunks, isBetween) => {
  const cap = new LineCap();
  for (const chunk of chunks) cap.push(new TextEncoder().encode(chunk), () => undefined, () => undefined);
  expect(cap.isBetweenLines).toBe(isBetween);
});
