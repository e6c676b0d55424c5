/**
 * Turns entries of a black box into lines that a person can read: bytes come as chunks that end anywhere. Nothing of a line acts
 * where it is shown, and each has a second text without identifiers of a device. One object for each line; one that never ends is cut.
 */
import { timesOf } from '../contract/black-box-lines.ts';
import type { BoxEntry } from '../contract/black-box.ts';
import { RAW_TEXT_MAX, type RawOriginal } from '../contract/raw-lines.ts';
import { decodeFrame } from '../wire/frame.ts';

/** Bytes of a line that never ends, before it is shown in parts. */
const LINE_BYTES_MAX = 400;
const UNSAFE = /[^\x20-\x7e]|\\/g;
/** Of the phone, whatever the verb; a rig names itself by other keys. */
const IDENTIFIER = / (serial|ecid|imei)=[^ *]+/g;

const readable = (bytes: string): string => {
  const text = bytes.replaceAll(UNSAFE, (one) => (one === '\\' ? '\\\\' : `\\x${one.charCodeAt(0).toString(16).padStart(2, '0')}`));
  return text.length <= RAW_TEXT_MAX ? text : `${text.slice(0, RAW_TEXT_MAX - 3)}...`;
};

/** A line whose check fails can be half of any other: then every letter and digit could be an identifier's. */
function veil(bytes: string): string | null {
  const decoded = decodeFrame(bytes);
  if (!decoded.ok) return readable(bytes.replaceAll(/[A-Za-z0-9\x80-\xff]/g, '-'));
  const text = bytes.replaceAll(IDENTIFIER, ' $1=---');
  return text === bytes ? null : readable(text);
}

export class RawSplit {
  #rest = '';
  /** The wall clock of entries that carry none runs with the monotonic one of those that do. */
  #ahead = 0;

  take(entry: BoxEntry): RawOriginal[] {
    const [atMs, wallMs] = timesOf(entry);
    if (atMs !== null && wallMs !== null) this.#ahead = wallMs - atMs;
    const at = Math.round(wallMs ?? (atMs ?? 0) + this.#ahead);
    if (entry.is === 'in') return this.#in(entry.bytes, at);
    if (entry.is === 'gap') {
      this.#rest = '';
      return [{ atMs: at, dir: 'gap', text: String(entry.entries), veiled: null, stopId: null }];
    }
    if (entry.is !== 'out') return [];
    const { stopId } = entry;
    return entry.bytes.split('\n').filter((line) => line !== '').map((line) => ({ atMs: at, dir: 'out', text: readable(line), veiled: veil(line), stopId }));
  }

  #in(bytes: string, atMs: number): RawOriginal[] {
    const parts = `${this.#rest}${bytes}`.split('\n');
    this.#rest = parts.pop() ?? '';
    for (; this.#rest.length > LINE_BYTES_MAX; this.#rest = this.#rest.slice(LINE_BYTES_MAX)) parts.push(this.#rest.slice(0, LINE_BYTES_MAX));
    return parts.map((line) => ({ atMs, dir: 'in', text: readable(line), veiled: veil(line), stopId: null }));
  }
}
