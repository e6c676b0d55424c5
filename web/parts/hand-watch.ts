/**
 * Watches whether a hand is on its way to something inside one element: a pointer over it that moved a moment ago, a finger
 * down, a key pressed inside, a dialog over it. It only tells; what must keep still then is its owner's to decide.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { holdsTiles, RESTING_HAND } from '../reading/tile-order.ts';
import type { Hand } from '../reading/tile-order.ts';
import { openSheets } from './open-sheets.ts';

export class HandWatch implements ReactiveController {
  readonly #element: ReactiveControllerHost & HTMLElement;
  #hand: Hand = RESTING_HAND;

  constructor(element: ReactiveControllerHost & HTMLElement) {
    this.#element = element;
    element.addController(this);
  }

  isOnItsWay(nowAtMs: number): boolean {
    return openSheets.areThere || holdsTiles(this.#hand, nowAtMs);
  }

  readonly #see = (event: Event): void => {
    const atMs = performance.now();
    const isDown = event.type === 'pointerdown' ? true : event.type === 'pointerup' || event.type === 'pointercancel' ? false : this.#hand.isDown;
    // A finger that has come up is over nothing, and presses again all the same.
    const isGone = event.type === 'pointerleave' && !(event instanceof PointerEvent && event.pointerType === 'touch');
    this.#hand = { isDown, isOver: !isGone, atMs };
  };

  /** A finger may come up anywhere, also where nobody listens. */
  readonly #up = (): void => { this.#hand = { ...this.#hand, isDown: false }; };

  hostConnected(): void {
    for (const kind of ['pointermove', 'pointerdown', 'pointerup', 'pointercancel', 'pointerleave', 'keydown']) this.#element.addEventListener(kind, this.#see, { passive: true });
    addEventListener('pointerup', this.#up);
    addEventListener('pointercancel', this.#up);
    addEventListener('blur', this.#up);
  }

  hostDisconnected(): void {
    for (const kind of ['pointermove', 'pointerdown', 'pointerup', 'pointercancel', 'pointerleave', 'keydown']) this.#element.removeEventListener(kind, this.#see);
    removeEventListener('pointerup', this.#up);
    removeEventListener('pointercancel', this.#up);
    removeEventListener('blur', this.#up);
  }
}
