/**
 * Says that the live view is down, how often it was tried and when the next try comes. It covers nothing and blocks
 * nothing: values stay readable and every stop still works.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import type { FeedLink } from '../live-feed.ts';
import { shared } from '../look/shared.ts';
import { boardWords as says } from '../words/board-words.ts';

export class ReconnectBar extends LitElement {
  static override properties = { link: { attribute: false }, nowAtMs: { type: Number }, notUnderstood: { type: Number } };
  declare link: FeedLink | undefined;
  declare nowAtMs: number;
  /** Messages that this page could not read, most likely because the server is newer. */
  declare notUnderstood: number;

  constructor() {
    super();
    this.notUnderstood = 0;
  }

  static override styles = [
    shared,
    css`
      :host { position: fixed; z-index: 20; inset: auto 0 var(--foot, 0px) 0; pointer-events: none; }
      .bar { display: flex; flex-wrap: wrap; align-items: center; justify-content: center; gap: 4px 20px; padding: 8px 16px; background: var(--ink); color: var(--paper); pointer-events: auto; }
      @media (forced-colors: active) { button { border-color: CanvasText !important; } }
      button { min-height: 48px; border-color: var(--paper); background: transparent; color: var(--paper); font-size: var(--type-body); }
      button:hover { background: color-mix(in oklab, var(--ink) 80%, var(--paper)); }
      :focus-visible { outline-color: var(--paper); }
      @media (max-height: 440px) { .bar { max-height: 45dvh; overflow: auto; } }
      @media (max-width: 600px) { :host([above]) { bottom: calc(var(--foot, 0px) + 97px); } }
    `,
  ];

  protected override render(): TemplateResult {
    const { link } = this;
    const isDown = link?.state === 'down';
    return html`<div role="status">${isDown ? this.#bar(link) : this.notUnderstood > 0 ? this.#reload() : null}</div>`;
  }

  #reload(): TemplateResult {
    return html`
      <div class="bar">
        <p><b>${says.notUnderstood}</b> ${says.notUnderstoodText}</p>
        <button @click=${() => location.reload()}>${says.reload}</button>
      </div>
    `;
  }

  #bar({ attempts, nextTryAtMs }: FeedLink): TemplateResult {
    const wait = nextTryAtMs === null ? says.tryingNow(attempts) : says.nextTry(attempts, Math.ceil(Math.max(0, nextTryAtMs - this.nowAtMs) / 1000));
    return html`
      <div class="bar">
        <p><b>${says.noLiveView}</b> ${says.noLiveViewText}</p>
        <p aria-hidden="true">${wait}</p>
        <button @click=${() => this.dispatchEvent(new CustomEvent('hf-dial', { bubbles: true, composed: true }))}>${says.tryNow}</button>
      </div>
    `;
  }
}
customElements.define('hf-reconnect-bar', ReconnectBar);
