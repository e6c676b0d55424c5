/**
 * Under the head of every page: asks whether the record is in doubt, and to which steps whoever looks was called because nobody did them. What says it is
 * fetched only when there is something to say. It cannot be put away here; it goes when the step is done, the case is taken over, or a reason was given at the case.
 */
import { LitElement, html } from 'lit';
import type { TemplateResult } from 'lit';
import { ownCalls } from '../case-calls.ts';
import { shared } from '../look/shared.ts';
import { WhoController } from '../who-desk.ts';
import type { OwnCalls } from '../../server/contract/case-looks.ts';
import { onDemand } from './fetch-once.ts';

/** Time alone calls somebody: nothing else tells the page of it where no feed of the benches is. */
const ASK_MS = 30_000;
/** Only where somebody was called, or the record is in doubt. */
const loadCallsShown = onDemand(() => import('./calls-shown.ts'));

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

  static override styles = [shared];

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
    if (this.broken === null && this.calls.length === 0) return null;
    void loadCallsShown();
    return html`<hf-calls-shown .calls=${this.calls} .broken=${this.broken}></hf-calls-shown>`;
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
