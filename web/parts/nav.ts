/**
 * The ways through the room: three that everybody takes all day, the others behind "More". At a desk they stand in the head of
 * the page, on a phone at its foot where a thumb is. A page that is not one's task stays in its place and says why.
 */
import { LitElement, css, html } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import type { Action } from '../../server/contract/rights.ts';
import { navIcons } from '../look/nav-icons.ts';
import { shared } from '../look/shared.ts';
import { WhoController } from '../who-desk.ts';
import { roomWords } from '../words/room-words.ts';
import { panelLook } from './panel-look.ts';

interface Way {
  readonly path: string;
  readonly name: string;
  readonly action: Action;
}

const FIRST: readonly (Way & { readonly icon: SVGTemplateResult })[] = [
  { path: '/', name: roomWords.board, action: 'see-benches', icon: navIcons.board },
  { path: '/queue', name: roomWords.queue, action: 'see-cases', icon: navIcons.queue },
  { path: '/cases', name: roomWords.cases, action: 'see-cases', icon: navIcons.cases },
];
const OTHERS: readonly Way[] = [
  { path: '/stops', name: roomWords.stops, action: 'see-records' },
  { path: '/briefs', name: roomWords.briefs, action: 'see-own-briefs' }, { path: '/partners', name: roomWords.partners, action: 'see-partners' },
  { path: '/false-stops', name: roomWords.falseStops, action: 'see-records' }, { path: '/people', name: roomWords.people, action: 'see-people' },
  { path: '/machines', name: roomWords.machines, action: 'see-people' }, { path: '/audit', name: roomWords.audit, action: 'see-audit' },
  { path: '/shift', name: roomWords.shift, action: 'check-shift' }, { path: '/help', name: roomWords.help, action: 'enter' },
];
/** Only where the rigs are virtual. */
const LEVERS: Way = { path: '/levers', name: roomWords.levers, action: 'pull-lever' };
/** Pages that belong to one of the ways without being it. */
const BELOW: readonly (readonly [start: string, path: string])[] = [['/bench/', '/'], ['/case/', '/cases'], ['/brief', '/briefs']];

/** For whoever looks for a page by its name. */
export const allWays = (isVirtual: boolean): readonly Way[] => [...FIRST, ...OTHERS, ...(isVirtual ? [LEVERS] : [])];

export class Nav extends LitElement {
  static override properties = { path: { type: String }, waiting: { attribute: false }, isOpen: { state: true } };
  /** Where the page is. */
  declare path: string;
  /** How much stands in the queue; null: not known. */
  declare waiting: number | null;
  declare isOpen: boolean;
  readonly #who = new WhoController(this);

  constructor() {
    super();
    this.path = '/';
    this.waiting = null;
    this.isOpen = false;
  }

  static override styles = [
    shared, panelLook,
    css`
      .ways { display: flex; gap: 4px; }
      .ways > a, .ways > span, .more { display: flex; align-items: center; justify-content: center; gap: 8px; min-height: 48px; padding: 4px 12px;
        border: 0; border-radius: var(--round-m); background: none; color: var(--ink-quiet); font: 600 var(--type-body)/24px var(--text); text-decoration: none; white-space: nowrap; }
      .ways > a:hover, .more:hover { background: var(--sunken); }
      .ways > [aria-current='page'], .more.current { color: var(--ink); font-weight: 700; box-shadow: inset 0 -3px var(--ink); border-end-start-radius: 0; border-end-end-radius: 0; }
      .ways > span { opacity: 0.75; cursor: not-allowed; }
      .ways svg { flex: none; width: 20px; height: 20px; }
      .count { min-width: 28px; padding: 0 8px; border-radius: var(--round-l); background: var(--act); color: var(--act-ink); font-weight: 700; text-align: center; }
      .panel { gap: 0; inset-inline: auto 0; }
      .panel a, .panel span { display: grid; align-content: center; min-height: 48px; padding: 4px 12px; margin-inline: -12px; border-radius: var(--round-m); text-decoration: none; font-weight: 600; }
      .panel a:hover { background: var(--sunken); }
      .panel [aria-current='page'] { box-shadow: inset 3px 0 var(--ink); font-weight: 700; }
      .panel small { font-size: var(--type-small); line-height: 20px; font-weight: 400; white-space: normal; }
      .panel span { color: var(--ink-quiet); }
      @media (min-width: 1100px) and (max-width: 1759px) { .ways svg { display: none; } }
      @media (max-width: 1099px) {
        :host { position: fixed; z-index: 25; inset: auto 0 0 0; background: var(--paper); border-top: 1px solid var(--line); padding-bottom: env(safe-area-inset-bottom); }
        .ways { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 0; max-width: 640px; margin-inline: auto; }
        .ways > a, .ways > span, .more { position: relative; flex-direction: column; gap: 0; min-height: 60px; padding: 4px; font-size: var(--type-small); line-height: 20px; border-radius: 0; overflow: hidden; }
        .ways > [aria-current='page'], .more.current { box-shadow: inset 0 3px var(--ink); }
        .count { position: absolute; top: 4px; inset-inline-start: calc(50% + 4px); min-width: 20px; padding: 0 4px; font-size: var(--type-small); line-height: 20px; }
        .panel { position: fixed; top: auto; bottom: 68px; inset-inline: 12px; width: auto; max-height: calc(100dvh - 84px); max-width: 480px; margin-inline: auto; }
      }
      /* Enlarged four times a window is 256 px high: then nothing lies over the page. */
      @media (max-width: 1099px) and (max-height: 440px) { :host { position: static; flex-basis: 100%; padding-bottom: 0; } .panel { bottom: 12px; max-height: calc(100dvh - 24px); } }
      @media (forced-colors: active) { .more { border: 1px solid CanvasText; } .more.current { outline: 2px solid LinkText; outline-offset: -2px; } .count { border: 1px solid currentColor; } }
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

  protected override render(): TemplateResult {
    const here = BELOW.find(([start]) => this.path.startsWith(start))?.[1] ?? this.path;
    return html`
      <nav aria-label=${roomWords.pages} @keydown=${(event: KeyboardEvent) => this.#escape(event)}>
        <div class="ways">
          ${FIRST.map((way) => this.#way(way, here, html`<svg viewBox="0 0 24 24" aria-hidden="true">${way.icon}</svg><span>${way.name}</span>${this.#count(way)}`))}
          <button class="more ${OTHERS.some(({ path }) => path === here) ? 'current' : ''}" aria-expanded=${this.isOpen ? 'true' : 'false'} aria-controls="panel" @click=${() => this.#toggle(!this.isOpen)}>
            <svg viewBox="0 0 24 24" aria-hidden="true">${navIcons.more}</svg>${roomWords.more}</button>
        </div>
        <div id="panel" ?hidden=${!this.isOpen}>${this.isOpen ? html`<div class="panel">${[...OTHERS, ...(this.#who.who?.virtual === true ? [LEVERS] : [])].map((way) => this.#way(way, here, html`${way.name}`, true))}</div>` : null}</div>
      </nav>
    `;
  }

  #count({ path }: Way): TemplateResult | null {
    return path === '/queue' && this.waiting !== null && this.waiting > 0 ? html` <span class="count">${this.waiting}</span>` : null;
  }

  #toggle(isOpen: boolean): void {
    this.isOpen = isOpen;
  }

  /** Inside the panel the reason stands under the name; in the row it is told to who hovers or listens. */
  #way({ path, action }: Way, here: string, said: TemplateResult, isInPanel = false): TemplateResult {
    const why = this.#who.whyNot(action);
    if (why === null) return html`<a href=${path} aria-current=${path === here ? 'page' : 'false'} @click=${() => this.#toggle(false)}>${said}</a>`;
    return html`<span role="link" aria-disabled="true" title=${why}>${said}${isInPanel ? html`<small>${why}</small>` : html`<small class="unseen">${why}</small>`}</span>`;
  }

  #escape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.isOpen) return;
    this.#toggle(false);
    this.renderRoot.querySelector<HTMLElement>('.more')?.focus();
  }
}
customElements.define('hf-nav', Nav);
