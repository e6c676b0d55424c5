/** The printed papers of a case, each with the head of its custody chain, and who has looked at what is personal. */
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { CaseView } from '../../server/contract/case-state.ts';
import { PAPER_KINDS, PAPERS_WITH_PERSONAL_DATA } from '../../server/contract/papers.ts';
import type { PaperKind } from '../../server/contract/papers.ts';
import type { Look } from '../../server/contract/private-data.ts';
import { looksOf, makePaper } from '../case-calls.ts';
import { shared } from '../look/shared.ts';
import { NamesController } from '../names-desk.ts';
import { WhoController } from '../who-desk.ts';
import { caseWords as says } from '../words/case-words.ts';
import { privacyWords } from '../words/privacy-words.ts';
import { sayCallProblem } from '../words/sentences.ts';
import { groupLooks } from '../reading/group-looks.ts';
import type { LookGroup } from '../reading/group-looks.ts';
import { sayDay, sayMoment } from '../words/times.ts';
import { askedView } from './asked-view.ts';
import { Asked } from './asked.ts';
import { caseLook } from './case-look.ts';
import { doButtons } from './do-buttons.ts';

/** A program has no reason of its own wording: it looked because a mail was due. */
const saidForMail = (look: Look): Look => (look.role === 'system' && look.code === 'mail' ? { ...look, why: says.forMail } : look);

export class CasePapers extends LitElement {
  static override properties = { view: { attribute: false }, made: { state: true }, failure: { state: true } };
  declare view: CaseView | undefined;
  /** The paper that was made last, where a browser let no window open by itself. */
  declare made: { readonly kind: PaperKind; readonly address: string } | null;
  declare failure: string;
  readonly #names = new NamesController(this);
  readonly #who = new WhoController(this);
  readonly #looks = new Asked(this, () => looksOf(this.view?.case.code ?? ''), 'when told');

  constructor() {
    super();
    this.made = null;
    this.failure = '';
  }

  static override styles = [shared, caseLook, css`:host { gap: 20px; } section { display: grid; gap: 12px; } .looks { display: grid; gap: 8px; }`];

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('view') && this.view !== undefined) void this.#looks.ask();
  }

  protected override render(): TemplateResult | null {
    const { view } = this;
    if (view === undefined) return null;
    const hasHandover = view.case.transfers.length > 0;
    return html`
      <section aria-label=${says.papers}><h2>${says.papers}</h2>
        <div class="acts">${PAPER_KINDS.map((kind) => {
          const isOff = kind === 'handover-sheet' && !hasHandover;
          return html`<button aria-disabled=${isOff ? 'true' : 'false'} title=${isOff ? says.noHandover : ''} @click=${() => { if (!isOff) void this.#make(view, kind); }}>${says.paperKinds[kind]}</button>`;
        })}</div>
        ${this.made === null ? null : html`<p role="status"><a href=${this.made.address} target="_blank" rel="noopener">${says.paperOpen(says.paperKinds[this.made.kind])}</a></p>`}
        <div role="alert">${this.failure === '' ? null : html`<p class="warn">${this.failure}</p>`}</div>
        <p class="why">${says.papersHint}</p>
      </section>
      <section aria-label=${says.privacy}><h2>${says.privacy}</h2>
        ${askedView(this.#looks, ({ looks }) => (looks.length === 0 ? html`<p class="quiet">${says.nobodyLooked}</p>` : html`<ul class="looks">${groupLooks(looks.map(saidForMail), sayDay).map((group) => this.#look(group))}</ul>`))}
        ${doButtons(this, view, this.#who, [{ what: 'erase', label: privacyWords.open }])}
      </section>
    `;
  }

  async #make({ case: { code } }: CaseView, kind: PaperKind): Promise<void> {
    const answer = await makePaper(code, kind, { why: PAPERS_WITH_PERSONAL_DATA.includes(kind) ? says.paperReason(says.paperKinds[kind]) : null });
    this.failure = answer.ok ? '' : `${says.notDone} ${sayCallProblem(answer.problem)}`;
    this.made = answer.ok ? { kind, address: answer.value.address } : null;
    if (answer.ok) open(answer.value.address, '_blank', 'noopener');
  }

  #look({ look: { atIso, kind, code, why }, count }: LookGroup): TemplateResult {
    return html`<li><b>${privacyWords.kinds[kind]}</b> <span>“${why}”</span> <span class="quiet small">${this.#names.say(code)}, ${sayMoment(atIso)}${count === 1 ? '' : `, ${says.looksThatDay(count)}`}</span></li>`;
  }
}
customElements.define('hf-case-papers', CasePapers);
