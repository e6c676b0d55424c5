/**
 * The alarms that nobody has seen, on every page that does not show the benches anyway: the worst in words, the rest as a number,
 * so that no flood covers the page. One press leads there, one says that it was seen.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { SHAPES } from '../look/mark.ts';
import { shared } from '../look/shared.ts';
import type { Ringing } from '../reading/alarm-life.ts';
import { WhoController } from '../who-desk.ts';
import { alarmWords as says } from '../words/alarm-words.ts';
import { headline } from '../words/sentences.ts';

export class AlarmBar extends LitElement {
  static override properties = { ringing: { attribute: false } };
  declare ringing: readonly Ringing[];
  readonly #who = new WhoController(this);

  constructor() {
    super();
    this.ringing = [];
  }

  static override styles = [
    shared,
    css`
      section { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; padding: 10px 28px; background: var(--stopped); color: var(--stopped-ink); }
      p { display: flex; flex: 1 1 260px; gap: 12px; font-size: var(--type-lead); line-height: 24px; font-weight: 700; overflow-wrap: anywhere; }
      svg { flex: none; width: 22px; height: 22px; }
      .more { font-weight: 400; }
      button, .button { border-color: var(--stopped-ink); background: transparent; color: var(--stopped-ink); }
      button:hover, .button:hover { background: color-mix(in oklab, var(--stopped) 86%, var(--ink)); }
      :focus-visible { outline-color: var(--stopped-ink); outline-offset: -6px; }
      @media (forced-colors: active) { section { border-block: 6px solid CanvasText; } }
      @media (max-width: 600px) { section { padding: 10px 12px; } p { flex-basis: 100%; } .button, button { flex: 1; padding-inline: 12px; } }
    `,
  ];

  protected override render(): TemplateResult {
    const worst = this.ringing[0];
    return html`<div role="alert">${worst === undefined ? null : this.#bar(worst, this.ringing.length - 1)}</div>`;
  }

  #bar({ reading, alarmId }: Ringing, rest: number): TemplateResult {
    const { id, name } = reading.view;
    return html`
      <section aria-label=${says.bar}>
        <p><svg viewBox="0 0 24 24" aria-hidden="true">${SHAPES[reading.voice]}</svg><span><span translate="no">${name}</span>: ${headline(reading, true)}${rest === 0 ? null : html` <span class="more">${says.more(rest)}</span>`}</span></p>
        <a class="button" href="/bench/${encodeURIComponent(id)}">${says.show}</a>
        ${this.#who.whyNot('acknowledge') === null ? html`<button @click=${() => this.#see(alarmId)}>${says.seen}</button>` : null}
      </section>
    `;
  }

  #see(alarmId: string): void {
    this.dispatchEvent(new CustomEvent('hf-seen', { bubbles: true, composed: true, detail: alarmId }));
  }
}
customElements.define('hf-alarm-bar', AlarmBar);
