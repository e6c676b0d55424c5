/**
 * The long edges of the phone, drawn as bent as they are measured and exaggerated by a factor that is always said, with
 * every probe as a point against the band that may be used up.
 */
import { LitElement, css, html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { Measurement } from '../../firmware-bridge/contract/bench-status.ts';
import { DRAWING_HEIGHT, DRAWING_WIDTH, chassisShape } from '../reading/chassis-shape.ts';
import { shared } from '../look/shared.ts';
import { benchWords as says } from '../words/bench-words.ts';

type Edge = 'left' | 'right';

export class Chassis extends LitElement {
  static override properties = { frame: { attribute: false }, edges: { type: String }, isStale: { type: Boolean } };
  declare frame: Measurement | undefined;
  /** `worst`: only the edge that decides. */
  declare edges: 'worst' | 'both';
  declare isStale: boolean;

  constructor() {
    super();
    this.edges = 'worst';
  }

  static override styles = [
    shared,
    css`
      :host { display: grid; gap: 12px 32px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr)); }
      svg { width: 100%; height: auto; aspect-ratio: ${DRAWING_WIDTH} / ${DRAWING_HEIGHT}; overflow: visible; }
      .band { fill: var(--band); }
      .floor { stroke: var(--mark); stroke-dasharray: 2 4; }
      .limit { stroke: var(--waiting-mark); stroke-width: 1; }
      .edge { fill: none; stroke: var(--mark); stroke-width: 3; stroke-linecap: round; }
      .over .edge { stroke: var(--stopped); stroke-width: 4; }
      .probe { fill: var(--ink); }
      .stale .edge { stroke-dasharray: 6 6; stroke: var(--mark); }
      .stale .band { fill: var(--rail); }
      figcaption { padding-top: 4px; font-size: var(--type-small); line-height: 20px; color: var(--ink-quiet); }
    `,
  ];

  protected override render(): TemplateResult | null {
    const { frame } = this;
    if (frame === undefined) return null;
    const edges: readonly Edge[] = this.edges === 'both' ? ['left', 'right'] : [frame.edge ?? 'left'];
    return html`${edges.map((edge) => this.#edge(frame, edge))}`;
  }

  #edge(frame: Measurement, edge: Edge): TemplateResult | null {
    const probes = edge === 'left' ? frame.leftUm : frame.rightUm;
    const shape = chassisShape(probes, frame.spanMm, frame.holdAtUm);
    if (shape === null) return null;
    const rangeUm = Math.max(...probes) - Math.min(...probes);
    const looks = [rangeUm >= frame.holdAtUm ? 'over' : '', this.isStale ? 'stale' : ''].join(' ');
    const said = says.edgeSays(says.edges[edge], probes.length, Math.round(frame.spanMm), rangeUm, frame.holdAtUm);
    return html`
      <figure class=${looks}>
        <svg viewBox="0 0 ${DRAWING_WIDTH} ${DRAWING_HEIGHT}" role="img" aria-label=${said}>
          <rect class="band" x="0" y=${shape.bandTop} width=${DRAWING_WIDTH} height=${shape.floor - shape.bandTop}></rect>
          <line class="floor" x1="0" x2=${DRAWING_WIDTH} y1=${shape.floor} y2=${shape.floor}></line>
          <line class="limit" x1="0" x2=${DRAWING_WIDTH} y1=${shape.bandTop} y2=${shape.bandTop}></line>
          <path class="edge" d=${shape.line}></path>
          ${shape.points.map((point) => svg`<circle class="probe" cx=${point.x} cy=${point.y} r="4"></circle>`)}
        </svg>
        <figcaption>${shape.isCut ? says.drawnCut(says.edges[edge], shape.exaggeration) : says.drawn(says.edges[edge], shape.exaggeration)}</figcaption>
      </figure>
    `;
  }
}
customElements.define('hf-chassis', Chassis);
