/**
 * The serial line of a bench, read only: what goes over it now, or what went over it in the time that the charts show. It asks
 * only while it is open and seen, or paused with somebody reading, and says where lines are missing.
 */
import { LitElement, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { RawLine } from '../../firmware-bridge/contract/raw-lines.ts';
import { followRaw, pastRaw } from '../bench-calls.ts';
import { shared } from '../look/shared.ts';
import { middleOf } from '../reading/chart-window.ts';
import type { Span } from '../reading/chart-window.ts';
import { EMPTY_TAIL, KEPT_MAX, fitting, goOn, grouped, hear } from '../reading/serial-tail.ts';
import type { KeptLine, SerialTail } from '../reading/serial-tail.ts';
import { WhoController } from '../who-desk.ts';
import { sayCallProblem } from '../words/sentences.ts';
import { sayFineTime } from '../words/times.ts';
import { timelineWords as says } from '../words/timeline-words.ts';
import { serialLook } from './serial-look.ts';
import './support-report.ts';
import { typed } from './typed.ts';

const ASK_EVERY_MS = 1_000;
/** Whoever has scrolled up further reads something (px). */
const AT_END_PX = 40;
const DIRECTIONS = ['all', 'in', 'out'] as const;
type Direction = (typeof DIRECTIONS)[number];
const ARROWS: Readonly<Record<RawLine['dir'], string>> = { in: '<', out: '>', gap: '…' };

export class Serial extends LitElement {
  static override properties = {
    benchId: { type: String }, span: { attribute: false }, isOpen: { state: true }, isPaused: { state: true }, filter: { state: true }, direction: { state: true },
    tail: { state: true }, isAnswered: { state: true }, failure: { state: true }, isCut: { state: true },
  };
  declare benchId: string;
  /** Null: live. */
  declare span: Span | null;
  declare isOpen: boolean;
  declare isPaused: boolean;
  declare filter: string;
  declare direction: Direction;
  declare tail: SerialTail;
  declare isAnswered: boolean;
  declare failure: string;
  declare isCut: boolean;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #asked = '';
  readonly #who = new WhoController(this);

  constructor() {
    super();
    this.benchId = '';
    this.span = null;
    this.isOpen = false;
    this.filter = '';
    this.direction = 'all';
    this.#begin();
  }

  static override styles = [shared, serialLook];

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#seen);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#seen);
    this.#asked = '';
    this.#wait(null);
  }

  /** Whoever comes back waits for no timer of a hidden page. */
  readonly #seen = (): void => {
    if (document.visibilityState === 'visible' && this.#timer !== null) {
      this.#wait(null);
      void this.#follow();
    }
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('benchId') || changed.has('span')) this.#begin();
  }

  protected override updated(): void {
    const part = this.#part;
    const wanted = this.isOpen && this.isConnected ? `${this.benchId}/${part === null ? 'live' : `${part.fromMs}/${part.toMs}`}` : '';
    if (wanted === this.#asked) return;
    this.#asked = wanted;
    this.#wait(null);
    if (wanted !== '') void (part === null ? this.#follow() : this.#past(part));
  }

  protected override render(): TemplateResult {
    return html`
      <details ?open=${this.isOpen} @toggle=${(event: Event) => this.#toggle(event)}>
        <summary>${says.serial}</summary>
        ${this.isOpen ? this.#body() : null}
      </details>
    `;
  }

  #toggle({ currentTarget }: Event): void {
    this.isOpen = currentTarget instanceof HTMLDetailsElement && currentTarget.open;
  }

  /** Of a longer time the middle: a link to a moment has it there. */
  get #part(): Span | null {
    return this.span === null ? null : middleOf(this.span);
  }

  #body(): TemplateResult {
    const { filter, direction, span } = this;
    const lines = fitting(this.tail.lines, { text: filter, direction });
    const part = this.#part;
    const past = part === null || span === null ? '' : part.toMs - part.fromMs < span.toMs - span.fromMs ? says.serialMiddle(sayFineTime(part.fromMs), sayFineTime(part.toMs)) : says.serialPast;
    return html`
      <p class="quiet">${says.serialHint} ${this.#who.may('see-cases') ? null : says.serialVeiled} ${past}</p>
      <div class="tools">
        <label>${says.filter}<input name="filter" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="80" .value=${filter} @input=${(event: Event) => { this.filter = typed(event); }} /></label>
        <div class="group" role="group" aria-label=${says.direction}>${DIRECTIONS.map((one) => html`<button aria-pressed=${direction === one ? 'true' : 'false'} @click=${() => { this.direction = one; }}>${says.directions[one]}</button>`)}</div>
        ${part === null ? html`<button class="pause" aria-pressed=${this.isPaused ? 'true' : 'false'} @click=${() => void this.#pause()}>${this.isPaused ? says.goOn : says.pause}</button>` : null}
      </div>
      ${part === null ? html`<p class="waits ${this.isPaused ? 'is-paused' : ''}">${this.isPaused ? `${says.waits(this.tail.waiting.length, KEPT_MAX)} ${this.tail.letGo === 0 ? '' : says.letGo(this.tail.letGo)}` : says.newest}</p>` : null}
      <div class="lines" tabindex="0" role="group" aria-label=${says.serialList} translate="no">
        ${repeat(grouped(lines), ({ key }) => key, (group) => guard([filter, direction, group.lines[0]?.number, group.lines.length], () => html`<div class="some">${group.lines.map((line) => this.#line(line))}</div>`))}
      </div>
      <p class="quiet" role="status">${this.#say(lines.length)}</p>
      <hf-support-report .benchId=${this.benchId}></hf-support-report>
    `;
  }

  #line({ atMs, dir, text, stopId }: KeptLine): TemplateResult {
    if (dir === 'gap') return html`<div class="line gap"><span>${sayFineTime(atMs)}</span><span aria-hidden="true">${ARROWS.gap}</span><div>${text === '' ? says.someMissing : says.missing(Number(text))}</div></div>`;
    return html`<div class="line ${dir} ${stopId === null ? '' : 'stop'}"><span>${sayFineTime(atMs)}</span><span aria-hidden="true">${ARROWS[dir]}</span><div><span class="unseen">${says.arrow[dir]}</span> ${text}</div></div>`;
  }

  #say(shown: number): string {
    if (this.failure !== '') return `${says.serialFailed} ${this.failure}`;
    if (!this.isAnswered) return '';
    if (this.tail.lines.length === 0) return this.span === null ? says.noLines : says.noPastLines;
    if (shown === 0) return says.noneFit;
    return this.isCut ? says.cut(this.tail.lines.length) : '';
  }

  #begin(): void {
    this.tail = EMPTY_TAIL;
    this.isPaused = false;
    this.isAnswered = false;
    this.failure = '';
    this.isCut = false;
  }

  async #pause(): Promise<void> {
    this.isPaused = !this.isPaused;
    if (!this.isPaused) await this.#show(goOn(this.tail));
  }

  #wait(run: (() => void) | null): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = run === null ? null : setTimeout(run, ASK_EVERY_MS);
  }

  async #follow(): Promise<void> {
    const asked = this.#asked;
    this.#timer = null;
    // A hidden page asks for nothing that nobody reads; what is missed then is shown as a hole. A paused one keeps its promise.
    if (document.visibilityState === 'visible' || this.isPaused) {
      const answer = await followRaw(this.benchId, this.tail.after);
      if (asked !== this.#asked) return;
      this.failure = answer.ok ? '' : sayCallProblem(answer.problem);
      if (answer.ok) {
        this.isAnswered = true;
        await this.#show(hear(this.tail, answer.value, this.isPaused));
      }
    }
    if (asked === this.#asked) this.#wait(() => void this.#follow());
  }

  /** A reader at the end stays there; one who has scrolled up is left in peace. */
  async #show(tail: SerialTail): Promise<void> {
    const list = this.renderRoot.querySelector('.lines');
    const isAtEnd = list === null || list.scrollHeight - list.scrollTop - list.clientHeight < AT_END_PX;
    this.tail = tail;
    await this.updateComplete;
    const now = this.renderRoot.querySelector('.lines');
    if (isAtEnd && !this.isPaused && now !== null) now.scrollTop = now.scrollHeight;
  }

  async #past(span: Span): Promise<void> {
    const asked = this.#asked;
    const answer = await pastRaw(this.benchId, span);
    if (asked !== this.#asked) return;
    this.failure = answer.ok ? '' : sayCallProblem(answer.problem);
    this.isAnswered = answer.ok;
    this.isCut = answer.ok && answer.value.isCut;
    this.tail = { ...EMPTY_TAIL, lines: answer.ok ? answer.value.lines.map((line, number) => ({ ...line, number })) : [] };
    await this.updateComplete;
    // What somebody came for: the stop.
    const [list, stop] = [this.renderRoot.querySelector('.lines'), this.renderRoot.querySelector('.lines .stop')];
    if (list !== null && stop !== null) list.scrollTop += stop.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 2;
  }
}
customElements.define('hf-serial', Serial);
