/**
 * Answers to orders that wait for the line to the server. An answer is worth nothing after its order has expired, so it
 * waits no longer than that, and no more than a hundred wait at all.
 */
import type { Order, OrderResult } from '../contract/uplink.ts';

const WAITING_MAX = 100;
/** Longest life of any order. Source: `expiresInMs` in contract/uplink.ts. */
const LIFE_MS_MAX = 60_000;

export class OrderResults {
  readonly #nowMs: () => number;
  readonly #expiresAtMs = new Map<string, number>();
  #waiting: { readonly result: OrderResult; readonly expiresAtMs: number }[] = [];

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  ordered(order: Order): void {
    this.#expiresAtMs.set(order.id, this.#nowMs() + order.expiresInMs);
    const oldest = this.#expiresAtMs.keys().next().value;
    if (this.#expiresAtMs.size > WAITING_MAX && oldest !== undefined) this.#expiresAtMs.delete(oldest);
  }

  add(result: OrderResult): void {
    const expiresAtMs = this.#expiresAtMs.get(result.id) ?? this.#nowMs() + LIFE_MS_MAX;
    this.#expiresAtMs.delete(result.id);
    this.#waiting.push({ result, expiresAtMs });
    if (this.#waiting.length > WAITING_MAX) this.#waiting.shift();
  }

  /** Takes everything that is still worth sending. */
  take(): OrderResult[] {
    const now = this.#nowMs();
    const worth = this.#waiting.filter((entry) => entry.expiresAtMs > now);
    this.#waiting = [];
    return worth.map((entry) => entry.result);
  }
}
