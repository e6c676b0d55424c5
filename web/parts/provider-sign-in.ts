/**
 * The way in by the identity provider of a chain: one button, and in words why the provider cannot be used when it cannot.
 * The store's own sign-in stands above it and never depends on it.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { beginAtProvider } from '../people-calls.ts';
import { shared } from '../look/shared.ts';
import { entryWords } from '../words/entry-words.ts';
import { sayCallProblem } from '../words/sentences.ts';
import { formLook } from './form-look.ts';

export class ProviderSignIn extends LitElement {
  static override properties = { name: { attribute: false }, isAsking: { state: true }, failure: { state: true } };
  declare name: string;
  declare isAsking: boolean;
  declare failure: string;

  constructor() {
    super();
    this.name = '';
    this.isAsking = false;
    this.failure = '';
  }

  static override styles = [shared, formLook, css`:host { display: grid; gap: 8px; } button { width: 100%; }`];

  protected override render(): TemplateResult {
    return html`
      <button type="button" aria-disabled=${this.isAsking ? 'true' : 'false'} @click=${() => void this.#go()}>${this.isAsking ? entryWords.goingToProvider : entryWords.byProvider(this.name)}</button>
      <div role="alert">${this.failure === '' ? null : html`<p class="failed">${this.failure}</p>`}</div>
      <small>${entryWords.providerHint}</small>
    `;
  }

  async #go(): Promise<void> {
    if (this.isAsking) return;
    this.isAsking = true;
    this.failure = '';
    const answer = await beginAtProvider();
    this.isAsking = false;
    if (answer.ok) location.assign(answer.value.url);
    else this.failure = sayCallProblem(answer.problem);
  }
}
customElements.define('hf-provider-sign-in', ProviderSignIn);
