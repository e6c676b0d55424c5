/** Every dialog of a case, one open at a time: those of their own design, and the plain ones drawn from their description. */
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { CaseView } from '../../server/contract/case-state.ts';
import type { Partner } from '../../server/contract/partners.ts';
import { shared } from '../look/shared.ts';
import type { ActForm } from '../reading/act-fields.ts';
import { formOf } from '../reading/act-forms.ts';
import { designedOf, formedOf } from '../reading/case-doing.ts';
import type { Wanted } from '../reading/case-doing.ts';
import type { Reading } from '../reading/voice.ts';
import './act-form.ts';
import './answer-sheet.ts';
import './consent-sheet.ts';
import './device-sheet.ts';
import './erase-sheet.ts';
import './handover-sheet.ts';
import './intake-sheet.ts';
import './link-sheet.ts';
import './photo-sheet.ts';
import './receive-sheet.ts';
import './sign-sheet.ts';
import './take-brief.ts';

export class CaseDialogs extends LitElement {
  static override properties = { view: { attribute: false }, wanted: { attribute: false }, partners: { attribute: false }, readings: { attribute: false } };
  declare view: CaseView | undefined;
  declare wanted: Wanted | null;
  declare partners: readonly Partner[];
  declare readings: readonly Reading[];
  /** Made once for what is wanted: a case that moves on meanwhile must not empty what was typed. */
  #form: ActForm | null = null;

  constructor() {
    super();
    this.wanted = null;
    this.partners = [];
    this.readings = [];
  }

  static override styles = [shared, css`:host { display: contents; }`];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('wanted')) return;
    const { wanted, view } = this;
    const act = wanted === null ? null : formedOf(wanted);
    this.#form = act === null || wanted === null || view === undefined ? null : formOf(act, { view, ...wanted });
  }

  protected override render(): TemplateResult | null {
    const { view, wanted } = this;
    if (view === undefined) return null;
    const { code, devices, transfers } = view.case;
    const open = wanted === null ? null : designedOf(wanted);
    const device = devices.find(({ id }) => id === wanted?.deviceId) ?? (open === 'tie-device' ? devices.find(({ tiedAtIso }) => tiedAtIso === null) : devices[0]);
    const way = open === 'handover' || open === 'give-back' || open === 'bring-back' ? open : null;
    const side = open === 'sign-given' ? 'given' : open === 'sign-taken' ? 'taken' : null;
    const mode = open === 'tie-device' ? 'tie' : open === 'identify-device' ? 'identify' : null;
    return html`
      <hf-act-form .form=${this.#form} .code=${code}></hf-act-form>
      <hf-take-brief .isOpen=${open === 'read-brief'} .view=${view}></hf-take-brief>
      <hf-device-sheet .mode=${mode} .code=${code} .device=${device} .readings=${this.readings}></hf-device-sheet>
      <hf-intake-sheet .isOpen=${open === 'intake'} .code=${code} .device=${device} .readings=${this.readings}></hf-intake-sheet>
      <hf-photo-sheet .isOpen=${open === 'photo'} .code=${code} .deviceId=${device?.id ?? ''}></hf-photo-sheet>
      <hf-consent-sheet .isOpen=${open === 'consent'} .code=${code} .language=${view.case.language}></hf-consent-sheet>
      <hf-receive-sheet .isOpen=${open === 'receive'} .view=${view} .deviceId=${device?.id ?? ''}></hf-receive-sheet>
      <hf-handover-sheet .way=${way} .view=${view} .deviceId=${wanted?.deviceId} .partners=${this.partners}></hf-handover-sheet>
      <hf-sign-sheet .side=${side} .code=${code} .transfer=${transfers.find(({ id }) => id === wanted?.subject)}></hf-sign-sheet>
      <hf-link-sheet .isOpen=${open === 'link'} .code=${code} .transferId=${wanted?.subject ?? null}></hf-link-sheet>
      <hf-answer-sheet .isOpen=${open === 'answer'} .view=${view} .partners=${this.partners}></hf-answer-sheet>
      <hf-erase-sheet .isOpen=${open === 'erase'} .view=${view}></hf-erase-sheet>
    `;
  }
}
customElements.define('hf-case-dialogs', CaseDialogs);
