/**
 * The stop by the keyboard, on every page: it names the bench that it stops, or asks for one key where several could be meant. It
 * needs no live feed; each row is the same stop as everywhere, with what became of it.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { HUES, SHAPES } from '../look/mark.ts';
import { property } from '../look/property.ts';
import { shared } from '../look/shared.ts';
import { choiceOf, chosenBy, isStopKey } from '../reading/stop-key.ts';
import type { StopChoice } from '../reading/stop-key.ts';
import type { Reading } from '../reading/voice.ts';
import { headline } from '../words/sentences.ts';
import { stopWords as says } from '../words/stop-words.ts';
import './sheet.ts';
import './stop-button.ts';
import './why-dialog.ts';

export class StopByKey extends LitElement {
  static override properties = { readings: { attribute: false }, isFeedLive: { type: Boolean }, onBench: { attribute: false }, choice: { state: true }, asksWhy: { state: true } };
  declare readings: readonly Reading[];
  declare isFeedLive: boolean;
  /** The page of a bench takes the key itself, while nothing covers it. */
  declare onBench: string | null;
  /** As it was when the key came: nothing moves under a finger. */
  declare choice: StopChoice | null;
  declare asksWhy: Reading | null;

  constructor() {
    super();
    this.readings = [];
    this.isFeedLive = false;
    this.onBench = null;
    this.choice = null;
    this.asksWhy = null;
  }

  static override styles = [
    shared,
    css`
      :host { display: contents; }
      li { display: grid; grid-template-columns: 48px minmax(0, 1fr); gap: 4px 12px; padding-block: 12px; border-top: 1px solid var(--line); }
      li:first-child { border-top: 0; }
      kbd { display: grid; place-items: center; grid-row: span 2; align-self: start; width: 48px; height: 48px; border: 2px solid var(--mark); border-radius: var(--round-m); font: 700 var(--type-loud)/1 var(--mono); }
      .name { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; }
      .name svg { flex: none; width: 18px; height: 18px; color: var(--hue); }
      .one { grid-template-columns: minmax(0, 1fr); }
      .last { display: grid; }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    // Before whatever else listens: no field and no dialog keeps a stop to itself.
    addEventListener('keydown', this.#key, { capture: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#key, { capture: true });
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (this.choice !== null && !event.ctrlKey && !event.altKey && !event.metaKey) {
      // At once: a dialog that is told of its end a moment late would still take the next number.
      if (event.key === 'Escape' && this.asksWhy === null) return this.#take(event, () => this.#close());
      const chosen = chosenBy(event.key, this.choice.offered);
      if (chosen !== null) this.#take(event, () => this.#press(chosen));
      return;
    }
    if (!isStopKey(event)) return;
    const isCovered = event.composedPath().some((part) => part instanceof HTMLDialogElement);
    if (this.onBench !== null && !isCovered && this.readings.some(({ view }) => view.id === this.onBench)) return;
    this.#take(event, () => this.#stop());
  };

  #take(event: KeyboardEvent, act: () => void): void {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!event.repeat) act();
  }

  protected override render(): TemplateResult {
    const { choice } = this;
    const rows = choice === null ? [] : choice.offered.flatMap((id) => this.readings.find(({ view }) => view.id === id) ?? []);
    const pressed = rows.find(({ view }) => view.id === choice?.pressed);
    const heading = pressed === undefined ? says.keyWhich : says.keyStop(pressed.view.name);
    return html`
      <hf-sheet .isOpen=${choice !== null} heading=${heading} @hf-close=${() => this.#close()}>
        ${choice === null ? null : html`
          ${this.#lead(choice, rows.length)}
          <ul>${repeat(rows, ({ view }) => view.id, (reading, index) => this.#row(reading, index, rows.length))}</ul>
          <p class="last"><button @click=${() => this.#close()}>${says.close}</button></p>`}
      </hf-sheet>
      <hf-why-dialog .isOpen=${this.asksWhy !== null} .benchName=${this.asksWhy?.view.name ?? ''} .isDanger=${this.asksWhy?.voice === 'step-back'} @hf-close=${() => this.#explain(null)}></hf-why-dialog>
    `;
  }

  #lead({ pressed, running }: StopChoice, rows: number): TemplateResult | null {
    if (rows === 0) return html`<p>${says.keyNoBench}</p>`;
    if (pressed !== null) return rows === 1 ? null : html`<p>${says.keyOthers}</p>`;
    return html`<p>${running === 0 ? says.keyNoneRuns : this.isFeedLive ? says.keyPress : says.keyMaybe}</p>`;
  }

  #row(reading: Reading, index: number, rows: number): TemplateResult {
    const { view, voice } = reading;
    const device = reading.status?.device?.model ?? null;
    return html`
      <li class=${rows === 1 ? 'one' : ''} ${property('--hue', `var(${HUES[voice]})`)}>
        ${rows === 1 ? null : html`<kbd>${index < 9 ? index + 1 : ''}</kbd>`}
        <p class="name"><svg viewBox="0 0 24 24" aria-hidden="true">${SHAPES[voice]}</svg><b>${view.name}</b><span>${headline(reading, this.isFeedLive)}${device === null ? null : ` · ${device}`}</span></p>
        <hf-stop data-bench=${view.id} .reading=${reading} @hf-why=${() => this.#explain(reading)}></hf-stop>
      </li>
    `;
  }

  #stop(): void {
    const known = this.choice;
    if (known === null) this.choice = choiceOf(this.readings, this.isFeedLive);
    const pressed = known === null ? this.choice?.pressed ?? null : known.offered.length === 1 ? known.offered[0] ?? null : null;
    if (pressed !== null) this.#press(pressed);
  }

  #press(bench: string): void {
    void this.updateComplete.then(() => [...this.renderRoot.querySelectorAll('hf-stop')].find((stop) => stop.dataset['bench'] === bench)?.press());
  }

  #explain(reading: Reading | null): void {
    this.asksWhy = reading;
  }

  #close(): void {
    this.choice = null;
  }
}
customElements.define('hf-stop-key', StopByKey);
