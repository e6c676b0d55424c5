/** One case in a list, as one large link: its code, what is held and irreplaceable, the device, and what comes next by when. */
import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import type { CaseLine } from '../../server/contract/case-state.ts';
import { casePartsWords as parts } from '../words/case-parts-words.ts';
import { caseWords as says } from '../words/case-words.ts';
import { messageWords } from '../words/message-words.ts';
import { sayMoment } from '../words/times.ts';
import { marksOf } from './case-marks.ts';

export const rowLook = css`
  .cases { display: grid; }
  .cases li { border-top: 1px solid var(--line); }
  .cases li:first-child { border-top: 0; }
  .cases a { display: grid; grid-template-columns: 84px minmax(0, 1fr) minmax(0, 1fr); gap: 2px 20px; align-items: center; min-height: 64px; padding: 10px 12px; margin-inline: -12px;
    border-radius: var(--round-m); text-decoration: none; overflow-wrap: anywhere; }
  .cases a:hover { background: var(--sunken); }
  .what { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; }
  .step b, .step span { display: block; }
  .step b.late { color: var(--waiting); }
  @media (max-width: 760px) { .cases a { grid-template-columns: 72px minmax(0, 1fr); gap: 2px 12px; } .step { grid-column: 2; } }
`;

const deviceOf = ({ models, serials }: CaseLine): string => {
  const named = [...models.filter((model) => model !== ''), ...serials];
  return named.length === 0 ? says.noDevice : named.join(' · ');
};

/** `say` puts names in the place of codes. */
export function caseRow(line: CaseLine, say: (text: string) => string): TemplateResult {
  const { code, stage, next, owner, expectedAtIso } = line;
  const isComing = stage === 'announced' || stage === 'expected';
  const due = next === null || next.dueAtIso === null ? '' : next.overdue ? says.overdue(sayMoment(next.dueAtIso)) : says.due(sayMoment(next.dueAtIso));
  const when = !isComing ? null : expectedAtIso === null ? says.noTime : says.comes(sayMoment(expectedAtIso));
  return html`
    <a href="/case/${code}">
      <span class="code" translate="no">${code}</span>
      <span class="what"><span><b translate=${line.models.length + line.serials.length === 0 ? 'yes' : 'no'}>${deviceOf(line)}</b></span>${marksOf(line)}
        ${line.gaps === 0 ? null : html`<span class="mark gap">${says.gapsInCustody(line.gaps)}</span>`}${line.openMessages === 0 ? null : html`<span class="mark gap">${messageWords.waits(line.openMessages)}</span>`}</span>
      <span class="step">${next === null ? html`<span class="quiet">${parts.stages[stage]}</span>` : html`<b class=${next.overdue ? 'late' : ''}>${parts.steps[next.step]}</b>`}
        <span class="quiet small">${[when, due, owner === null ? says.noOwner : says.owner(say(owner.code))].filter((part) => part !== null && part !== '').join(' · ')}</span></span>
    </a>
  `;
}
