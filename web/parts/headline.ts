/**
 * The voice of a bench as shape, word and colour, and above it the banner that nobody can overlook when a stop was not
 * confirmed or a person has to act with their hands.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { bridgeWords } from '../words/bridge-words.ts';
import { HUES, SHAPES } from '../look/mark.ts';
import { property } from '../look/property.ts';
import { shared } from '../look/shared.ts';
import type { Reading } from '../reading/voice.ts';
import { boardWords } from '../words/board-words.ts';
import { headline } from '../words/sentences.ts';

export class Headline extends LitElement {
  static override properties = { reading: { attribute: false }, isFeedLive: { type: Boolean }, hasHelp: { type: Boolean } };
  declare reading: Reading | undefined;
  declare isFeedLive: boolean;
  /** A press explains the state; not where nobody can press. */
  declare hasHelp: boolean;

  constructor() {
    super();
    this.hasHelp = true;
  }

  static override styles = [
    shared,
    css`
      :host { position: relative; display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; }
      .explain { position: absolute; top: -11px; inset-inline-end: -12px; width: 48px; padding: 0; color: var(--ink-quiet); }
      .voice { display: grid; grid-template-columns: 22px minmax(0, 1fr); gap: 12px; align-items: start; padding-inline-end: 36px; font-size: var(--type-title); line-height: 26px; font-weight: 700; }
      .voice svg { width: 22px; height: 22px; margin-top: 2px; color: var(--hue); }
      .loud { color: var(--hue); }
      .stopped, .stopping, .locked { font-size: var(--type-head); }
      .step-back, .not-confirmed { font-size: var(--type-loud); line-height: 28px; }
      .call { display: grid; grid-template-columns: minmax(0, 1fr); gap: 4px; padding: 16px 16px; border-radius: var(--round-m); background: var(--stopped); color: var(--stopped-ink); }
      .call b { font-size: var(--type-head); line-height: 28px; }
      .call.keep { padding: 0; background: none; color: var(--ink); }
      .call.keep b { font-size: var(--type-head); }
      .call.keep span { color: var(--ink-quiet); }
    `,
  ];

  protected override render(): TemplateResult | null {
    const { reading } = this;
    if (reading === undefined) return null;
    const { voice } = reading;
    const isQuiet = voice === 'running' || voice === 'ready' || voice === 'unprotected';
    return html`
      <h2 class="voice ${voice} ${isQuiet ? '' : 'loud'}" ${property('--hue', `var(${HUES[voice]})`)}>
        <svg viewBox="0 0 24 24" aria-hidden="true">${SHAPES[voice]}</svg><span>${headline(reading, this.isFeedLive)}</span>
      </h2>
      ${this.hasHelp ? html`<button class="explain plain" aria-label=${boardWords.explain(reading.view.name)} @click=${() => this.#explain(reading.view.id)}>?</button>` : null}
      ${this.#call(reading)}
    `;
  }

  #explain(benchId: string): void {
    this.dispatchEvent(new CustomEvent('hf-explain', { bubbles: true, composed: true, detail: benchId }));
  }

  #call({ status }: Reading): TemplateResult | null {
    if (status === null) return null;
    // Also when the bench fell silent: a crossing that was established holds until the rig says that it ended.
    const call = status.trip?.operator ?? (status.committedEstablished ? 'keep-cable' : 'nothing');
    if (call === 'nothing') return null;
    const words = bridgeWords.operatorCalls[call];
    return call === 'keep-cable'
      ? html`<p class="call keep"><b>${words.title}.</b><span>${words.whatToDo}</span></p>`
      : html`<p class="call"><b>${words.title}</b><span>${words.whatToDo}</span></p>`;
  }
}
customElements.define('hf-headline', Headline);
