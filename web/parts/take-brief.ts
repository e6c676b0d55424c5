/** A manager takes a brief: what matters is read here first, and the act waits until it was shown. */
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { CaseView } from '../../server/contract/case-state.ts';
import { shared } from '../look/shared.ts';
import { intakeWords as says } from '../words/intake-words.ts';
import { ActSender } from './act-sender.ts';
import { briefChanged } from './brief-changed.ts';
import { closeSheet, dialogFoot } from './dialog-foot.ts';
import { formLook } from './form-look.ts';
import './look-card.ts';
import './sheet.ts';

export class TakeBrief extends LitElement {
  static override properties = { isOpen: { type: Boolean }, view: { attribute: false }, isRead: { state: true } };
  declare isOpen: boolean;
  declare view: CaseView | undefined;
  declare isRead: boolean;
  readonly #sender = new ActSender(this);

  constructor() {
    super();
    this.isOpen = false;
    this.isRead = false;
  }

  static override styles = [shared, formLook, css`:host { display: contents; }`];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('isOpen') || !this.isOpen) return;
    this.isRead = false;
    this.#sender.begin();
  }

  protected override updated(changed: PropertyValues<this>): void {
    // To read it is what the sheet was opened for: the reason is said already.
    if (changed.has('isOpen') && this.isOpen) void this.renderRoot.querySelector('hf-look-card')?.updateComplete.then(() => this.renderRoot.querySelector('hf-look-card')?.look(says.readReason));
  }

  protected override render(): TemplateResult {
    return html`<hf-sheet .isOpen=${this.isOpen} heading=${says.readBrief}>${this.isOpen ? this.#form() : null}</hf-sheet>`;
  }

  #form(): TemplateResult {
    return html`
      <form @submit=${(event: SubmitEvent) => void this.#submit(event)}>
        <p>${says.readBriefWhat}</p>${briefChanged(this.view?.case)}
        <hf-look-card .view=${this.view} .reasons=${[]} @hf-looked=${(event: CustomEvent<boolean>) => { this.isRead ||= event.detail; }}></hf-look-card>
        ${dialogFoot({ sender: this.#sender, verb: says.readVerb, lack: this.isRead ? null : says.readFirst, back: () => closeSheet(this) })}
      </form>
    `;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!this.isRead || this.view === undefined) return;
    const view = await this.#sender.send(this.view.case.code, 'acknowledge-brief', {});
    if (view !== null) closeSheet(this);
  }
}
customElements.define('hf-take-brief', TakeBrief);
