/** What a command refuses: what is wrong, what would be right, and the exit code that scripts see. */

export const EXIT_CODES = { done: 0, failed: 1, wrongUsage: 2, tooLate: 3, notConfirmed: 4, differs: 5 } as const;

export class CommandRefusal extends Error {
  readonly remedy: string;
  readonly exitCode: number;

  constructor(what: string, remedy: string, exitCode: number = EXIT_CODES.wrongUsage) {
    super(what);
    this.name = 'CommandRefusal';
    this.remedy = remedy;
    this.exitCode = exitCode;
  }
}
