/**
 * The one text of a value: JSON as RFC 8785 writes it, with sorted keys and without white space. Numbers are whole here, so
 * that no two programs can write one differently. What JSON cannot say is refused, never left out.
 */
const DEPTH_MAX = 32;

export type Canonical = { readonly text: string } | { readonly refused: string };

class Unsayable extends Error {}

/** Null, and where the fault is, when the value has no such text. */
export function canonicalText(value: unknown): Canonical {
  try {
    return { text: write(value, 'event', 0) };
  } catch (error) {
    if (error instanceof Unsayable) return { refused: error.message };
    throw error;
  }
}

function write(value: unknown, at: string, depth: number): string {
  if (depth > DEPTH_MAX) throw new Unsayable(`${at} is nested deeper than ${String(DEPTH_MAX)} levels`);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return writeString(value, at);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Unsayable(`${at} is no whole number`);
    return String(value + 0);
  }
  if (typeof value !== 'object') throw new Unsayable(`${at} is a ${typeof value}`);
  if (Array.isArray(value)) return `[${Array.from(value, (one: unknown, index) => write(one, `${at}[${String(index)}]`, depth + 1)).join(',')}]`;
  if (!isPlain(value)) throw new Unsayable(`${at} is no plain object`);
  const fields = Object.entries(value).toSorted(byCodeUnits).map(([key, one]) => `${writeString(key, `a key of ${at}`)}:${write(one, `${at}.${key}`, depth + 1)}`);
  return `{${fields.join(',')}}`;
}

/** Half a surrogate pair has no UTF-8: it would come back as another character. */
function writeString(text: string, at: string): string {
  if (!text.isWellFormed()) throw new Unsayable(`${at} holds half a character`);
  return JSON.stringify(text);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && Object.getOwnPropertySymbols(value).length === 0;
}

const byCodeUnits = ([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number => (left < right ? -1 : 1);
