/** Why the server refuses to start: a code with the parameters of its words. Thrown at start only, caught in main.ts. */
import type { StartRefusalCode } from './contract/problem-codes.ts';

export type RefusalParams = Readonly<Record<string, string | number>>;

export class StartRefusal extends Error {
  override readonly name = 'StartRefusal';
  readonly code: StartRefusalCode;
  readonly params: RefusalParams;

  constructor(code: StartRefusalCode, params: RefusalParams, cause?: unknown) {
    super(code, { cause });
    this.code = code;
    this.params = params;
  }
}

/** The sentence of an unknown error. */
export const detailOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
