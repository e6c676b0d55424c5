/**
 * Help that is one key or one press away on every page: the sheet of keys, the search, the explanation of a state, the first steps. Each
 * is fetched when it is first wanted; this only listens.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { letterKeys } from '../look/choices.ts';
import { goTo } from '../reading/address.ts';
import type { Ringing } from '../reading/alarm-life.ts';
import { KeptChoice } from '../reading/kept-choice.ts';
import { actOfKey } from '../reading/keys.ts';
import type { Reading } from '../reading/voice.ts';
import { whoDesk } from '../who-desk.ts';
import { withWords } from '../words/packs.ts';

type Open = 'keys' | 'search' | 'explain';

const CODE: Readonly<Record<Open | 'first', () => Promise<unknown>>> = {
  keys: () => import('./keys-sheet.ts'), search: () => import('./search-sheet.ts'), explain: () => import('./explain-sheet.ts'), first: () => import('./first-steps.ts'),
};

/** `new`: nobody has signed in here yet. `due`: somebody did for the first time, and may be led. */
export const firstRun = new KeptChoice('holdfast-first-steps', ['new', 'due', 'done']);

export class HelpKeys extends LitElement {
  static override properties = { page: { type: String }, readings: { attribute: false }, ringing: { attribute: false }, opened: { state: true }, benchId: { state: true } };
  declare page: string;
  declare readings: readonly Reading[];
  declare ringing: readonly Ringing[];
  declare opened: Open | null;
  declare benchId: string;

  constructor() {
    super();
    this.page = 'board';
    this.readings = [];
    this.ringing = [];
    this.opened = null;
    this.benchId = '';
  }

  static override styles = css`:host { display: block; }`;

  readonly #key = (event: KeyboardEvent): void => {
    if (whoDesk.locked !== null || this.opened !== null) return;
    const isElsewhere = event.composedPath().some((part) => part instanceof HTMLInputElement || part instanceof HTMLTextAreaElement || part instanceof HTMLSelectElement || part instanceof HTMLDialogElement);
    const act = actOfKey({ key: event.key, hasModifier: event.ctrlKey || event.metaKey || event.altKey, isElsewhere, isOn: letterKeys.value === 'on', page: this.page });
    if (act === null) return;
    event.preventDefault();
    if (act.is === 'keys' || act.is === 'search') this.#open(act.is);
    else if (act.is === 'open-bench') this.#goToBench(act.index);
    else this.#seeWorst();
  };

  readonly #explain = (event: Event): void => {
    if (!(event instanceof CustomEvent)) return;
    this.benchId = String(event.detail);
    this.#open('explain');
  };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.#key);
    addEventListener('hf-explain', this.#explain);
    firstRun.listen(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#key);
    removeEventListener('hf-explain', this.#explain);
  }

  protected override render(): TemplateResult {
    const { opened } = this;
    const isLed = this.page === 'board' && firstRun.value === 'due' && whoDesk.who !== null && (whoDesk.who.virtual || this.readings.length === 0);
    if (isLed) void load('first');
    const close = (): void => this.#close();
    return html`
      ${isLed ? html`<hf-first-steps .isVirtual=${whoDesk.who?.virtual === true} .benches=${this.readings.length} @hf-end=${() => firstRun.choose('done')}></hf-first-steps>` : null}
      ${opened === 'keys' ? html`<hf-keys-sheet .isOpen=${true} @hf-close=${close}></hf-keys-sheet>` : null}
      ${opened === 'search' ? html`<hf-search-sheet .isOpen=${true} .readings=${this.readings} @hf-close=${close}></hf-search-sheet>` : null}
      ${opened === 'explain' ? html`<hf-explain-sheet .isOpen=${true} .reading=${this.readings.find(({ view }) => view.id === this.benchId)} @hf-close=${close}></hf-explain-sheet>` : null}
    `;
  }

  #open(what: Open): void {
    void load(what);
    this.opened = what;
  }

  #close(): void {
    this.opened = null;
  }

  /** By the configured number, wherever the tile stands now. */
  #goToBench(index: number): void {
    const id = this.readings[index]?.view.id;
    if (id !== undefined) goTo(`/bench/${encodeURIComponent(id)}`);
  }

  #seeWorst(): void {
    const worst = this.ringing[0];
    if (worst !== undefined) this.dispatchEvent(new CustomEvent('hf-seen', { bubbles: true, composed: true, detail: worst.alarmId }));
  }
}
customElements.define('hf-help-keys', HelpKeys);

/** A file that cannot be fetched leaves its place empty: the reconnect bar says that the server is away. */
async function load(what: Open | 'first'): Promise<void> {
  try {
    await withWords(CODE[what]);
  } catch {
    // See above.
  }
}
