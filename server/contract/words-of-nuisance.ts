/**
 * English for judged stops and the rate of false ones; page and command line read the same. A rate never stands without
 * what it is a rate of, and a small count never looks more certain than it is.
 */
import type { Titled } from '../../firmware-bridge/contract/words-shape.ts';
import type { NuisanceReport, NuisanceRow, NuisanceTally, StopVerdict } from './judgement.ts';

/** One language. Another language is another object of this type. */
export interface NuisanceWords {
  readonly verdicts: Readonly<Record<StopVerdict, Titled>>;
  /** Heads of the columns of a table, short enough for a terminal. */
  readonly columns: Readonly<Record<StopVerdict | 'rule' | 'stops' | 'notJudged' | 'rate' | 'budget', string>>;
  readonly notJudged: string;
  /** The one line of the board. */
  readonly summary: (report: NuisanceReport) => string;
  /** `byPerson`: how many of them a person asked for; the rate knows nothing of those. */
  readonly waiting: (notJudged: number, byPerson?: number) => string;
  readonly overBudget: (rules: number) => string;
  readonly rate: (tally: NuisanceTally) => string;
  readonly budget: (row: NuisanceRow) => string;
  readonly policy: (report: NuisanceReport) => string;
  readonly rateOf: string;
  readonly byPerson: string;
  /** The sum of all rules. */
  readonly allRules: string;
  readonly nothingYet: string;
  readonly virtual: string;
}

const number = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });
const percent = (share: number): string => `${number.format(share * 100)} %`;
const range = ({ low, high }: NonNullable<NuisanceTally['falseRate']>): string => `${percent(low)} to ${percent(high)}`;
const some = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`);

export const nuisanceEnglish: NuisanceWords = {
  verdicts: {
    true: { title: 'Right to stop', what: 'There was a reason: to go on would have been a risk.' },
    false: { title: 'False alarm', what: 'Nothing was wrong. The stop only cost time.' },
    unclear: { title: 'Not sure', what: 'It was looked at, and nobody can tell.' },
  },
  columns: { rule: 'First cause', stops: 'Stops', true: 'Right', false: 'False', unclear: 'Not sure', notJudged: 'Not judged', rate: 'False stops', budget: 'Budget' },
  notJudged: 'Not judged yet',
  summary({ days, rules }) {
    const start = `False stops, last ${some(days, 'day', 'days')}:`;
    if (rules.stops === 0) return `${start} no stop by a rule`;
    if (rules.falseRate === null) return `${start} not known, none of ${some(rules.stops, 'stop by a rule', 'stops by rules')} judged right or false`;
    return `${start} ${rules.false} of ${rules.falseRate.of} judged (${range(rules.falseRate)})`;
  },
  waiting(notJudged, byPerson = 0) {
    if (notJudged === 0) return '';
    const asked = byPerson === 0 ? '' : byPerson === notJudged ? ', asked for by a person' : `, ${byPerson} of them asked for by a person`;
    return `${some(notJudged, 'stop is', 'stops are')} not judged yet${asked}`;
  },
  overBudget: (rules) => (rules === 0 ? '' : `${some(rules, 'rule is', 'rules are')} over budget`),
  rate: ({ falseRate, false: wrong }) => (falseRate === null ? 'not known' : `${wrong} of ${falseRate.of}: ${percent(falseRate.share)} (${range(falseRate)})`),
  budget: ({ budget, false: wrong }) => (budget === null ? 'no budget' : `${budget.isOver ? 'Over' : 'Within'}: ${wrong}, allowed ${budget.falseAllowed}`),
  policy: ({ days, restores, policy }) =>
    `Budget of a rule: ${some(policy.falsePer100Restores, 'false stop', 'false stops')} in 100 restores, and ${policy.falseAlwaysAllowed} in any case; `
    + `${some(restores, 'restore was', 'restores were')} begun in ${some(days, 'day', 'days')}. This is policy, not a standard. It is shown and decides nothing.`,
  rateOf: 'A rate counts the stops judged right or false; those not sure and not judged are left out. In brackets: where the true rate lies, with 95 % confidence (Wilson).',
  byPerson: 'Stops that a person asked for are no false stops of a rule. They have no budget and are not in the sum.',
  allRules: 'All rules together',
  nothingYet: 'No stop in this time.',
  virtual: 'These are stops of virtual rigs.',
};
