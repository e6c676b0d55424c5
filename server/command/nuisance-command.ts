/**
 * `holdfast nuisance`: how many stops of each rule were false, as people judged them. The server counts; this only asks it
 * and prints, and decides nothing.
 */
import { english } from '../../firmware-bridge/contract/words.ts';
import { nuisanceReportSchema } from '../contract/judgement.ts';
import type { NuisanceReport, NuisanceTally } from '../contract/judgement.ts';
import { nuisanceEnglish } from '../contract/words-of-nuisance.ts';
import { CommandRefusal, EXIT_CODES } from './command-refusal.ts';
import { findStateDir } from './start-plan.ts';
import { readCommandsToken, readServerUrl } from './state-folder.ts';
import { COLUMNS, indentText, wrapText } from './wrap-text.ts';

const ASK_WITHIN_MS = 5_000;
const COUNTS = ['stops', 'true', 'false', 'unclear', 'notJudged'] as const;

const heads = nuisanceEnglish.columns;
const cells = (values: readonly (string | number)[]): string => values.map((value, index) => ` ${String(value).padStart(heads[COUNTS[index] ?? 'stops'].length)}`).join('');
const HEADS = cells(COUNTS.map((key) => heads[key]));
const line = (title: string, counts: string): string => `${title.padEnd(COLUMNS - HEADS.length)}${counts}`;
const counted = (title: string, tally: NuisanceTally): string => line(title, cells(COUNTS.map((key) => tally[key])));
const under = (...said: readonly string[]): string => indentText(said.filter((part) => part !== '').join(' · '));

/** Every line fits 80 columns: title and counts, and under them the rate and the budget. */
export function nuisanceText(report: NuisanceReport): string {
  const { rules, rows } = report;
  const over = rows.filter(({ budget }) => budget?.isOver === true).length;
  const also = [nuisanceEnglish.overBudget(over), nuisanceEnglish.waiting(report.notJudged, report.notJudged - rules.notJudged)].filter((part) => part !== '');
  const head = [wrapText(`${nuisanceEnglish.summary(report)}.`), ...also.map((part) => wrapText(`${part}.`)), ...(report.virtual ? [nuisanceEnglish.virtual] : [])];
  if (rows.length === 0) return [...head, '', wrapText(nuisanceEnglish.policy(report))].join('\n');
  return [
    ...head,
    '',
    line(heads.rule, HEADS),
    ...rows.flatMap((row) => [
      counted(english.causes[row.code].title, row),
      under(`${heads.rate}: ${nuisanceEnglish.rate(row)}`, row.budget === null ? nuisanceEnglish.budget(row) : `${heads.budget}: ${nuisanceEnglish.budget(row)}`),
    ]),
    counted(nuisanceEnglish.allRules, rules),
    under(`${heads.rate}: ${nuisanceEnglish.rate(rules)}`),
    '',
    wrapText(nuisanceEnglish.rateOf),
    ...(rows.some(({ by }) => by === 'person') ? [wrapText(nuisanceEnglish.byPerson)] : []),
    wrapText(nuisanceEnglish.policy(report)),
  ].join('\n');
}

async function ask(url: string, days: number, token: string): Promise<NuisanceReport> {
  try {
    const response = await fetch(`${url}/api/nuisance?days=${days}`, { signal: AbortSignal.timeout(ASK_WITHIN_MS), headers: { authorization: `Bearer ${token}` } });
    return nuisanceReportSchema.parse(await response.json());
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new CommandRefusal(`The server at ${url} gave no usable answer (${why}).`, 'Look at its log in the state folder. The guard works without it.', EXIT_CODES.failed);
  }
}

export async function nuisanceCommand(options: { days?: number; json?: boolean; state?: string }, out: (text: string) => void): Promise<number> {
  const stateDir = findStateDir(options.state, process.cwd(), (folder) => readServerUrl(folder) !== null);
  const url = readServerUrl(stateDir);
  if (url === null) throw new CommandRefusal(`No server of Holdfast runs on ${stateDir}.`, 'Start Holdfast, or name its state folder with --state.', EXIT_CODES.failed);
  const report = await ask(url, options.days ?? 30, readCommandsToken(stateDir));
  out(options.json === true ? JSON.stringify(report, null, 2) : nuisanceText(report));
  return EXIT_CODES.done;
}
