/**
 * One frame of the native dialect: `LLL SSSSSSSS NNNNN VERB key=value…*CCCC`.
 * Pure and total: every string is either a frame or a named refusal; nothing throws, nothing is guessed.
 */
import { crc16 } from './crc16.ts';

/** Longest line in bytes, the LF included. Source: PROTOCOL.md §2. */
export const LINE_BYTES_MAX = 160;
/** The stop byte, outside the line grammar. Source: PROTOCOL.md §6. */
export const STOP_BYTE = 0x18;

export interface Frame {
  /** 4 hex digits of host nonce, 4 of rig boot counter. */
  readonly session: string;
  /** Per direction, from 0, mod 65536. */
  readonly n: number;
  readonly verb: string;
  readonly fields: Readonly<Record<string, string>>;
}

export type FrameRefusal = 'too-long' | 'too-short' | 'bad-byte' | 'bad-length' | 'bad-check' | 'bad-header' | 'bad-field';
export type Decoded =
  | { readonly ok: true; readonly frame: Frame }
  | { readonly ok: false; readonly why: FrameRefusal };

const HEADER = /^(\d{3}) ([0-9A-F]{8}) (\d{5}) ([A-Z][A-Z-]{1,15})(?=[ *])/;
const FIELD = /^([a-z][a-z0-9_]{0,15})=([!-)+-<>-~]+)$/;
const CHECK_CHARS = 5;
const HEADER_CHARS = 19;

const refuse = (why: FrameRefusal): Decoded => ({ ok: false, why });

/** Decodes one line without its LF. */
export function decodeFrame(line: string): Decoded {
  if (line.length + 1 > LINE_BYTES_MAX) return refuse('too-long');
  const end = line.length - CHECK_CHARS;
  if (end < HEADER_CHARS + 2 || line.charCodeAt(end) !== 0x2a) return refuse('too-short');
  for (let index = 0; index < line.length; index += 1) {
    const code = line.charCodeAt(index);
    if (code < 0x20 || code > 0x7e) return refuse('bad-byte');
  }
  const head = HEADER.exec(line);
  if (head === null) return refuse('bad-header');
  if (Number(head[1]) !== end) return refuse('bad-length');
  if (line.slice(end + 1) !== hex(crc16(line, end), 4)) return refuse('bad-check');
  const n = Number(head[3]);
  if (n > 0xffff) return refuse('bad-header');
  const fields = parseFields(line.slice(head[0].length, end));
  if (fields === undefined) return refuse('bad-field');
  return { ok: true, frame: { session: head[2] as string, n, verb: head[4] as string, fields } };
}

/** Encodes a frame as a line with its LF, or undefined when it would break the grammar (length, characters) or read as another frame. */
export function encodeFrame(frame: Frame): string | undefined {
  let rest = ` ${frame.session} ${String(frame.n).padStart(5, '0')} ${frame.verb}`;
  for (const [key, value] of Object.entries(frame.fields)) rest += ` ${key}=${value}`;
  const covered = String(rest.length + 3).padStart(3, '0') + rest;
  const line = `${covered}*${hex(crc16(covered), 4)}`;
  const decoded = decodeFrame(line);
  // A space in a verb, key or value would make a valid line that says something else: then it has a field more.
  return decoded.ok && Object.keys(decoded.frame.fields).length === Object.keys(frame.fields).length ? `${line}\n` : undefined;
}

function parseFields(text: string): Record<string, string> | undefined {
  const fields: Record<string, string> = Object.create(null) as Record<string, string>;
  if (text === '') return fields;
  if (!text.startsWith(' ')) return undefined;
  for (const word of text.slice(1).split(' ')) {
    const match = FIELD.exec(word);
    if (match === null) return undefined;
    const key = match[1] as string;
    if (key in fields) return undefined;
    fields[key] = match[2] as string;
  }
  return fields;
}

export function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}

/** Percent-encodes what a value may not hold (space, `=`, `*`, `%`, anything outside 0x21–0x7E). */
export function encodeValue(text: string): string {
  let out = '';
  for (const byte of new TextEncoder().encode(text)) {
    const plain = byte > 0x20 && byte < 0x7f && byte !== 0x3d && byte !== 0x2a && byte !== 0x25;
    out += plain ? String.fromCharCode(byte) : `%${hex(byte, 2)}`;
  }
  return out === '' ? '%20' : out;
}

const BROKEN_ESCAPE = /%(?![0-9A-F]{2})/;

/** Undoes `encodeValue`; a value with a broken escape stays as it stands. Source: PROTOCOL.md §2. */
export function decodeValue(value: string): string {
  if (BROKEN_ESCAPE.test(value)) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
