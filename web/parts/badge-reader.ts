/**
 * Catches a badge reader wherever the focus is, while its element is on the page: a reader types fast and ends with Enter.
 * What it typed into a field until then is taken out again.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { NO_KEYS, takeKey } from '../reading/badge-keys.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;
const fieldOf = (event: KeyboardEvent): Field | null => event.composedPath().find((part): part is Field => part instanceof HTMLInputElement || part instanceof HTMLTextAreaElement) ?? null;

export class BadgeReader implements ReactiveController {
  readonly #take: (badge: string) => void;
  #keys = NO_KEYS;
  /** The field that had the focus at the first character, as it was then. */
  #before: { readonly field: Field; readonly value: string } | null = null;

  constructor(host: ReactiveControllerHost, take: (badge: string) => void) {
    this.#take = take;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('keydown', this.#key, { capture: true });
  }

  hostDisconnected(): void {
    removeEventListener('keydown', this.#key, { capture: true });
    this.#keys = NO_KEYS;
    this.#before = null;
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { keys, badge } = takeKey(this.#keys, event.key, event.timeStamp);
    this.#keys = keys;
    if (keys.text.length === 1 && event.key.length === 1) {
      const field = fieldOf(event);
      this.#before = field === null ? null : { field, value: field.value };
    }
    // Until Enter nobody knows: a quick hand must not lose what it types.
    if (badge === null) return;
    event.preventDefault();
    event.stopPropagation();
    this.#giveBack();
    this.#take(badge);
  };

  #giveBack(): void {
    if (this.#before === null) return;
    const { field, value } = this.#before;
    this.#before = null;
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }
}
