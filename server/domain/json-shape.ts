/**
 * Looks at a text before it is read as JSON: how deep it is nested and how many fields and entries it has. One pass over
 * the characters; whether it is JSON at all is not judged here.
 */
export interface ShapeLimits {
  readonly depthMax: number;
  /** Fields of objects and entries of lists together. */
  readonly partsMax: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d]);
/** A comma or a colon parts two values, so their number bounds the number of values. */
const PARTING: ReadonlySet<number> = new Set([0x2c, 0x3a]);

export function isWithinShape(text: string, { depthMax, partsMax }: ShapeLimits): boolean {
  let depth = 0;
  let parts = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isInString) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) isInString = false;
    } else if (code === QUOTE) isInString = true;
    else if (OPENING.has(code)) depth += 1;
    else if (CLOSING.has(code)) depth -= 1;
    else if (PARTING.has(code)) parts += 1;
    if (depth > depthMax || parts > partsMax) return false;
  }
  return true;
}
