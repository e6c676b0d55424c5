/**
 * The lock of an enrolled bench PC: it covers everything but the stops. A stop is never locked; whoever comes back shows a
 * badge or types a PIN.
 */
import { LitElement, css, html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { HUES, SHAPES } from '../look/mark.ts';
import { property } from '../look/property.ts';
import { shared } from '../look/shared.ts';
import type { Reading } from '../reading/voice.ts';
import { whoDesk } from '../who-desk.ts';
import { entryWords } from '../words/entry-words.ts';
import { webWords } from '../words/web-words.ts';
import './stop-button.ts';
import './switch-panel.ts';
import './why-dialog.ts';

const padlock = svg`<path d="M6 11V8a6 6 0 0 1 12 0v3M4 11h16v10H4z" fill="none" stroke="currentColor" stroke-width="2.400" stroke-linejoin="round"></path>`;

export class Lock extends LitElement {
  static override properties = { readings: { attribute: false }, person: { attribute: false }, asksWhy: { state: true } };
  declare readings: readonly Reading[];
  declare person: { readonly id: string; readonly name: string } | null;
  declare asksWhy: Reading | null;

  constructor() {
    super();
    this.readings = [];
    this.person = null;
    this.asksWhy = null;
  }

  static override styles = [
    shared,
    css`
      .page { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 20px 40px; align-items: start; max-width: 1200px; margin-inline: auto; padding: 48px 28px 96px; }
      .head { display: grid; grid-template-columns: 40px minmax(0, 1fr); gap: 4px 16px; grid-column: 1 / -1; }
      .head svg { width: 36px; height: 36px; grid-row: span 2; }
      h1 { font-size: var(--type-page); line-height: 36px; }
      h2 { font-size: var(--type-lead); line-height: 24px; padding-bottom: 12px; }
      section { padding: 24px; border: 1px solid var(--line); border-radius: var(--round-l); background: var(--paper); min-width: 0; }
      .stops { display: grid; gap: 20px; }
      .stops p { display: flex; align-items: center; gap: 12px; padding-bottom: 8px; }
      .stops p svg { flex: none; width: 18px; height: 18px; color: var(--hue); }
      .leave { margin-top: 16px; }
      @media (max-width: 900px) { .page { grid-template-columns: minmax(0, 1fr); padding: 20px 12px 96px; } section { padding: 16px; } }
    `,
  ];

  protected override render(): TemplateResult {
    return html`
      <div class="page">
        <div class="head">
          <svg viewBox="0 0 24 24" aria-hidden="true">${padlock}</svg>
          <h1 tabindex="-1">${entryWords.lockedTitle}</h1>
          <p>${this.person === null ? entryWords.lockedEnded : entryWords.lockedText(this.person.name)}</p>
        </div>
        <section aria-label=${entryWords.stops}>
          <h2>${entryWords.stops}</h2>
          ${this.readings.length === 0 ? html`<p class="quiet">${entryWords.noBenches}</p>` : html`<ul class="stops">${repeat(this.readings, ({ view }) => view.id, (reading) => this.#stop(reading))}</ul>`}
        </section>
        <section aria-label=${entryWords.switchTitle}>
          <h2>${entryWords.switchTitle}</h2>
          <hf-switch-panel .first=${this.person?.id ?? null}></hf-switch-panel>
          <p class="leave"><button @click=${() => whoDesk.unlockAsBench()}>${entryWords.asBench}</button></p>
        </section>
      </div>
      <hf-why-dialog .isOpen=${this.asksWhy !== null} .benchName=${this.asksWhy?.view.name ?? ''} .isDanger=${this.asksWhy?.voice === 'step-back'} @hf-close=${() => this.#ask(null)}></hf-why-dialog>
    `;
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
  }

  #ask(reading: Reading | null): void {
    this.asksWhy = reading;
  }

  #stop(reading: Reading): TemplateResult {
    const { view, voice } = reading;
    return html`
      <li ${property('--hue', `var(${HUES[voice]})`)}>
        <p><svg viewBox="0 0 24 24" aria-hidden="true">${SHAPES[voice]}</svg><span><b>${view.name}</b> <span class="quiet">${webWords.voices[voice]}</span></span></p>
        <hf-stop .reading=${reading} @hf-why=${() => this.#ask(reading)}></hf-stop>
      </li>
    `;
  }
}
customElements.define('hf-lock', Lock);
