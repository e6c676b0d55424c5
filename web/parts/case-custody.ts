/** What was allowed, through whose hands the devices went, who was told: the middle of a case, each with what can be done next. */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Party } from '../../server/contract/case-parts.ts';
import type { CaseConsent, CaseTransfer, CaseView } from '../../server/contract/case-state.ts';
import type { Partner } from '../../server/contract/partners.ts';
import { casePartsWords as parts } from '../words/case-parts-words.ts';
import { shared } from '../look/shared.ts';
import { NamesController } from '../names-desk.ts';
import { WhoController } from '../who-desk.ts';
import { ACT_WORDS } from '../words/act-words.ts';
import { caseWords as says } from '../words/case-words.ts';
import { intakeWords } from '../words/intake-words.ts';
import { sayMoment } from '../words/times.ts';
import { caseLook } from './case-look.ts';
import { doButtons } from './do-buttons.ts';
import type { DoButton } from './do-buttons.ts';

export class CaseCustody extends LitElement {
  static override properties = { view: { attribute: false }, partners: { attribute: false } };
  declare view: CaseView | undefined;
  declare partners: readonly Partner[];
  readonly #names = new NamesController(this);
  readonly #who = new WhoController(this);

  constructor() {
    super();
    this.partners = [];
  }

  static override styles = [shared, caseLook, css`:host { gap: 20px; } section { display: grid; gap: 12px; } .gone { color: var(--ink-quiet); } .bad { color: var(--stopped); font-weight: 700; }`];

  protected override render(): TemplateResult | null {
    const { view } = this;
    if (view === undefined) return null;
    const { consents, transfers, told, tellingFailed, links } = view.case;
    return html`
      <section aria-label=${says.consents}><h2>${says.consents}</h2>
        ${consents.length === 0 ? html`<p class="quiet">${says.noConsents}</p>` : html`<ul class="list">${consents.map((consent) => html`<li>${this.#consent(view, consent)}</li>`)}</ul>`}
        ${doButtons(this, view, this.#who, [{ what: 'consent', label: intakeWords.consentOpen }])}
      </section>
      <section aria-label=${says.handovers}><h2>${says.handovers}</h2>
        ${transfers.length === 0 ? html`<p class="quiet">${says.noHandovers}</p>` : html`<ul class="list">${transfers.toReversed().map((transfer) => html`<li>${this.#transfer(view, transfer)}</li>`)}</ul>`}
      </section>
      ${links.length === 0 ? null : html`<section aria-label=${says.links}><h2>${says.links}</h2><ul class="list">${links.map((link) => html`
        <li class=${link.revoked ? 'gone' : ''}>${parts.parties[link.whom]}: ${link.revoked ? parts.transferStates.recalled : says.linkTill(sayMoment(link.expiresAtIso))}
          ${link.revoked ? null : doButtons(this, view, this.#who, [{ what: 'revoke-link', subject: link.id, label: ACT_WORDS['revoke-link'].open }])}</li>`)}</ul></section>`}
      <section aria-label=${says.told}><h2>${says.told}</h2>
        ${told.length === 0 ? html`<p class="quiet">${says.nobodyTold}</p>` : html`<ul>${told.map(({ who, how, about, atIso }) => html`
          <li>${parts.told[who]}: ${parts.toldHow[how].toLowerCase()}, ${about === 'outcome' ? says.aboutOutcome : says.aboutProgress} <span class="quiet small">${sayMoment(atIso)}</span></li>`)}</ul>`}
        ${tellingFailed.map(({ who, why, atIso }) => html`<p class="bad">${parts.told[who]}: ${says.failedMail}, ${why} <span class="quiet small">${sayMoment(atIso)}</span></p>`)}
      </section>
    `;
  }

  #party({ kind, partner }: Party): string {
    return kind === 'partner' ? this.partners.find(({ id }) => id === partner)?.name ?? parts.parties.partner : parts.parties[kind];
  }

  #consent(view: CaseView, { id, relation, verified, scopes, termsVersion, priceCap, signed, withdrawnAtIso }: CaseConsent): TemplateResult {
    return html`
      <div class="card ${withdrawnAtIso === null ? '' : 'gone'}">
        <p><b>${scopes.map((scope) => parts.scopes[scope]).join(', ')}</b>${priceCap === '' ? '' : `, ${says.upTo(priceCap)}`}</p>
        <p class="quiet small">${parts.relations[relation]} · ${parts.verifiedBy[verified].toLowerCase()} · ${parts.signedBy[signed.how].toLowerCase()}, ${sayMoment(signed.atIso)} · ${intakeWords.termsOf(termsVersion)}</p>
        ${withdrawnAtIso !== null ? html`<p>${says.withdrawn(sayMoment(withdrawnAtIso))}</p>` : doButtons(this, view, this.#who, [{ what: 'withdraw-consent', subject: id, label: ACT_WORDS['withdraw-consent'].open }])}
      </div>
    `;
  }

  #transfer(view: CaseView, transfer: CaseTransfer): TemplateResult {
    const { state, from, to, method, purpose, seal, carrier, takenByIso, backByIso, given, taken, recalledWhy, stages, devices } = transfer;
    const models = view.case.devices.filter(({ id }) => devices.includes(id)).map(({ looks }) => looks.model).filter((model) => model !== '');
    const facts = [parts.methods[method].toLowerCase(), carrier, purpose, seal === '' ? '' : says.seal(seal), backByIso === null ? '' : says.back(sayMoment(backByIso))].filter((part) => part !== '');
    const when = (iso: string): string => sayMoment(iso);
    return html`
      <div class="card ${state === 'recalled' ? 'gone' : ''}">
        <p><b>${says.fromTo(this.#party(from), this.#party(to))}</b> · ${parts.transferStates[state]}${models.length === 0 ? '' : ` · ${models.join(', ')}`}</p>
        <p class="quiet small">${facts.join(' · ')}</p>
        <p class="small">${[
          given === null ? '' : `${says.given(sayMoment(given.atIso))}, ${parts.signedBy[given.how].toLowerCase()}`, taken === null ? '' : `${says.taken(sayMoment(taken.atIso))}, ${parts.signedBy[taken.how].toLowerCase()}`,
          given !== null && taken === null ? says.takenBy(sayMoment(takenByIso)) : '', recalledWhy ?? '',
        ].filter((part) => part !== '').join(' · ')}</p>
        ${stages.map(({ stage, atIso, by, expectedAtIso }) => html`<p class="small">${parts.partnerStages[stage]} 
          <span class="quiet">${when(atIso)}, ${this.#names.say(by)}${expectedAtIso === null ? '' : `, ${says.due(when(expectedAtIso))}`}</span></p>`)}
        ${doButtons(this, view, this.#who, transferActs(transfer))}
      </div>
    `;
  }
}
customElements.define('hf-case-custody', CaseCustody);

function transferActs({ id: subject, state, to }: CaseTransfer): readonly DoButton[] {
  const recall: DoButton = { what: 'recall-transfer', subject, label: ACT_WORDS['recall-transfer'].open };
  if (state === 'prepared') return [{ what: 'sign-given', subject, label: intakeWords.signGiven }, recall];
  if (state === 'given') return [{ what: 'sign-taken', subject, label: intakeWords.signTaken }, { what: 'link', subject, label: intakeWords.partnerLink }, recall];
  if (state === 'taken' && to.kind === 'partner') return [{ what: 'report-stage', subject, label: ACT_WORDS['report-stage'].open }, { what: 'link', subject, label: intakeWords.partnerLink }];
  return [];
}
