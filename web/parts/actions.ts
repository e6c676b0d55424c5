/**
 * The foot of a bench: the stop, or after a confirmed stop what comes next in the same place. Opens the explanations and
 * the reset; decides nothing itself.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { shared } from '../look/shared.ts';
import { thingOf } from '../reading/reset-form.ts';
import type { Reading, Voice } from '../reading/voice.ts';
import { WhoController } from '../who-desk.ts';
import { alarmWords } from '../words/alarm-words.ts';
import { alarmDesk } from './alarm-desk.ts';
import type { AlarmPhase } from '../reading/alarm-life.ts';
import './alarm-life.ts';
import { KeepFocus } from './keep-focus.ts';
import { loadResetDialog, loadSnoozeSheet } from './on-demand.ts';
import './stop-button.ts';
import './why-dialog.ts';
import { stopWords } from '../words/stop-words.ts';

/** Where the trip is settled at the rig, the stop gives its place to what comes next; in every other state it stays. */
const STOP_IS_DONE: Readonly<Record<Voice, boolean>> = {
  'step-back': false, stopped: true, 'not-confirmed': false, stopping: false, locked: false, 'too-late': false,
  unprotected: false, 'out-of-service': false, waiting: false, running: false, ready: false,
};

/** What was said of an alarm, or that nobody said anything in time, has a line of its own. */
const SAID: Readonly<Record<AlarmPhase, boolean>> = { none: false, unacknowledged: false, acknowledged: true, snoozed: true, 'cleared-unacknowledged': true };

export class Actions extends LitElement {
  static override properties = {
    reading: { attribute: false }, isSeen: { type: Boolean }, isOnOwnPage: { type: Boolean }, dialog: { state: true },
  };
  declare reading: Reading | undefined;
  declare isSeen: boolean;
  declare isOnOwnPage: boolean;
  declare dialog: 'why' | 'reset' | 'later' | null;
  readonly #who = new WhoController(this);

  constructor() {
    super();
    this.dialog = null;
    new KeepFocus(this);
  }

  static override styles = [
    shared,
    css`
      :host { display: grid; gap: 12px; }
      .row { display: flex; flex-wrap: wrap; gap: 8px; align-items: stretch; }
      .row > * { flex: 1 1 auto; }
      /* What comes next has a row of its own; what is besides it shares the one below. */
      .row:not(.one) > :first-child { flex: 1 1 100%; }
      .row.one > :first-child { min-width: 0; }
      .row > :not(:first-child) { padding-inline: 12px; border: 1px solid var(--mark); font-weight: 600; }
      .why { margin-top: -4px; font-size: var(--type-small); line-height: 20px; color: var(--ink-quiet); }
    `,
  ];

  protected override render(): TemplateResult | null {
    const { reading } = this;
    if (reading === undefined) return null;
    const { status, voice, view } = reading;
    const hasTrip = (status?.trip ?? null) !== null;
    const isDone = STOP_IS_DONE[voice] && !reading.isStale;
    const evidence = this.isOnOwnPage ? null : html`<a class="button" href="/bench/${encodeURIComponent(view.id)}" aria-label=${stopWords.evidenceOf(view.name)}>${stopWords.evidence}</a>`;
    return html`
      ${hasTrip ? html`<div class="row ${evidence === null ? 'one' : ''}">${this.#next(reading, isDone)}${evidence}</div>` : null}
      ${SAID[alarmDesk.lifeOf(reading).phase] ? html`<hf-alarm-life .reading=${reading}></hf-alarm-life>` : null}
      ${hasTrip && this.isSeen ? this.#why(this.#whyNoReset(reading)) : null}
      ${isDone ? null : html`<hf-stop .reading=${reading} @hf-why=${() => this.#open('why')}></hf-stop>`}
      <hf-why-dialog .isOpen=${this.dialog === 'why'} .benchName=${view.name} .isDanger=${voice === 'step-back'} @hf-close=${() => this.#open(null)}></hf-why-dialog>
      ${this.dialog === 'later' ? html`<hf-snooze-sheet .isOpen=${true} .benchId=${view.id} .benchName=${view.name} .alarmId=${reading.alarmId ?? ''} @hf-close=${() => this.#open(null)}></hf-snooze-sheet>` : null}
      ${this.dialog === 'reset' ? html`<hf-reset-dialog .isOpen=${true} .benchName=${view.name} .status=${status} @hf-close=${() => this.#open(null)}></hf-reset-dialog>` : null}
    `;
  }

  /** First quiet the alarm, then the reset: two presses apart, never one. */
  #next(reading: Reading, isMain: boolean): TemplateResult {
    const { name } = reading.view;
    const look = isMain ? 'big primary' : '';
    const isOff = this.#whyNoReset(reading) !== null;
    const mayNot = this.#who.whyNot('acknowledge') !== null;
    if (this.isSeen) void loadResetDialog();
    return this.isSeen
      ? html`<button class=${look} aria-label=${stopWords.resetOf(name)} aria-disabled=${isOff ? 'true' : 'false'} @click=${() => { if (!isOff) this.#open('reset'); }}>${stopWords.reset}</button>`
      : html`<button class=${look} aria-label=${stopWords.seenOf(name)} @click=${() => this.#see()}>${stopWords.seen}</button>
          ${mayNot ? null : html`<button class="later" aria-label=${alarmWords.laterOn(name)} @click=${() => this.#later()}>${alarmWords.later}</button>`}`;
  }

  #later(): void {
    void loadSnoozeSheet();
    this.#open('later');
  }

  #whyNoReset({ status }: Reading): string | null {
    return status === null ? null : this.#who.whyNot('reset', thingOf(status));
  }

  #why(text: string | null): TemplateResult | null {
    return text === null ? null : html`<p class="why">${text}</p>`;
  }

  /** For the keyboard of the bench page. */
  pressStop(): void {
    void this.renderRoot.querySelector('hf-stop')?.press();
  }

  #see(): void {
    const alarmId = this.reading?.alarmId ?? null;
    if (alarmId !== null) this.dispatchEvent(new CustomEvent('hf-seen', { bubbles: true, composed: true, detail: alarmId }));
  }

  #open(dialog: 'why' | 'reset' | 'later' | null): void {
    this.dialog = dialog;
  }
}
customElements.define('hf-actions', Actions);

declare global {
  interface HTMLElementTagNameMap {
    'hf-actions': Actions;
  }
}
