/**
 * What the state of one bench means: the state itself, how far the restore is, each cause, each condition that is missing, all out of
 * the tables that the tile reads too.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import { shared } from '../look/shared.ts';
import type { Reading } from '../reading/voice.ts';
import { bridgeWords } from '../words/bridge-words.ts';
import { helpWords as says } from '../words/help-words.ts';
import { webWords } from '../words/web-words.ts';
import './causes.ts';
import './permissives.ts';
import './sheet.ts';

export class ExplainSheet extends LitElement {
  static override properties = { isOpen: { type: Boolean }, reading: { attribute: false } };
  declare isOpen: boolean;
  declare reading: Reading | undefined;

  constructor() {
    super();
    this.isOpen = false;
  }

  static override styles = [
    shared,
    css`
      :host { display: contents; }
      h3 { font-size: var(--type-lead); line-height: 24px; padding-top: 8px; }
      dl { display: grid; grid-template-columns: 120px minmax(0, 1fr); gap: 8px 16px; }
      dt { color: var(--ink-quiet); font-size: var(--type-note); }
      .now { font-weight: 700; }
      .last { display: grid; gap: 12px; }
      @media (max-width: 600px) { dl { grid-template-columns: minmax(0, 1fr); gap: 0; } dd { padding-bottom: 6px; } }
    `,
  ];

  protected override render(): TemplateResult {
    const { reading } = this;
    return html`<hf-sheet .isOpen=${this.isOpen} heading=${says.explainTitle(reading?.view.name ?? '')}>${this.isOpen && reading !== undefined ? this.#body(reading) : null}</hf-sheet>`;
  }

  #body({ voice, status }: Reading): TemplateResult {
    const { what, usualCause, whatToDo } = says.voices[voice];
    return html`
      <h3>${webWords.voices[voice]}</h3>
      <dl><dt>${says.what}</dt><dd>${what}</dd><dt>${says.usualCause}</dt><dd>${usualCause}</dd><dt>${says.whatToDo}</dt><dd class="now">${whatToDo}</dd></dl>
      ${status === null ? null : this.#more(status)}
      <p class="last"><a class="button" href="/help" @click=${() => this.#close()}>${says.more}</a><button @click=${() => this.#close()}>${says.close}</button></p>
    `;
  }

  #more(status: BenchStatus): TemplateResult {
    const missing = status.permissives.filter(({ ok }) => !ok);
    const zone = bridgeWords.zones[status.zone];
    return html`
      ${status.trip === null ? null : html`<h3>${says.causes}</h3><hf-causes .trip=${status.trip}></hf-causes>`}
      ${status.restore === null ? null : html`<h3>${says.zone}: ${zone.title}</h3><p>${zone.what} ${bridgeWords.phases[status.restore.phase]}.</p>`}
      ${status.trip !== null || missing.length === 0 ? null : html`<h3>${says.missing}</h3><hf-permissives .rows=${missing} .most=${missing.length}></hf-permissives>`}
    `;
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent('hf-close', { bubbles: true, composed: true }));
  }
}
customElements.define('hf-explain-sheet', ExplainSheet);
