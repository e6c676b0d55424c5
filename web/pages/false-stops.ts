/**
 * The table of false stops by first cause: what was judged, the rate with its interval, the budget. It shows what people
 * said of stops and decides nothing; every number stands beside what it is a number of.
 */
import { LitElement, html, svg } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import { bridgeWords } from '../words/bridge-words.ts';
import type { NuisanceReport, NuisanceRow, NuisanceTally } from '../../server/contract/judgement.ts';
import { nuisanceWords } from '../words/nuisance-words.ts';
import { shared } from '../look/shared.ts';
import { overMark } from '../parts/nuisance.ts';
import { NuisanceAnswer } from '../parts/nuisance-answer.ts';
import type { Reading } from '../reading/voice.ts';
import { webWords } from '../words/web-words.ts';
import { falseStopsLook } from './false-stops-look.ts';

const COUNTS = ['stops', 'true', 'false', 'unclear', 'notJudged'] as const;
const heads = nuisanceWords.columns;
const says = webWords.judging;

export class FalseStopsPage extends LitElement {
  static override properties = { stopsVersion: { type: Number }, readings: { attribute: false } };
  declare stopsVersion: number;
  declare readings: readonly Reading[];
  readonly #answer = new NuisanceAnswer(this, () => this.stopsVersion);

  constructor() {
    super();
    this.stopsVersion = 0;
    this.readings = [];
  }

  static override styles = [shared, falseStopsLook];

  protected override render(): TemplateResult {
    const { report, failure } = this.#answer;
    return html`
      <div class="page">
        <h1>${says.title}</h1>
        ${failure === null ? null : html`<p>${says.unknown} ${failure} <button @click=${() => void this.#answer.ask()}>${says.askAgain}</button></p>`}
        ${report === null ? (failure === null ? html`<p class="quiet">${says.asking}</p>` : null) : this.#report(report)}
      </div>
    `;
  }

  #report(report: NuisanceReport): TemplateResult {
    const over = report.rows.filter(({ budget }) => budget?.isOver === true).length;
    return html`
      <section aria-label=${says.title}>
        <p class="sum">${nuisanceWords.summary(report)}.</p>
        ${report.virtual ? html`<p class="quiet">${nuisanceWords.virtual}</p>` : null}
        ${over === 0 ? null : html`<p class="over"><svg viewBox="0 0 24 24" aria-hidden="true">${overMark}</svg>${nuisanceWords.overBudget(over)}.</p>`}
        ${report.notJudged === 0 ? null : this.#waiting(report)}
        ${report.rows.length === 0 ? html`<p>${nuisanceWords.nothingYet}</p>` : this.#table(report)}
        <div class="notes">
          <p>${nuisanceWords.rateOf}</p>
          ${report.rows.some(({ by }) => by === 'person') ? html`<p>${nuisanceWords.byPerson}</p>` : null}
          <p>${nuisanceWords.policy(report)}</p>
        </div>
      </section>
    `;
  }

  #waiting({ notJudged, rules, waiting }: NuisanceReport): TemplateResult {
    const nameOf = (bench: string): string => this.readings.find(({ view }) => view.id === bench)?.view.name ?? bench;
    return html`
      <p class="waiting">${nuisanceWords.waiting(notJudged, notJudged - rules.notJudged)}. ${says.judgeAt}
        ${waiting.map((one) => html`<a href="/bench/${encodeURIComponent(one.bench)}">${nameOf(one.bench)} (${one.notJudged})</a>`)}
      </p>
    `;
  }

  // The roles stand in the markup because a narrow page lays the rows out as blocks, which would take them away.
  #table({ rows, rules }: NuisanceReport): TemplateResult {
    return html`
      <table role="table">
        <thead><tr role="row">
          <th role="columnheader" scope="col">${heads.rule}</th>
          ${COUNTS.map((key) => html`<th role="columnheader" scope="col" class="number">${heads[key]}</th>`)}
          <th role="columnheader" scope="col" class="rate">${heads.rate}</th><th role="columnheader" scope="col">${heads.budget}</th>
        </tr></thead>
        <tbody>
          ${rows.map((row) => this.#row(bridgeWords.causes[row.code].title, row, this.#budget(row)))}
          ${this.#row(nuisanceWords.allRules, rules, html``)}
        </tbody>
      </table>
    `;
  }

  #row(title: string, tally: NuisanceTally, budget: TemplateResult): TemplateResult {
    return html`
      <tr role="row">
        <th role="rowheader" scope="row">${title}</th>
        ${COUNTS.map((key) => html`<td role="cell" class="number"><span class="head" aria-hidden="true">${heads[key]}</span>${tally[key]}</td>`)}
        <td role="cell" class="rate"><span class="head" aria-hidden="true">${heads.rate}</span><span>${nuisanceWords.rate(tally)}</span>${interval(tally)}</td>
        <td role="cell" class="budget">${budget}</td>
      </tr>
    `;
  }

  #budget(row: NuisanceRow): TemplateResult {
    const text = nuisanceWords.budget(row);
    return row.budget?.isOver === true
      ? html`<span class="over"><svg viewBox="0 0 24 24" aria-hidden="true">${overMark}</svg>${text}</span>`
      : html`<span class="quiet">${text}</span>`;
  }
}

/** Where the true rate lies, drawn from none to all. */
function interval({ falseRate }: NuisanceTally): TemplateResult | null {
  if (falseRate === null) return null;
  const at = (share: number): number => 3 + share * 114;
  const { low, high, share } = falseRate;
  const band: SVGTemplateResult = svg`
    <path class="rail" d="M3 6H117"></path><path class="band" d="M${at(low)} 6H${at(high)}"></path><circle class="dot" cx=${at(share)} cy="6" r="3.5"></circle>`;
  return html`<svg class="interval" viewBox="0 0 120 12" aria-hidden="true">${band}</svg>`;
}
customElements.define('hf-false-stops', FalseStopsPage);
