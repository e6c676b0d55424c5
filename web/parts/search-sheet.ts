/**
 * One search for all of it: cases, benches, pages, help. The same dialog on every page, by keyboard and by touch. Cases are asked of the
 * server only where they may be seen.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import type { CaseLine } from '../../server/contract/case-state.ts';
import { findCases } from '../case-calls.ts';
import { shared } from '../look/shared.ts';
import { goTo } from '../reading/address.ts';
import { HELP_PAGES } from '../reading/help-pages.ts';
import { allTopics, fitsText, topicsFor } from '../reading/help-topics.ts';
import type { Reading } from '../reading/voice.ts';
import { WhoController } from '../who-desk.ts';
import { helpWords as says } from '../words/help-words.ts';
import { headline } from '../words/sentences.ts';
import { formLook } from './form-look.ts';
import { allWays } from './nav.ts';
import './sheet.ts';
import { typed } from './typed.ts';

interface Found {
  readonly kind: 'case' | 'bench' | 'page' | 'help';
  readonly title: string;
  readonly text: string;
  readonly path: string;
}

const EACH_MAX = 6;
/** So long after the last letter the server is asked (ms). */
const REST_MS = 200;

export class SearchSheet extends LitElement {
  static override properties = { isOpen: { type: Boolean }, readings: { attribute: false }, wanted: { state: true }, cases: { state: true }, isAway: { state: true } };
  declare isOpen: boolean;
  declare readings: readonly Reading[];
  declare wanted: string;
  declare cases: readonly CaseLine[];
  declare isAway: boolean;
  readonly #who = new WhoController(this);
  readonly #topics = allTopics();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.isOpen = false;
    this.readings = [];
    this.wanted = '';
    this.cases = [];
    this.isAway = false;
  }

  static override styles = [
    shared, formLook,
    css`
      :host { display: contents; }
      ul { display: grid; }
      a { display: grid; grid-template-columns: 64px minmax(0, 1fr); gap: 0 12px; align-items: center; min-height: 48px; padding: 6px 10px; margin-inline: -10px; border-radius: var(--round-m); text-decoration: none; overflow-wrap: anywhere; }
      a:hover { background: var(--sunken); }
      small { font-size: var(--type-small); line-height: 20px; color: var(--ink-quiet); }
      a span { display: grid; }
      .last { display: grid; }
    `,
  ];

  protected override updated(): void {
    if (this.isOpen) this.renderRoot.querySelector('input')?.focus();
  }

  protected override render(): TemplateResult {
    return html`
      <hf-sheet .isOpen=${this.isOpen} heading=${says.searchTitle}>
        ${this.isOpen ? html`
          <form @submit=${(event: SubmitEvent) => this.#first(event)}>
            <label>${says.searchLabel}<small>${says.searchHint}</small><input type="search" name="everything" autocomplete="off" autocapitalize="off" spellcheck="false" .value=${this.wanted} @input=${(event: InputEvent) => this.#type(typed(event))} /></label>
          </form>
          ${this.#results()}
          <p class="last"><button @click=${() => this.#close()}>${says.close}</button></p>` : null}
      </hf-sheet>
    `;
  }

  #results(): TemplateResult {
    const found = this.#found();
    return html`
      <div role="status">${this.wanted.trim() !== '' && found.length === 0 ? says.noneFound : ''}${this.isAway ? ` ${says.casesAway}` : ''}</div>
      <ul>${found.map(({ kind, title, text, path }) => html`<li><a href=${path} @click=${() => this.#close()}><small>${says.found[kind]}</small><span><b>${title}</b>${text === '' ? null : html`<small>${text}</small>`}</span></a></li>`)}</ul>
    `;
  }

  #found(): readonly Found[] {
    const wanted = this.wanted.trim();
    if (wanted === '') return [];
    const benches = this.readings.map((one): Found => ({ kind: 'bench', title: one.view.name, text: headline(one, true), path: `/bench/${encodeURIComponent(one.view.id)}` }));
    const pages = allWays(this.#who.who?.virtual === true).filter(({ action }) => this.#who.may(action)).map(({ name, path }): Found => ({ kind: 'page', title: name, text: '', path }));
    const papers = HELP_PAGES.map((page): Found => ({ kind: 'help', title: says.topics[page] ?? page, text: '', path: `/help/${page}` }));
    const topics = topicsFor(wanted, this.#topics).map(({ title, lines }): Found => ({ kind: 'help', title, text: lines.at(-1) ?? '', path: '/help' }));
    const fitting = (all: readonly Found[]): Found[] => all.filter(({ title, text }) => fitsText(`${title} ${text}`, wanted)).slice(0, EACH_MAX);
    const cases = this.cases.slice(0, EACH_MAX).map(({ code, models }): Found => ({ kind: 'case', title: code, text: models.join(', '), path: `/case/${code}` }));
    return [...cases, ...fitting(benches), ...fitting(pages), ...fitting(papers), ...topics.slice(0, EACH_MAX)];
  }

  #type(text: string): void {
    this.wanted = text;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(text.trim()), REST_MS);
  }

  async #ask(text: string): Promise<void> {
    if (text === '' || !this.#who.may('see-cases')) {
      this.cases = [];
      return;
    }
    const answer = await findCases(text);
    if (text !== this.wanted.trim()) return;
    this.isAway = !answer.ok;
    this.cases = answer.ok ? answer.value.cases : [];
  }

  /** Enter takes the first one. */
  #first(event: SubmitEvent): void {
    event.preventDefault();
    const first = this.#found()[0];
    if (first === undefined) return;
    this.#close();
    goTo(first.path);
  }

  #close(): void {
    this.wanted = '';
    this.cases = [];
    this.dispatchEvent(new CustomEvent('hf-close', { bubbles: true, composed: true }));
  }
}
customElements.define('hf-search-sheet', SearchSheet);
