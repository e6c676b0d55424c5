/** Puts the alarm of one bench aside for some minutes, by one press. */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { SNOOZE_MINUTES } from '../../server/contract/alarms.ts';
import { shared } from '../look/shared.ts';
import { alarmWords as says } from '../words/alarm-words.ts';
import { alarmDesk } from './alarm-desk.ts';
import './sheet.ts';

export class SnoozeSheet extends LitElement {
  static override properties = { isOpen: { type: Boolean }, benchId: { type: String }, benchName: { type: String }, alarmId: { type: String } };
  declare isOpen: boolean;
  declare benchId: string;
  declare benchName: string;
  declare alarmId: string;

  constructor() {
    super();
    this.isOpen = false;
    this.benchId = '';
    this.benchName = '';
    this.alarmId = '';
  }

  static override styles = [shared, css`:host { display: contents; } .choices { display: grid; gap: 12px; }`];

  protected override render(): TemplateResult {
    return html`
      <hf-sheet .isOpen=${this.isOpen} heading=${says.laterTitle(this.benchName)}>
        ${this.isOpen ? html`
          <p>${says.laterWhat}</p>
          <div class="choices">
            ${SNOOZE_MINUTES.map((minutes) => html`<button class="big" @click=${() => this.#choose(minutes)}>${says.forMinutes(minutes)}</button>`)}
            <button @click=${() => this.#close()}>${says.notNow}</button>
          </div>` : null}
      </hf-sheet>
    `;
  }

  #choose(minutes: (typeof SNOOZE_MINUTES)[number]): void {
    void alarmDesk.note(this.benchId, this.alarmId, minutes);
    this.#close();
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent('hf-close', { bubbles: true, composed: true }));
  }
}
customElements.define('hf-snooze-sheet', SnoozeSheet);
