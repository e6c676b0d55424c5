/** Text that people typed and people read: any language and any sign, but no control characters and no half of a character. */
import { z } from 'zod';

const LINE = /^[^\p{Cc}\p{Cs}]*$/u;
const LINES = /^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u;
const WHY = 'control characters and halves of characters are no text';

/** A name: one line. */
export const lineSchema = (charsMin: number, charsMax: number) => z.string().trim().min(charsMin).max(charsMax).regex(LINE, WHY);

/** A reason, or words for a colleague: one line or several. */
export const linesSchema = (charsMin: number, charsMax: number) => z.string().trim().min(charsMin).max(charsMax).regex(LINES, WHY);
