/**
 * An entry of its own: prints every rule of the guard and every number it decides by as one JSON line, for whoever audits
 * them. It opens nothing and decides nothing.
 */
import { LIMIT_TRAITS } from '../guard/limit-traits.ts';
import { DEFAULT_LIMITS, type Limits } from '../guard/limits.ts';
import { RULE_TABLE } from '../guard/rule-table.ts';

const limits = (Object.keys(DEFAULT_LIMITS) as (keyof Limits)[]).map((key) => ({ key, value: DEFAULT_LIMITS[key], ...LIMIT_TRAITS[key] }));
process.stdout.write(`${JSON.stringify({ rules: RULE_TABLE, limits })}\n`);
