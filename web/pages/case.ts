/**
 * One case: its head with what comes next, who and what matters behind a reason, devices, holds, custody, papers and history. It
 * shows the case as the server told it last, and opens the dialogs of its acts.
 */
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CaseView } from '../../server/contract/case-state.ts';
import { allPartners, caseOf } from '../case-calls.ts';
import { shared } from '../look/shared.ts';
import { Asked } from '../parts/asked.ts';
import '../parts/case-custody.ts';
import '../parts/case-device.ts';
import '../parts/case-history.ts';
import '../parts/case-evidence.ts';
import '../parts/case-holds.ts';
import '../parts/case-messages.ts';
import '../parts/case-next.ts';
import '../parts/case-papers.ts';
import { doButtons } from '../parts/do-buttons.ts';
import '../parts/look-card.ts';
import { fetchCaseDialogs } from '../parts/on-demand.ts';
import type { Wanted } from '../reading/case-doing.ts';
import type { Reading } from '../reading/voice.ts';
import { WhoController } from '../who-desk.ts';
import { caseWords as says } from '../words/case-words.ts';
import { messageWords } from '../words/message-words.ts';
import { roomWords } from '../words/room-words.ts';
import { roomLook } from './room-look.ts';

export class CasePage extends LitElement {
  static override properties = { code: { type: String }, casesVersion: { type: Number }, readings: { attribute: false }, nowMs: { type: Number }, wanted: { state: true } };
  declare code: string;
  declare casesVersion: number;
  declare readings: readonly Reading[];
  /** Server time in whole minutes; null: not known here. */
  declare nowMs: number | null;
  /** What is being done in a dialog; null: nothing. */
  declare wanted: Wanted | null;
  readonly #case = new Asked(this, () => caseOf(this.code), 'when told');
  readonly #partners = new Asked(this, allPartners);
  readonly #who = new WhoController(this);

  constructor() {
    super();
    this.code = '';
    this.casesVersion = 0;
    this.readings = [];
    this.nowMs = null;
    this.wanted = null;
    // On the page itself: its own buttons say here what is wanted, and those of its parts come up to it.
    this.addEventListener('hf-do', (event) => { this.#want((event as CustomEvent<Wanted>).detail); });
  }

  static override styles = [
    shared, roomLook,
    css`
      .page { max-width: 1440px; }
      .columns { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 3fr); gap: 16px; align-items: start; }
      .columns > div { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; }
      .list { display: grid; gap: 12px; }
      .acts { justify-content: start; }
      @media (max-width: 1000px) { .columns { grid-template-columns: minmax(0, 1fr); } }
    `,
  ];

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('wanted') && this.wanted !== null) void fetchCaseDialogs(this);
    if (changed.has('code') && this.code !== '') {
      this.#case.value = null;
      this.wanted = null;
      void this.#case.ask();
    } else if (changed.has('casesVersion')) void this.#case.ask();
  }

  protected override render(): TemplateResult {
    const view = this.#case.value;
    return html`
      <div class="page" @hf-case=${(event: CustomEvent<CaseView>) => this.#case.take(event.detail)} @hf-case-old=${() => void this.#case.ask()}>
        <p><a class="back" href="/cases">${says.toCases}</a></p>
        ${view === null ? this.#absent() : this.#body(view)}
      </div>
    `;
  }

  #want(wanted: Wanted | null): void {
    this.wanted = wanted;
  }

  #absent(): TemplateResult {
    const { failure } = this.#case;
    return failure === null
      ? html`<h1>${says.case(this.code)}</h1><p class="quiet">${roomWords.asking}</p>`
      : html`<h1>${says.case(this.code)}</h1><section role="alert"><p>${failure}</p><p class="acts"><a class="button primary" href="/cases">${says.search}</a><button @click=${() => void this.#case.ask()}>${roomWords.askAgain}</button></p></section>`;
  }

  #body(view: CaseView): TemplateResult {
    const partners = this.#partners.value?.partners ?? [];
    const { devices } = view.case;
    return html`
      ${this.#case.failure === null ? null : html`<p role="alert">${roomWords.notRead} ${this.#case.failure}</p>`}
      <div class="columns">
        <div>
          <section aria-label=${says.next}><hf-case-next .view=${view}></hf-case-next></section>
          <section aria-label=${says.devices}><h2>${says.devices}</h2>
            ${devices.length === 0 ? html`<p class="quiet">${says.noDevices}</p>` : html`<ul class="list">
              ${repeat(devices, ({ id }) => id, (device) => html`<li><hf-case-device .view=${view} .device=${device} .nowMs=${this.nowMs}></hf-case-device></li>`)}
            </ul>`}
            ${doButtons(this, view, this.#who, [{ what: 'tie-device', label: devices.some(({ tiedAtIso }) => tiedAtIso !== null) ? says.anotherDevice : says.firstDevice }])}
          </section>
          <section aria-label=${says.holds}><hf-case-holds .view=${view}></hf-case-holds><hf-case-evidence .view=${view} .readings=${this.readings}></hf-case-evidence></section>
          <section aria-label=${messageWords.title}><hf-case-messages .view=${view} .partners=${partners}></hf-case-messages></section>
        </div>
        <div>
          <section aria-label=${says.who}><h2>${says.who}</h2><hf-look-card .view=${view}></hf-look-card></section>
          <section><hf-case-custody .view=${view} .partners=${partners}></hf-case-custody></section>
          <section><hf-case-papers .view=${view}></hf-case-papers></section>
        </div>
      </div>
      <section aria-label=${says.history}><hf-case-history .state=${view.case} .partners=${partners}></hf-case-history></section>
      <hf-case-dialogs .view=${view} .wanted=${this.wanted} .partners=${partners} .readings=${this.readings} @hf-close=${() => this.#want(null)}></hf-case-dialogs>
    `;
  }
}
customElements.define('hf-case-page', CasePage);
