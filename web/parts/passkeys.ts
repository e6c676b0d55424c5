/** The own passkeys on the own page: what they are called, where they work and when they were used; adding and removing one. */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Passkey } from '../../server/contract/passkeys.ts';
import { addPasskey, askForNewPasskey, ownPasskeys, removePasskey } from '../people-calls.ts';
import type { Answer } from '../api.ts';
import { shared } from '../look/shared.ts';
import { roomLook } from '../pages/room-look.ts';
import { makePasskey, noPasskeyHere } from '../reading/passkey.ts';
import { WhoController } from '../who-desk.ts';
import { passkeyWords as says } from '../words/passkey-words.ts';
import { sayMoment } from '../words/times.ts';
import type { ActToConfirm } from './act-sheet.ts';
import './act-sheet.ts';
import { askedView } from './asked-view.ts';
import { Asked } from './asked.ts';
import { formLook } from './form-look.ts';
import './no-passkey.ts';
import { typed } from './typed.ts';

export class OwnPasskeys extends LitElement {
  static override properties = { doing: { state: true }, name: { state: true }, told: { state: true } };
  /** The one to be removed, or a new one. */
  declare doing: Passkey | 'new' | null;
  declare name: string;
  declare told: string;
  readonly #who = new WhoController(this);
  readonly #passkeys = new Asked(this, ownPasskeys);

  constructor() {
    super();
    this.doing = null;
    this.name = '';
    this.told = '';
  }

  static override styles = [shared, formLook, roomLook, css`:host { display: block; } .told:empty { display: none; }`];

  protected override render(): TemplateResult {
    const why = this.#who.whyNot('own-secrets');
    const isReady = this.doing !== 'new' || this.name.trim().length >= 2;
    return html`
      <section aria-label=${says.title}>
        <h2>${says.title}</h2>
        <p class="told" role="status">${this.told}</p>
        ${why === null ? null : html`<p class="why">${why}</p>`}
        <p>${says.text}</p>
        ${askedView(this.#passkeys, ({ passkeys }) => (passkeys.length === 0
          ? html`<p class="quiet">${says.none}</p>`
          : html`<ul class="rows">${passkeys.map((one) => this.#row(one, why))}</ul>`))}
        <hf-no-passkey></hf-no-passkey>
        <p>${this.#button(says.add, says.add, noPasskeyHere() === null ? why : '', () => this.#begin('new'))}</p>
      </section>
      <hf-act-sheet .doing=${this.doing === null ? null : this.#act(this.doing)} .isReady=${isReady} @hf-close=${() => this.#close()}>
        ${this.doing === 'new' ? html`<label>${says.name}<small>${says.nameHint}</small>
          <input name="passkey-name" autocomplete="off" maxlength="60" .value=${this.name} @input=${(event: InputEvent) => this.#take(typed(event))} /></label>` : null}
      </hf-act-sheet>
    `;
  }

  #begin(doing: Passkey | 'new'): void {
    this.name = '';
    this.doing = doing;
  }

  #close(): void {
    this.doing = null;
  }

  #take(name: string): void {
    this.name = name;
  }

  #row(one: Passkey, why: string | null): TemplateResult {
    const { name, host, createdAtIso, lastUsedAtIso } = one;
    return html`
      <li>
        <div>
          <p><span class="name">${name}</span></p>
          <p class="quiet small">${says.at(host)} · ${says.made(sayMoment(createdAtIso))} · ${lastUsedAtIso === null ? says.neverUsed : says.used(sayMoment(lastUsedAtIso))}</p>
        </div>
        <div class="acts">${this.#button(says.remove, says.removeNamed(name), why, () => this.#begin(one))}</div>
      </li>
    `;
  }

  #button(text: string, label: string, why: string | null, press: () => void): TemplateResult {
    const begin = (): void => {
      if (why !== null) return;
      this.told = '';
      press();
    };
    return html`<button aria-label=${label} aria-disabled=${why === null ? 'false' : 'true'} @click=${begin}>${text}</button>`;
  }

  #act(doing: Passkey | 'new'): ActToConfirm {
    const base = { act: 'own-secrets', subject: '*', asksReason: false } as const;
    if (doing === 'new') return { ...base, heading: says.addHeading, text: says.addText, verb: says.make, send: (confirmation) => this.#add(confirmation) };
    return {
      ...base, heading: says.removeHeading(doing.name), text: says.removeText, verb: says.removeNow,
      send: async (confirmation) => this.#done(await removePasskey(doing.id, { confirmation }), says.removed(doing.name)),
    };
  }

  async #add(confirmation: string): Promise<Answer<unknown>> {
    const question = await askForNewPasskey();
    if (!question.ok) return question;
    const name = this.name.trim();
    const passkey = await makePasskey(question.value);
    if (passkey === null) {
      this.told = says.nothingMade;
      return { ok: true, value: null };
    }
    return this.#done(await addPasskey({ name, passkey, confirmation }), says.added(name));
  }

  #done(answer: Answer<unknown>, words: string): Answer<unknown> {
    if (answer.ok) {
      this.told = words;
      void this.#passkeys.ask();
      this.dispatchEvent(new CustomEvent('hf-passkeys-changed', { bubbles: true, composed: true }));
    }
    return answer;
  }
}
customElements.define('hf-passkeys', OwnPasskeys);
