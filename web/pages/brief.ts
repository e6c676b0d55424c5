/**
 * The brief: one page, two minutes, written by whoever talked to the customer before. What is typed stays here until it is
 * sent, and is sent once however often the line breaks.
 */
import { LitElement, html } from 'lit';
import type { TemplateResult } from 'lit';
import { RESCUE_QUESTIONS, TRI } from '../../server/contract/case-parts.ts';
import type { RescueQuestion } from '../../server/contract/case-parts.ts';
import { casePartsWords as parts } from '../words/case-parts-words.ts';
import { shared } from '../look/shared.ts';
import { ActSender } from '../parts/act-sender.ts';
import { chipLook, chips } from '../parts/chips.ts';
import { formLook } from '../parts/form-look.ts';
import { typed } from '../parts/typed.ts';
import { briefOf, draftLacks, emptyDraft, keepDraft, keptDraft } from '../reading/brief-draft.ts';
import type { BriefDraft } from '../reading/brief-draft.ts';
import { WhoController } from '../who-desk.ts';
import { briefWords as says } from '../words/brief-words.ts';
import { roomWords } from '../words/room-words.ts';
import { briefLook } from './brief-look.ts';
import { roomLook } from './room-look.ts';
import { LANGUAGES, LANGUAGE_NAMES } from '../../server/contract/languages.ts';

type TextKey = { readonly [Key in keyof BriefDraft]: BriefDraft[Key] extends string ? Key : never }[keyof BriefDraft];

export class BriefPage extends LitElement {
  static override properties = { draft: { state: true }, sent: { state: true } };
  declare draft: BriefDraft;
  /** The code of the case, once the store has it. */
  declare sent: string | null;
  readonly #sender = new ActSender(this);
  readonly #who = new WhoController(this);

  constructor() {
    super();
    this.draft = keptDraft(this.#person) ?? emptyDraft(this.#isAgent ? this.#who.who?.session?.person.name ?? '' : '');
    this.sent = null;
  }

  static override styles = [shared, formLook, chipLook, roomLook, briefLook];

  get #person(): string {
    return this.#who.who?.session?.person.id ?? '';
  }

  get #isAgent(): boolean {
    return this.#who.who?.session?.person.roles.includes('support') === true;
  }

  protected override render(): TemplateResult {
    return html`<div class="page">${this.sent === null ? this.#form() : this.#done(this.sent)}</div>`;
  }

  #done(code: string): TemplateResult {
    const mayOpen = this.#who.may('see-cases');
    return html`
      <section class="sent" role="status">
        <h1 tabindex="-1">${says.sent(code)}</h1>
        <p>${says.sentWhat}</p>
        <p class="acts">
          <a class="button primary" href=${mayOpen ? `/case/${code}` : '/briefs'}>${mayOpen ? says.openCase : says.toBriefs}</a>
          <button @click=${() => { this.sent = null; }}>${says.another}</button>
        </p>
      </section>
    `;
  }

  #form(): TemplateResult {
    const { draft } = this;
    const lack = draftLacks(draft);
    const isReady = lack === null && !this.#sender.isSending;
    return html`
      <div class="head"><div><h1>${says.title}</h1><p class="quiet">${says.intro}</p></div><a class="button" href="/briefs">${says.toBriefs}</a></div>
      <form @submit=${(event: SubmitEvent) => void this.#submit(event, isReady)}>
        <section aria-label=${says.who}><h2>${says.who}</h2>
          <div class="two">${this.#line('name', says.name, 200)}${this.#moment()}</div>
          ${this.#line('greeting', says.greeting, 80, says.greetingHint)}
          <div class="two">${this.#line('phone', says.phone, 40, undefined, 'tel')}${this.#line('mail', says.mail, 254, undefined, 'email')}</div>
          <label class="tick"><input name="mayCall" type="checkbox" .checked=${draft.mayCall} @change=${(event: Event) => this.#tick('mayCall', event)} />${says.mayCall}</label>
          ${chips({ name: 'language', legend: says.language, hint: says.languageHint, options: LANGUAGES, words: LANGUAGE_NAMES, chosen: [draft.language], pick: ([language]) => this.#take({ language: language ?? draft.language }) })}
        </section>
        <section aria-label=${says.matters}><h2>${says.matters}</h2>
          ${this.#words('matters', says.mattersWhat, 500, says.mattersHint)}
          ${this.#words('doNotAsk', says.doNotAsk, 300, says.doNotAskHint)}
          ${this.#words('happened', says.happened, 2000, says.happenedHint)}
          <label class="flag ${draft.irreplaceable ? 'on' : ''}"><input name="irreplaceable" type="checkbox" .checked=${draft.irreplaceable} @change=${(event: Event) => this.#tick('irreplaceable', event)} />
            <span><b>${says.irreplaceable}</b><small>${draft.irreplaceable ? says.irreplaceableWhat : says.irreplaceableOff}</small></span></label>
        </section>
        <section aria-label=${says.rescue}><h2>${says.rescue}</h2><p class="quiet small">${says.rescueHint}</p>
          <div class="questions">${RESCUE_QUESTIONS.map((question) => this.#question(question))}</div>
        </section>
        <section aria-label=${says.device}><h2>${says.device}</h2>
          <div class="two">${this.#line('model', says.model, 80)}${this.#line('colour', says.colour, 40)}</div>
          <div class="two">${this.#line('serial', says.serial, 40, says.serialHint)}${this.#line('imei', says.imei, 16)}</div>
        </section>
        <section aria-label=${says.agent}><h2>${says.agent}</h2>
          <div class="two">${this.#line('agentName', says.agentName, 120)}${this.#line('agentMail', says.agentMail, 254, says.agentMailHint, 'email')}</div>
          ${this.#line('reference', says.reference, 80)}
        </section>
        <div class="send">
          <div role="alert">${this.#sender.failure === '' ? null : html`<p class="failed">${this.#sender.failure}</p>`}</div>
          <p class="quiet small">${lack ?? says.kept}</p>
          <button type="submit" class="primary big" aria-disabled=${isReady ? 'false' : 'true'}>${this.#sender.isSending ? roomWords.sending : says.send}</button>
        </div>
      </form>
    `;
  }

  #line(key: TextKey, label: string, charsMax: number, hint?: string, type = 'text'): TemplateResult {
    return html`<label>${label}${hint === undefined ? null : html`<small>${hint}</small>`}
      <input name=${key} type=${type} autocomplete="off" maxlength=${charsMax} .value=${this.draft[key]} @input=${(event: InputEvent) => this.#take({ [key]: typed(event) })} /></label>`;
  }

  #words(key: TextKey, label: string, charsMax: number, hint: string): TemplateResult {
    return html`<label>${label}<small>${hint}</small><textarea name=${key} maxlength=${charsMax} .value=${this.draft[key]} @input=${(event: InputEvent) => this.#take({ [key]: typed(event) })}></textarea></label>`;
  }

  #moment(): TemplateResult {
    return html`<label>${says.when}<input name="when" type="datetime-local" title=${says.whenHint} .value=${this.draft.when} @input=${(event: InputEvent) => this.#take({ when: typed(event) })} /></label>`;
  }

  #question(question: RescueQuestion): TemplateResult {
    const { rescue } = this.draft;
    const known = rescue[question];
    return chips({
      name: question, legend: parts.rescueQuestions[question], options: TRI, words: parts.tri, chosen: known === undefined ? [] : [known],
      pick: ([answer]) => this.#take({ rescue: { ...rescue, [question]: answer } }),
    });
  }

  #tick(key: 'mayCall' | 'irreplaceable', { currentTarget }: Event): void {
    this.#take({ [key]: currentTarget instanceof HTMLInputElement && currentTarget.checked });
  }

  #take(change: Partial<BriefDraft>): void {
    this.draft = { ...this.draft, ...change };
    keepDraft(this.#person, this.draft);
  }

  async #submit(event: SubmitEvent, isReady: boolean): Promise<void> {
    event.preventDefault();
    if (!isReady) return;
    const view = await this.#sender.send(null, 'file-brief', briefOf(this.draft));
    if (view === null) return;
    keepDraft(this.#person, null);
    this.draft = emptyDraft(this.draft.agentName);
    this.sent = view.case.code;
    await this.updateComplete;
    this.renderRoot.querySelector('h1')?.focus();
    scrollTo(0, 0);
  }
}
customElements.define('hf-brief', BriefPage);
