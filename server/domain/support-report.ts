/**
 * What somebody who helps from afar needs of a bench, as text to paste: what the guard believes, and the last lines of the
 * serial line. No identifier of a phone and no name is in it, so that it may leave the store.
 */
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import type { RawLine } from '../../firmware-bridge/contract/raw-lines.ts';

export interface SupportReport {
  readonly version: string;
  readonly atIso: string;
  readonly bench: string;
  /** Of the last word of the bridge (ms); null before the first. */
  readonly ageMs: number | null;
  readonly status: BenchStatus | null;
  /** Without identifiers; null: no record on this machine. */
  readonly lines: readonly RawLine[] | null;
}

/** Where a person is named, or has written something. */
const OF_PEOPLE = /\.(by|reason|why|words|name)$/;

const isFlat = (value: unknown): boolean => typeof value !== 'object' || value === null;

/** `link.open = true`: one value a line, a list of values in one. */
function flat(value: unknown, path: string): string[] {
  if (OF_PEOPLE.test(path)) return value === null ? [] : [`${path} = (left out)`];
  if (isFlat(value)) return [`${path} = ${String(value)}`];
  if (Array.isArray(value) && value.every(isFlat)) return [`${path} = ${value.map(String).join(' ')}`];
  return Object.entries(value ?? {}).flatMap(([key, inner]) => flat(inner, path === '' ? key : `${path}.${key}`));
}

/** Of the phone only the model. Other texts of a status are codes and numbers. */
const withoutIdentity = ({ device, ...status }: BenchStatus): object => ({ ...status, device: device?.model ?? null });

export function supportReport({ version, atIso, bench, ageMs, status, lines }: SupportReport): string {
  const heard = ageMs === null ? 'the bridge has not been heard' : `heard ${String(Math.round(ageMs))} ms ago`;
  return [
    `Holdfast ${version} · ${bench} · ${atIso} · ${heard}`, '',
    ...(status === null ? [] : flat(withoutIdentity(status), '')), '',
    ...(lines === null ? ['serial line: nothing is recorded on this machine'] : [`serial line, ${String(lines.length)} lines, without identifiers of phones:`, ...lines.map(sayLine)]), '',
  ].join('\n');
}

const ARROWS = { in: '<', out: '>', gap: '… missing:' } as const;
const sayLine = ({ atMs, dir, text, stopId }: RawLine): string => `${new Date(atMs).toISOString().slice(11, 23)} ${ARROWS[dir]} ${text}${stopId === null ? '' : `  (stop ${stopId})`}`;
