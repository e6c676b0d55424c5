/**
 * Turns signals into requests to end. One press of Ctrl-C may arrive more than once, from the terminal and from the
 * programs above us, so signals close together are one request.
 */

const SAME_PRESS_MS = 500;

export class EndRequests {
  readonly #nowMs: () => number;
  #lastAtMs = Number.NEGATIVE_INFINITY;
  #count = 0;
  #use: ((isSecond: boolean) => void) | null = null;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  listen(use: (isSecond: boolean) => void): void {
    this.#use = use;
    if (this.#count > 0) use(this.#count > 1);
  }

  signal(): void {
    const atMs = this.#nowMs();
    const isSamePress = atMs - this.#lastAtMs < SAME_PRESS_MS;
    this.#lastAtMs = atMs;
    if (isSamePress) return;
    this.#count += 1;
    this.#use?.(this.#count > 1);
  }
}
