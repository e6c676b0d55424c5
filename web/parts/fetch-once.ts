/** How a part that is fetched when something first asks for it is fetched: once, with its words, and again where that failed. */
import { withWords } from '../words/packs.ts';

/** As often as it is asked, it is fetched once. */
export function onDemand(code: () => Promise<unknown>, first: () => Promise<unknown> = () => Promise.resolve()): () => Promise<void> {
  let begun: Promise<void> | null = null;
  const fetchIt = async (): Promise<void> => {
    try {
      await first();
      await withWords(code);
    } catch {
      begun = null;
    }
  };
  return () => (begun ??= fetchIt());
}
