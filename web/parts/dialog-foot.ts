/** The foot of a dialog that sends an act: what failed, what is still missing, back and go. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { proofWords } from '../words/proof-words.ts';
import { roomWords } from '../words/room-words.ts';
import type { ActSender } from './act-sender.ts';

interface Foot {
  readonly sender: ActSender;
  readonly verb: string;
  /** What is missing, in words; null when it can be sent. */
  readonly lack: string | null;
  readonly backLabel?: string;
  back(): void;
}

export const closeSheet = (host: EventTarget): boolean => host.dispatchEvent(new CustomEvent('hf-close', { bubbles: true, composed: true }));

export function dialogFoot({ sender, verb, lack, backLabel = proofWords.back, back }: Foot): TemplateResult {
  return html`
    <div role="alert">${sender.failure === '' ? null : html`<p class="failed">${sender.failure}</p>`}</div>
    ${lack === null ? null : html`<p class="quiet small">${lack}</p>`}
    <div class="row foot">
      <button type="button" @click=${back}>${backLabel}</button>
      <button type="submit" class="primary" aria-disabled=${lack === null && !sender.isSending ? 'false' : 'true'}>${sender.isSending ? roomWords.sending : verb}</button>
    </div>
  `;
}
