/** The codec: what it accepts is what the second grammar allows, no more and no less, and it reads and writes the same. */
import { decodeFrame, decodeValue, encodeFrame, encodeValue } from '../../../firmware-bridge/wire/frame.ts';
import type { Frame } from '../../../firmware-bridge/wire/frame.ts';
import { readRigMessage } from '../../../firmware-bridge/wire/rig-message.ts';
import { damage, damageAndSeal, noise } from './damage.ts';
import { hostLine, oddLine, rigLine } from './lines.ts';
import { readSecond } from './second-grammar.ts';
import { meaningOf, plainText } from './second-reading.ts';
import { count, pick, promise, whole } from './target.ts';
import type { Tally, Target } from './target.ts';
import type { Random } from '../../../firmware-bridge/virtual-rig/random.ts';

const NUMBER_MAX = 9_999_999_999;

/** Nothing that comes out of a line may be more than a plain, bounded value. */
function assertPlain(value: unknown): void {
  if (typeof value === 'number') promise(Number.isInteger(value) && Math.abs(value) <= NUMBER_MAX, 'a number is whole and bounded');
  else if (typeof value === 'string') promise(value.length <= 160, 'a text is bounded');
  else if (Array.isArray(value)) value.forEach(assertPlain);
  else promise(value === null || typeof value === 'boolean', `${typeof value} is no value of a message`);
}

function checkMeaning(frame: Frame, second: NonNullable<ReturnType<typeof readSecond>>, tally: Tally): void {
  const message = readRigMessage(frame);
  const meaning = meaningOf(second);
  if (meaning !== undefined) promise(message !== undefined, 'a line that the specification allows is read');
  if (message === undefined) return;
  count(tally, 'typed');
  for (const value of Object.values(message)) assertPlain(value);
  if (meaning === undefined) return;
  count(tally, 'compared');
  for (const [name, value] of Object.entries(meaning)) {
    const read: unknown = Reflect.get(message, name);
    promise(read === value || JSON.stringify(read) === JSON.stringify(value), `${name} is read as ${JSON.stringify(read)}, not ${JSON.stringify(value)}`);
  }
}

export function checkLine(line: string, tally: Tally): void {
  const decoded = decodeFrame(line);
  const second = readSecond(line);
  if (!decoded.ok) {
    promise(second === undefined, `a valid line is refused: ${decoded.why}`);
    return;
  }
  promise(second !== undefined, 'a line is accepted that the grammar does not allow');
  count(tally, 'accepted');
  const { frame } = decoded;
  promise(frame.session === second.session && frame.n === second.n && frame.verb === second.verb, 'session, number and verb are those of the line');
  const fields = Object.entries(frame.fields);
  promise(fields.length === second.fields.length && fields.every(([key, value], at) => second.fields[at]?.[0] === key && second.fields[at][1] === value), 'the fields are those of the line');
  promise(encodeFrame(frame) === `${line}\n`, 'an accepted line is written again the same');
  for (const [, value] of fields) promise(decodeValue(value) === plainText(value), `the text ${value} means ${plainText(value)}`);
  checkMeaning(frame, second, tally);
}

/** Lines that were said before, so that damage and merges have something to work on. */
class Said {
  readonly #lines: string[] = [];
  readonly #most = 256;
  readonly #fresh: (random: Random) => string;
  constructor(fresh: (random: Random) => string) { this.#fresh = fresh; }

  one(random: Random): string {
    const at = whole(random, this.#most);
    const known = this.#lines[at];
    if (known !== undefined && random() < 0.97) return known;
    const line = this.#fresh(random);
    this.#lines[Math.min(at, this.#lines.length)] = line;
    return line;
  }
}

const said = new Said((random) => (random() < 0.8 ? rigLine(random) : hostLine(random)));

const LINE_KINDS: readonly ((random: Random) => string)[] = [
  rigLine, oddLine, oddLine, noise,
  (random) => damage(random, said.one(random), said.one(random)),
  (random) => damage(random, said.one(random), said.one(random)),
  (random) => damageAndSeal(random, said.one(random), said.one(random)),
  (random) => damageAndSeal(random, said.one(random), said.one(random)),
];

export const LINES: Target = { name: 'lines', share: 54, make: (random) => pick(random, LINE_KINDS)(random), check: checkLine };

const ODD_TEXTS = ['', ' ', 'HB', 'A1B20007', 'a b=2', 'x=1', '*', '\n', '%', '%20', 'é', '😀', '\ud800', '00070001', 'x'.repeat(64), 'x'.repeat(150), '0', '-1', 't_ms', '__proto__', 'constructor'];
const oddText = (random: Random): string => (random() < 0.5 ? pick(random, ODD_TEXTS) : noise(random).slice(0, 12));

/** `[session, n, verb, [key, value]…]`, any of them impossible. */
function oddFrame(random: Random): string {
  const fields = Array.from({ length: whole(random, 4) }, () => [random() < 0.6 ? pick(random, ['t_ms', 'id', 'a']) : oddText(random), oddText(random)]);
  const n = random() < 0.7 ? whole(random, 65_536) : pick(random, [-1, 0.5, 65_536, 1e21, 99_999]);
  return JSON.stringify([random() < 0.7 ? 'A1B20007' : oddText(random), n, random() < 0.7 ? 'HB' : oddText(random), fields]);
}

/** What a frame is, in one text, whatever its fields are called. */
const told = (frame: Frame): string => JSON.stringify([frame.session, frame.n, frame.verb, Object.entries(frame.fields)]);

export const FRAMES: Target = {
  name: 'frames to write', share: 6, make: oddFrame,
  check: (input, tally) => {
    const [session, n, verb, fields] = JSON.parse(input) as [string, number, string, [string, string][]];
    const frame: Frame = { session, n, verb, fields: Object.fromEntries(fields) };
    for (const [, value] of fields) if (value.isWellFormed() && value !== '') promise(decodeValue(encodeValue(value)) === value, 'a text goes through a value and back');
    const line = encodeFrame(frame);
    if (line === undefined) return;
    count(tally, 'written');
    promise(line.endsWith('\n'), 'a line ends with its LF');
    const decoded = decodeFrame(line.slice(0, -1));
    promise(decoded.ok && told(decoded.frame) === told(frame), 'what is written is read again the same');
  },
};
