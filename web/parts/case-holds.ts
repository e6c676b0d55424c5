/** The holds of a case: what placed each, who decided, and how far it reaches: enforced since when, or by which bench not confirmed. */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { bridgeWords } from '../words/bridge-words.ts';
import { CAUSE_CODES } from '../../firmware-bridge/contract/causes.ts';
import type { CaseHold, CaseView, HoldReach } from '../../server/contract/case-state.ts';
import { casePartsWords as parts } from '../words/case-parts-words.ts';
import { shared } from '../look/shared.ts';
import { NamesController } from '../names-desk.ts';
import { caseWords as says } from '../words/case-words.ts';
import { queueWords } from '../words/queue-words.ts';
import { sayMoment } from '../words/times.ts';
import { caseLook } from './case-look.ts';
import { heldMark, marksLook } from './case-marks.ts';

export const causeTitle = (code: string | null): string | null => {
  const known = CAUSE_CODES.find((one) => one === code);
  return known === undefined ? code : bridgeWords.causes[known].title;
};

export const reachLook = css`
  .reach { display: grid; gap: 4px; }
  .reach li { display: grid; grid-template-columns: 20px minmax(0, 1fr); gap: 8px; align-items: start; }
  .reach svg { width: 16px; height: 16px; margin-top: 4px; }
  .reach .not { color: var(--waiting); font-weight: 700; }
`;

const tick = html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M2 8.500 6.500 13 14 3.500" fill="none" stroke="currentColor" stroke-width="2.400"></path></svg>`;
const ring = html`<svg viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="5.500" fill="none" stroke="currentColor" stroke-width="2.600"></circle></svg>`;

/** Bench by bench, because one that has not heard of a hold may still restore the device. */
export function reachList(reach: HoldReach | undefined): TemplateResult {
  if (reach === undefined || reach.benches.length === 0) return html`<p class="quiet">${says.noBench}</p>`;
  return html`
    <p class=${reach.state === 'effective' ? '' : 'not'}><b>${says.reachStates[reach.state]}</b>${reach.sinceIso === null ? '' : `, ${says.reachSince(sayMoment(reach.sinceIso))}`}</p>
    <ul class="reach">${reach.benches.map(({ bench, enforced, why }) => html`<li class=${enforced ? '' : 'not'}>${enforced ? tick : ring}<span>${bench}: ${says.reachWhys[why]}</span></li>`)}</ul>
  `;
}

export class CaseHolds extends LitElement {
  static override properties = { view: { attribute: false } };
  declare view: CaseView | undefined;
  readonly #names = new NamesController(this);

  static override styles = [shared, caseLook, marksLook, reachLook, css`.held-card { border: 2px solid var(--act); }`];

  protected override render(): TemplateResult | null {
    const { view } = this;
    if (view === undefined) return null;
    const { holds } = view.case;
    return html`<h2>${says.holds}</h2>${holds.length === 0 ? html`<p class="quiet">${says.noHolds}</p>` : html`<ul class="list">${holds.map((hold) => html`<li>${this.#hold(view, hold)}</li>`)}</ul>`}`;
  }

  #hold({ reach }: CaseView, hold: CaseHold): TemplateResult {
    const { state, cause, why, stop, placedAtIso, placedBy, decidedAtIso, decidedBy, second, decisionWhy } = hold;
    const isOpen = state === 'provisional' || state === 'asked';
    const name = (text: string): string => this.#names.say(text);
    return html`
      <div class="card ${state === 'released' ? '' : 'held-card'}">
        <div class="head">${state === 'released' ? null : heldMark()}<b>${parts.holdStates[state]}</b></div>
        <p>${[causeTitle(cause), why === '' ? null : `“${why}”`].filter((part) => part !== null).join(': ') || queueWords.byHand}</p>
        <p class="quiet small">${says.holdBy(name(placedBy), sayMoment(placedAtIso))}${stop === null ? null : html` · <a href="/bench/${encodeURIComponent(stop.bench)}">${queueWords.benchPage(stop.bench)}</a> · <code translate="no">${stop.stopId}</code>`}</p>
        ${decidedAtIso === null || decidedBy === null ? null : html`<p class="quiet small">${says.decidedBy(name(decidedBy), sayMoment(decidedAtIso))}
          ${second === null ? '' : `, ${says.second(name(second))}`}${decisionWhy === '' ? '' : `: “${decisionWhy}”`}</p>`}
        ${state === 'released' ? null : reachList(reach.find(({ holdId }) => holdId === hold.id))}
        ${isOpen ? html`<div class="acts"><a class="button" href="/queue">${queueWords.toEvidence}</a></div>` : null}
      </div>
    `;
  }
}
customElements.define('hf-case-holds', CaseHolds);
