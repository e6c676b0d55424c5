/**
 * Dims the page when nobody has touched it for a while. The first touch or key then only wakes it: nothing below is pressed, whatever
 * lies there, a dialog too. The stop key acts at once, and an alarm wakes the page by itself.
 */
import { KeptChoice } from '../reading/kept-choice.ts';
import { isStopKey } from '../reading/stop-key.ts';

/** Minutes without a touch. */
export const DIM_AFTER = ['10', '5', '30', 'off'] as const;

/** A finger that came up makes its click within so long (ms). */
const CLICK_MS = 400;
const PRESSES = ['pointerdown', 'mousedown', 'touchstart', 'pointerup', 'pointercancel', 'mouseup', 'touchend', 'click', 'auxclick', 'dblclick', 'contextmenu'] as const;

export class Dimming {
  readonly after = new KeptChoice('holdfast-dim-after', DIM_AFTER);
  /** `waking`: bright again, and the rest of the touch that woke it still does nothing. */
  #phase: 'awake' | 'dim' | 'waking' = 'awake';
  #activeAtMs = 0;
  #handAtMs = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isHeld = false;
  #keyThatWoke: string | null = null;
  readonly #listeners = new Set<() => void>();

  get isDim(): boolean {
    return this.#phase === 'dim';
  }

  /** How long no hand has moved here; an alarm that wakes the page is none. */
  restMs(): number {
    return performance.now() - this.#handAtMs;
  }

  /** To be called before anything else listens: what it swallows must reach nobody. */
  start(): void {
    for (const kind of PRESSES) addEventListener(kind, (event) => this.#press(event), { capture: true, passive: false });
    addEventListener('keydown', (event) => this.#key(event), { capture: true });
    addEventListener('keyup', (event) => this.#keyUp(event), { capture: true });
    for (const kind of ['pointermove', 'wheel'] as const) addEventListener(kind, () => this.#move(), { capture: true, passive: true });
    this.after.listen(() => {
      this.#later(0, null);
      this.#touched();
    });
    this.#touched();
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** While an alarm rings, and on a screen that nobody can touch, the page stays bright. */
  hold(isHeld: boolean): void {
    if (isHeld && !this.#isHeld) this.#wake();
    if (isHeld !== this.#isHeld) {
      this.#isHeld = isHeld;
      this.#touched();
    }
  }

  #press(event: Event): void {
    this.#handAtMs = performance.now();
    const { type } = event;
    // Another touch than the one that woke the page counts, however quick it is.
    if (this.#phase === 'waking' && type === 'pointerdown') this.#wake();
    if (this.#phase === 'awake') {
      this.#touched();
      return;
    }
    swallow(event);
    if (this.#phase === 'dim') {
      this.#phase = 'waking';
      this.#tell();
    }
    if (type === 'click' || type === 'auxclick' || type === 'pointercancel') this.#wake();
    else if (type === 'pointerup') this.#later(CLICK_MS, () => this.#wake());
  }

  #key(event: KeyboardEvent): void {
    this.#handAtMs = performance.now();
    if (this.#phase !== 'dim') {
      if (event.code === this.#keyThatWoke && event.repeat) swallow(event);
      this.#touched();
      return;
    }
    this.#wake();
    if (isStopKey(event)) return;
    this.#keyThatWoke = event.code;
    swallow(event);
  }

  /** A space bar presses a button when it comes up. */
  #keyUp(event: KeyboardEvent): void {
    if (this.#keyThatWoke === null || event.code !== this.#keyThatWoke) return;
    this.#keyThatWoke = null;
    swallow(event);
  }

  #move(): void {
    this.#handAtMs = performance.now();
    if (this.#phase === 'dim') this.#wake();
    else if (this.#phase === 'awake') this.#touched();
  }

  #wake(): void {
    const wasAwake = this.#phase === 'awake';
    this.#phase = 'awake';
    this.#touched();
    if (!wasAwake) this.#tell();
  }

  #touched(): void {
    this.#activeAtMs = performance.now();
    const { value } = this.after;
    if (value === 'off' || this.#isHeld) this.#later(0, null);
    else if (this.#timer === null || this.#phase !== 'awake') this.#later(Number(value) * 60_000, () => this.#due(Number(value) * 60_000));
  }

  /** One timer for however many touches: it looks when the last one was. */
  #due(limitMs: number): void {
    const leftMs = this.#activeAtMs + limitMs - performance.now();
    if (leftMs > 0) {
      this.#later(leftMs, () => this.#due(limitMs));
      return;
    }
    this.#phase = 'dim';
    this.#tell();
  }

  #later(ms: number, run: (() => void) | null): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = run === null ? null : setTimeout(() => { this.#timer = null; run(); }, ms);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function swallow(event: Event): void {
  if (event.cancelable) event.preventDefault();
  event.stopImmediatePropagation();
}

export const dimming = new Dimming();
