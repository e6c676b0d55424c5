/** What became of the alarm of one bench, in one line: seen by whom, quiet until when, or gone before anybody saw it. */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { shared } from '../look/shared.ts';
import { NamesController } from '../names-desk.ts';
import { sayCountdown } from '../reading/age.ts';
import type { Reading } from '../reading/voice.ts';
import { WhoController } from '../who-desk.ts';
import { alarmWords as says } from '../words/alarm-words.ts';
import { sayTimeOfDay } from '../words/times.ts';
import { alarmDesk } from './alarm-desk.ts';

export class AlarmLifeLine extends LitElement {
  static override properties = { reading: { attribute: false } };
  declare reading: Reading | undefined;
  readonly #who = new WhoController(this);
  readonly #names = new NamesController(this);

  static override styles = [shared, css`p { font-size: var(--type-note); line-height: 20px; color: var(--ink-quiet); } .gone { color: var(--ink); font-weight: 700; }`];

  protected override render(): TemplateResult | null {
    const { reading } = this;
    if (reading === undefined) return null;
    const { phase, note, leftMs } = alarmDesk.lifeOf(reading);
    switch (phase) {
      case 'acknowledged': return html`<p>${note === null ? (alarmDesk.problem === null && this.#who.may('acknowledge') ? '' : says.seenHere) : says.seenBy(this.#names.say(note.by.name), sayTimeOfDay(note.atIso))}</p>`;
      case 'snoozed': return note?.untilIso === null || note === null ? null : html`<p>${says.quietUntil(sayTimeOfDay(note.untilIso), sayCountdown(leftMs ?? 0), this.#names.say(note.by.name))}</p>`;
      case 'cleared-unacknowledged': return html`<p class="gone">${says.gone}</p>`;
      case 'none': case 'unacknowledged': return null;
    }
  }
}
customElements.define('hf-alarm-life', AlarmLifeLine);
