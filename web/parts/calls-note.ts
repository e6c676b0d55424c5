/**
 * Under the head of every page: that the record is in doubt, and the steps to which whoever looks was called because nobody did them. It cannot be put away here; it
 * goes when the step is done, the case is taken over, or a reason was given at the case.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { ownCalls } from '../case-calls.ts';
import { shared } from '../look/shared.ts';
import { WhoController } from '../who-desk.ts';
import { callWords as says } from '../words/call-words.ts';
import { casePartsWords as parts } from '../words/case-parts-words.ts';
import { sayMoment } from '../words/times.ts';
import type { OwnCalls } from '../../server/contract/case-looks.ts';

/** Time alone calls somebody: nothing else tells the page of it where no feed of the benches is. */
const ASK_MS = 30_000;
const SHOWN_MAX = 3;

export class CallsNote extends LitElement {
  static override properties = { casesVersion: { type: Number }, calls: { state: true }, broken: { state: true } };
  declare casesVersion: number;
  declare calls: OwnCalls['calls'];
  declare broken: OwnCalls['broken'];
  readonly #who = new WhoController(this);
  #asked = -1;
  #timer: ReturnType<typeof setInterval> | null = null;

  constructor() {
    super();
    this.casesVersion = 0;
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

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => void this.#ask(), ASK_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.#timer !== null) clearInterval(this.#timer);
  }

  protected override updated(): void {
    if (this.casesVersion === this.#asked || !this.#who.may('see-calls')) return;
    this.#asked = this.casesVersion;
    void this.#ask();
  }

  protected override render(): TemplateResult | null {
    if (!this.#who.may('see-calls')) return null;
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

  /** What was known stays while a question fails. */
  async #ask(): Promise<void> {
    if (!this.#who.may('see-calls')) return;
    const answer = await ownCalls();
    if (!answer.ok) return;
    this.calls = answer.value.calls;
    this.broken = answer.value.broken;
  }
}
customElements.define('hf-calls-note', CallsNote);
