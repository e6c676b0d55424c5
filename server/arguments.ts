/** Reads the arguments of the server. What is left out stays null, so that the configuration file can say it. */
import { parseArgs } from 'node:util';
import { detailOf, StartRefusal } from './start-refusal.ts';

export interface ServerArguments {
  readonly state: string | null;
  readonly port: number | null;
  readonly host: string | null;
  readonly storeName: string | null;
  readonly virtual: boolean;
  /** Virtual cases and partners in a virtual store that has none. */
  readonly demoCases: boolean;
  /** Bench to path, each given as `--lever BENCH=PATH`; only a virtual store takes any. */
  readonly levers: ReadonlyMap<string, string>;
  readonly web: string | null;
  readonly config: string | null;
}

export function parseServerArguments(argv: readonly string[]): ServerArguments {
  const values = read(argv);
  const portText = values.port ?? null;
  const port = portText === null ? null : Number(portText);
  if (portText !== null && !(/^\d{1,5}$/.test(portText) && Number(portText) <= 65_535)) {
    throw new StartRefusal('arguments-wrong', { detail: `--port is ${portText}, not a whole number from 0 to 65535` });
  }
  const storeName = values['store-name'] ?? null;
  if (storeName !== null && (storeName.trim() === '' || storeName.length > 60)) throw new StartRefusal('arguments-wrong', { detail: '--store-name has 1 to 60 characters' });
  if (values.lever !== undefined && values.virtual !== true) throw new StartRefusal('arguments-wrong', { detail: '--lever is only for virtual rigs: a real rig has none' });
  return {
    levers: new Map((values.lever ?? []).map(leverPlace)), state: values.state ?? null, port, host: values.host ?? null, storeName, virtual: values.virtual === true, demoCases: values['demo-cases'] === true,
    web: values.web ?? null, config: values.config ?? null,
  };
}

function leverPlace(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  if (at < 1 || at === text.length - 1) throw new StartRefusal('arguments-wrong', { detail: `--lever is ${text}, not BENCH=PATH` });
  return [text.slice(0, at), text.slice(at + 1)];
}

function read(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...argv],
      strict: true,
      options: { state: text, port: text, host: text, 'store-name': text, virtual: { type: 'boolean' }, 'demo-cases': { type: 'boolean' }, lever: { type: 'string', multiple: true }, web: text, config: text },
    }).values;
  } catch (error) {
    throw new StartRefusal('arguments-wrong', { detail: detailOf(error).split('. ')[0] ?? '' }, error);
  }
}
