/** The one form in which a mail is sealed. It is read again by later releases: what is added here must be optional. */
import { z } from 'zod';

const sealedMailSchema = z.object({ v: z.literal(1), address: z.string(), subject: z.string(), text: z.string(), html: z.string() });
type SealedMail = Omit<z.infer<typeof sealedMailSchema>, 'v'>;

export const writeSealedMail = (mail: SealedMail): Uint8Array => new TextEncoder().encode(JSON.stringify({ v: 1, ...mail }));

/** Null: of another form, which only a newer release can have written. */
export function readSealedMail(content: Uint8Array): SealedMail | null {
  const read = sealedMailSchema.safeParse(JSON.parse(new TextDecoder().decode(content)));
  if (!read.success) return null;
  const { address, subject, text, html } = read.data;
  return { address, subject, text, html };
}
