/**
 * Photos of a device: taken or chosen, made smaller in the page, sent one after the other with its progress. A photo that did not
 * arrive is sent again under the same id. Where none can be made, the reason is kept instead.
 */
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { sendPhoto } from '../case-calls.ts';
import { shared } from '../look/shared.ts';
import { smallPhoto } from '../reading/small-photo.ts';
import { ACT_WORDS } from '../words/act-words.ts';
import { caseWords } from '../words/case-words.ts';
import { intakeWords as says } from '../words/intake-words.ts';
import { roomWords } from '../words/room-words.ts';
import { sayCallProblem } from '../words/sentences.ts';
import { formLook } from './form-look.ts';
import './sheet.ts';

/** What an iPhone writes, and what only some browsers read. */
const isHeic = ({ name, type }: File): boolean => /^image\/hei[cf]/.test(type) || /\.hei[cf]$/i.test(name);

interface Waiting {
  readonly id: string;
  readonly photo: Blob;
}

export class PhotoSheet extends LitElement {
  static override properties = { isOpen: { type: Boolean }, code: { type: String }, deviceId: { type: String }, progress: { state: true }, failure: { state: true }, sent: { state: true } };
  declare isOpen: boolean;
  declare code: string;
  declare deviceId: string;
  declare progress: string;
  declare failure: string;
  declare sent: number;
  #waiting: readonly Waiting[] = [];

  constructor() {
    super();
    this.isOpen = false;
    this.code = '';
    this.deviceId = '';
    this.progress = '';
    this.failure = '';
    this.sent = 0;
  }

  static override styles = [
    shared, formLook,
    css`
      :host { display: contents; }
      .take { position: relative; display: grid; place-content: center; min-height: 96px; border: 2px dashed var(--mark); border-radius: var(--round-l); text-align: center; cursor: pointer; }
      .take input { position: absolute; inset: 0; width: 100%; height: 100%; min-height: 0; opacity: 0; cursor: pointer; }
      .take:has(:focus-visible) { outline: 3px solid var(--focus); outline-offset: 3px; }
      .said { font-weight: 700; }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('isOpen') || !this.isOpen) return;
    this.progress = '';
    this.failure = '';
    this.sent = 0;
    this.#waiting = [];
  }

  protected override render(): TemplateResult {
    return html`<hf-sheet .isOpen=${this.isOpen} heading=${says.photosTitle}>${this.isOpen ? this.#body() : null}</hf-sheet>`;
  }

  #body(): TemplateResult {
    const isBusy = this.progress !== '';
    return html`
      <p>${says.photosWhat}</p>
      <label class="take">${says.takePhoto}<input name="photos" type="file" accept="image/*" capture="environment" multiple ?disabled=${isBusy} @change=${(event: Event) => void this.#take(event)} /></label>
      <p class="said" role="status">${isBusy ? this.progress : this.sent > 0 ? says.photoSent(this.sent) : ''}</p>
      <div role="alert">${this.failure === '' ? null : html`<p class="failed">${this.failure} ${this.#waiting.length === 0 ? null : html`<button @click=${() => void this.#again()}>${says.photoAgain}</button>`}</p>`}</div>
      <div class="row foot">
        <button @click=${() => this.#close()}>${roomWords.close}</button>
        <button @click=${() => this.#explain()}>${ACT_WORDS['explain-no-photo'].open}</button>
      </div>
    `;
  }

  async #take({ currentTarget }: Event): Promise<void> {
    if (!(currentTarget instanceof HTMLInputElement)) return;
    const files = [...currentTarget.files ?? []];
    currentTarget.value = '';
    this.failure = '';
    this.progress = says.shrinking;
    const waiting: Waiting[] = [];
    for (const file of files) {
      const photo = await smallPhoto(file);
      if (photo === null) this.failure = isHeic(file) ? says.photoHeic : says.photoUnreadable;
      else waiting.push({ id: crypto.randomUUID(), photo });
    }
    this.#waiting = [...this.#waiting, ...waiting];
    await this.#send();
  }

  async #again(): Promise<void> {
    this.failure = '';
    await this.#send();
  }

  async #send(): Promise<void> {
    const all = this.#waiting;
    for (const [index, { id, photo }] of all.entries()) {
      this.progress = says.sendingPhoto(index + 1, all.length);
      const answer = await sendPhoto(this.code, id, this.deviceId, photo);
      if (!answer.ok) {
        this.failure = `${caseWords.notDone} ${sayCallProblem(answer.problem)}`;
        break;
      }
      this.sent += 1;
      this.#waiting = this.#waiting.slice(1);
      this.dispatchEvent(new CustomEvent('hf-case', { detail: answer.value, bubbles: true, composed: true }));
    }
    this.progress = '';
  }

  #explain(): void {
    this.#close();
    this.dispatchEvent(new CustomEvent('hf-do', { detail: { what: 'explain-no-photo', deviceId: this.deviceId }, bubbles: true, composed: true }));
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent('hf-close', { bubbles: true, composed: true }));
  }
}
customElements.define('hf-photo-sheet', PhotoSheet);
