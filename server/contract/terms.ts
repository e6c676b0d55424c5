/**
 * The terms that a customer signs, as one plain text with a version: what the store may do, what can go wrong, how a consent
 * is taken back. A consent names version and hash, so that what was shown can be shown again; a changed text is a new version.
 */
import { z } from 'zod';

export interface Terms {
  readonly version: string;
  readonly language: string;
  readonly title: string;
  readonly parts: readonly { readonly title: string; readonly words: string }[];
}

/** What is hashed and printed: the same text for everybody, in one order. */
export const termsText = ({ version, language, title, parts }: Terms): string =>
  [`${title} (${version}, ${language})`, ...parts.flatMap(({ title: part, words }) => [part, words])].join('\n');

export const termsSchema = z.object({
  version: z.string(),
  language: z.string(),
  sha256: z.string().meta({ description: 'of the text in UTF-8: title with version and language, then each title and its words, one line each' }),
  title: z.string(),
  parts: z.array(z.object({ title: z.string(), words: z.string() })),
}).meta({ description: 'What a customer signs' });
export type ShownTerms = z.infer<typeof termsSchema>;
