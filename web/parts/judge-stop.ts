/**
 * What a person says of one stop afterwards, in two taps: the first chooses, the second confirms. It shows the judgement
 * that counts and by whom; it asks nothing of a bench and must never stand in the way of a stop or a reset.
 */
import { LitElement, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { JUDGEMENT_WORDS_MAX, STOP_VERDICTS } from '../../server/contract/judgement.ts';
import type { Judgement, JudgementBody, StopVerdict } from '../../server/contract/judgement.ts';
import type { JudgedStop } from '../../server/contract/live.ts';
import { nuisanceWords } from '../words/nuisance-words.ts';
import { judgeStop } from '../order-calls.ts';
import { shared } from '../look/shared.ts';
import { NamesController } from '../names-desk.ts';
import { WhoController } from '../who-desk.ts';
import { sayCallProblem } from '../words/sentences.ts';
import { sayDay, sayTimeOfDay } from '../words/times.ts';
import { webWords } from '../words/web-words.ts';
import { judgeLook, VERDICT_SHAPES } from './judge-look.ts';
import { typed } from './typed.ts';
import { benchWords } from '../words/bench-words.ts';

const says = webWords.judging;

export class JudgeStop extends LitElement {
  static override properties = {
    stop: { attribute: false }, chosen: { state: true }, isAgain: { state: true }, words: { state: true },
    isSending: { state: true }, failure: { state: true }, kept: { state: true },
  };
  declare stop: JudgedStop | undefined;
  declare chosen: StopVerdict | null;
  /** A judgement is there and shall be replaced. */
  declare isAgain: boolean;
  declare words: string;
  declare isSending: boolean;
  declare failure: string | null;
  /** What was kept from here, until the list of stops has it too. */
  declare kept: Judgement | null;
  /** The last body that was sent: sent again unchanged it keeps its id, so that it is kept once. */
  readonly #who = new WhoController(this);
  readonly #names = new NamesController(this);
  #sent: { readonly content: string; readonly id: string } | null = null;

  constructor() {
    super();
    this.#begin();
    this.kept = null;
  }

  static override styles = [shared, judgeLook];

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('stop');
    if (before === undefined) return;
    if (before.stopId !== this.stop?.stopId) this.#begin();
    if (before.stopId !== this.stop?.stopId || before.judgement?.id !== this.stop.judgement?.id) this.kept = null;
  }

  protected override render(): TemplateResult | null {
    const { stop } = this;
    if (stop === undefined) return null;
    const known = this.kept ?? stop.judgement;
    return html`
      <div role="group" aria-label="${says.question} ${stop.stopId}">
        ${known === null ? null : this.#known(known)}
        ${known !== null && !this.isAgain ? null : this.#choices(known === null)}
      </div>
    `;
  }

  #known({ verdict, actor, words, atIso }: Judgement): TemplateResult {
    const mayNot = this.#who.whyNot('judge');
    return html`
      <div class="known">
        <p role="status" tabindex="-1">
          <svg viewBox="0 0 24 24" aria-hidden="true">${VERDICT_SHAPES[verdict]}</svg>
          <span><b>${nuisanceWords.verdicts[verdict].title}</b> <span class="quiet">${benchWords.saidBy(this.#names.say(actor.name), `${sayDay(atIso)} ${sayTimeOfDay(atIso)}`)}${words === null ? '' : `: ${words}`}</span></span>
        </p>
        ${this.isAgain ? null : html`<button class="again" aria-disabled=${mayNot === null ? 'false' : 'true'} @click=${() => { this.isAgain = mayNot === null; }}>${says.again}</button>`}
      </div>
      ${mayNot === null || this.isAgain ? null : html`<p class="quiet small">${mayNot}</p>`}
    `;
  }

  #choices(isFirst: boolean): TemplateResult {
    const why = this.#who.whyNot('judge');
    return html`
      <p class="question">${says.question}</p>
      <div class="three">
        ${STOP_VERDICTS.map((verdict) => html`
          <button aria-pressed=${this.chosen === verdict ? 'true' : 'false'} aria-disabled=${why === null ? 'false' : 'true'} @click=${() => { if (why === null) this.#choose(verdict); }}>
            <svg viewBox="0 0 24 24" aria-hidden="true">${VERDICT_SHAPES[verdict]}</svg>${nuisanceWords.verdicts[verdict].title}
          </button>`)}
      </div>
      ${why === null ? null : html`<p class="quiet small">${why}</p>`}
      ${this.chosen === null ? (isFirst ? null : html`<button class="back" @click=${() => this.#begin()}>${says.back}</button>`) : this.#form(this.chosen)}
    `;
  }

  #form(verdict: StopVerdict): TemplateResult {
    const title = nuisanceWords.verdicts[verdict].title;
    return html`
      <form @submit=${(event: SubmitEvent) => void this.#submit(event, verdict)}>
        <p>${nuisanceWords.verdicts[verdict].what}</p>
        <label>${says.words}<small>${says.wordsHint}</small>
          <textarea name="words" maxlength=${JUDGEMENT_WORDS_MAX} .value=${this.words} @input=${(event: InputEvent) => { this.words = typed(event); }}></textarea></label>
        <p role="alert" class="failed">${this.failure ?? ''}</p>
        <div class="row">
          <button type="button" @click=${() => this.#begin()}>${says.back}</button>
          <button type="submit" class="primary" aria-disabled=${this.isSending ? 'true' : 'false'}>${this.isSending ? says.sending : benchWords.confirm(title)}</button>
        </div>
      </form>
    `;
  }

  #begin(): void {
    this.chosen = null;
    this.isAgain = false;
    this.words = '';
    this.isSending = false;
    this.failure = null;
  }

  #choose(verdict: StopVerdict): void {
    if (this.isSending) return;
    this.chosen = verdict;
    this.failure = null;
  }

  async #submit(event: SubmitEvent, verdict: StopVerdict): Promise<void> {
    event.preventDefault();
    const { stop } = this;
    if (this.isSending || stop === undefined) return;
    this.isSending = true;
    const answer = await judgeStop(stop, this.#body(verdict));
    if (stop.stopId !== this.stop?.stopId) return;
    this.isSending = false;
    if (!answer.ok) {
      this.failure = `${says.failed} ${sayCallProblem(answer.problem)}`;
      return;
    }
    this.#begin();
    this.kept = answer.value;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[role="status"]')?.focus();
  }

  #body(verdict: StopVerdict): JudgementBody {
    const content: JudgementBody = { verdict, words: this.words.trim() === '' ? null : this.words.trim() };
    const text = JSON.stringify(content);
    this.#sent = this.#sent?.content === text ? this.#sent : { content: text, id: crypto.randomUUID() };
    return { id: this.#sent.id, ...content };
  }
}
customElements.define('hf-judge-stop', JudgeStop);
