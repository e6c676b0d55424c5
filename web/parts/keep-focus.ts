/**
 * Keeps the keyboard where it was when what it stood on goes away: first to what took the place, else to the page. A focus that falls
 * back to the document sends whoever has no mouse to the beginning.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & HTMLElement;

/** What has the focus, also in the parts of parts; null: the document itself. */
export function focused(): HTMLElement | null {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found instanceof HTMLElement && found !== document.body ? found : null;
}

/** For an element whose buttons take each other's place. */
export class KeepFocus implements ReactiveController {
  readonly #host: Host;
  readonly #first: string;
  #had = false;

  /** `first`: what is next; without it the element itself, so that a key pressed twice never presses what just came. */
  constructor(host: Host, first = '') {
    this.#host = host;
    this.#first = first;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#had ||= (this.#host.shadowRoot?.activeElement ?? null) !== null;
  }

  hostUpdated(): void {
    const root = this.#host.shadowRoot;
    if (!this.#had || root === null) return;
    this.#had = false;
    // The parts of this element draw themselves after it.
    requestAnimationFrame(() => {
      if (focused() !== null) return;
      const next = this.#first === '' ? null : root.querySelector<HTMLElement>(this.#first);
      if (next === null) this.#host.tabIndex = -1;
      (next ?? this.#host).focus({ preventScroll: true });
    });
  }
}

/** The last resort, for the root of the page: the page itself, once what had the focus is gone. */
export class PageFocus {
  #last: HTMLElement | null = null;

  /** Before each time the page is drawn: no event tells it, a focus that moves inside one part is not told outside. */
  note(): void {
    this.#last = focused() ?? this.#last;
  }

  /** After each time the page was drawn. */
  follow(page: HTMLElement | null): void {
    if (this.#last === null || this.#last.isConnected || page === null) return;
    requestAnimationFrame(() => requestAnimationFrame(() => {
      if (this.#last?.isConnected !== false || focused() !== null) return;
      page.focus({ preventScroll: true });
    }));
  }
}
