/**
 * Changes a brief that was filed: what is left empty stays as it was told, and whoever took the brief reads it again. What was told before is
 * not shown here: it is sealed, and this is no look at it.
 */
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { CaseActInput } from '../../server/contract/case-acts.ts';
import type { BriefLine } from '../../server/contract/case-looks.ts';
import { contactChangeSchema } from '../../server/contract/case-private.ts';
import { shared } from '../look/shared.ts';
import { momentOf } from '../reading/act-fields.ts';
import { briefWords as says } from '../words/brief-words.ts';
import { ActSender } from './act-sender.ts';
import { closeSheet, dialogFoot } from './dialog-foot.ts';
import { formLook } from './form-look.ts';
import './sheet.ts';
import { typed } from './typed.ts';

const EMPTY = { when: '', matters: '', doNotAsk: '', happened: '', phone: '', mail: '' };
type Draft = Readonly<typeof EMPTY>;
type Amended = Omit<CaseActInput<'amend-brief'>, 'id'>;

/** As a field of this browser takes it: the clock on the wall here. */
function fieldOf(iso: string): string {
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

export class AmendBrief extends LitElement {
  static override properties = { brief: { attribute: false }, draft: { state: true }, isIrreplaceable: { state: true } };
  /** Null while it is closed. */
  declare brief: BriefLine | null;
  declare draft: Draft;
  declare isIrreplaceable: boolean;
  readonly #sender = new ActSender(this);

  constructor() {
    super();
    this.brief = null;
    this.draft = EMPTY;
    this.isIrreplaceable = false;
  }

  static override styles = [shared, formLook, css`:host { display: contents; }`];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('brief') || this.brief === null) return;
    this.draft = { ...EMPTY, when: this.brief.expectedAtIso === null ? '' : fieldOf(this.brief.expectedAtIso) };
    this.isIrreplaceable = this.brief.irreplaceable;
    this.#sender.begin();
  }

  protected override render(): TemplateResult {
    return html`<hf-sheet .isOpen=${this.brief !== null} heading=${says.amendTitle(this.brief?.code ?? '')}>${this.brief === null ? null : this.#form(this.brief)}</hf-sheet>`;
  }

  #form(brief: BriefLine): TemplateResult {
    return html`
      <form @submit=${(event: SubmitEvent) => void this.#submit(event, brief)}>
        <p>${says.amendWhat}</p>
        ${brief.arrivedAtIso !== null ? null : html`<label>${says.when}<input name="when" type="datetime-local" .value=${this.draft.when} @input=${(event: InputEvent) => this.#take('when', event)} /></label>`}
        ${this.#words('matters', says.mattersWhat, 500)}
        ${this.#words('doNotAsk', says.doNotAsk, 300)}
        ${this.#words('happened', says.happened, 2000)}
        ${this.#line('phone', says.phone, 40, 'tel')}${this.#line('mail', says.mail, 254, 'email')}
        ${brief.irreplaceable ? null : html`<label class="tick"><input name="irreplaceable" type="checkbox" .checked=${this.isIrreplaceable}
          @change=${({ currentTarget }: Event) => { this.isIrreplaceable = currentTarget instanceof HTMLInputElement && currentTarget.checked; }} />${says.irreplaceable}<small>${says.irreplaceableWhat}</small></label>`}
        ${dialogFoot({ sender: this.#sender, verb: says.amendVerb, lack: this.#lack(brief), back: () => closeSheet(this) })}
      </form>
    `;
  }

  #words(key: keyof Draft, label: string, charsMax: number): TemplateResult {
    return html`<label>${label}<textarea name=${key} maxlength=${charsMax} .value=${this.draft[key]} @input=${(event: InputEvent) => this.#take(key, event)}></textarea></label>`;
  }

  #line(key: keyof Draft, label: string, charsMax: number, type: string): TemplateResult {
    return html`<label>${label}<input name=${key} type=${type} autocomplete="off" maxlength=${charsMax} .value=${this.draft[key]} @input=${(event: InputEvent) => this.#take(key, event)} /></label>`;
  }

  #take(key: keyof Draft, event: Event): void {
    this.draft = { ...this.draft, [key]: typed(event) };
  }

  /** Only what was typed: the rest stays. */
  #amended({ irreplaceable, expectedAtIso, arrivedAtIso }: BriefLine): Amended {
    const { when, matters, doNotAsk, happened, phone, mail } = this.draft;
    const filled = (fields: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(fields).filter(([, text]) => text.trim() !== ''));
    const [story, contact] = [filled({ matters, doNotAsk, happened }), filled({ phone, mail })];
    const isOther = arrivedAtIso === null && when !== (expectedAtIso === null ? '' : fieldOf(expectedAtIso));
    return {
      ...(this.isIrreplaceable && !irreplaceable ? { irreplaceable: true as const } : {}), ...(isOther ? { expectedAtIso: momentOf(when) } : {}),
      private: { ...(Object.keys(story).length === 0 ? {} : { story }), ...(Object.keys(contact).length === 0 ? {} : { contact }) },
    };
  }

  #lack(brief: BriefLine): string | null {
    const { private: { contact, story } = {}, ...rest } = this.#amended(brief);
    const read = contactChangeSchema.safeParse(contact ?? {});
    if (!read.success) return read.error.issues[0]?.path[0] === 'phone' ? says.wrong.phone : says.wrong.mail;
    return contact === undefined && story === undefined && Object.keys(rest).length === 0 ? says.amendNothing : null;
  }

  async #submit(event: SubmitEvent, brief: BriefLine): Promise<void> {
    event.preventDefault();
    if (this.#lack(brief) !== null) return;
    const view = await this.#sender.send(brief.code, 'amend-brief', this.#amended(brief));
    if (view !== null) closeSheet(this);
  }
}
customElements.define('hf-amend-brief', AmendBrief);
