/**
 * One choice of a few, kept in this browser only. A browser that forbids storage still works: the choice then lasts as
 * long as the page.
 */
export class KeptChoice<Choice extends string> {
  readonly #key: string;
  readonly #choices: readonly Choice[];
  readonly #listeners = new Set<() => void>();
  #value: Choice;

  /** The first choice stands until somebody chooses. */
  constructor(key: string, choices: readonly [Choice, ...Choice[]]) {
    this.#key = key;
    this.#choices = choices;
    this.#value = choices[0];
    try {
      const kept = localStorage.getItem(key);
      this.#value = choices.find((choice) => choice === kept) ?? choices[0];
    } catch {
      // See above.
    }
  }

  get value(): Choice {
    return this.#value;
  }

  choose(value: Choice): void {
    this.#value = this.#choices.find((choice) => choice === value) ?? this.#value;
    try {
      localStorage.setItem(this.#key, this.#value);
    } catch {
      // See above.
    }
    for (const listener of this.#listeners) listener();
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
