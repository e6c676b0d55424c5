/** The command line of the virtual rig: one parse, with a refusal that names the argument and says what would be right. */
import { parseArgs } from 'node:util';
import { SCENARIOS } from './scenario.ts';
import type { ScenarioName } from './scenario.ts';

export interface RigArguments {
  readonly link: string;
  readonly memory: string;
  readonly ledger: string;
  readonly levers: string;
  readonly serial: string;
  readonly scenario: ScenarioName;
  readonly speed: number;
  readonly seed: number;
  /** Rows of probes of the fixture. */
  readonly rows: 2 | 3;
  readonly exitWithParent: boolean;
}
export interface StartRefusal { readonly refused: string; readonly what: string; readonly remedy: string }

const SERIAL = /^VIRTUAL-[A-Za-z0-9-]{1,16}$/;
const refuse = (what: string, remedy: string): StartRefusal => ({ refused: 'bad-argument', what, remedy });

export function readArguments(argv: readonly string[]): RigArguments | StartRefusal {
  let values: Readonly<Record<string, string | boolean | undefined>>;
  try {
    values = parseArgs({
      args: [...argv], strict: true, allowPositionals: false,
      options: {
        link: { type: 'string' }, memory: { type: 'string' }, ledger: { type: 'string' }, levers: { type: 'string' },
        serial: { type: 'string', default: 'VIRTUAL-1' }, scenario: { type: 'string', default: 'fine' },
        speed: { type: 'string', default: '1' }, seed: { type: 'string', default: '1' }, rows: { type: 'string', default: '2' }, 'exit-with-parent': { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : 'the arguments cannot be read', 'use --link --memory --ledger --levers, and --serial --scenario --speed --seed --rows --exit-with-parent');
  }
  const text = (name: string): string => (typeof values[name] === 'string' ? values[name] : '');
  for (const name of ['link', 'memory', 'ledger', 'levers']) {
    if (text(name) === '') return refuse(`--${name} is missing`, `give the path: --${name} PATH`);
  }
  const speed = Number(text('speed'));
  if (!(speed >= 0.1 && speed <= 1000)) return refuse(`--speed ${text('speed')} cannot be used`, 'give a number from 0.1 to 1000');
  const seed = Number(text('seed'));
  if (!Number.isInteger(seed)) return refuse(`--seed ${text('seed')} cannot be used`, 'give a whole number');
  if (text('rows') !== '2' && text('rows') !== '3') return refuse(`--rows ${text('rows')} cannot be used`, 'give 2, or 3 for a fixture with a middle row');
  if (!SERIAL.test(text('serial'))) return refuse(`--serial ${text('serial')} cannot be used`, 'give VIRTUAL- and 1 to 16 letters, digits or hyphens');
  const scenario = SCENARIOS.find((known) => known === text('scenario'));
  if (scenario === undefined) return refuse(`there is no scenario ${text('scenario')}`, `the scenarios are ${SCENARIOS.join(', ')}`);
  return {
    link: text('link'), memory: text('memory'), ledger: text('ledger'), levers: text('levers'), serial: text('serial'),
    scenario, speed, seed, rows: text('rows') === '3' ? 3 : 2, exitWithParent: values['exit-with-parent'] === true,
  };
}
