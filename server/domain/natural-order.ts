/** Orders bench ids as people count: bench-2 before bench-10. */
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'variant' });

export const naturalOrder = (left: string, right: string): number => collator.compare(left, right);
