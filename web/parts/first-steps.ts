/**
 * The first steps of somebody who has just signed in where the rigs are virtual, or where no bench is named yet. It stands above the
 * benches and covers nothing; one press ends it for good in this browser.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { shared } from '../look/shared.ts';
import { helpWords as says } from '../words/help-words.ts';

const STEPS = ['tile', 'stop', 'sound', 'levers', 'help'] as const;
type Step = (typeof STEPS)[number];
/** The way to what a step speaks of, part by part. */
const POINTS_AT: Readonly<Record<Step, readonly string[]>> = {
  tile: ['hf-app', 'hf-board', 'hf-tile'], stop: ['hf-app', 'hf-board', 'hf-tile', 'hf-actions', 'hf-stop'], sound: ['hf-app', 'hf-header', 'hf-settings-chip'],
  levers: ['hf-app', 'hf-header', 'hf-nav', '.more'], help: ['hf-app', 'hf-board', 'hf-tile', 'hf-headline', '.explain'],
};
/** Where a step leads. */
const PATHS: Readonly<Record<Step, string>> = { tile: '', stop: '', sound: '/shift', levers: '/levers', help: '/help' };

export class FirstSteps extends LitElement {
  static override properties = { isVirtual: { type: Boolean }, benches: { type: Number }, at: { state: true } };
  declare isVirtual: boolean;
  /** How many tiles there are to point at. */
  declare benches: number;
  declare at: number;
  #marked: HTMLElement | null = null;

  constructor() {
    super();
    this.isVirtual = false;
    this.benches = 0;
    this.at = 0;
  }

  static override styles = [
    shared,
    css`
      section { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 20px; max-width: 1944px; margin: 20px 28px 0; padding: 14px 20px; border: 2px solid var(--act); border-radius: var(--round-l); background: var(--paper); }
      .said { flex: 1 1 340px; display: grid; gap: 2px; }
      h2 { font-size: var(--type-lead); line-height: 24px; }
      .acts { display: flex; flex-wrap: wrap; gap: 8px; }
      @media (max-width: 600px) { section { margin: 12px 12px 0; padding: 12px; } .acts { width: 100%; } .acts > * { flex: 1; padding-inline: 8px; } }
    `,
  ];

  protected override render(): TemplateResult | null {
    const steps = STEPS.filter((step) => step !== 'levers' || this.isVirtual);
    const step = steps[this.at];
    if (step === undefined) return null;
    const { title, text, go } = says.steps[step];
    const isLast = this.at === steps.length - 1;
    return html`
      <section aria-label=${says.firstTitle}>
        <div class="said" role="status"><p class="quiet small">${says.firstTitle} · ${says.step(this.at + 1, steps.length)}</p><h2>${title}</h2><p>${text}</p></div>
        <div class="acts">
          ${go === '' ? null : html`<a class="button" href=${PATHS[step]}>${go}</a>`}
          ${isLast ? null : html`<button class="primary" @click=${() => this.#next()}>${says.next}</button>`}
          <button @click=${() => this.dispatchEvent(new CustomEvent('hf-end'))}>${isLast ? says.finish : says.end}</button>
        </div>
      </section>
    `;
  }

  #next(): void {
    this.at += 1;
  }

  /** The thing that the step speaks of gets a frame while it is spoken of. */
  protected override updated(): void {
    // The board beside is drawn in the same turn.
    requestAnimationFrame(() => this.#mark());
  }

  #mark(): void {
    this.#unmark();
    if (!this.isConnected) return;
    const steps = STEPS.filter((step) => step !== 'levers' || this.isVirtual);
    const step = steps[this.at];
    // Of many tiles the first that has it: a stopped bench has no stop.
    const [found] = step === undefined ? [] : POINTS_AT[step].reduce<readonly Element[]>((all, name) => all.flatMap((one) => [...(one.shadowRoot ?? one).querySelectorAll(name)]), [document.documentElement]);
    if (!(found instanceof HTMLElement)) return;
    found.style.setProperty('outline', '4px solid var(--act)');
    found.style.setProperty('outline-offset', '4px');
    this.#marked = found;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unmark();
  }

  #unmark(): void {
    for (const name of ['outline', 'outline-offset']) this.#marked?.style.removeProperty(name);
    this.#marked = null;
  }
}
customElements.define('hf-first-steps', FirstSteps);
