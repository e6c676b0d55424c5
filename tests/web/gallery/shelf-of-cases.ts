/** The patterns of a case: its row, what comes next, holds with their reach, custody, history, papers, the conversation, and the queue with its evidence. */
import { LitElement, html } from 'lit';
import type { TemplateResult } from 'lit';
import type { CaseLine, CaseView } from '../../../server/contract/case-state.ts';
import type { Partner } from '../../../server/contract/partners.ts';
import { shared } from '../../../web/look/shared.ts';
import '../../../web/pages/queue.ts';
import '../../../web/parts/case-custody.ts';
import '../../../web/parts/case-history.ts';
import '../../../web/parts/case-holds.ts';
import { heldMark, irreplaceableMark, marksLook } from '../../../web/parts/case-marks.ts';
import '../../../web/parts/case-messages.ts';
import '../../../web/parts/case-next.ts';
import '../../../web/parts/case-papers.ts';
import { caseRow, rowLook } from '../../../web/parts/case-row.ts';
import '../../../web/parts/look-card.ts';
import '../../../web/parts/qr.ts';
import type { Shelf } from './shelf.ts';

/** The look of rows and marks belongs inside an element. */
class Rows extends LitElement {
  static override properties = { lines: { attribute: false } };
  declare lines: readonly CaseLine[];
  static override styles = [shared, marksLook, rowLook];

  protected override render(): TemplateResult {
    return html`<p>${heldMark()} ${irreplaceableMark()}</p><ul class="cases">${this.lines.map((line) => html`<li>${caseRow(line, (text) => text)}</li>`)}</ul>`;
  }
}
customElements.define('hf-gallery-rows', Rows);

export function caseShelves(view: CaseView | null, lines: readonly CaseLine[], partners: readonly Partner[]): readonly Shelf[] {
  if (view === null) return [];
  return [
    { name: 'Cases', look: 'wide', pieces: [['marks and rows', html`<div class="paper"><hf-gallery-rows .lines=${lines}></hf-gallery-rows></div>`]] },
    { name: 'A case', look: 'middle', pieces: [
      ['what comes next', html`<hf-case-next .view=${view}></hf-case-next>`], ['holds', html`<hf-case-holds .view=${view}></hf-case-holds>`], ['custody', html`<hf-case-custody .view=${view} .partners=${partners}></hf-case-custody>`],
      ['papers', html`<hf-case-papers .view=${view}></hf-case-papers>`], ['sealed words', html`<hf-look-card .view=${view}></hf-look-card>`], ['history', html`<hf-case-history .state=${view.case} .partners=${partners}></hf-case-history>`],
      ['a code for a camera', html`<hf-qr text=${`/case/${view.case.code}`} label=${view.case.code}></hf-qr>`],
    ] },
    { name: 'The conversation', look: 'wide', pieces: [['about a case', html`<hf-case-messages .view=${view} .partners=${partners}></hf-case-messages>`]] },
    { name: 'The queue', look: 'wide', pieces: [['rows and evidence', html`<hf-queue .casesVersion=${0} .readings=${[]}></hf-queue>`]] },
  ];
}
