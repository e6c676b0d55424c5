/**
 * What waits for a person, the most pressing first, with the evidence beside it. Worked by keyboard: every key stands on its
 * button, and what will happen is said before one is pressed. The decision itself is proved in a dialog.
 */
import { LitElement, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CaseHold, CaseView, QueueItem, Waiting } from '../../server/contract/case-state.ts';
import { casePartsWords as parts } from '../words/case-parts-words.ts';
import { allPartners, caseOf, queueNow } from '../case-calls.ts';
import { shared } from '../look/shared.ts';
import { NamesController } from '../names-desk.ts';
import { askedView } from '../parts/asked-view.ts';
import { Asked } from '../parts/asked.ts';
import { heldMark, irreplaceableMark, marksLook, marksOf } from '../parts/case-marks.ts';
import { briefChanged } from '../parts/brief-changed.ts';
import '../parts/hold-evidence.ts';
import { KeepFocus } from '../parts/keep-focus.ts';
import { fetchCaseDialogs } from '../parts/on-demand.ts';
import { goTo } from '../reading/address.ts';
import { whyOff, wantedOf } from '../reading/case-doing.ts';
import type { Wanted } from '../reading/case-doing.ts';
import { chosenOf, itemKey, stepTo, stepWithin, waitingIn, waitingKey } from '../reading/queue-keys.ts';
import { isTyping } from '../reading/typing.ts';
import type { Reading } from '../reading/voice.ts';
import { WhoController } from '../who-desk.ts';
import { callWords } from '../words/call-words.ts';
import { caseWords } from '../words/case-words.ts';
import { queueWords as says } from '../words/queue-words.ts';
import { roomWords } from '../words/room-words.ts';
import { sayMoment } from '../words/times.ts';
import { queueLook } from './queue-look.ts';
import { roomLook } from './room-look.ts';

export class QueuePage extends LitElement {
  static override properties = { casesVersion: { type: Number }, readings: { attribute: false }, chosen: { state: true }, chosenStep: { state: true }, wanted: { state: true }, note: { state: true } };
  declare casesVersion: number;
  declare readings: readonly Reading[];
  /** Null: the first one. */
  declare chosen: string | null;
  /** What of the chosen case; null: the most pressing. */
  declare chosenStep: string | null;
  declare wanted: Wanted | null;
  /** What somebody else did meanwhile. */
  declare note: string;
  readonly #queue = new Asked(this, queueNow);
  readonly #case = new Asked(this, () => caseOf(this.#code), 'when told');
  readonly #partners = new Asked(this, allPartners);
  readonly #names = new NamesController(this);
  readonly #who = new WhoController(this);
  #code = '';

  constructor() {
    super();
    this.casesVersion = 0;
    this.readings = [];
    this.chosen = null;
    this.chosenStep = null;
    this.wanted = null;
    this.note = '';
    new KeepFocus(this, '.item[aria-current="true"]');
  }

  static override styles = [shared, roomLook, marksLook, queueLook];

  readonly #key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || this.wanted !== null) return;
    const now = this.#item();
    const to = stepTo(this.#items().map(itemKey), now?.key ?? null, event.key);
    const within = now === null ? null : stepWithin(waitingIn(now.item).map(waitingKey), now.step, event.key);
    if (to !== null || (within !== null && now !== null)) {
      event.preventDefault();
      if (to !== null) this.#choose(to, null);
      else this.#choose(now?.key ?? null, within);
      return;
    }
    // A button under the focus takes its own Enter.
    const isOnButton = event.composedPath().some((part) => part instanceof HTMLButtonElement || part instanceof HTMLAnchorElement);
    const item = this.#item();
    if (event.key === 'Enter' && !isOnButton && item !== null) goTo(`/case/${item.item.case.code}`);
    const hold = this.#hold();
    if (hold === null) return;
    if (event.key === 'a') this.#decide('approve-hold', hold);
    if (event.key === 'r') this.#decide('release-hold', hold);
  };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.#key);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#key);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('wanted') && this.wanted !== null) void fetchCaseDialogs(this);
    const code = this.#item()?.item.case.code ?? '';
    if (code !== this.#code) {
      this.#code = code;
      this.#case.value = null;
      if (code !== '') void this.#case.ask();
    } else if (changed.has('casesVersion') && changed.get('casesVersion') !== undefined) void this.#again();
  }

  protected override render(): TemplateResult {
    return html`
      <div class="page" @hf-case=${(event: CustomEvent<CaseView>) => this.#took(event.detail)} @hf-case-old=${() => this.#old()} @hf-do=${(event: CustomEvent<Wanted>) => this.#want(event.detail)}>
        <div class="head"><h1>${says.title}</h1>${this.#queue.value === null ? null : html`<p class="quiet">${says.waiting(this.#items().length)}</p>`}</div>
        <div role="status">${this.note === '' ? null : html`<p class="note">${this.note}</p>`}</div>
        ${askedView(this.#queue, ({ items }) => (items.length === 0 ? html`<section><h2>${says.nothing}</h2><p class="quiet">${says.nothingNext}</p><p><a class="button" href="/cases">${caseWords.toCases}</a></p></section>` : this.#desk(items)))}
      </div>
    `;
  }

  #desk(items: readonly QueueItem[]): TemplateResult {
    const now = this.#item();
    return html`
      <div class="desk">
        <section class="list" aria-label=${says.list}>
          <ol>${repeat(items, itemKey, (item) => html`<li>${this.#row(item, itemKey(item) === now?.key)}</li>`)}</ol>
          <p class="why keys">${says.keys}</p>
        </section>
        <section class="evidence" aria-label=${says.evidence}>${now === null ? null : this.#evidence(now.item, now.waiting)}</section>
      </div>
    `;
  }

  /** A case is one row; what else waits in it opens beneath the one that is chosen. */
  #row(item: QueueItem, isChosen: boolean): TemplateResult {
    const { case: line, more } = item;
    return html`
      <button class="item" aria-current=${isChosen ? 'true' : 'false'} @click=${() => this.#choose(itemKey(item), null, true)}>
        <span class="first"><span class="code" translate="no">${line.code}</span>${marksOf(line)}</span>
        ${this.#called(item)}
        <b>${titleOf(item)}</b>
        <span class="quiet small">${[line.models.find((model) => model !== '') ?? '', whenOf(item), line.owner === null ? caseWords.noOwner : this.#names.say(line.owner.code)].filter((part) => part !== '').join(' · ')}</span>
        ${more.length === 0 || isChosen ? null : html`<span class="quiet small">${says.more(more.length)}</span>`}
      </button>
      ${more.length === 0 || !isChosen ? null : html`<ol class="subs" aria-label=${says.waitsIn(line.code)}>${repeat(waitingIn(item), waitingKey, (waiting) => html`<li>${this.#sub(item, waiting)}</li>`)}</ol>`}
    `;
  }

  #sub(item: QueueItem, waiting: Waiting): TemplateResult {
    const key = waitingKey(waiting);
    return html`
      <button class="sub" aria-current=${key === this.#item()?.step ? 'step' : 'false'} @click=${() => this.#choose(itemKey(item), key, true)}>
        ${this.#called(waiting)}<b>${titleOf(waiting)}</b><span class="quiet small">${whenOf(waiting)}</span>
      </button>
    `;
  }

  #called({ call }: Waiting): TemplateResult | null {
    if (call === null) return null;
    return html`<span class="mark gap">${callWords.mark}: ${call.people.length === 0 ? parts.callLevels[call.level] : call.people.map((one) => this.#names.say(one.code)).join(', ')}</span>`;
  }

  #evidence({ case: line }: QueueItem, waiting: Waiting): TemplateResult {
    const { step } = waiting;
    const view = this.#case.value;
    const hold = this.#hold();
    return html`
      <header><h2><span class="code" translate="no">${line.code}</span> ${parts.steps[step.step]}</h2><span class="marks">${line.held ? heldMark() : null}${line.irreplaceable ? irreplaceableMark() : null}</span></header>
      ${line.irreplaceable ? html`<p class="quiet">${caseWords.irreplaceableWhat}</p>` : null}
      ${view === null ? html`<p class="quiet">${this.#case.failure ?? roomWords.asking}</p>` : hold === null ? this.#plain(view, waiting) : html`
        ${this.#decision(view, hold)}
        <hf-hold-evidence .view=${view} .hold=${hold} .readings=${this.readings}></hf-hold-evidence>`}
      ${view === null ? null : html`<hf-case-dialogs .view=${view} .wanted=${this.wanted} .partners=${this.#partners.value?.partners ?? []} .readings=${this.readings} @hf-close=${() => { this.wanted = null; }}></hf-case-dialogs>`}
    `;
  }

  #decision(view: CaseView, hold: CaseHold): TemplateResult {
    const why = whyOff('approve-hold', view, (action) => this.#who.whyNot(action));
    const off = why === null ? 'false' : 'true';
    return html`
      <div class="decide" role="group" aria-label=${says.decide}>
        <div><button class="primary" aria-disabled=${off} aria-keyshortcuts="a" @click=${() => this.#decide('approve-hold', hold)}>${says.approve}<kbd>a</kbd></button><p>${says.approveNext}</p></div>
        <div><button aria-disabled=${off} aria-keyshortcuts="r" @click=${() => this.#decide('release-hold', hold)}>${says.release}<kbd>r</kbd></button><p>${says.releaseNext}${view.dataAtStake ? ` ${says.releaseSecond}` : ''}</p></div>
        <div><a class="button" href="/case/${view.case.code}">${says.openCase}<kbd>Enter</kbd></a></div>
        ${why === null ? null : html`<p class="why">${why}</p>`}
      </div>
    `;
  }

  #plain(view: CaseView, { step, gap }: Waiting): TemplateResult {
    const wanted = wantedOf(step);
    const why = wanted === 'queue' ? null : whyOff(wanted.what, view, (action) => this.#who.whyNot(action));
    return html`
      <p>${gap === null ? caseWords.afterStep[step.step] : caseWords.gapWhat[gap.gap]}</p>${step.step === 'acknowledge-brief' ? briefChanged(view.case) : null}
      <div class="acts left">
        ${wanted === 'queue' ? null : html`<button class=${why === null ? 'primary' : ''} aria-disabled=${why === null ? 'false' : 'true'} @click=${() => { if (why === null) this.wanted = wanted; }}>${says.verbs[step.step]}</button>`}
        <a class="button" href="/case/${view.case.code}">${says.openCase}<kbd>Enter</kbd></a>
      </div>
      ${why === null ? null : html`<p class="why">${why}</p>`}
      <hf-look-card .view=${view}></hf-look-card>
    `;
  }

  #items(): readonly QueueItem[] {
    return this.#queue.value?.items ?? [];
  }

  #item(): ReturnType<typeof chosenOf> {
    return chosenOf(this.#items(), this.chosen, this.chosenStep);
  }

  /** The hold that the chosen step is about, while it waits for a decision. */
  #hold(): CaseHold | null {
    const step = this.#item()?.waiting.step;
    const view = this.#case.value;
    if (view === null || step?.step !== 'decide-hold' || view.case.code !== this.#item()?.item.case.code) return null;
    return view.case.holds.find(({ id, state }) => (step.subject === null || id === step.subject) && (state === 'provisional' || state === 'asked')) ?? null;
  }

  #decide(what: 'approve-hold' | 'release-hold', { id }: CaseHold): void {
    if (this.#case.value === null || whyOff(what, this.#case.value, (action) => this.#who.whyNot(action)) !== null) return;
    // What waits first may change meanwhile: the case stays the one that was looked at.
    [this.chosen, this.wanted] = [this.#item()?.key ?? null, { what, subject: id }];
  }

  /** Where the evidence stands under the list, a tap leads down to it. */
  #choose(key: string | null, step: string | null, isTap = false): void {
    this.chosen = key;
    this.chosenStep = step;
    this.note = '';
    const goal = isTap && matchMedia('(max-width: 900px)').matches ? '.evidence' : step === null ? '.item[aria-current="true"]' : '.sub[aria-current="step"]';
    void this.updateComplete.then(() => this.renderRoot.querySelector(goal)?.scrollIntoView({ block: goal === '.evidence' ? 'start' : 'nearest' }));
  }

  #took(view: CaseView): void {
    if (view.case.code === this.#code) this.#case.take(view);
    void this.#queue.ask();
  }

  #want(wanted: Wanted | null): void { this.wanted = wanted; }

  /** Somebody else was faster: what is decided now is what stands here now. */
  #old(): void {
    this.note = caseWords.moved;
    void this.#again();
  }

  readonly #again = (): Promise<unknown> => Promise.all([this.#queue.ask(), this.#code === '' ? null : this.#case.ask()]);
}
customElements.define('hf-queue', QueuePage);

const titleOf = ({ step, gap }: Waiting): string => (gap === null ? parts.steps[step.step] : parts.gaps[gap.gap]);
const whenOf = ({ step: { dueAtIso, sinceIso, overdue } }: Waiting): string =>
  (dueAtIso === null ? caseWords.since(sayMoment(sinceIso)) : overdue ? caseWords.overdue(sayMoment(dueAtIso)) : caseWords.due(sayMoment(dueAtIso)));
