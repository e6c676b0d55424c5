/**
 * The customer leaves the device in the store: both sign on one sheet. Three acts go out one after the other; if the line breaks
 * in between, sending again goes on where it stopped, because what is done already is seen in the case.
 */
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { CaseTransfer, CaseView } from '../../server/contract/case-state.ts';
import { casePartsWords as parts } from '../words/case-parts-words.ts';
import { shared } from '../look/shared.ts';
import { WhoController } from '../who-desk.ts';
import { intakeWords as says } from '../words/intake-words.ts';
import { ActSender } from './act-sender.ts';
import { closeSheet, dialogFoot } from './dialog-foot.ts';
import { formLook } from './form-look.ts';
import './sheet.ts';
import './signer.ts';
import type { Signer } from './signer.ts';
import { typed } from './typed.ts';

export class ReceiveSheet extends LitElement {
  static override properties = { isOpen: { type: Boolean }, view: { attribute: false }, deviceId: { type: String }, condition: { state: true } };
  declare isOpen: boolean;
  declare view: CaseView | undefined;
  declare deviceId: string;
  declare condition: string;
  readonly #sender = new ActSender(this);
  readonly #who = new WhoController(this);

  constructor() {
    super();
    this.isOpen = false;
    this.deviceId = '';
    this.condition = '';
  }

  static override styles = [shared, formLook, css`:host { display: contents; }`];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('isOpen') || !this.isOpen) return;
    this.condition = '';
    this.#sender.begin();
  }

  protected override render(): TemplateResult {
    return html`<hf-sheet .isOpen=${this.isOpen} heading=${says.receiveTitle}>${this.isOpen ? this.#form() : null}</hf-sheet>`;
  }

  #form(): TemplateResult {
    return html`
      <form @submit=${(event: SubmitEvent) => void this.#submit(event)} @hf-signed=${() => this.requestUpdate()}>
        <p>${says.receiveWhat}</p>
        <label>${says.condition}<small>${says.conditionHint}</small><textarea name="condition" maxlength="500" .value=${this.condition} @input=${(event: InputEvent) => { this.condition = typed(event); }}></textarea></label>
        <hf-signer class="giver" legend=${parts.parties.customer}></hf-signer>
        <hf-signer class="taker" legend=${parts.parties.store} .name=${this.#who.who?.session?.person.name ?? ''}></hf-signer>
        ${dialogFoot({ sender: this.#sender, verb: says.receiveVerb, lack: this.#lack(), back: () => closeSheet(this) })}
      </form>
    `;
  }

  #signer(side: 'giver' | 'taker'): Signer | null {
    return this.renderRoot.querySelector<Signer>(`hf-signer.${side}`);
  }

  #lack(): string | null {
    for (const side of ['giver', 'taker'] as const) {
      const signer = this.#signer(side);
      const lack = signer === null ? says.signMissing : signer.lack;
      if (lack !== null) return `${lack} (${side === 'giver' ? parts.parties.customer : parts.parties.store})`;
    }
    return null;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const [giver, taker] = [this.#signer('giver'), this.#signer('taker')];
    if (this.view === undefined || giver === null || taker === null || this.#lack() !== null) return;
    const { code } = this.view.case;
    const { condition, deviceId } = this;
    const under = transferOf(this.view, deviceId)
      ?? transferOf(await this.#sender.send(code, 'prepare-transfer', { devices: [deviceId], from: { kind: 'customer', partner: null }, to: { kind: 'store', partner: null }, method: 'in-person', condition }), deviceId);
    if (under === null) return;
    const { id: transferId } = under;
    if (under.state === 'prepared' && await this.#sender.send(code, 'sign-given', { transferId, ...giver.signed }) === null) return;
    const view = await this.#sender.send(code, 'sign-taken', { transferId, sealIntact: 'not-known', condition, ...taker.signed });
    if (view !== null) closeSheet(this);
  }
}
customElements.define('hf-receive-sheet', ReceiveSheet);

/** The handover of this device from the customer that is under way. */
const transferOf = (view: CaseView | null, deviceId: string): CaseTransfer | null =>
  view?.case.transfers.find(({ from, state, devices }) => from.kind === 'customer' && devices.includes(deviceId) && (state === 'prepared' || state === 'given')) ?? null;
