/** The clock on the wall of this computer, which goes on while the computer sleeps. Ages on the page never come from it. */
export const wallNowMs = (): number => Date.now();
