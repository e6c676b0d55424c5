/**
 * The receipt of a stop: four times in a row under one line. A time that never came is said to be missing; the line is
 * green only when the rig itself answered that it stopped.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { bridgeWords } from '../words/bridge-words.ts';
import type { Trip } from '../../firmware-bridge/contract/trip.ts';
import { shared } from '../look/shared.ts';
import { sayReceiptTime } from '../reading/age.ts';
import { tripSentences } from '../words/sentences.ts';
import { webWords } from '../words/web-words.ts';
import { benchWords as says } from '../words/bench-words.ts';

export class ReceiptCard extends LitElement {
  static override properties = { trip: { attribute: false }, isFull: { type: Boolean } };
  declare trip: Trip | undefined;
  /** With the rung, the number of writes and what was seen. */
  declare isFull: boolean;

  static override styles = [
    shared,
    css`
      :host { container-type: inline-size; }
      /* Four in a row; where the words of a language are too long for that, as many as fit. */
      .times { display: flex; flex-wrap: wrap; gap: 4px 12px; padding-top: 8px; border-top: 3px solid var(--mark); }
      .times > * { flex: 1 1 0; min-width: max-content; }
      .confirmed { border-top-color: var(--fine); }
      .not-confirmed { border-top-color: var(--stopped); border-top-style: dashed; }
      .too-late { border-top-color: var(--too-late); }
      dt { font-size: var(--type-small); line-height: 20px; color: var(--ink-quiet); }
      dd { font-size: var(--type-body); line-height: 24px; font-weight: 700; white-space: nowrap; }
      .missing { color: var(--stopped); }
      .none { color: var(--ink-quiet); font-weight: 400; }
      .outcome { padding-top: 12px; }
      .more { padding-top: 8px; font-size: var(--type-note); line-height: 22px; color: var(--ink-quiet); overflow-wrap: anywhere; }
      /* Two under two, never three over one. */
      @container (max-width: 340px) { .times { gap: 4px 8px; } .times > * { flex-basis: 40%; } }
    `,
  ];

  protected override render(): TemplateResult | null {
    const { trip } = this;
    if (trip === undefined) return null;
    const { receipt } = trip;
    const { when, outcome } = tripSentences(trip);
    const words = webWords.receiptTimes;
    const wasWritten = receipt.state !== 'not-written';
    return html`
      <dl class="times ${receipt.state}">
        ${this.#time(words.requested, 0)}
        ${this.#time(words.written, receipt.writtenAfterUs)}
        ${this.#time(words.acknowledged, receipt.acknowledgedAfterUs)}
        ${this.#time(words.seen, receipt.seenStoppedAfterUs)}
      </dl>
      ${wasWritten ? null : html`<p class="more">${bridgeWords.receiptStates['not-written'].title}: ${bridgeWords.receiptStates['not-written'].what}</p>`}
      <p class="outcome">${when} <b>${outcome}</b></p>
      ${this.isFull ? this.#more(trip) : null}
    `;
  }

  #time(name: string, afterUs: number | null): TemplateResult {
    const said = sayReceiptTime(afterUs);
    if (said !== null) return html`<div><dt>${name}</dt><dd>${said}</dd></div>`;
    const state = this.trip?.receipt.state;
    return html`<div><dt>${name}</dt><dd class=${state === 'not-confirmed' ? 'missing' : 'none'}>${says.times[state ?? 'pending']}</dd></div>`;
  }

  #more({ receipt, id }: Trip): TemplateResult {
    const rung = bridgeWords.rungs[RUNGS[receipt.rung] ?? '0'];
    const state = bridgeWords.receiptStates[receipt.state];
    return html`<p class="more">${state.what} ${rung.what} ${receipt.answer === 'none' ? '' : says.witness} ${says.stop} <code translate="no">${id}</code>.</p>`;
  }
}
const RUNGS = ['0', '1', '2', '3', '4'] as const;
customElements.define('hf-receipt', ReceiptCard);
