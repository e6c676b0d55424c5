/** One message of a conversation: who wrote to whom and when, its words as they were written, who has read it, and what can be done with it. */
import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import type { CaseMessage } from '../../server/contract/case-messages.ts';
import { messageWords as says } from '../words/message-words.ts';
import { sayMoment } from '../words/times.ts';

export const messageLook = css`
  .talk { display: grid; gap: 12px; }
  .talk > li { display: grid; gap: 4px; max-width: 44em; padding: 12px 16px; border: 1px solid var(--line); border-radius: var(--round-m); overflow-wrap: anywhere; }
  .talk > li.own { margin-inline-start: clamp(16px, 12%, 96px); background: var(--sunken); border-color: transparent; }
  .talk > li.waits { border: 2px solid var(--waiting-mark); }
  .talk .words { font-size: var(--type-lead); line-height: 26px; white-space: pre-line; }
  .talk .who { display: flex; flex-wrap: wrap; gap: 2px 12px; align-items: baseline; }
  .talk .state { color: var(--waiting); font-weight: 700; }
`;

export interface MessageShown {
  readonly message: CaseMessage;
  readonly from: string;
  readonly to: string;
  readonly waits: boolean;
  /** Name of the partner that it was passed on to. */
  readonly passedTo: string;
  say(code: string): string;
  readonly acts: TemplateResult | null;
}

export function messageLine({ message, from, to, waits, passedTo, say, acts }: MessageShown): TemplateResult {
  const { atIso, words, asksCall, passed, reads } = message;
  const toBePassed = message.from === 'customer' && message.to === 'partner';
  const text = words === null ? says.erased : words === '' ? says.onlyCall : null;
  return html`
    <li class="${message.from === 'store' ? 'own' : ''} ${waits ? 'waits' : ''}">
      <p class="who"><b dir="auto">${says.fromTo(from, to)}</b><span class="quiet small"><time datetime=${atIso}>${sayMoment(atIso)}</time></span>${asksCall ? html`<b class="small">${says.asksCall}</b>` : null}</p>
      ${text === null ? html`<p class="words" dir="auto">${words}</p>` : html`<p class="quiet">${text}</p>`}
      ${passed === null ? null : html`<p class="quiet small">${says.passed(passedTo, say(passed.by), sayMoment(passed.atIso))}</p>`}
      ${message.from === 'store' ? null : html`<p class="small">${waits ? html`<span class="state">${toBePassed ? says.waitsToPass : says.waitsHere}.</span> ` : null}<span class="quiet">${
        reads.length === 0 ? says.notRead : reads.map(({ by, atIso: readAtIso }) => says.readBy(say(by), sayMoment(readAtIso))).join('; ')}</span></p>`}
      ${acts}
    </li>
  `;
}
