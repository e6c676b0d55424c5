/**
 * Why a bench tripped: the first cause first, each with what happened, the usual cause and what to do now. A cause that
 * has cleared says so and stays.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { bridgeWords } from '../words/bridge-words.ts';
import type { Cause, Trip } from '../../firmware-bridge/contract/trip.ts';
import { shared } from '../look/shared.ts';
import { NamesController } from '../names-desk.ts';
import { sayDayAndTime } from '../words/times.ts';
import { benchWords as says } from '../words/bench-words.ts';

export class Causes extends LitElement {
  static override properties = { trip: { attribute: false } };
  declare trip: Trip | undefined;
  readonly #names = new NamesController(this);

  static override styles = [
    shared,
    css`
      ol { display: grid; grid-template-columns: minmax(0, 1fr); gap: 20px; }
      h3 { font-size: var(--type-lead); line-height: 24px; display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: baseline; }
      .tag { font-size: var(--type-small); font-weight: 400; color: var(--ink-quiet); }
      dl { display: grid; grid-template-columns: 120px minmax(0, 1fr); gap: 8px 16px; padding-top: 8px; }
      dt { color: var(--ink-quiet); font-size: var(--type-note); }
      .now { font-weight: 700; }
      @media (max-width: 600px) { dl { grid-template-columns: minmax(0, 1fr); gap: 0; } dd { padding-bottom: 8px; } }
    `,
  ];

  protected override render(): TemplateResult | null {
    if (this.trip === undefined) return null;
    return html`<ol>${this.trip.causes.map((cause, index) => this.#cause(cause, index === 0))}</ol>`;
  }

  #cause({ code, params, atIso, cleared }: Cause, isFirst: boolean): TemplateResult {
    const words = bridgeWords.causes[code];
    return html`
      <li>
        <h3>${words.title} <span class="tag">${isFirst ? says.first(sayDayAndTime(atIso)) : says.added(sayDayAndTime(atIso))} · ${cleared ? says.cleared : says.stillSo}</span></h3>
        <dl>
          <dt>${says.happened}</dt><dd>${this.#names.say(words.what(params))}</dd>
          <dt>${says.usualCause}</dt><dd>${words.usualCause}</dd>
          <dt>${says.whatToDo}</dt><dd class="now">${words.whatToDo(params)}</dd>
        </dl>
      </li>
    `;
  }
}
customElements.define('hf-causes', Causes);
