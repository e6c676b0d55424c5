/**
 * What must be true wherever the code is right. Breaking it is a mistake of the program and never of a person: it ends
 * the attempt with a sentence instead of going on with a case that cannot be.
 */
export function assertThat(isTrue: boolean, sentence: string): asserts isTrue {
  if (!isTrue) throw new Error(`A case cannot be so: ${sentence}`);
}
