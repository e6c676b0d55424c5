/**
 * The rate of false stops as the server counts it, for every element that shows it: asked when stops may have changed and
 * now and then, because the time moves on. One question at a time, however many stops come at once.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { NuisanceReport } from '../../server/contract/judgement.ts';
import { falseStops } from '../order-calls.ts';
import { sayCallProblem } from '../words/sentences.ts';

/** A stop leaves the time after thirty days; nobody needs to see that at the minute. */
const AGAIN_AFTER_MS = 600_000;

export class NuisanceAnswer implements ReactiveController {
  report: NuisanceReport | null = null;
  failure: string | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #version: () => number;
  #asked = -1;
  #isAsking = false;
  #timer: ReturnType<typeof setInterval> | null = null;

  constructor(host: ReactiveControllerHost, version: () => number) {
    this.#host = host;
    this.#version = version;
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setInterval(() => void this.ask(), AGAIN_AFTER_MS);
  }

  hostDisconnected(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  hostUpdated(): void {
    if (this.#version() !== this.#asked) void this.ask();
  }

  async ask(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    this.#asked = this.#version();
    const answer = await falseStops();
    this.#isAsking = false;
    this.failure = answer.ok ? null : sayCallProblem(answer.problem);
    // What was known stays; it says for which time it is.
    if (answer.ok) this.report = answer.value;
    this.#host.requestUpdate();
  }
}
