/**
 * What a person who plays the rig sees of the host: each line readable and with its time, a stop in a way that cannot be
 * missed. Pure: bytes in, text out; it never holds more than one line.
 */
import { cutBytes } from './host-input.ts';
import { decodeFrame } from '../wire/frame.ts';
import type { HostInput } from './host-input.ts';
import type { Frame } from '../wire/frame.ts';

const LOUD = '\u001b[1;97;41m';
const PLAIN = '\u001b[0m';
const BELL = '\u0007';
const BANNER = '!'.repeat(72);
/** Lines of the rig that go by themselves many times a second. */
const ROUTINE: readonly string[] = ['HB', 'PROBE', 'POWER', 'PROGRESS', 'FIXTURE', 'DEVICE', 'PLAN', 'BOOT'];

export class HostScreen {
  showsAll = false;
  #input: HostInput = { text: '', mode: 'line' };
  #permitSaid = '';
  readonly #colour: boolean;

  constructor(colour: boolean) {
    this.#colour = colour;
  }

  /** What to print for these bytes of the host. */
  read(bytes: string, atMs: number): string[] {
    const cut = cutBytes(this.#input, bytes);
    this.#input = cut.input;
    return cut.tokens.flatMap((token) => {
      if (token.kind === 'can') return this.#loud(`${stamp(atMs)} STOP BYTE (CAN)`);
      if (token.kind === 'corrupt') return [`${stamp(atMs)} host: a line over 160 bytes, dropped`];
      const decoded = decodeFrame(token.text);
      if (!decoded.ok) return [`${stamp(atMs)} host: corrupt (${decoded.why}) ${JSON.stringify(token.text.slice(0, 80))}`];
      return this.#frame(decoded.frame, atMs);
    });
  }

  /** What to print for a line that the rig sent; the routine ones only when all is shown. */
  sent(verb: string, line: string, atMs: number): string[] {
    if (ROUTINE.includes(verb) && !(this.showsAll && verb === 'HB')) return [];
    return [`${stamp(atMs)}  rig: ${line.slice(0, -6).split(' ').slice(3).join(' ')}`];
  }

  #frame(frame: Frame, atMs: number): string[] {
    const text = [frame.verb, ...Object.entries(frame.fields).map(([key, value]) => `${key}=${value}`)].join(' ');
    if (frame.verb === 'STOP') return this.#loud(`${stamp(atMs)} ${text}`);
    if (frame.verb !== 'HB' || this.showsAll) return [`${stamp(atMs)} host: ${text}`];
    const permit = frame.fields.permit ?? 'none';
    const said = `${frame.session} ${permit}`;
    if (said === this.#permitSaid) return [];
    this.#permitSaid = said;
    return [`${stamp(atMs)} host: heartbeats now with permit=${permit}`];
  }

  #loud(text: string): string[] {
    const lines = [BANNER, `!!!  ${text}`.padEnd(BANNER.length - 3) + '!!!', BANNER];
    return this.#colour ? [BELL + LOUD + lines.join(`${PLAIN}\n${LOUD}`) + PLAIN] : lines;
  }
}

const stamp = (atMs: number): string => (atMs / 1000).toFixed(3).padStart(9);
