/**
 * What was done and looked at: who, what, when, from where, why; the newest first. It says whether the chain of entries is
 * whole. It only reads.
 */
import { LitElement, css, html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { allPeople } from '../api.ts';
import { allMachines, auditPage } from '../people-calls.ts';
import type { AuditLine, AuditPage as Page } from '../people-calls.ts';
import { shared } from '../look/shared.ts';
import { NamesController } from '../names-desk.ts';
import { askedView } from '../parts/asked-view.ts';
import { Asked } from '../parts/asked.ts';
import { formLook } from '../parts/form-look.ts';
import { typed } from '../parts/typed.ts';
import { auditWords as says, sayDeed } from '../words/audit-words.ts';
import { roomWords } from '../words/room-words.ts';
import { sayCallProblem } from '../words/sentences.ts';
import { sayDay, sayTimeOfDay } from '../words/times.ts';
import { roomLook } from './room-look.ts';

const chain = svg`<path d="M9 7H7a5 5 0 0 0 0 10h2M15 7h2a5 5 0 0 1 0 10h-2M8 12h8" fill="none" stroke="currentColor" stroke-width="2.400" stroke-linecap="round"></path>`;
const brokenChain = svg`<path d="M9 7H7a5 5 0 0 0 0 10h2M15 7h2a5 5 0 0 1 0 10h-2M12 3v4M12 17v4" fill="none" stroke="currentColor" stroke-width="2.400" stroke-linecap="round"></path>`;

/** How records name a browser in which nobody is signed in. */
const NOBODY = 'dashboard';

export class AuditPageElement extends LitElement {
  static override properties = { who: { state: true }, subject: { state: true }, older: { state: true }, isAtEnd: { state: true }, failure: { state: true } };
  declare who: string;
  declare subject: string;
  /** What was asked for after the first page, in the same order. */
  declare older: readonly AuditLine[];
  declare isAtEnd: boolean;
  declare failure: string;
  #filter = { who: '', subject: '' };
  readonly #first = new Asked(this, () => auditPage({ ...this.#filter, before: null }));
  readonly #machines = new Asked(this, allMachines);
  readonly #people = new Asked(this, allPeople);
  readonly #names = new NamesController(this);

  constructor() {
    super();
    this.who = '';
    this.subject = '';
    this.older = [];
    this.isAtEnd = false;
    this.failure = '';
  }

  static override styles = [
    shared,
    formLook,
    roomLook,
    css`
      form { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto auto; align-items: end; }
      form button { font-size: var(--type-body); }
      .chain { display: grid; grid-template-columns: 26px minmax(0, 1fr); gap: 12px; align-items: center; }
      .chain svg { width: 26px; height: 26px; color: var(--fine); }
      .chain.broken { padding: 12px 16px; border-inline-start: 4px solid var(--stopped); border-radius: var(--round-s); background: var(--sunken); font-weight: 700; }
      .chain.broken svg { color: var(--stopped); }
      .lines li { display: grid; grid-template-columns: 132px minmax(0, 1fr); gap: 4px 16px; padding: 12px 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
      .lines li:first-child { border-top: 0; }
      .when { color: var(--ink-quiet); }
      @media (max-width: 760px) { form { grid-template-columns: minmax(0, 1fr); } .lines li { grid-template-columns: minmax(0, 1fr); } }
    `,
  ];

  protected override render(): TemplateResult {
    return html`
      <div class="page">
        <h1>${says.title}</h1>
        <section aria-label=${says.filter}>
          <form @submit=${(event: SubmitEvent) => this.#apply(event)}>
            <label>${says.who}<small>${says.whoHint}</small>
              <select name="who" @change=${(event: Event) => this.#take('who', event)}>
                <option value="" ?selected=${this.who === ''}>${says.everybody}</option>
                ${(this.#people.value?.people ?? []).map(({ code, name }) => html`<option value=${code} ?selected=${this.who === code}>${name} (${code})</option>`)}
              </select></label>
            <label>${says.subject}<small>${says.subjectHint}</small><input name="subject" autocomplete="off" maxlength="200" .value=${this.subject} @input=${(event: InputEvent) => this.#take('subject', event)} /></label>
            <button type="submit">${says.apply}</button>
            <button type="button" @click=${() => this.#clear()}>${says.clear}</button>
          </form>
        </section>
        <section aria-label=${says.title}>${askedView(this.#first, (page) => this.#page(page))}</section>
      </div>
    `;
  }

  #page({ entries, head, firstBroken }: Page): TemplateResult {
    const lines = [...entries, ...this.older];
    const hasMore = !this.isAtEnd && (lines.at(-1)?.number ?? 1) > 1;
    return html`
      <p class="chain ${firstBroken === null ? '' : 'broken'}" role="status"><svg viewBox="0 0 24 24" aria-hidden="true">${firstBroken === null ? chain : brokenChain}</svg>
        ${firstBroken !== null ? says.broken(firstBroken) : head.number === 0 ? says.empty : says.whole(head.number)}</p>
      ${lines.length === 0 ? html`<p class="quiet">${says.noMatch}</p>` : html`<ol class="lines">${repeat(lines, ({ number }) => number, (line) => this.#line(line))}</ol>`}
      ${this.failure === '' ? null : html`<p role="alert">${roomWords.notRead} ${this.failure}</p>`}
      ${hasMore ? html`<p><button @click=${() => void this.#more(lines)}>${says.older}</button></p>` : null}
    `;
  }

  #line({ number, atIso, who, what, subject, why, from, detail }: AuditLine): TemplateResult {
    const details = Object.entries(detail).filter(([, value]) => value !== null && value !== '').map(([key, value]) => `${key} ${String(value)}`).join(', ');
    const machine = from.machine === null ? '' : `, ${this.#machine(from.machine)}`;
    return html`
      <li>
        <span class="when">${sayDay(atIso)}, ${sayTimeOfDay(atIso)}</span>
        <div>
          <p><b>${sayDeed(what)}</b>${subject === null || subject === `person:${who.name}` ? null : html` · ${this.#say(subject.replace(/^(person|machine):/, ''))}`}</p>
          <p class="small">${who.kind === 'system' && who.name === NOBODY ? roomWords.nobody : this.#say(who.name)}
            <span class="quiet">${says.from} ${from.address}${machine} · ${says.number(number)}${details === '' ? null : html` · <span translate="no">${this.#say(details)}</span>`}</span></p>
          ${why === null ? null : html`<p class="small">${says.why}: “${this.#say(why)}”</p>`}
        </div>
      </li>
    `;
  }

  /** Where a name is known it stands there with the code, which is what the record holds. */
  #say(text: string): string {
    return text.replaceAll(/\b[0-9a-f]{8}-[0-9a-f-]{27}\b/g, (id) => this.#machine(id))
      .replaceAll(/\bP-[0-9A-Z]{6}\b/g, (code) => {
        const name = this.#names.say(code);
        return name === code ? code : `${name} (${code})`;
      });
  }

  #machine(id: string): string {
    return this.#machines.value?.machines.find((one) => one.id === id)?.name ?? id;
  }

  #take(key: 'who' | 'subject', event: Event): void {
    this[key] = typed(event);
  }

  #apply(event: SubmitEvent): void {
    event.preventDefault();
    this.#ask({ who: this.who.trim(), subject: this.subject.trim() });
  }

  #clear(): void {
    this.who = '';
    this.subject = '';
    this.#ask({ who: '', subject: '' });
  }

  #ask(filter: { who: string; subject: string }): void {
    this.#filter = filter;
    this.older = [];
    this.isAtEnd = false;
    this.failure = '';
    void this.#first.ask();
  }

  async #more(lines: readonly AuditLine[]): Promise<void> {
    const filter = this.#filter;
    const answer = await auditPage({ ...filter, before: lines.at(-1)?.number ?? null });
    if (filter !== this.#filter) return;
    this.failure = answer.ok ? '' : sayCallProblem(answer.problem);
    if (!answer.ok) return;
    this.isAtEnd = answer.value.entries.length === 0;
    this.older = [...this.older, ...answer.value.entries];
  }
}
customElements.define('hf-audit', AuditPageElement);
