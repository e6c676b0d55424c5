/**
 * The help inside the page: its own papers, and every cause, zone, state and condition out of the tables, all searched by one field.
 * Nothing of it comes from anywhere else.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { shared } from '../look/shared.ts';
import { formLook } from '../parts/form-look.ts';
import { typed } from '../parts/typed.ts';
import { HELP_PAGES, helpPageOf, readHelpPage } from '../reading/help-pages.ts';
import type { HelpPage } from '../reading/help-pages.ts';
import { allTopics, fitsText, topicsFor } from '../reading/help-topics.ts';
import type { Topic, TopicGroup } from '../reading/help-topics.ts';
import { blocksOf } from '../reading/markdown.ts';
import type { Block, Span } from '../reading/markdown.ts';
import { helpWords as says } from '../words/help-words.ts';

const GROUPS: readonly TopicGroup[] = ['voice', 'zone', 'cause', 'permissive'];

export class Help extends LitElement {
  static override properties = { topic: { attribute: false }, wanted: { state: true }, texts: { state: true } };
  declare topic: string | null;
  declare wanted: string;
  /** What was fetched so far. */
  declare texts: ReadonlyMap<HelpPage, string>;
  readonly #topics = allTopics();

  constructor() {
    super();
    this.topic = null;
    this.wanted = '';
    this.texts = new Map();
  }

  static override styles = [
    shared, formLook,
    css`
      .page { max-width: 860px; margin-inline: auto; padding: 20px 28px 96px; display: grid; grid-template-columns: minmax(0, 1fr); gap: 20px; }
      h1 { font-size: var(--type-page); line-height: 36px; }
      h2 { font-size: var(--type-title); line-height: 28px; padding-top: 12px; }
      h3 { font-size: var(--type-lead); line-height: 24px; }
      .paper { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; padding: 24px; border: 1px solid var(--line); border-radius: var(--round-l); background: var(--paper); overflow-wrap: anywhere; }
      .paper p, .paper li { max-width: 68ch; }
      .paper ul { list-style: disc; padding-inline-start: 22px; display: grid; gap: 8px; }
      .paper ol { list-style: decimal; padding-inline-start: 22px; display: grid; gap: 8px; }
      .table { overflow-x: auto; }
      table { border-collapse: collapse; }
      th, td { padding: 6px 16px 6px 0; border-top: 1px solid var(--line); text-align: start; vertical-align: top; }
      pre { margin: 0; padding: 12px 16px; border-radius: var(--round-m); background: var(--sunken); overflow-x: auto; font: var(--type-note)/22px var(--mono); }
      .list a { display: flex; align-items: center; min-height: 48px; font-weight: 700; }
      details { border-top: 1px solid var(--line); }
      summary { display: flex; align-items: center; min-height: 48px; font-weight: 700; cursor: pointer; }
      summary::before { content: '+'; width: 24px; }
      details[open] summary::before { content: '–'; }
      details p { padding: 0 0 8px 24px; }
      .back { display: inline-flex; align-items: center; min-height: 48px; }
      @media (max-width: 600px) { .page { padding: 12px 12px 96px; } .paper { padding: 16px; } }
    `,
  ];

  protected override updated(): void {
    const page = helpPageOf(this.topic);
    for (const one of this.wanted.trim() === '' ? (page === null ? [] : [page]) : HELP_PAGES) if (!this.texts.has(one)) void this.#fetch(one);
  }

  async #fetch(page: HelpPage): Promise<void> {
    const text = await readHelpPage(page);
    if (text !== null && !this.texts.has(page)) this.texts = new Map(this.texts).set(page, text);
  }

  protected override render(): TemplateResult {
    const page = helpPageOf(this.topic);
    if (page !== null) return this.#paper(page);
    return html`
      <div class="page">
        <div><h1>${says.help}</h1><p class="quiet">${this.topic === null ? says.lead : says.notThere}</p></div>
        <label>${says.find}<input type="search" name="help" autocomplete="off" .value=${this.wanted} @input=${(event: InputEvent) => this.#want(typed(event))} /></label>
        ${this.#found()}
      </div>
    `;
  }

  #want(text: string): void {
    this.wanted = text;
  }

  #found(): TemplateResult {
    const wanted = this.wanted.trim();
    const pages = HELP_PAGES.filter((page) => wanted === '' || fitsText(`${says.topics[page] ?? ''} ${this.texts.get(page) ?? ''}`, wanted));
    const topics = topicsFor(wanted, this.#topics);
    if (pages.length + topics.length === 0) return html`<p role="status">${says.nothing(wanted)}</p>`;
    return html`
      ${pages.length === 0 ? null : html`<section class="paper list"><h2>${says.pages}</h2><ul>${pages.map((page) => html`<li><a href="/help/${page}">${says.topics[page] ?? page}</a></li>`)}</ul></section>`}
      ${GROUPS.map((group) => this.#group(group, topics.filter((one) => one.group === group), wanted !== '' && topics.length < 6))}
    `;
  }

  #group(group: TopicGroup, topics: readonly Topic[], isOpen: boolean): TemplateResult | null {
    if (topics.length === 0) return null;
    return html`<section class="paper"><h2>${says.groups[group]}</h2><div>${topics.map(({ id, title, lines }) => html`<details id=${id} ?open=${isOpen}><summary>${title}</summary>${lines.map((line) => html`<p>${line}</p>`)}</details>`)}</div></section>`;
  }

  #paper(page: HelpPage): TemplateResult {
    const text = this.texts.get(page);
    return html`<div class="page"><p><a class="back" href="/help">${says.toHelp}</a></p><article class="paper">${text === undefined ? html`<h1>${says.topics[page] ?? page}</h1>` : blocksOf(text).map((block) => this.#block(block))}</article></div>`;
  }

  #block(block: Block): TemplateResult | null {
    switch (block.is) {
      case 'heading': return block.level === 1 ? html`<h1>${this.#spans(block.spans)}</h1>` : block.level === 2 ? html`<h2>${this.#spans(block.spans)}</h2>` : html`<h3>${this.#spans(block.spans)}</h3>`;
      case 'paragraph': return html`<p>${this.#spans(block.spans)}</p>`;
      case 'code': return block.text === '' ? null : html`<pre tabindex="0">${block.text}</pre>`;
      case 'list': return block.isOrdered ? html`<ol>${block.items.map((item) => html`<li>${this.#spans(item)}</li>`)}</ol>` : html`<ul>${block.items.map((item) => html`<li>${this.#spans(item)}</li>`)}</ul>`;
      case 'table': return this.#table(block);
    }
  }

  #table({ head, rows }: Extract<Block, { readonly is: 'table' }>): TemplateResult {
    return html`
      <div class="table" tabindex="0" role="region" aria-label=${says.pages}><table>
        <thead><tr>${head.map((cell) => html`<th>${this.#spans(cell)}</th>`)}</tr></thead>
        <tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${this.#spans(cell)}</td>`)}</tr>`)}</tbody>
      </table></div>
    `;
  }

  #spans(spans: readonly Span[]): TemplateResult[] {
    return spans.map((span) => (span.is === 'code' ? html`<code>${span.text}</code>` : span.is === 'strong' ? html`<strong>${span.text}</strong>` : span.is === 'link' ? html`<a href=${span.href}>${span.text}</a>` : html`${span.text}`));
  }
}
customElements.define('hf-help', Help);
