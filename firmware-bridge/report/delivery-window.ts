/**
 * Which outbox rows are on their way to the server and not yet acknowledged. Pure; an acknowledgement of something that
 * was not sent on this connection is refused, because believing it would delete evidence nobody has.
 */

export class DeliveryWindow {
  readonly #size: number;
  #waiting: number[] = [];
  #sentUpTo: number;

  constructor(size: number, deliveredUpTo: number) {
    this.#size = size;
    this.#sentUpTo = deliveredUpTo;
  }

  /** How many more rows may be sent now. */
  get room(): number {
    return this.#size - this.#waiting.length;
  }

  get unacknowledged(): number {
    return this.#waiting.length;
  }

  get sentUpTo(): number {
    return this.#sentUpTo;
  }

  sent(row: number): void {
    this.#waiting.push(row);
    this.#sentUpTo = row;
  }

  /** True when it acknowledged something new; false for an old one and for one that was never sent. */
  acknowledged(upTo: number): boolean {
    const first = this.#waiting[0];
    if (upTo > this.#sentUpTo || first === undefined || upTo < first) return false;
    const stillWaiting = this.#waiting.findIndex((row) => row > upTo);
    this.#waiting = stillWaiting === -1 ? [] : this.#waiting.slice(stillWaiting);
    return true;
  }
}
