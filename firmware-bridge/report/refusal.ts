/**
 * A named refusal to start: what is wrong, where, and what to do. It ends the recorder with exit code 2; it is never
 * used for something that a retry can cure.
 */

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;
  readonly remedy: string;

  constructor(code: string, what: string, remedy: string) {
    super(what);
    this.code = code;
    this.remedy = remedy;
  }

  /** The one line that a refusing process prints. */
  toLine(): string {
    return JSON.stringify({ refused: this.code, what: this.message, remedy: this.remedy });
  }
}

/** The text of whatever was thrown. */
export const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The code of a system or SQLite error, or an empty text. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}
