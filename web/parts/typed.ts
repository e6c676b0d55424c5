/** What stands in a field of a form when it changes. */
export const typed = ({ currentTarget }: Event): string =>
  (currentTarget instanceof HTMLInputElement || currentTarget instanceof HTMLTextAreaElement || currentTarget instanceof HTMLSelectElement ? currentTarget.value : '');
