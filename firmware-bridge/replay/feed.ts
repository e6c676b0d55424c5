/**
 * Gives a record to the interlock: bytes become lines and events exactly as at the bench, and time is what the record
 * says. Every tick of the guard stands in it, so nothing has to be made up between two chunks. Effects go nowhere.
 */
import type { BoxEntry, BoxEvent } from '../contract/black-box.ts';
import type { BenchState } from '../guard/state.ts';
import { step } from '../guard/step.ts';
import type { Effect, GuardEvent } from '../guard/turn.ts';
import { LineCap } from '../wire/line-cap.ts';
import { readLine } from '../wire/read-line.ts';
import { readEvent } from './read-event.ts';

/** What the bench would have shown of one effect: a line or stop to the rig, or a piece of evidence. */
export type Output =
  | { readonly is: 'bytes'; readonly bytes: string }
  | { readonly is: 'did'; readonly kind: string; readonly body: unknown };

type Part = ReturnType<typeof readLine> | { readonly kind: 'corrupt'; readonly why: string };

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const textOf = (line: Uint8Array): string => String.fromCharCode(...line.subarray(0, -1));

export class Feed {
  readonly #emit: (output: Output) => void;
  #state: BenchState;
  #cap = new LineCap();
  #parts: Part[] = [];
  #partsGiven = 0;
  #chunk = { nowMs: 0, wallMs: 0 };

  constructor(state: BenchState, emit: (output: Output) => void) {
    this.#state = state;
    this.#emit = emit;
  }

  get state(): BenchState { return this.#state; }

  /** The chunk's lines wait for `finishChunk`: an event of the record may belong between two of them. */
  chunk({ atMs, wallMs, bytes }: Extract<BoxEntry, { is: 'in' }>): void {
    this.#chunk = { nowMs: atMs, wallMs };
    this.#parts = [];
    this.#partsGiven = 0;
    this.#cap.push(bytesOf(bytes), (line) => {
      // The parser at the bench hands on no empty line either.
      if (line.length > 1) this.#parts.push(readLine(textOf(line)));
    }, () => { this.#parts.push({ kind: 'corrupt', why: 'too-long' }); });
  }

  finishChunk(): void { this.#giveParts(this.#parts.length); }

  event(event: BoxEvent, within: number | null): void {
    this.#giveParts(within === null ? this.#parts.length : within + 1);
    if (event.kind === 'port-opened') this.#cap = new LineCap();
    const known = readEvent(event);
    if (known !== undefined) this.#step(known);
  }

  #giveParts(upTo: number): void {
    for (const part of this.#parts.slice(this.#partsGiven, upTo)) this.#step({ ...part, ...this.#chunk });
    this.#partsGiven = Math.max(this.#partsGiven, Math.min(upTo, this.#parts.length));
  }

  #step(event: GuardEvent): void {
    try {
      this.#take(event);
    } catch (error) {
      const what = error instanceof Error ? error.message.slice(0, 200) : 'unknown';
      try {
        this.#take({ kind: 'fault', what, nowMs: event.nowMs, wallMs: event.wallMs });
      } catch {
        this.#emit({ is: 'bytes', bytes: '\x18\n' });
      }
    }
  }

  #take(event: GuardEvent): void {
    const { state, effects } = step(this.#state, event);
    this.#state = state;
    for (const effect of effects) this.#show(effect);
  }

  #show(effect: Effect): void {
    if (effect.do === 'stop-restore' || effect.do === 'strike-drill') this.#emit({ is: 'bytes', bytes: effect.bytes });
    else if (effect.do === 'record') this.#emit({ is: 'did', kind: effect.item.kind, body: effect.item.body });
    else if (effect.do === 'write-line' && !(effect.permits && this.#state.permit === null)) this.#emit({ is: 'bytes', bytes: effect.line });
  }
}
