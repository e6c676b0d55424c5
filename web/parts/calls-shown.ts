/** Says that the record is in doubt, and to which steps whoever looks was called. It asks nothing itself and cannot be put away. */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import type { OwnCalls } from '../../server/contract/case-looks.ts';
import { shared } from '../look/shared.ts';
import { WhoController } from '../who-desk.ts';
import { callWords as says } from '../words/call-words.ts';
import { casePartsWords as parts } from '../words/case-parts-words.ts';
import { sayMoment } from '../words/times.ts';

const SHOWN_MAX = 3;

export class CallsShown extends LitElement {
  static override properties = { calls: { attribute: false }, broken: { attribute: false } };
  declare calls: OwnCalls['calls'];
  declare broken: OwnCalls['broken'];
  readonly #who = new WhoController(this);

  constructor() {
    super();
    this.calls = [];
    this.broken = null;
  }

  static override styles = [
    shared,
    css`
      section { display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: center; margin: 12px 28px 0; padding: 12px 20px; border-inline-start: 6px solid var(--waiting-mark); border-radius: var(--round-s); background: var(--sunken); }
      section.doubt { border-color: var(--stopped); background: var(--stopped-wash); } section div { display: grid; gap: 4px; flex: 1 1 320px; }
      h2 { font-size: var(--type-lead); line-height: 24px; }
      ul { display: grid; gap: 4px; flex: 1 1 320px; }
      li a { display: inline-flex; align-items: center; min-height: 48px; gap: 8px; font-weight: 700; }
      @media (max-width: 760px) { section { margin-inline: 12px; } }
    `,
  ];

  protected override render(): TemplateResult {
    return html`${this.broken === null ? null : this.#record(this.broken)}${this.calls.length === 0 ? null : this.#called()}`;
  }

  /** Nobody can put it away: the next daily check does, once the chains hold. */
  #record({ brokenCount, broken, atIso }: NonNullable<OwnCalls['broken']>): TemplateResult {
    const codes = broken.slice(0, SHOWN_MAX).map(({ code, case: id }) => code ?? id ?? '?').join(', ') + (brokenCount > SHOWN_MAX ? ' …' : '');
    return html`<section role="alert" class="doubt" aria-label=${says.record}><h2>${says.record}</h2>
      <div><p><b>${says.recordWhat(brokenCount, codes, sayMoment(atIso))}</b></p><p>${says.recordCause}</p><p><b>${says.recordNow}</b></p></div></section>`;
  }

  #called(): TemplateResult {
    const seesCases = this.#who.may('see-cases');
    return html`
      <section role="alert" aria-label=${says.note}>
        <h2>${says.youAre(this.calls.length)}</h2>
        <ul>${this.calls.slice(0, SHOWN_MAX).map(({ code, call }) => html`<li>
          ${seesCases ? html`<a href="/case/${code}"><span class="code" translate="no">${code}</span>${parts.steps[call.step]}</a>` : html`<b><span class="code" translate="no">${code}</span> ${parts.steps[call.step]}</b>`}
          <span class="quiet small">${says.since(sayMoment(call.dueAtIso), sayMoment(call.atIso))}</span></li>`)}</ul>
        ${seesCases ? html`<a class="button" href="/queue">${says.toQueue}</a>` : html`<p>${says.cannotDo}</p>`}
      </section>
    `;
  }
}
customElements.define('hf-calls-shown', CallsShown);
