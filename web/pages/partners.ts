/** The directory of partners: what used to be business cards in a drawer. Managers add and change; nobody is ever deleted. */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { CAPABILITIES } from '../../server/contract/case-parts.ts';
import type { Capability } from '../../server/contract/case-parts.ts';
import { partnerBodySchema } from '../../server/contract/partners.ts';
import type { Partner } from '../../server/contract/partners.ts';
import { casePartsWords as parts } from '../words/case-parts-words.ts';
import type { Answer } from '../api.ts';
import { addPartner, allPartners, changePartner, setPartnerActive } from '../case-calls.ts';
import { letterMark } from '../look/row-mark.ts';
import { shared } from '../look/shared.ts';
import { askedView } from '../parts/asked-view.ts';
import { Asked } from '../parts/asked.ts';
import { chipLook, chips } from '../parts/chips.ts';
import { formLook } from '../parts/form-look.ts';
import '../parts/sheet.ts';
import { typed } from '../parts/typed.ts';
import { WhoController } from '../who-desk.ts';
import { actWords } from '../words/act-words.ts';
import { caseWords } from '../words/case-words.ts';
import { partnerWords as says } from '../words/partner-words.ts';
import { proofWords } from '../words/proof-words.ts';
import { roomWords } from '../words/room-words.ts';
import { sayCallProblem } from '../words/sentences.ts';
import { roomLook } from './room-look.ts';

type TextKey = 'name' | 'contactPerson' | 'phone' | 'mail' | 'address' | 'hours' | 'words';
type Draft = Readonly<Record<TextKey, string>> & { readonly capabilities: readonly Capability[] };
const EMPTY: Draft = { name: '', contactPerson: '', phone: '', mail: '', address: '', hours: '', words: '', capabilities: [] };

/** `partner`: null while one is added. */
type Doing = { readonly kind: 'edit'; readonly partner: Partner | null } | { readonly kind: 'active'; readonly partner: Partner };

export class PartnersPage extends LitElement {
  static override properties = { doing: { state: true }, draft: { state: true }, why: { state: true }, isSending: { state: true }, failure: { state: true } };
  declare doing: Doing | null;
  declare draft: Draft;
  declare why: string;
  declare isSending: boolean;
  declare failure: string;
  readonly #partners = new Asked(this, allPartners);
  readonly #who = new WhoController(this);

  constructor() {
    super();
    this.doing = null;
    this.draft = EMPTY;
    this.why = '';
    this.isSending = false;
    this.failure = '';
  }

  static override styles = [shared, formLook, chipLook, roomLook, css`.does { display: flex; flex-wrap: wrap; gap: 4px 8px; padding-block: 4px; }
    .reach { display: flex; flex-wrap: wrap; gap: 0 20px; } .reach a { display: inline-flex; align-items: center; min-height: 48px; min-width: 48px; } .lines { white-space: pre-line; }
    .two { display: grid; grid-template-columns: repeat(auto-fit, minmax(200px, 1fr)); gap: 16px; align-items: end; }`];

  protected override render(): TemplateResult {
    const why = this.#who.whyNot('manage-partners');
    return html`
      <div class="page">
        <p><a class="back" href="/cases">${caseWords.toCases}</a></p>
        <div class="head"><h1>${says.title}</h1><button class=${why === null ? 'primary' : ''} aria-disabled=${why === null ? 'false' : 'true'} @click=${() => { if (why === null) this.#edit(null); }}>${says.add}</button></div>
        ${why === null ? null : html`<p class="why">${why}</p>`}
        <section aria-label=${says.title}>${askedView(this.#partners, ({ partners }) => (partners.length === 0 ? html`<p>${says.none}</p>` : html`<ul class="rows wide">${repeat(partners, ({ id }) => id, (partner) => this.#row(partner, why))}</ul>`))}</section>
      </div>
      <hf-sheet .isOpen=${this.doing !== null} heading=${this.#heading()} @hf-close=${() => this.#end()}>${this.doing === null ? null : this.doing.kind === 'edit' ? this.#form(this.doing.partner) : this.#activeForm(this.doing.partner)}</hf-sheet>
    `;
  }

  #row(partner: Partner, why: string | null): TemplateResult {
    const { name, active, capabilities, contactPerson, phone, mail, address, hours, words, handoffs } = partner;
    const off = why === null ? 'false' : 'true';
    return html`
      <li class=${active ? '' : 'gone'}>
        ${letterMark(name)}
        <div>
          <p><span class="name" translate="no">${name}</span>${active ? null : html` <span class="tag">${says.out}</span>`}</p>
          <p class="does">${capabilities.map((capability) => html`<span class="tag">${parts.capabilities[capability]}</span>`)}</p>
          <p class="quiet small">${says.handoffs(handoffs)}</p>
        </div>
        <div>
          <p>${[contactPerson, hours === '' ? '' : `${says.hours}: ${hours}`].filter((part) => part !== '').join(' · ')}</p>
          <p class="reach" translate="no">${phone === '' ? null : html`<a href="tel:${phone}">${phone}</a>`}${mail === null ? null : html`<a href="mailto:${mail}">${mail}</a>`}</p>
          <p class="quiet small lines">${[address, words].filter((part) => part !== '').join('\n')}</p>
        </div>
        <div class="acts">
          <button aria-label="${says.change} ${name}" aria-disabled=${off} @click=${() => { if (why === null) this.#edit(partner); }}>${says.change}</button>
          <button aria-label="${active ? says.takeOut : says.takeBack} ${name}" aria-disabled=${off} @click=${() => { if (why === null) this.#begin({ kind: 'active', partner }); }}>${active ? says.takeOut : says.takeBack}</button>
        </div>
      </li>
    `;
  }

  #heading(): string {
    const { doing } = this;
    if (doing === null) return '';
    if (doing.kind === 'active') return doing.partner.active ? says.takeOutHeading(doing.partner.name) : says.takeBackHeading(doing.partner.name);
    return doing.partner === null ? says.addHeading : says.changeHeading(doing.partner.name);
  }

  #form(partner: Partner | null): TemplateResult {
    const { draft } = this;
    const parsed = partnerBodySchema.safeParse(this.#body());
    const key = parsed.success ? null : String(parsed.error.issues[0]?.path[0] ?? 'name');
    const lack = key === null ? null : actWords.lacks(key === 'capabilities' ? says.capabilities : key in LABELS ? LABELS[key as TextKey] : key);
    return html`
      <form @submit=${(event: SubmitEvent) => { event.preventDefault(); if (lack === null) void this.#send(partner === null ? addPartner(this.#body()) : changePartner(partner.id, this.#body())); }}>
        ${this.#line('name', 120)}
        ${chips({ name: 'capabilities', legend: says.capabilities, options: CAPABILITIES, words: parts.capabilities, chosen: draft.capabilities, isMany: true, pick: (capabilities) => { this.draft = { ...this.draft, capabilities }; } })}
        <div class="two">${this.#line('contactPerson', 120)}${this.#line('phone', 40)}</div>
        <div class="two">${this.#line('mail', 254)}${this.#line('hours', 300)}</div>
        ${this.#words('address', 300)}${this.#words('words', 1000)}
        ${this.#foot(lack, partner === null ? says.addVerb : says.changeVerb)}
      </form>
    `;
  }

  #activeForm(partner: Partner): TemplateResult {
    const lack = this.why.trim().length < 3 ? actWords.lacks(actWords.why) : null;
    return html`
      <form @submit=${(event: SubmitEvent) => { event.preventDefault(); if (lack === null) void this.#send(setPartnerActive(partner.id, { active: !partner.active, why: this.why.trim() })); }}>
        <p>${partner.active ? says.takeOutText : says.takeBackText}</p>
        <label>${actWords.why}<textarea name="why" maxlength="500" .value=${this.why} @input=${(event: InputEvent) => { this.why = typed(event); }}></textarea></label>
        ${this.#foot(lack, partner.active ? says.takeOutVerb : says.takeBackVerb)}
      </form>
    `;
  }

  #foot(lack: string | null, verb: string): TemplateResult {
    return html`
      <div role="alert">${this.failure === '' ? null : html`<p class="failed">${this.failure}</p>`}</div>
      ${lack === null ? null : html`<p class="quiet small">${lack}</p>`}
      <div class="row foot"><button type="button" @click=${() => { this.doing = null; }}>${proofWords.back}</button>
        <button type="submit" class="primary" aria-disabled=${lack === null && !this.isSending ? 'false' : 'true'}>${this.isSending ? roomWords.sending : verb}</button></div>
    `;
  }

  #line(key: TextKey, charsMax: number): TemplateResult {
    return html`<label>${LABELS[key]}<input name=${key} autocomplete="off" maxlength=${charsMax} .value=${this.draft[key]} @input=${(event: InputEvent) => this.#take(key, event)} /></label>`;
  }

  #words(key: TextKey, charsMax: number): TemplateResult {
    return html`<label>${LABELS[key]}<textarea name=${key} maxlength=${charsMax} .value=${this.draft[key]} @input=${(event: InputEvent) => this.#take(key, event)}></textarea></label>`;
  }

  #take(key: TextKey, event: Event): void {
    this.draft = { ...this.draft, [key]: typed(event) };
  }

  #body() {
    const { mail, capabilities, ...texts } = this.draft;
    return { ...texts, capabilities: [...capabilities], mail: mail.trim() === '' ? null : mail.trim() };
  }

  #edit(partner: Partner | null): void {
    this.draft = partner === null ? EMPTY : { ...Object.fromEntries(Object.keys(LABELS).map((key) => [key, partner[key as TextKey] ?? ''])) as Record<TextKey, string>, capabilities: partner.capabilities };
    this.#begin({ kind: 'edit', partner });
  }

  #end(): void {
    this.doing = null;
  }

  #begin(doing: Doing): void {
    this.doing = doing;
    this.why = '';
    this.failure = '';
  }

  async #send(sent: Promise<Answer<Partner>>): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    const answer = await sent;
    this.isSending = false;
    this.failure = answer.ok ? '' : `${roomWords.notDone} ${sayCallProblem(answer.problem)}`;
    if (!answer.ok) return;
    this.doing = null;
    void this.#partners.ask();
  }
}
customElements.define('hf-partners', PartnersPage);

const LABELS: Readonly<Record<TextKey, string>> = { name: says.name, contactPerson: says.contactPerson, phone: says.phone, mail: says.mail, address: says.address, hours: says.hours, words: says.words };
