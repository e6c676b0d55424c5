/** The head of a case: its code, what is held and irreplaceable, who owns it, and what comes next with one main action. */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import type { CaseView, Step } from '../../server/contract/case-state.ts';
import { casePartsWords as parts } from '../words/case-parts-words.ts';
import { shared } from '../look/shared.ts';
import { NamesController } from '../names-desk.ts';
import { wantedOf, whyOff } from '../reading/case-doing.ts';
import { WhoController } from '../who-desk.ts';
import { ACT_WORDS } from '../words/act-words.ts';
import { callWords } from '../words/call-words.ts';
import { newestCall } from '../reading/case-calls-shown.ts';
import { caseWords as says } from '../words/case-words.ts';
import { queueWords } from '../words/queue-words.ts';
import { sayMoment } from '../words/times.ts';
import { briefChanged } from './brief-changed.ts';
import { caseLook } from './case-look.ts';
import { irreplaceableMark, heldMark, marksLook } from './case-marks.ts';
import { doButtons, wantIt } from './do-buttons.ts';
import type { DoButton } from './do-buttons.ts';

export class CaseNext extends LitElement {
  static override properties = { view: { attribute: false } };
  declare view: CaseView | undefined;
  readonly #names = new NamesController(this);
  readonly #who = new WhoController(this);

  static override styles = [
    shared, caseLook, marksLook,
    css`
      :host { gap: 16px; }
      h1 { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; font-size: var(--type-page); line-height: 36px; }
      h1 .code { font-size: var(--type-page); line-height: 40px; }
      .steps { display: grid; }
      .steps li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 8px 24px; align-items: center; padding: 12px 0; border-top: 1px solid var(--line); }
      .steps li:first-child { padding-top: 0; border-top: 0; }
      .steps li:first-child h3 { font-size: var(--type-head); line-height: 28px; }
      .late { color: var(--waiting); font-weight: 700; }
      .steps button, .steps .button { min-width: 208px; }
      .steps button:not(.primary, [aria-disabled='true']), .steps .button:not(.primary) { border-width: 1px; border-color: var(--mark); }
      @media (max-width: 760px) { .steps li { grid-template-columns: minmax(0, 1fr); } .steps button, .steps .button { width: 100%; } }
    `,
  ];

  protected override render(): TemplateResult | null {
    const { view } = this;
    if (view === undefined) return null;
    const { case: state, next, gaps } = view;
    const isHeld = state.holds.some((hold) => hold.state !== 'released');
    return html`
      <h1><span class="code" translate="no">${state.code}</span><span>${parts.stages[state.stage]}</span><span class="marks">${isHeld ? heldMark() : null}${state.irreplaceable ? irreplaceableMark() : null}</span></h1>
      <p class="quiet">${says.from[state.from]} · ${says.opened(sayMoment(state.openedAtIso))}${state.expectedAtIso === null || state.arrivedAtIso !== null ? '' : ` · ${says.comes(sayMoment(state.expectedAtIso))}`} ·
        ${state.owner === null ? says.noOwner : says.owner(this.#names.say(state.owner.code))}</p>
      ${state.mergedInto === null ? null : html`<p class="warn"><a href="/case/${state.mergedInto.code}">${says.mergedInto(state.mergedInto.code)}</a></p>`}
      ${gaps.map(({ gap, sinceIso }) => html`<p class="warn"><b>${says.gapSince(parts.gaps[gap], sayMoment(sinceIso))}.</b> ${says.gapWhat[gap]}</p>`)}
      <h2>${says.next}</h2>
      ${next.length === 0 ? html`<p class="quiet">${says.nothingNext}</p>` : html`<ol class="steps">${next.map((step, index) => html`<li>${this.#step(view, step, index === 0)}</li>`)}</ol>`}
      ${state.stage === 'no-show' ? doButtons(this, view, this.#who, [{ what: 'arrive', label: ACT_WORDS.arrive.open }]) : null}
      <details><summary>${says.alsoPossible}</summary>${doButtons(this, view, this.#who, more(view))}</details>
    `;
  }

  #step(view: CaseView, step: Step, isFirst: boolean): TemplateResult {
    const { dueAtIso, overdue, sinceIso, step: name } = step;
    const device = view.case.devices.length > 1 ? view.case.devices.find(({ id }) => id === step.deviceId) : undefined;
    const when = dueAtIso === null ? says.since(sayMoment(sinceIso)) : overdue ? says.overdue(sayMoment(dueAtIso)) : says.due(sayMoment(dueAtIso));
    const agents = view.case.otherAgents.length + (view.case.rows.agent === null ? 0 : 1);
    const wanted = wantedOf(step);
    const why = wanted === 'queue' ? null : whyOff(wanted.what, view, (action) => this.#who.whyNot(action));
    const look = isFirst && why === null ? 'primary' : '';
    return html`
      <div><h3>${parts.steps[name]}${device === undefined ? '' : `: ${device.looks.model}`}</h3>
        <p class="quiet small"><span class=${overdue ? 'late' : ''}>${when}</span> · ${name === 'tell-agent' && agents > 1 ? says.eachAgent(agents) : says.afterStep[name]}</p>
        ${name === 'acknowledge-brief' ? briefChanged(view.case) : null}${this.#call(view, step)}${why === null ? null : html`<p class="why">${why}</p>`}</div>
      ${wanted === 'queue'
        ? html`<a class="button ${look}" href="/queue">${queueWords.toEvidence}</a>`
        : html`<button class=${look} aria-label=${parts.steps[name]} aria-disabled=${why === null ? 'false' : 'true'} @click=${() => { if (why === null) wantIt(this, wanted); }}>${queueWords.verbs[name]}</button>`}
    `;
  }

  /** Nobody can drop a call: beside doing the step there is only owning the case, or a reason on record. */
  #call(view: CaseView, step: Step): TemplateResult | null {
    const call = step.overdue ? newestCall(view.case.calls, step) : undefined;
    if (call === undefined) return null;
    const whom = call.people.length === 0 ? callWords.nobodyElse : call.people.map(({ code }) => this.#names.say(code)).join(', ');
    const personId = this.#who.who?.session?.person.id;
    const isTheirs = call.people.length === 0 || call.people.some(({ id }) => id === personId) || view.case.owner?.id === personId;
    return html`<p class="late">${call.people.length === 0 ? whom : callWords.called(whom, sayMoment(call.atIso))}</p>
      ${call.answered === null ? (isTheirs && this.#who.may('work-case') ? html`<button @click=${() => wantIt(this, { what: 'answer-call', subject: call.id })}>${ACT_WORDS['answer-call'].open}</button>` : null)
        : html`<p class="quiet small" dir="auto">${callWords.answered(this.#names.say(call.answered.by), call.answered.why)}</p>`}`;
  }
}
customElements.define('hf-case-next', CaseNext);

/** What is possible besides, by the stage: what ends a case comes last. */
function more({ case: { irreplaceable } }: CaseView): readonly DoButton[] {
  const acts = ['take-over', 'note', irreplaceable ? 'lift-irreplaceable' : 'set-irreplaceable', 'tell-by-mail', 'record-told', 'correct', 'record-no-show', 'merge-into', 'close', 'reopen'] as const;
  return [...acts.map((what) => ({ what, label: ACT_WORDS[what].open })), { what: 'link', label: queueWords.link }];
}
