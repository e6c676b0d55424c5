/**
 * `holdfast rules`: every rule of the guard with its tier, its numbers and their sources, in the words of the tables. The
 * rules come from an entry of the bridge room, so that what is printed is what decides.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { CAUSE_CODES } from '../../firmware-bridge/contract/causes.ts';
import { english } from '../../firmware-bridge/contract/words.ts';
import { EXIT_CODES } from './command-refusal.ts';
import { ENTRIES } from './project.ts';
import { indentText } from './wrap-text.ts';

const PRINT_WITHIN_MS = 10_000;

const rulesSchema = z.object({
  rules: z.array(z.object({
    id: z.string(), group: z.string(), tier: z.enum(['review', 'hold', 'no-restore']), kind: z.enum(['hazard', 'condition', 'event']),
    limits: z.array(z.string()), cause: z.enum(CAUSE_CODES),
  })),
  limits: z.array(z.object({ key: z.string(), value: z.number(), unit: z.string(), source: z.string() })),
});
export type RulesReply = z.infer<typeof rulesSchema>;

/** One block for each rule: what it is, what it says, and its numbers with unit and source. */
export function rulesText({ rules, limits }: RulesReply): string {
  return rules.map(({ id, group, tier, kind, limits: keys, cause }) => [
    `${id}  (${group}, ${tier}, ${kind}${id === cause ? '' : `, in critical ${cause}`})`,
    indentText(`${english.causes[cause].title}. ${english.causes[cause].what({})}`),
    ...limits.filter(({ key }) => keys.includes(key)).map(({ key, value, unit, source }) => indentText(`${key} = ${value} ${unit}: ${source}`)),
  ].join('\n')).join('\n');
}

export async function rulesCommand(options: { json?: boolean }, out: (text: string) => void): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [ENTRIES.rules], { timeout: PRINT_WITHIN_MS });
  const reply = rulesSchema.parse(JSON.parse(stdout));
  out(options.json === true ? JSON.stringify(reply, null, 2) : rulesText(reply));
  return EXIT_CODES.done;
}
