/**
 * The line grammar a second time, written from PROTOCOL.md §2 alone: one pass over the bytes, no pattern, no table, the
 * check computed bit by bit. It shares nothing with the product, so that both can be wrong only in the same sentence.
 */
export interface SecondFrame {
  readonly session: string;
  readonly n: number;
  readonly verb: string;
  readonly fields: readonly (readonly [key: string, value: string])[];
}

const LINE_MAX = 160;
const SPACE = 0x20;
const STAR = 0x2a;
const EQUALS = 0x3d;

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isHex = (code: number): boolean => isDigit(code) || (code >= 0x41 && code <= 0x46);
const isUpper = (code: number): boolean => code >= 0x41 && code <= 0x5a;
const isLower = (code: number): boolean => code >= 0x61 && code <= 0x7a;

/** CRC-16/CCITT-FALSE of the first `end` bytes, shifted in bit by bit. */
export function checkOf(text: string, end: number): string {
  let register = 0xffff;
  for (let index = 0; index < end; index += 1) {
    for (let bit = 7; bit >= 0; bit -= 1) {
      const incoming = (text.charCodeAt(index) >> bit) & 1;
      const outgoing = (register >> 15) & 1;
      register = (register << 1) & 0xffff;
      if (incoming !== outgoing) register ^= 0x1021;
    }
  }
  let out = '';
  for (let shift = 12; shift >= 0; shift -= 4) out += '0123456789ABCDEF'.charAt((register >> shift) & 15);
  return out;
}

/** A body (from the first space on, without length and check) as a line that passes both. */
export function seal(body: string): string {
  const length = body.length + 3;
  const covered = (length < 10 ? '00' : length < 100 ? '0' : '') + String(length) + body;
  return `${covered}*${checkOf(covered, covered.length)}`;
}

class Cursor {
  readonly #text: string;
  at = 0;
  constructor(text: string) { this.#text = text; }

  get code(): number { return this.at < this.#text.length ? this.#text.charCodeAt(this.at) : -1; }

  /** Takes up to `most` bytes that fit. */
  while(fits: (code: number) => boolean, most: number): string {
    const from = this.at;
    while (this.at < this.#text.length && this.at - from < most && fits(this.#text.charCodeAt(this.at))) this.at += 1;
    return this.#text.slice(from, this.at);
  }

  /** Takes this one byte, or not. */
  one(code: number): boolean {
    if (this.code !== code) return false;
    this.at += 1;
    return true;
  }
}

const isValueByte = (code: number): boolean => code > SPACE && code < 0x7f && code !== EQUALS && code !== STAR;
const isKeyByte = (code: number): boolean => isLower(code) || isDigit(code) || code === 0x5f;
const isVerbByte = (code: number): boolean => isUpper(code) || code === 0x2d;

function readFields(cursor: Cursor): [string, string][] | undefined {
  const fields: [string, string][] = [];
  while (cursor.one(SPACE)) {
    if (!isLower(cursor.code)) return undefined;
    const key = cursor.while(isKeyByte, 16);
    if (!cursor.one(EQUALS)) return undefined;
    const value = cursor.while(isValueByte, LINE_MAX);
    if (value === '') return undefined;
    for (const [other] of fields) if (other === key) return undefined;
    fields.push([key, value]);
  }
  return fields;
}

/** The frame that a line (without its LF) is by the specification, or undefined. */
export function readSecond(line: string): SecondFrame | undefined {
  if (line.length + 1 > LINE_MAX) return undefined;
  const cursor = new Cursor(line);
  const length = cursor.while(isDigit, 3);
  if (length.length !== 3 || !cursor.one(SPACE)) return undefined;
  const session = cursor.while(isHex, 8);
  if (session.length !== 8 || !cursor.one(SPACE)) return undefined;
  const number = cursor.while(isDigit, 5);
  if (number.length !== 5 || !cursor.one(SPACE)) return undefined;
  let n = 0;
  for (const digit of number) n = n * 10 + '0123456789'.indexOf(digit);
  if (n > 65_535 || !isUpper(cursor.code)) return undefined;
  const verb = cursor.while(isVerbByte, 16);
  if (verb.length < 2) return undefined;
  const fields = readFields(cursor);
  if (fields === undefined) return undefined;
  const before = cursor.at;
  if (!cursor.one(STAR) || line.length !== before + 5) return undefined;
  const counted = String(before);
  if (`${'0'.repeat(3 - counted.length)}${counted}` !== length || line.slice(before + 1) !== checkOf(line, before)) return undefined;
  return { session, n, verb, fields };
}
