/** One question to the server for an element: what was answered, or why not. A late answer to an old question is dropped. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Answer } from '../api.ts';
import { sayCallProblem } from '../words/sentences.ts';

export class Asked<Value> implements ReactiveController {
  value: Value | null = null;
  failure: string | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #question: () => Promise<Answer<Value>>;
  readonly #isAskedAtOnce: boolean;
  #number = 0;

  /** `when`: an element that has first to be told what to ask about asks by itself. */
  constructor(host: ReactiveControllerHost, question: () => Promise<Answer<Value>>, when: 'at once' | 'when told' = 'at once') {
    this.#host = host;
    this.#question = question;
    this.#isAskedAtOnce = when === 'at once';
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#isAskedAtOnce) void this.ask();
  }

  /** What is known from elsewhere, such as the answer to an act: newer than whatever was asked before. */
  take(value: Value): void {
    this.#number += 1;
    this.value = value;
    this.failure = null;
    this.#host.requestUpdate();
  }

  async ask(): Promise<void> {
    this.#number += 1;
    const number = this.#number;
    const answer = await this.#question();
    if (number !== this.#number) return;
    this.failure = answer.ok ? null : sayCallProblem(answer.problem);
    if (answer.ok) this.value = answer.value;
    this.#host.requestUpdate();
  }
}
