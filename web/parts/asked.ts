/** One question to the server for an element: what was answered, or why not. A late answer to an old question is dropped. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Answer } from '../api.ts';
import { sayCallProblem } from '../words/sentences.ts';

export class Asked<Value> implements ReactiveController {
  value: Value | null = null;
  failure: string | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #question: () => Promise<Answer<Value>>;
  #number = 0;

  constructor(host: ReactiveControllerHost, question: () => Promise<Answer<Value>>) {
    this.#host = host;
    this.#question = question;
    host.addController(this);
  }

  hostConnected(): void {
    void this.ask();
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
