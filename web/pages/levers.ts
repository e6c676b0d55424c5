/**
 * The levers of the virtual rigs, one press each with one line on what it will do, and beside them what the bench says of it. It
 * exists only where the rigs are virtual: the server of a real store has no such address.
 */
import { LitElement, css, html } from 'lit';
import type { TemplateResult } from 'lit';
import type { CallProblem } from '../api.ts';
import { shared } from '../look/shared.ts';
import { chipLook, chips } from '../parts/chips.ts';
import '../parts/headline.ts';
import '../parts/receipt.ts';
import type { Reading } from '../reading/voice.ts';
import { leveredBenches, pullLever } from '../shift-calls.ts';
import { WhoController } from '../who-desk.ts';
import { leverWords as says, PULLED, PULLS } from '../words/lever-words.ts';
import type { Pull, PullGroup } from '../words/lever-words.ts';
import { sayCallProblem } from '../words/sentences.ts';

const GROUPS: readonly PullGroup[] = ['phone', 'restore', 'frame', 'line', 'rig', 'danger'];

export class Levers extends LitElement {
  static override properties = { readings: { attribute: false }, benches: { state: true }, bench: { state: true }, told: { state: true }, problem: { state: true } };
  declare readings: readonly Reading[];
  /** Null before the answer. */
  declare benches: readonly string[] | null;
  declare bench: string;
  declare told: string;
  declare problem: CallProblem | null;
  readonly #who = new WhoController(this);

  constructor() {
    super();
    this.readings = [];
    this.benches = null;
    this.bench = '';
    this.told = '';
    this.problem = null;
  }

  static override styles = [
    shared, chipLook,
    css`
      .page { max-width: 1200px; margin-inline: auto; padding: 28px 28px 96px; display: grid; gap: 20px; }
      h1 { font-size: var(--type-page); line-height: 36px; }
      h2 { font-size: var(--type-lead); line-height: 24px; padding-bottom: 8px; }
      fieldset { margin: 0; padding: 0; border: 0; }
      .now { position: sticky; top: 0; z-index: 5; display: grid; gap: 8px; padding: 16px 20px; border: 2px solid var(--line); border-radius: var(--round-l); background: var(--paper); }
      .told { min-height: 24px; }
      .groups { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 340px), 1fr)); gap: 20px; }
      section { padding: 20px; border: 1px solid var(--line); border-radius: var(--round-l); background: var(--paper); }
      li { padding-block: 6px; }
      li button { width: 100%; justify-content: flex-start; text-align: start; border: 1px solid var(--line); background: var(--sunken); }
      li button:hover { background: var(--rail); }
      .danger { border-color: var(--stopped); }
      li p { padding: 4px 4px 0; font-size: var(--type-note); line-height: 20px; color: var(--ink-quiet); }
      @media (max-width: 600px) { .page { padding: 20px 12px 96px; } section, .now { padding: 14px; } }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#ask();
  }

  async #ask(): Promise<void> {
    const answer = await leveredBenches();
    this.problem = answer.ok ? null : answer.problem;
    this.benches = answer.ok ? answer.value.benches : [];
    this.bench = this.benches[0] ?? '';
  }

  protected override render(): TemplateResult {
    const { benches, problem } = this;
    if (benches === null) return html`<div class="page"><h1>${says.asking}</h1></div>`;
    const isAway = problem !== null && problem.kind !== 'refused';
    if (benches.length === 0) return html`<div class="page"><h1>${says.none}</h1><p>${isAway ? sayCallProblem(problem) : says.noneWhat}</p></div>`;
    const reading = this.readings.find(({ view }) => view.id === this.bench);
    const nameOf = (id: string): string => this.readings.find(({ view }) => view.id === id)?.view.name ?? id;
    return html`
      <div class="page">
        <div><h1>${says.title}</h1><p class="quiet">${says.lead}</p></div>
        ${chips({ name: 'bench', legend: says.bench, options: benches, words: Object.fromEntries(benches.map((id) => [id, nameOf(id)])), chosen: [this.bench], pick: ([id]) => this.#pick(id) })}
        <div class="now">
          <hf-headline .reading=${reading} .isFeedLive=${true}></hf-headline>
          ${(reading?.status?.trip ?? null) === null ? null : html`<hf-receipt .trip=${reading?.status?.trip}></hf-receipt>`}
          <p class="told" role="status">${this.told}</p>
          <p><a href="/bench/${encodeURIComponent(this.bench)}">${says.pageOf}</a></p>
        </div>
        <div class="groups">${GROUPS.map((group) => html`<section class=${group} aria-label=${says.groups[group]}><h2>${says.groups[group]}</h2><ul>${PULLS[group].map((pull) => this.#pull(pull))}</ul></section>`)}</div>
      </div>
    `;
  }

  #pick(id: string | undefined): void {
    this.bench = id ?? this.bench;
  }

  #pull(pull: Pull): TemplateResult {
    const { name, does } = says.pulls[pull];
    const why = this.#who.whyNot('pull-lever');
    return html`<li><button aria-describedby="does-${pull}" aria-disabled=${why === null ? 'false' : 'true'} @click=${() => { if (why === null) void this.#press(pull); }}>${name}</button><p id="does-${pull}">${why ?? does}</p></li>`;
  }

  async #press(pull: Pull): Promise<void> {
    const { name } = says.pulls[pull];
    const answer = await pullLever(this.bench, PULLED[pull]);
    if (!answer.ok) this.told = says.notDone(name, sayCallProblem(answer.problem));
    else this.told = answer.value.ok ? says.done(name) : says.notDone(name, [answer.value.what, answer.value.remedy].filter((part) => part !== null).join(': '));
  }
}
customElements.define('hf-levers', Levers);
