/** The briefs that somebody has filed: who took each, whether the customer came, how it ended. Nobody needs to ask by mail. */
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { CASE_ACTS } from '../../server/contract/case-acts.ts';
import type { BriefLine } from '../../server/contract/case-looks.ts';
import { casePartsWords as parts } from '../words/case-parts-words.ts';
import type { Result } from '../../server/contract/case-parts.ts';
import { ownBriefs } from '../case-calls.ts';
import { shared } from '../look/shared.ts';
import '../parts/amend-brief.ts';
import { askedView } from '../parts/asked-view.ts';
import { Asked } from '../parts/asked.ts';
import { irreplaceableMark, marksLook } from '../parts/case-marks.ts';
import { WhoController } from '../who-desk.ts';
import { briefWords as says } from '../words/brief-words.ts';
import { caseWords } from '../words/case-words.ts';
import { sayMoment } from '../words/times.ts';
import { roomLook } from './room-look.ts';

/** An agent elsewhere has no live feed. */
const AGAIN_AFTER_MS = 30_000;

export class BriefsPage extends LitElement {
  static override properties = { casesVersion: { type: Number }, amending: { state: true } };
  declare casesVersion: number;
  /** The one that is being changed; null: none. */
  declare amending: BriefLine | null;
  readonly #briefs = new Asked(this, ownBriefs);
  readonly #who = new WhoController(this);
  #timer: ReturnType<typeof setInterval> | null = null;

  constructor() {
    super();
    this.casesVersion = 0;
    this.amending = null;
  }

  static override styles = [
    shared, roomLook, marksLook,
    css`
      .page { max-width: 900px; }
      .waits { color: var(--waiting); font-weight: 700; }
      .ended { font-weight: 700; }
      .none { display: grid; gap: 12px; justify-items: start; }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => { if (document.visibilityState === 'visible') void this.#briefs.ask(); }, AGAIN_AFTER_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.#timer !== null) clearInterval(this.#timer);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('casesVersion') && changed.get('casesVersion') !== undefined) void this.#briefs.ask();
  }

  protected override render(): TemplateResult {
    return html`
      <div class="page" @hf-case=${() => void this.#briefs.ask()}>
        <div class="head"><h1>${says.briefs}</h1><a class="button primary" href="/brief">${caseWords.writeBrief}</a></div>
        <section aria-label=${says.briefs}>${askedView(this.#briefs, ({ briefs }) => (briefs.length === 0
          ? html`<div class="none"><p>${says.none} ${says.noneNext}</p></div>`
          : html`<ul class="rows">${repeat(briefs, ({ id }) => id, (brief) => this.#row(brief))}</ul>`))}</section>
        <hf-amend-brief .brief=${this.amending} @hf-close=${() => this.#amend(null)}></hf-amend-brief>
      </div>
    `;
  }

  #amend(brief: BriefLine | null): void {
    this.amending = brief;
  }

  #row(brief: BriefLine): TemplateResult {
    const { code, stage, irreplaceable, filedAtIso, expectedAtIso, acknowledged, amendedAtIso, arrivedAtIso, outcomes } = brief;
    const coming = arrivedAtIso === null && expectedAtIso !== null ? caseWords.comes(sayMoment(expectedAtIso)) : parts.stages[stage];
    return html`
      <li>
        <div>
          <p><span class="code" translate="no">${code}</span> ${irreplaceable ? irreplaceableMark() : null} <span class="quiet">${coming} · ${says.filed(sayMoment(filedAtIso))}</span></p>
          <p class=${acknowledged === null ? 'waits' : ''}>${acknowledged === null ? says.notTaken : `${says.taken(acknowledged.by, sayMoment(acknowledged.atIso))}${acknowledged.storyRead ? `, ${says.storyRead}` : ''}`}</p>
          ${amendedAtIso === null ? null : html`<p class="waits">${says.amended(sayMoment(amendedAtIso))}</p>`}
          ${outcomes.map(({ result, atIso }) => html`<p class="ended">${resultOf(result)}, ${sayMoment(atIso)}</p>`)}
        </div>
        <div class="acts">${this.#who.may('file-brief') && CASE_ACTS['amend-brief'].stages.some((one) => one === stage) ? html`<button aria-label=${says.amendTitle(code)} @click=${() => this.#amend(brief)}>${says.amend}</button>` : null}
          ${this.#who.may('see-cases') ? html`<a class="button" href="/case/${code}">${says.openCase}</a>` : null}</div>
      </li>
    `;
  }
}
customElements.define('hf-briefs', BriefsPage);

const isResult = (text: string): text is Result => Object.hasOwn(parts.results, text);
const resultOf = (text: string): string => (isResult(text) ? parts.results[text] : text);
