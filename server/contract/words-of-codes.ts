/**
 * Codes inside a refusal, said in words: the stage of a case, the state of a hold, who was not told, whose task it is. A value that
 * no table knows stays as it is, so that a gap is seen. Pure.
 */
import { TRANSFER_FAULTS_ES } from './es/words-of-cases.ts';
import { TRANSFER_FAULTS_FI } from './fi/words-of-cases.ts';
import type { Language } from './languages.ts';
import type { ServerProblem } from './problem-codes.ts';
import type { ServerWords } from './words-for.ts';
import { TRANSFER_FAULTS_EN } from './words-of-cases.ts';

type Params = Readonly<Record<string, string | number>>;
type Table = Readonly<Record<string, string>>;

const FAULTS: Readonly<Record<Language, Table>> = { en: TRANSFER_FAULTS_EN, es: TRANSFER_FAULTS_ES, fi: TRANSFER_FAULTS_FI };

/** In the middle of a sentence. */
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const inTable = (table: Table, value: string | number | undefined): string => {
  const known = table[String(value)];
  return known === undefined ? String(value) : lower(known);
};

/** Systems are left out where a person may do it too: this is said to a person. */
function holdersIn(roles: Table, holders: string | number | undefined): string {
  const all = String(holders).split(', ');
  const people = all.filter((holder) => Object.hasOwn(roles, holder));
  return (people.length === 0 ? all : people.map((role) => inTable(roles, role))).join(', ');
}

/** The parameters of a refusal as its text is to say them; what a program reads of it stays the code. */
export function saidParams(code: ServerProblem, params: Params, { language, parts, pages }: Pick<ServerWords, 'language' | 'parts' | 'pages'>): Params {
  if (code === 'not-in-this-stage') return { ...params, stage: inTable(parts.stages, params['stage']) };
  if (code === 'hold-decided') return { ...params, state: inTable(parts.holdStates, params['state']) };
  if (code === 'not-told') return { ...params, who: inTable(parts.told, params['who']) };
  if (code === 'right-missing') return { ...params, holders: holdersIn(pages.customer.roles, params['holders']) };
  if (code === 'transfer-parties-wrong' && Object.hasOwn(params, 'fault')) return { ...params, detail: inTable(FAULTS[language], params['fault']) };
  return params;
}
