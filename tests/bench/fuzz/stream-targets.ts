/** Streams: the cap in front of the guard and the cutter in front of the rig, each against a plain splitter of the same bytes. */
import { LineCap } from '../../../firmware-bridge/wire/line-cap.ts';
import { cutBytes } from '../../../firmware-bridge/virtual-rig/host-input.ts';
import type { HostInput, HostToken } from '../../../firmware-bridge/virtual-rig/host-input.ts';
import { damage, noise } from './damage.ts';
import { hostLine, rigLine } from './lines.ts';
import { count, pick, promise, whole } from './target.ts';
import type { Target } from './target.ts';
import type { Random } from '../../../firmware-bridge/virtual-rig/random.ts';

const LINE_MAX = 160;
const BETWEEN = ['\n', '\n', '\n', '\n\n', '', '\x18\n', '\x18', '\r\n'];

function stream(random: Random, line: (random: Random) => string): string {
  let out = '';
  for (let left = 1 + whole(random, 6); left > 0; left -= 1) {
    const piece = random() < 0.6 ? line(random) : random() < 0.5 ? noise(random) : damage(random, line(random), line(random));
    out += piece + (random() < 0.1 ? 'x'.repeat(whole(random, 400)) : '') + pick(random, BETWEEN);
  }
  return out;
}

/** Cuts a text at places that follow from its own bytes, so that the input alone says everything. */
function* chunksOf(bytes: string): Generator<string> {
  for (let at = 0, turn = 7; at < bytes.length; turn = (turn * 31 + bytes.charCodeAt(at % bytes.length)) & 0xffff) {
    const size = 1 + (turn % 97);
    yield bytes.slice(at, at + size);
    at += size;
  }
}

export const CAP: Target = {
  name: 'streams to the guard', share: 4, make: (random) => stream(random, rigLine),
  check: (input, tally) => {
    const cap = new LineCap();
    const lines: string[] = [];
    let tooLong = 0;
    for (const chunk of chunksOf(input)) {
      cap.push(Buffer.from(chunk, 'latin1'), (line) => { lines.push(Buffer.from(line).toString('latin1')); }, () => { tooLong += 1; });
      promise(cap.held <= LINE_MAX, 'never more than one line is held');
    }
    const whole = input.split('\n');
    const rest = whole.pop() ?? '';
    promise(cap.examined === input.length, 'each byte is looked at once');
    promise(lines.join('') === whole.filter((line) => line.length < LINE_MAX).map((line) => `${line}\n`).join(''), 'the lines are those between the LFs');
    promise(tooLong === whole.filter((line) => line.length >= LINE_MAX).length + (rest.length > LINE_MAX ? 1 : 0), 'each line that is too long counts once');
    count(tally, 'cut', lines.length);
  },
};

/** The tokens of a whole stream, read from the paper: CAN acts at once and swallows up to the next LF. */
function plainTokens(input: string): HostToken[] {
  const tokens: HostToken[] = [];
  const lines = input.split('\n');
  lines.forEach((line, index) => {
    const cans = line.split('\x18').length - 1;
    // A line that grew too long before its first CAN is not told apart: the CAN throws it away.
    for (let left = cans; left > 0; left -= 1) tokens.push({ kind: 'can' });
    if (index === lines.length - 1 || cans > 0) return;
    tokens.push(line.length < LINE_MAX ? { kind: 'line', text: line } : { kind: 'corrupt' });
  });
  return tokens;
}

export const RIG_INPUT: Target = {
  name: 'streams to the rig', share: 4, make: (random) => stream(random, hostLine),
  check: (input, tally) => {
    let held: HostInput = { text: '', mode: 'line' };
    const tokens: HostToken[] = [];
    for (const chunk of chunksOf(input)) {
      const cut = cutBytes(held, chunk);
      held = cut.input;
      tokens.push(...cut.tokens);
      promise(held.text.length < LINE_MAX, 'never more than one line is held');
    }
    promise(JSON.stringify(tokens) === JSON.stringify(plainTokens(input)), 'stop bytes and lines are those of the stream');
    count(tally, 'cut', tokens.length);
  },
};
