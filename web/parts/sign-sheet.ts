/** One side of a handover signs. For the taker also whether the seal is unbroken and how the device looks now. */
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { TRI } from '../../server/contract/case-parts.ts';
import type { SignedBy, Tri } from '../../server/contract/case-parts.ts';
import type { CaseTransfer } from '../../server/contract/case-state.ts';
import { casePartsWords as parts } from '../words/case-parts-words.ts';
import { shared } from '../look/shared.ts';
import { WhoController } from '../who-desk.ts';
import { intakeWords as says } from '../words/intake-words.ts';
import { ActSender } from './act-sender.ts';
import { chipLook, chips } from './chips.ts';
import { closeSheet, dialogFoot } from './dialog-foot.ts';
import { formLook } from './form-look.ts';
import './sheet.ts';
import './signer.ts';
import { typed } from './typed.ts';

export class SignSheet extends LitElement {
  static override properties = { side: { attribute: false }, code: { type: String }, transfer: { attribute: false }, sealIntact: { state: true }, condition: { state: true } };
  /** Null while it is closed. */
  declare side: 'given' | 'taken' | null;
  declare code: string;
  declare transfer: CaseTransfer | undefined;
  declare sealIntact: Tri;
  declare condition: string;
  readonly #sender = new ActSender(this);
  readonly #who = new WhoController(this);

  constructor() {
    super();
    this.side = null;
    this.code = '';
    this.sealIntact = 'not-known';
    this.condition = '';
  }

  static override styles = [shared, formLook, chipLook, css`:host { display: contents; }`];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('side') || this.side === null) return;
    this.sealIntact = this.transfer?.seal === '' ? 'not-known' : 'yes';
    this.condition = '';
    this.#sender.begin();
  }

  protected override render(): TemplateResult {
    const { side, transfer } = this;
    const who = transfer === undefined ? '' : parts.parties[side === 'given' ? transfer.from.kind : transfer.to.kind];
    const heading = side === 'given' ? says.signGivenTitle(who) : says.signTakenTitle(who);
    return html`<hf-sheet .isOpen=${side !== null} heading=${heading}>${side === null || transfer === undefined ? null : this.#form(side, transfer)}</hf-sheet>`;
  }

  #form(side: 'given' | 'taken', transfer: CaseTransfer): TemplateResult {
    const ways: readonly SignedBy[] = transfer.method === 'courier' ? ['screen', 'paper', 'nobody'] : ['screen', 'paper'];
    const signer = this.renderRoot.querySelector('hf-signer');
    const isStore = (side === 'given' ? transfer.from : transfer.to).kind === 'store';
    return html`
      <form @submit=${(event: SubmitEvent) => void this.#submit(event, side, transfer)} @hf-signed=${() => this.requestUpdate()}>
        <p>${side === 'given' ? says.signGivenWhat : says.signTakenWhat}</p>
        ${side === 'given' ? null : html`
          ${transfer.seal === '' ? null : chips({ name: 'seal', legend: says.sealIntact, options: TRI, words: parts.tri, chosen: [this.sealIntact], pick: ([seal]) => { this.sealIntact = seal ?? 'not-known'; } })}
          <label>${says.condition}<small>${says.conditionHint}</small><textarea name="condition" maxlength="500" .value=${this.condition} @input=${(event: InputEvent) => { this.condition = typed(event); }}></textarea></label>`}
        <hf-signer .ways=${ways} .name=${isStore ? this.#who.who?.session?.person.name ?? '' : ''}></hf-signer>
        ${dialogFoot({ sender: this.#sender, verb: says.signVerb, lack: signer === null ? says.signMissing : signer.lack, back: () => closeSheet(this) })}
      </form>
    `;
  }

  async #submit(event: SubmitEvent, side: 'given' | 'taken', { id: transferId }: CaseTransfer): Promise<void> {
    event.preventDefault();
    const signer = this.renderRoot.querySelector('hf-signer');
    if (signer === null || signer.lack !== null) return;
    const { signed } = signer;
    const view = side === 'given'
      ? await this.#sender.send(this.code, 'sign-given', { transferId, ...signed })
      : await this.#sender.send(this.code, 'sign-taken', { transferId, sealIntact: this.sealIntact, condition: this.condition, ...signed });
    if (view !== null) closeSheet(this);
  }
}
customElements.define('hf-sign-sheet', SignSheet);
