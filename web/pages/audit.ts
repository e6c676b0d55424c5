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
import '../parts/long-id.ts';
import { typed } from '../parts/typed.ts';
import { auditWords as says, sayDeed } from '../words/audit-words.ts';
import { roomWords } from '../words/room-words.ts';
import { sayCallProblem } from '../words/sentences.ts';
import { sayDay, sayTimeOfDay } from '../words/times.ts';
import { roomLook } from './room-look.ts';

const chain = svg`<path d="M9 7H7a5 5 0 0 0 0 10h2M15 7h2a5 5 0 0 1 0 10h-2M8 12h8" fill="none" stroke="currentColor" stroke-width="2.400" stroke-linecap="round"></path>`;
const brokenChain = svg`<path d="M9 7H7a5 5 0 0 0 0 10h2M15 7h2a5 5 0 0 1 0 10h-2M12 3v4M12 17v4" fill="none" stroke="currentColor" stroke-width="2.400" stroke-linecap="round"></path>`;

const UUID = /\b[0-9a-f]{8}-[0-9a-f-]{27}\b/g;
/** An id or a hash: nobody reads it as a whole. */
const LONG = /\b([0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{24,})\b/;

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
      .days { display: grid; gap: 8px; }
      h2 { padding-block: 8px; border-bottom: 2px solid var(--mark); font-size: var(--type-body); }
      .lines li { display: grid; grid-template-columns: 76px minmax(0, 5fr) minmax(0, 4fr) 96px; gap: 4px 24px; padding: 12px 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
      .lines li:first-child { border-top: 0; }
      .lines li > div { display: grid; gap: 4px; align-content: start; }
      .when, .number { color: var(--ink-quiet); font-variant-numeric: tabular-nums; }
      .number { text-align: end; font-size: var(--type-small); }
      .lines .refused { color: var(--waiting); }
      @media (max-width: 760px) { form { grid-template-columns: repeat(2, minmax(0, 1fr)); } label { grid-column: 1 / -1; }
        .lines li { grid-template-columns: minmax(0, 1fr) auto; } .lines li > div { grid-column: 1 / -1; } .number { grid-row: 1; grid-column: 2; } }
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
      ${lines.length === 0 ? html`<p class="quiet">${says.noMatch}</p>` : html`<div class="days">${repeat(daysOf(lines), ([day]) => day, ([day, ofDay]) => html`
        <h2>${day}</h2><ol class="lines">${repeat(ofDay, ({ number }) => number, (line) => this.#line(line))}</ol>`)}</div>`}
      ${this.failure === '' ? null : html`<p role="alert">${roomWords.notRead} ${this.failure}</p>`}
      ${hasMore ? html`<p><button @click=${() => void this.#more(lines)}>${says.older}</button></p>` : null}
    `;
  }

  #line({ number, atIso, who, what, subject, why, from, detail }: AuditLine): TemplateResult {
    const details = Object.entries(detail).filter(([, value]) => value !== null && value !== '').map(([key, value]) => `${key} ${String(value)}`).join(', ');
    return html`
      <li>
        <time class="when" datetime=${atIso}>${sayTimeOfDay(atIso)}</time>
        <div>
          <p><b class=${what.endsWith('-refused') ? 'refused' : ''}>${sayDeed(what)}</b>
            ${subject === null || subject === `person:${who.name}` ? null : html` · ${this.#say(subject.replace(/^(person|machine):/, ''))}`}</p>
          ${details === '' ? null : html`<p class="quiet small" translate="no">${this.#say(details)}</p>`}
          ${why === null ? null : html`<p class="small">${says.why}: “${this.#named(why)}”</p>`}
        </div>
        <div>
          <p>${who.kind === 'system' && who.name === NOBODY ? roomWords.nobody : this.#say(who.name)}</p>
          <p class="quiet small">${says.from} ${from.address}${from.machine === null ? null : html`, ${this.#say(from.machine)}`}</p>
        </div>
        <span class="number">${says.number(number)}</span>
      </li>
    `;
  }

  /** Where a name is known it stands there with the code, which is what the record holds; what only machines read is shortened. */
  #say(text: string): TemplateResult {
    return html`<span translate="no">${this.#named(text)}</span>`;
  }

  #named(text: string): (string | TemplateResult)[] {
    const named = text.replaceAll(UUID, (id) => this.#machine(id)).replaceAll(/\bP-[0-9A-Z]{6}\b/g, (code) => {
      const name = this.#names.say(code);
      return name === code ? code : `${name} (${code})`;
    });
    return named.split(LONG).map((part, index) => (index % 2 === 0 ? part : html`<hf-long-id text=${part}></hf-long-id>`));
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

/** In the order in which they came; a day is written once. */
function daysOf(lines: readonly AuditLine[]): readonly (readonly [string, readonly AuditLine[]])[] {
  const days = new Map<string, AuditLine[]>();
  for (const line of lines) {
    const day = sayDay(line.atIso);
    days.set(day, [...days.get(day) ?? [], line]);
  }
  return [...days];
}
