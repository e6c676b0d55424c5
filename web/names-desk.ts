/**
 * Names for the codes by which records know people. Asked of the server when a code is first met, and only where people may
 * be read; whoever may not, or whose code nobody knows, sees the code itself.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { allPeople } from './api.ts';
import { whoDesk } from './who-desk.ts';

const CODE = /\bP-[0-9A-HJKMNP-TV-Z]{6}\b/g;
/** A code that stays unknown is not asked for again before. */
const AGAIN_AFTER_MS = 60_000;

class NamesDesk {
  readonly #listeners = new Set<() => void>();
  #names: ReadonlyMap<string, string> = new Map();
  #askedAtMs = Number.NEGATIVE_INFINITY;

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The text with names in the place of the codes that are known. */
  say(text: string): string {
    // What somebody else was told before does not stay for whoever may not read it.
    if (whoDesk.who === null || !whoDesk.may('see-people')) return text;
    if ((text.match(CODE) ?? []).some((code) => !this.#names.has(code))) this.#ask();
    return text.replaceAll(CODE, (code) => this.#names.get(code) ?? code);
  }

  #ask(): void {
    const nowAtMs = performance.now();
    if (nowAtMs - this.#askedAtMs < AGAIN_AFTER_MS) return;
    this.#askedAtMs = nowAtMs;
    void allPeople().then((answer) => {
      if (!answer.ok) return;
      this.#names = new Map(answer.value.people.map(({ code, name }) => [code, name]));
      for (const listener of this.#listeners) listener();
    });
  }
}

const namesDesk = new NamesDesk();

/** Redraws its element when names became known. */
export class NamesController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  say(text: string): string {
    return namesDesk.say(text);
  }

  hostConnected(): void {
    this.#stop = namesDesk.listen(() => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = null;
  }
}
