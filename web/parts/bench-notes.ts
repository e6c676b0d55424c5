/**
 * What a bench says beside its voice: that it is out of service, by whom and why, and that its drill is overdue, failed
 * or was never done. Word and mark together; it withholds nothing and hides nothing.
 */
import { LitElement, css, html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import { SHAPES } from '../look/mark.ts';
import { shared } from '../look/shared.ts';
import { NamesController } from '../names-desk.ts';
import { sayDrillState, sayOut } from '../words/drill-words.ts';
import { stopWords } from '../words/stop-words.ts';

const clock = svg`<circle cx="12" cy="12" r="9" fill="none" stroke="currentColor" stroke-width="3"></circle><path d="M12 7v5l4 3" fill="none" stroke="currentColor" stroke-width="3"></path>`;

export class BenchNotes extends LitElement {
  static override properties = { status: { attribute: false }, isFull: { type: Boolean } };
  declare status: BenchStatus | null | undefined;
  /** With what it means; else only what to do. */
  declare isFull: boolean;
  readonly #names = new NamesController(this);

  static override styles = [
    shared,
    css`
      :host { display: contents; }
      div { display: grid; gap: 8px; }
      p { display: grid; grid-template-columns: 18px minmax(0, 1fr); gap: 12px; padding: 8px 12px; border-inline-start: 4px solid var(--mark); border-radius: var(--round-s); background: var(--sunken);
        font-size: var(--type-note); line-height: 22px; overflow-wrap: anywhere; }
      svg { width: 18px; height: 18px; margin-top: 2px; }
      .out { border-color: var(--ink); }
      .brief { grid-template-columns: minmax(0, 1fr); padding: 0; border: 0; background: none; color: var(--ink-quiet); }
      .overdue, .failed { border-color: var(--waiting-mark); }
      .overdue b, .failed b, .overdue svg, .failed svg { color: var(--waiting); }
    `,
  ];

  protected override render(): TemplateResult | null {
    const { status } = this;
    if (status === null || status === undefined) return null;
    const out = status.service?.out ?? null;
    const drill = status.drill === undefined ? null : sayDrillState(status.drill);
    if (out === null && drill === null) return null;
    return html`<div>
      ${out === null ? null : html`<p class="out"><svg viewBox="0 0 24 24" aria-hidden="true">${SHAPES['out-of-service']}</svg><span><b>${this.#names.say(sayOut(out))}</b> ${stopWords.doNotStart}</span></p>`}
      ${drill === null ? null : this.#drill(drill, status.drill?.state ?? '')}
    </div>`;
  }

  /** A bench that has not drilled yet will: on a tile that is no alarm. */
  #drill({ title, what, whatToDo }: NonNullable<ReturnType<typeof sayDrillState>>, state: string): TemplateResult {
    if (state === 'never' && !this.isFull) return html`<p class="brief">${title}.</p>`;
    return html`<p class=${state}><svg viewBox="0 0 24 24" aria-hidden="true">${clock}</svg><span><b>${title}.</b> ${this.isFull ? `${what} ` : ''}${whatToDo}</span></p>`;
  }
}
customElements.define('hf-bench-notes', BenchNotes);
