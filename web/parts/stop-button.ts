/**
 * The stop: the same big button in the same place everywhere, one press, no question. It posts by itself, needs no live
 * feed, and says within three seconds if it could not and what to do by hand. Where a stop would only add harm it stays
 * in its place and explains itself.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { bridgeWords } from '../words/bridge-words.ts';
import type { OrderResult } from '../../firmware-bridge/contract/uplink.ts';
import { stopBench } from '../api.ts';
import type { Answer } from '../api.ts';
import { shared } from '../look/shared.ts';
import type { Reading } from '../reading/voice.ts';
import { WhoController, whoDesk } from '../who-desk.ts';
import { sayCallProblem, stopByHand } from '../words/sentences.ts';
import { webWords } from '../words/web-words.ts';
import { stopWords as says } from '../words/stop-words.ts';
import { KeepFocus } from './keep-focus.ts';

type Told = { readonly isBad: boolean; readonly title: string; readonly text: string };

export class StopButton extends LitElement {
  static override properties = { reading: { attribute: false }, isSending: { state: true }, told: { state: true } };
  declare reading: Reading | undefined;
  declare isSending: boolean;
  declare told: Told | null;
  #tripAtPress: string | null = null;
  readonly #who = new WhoController(this);

  constructor() {
    super();
    this.isSending = false;
    this.told = null;
    new KeepFocus(this);
  }

  static override styles = [
    shared,
    css`
      :host { display: grid; gap: 12px; align-content: end; }
      button { width: 100%; }
      .off { border-style: dashed; border-color: var(--mark); background: transparent; color: var(--ink-quiet); }
      .why { margin-top: -4px; font-size: var(--type-small); line-height: 20px; color: var(--ink-quiet); }
      .sending { background: var(--ink); color: var(--paper); }
      .told { padding: 12px 16px; border-radius: var(--round-m); background: var(--sunken); font-size: var(--type-note); line-height: 22px; overflow-wrap: anywhere; }
      .bad { background: var(--stopped); color: var(--stopped-ink); font-size: var(--type-body); }
    `,
  ];

  protected override willUpdate(): void {
    const tripId = this.reading?.status?.trip?.id ?? null;
    // Once the bench itself tells of the trip, its own words take over.
    if (this.told !== null && tripId !== null && tripId !== this.#tripAtPress) this.told = null;
  }

  protected override render(): TemplateResult | null {
    const { reading, told } = this;
    if (reading === undefined) return null;
    const name = reading.view.name;
    const isRepeat = reading.voice === 'not-confirmed' || reading.voice === 'stopping';
    const why = this.#who.whyNot('stop');
    return html`
      <div role="alert">${told === null ? null : html`<p class=${told.isBad ? 'told bad' : 'told'}><b>${told.title}.</b> ${told.text}</p>`}</div>
      ${reading.stopIsOff
        ? html`<button class="big off" aria-label=${says.offOf(name)} @click=${() => this.dispatchEvent(new CustomEvent('hf-why', { bubbles: true, composed: true }))}>${says.off}</button>`
        : html`<button class="big ${this.isSending ? 'sending' : ''}" aria-disabled=${why === null ? 'false' : 'true'}
            aria-label=${this.isSending ? says.stopSendingOf(name) : isRepeat ? says.stopAgainOf(name) : says.stopOf(name)} @click=${() => void this.press()}>
            ${this.isSending ? says.stopSending : isRepeat ? says.stopAgain : says.stop}
          </button>${why === null ? null : html`<p class="why">${why} ${webWords.stopAtRig}</p>`}`}
    `;
  }

  /** Also for the keyboard; a second press while one is on its way adds nothing. */
  async press(): Promise<void> {
    const { reading } = this;
    if (reading === undefined || this.isSending) return;
    this.isSending = true;
    this.told = null;
    this.#tripAtPress = reading.status?.trip?.id ?? null;
    // What this page believes of rights may be old; a stop must not fail by that.
    if (this.#who.whyNot('stop') !== null) await whoDesk.ask();
    const why = this.#who.whyNot('stop');
    if (why !== null) {
      this.isSending = false;
      this.told = { isBad: true, title: says.notFromHere, text: `${why} ${stopByHand(reading)}` };
      return;
    }
    const answer = await stopBench(reading.view.id);
    this.isSending = false;
    this.told = this.#tell(answer, reading);
    // A session that has ended takes this button away with the page: the page must still say it.
    if (!answer.ok) this.dispatchEvent(new CustomEvent('hf-not-stopped', { bubbles: true, composed: true, detail: `${reading.view.name}: ${this.told.title}. ${this.told.text}` }));
  }

  #tell(answer: Answer<OrderResult>, reading: Reading): Told {
    const byHand = stopByHand(reading);
    if (!answer.ok) return { isBad: true, title: says.notFromHere, text: `${sayCallProblem(answer.problem)} ${byHand}` };
    const { ok, outcome, refusal } = answer.value;
    if (!ok && refusal !== null) {
      const words = bridgeWords.orderRefusals[refusal];
      return { isBad: true, title: words.title, text: `${words.whatToDo} ${byHand}` };
    }
    const words = bridgeWords.orderOutcomes[outcome];
    return { isBad: outcome === 'not-connected' || outcome === 'refused', title: words.title, text: words.whatToDo };
  }
}
customElements.define('hf-stop', StopButton);

declare global {
  interface HTMLElementTagNameMap {
    'hf-stop': StopButton;
  }
}
