/**
 * One direction of a serial line in virtual time: bytes take the time they take at the port's speed, never overtake each
 * other, and meet whatever weather the seed made. It may lose and damage bytes; it never makes a valid line by itself.
 */
import type { Random } from '../../firmware-bridge/virtual-rig/random.ts';
import type { Agenda } from './agenda.ts';

/** What may happen to a line on its way, each as a chance from 0 to 1. */
export interface Weather {
  readonly drop: number;
  readonly garble: number;
  readonly duplicate: number;
  /** The LF is lost, so that two lines become one. */
  readonly merge: number;
  /** The end of the line is lost, its LF too. */
  readonly tear: number;
  /** More time on the way, up to this (ms), for every line. */
  readonly delayMs: number;
}
export const FINE: Weather = { drop: 0, garble: 0, duplicate: 0, merge: 0, tear: 0, delayMs: 0 };

const BYTE_MS = 10_000 / 115_200;
const LATENCY_MS = 1;

export class OneWay {
  weather: Weather = FINE;
  readonly #agenda: Agenda;
  readonly #random: Random;
  readonly #deliver: (bytes: string) => void;
  #epoch = 0;
  #freeAtMs = 0;
  #lastAtMs = 0;

  constructor(agenda: Agenda, random: Random, deliver: (bytes: string) => void) {
    this.#agenda = agenda;
    this.#random = random;
    this.#deliver = deliver;
  }

  /** The cable is out: what was on its way is gone. */
  cut(): void { this.#epoch += 1; }

  send(text: string): void {
    const { weather } = this;
    if (this.#random() < weather.drop) return;
    let bytes = text;
    if (this.#random() < weather.garble) bytes = this.#garbled(bytes);
    if (this.#random() < weather.merge && bytes.endsWith('\n')) bytes = bytes.slice(0, -1);
    if (this.#random() < weather.tear) bytes = bytes.slice(0, Math.floor(this.#random() * bytes.length));
    this.#carry(bytes);
    if (this.#random() < weather.duplicate) this.#carry(bytes);
  }

  #garbled(bytes: string): string {
    const at = Math.floor(this.#random() * bytes.length);
    const length = 1 + Math.floor(this.#random() * 3);
    let noise = '';
    for (let count = 0; count < length; count += 1) noise += String.fromCharCode(0x21 + Math.floor(this.#random() * 94));
    return bytes.slice(0, at) + noise + bytes.slice(at + length);
  }

  #carry(bytes: string): void {
    if (bytes.length === 0) return;
    const { nowMs } = this.#agenda;
    this.#freeAtMs = Math.max(this.#freeAtMs, nowMs) + bytes.length * BYTE_MS;
    const moreMs = this.weather.delayMs > 0 ? this.#random() * this.weather.delayMs : 0;
    this.#lastAtMs = Math.max(this.#lastAtMs, this.#freeAtMs + LATENCY_MS + moreMs);
    const split = this.#random() < 0.1 ? Math.floor(this.#random() * bytes.length) : 0;
    if (split > 0) this.#arrive(bytes.slice(0, split), this.#lastAtMs - BYTE_MS);
    this.#arrive(bytes.slice(split), this.#lastAtMs);
  }

  #arrive(bytes: string, atMs: number): void {
    const epoch = this.#epoch;
    this.#agenda.after(atMs - this.#agenda.nowMs, () => { if (epoch === this.#epoch) this.#deliver(bytes); });
  }
}
