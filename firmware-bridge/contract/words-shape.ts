/**
 * The shapes of a text: what a table of words holds for one code. They carry no language; every language fills the same
 * shapes, and a text that depends on numbers must read well with none of them.
 */
import type { Params } from './trip.ts';

/** One or more full sentences. Parameters may be missing: the text then says less. */
export type Text = (params: Params) => string;

/** A title is at most 40 characters, for a tile, without a full stop. */
export interface Titled {
  readonly title: string;
  readonly what: string;
}

/** A title and the next thing to do. */
export interface Advice {
  readonly title: string;
  readonly whatToDo: string;
}

/** What is so, and what to do about it. */
export interface Finding extends Titled {
  readonly whatToDo: string;
}

/** The three texts of a cause or problem: what happened, the usual cause, what to do now. */
export interface Guidance {
  readonly title: string;
  readonly what: Text;
  readonly usualCause: string;
  readonly whatToDo: Text;
}

/** One condition for a permit, as it reads when it holds and when it does not. */
export interface ConditionWords {
  readonly whenOk: string;
  readonly whenNotOk: Text;
  readonly whatToDo: Text;
}
