/**
 * The languages of the page to choose from, each in its own words. A press keeps the choice in this browser and loads the page
 * anew: a page speaks one language from its first line to its last.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { LANGUAGES, LANGUAGE_NAMES } from '../../server/contract/languages.ts';
import type { Language } from '../../server/contract/languages.ts';
import { shared } from '../look/shared.ts';
import { chooseLanguage, pageLanguage } from '../words/language.ts';
import { roomWords } from '../words/room-words.ts';

export class LanguageChoice extends LitElement {
  static override styles = [
    shared,
    css`
      div { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 8px; }
      button { padding-inline: 8px; font-size: var(--type-body); font-weight: 600; border-width: 1px; border-color: var(--mark); }
      button[aria-pressed='true'] { background: var(--ink); color: var(--paper); border-color: var(--ink); }
    `,
  ];

  protected override render(): TemplateResult {
    return html`<div role="group" aria-label=${roomWords.language}>${LANGUAGES.map((language) => html`
      <button type="button" lang=${language} aria-pressed=${language === pageLanguage ? 'true' : 'false'} @click=${() => this.#choose(language)}>${LANGUAGE_NAMES[language]}</button>`)}</div>`;
  }

  #choose(language: Language): void {
    if (language === pageLanguage) return;
    chooseLanguage(language);
    location.reload();
  }
}
customElements.define('hf-language', LanguageChoice);
