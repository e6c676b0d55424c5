/**
 * Reads the `server:` section of holdfast.yaml; the sections `rigs:` and `models:` belong to the bridge and are not looked at. An unknown
 * key or a wrong value is refused with file, line and column and with what would be right.
 */
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Node, Pair } from 'yaml';
import { StartRefusal } from './start-refusal.ts';

export interface ServerConfig {
  readonly port: number | null;
  readonly host: string | null;
  readonly name: string | null;
  /** Folder of the built dashboard. */
  readonly web: string | null;
}

const SECTIONS = ['rigs', 'models', 'server'];

interface Key {
  readonly right: string;
  fits(value: unknown): boolean;
}

const KEYS: Readonly<Record<keyof ServerConfig, Key>> = {
  port: { right: 'a whole number from 1 to 65535, for example 4680', fits: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 65_535 },
  host: { right: '127.0.0.1 or localhost: loopback only until sign-in exists', fits: (value) => value === '127.0.0.1' || value === 'localhost' },
  name: { right: 'the name of the store, 1 to 60 characters', fits: (value) => typeof value === 'string' && value.trim().length >= 1 && value.length <= 60 },
  web: { right: 'the folder of the built dashboard', fits: (value) => typeof value === 'string' && value.length >= 1 },
};

const isKey = (name: string): name is keyof ServerConfig => Object.hasOwn(KEYS, name);

export function parseServerConfig(text: string, file: string): ServerConfig {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const refuse = (node: Node | number | null, detail: string, right: string): never => {
    const offset = typeof node === 'number' ? node : (node?.range?.[0] ?? 0);
    const { line, col } = lines.linePos(offset);
    throw new StartRefusal('config-wrong', { at: `${file}:${line}:${col}`, detail, right });
  };
  const fault = document.errors[0];
  if (fault !== undefined) return refuse(fault.pos[0], fault.message.split('\n')[0] ?? 'not YAML', 'Write valid YAML: sections `rigs:`, `models:` and `server:`.');
  const values: { port: number | null; host: string | null; name: string | null; web: string | null } = { port: null, host: null, name: null, web: null };
  const root = document.contents;
  if (root === null || (isScalar(root) && root.value === null)) return values;
  if (!isMap(root)) return refuse(root, 'the file is not a list of sections', 'Begin with `server:` or `rigs:`.');
  for (const pair of root.items) {
    const name = keyOf(pair);
    if (!SECTIONS.includes(name.text)) refuse(name.node, `there is no section "${name.text}"${hint(name.text, SECTIONS)}`, 'The sections are `rigs:`, `models:` and `server:`.');
    if (name.text !== 'server' || pair.value === null || (isScalar(pair.value) && pair.value.value === null)) continue;
    if (!isMap(pair.value)) return refuse(name.node, '"server" is not a list of keys', `The keys are ${Object.keys(KEYS).join(', ')}.`);
    for (const entry of pair.value.items) readEntry(entry, values, refuse);
  }
  return values;
}

function readEntry(entry: Pair, values: Record<keyof ServerConfig, unknown>, refuse: (node: Node | null, detail: string, right: string) => never): void {
  const name = keyOf(entry);
  if (!isKey(name.text)) return refuse(name.node, `"server" has no key "${name.text}"${hint(name.text, Object.keys(KEYS))}`, `The keys are ${Object.keys(KEYS).join(', ')}.`);
  const { right, fits } = KEYS[name.text];
  const value: unknown = isScalar(entry.value) ? entry.value.value : undefined;
  if (!fits(value)) return refuse(isScalar(entry.value) ? entry.value : name.node, `${name.text} is ${value === undefined ? 'not a single value' : JSON.stringify(value)}`, `Write ${right}.`);
  values[name.text] = value;
}

const keyOf = ({ key }: Pair): { node: Node | null; text: string } => (isScalar(key) ? { node: key, text: String(key.value) } : { node: null, text: '?' });

/** Suggests the key that begins alike. */
function hint(wrong: string, right: readonly string[]): string {
  const near = right.find((name) => name.startsWith(wrong.slice(0, 2).toLowerCase()));
  return near === undefined ? '' : `; did you mean "${near}"?`;
}
