/** A field for a password that can be shown while it is typed: with a glove, or on a phone, nobody types twelve dots rightly. */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { shared } from '../look/shared.ts';
import { entryWords } from '../words/entry-words.ts';
import { formLook } from './form-look.ts';
import { typed } from './typed.ts';

export class PasswordField extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override properties = { label: { type: String }, hint: { type: String }, value: { type: String }, isNew: { type: Boolean }, isShown: { state: true } };
  declare label: string;
  declare hint: string;
  declare value: string;
  /** A password that is being chosen, not one that is known. */
  declare isNew: boolean;
  declare isShown: boolean;

  constructor() {
    super();
    this.label = entryWords.password;
    this.hint = '';
    this.value = '';
    this.isNew = false;
    this.isShown = false;
  }

  static override styles = [
    shared,
    formLook,
    css`
      .with-button { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 8px; align-items: end; }
      button { font-size: var(--type-body); font-weight: 600; border-color: var(--mark); padding-inline: 16px; }
    `,
  ];

  protected override render(): TemplateResult {
    return html`
      <div class="with-button">
        <label>${this.label}${this.hint === '' ? null : html`<small>${this.hint}</small>`}
          <input name="password" type=${this.isShown ? 'text' : 'password'} autocomplete=${this.isNew ? 'new-password' : 'current-password'} maxlength="128" spellcheck="false" autocapitalize="off"
            .value=${this.value} @input=${(event: InputEvent) => this.#take(typed(event))} @keydown=${(event: KeyboardEvent) => this.#enter(event)} /></label>
        <button type="button" aria-pressed=${this.isShown ? 'true' : 'false'} aria-label="${this.isShown ? entryWords.hide : entryWords.show}: ${this.label}" @click=${() => this.#toggle()}>${this.isShown ? entryWords.hide : entryWords.show}</button>
      </div>
    `;
  }

  #toggle(): void {
    this.isShown = !this.isShown;
  }

  #take(value: string): void {
    this.value = value;
    this.dispatchEvent(new CustomEvent('hf-typed', { detail: value }));
  }

  /** The form lies outside: its own Enter does not reach into here. */
  #enter(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('hf-enter'));
    this.closest('form')?.requestSubmit();
  }
}
customElements.define('hf-password', PasswordField);
