/**
 * The live chart of one bench: filled from the server's roll-ups, then from the feed, one point a second. It fetches its
 * drawing code when it is first shown, and says in words what it shows for whoever cannot see it.
 */
import { LitElement, css, html, unsafeCSS } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type uPlot from 'uplot';
import uplotStyles from 'uplot/dist/uPlot.min.css?inline';
import { deviationHistory } from '../api.ts';
import { shared } from '../look/shared.ts';
import type { Reading } from '../reading/voice.ts';
import type { ChartColumns, drawChart } from './chart-drawing.ts';
import { CHART_SPAN_S, addLive, columnsFrom } from '../reading/chart-points.ts';
import { benchWords as says } from '../words/bench-words.ts';

export class Chart extends LitElement {
  static override properties = { reading: { attribute: false }, time: { attribute: false }, isPast: { type: Boolean }, failure: { state: true } };
  declare reading: Reading | undefined;
  declare time: Date | null;
  /** The time stands still: what was before a stop. */
  declare isPast: boolean;
  declare failure: string | null;
  #columns: ChartColumns = [[], [], [], []];
  #plot: uPlot | null = null;
  #asked: string | null = null;
  #drawnAtS = 0;
  readonly #resized = new ResizeObserver(() => this.#fit());

  constructor() {
    super();
    this.time = null;
    this.isPast = false;
    this.failure = null;
  }

  static override styles = [
    shared,
    unsafeCSS(uplotStyles),
    css`
      /* Between a change of width and the next drawing the old canvas is cut, and pushes nothing out of the page. */
      #plot { height: 240px; margin-inline: -8px; overflow: clip; }
      p { min-height: 20px; padding-top: 4px; font-size: var(--type-small); line-height: 20px; color: var(--ink-quiet); }
      #hue { position: absolute; visibility: hidden; }
    `,
  ];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
    this.#plot?.destroy();
    this.#plot = null;
    this.#asked = null;
  }

  protected override render(): TemplateResult {
    const frame = this.reading?.status?.frame;
    const span = CHART_SPAN_S / 60;
    const said = this.isPast ? says.chartBefore(span) : frame === undefined ? says.chart : says.chartNow(span, frame.deviationUm, frame.holdAtUm);
    return html`
      <span id="hue" aria-hidden="true"></span>
      <div id="plot" role="img" aria-label=${said}></div>
      <p>${this.failure ?? (this.isPast ? says.chartKeyBefore(span) : says.chartKey(span))}</p>
    `;
  }

  protected override updated(changed: PropertyValues): void {
    const { reading, time } = this;
    if (reading === undefined || time === null) return;
    if (this.#asked !== reading.view.id) {
      this.#asked = reading.view.id;
      void this.#begin(reading.view.id, time.getTime());
    }
    if (changed.has('reading') && !reading.isStale) addLive(this.#columns, time.getTime() / 1000, reading.status?.frame.deviationUm ?? null);
    if (Math.floor(time.getTime() / 1000) === this.#drawnAtS) return;
    this.#drawnAtS = Math.floor(time.getTime() / 1000);
    this.#plot?.setData(this.#columns);
  }

  async #begin(benchId: string, nowMs: number): Promise<void> {
    const [draw, answer] = await Promise.all([loadDrawing(), deviationHistory(benchId, nowMs - CHART_SPAN_S * 1000, nowMs)]);
    const host = this.renderRoot.querySelector<HTMLElement>('#plot');
    if (host === null || !this.isConnected || this.reading?.view.id !== benchId) return;
    if (draw === null) {
      this.failure = says.noChart;
      return;
    }
    if (!answer.ok) this.failure = says.noEarlier;
    this.#columns = columnsFrom(answer.ok ? answer.value.points : []);
    this.#plot?.destroy();
    this.#plot = draw(host, this.#columns, () => this.reading?.status?.frame ?? { holdAtUm: 300, limitUm: 400, uncertaintyUm: 100 }, (token) => this.#hue(token));
    this.#resized.observe(host);
  }

  #fit(): void {
    const host = this.renderRoot.querySelector<HTMLElement>('#plot');
    if (host !== null && this.#plot !== null && this.#plot.width !== host.clientWidth) this.#plot.setSize({ width: host.clientWidth, height: 240 });
  }

  /** A canvas cannot read tokens: the browser resolves one on an unseen element. */
  #hue(token: string): string {
    const probe = this.renderRoot.querySelector<HTMLElement>('#hue');
    if (probe === null) return 'gray';
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  }
}

async function loadDrawing(): Promise<typeof drawChart | null> {
  try {
    // uPlot reads the language at import and throws on one that is none, such as en-US@posix.
    new Intl.NumberFormat(navigator.language);
  } catch {
    Object.defineProperty(navigator, 'language', { value: 'en-GB' });
  }
  try {
    return (await import('./chart-drawing.ts')).drawChart;
  } catch {
    return null;
  }
}
customElements.define('hf-chart', Chart);
