/** What stands on a page until its question is answered: that it asks, or why it could not and a way to ask again. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { roomWords } from '../words/room-words.ts';
import type { Asked } from './asked.ts';

export function askedView<Value>(asked: Asked<Value>, show: (value: Value) => TemplateResult): TemplateResult {
  const failed = asked.failure === null ? null : html`<p role="alert">${roomWords.notRead} ${asked.failure} <button @click=${() => void asked.ask()}>${roomWords.askAgain}</button></p>`;
  if (asked.value === null) return failed ?? html`<p class="quiet">${roomWords.asking}</p>`;
  return html`${failed}${show(asked.value)}`;
}
