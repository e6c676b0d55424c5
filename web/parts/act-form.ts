/**
 * A dialog for one act of a case, drawn from its description: what it means, what to fill in, what happens next, and where
 * the act needs it the fresh proof of one or two people. It sends the act and tells the page the case as it stands then.
 */
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { shared } from '../look/shared.ts';
import { beginTyped, contentOf, lackOf } from '../reading/act-fields.ts';
import type { ActForm, Field, Typed } from '../reading/act-fields.ts';
import { actWords } from '../words/act-words.ts';
import { proofWords } from '../words/proof-words.ts';
import { roomWords } from '../words/room-words.ts';
import { ActSender } from './act-sender.ts';
import { chipLook, chips } from './chips.ts';
import { formLook } from './form-look.ts';
import './proof.ts';
import type { Proof } from './proof.ts';
import './sheet.ts';
import { typed } from './typed.ts';

export class ActFormSheet extends LitElement {
  static override properties = { form: { attribute: false }, code: { type: String }, values: { state: true } };
  /** Null while it is closed. */
  declare form: ActForm | null;
  declare code: string;
  declare values: Typed;
  readonly #sender = new ActSender(this);

  constructor() {
    super();
    this.form = null;
    this.code = '';
    this.values = {};
  }

  static override styles = [
    shared, formLook, chipLook,
    css`
      :host { display: contents; }
      .next { padding: 12px 16px; border-inline-start: 4px solid var(--act); border-radius: var(--round-s); background: var(--sunken); }
    `,
  ];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('form') || this.form === null || changed.get('form')?.heading === this.form.heading) return;
    this.values = beginTyped(this.form);
    this.#sender.begin();
  }

  protected override render(): TemplateResult {
    const { form } = this;
    return html`<hf-sheet .isOpen=${form !== null} heading=${form?.heading ?? ''}>${form === null ? null : this.#form(form)}</hf-sheet>`;
  }

  #form(form: ActForm): TemplateResult {
    const content = contentOf(form, this.values);
    const lack = lackOf(form, content);
    const proofs = this.#proofs();
    const isProved = proofs.length === (form.confirm === undefined ? 0 : form.confirm.needsSecond ? 2 : 1) && proofs.every(({ isFilled }) => isFilled);
    const isReady = lack === null && (form.confirm === undefined || isProved) && !this.#sender.isSending;
    const why = lack !== null ? actWords.lacks(lack) : form.confirm !== undefined && !isProved ? actWords.lacksProof(form.confirm.needsSecond) : '';
    return html`
      <form @submit=${(event: SubmitEvent) => void this.#submit(event, form, content, isReady)} @hf-proof=${() => this.requestUpdate()}>
        <p>${form.text}</p>
        ${form.fields.map((field) => this.#field(field))}
        ${form.next === undefined ? null : html`<p class="next">${form.next}</p>`}
        ${form.confirm === undefined ? null : html`
          <hf-proof act="decide-hold"></hf-proof>
          ${form.confirm.needsSecond ? html`<hf-proof act="second-decision" .isSecond=${true}></hf-proof>` : null}`}
        <div role="alert">${this.#sender.failure === '' ? null : html`<p class="failed">${this.#sender.failure}</p>`}</div>
        ${why === '' ? null : html`<p class="quiet small">${why}</p>`}
        <div class="row foot">
          <button type="button" @click=${() => this.#close()}>${proofWords.back}</button>
          <button type="submit" class="primary" aria-disabled=${isReady ? 'false' : 'true'}>${this.#sender.isSending ? roomWords.sending : form.verb}</button>
        </div>
      </form>
    `;
  }

  #field(field: Field): TemplateResult {
    const value = this.values[field.name] ?? '';
    const hint = field.hint === undefined ? null : html`<small>${field.hint}</small>`;
    const take = (next: string | readonly string[]): void => { this.values = { ...this.values, [field.name]: next }; };
    const input = (event: Event): void => take(typed(event));
    switch (field.kind) {
      case 'one':
      case 'many':
        return chips({
          name: field.name, legend: field.label, options: field.options, words: field.words, isMany: field.kind === 'many', chosen: typeof value === 'string' ? [value] : value,
          pick: (next) => take(field.kind === 'many' ? next : next[0] ?? ''), ...(field.hint === undefined ? {} : { hint: field.hint }),
        });
      case 'words': return html`<label>${field.label}${hint}<textarea name=${field.name} maxlength=${field.charsMax} .value=${String(value)} @input=${input}></textarea></label>`;
      case 'number': return html`<label>${field.label}${hint}<input name=${field.name} type="number" inputmode="numeric" min="0" max=${field.max} step="1" .value=${String(value)} @input=${input} /></label>`;
      case 'moment': return html`<label>${field.label}${hint}<input name=${field.name} type="datetime-local" .value=${String(value)} @input=${input} /></label>`;
      case 'code': return html`<label>${field.label}${hint}<input name=${field.name} autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength=${field.charsMax} .value=${String(value)} @input=${input} /></label>`;
      default: return html`<label>${field.label}${hint}<input name=${field.name} autocomplete="off" maxlength=${field.charsMax} .value=${String(value)} @input=${input} /></label>`;
    }
  }

  #proofs(): readonly Proof[] {
    return [...this.renderRoot.querySelectorAll('hf-proof')];
  }

  protected override updated(changed: PropertyValues<this>): void {
    // The proofs stand there only now; the button asks them whether they are filled.
    if (changed.has('form') && this.form?.confirm !== undefined) this.requestUpdate();
  }

  async #submit(event: SubmitEvent, form: ActForm, content: Record<string, unknown>, isReady: boolean): Promise<void> {
    event.preventDefault();
    if (!isReady) return;
    const proofs = this.#proofs();
    const given = form.confirm === undefined ? {} : await this.#prove(form.confirm.subject, proofs);
    if (given === null) return;
    // Its shape was checked against the table before the button could be pressed.
    const view = await this.#sender.send(this.code, form.act, { ...content, ...given });
    // Whoever hears nothing sends the same again, with the same proof: it counts once.
    if (this.#sender.isSettled) for (const proof of proofs) proof.used();
    if (view !== null) this.#close();
  }

  async #prove(subject: string, [own, second]: readonly Proof[]): Promise<Record<string, string | null> | null> {
    const confirmation = await own?.confirm(subject) ?? null;
    if (confirmation === null) return null;
    if (second === undefined) return { confirmation };
    const secondConfirmation = await second.confirm(subject);
    return secondConfirmation === null ? null : { confirmation, secondConfirmation };
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent('hf-close', { bubbles: true, composed: true }));
  }
}
customElements.define('hf-act-form', ActFormSheet);
