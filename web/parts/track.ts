/**
 * The way of a restore as a distance: what is behind, the double bar of the point of no return, where we stand. The
 * words under it say the same, so that nothing is told by the drawing alone.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import { property } from '../look/property.ts';
import { shared } from '../look/shared.ts';
import { trackOf } from '../reading/track.ts';
import type { Span } from '../reading/track.ts';
import { trackSentence } from '../words/sentences.ts';
import { stopWords } from '../words/stop-words.ts';

const share = (perMille: number): string => `${perMille / 10}%`;

export class Track extends LitElement {
  static override properties = { restore: { attribute: false }, isPast: { type: Boolean } };
  declare restore: NonNullable<BenchStatus['restore']> | undefined;
  /** The point of no return is behind, established by the guard. */
  declare isPast: boolean;

  static override styles = [
    shared,
    css`
      .over { position: relative; height: 20px; font-size: var(--type-small); line-height: 20px; font-weight: 700; }
      .over span { position: absolute; left: var(--at); transform: translateX(-50%); white-space: nowrap; }
      .rail { position: relative; height: 32px; }
      .span, .done { position: absolute; top: 11px; height: 10px; left: calc(var(--from) + 1px); right: calc(100% - var(--to) + 1px); border-radius: 2px; background: var(--rail); }
      .span:first-child { border-start-start-radius: 5px; border-end-start-radius: 5px; }
      .span.last { border-start-end-radius: 5px; border-end-end-radius: 5px; }
      .span.critical { background: var(--band); }
      .done { z-index: 1; border-start-start-radius: 5px; border-end-start-radius: 5px; }
      .done.safe { background: var(--mark); }
      .done.critical { background: var(--waiting-mark); border-radius: 0; }
      .done.committed { background: var(--too-late); border-radius: 0; }
      .bar { position: absolute; z-index: 2; top: 0; height: 32px; left: var(--at); width: 10px; margin-left: -5px; background: var(--paper); }
      .bar::before, .bar::after { content: ''; position: absolute; top: 0; bottom: 0; width: 3px; background: var(--ink); }
      .bar::before { left: 1px; }
      .bar::after { right: 1px; }
      .mark { position: absolute; z-index: 3; top: 5px; left: var(--at); width: 22px; height: 22px; margin-left: -11px; border: 5px solid var(--mark); border-radius: 50%; background: var(--paper); }
      .mark.critical { border-color: var(--waiting-mark); }
      .mark.committed { border-color: var(--too-late); }
      .under { padding-top: 4px; font-size: var(--type-note); line-height: 20px; color: var(--ink-quiet); min-height: 24px; }
      .mark { transition: left var(--change) linear; }
      /* Drawn by backgrounds alone it would vanish: what is behind is filled, what lies ahead an outline. */
      @media (forced-colors: active) {
        .span { border: 1px solid CanvasText; }
        .done { forced-color-adjust: none; background: CanvasText !important; }
        .bar { background: Canvas; }
        .bar::before, .bar::after { forced-color-adjust: none; background: CanvasText; }
        .mark { border-color: Highlight; }
      }
    `,
  ];

  protected override render(): TemplateResult | null {
    const { restore } = this;
    if (restore === undefined) return null;
    const track = trackOf(restore);
    const lastAt = track.spans.length - 1;
    return html`
      <div aria-hidden="true">
        <p class="over"><span ${property('--at', share(track.barAt))}>${stopWords.point}</span></p>
        <div class="rail">
          ${track.spans.map((span, index) => this.#span(span, index === lastAt))}
          ${track.spans.map((span) => this.#done(span))}
          <div class="bar" ${property('--at', share(track.barAt))}></div>
          ${track.markAt === null ? null : html`<div class="mark ${track.zone}" ${property('--at', share(track.markAt))}></div>`}
        </div>
      </div>
      <p class="under">${trackSentence(restore, this.isPast)}</p>
    `;
  }

  #span({ zone, from, to }: Span, isLast: boolean): TemplateResult {
    return html`<div class="span ${zone} ${isLast ? 'last' : ''}" ${property('--from', share(from))} ${property('--to', share(to))}></div>`;
  }

  #done({ zone, from, doneTo }: Span): TemplateResult | null {
    if (doneTo <= from) return null;
    return html`<div class="done ${zone}" ${property('--from', share(from))} ${property('--to', share(doneTo))}></div>`;
  }
}
customElements.define('hf-track', Track);
