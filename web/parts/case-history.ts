/** Everything that happened to a case, the newest first, in words; what was corrected later stands beside what it corrects. */
import { LitElement, css, html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { CaseState } from '../../server/contract/case-state.ts';
import type { ChainedEvent } from '../../server/contract/custody.ts';
import type { Partner } from '../../server/contract/partners.ts';
import { sayEvent } from '../../server/contract/words-of-case-history.ts';
import type { HistoryNames } from '../../server/contract/words-of-case-history.ts';
import { casePartsWords as parts } from '../words/case-parts-words.ts';
import { historyOf } from '../case-calls.ts';
import { shared } from '../look/shared.ts';
import { NamesController } from '../names-desk.ts';
import { historyWords } from '../words/history-words.ts';
import { caseWords as says } from '../words/case-words.ts';
import { sayDay, sayMoment, sayTimeOfDay } from '../words/times.ts';
import { askedView } from './asked-view.ts';
import { Asked } from './asked.ts';
import { caseLook } from './case-look.ts';

export class CaseHistoryList extends LitElement {
  static override properties = { state: { attribute: false }, partners: { attribute: false } };
  declare state: CaseState | undefined;
  declare partners: readonly Partner[];
  readonly #names = new NamesController(this);
  readonly #history = new Asked(this, () => historyOf(this.state?.code ?? ''), 'when told');
  #asked: string | null = null;

  constructor() {
    super();
    this.partners = [];
  }

  static override styles = [
    shared, caseLook,
    css`
      .lines li { display: grid; grid-template-columns: 136px minmax(0, 1fr) auto; gap: 2px 16px; padding: 12px 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
      .lines li:first-child { border-top: 0; }
      .when, .seq { color: var(--ink-quiet); }
      .corrected { grid-column: 2; padding: 8px 12px; border-inline-start: 4px solid var(--waiting-mark); border-radius: var(--round-s); background: var(--sunken); }
      @media (max-width: 760px) { .lines li { grid-template-columns: minmax(0, 1fr) auto; } .when { grid-column: 1 / -1; } .corrected { grid-column: 1 / -1; } }
    `,
  ];

  protected override updated(changed: PropertyValues<this>): void {
    const now = this.state === undefined ? null : `${this.state.code}/${this.state.lastSeq}`;
    if (!changed.has('state') || now === this.#asked) return;
    this.#asked = now;
    if (now !== null) void this.#history.ask();
  }

  protected override render(): TemplateResult {
    return html`<h2>${says.history}</h2>
      ${askedView(this.#history, ({ events, head }) => html`
        <ol class="lines">${repeat(events.toReversed(), ({ event }) => event.id, (chained) => this.#line(chained))}</ol>
        <p class="quiet small">${says.historyHint} ${says.head(head.seq, head.hash)}</p>`)}`;
  }

  #say(): HistoryNames {
    const { devices = [] } = this.state ?? {};
    return {
      device: (id) => devices.find((one) => one.id === id)?.looks.model || historyWords.device,
      party: ({ kind, partner }) => (kind === 'partner' ? this.partners.find(({ id }) => id === partner)?.name : undefined) ?? parts.parties[kind],
      moment: sayMoment,
    };
  }

  #line({ event, hash }: ChainedEvent): TemplateResult {
    const corrections = this.state?.corrections.filter(({ seq }) => seq === event.seq) ?? [];
    return html`
      <li>
        <span class="when">${sayDay(event.atIso)}, ${sayTimeOfDay(event.atIso)}</span>
        <span>${this.#names.say(sayEvent(event, this.#say(), historyWords))} <span class="quiet small" translate="no">${this.#names.say(event.actor.name)}</span></span>
        <span class="seq small" title=${hash}>${says.entry(event.seq)}</span>
        ${corrections.map(({ why, by, atIso }) => html`<span class="corrected"><b>${says.corrects}</b> ${why} <span class="quiet small">${this.#names.say(by)}, ${sayDay(atIso)}</span></span>`)}
      </li>
    `;
  }
}
customElements.define('hf-case-history', CaseHistoryList);
