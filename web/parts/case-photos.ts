/** The photos of one device: how many there are, and after a look with its reason the pictures themselves. */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import type { CaseDevice, CaseView } from '../../server/contract/case-state.ts';
import { lookAt, photoAddress } from '../case-calls.ts';
import { shared } from '../look/shared.ts';
import { WhoController } from '../who-desk.ts';
import { caseWords as says } from '../words/case-words.ts';
import { intakeWords } from '../words/intake-words.ts';
import { roomWords } from '../words/room-words.ts';
import { sayCallProblem } from '../words/sentences.ts';
import { caseLook } from './case-look.ts';
import { doButtons } from './do-buttons.ts';

export class CasePhotos extends LitElement {
  static override properties = { view: { attribute: false }, device: { attribute: false }, rows: { state: true }, failure: { state: true } };
  declare view: CaseView | undefined;
  declare device: CaseDevice | undefined;
  /** Which can be shown now; null: nobody has looked. */
  declare rows: readonly string[] | null;
  declare failure: string;
  readonly #who = new WhoController(this);

  constructor() {
    super();
    this.rows = null;
    this.failure = '';
  }

  static override styles = [
    shared, caseLook,
    css`
      .shown { display: grid; grid-template-columns: repeat(auto-fill, minmax(140px, 1fr)); gap: 8px; }
      img { display: block; width: 100%; aspect-ratio: 4 / 3; object-fit: cover; border-radius: var(--round-m); background: var(--sunken); }
    `,
  ];

  protected override render(): TemplateResult | null {
    const { view, device } = this;
    if (view === undefined || device === undefined) return null;
    const { photos, noPhotoWhy, id: deviceId } = device;
    const why = this.#who.whyNot('look');
    const shown = photos.filter(({ photo }) => this.rows?.includes(photo.row) === true);
    return html`
      ${photos.length > 0 ? html`<p>${says.photos(photos.length)}</p>` : noPhotoWhy === null ? null : html`<p class="quiet">${says.noPhoto(noPhotoWhy)}</p>`}
      ${shown.length === 0 ? null : html`<div class="shown">${shown.map(({ photo }, index) => html`
        <a href=${photoAddress(view.case.code, photo.row)} target="_blank" rel="noopener">
          <img src=${photoAddress(view.case.code, photo.row)} alt=${intakeWords.photoOf(index + 1)} loading="lazy" /></a>`)}</div>`}
      ${this.failure === '' ? null : html`<p role="alert" class="warn">${this.failure}</p>`}
      <div class="acts">
        ${photos.length === 0 || shown.length > 0 ? null : html`<button aria-disabled=${why === null ? 'false' : 'true'} @click=${() => { if (why === null) void this.#look(view.case.code); }}>${intakeWords.showPhotos}</button>`}
        ${doButtons(this, view, this.#who, [{ what: 'photo', deviceId, label: `${intakeWords.photos}…` }])}
      </div>
    `;
  }

  async #look(code: string): Promise<void> {
    const answer = await lookAt(code, 'photo', says.lookReasons.bench);
    this.failure = answer.ok ? '' : `${roomWords.notRead} ${sayCallProblem(answer.problem)}`;
    this.rows = answer.ok ? answer.value.photos : null;
  }
}
customElements.define('hf-case-photos', CasePhotos);
