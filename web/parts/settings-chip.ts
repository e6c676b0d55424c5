/**
 * The sound of this page and its look: whether it can be heard, a mute that ends by itself, a test of each tone, light
 * or dark. It says plainly when the browser keeps it silent.
 */
import { LitElement, css, html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { shared } from '../look/shared.ts';
import { THEMES, applyTheme, readTheme } from '../look/theme.ts';
import type { Theme } from '../look/theme.ts';
import { sayCountdown } from '../reading/age.ts';
import { webWords } from '../words/web-words.ts';
import type { AlarmDesk } from './alarm-desk.ts';
import { loadAlarmSettings } from './on-demand.ts';
import { panelLook } from './panel-look.ts';
import { boardWords as says } from '../words/board-words.ts';
import { roomWords } from '../words/room-words.ts';
import './language-choice.ts';

const note = svg`<path d="M7 16.5V4l8-1.5v12" fill="none" stroke="currentColor" stroke-width="2"></path><circle cx="4.8" cy="16.5" r="2.6" fill="currentColor"></circle><circle cx="12.8" cy="14.5" r="2.6" fill="currentColor"></circle>`;
const silence = svg`<path d="M2 2 18 18" stroke="currentColor" stroke-width="2"></path>`;

export class SettingsChip extends LitElement {
  static override properties = { desk: { attribute: false }, nowAtMs: { type: Number }, isOpen: { state: true }, theme: { state: true } };
  declare desk: AlarmDesk | undefined;
  declare nowAtMs: number;
  declare isOpen: boolean;
  declare theme: Theme;

  constructor() {
    super();
    this.isOpen = false;
    this.theme = readTheme();
  }

  static override styles = [
    shared,
    panelLook,
    css`
      .blocked { border: 2px solid var(--waiting-mark); }
      /* The press itself wakes the sound and changes what stands here: what was pressed must still be there when the finger comes up. */
      .chip-button > * { pointer-events: none; }
      .short { display: none; }
      @media (max-width: 1500px) { .long { display: none; } .short { display: inline; } }
      @media (max-width: 600px) { .chip-button { padding-inline: 12px; font-size: var(--type-note); gap: 8px; }
        /* Sound that is on is the day as it should be: its sign is enough where a thumb needs the room. */
        .well { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } }
      .choices { display: grid; gap: 8px; }
      .themes { grid-template-columns: repeat(2, 1fr); }
      .choices button { font-size: var(--type-body); font-weight: 600; border-width: 1px; border-color: var(--mark); padding-inline: 12px; }
      .choices button[aria-pressed='true'] { background: var(--ink); color: var(--paper); border-color: var(--ink); }
      .hint { font-size: var(--type-small); line-height: 20px; color: var(--ink-quiet); padding-top: 8px; }
    `,
  ];

  readonly #away = (event: PointerEvent): void => {
    if (this.isOpen && !event.composedPath().includes(this)) this.isOpen = false;
  };

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.#away);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.#away);
  }

  protected override render(): TemplateResult | null {
    const { desk } = this;
    if (desk === undefined) return null;
    const muteLeftMs = desk.muteLeftMs(this.nowAtMs);
    const isReady = desk.sound.isReady;
    const label = !isReady ? html`<span><span class="long">${says.enableSound}</span><span class="short">${says.enableSoundShort}</span></span>`
      : muteLeftMs > 0 ? says.muted(sayCountdown(muteLeftMs)) : html`<span class="well">${says.soundOn}</span>`;
    return html`
      <button class="chip-button ${isReady ? '' : 'blocked'}" aria-expanded=${this.isOpen ? 'true' : 'false'} aria-controls="panel"
        @click=${() => void this.#press(isReady)}>
        <svg viewBox="0 0 20 20" aria-hidden="true">${note}${isReady && muteLeftMs === 0 ? null : silence}</svg>${label}
      </button>
      <div id="panel" ?hidden=${!this.isOpen} @keydown=${(event: KeyboardEvent) => this.#escape(event)}>${this.isOpen ? this.#panel() : null}</div>
    `;
  }

  #panel(): TemplateResult {
    return html`
      <div class="panel">
        <hf-alarm-settings .nowAtMs=${this.nowAtMs}></hf-alarm-settings>
        <div>
          <h2>${says.look}</h2>
          <div class="choices themes">
            ${THEMES.map((theme) => html`<button aria-pressed=${this.theme === theme ? 'true' : 'false'} @click=${() => this.#choose(theme)}>${webWords.themes[theme]}</button>`)}
          </div>
        </div>
        <div><h2>${roomWords.language}</h2><hf-language></hf-language></div>
      </div>
    `;
  }

  /** Always opens what it says, and wakes the sound if it sleeps: one press does both, whoever was first. */
  async #press(wasReady: boolean): Promise<void> {
    void loadAlarmSettings();
    this.isOpen = !this.isOpen;
    if (wasReady) return;
    await this.desk?.sound.wake();
    // A browser without any sound output stays silent; the look can still be chosen.
    this.desk?.sound.play('stopped');
    this.requestUpdate();
  }

  #choose(theme: Theme): void {
    this.theme = theme;
    applyTheme(theme);
  }

  #escape(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    this.isOpen = false;
    this.renderRoot.querySelector('button')?.focus();
  }
}
customElements.define('hf-settings-chip', SettingsChip);
