/** The shape of the words for a refusal; another language is the same record type. */
export interface ProblemWords {
  readonly what: string;
  readonly usualCause: string;
  readonly remedy: string;
}
