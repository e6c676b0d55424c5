/**
 * How this page tells of alarms: mute, volume, each tone, notices of the computer, the screen that stays on. What is off says why,
 * and nothing is asked of the browser before somebody presses.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { letterKeys, tileOrder } from '../look/choices.ts';
import { shared } from '../look/shared.ts';
import { TONE_NAMES } from '../reading/alarm-rhythm.ts';
import { sayCountdown } from '../reading/age.ts';
import type { KeptChoice } from '../reading/kept-choice.ts';
import { TILE_ORDERS } from '../reading/tile-order.ts';
import { alarmWords as says } from '../words/alarm-words.ts';
import { helpWords } from '../words/help-words.ts';
import { filterWords } from '../words/filter-words.ts';
import { alarmDesk as desk } from './alarm-desk.ts';
import { VOLUMES } from './alarm-sound.ts';
import { desktopNotice } from './desktop-notice.ts';
import { dimming } from './dimming.ts';
import { panelLook } from './panel-look.ts';
import { stayAwake } from './stay-awake.ts';

export class AlarmSettings extends LitElement {
  static override properties = { nowAtMs: { type: Number } };
  declare nowAtMs: number;

  constructor() {
    super();
    this.nowAtMs = 0;
  }

  static override styles = [
    shared, panelLook,
    css`
      :host { display: grid; gap: 16px; }
      .choices { display: grid; gap: 8px; }
      .two { grid-template-columns: repeat(2, 1fr); }
      .four { grid-template-columns: repeat(4, 1fr); }
      .choices button, .choices .button { font-size: var(--type-body); font-weight: 600; border-width: 1px; border-color: var(--mark); padding-inline: 8px; }
      .choices button[aria-pressed='true'] { background: var(--ink); color: var(--paper); border-color: var(--ink); }
      .hint { font-size: var(--type-small); line-height: 20px; color: var(--ink-quiet); padding-top: 8px; }
    `,
  ];

  protected override render(): TemplateResult {
    const leftMs = desk.muteLeftMs(this.nowAtMs);
    const notice = desktopNotice.whyNot();
    const awake = stayAwake.whyNot();
    return html`
      <div>
        <h2>${says.sound}</h2>
        <div class="choices"><button aria-pressed=${leftMs > 0 ? 'true' : 'false'} @click=${() => this.#toggleMute(leftMs > 0)}>${leftMs > 0 ? says.unmute(sayCountdown(leftMs)) : says.mute}</button></div>
        <p class="hint">${says.muteHint}</p>
      </div>
      ${this.#choice(says.volume, 'four', desk.volume, VOLUMES, says.volumes, () => desk.sound.play('stopped'))}
      <div>
        <h2>${says.tones}</h2>
        <div class="choices two">${TONE_NAMES.map((tone) => html`<button @click=${() => desk.sound.play(tone)}>${says.toneNames[tone]}</button>`)}</div>
      </div>
      ${this.#switch(says.notices, notice === null, notice === null ? says.noticeOn : says.noticeOff[notice], says.noticesHint, notice === null || notice === 'off', async () => (notice === null ? desktopNotice.turnOff() : desktopNotice.turnOn()))}
      ${this.#switch(says.awake, awake === null, awake === null ? says.awakeOn : says.awakeOff[awake], says.awakeHint, awake === null || awake === 'off' || awake === 'refused', () => stayAwake.choose(awake !== null))}
      ${this.#choice(says.dim, 'four', dimming.after, ['5', '10', '30', 'off'], says.dims, () => undefined)}
      <p class="hint">${says.dimHint}</p>
      ${this.#choice(filterWords.order, 'two', tileOrder, TILE_ORDERS, filterWords.orders, () => undefined)}
      ${this.#choice(helpWords.letters, 'two', letterKeys, ['on', 'off'], { on: helpWords.lettersOn, off: helpWords.lettersOff }, () => undefined)}
      <p class="hint">${helpWords.lettersHint}</p>
      <p class="choices"><a class="button" href="/shift">${says.shift}</a></p>
    `;
  }

  #choice<Key extends string>(heading: string, look: string, choice: KeptChoice<Key>, keys: readonly Key[], words: Readonly<Record<Key, string>>, then: () => void): TemplateResult {
    const choose = (key: Key): void => {
      choice.choose(key);
      then();
      this.requestUpdate();
    };
    return html`<div><h2>${heading}</h2><div class="choices ${look}">${keys.map((key) => html`<button aria-pressed=${choice.value === key ? 'true' : 'false'} @click=${() => choose(key)}>${words[key]}</button>`)}</div></div>`;
  }

  #switch(heading: string, isOn: boolean, state: string, hint: string, canTurn: boolean, turn: () => Promise<void>): TemplateResult {
    return html`
      <div>
        <h2>${heading}</h2>
        ${canTurn ? html`<div class="choices"><button aria-pressed=${isOn ? 'true' : 'false'} @click=${() => void turn().then(() => this.requestUpdate())}>${isOn ? says.turnOff : says.turnOn}</button></div>` : null}
        <p class="hint"><b>${state}</b> ${hint}</p>
      </div>
    `;
  }

  #toggleMute(isMuted: boolean): void {
    if (isMuted) desk.unmute();
    else desk.mute(performance.now());
    this.requestUpdate();
  }
}
customElements.define('hf-alarm-settings', AlarmSettings);
