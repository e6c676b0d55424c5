/** What a backup of the database tells when it is made: the file, and the heads by which a later loss shows. */
import { z } from 'zod';

export const backupSchema = z.object({
  file: z.string(),
  bytes: z.number().int(),
  databaseId: z.string(),
  lastEvidenceId: z.number().int(),
  audit: z.object({ number: z.number().int(), hash: z.string() }),
  custody: z.object({
    cases: z.number().int(),
    events: z.number().int(),
    key: z.string().nullable().meta({ description: 'the copy of the custody key beside it; whoever has it can sign as this store. null: the store has none yet' }),
  }),
  privateRows: z.number().int().meta({ description: 'sealed; the keys are not in the backup' }),
}).meta({ description: 'One backup of server.sqlite, checked' });
export type Backup = z.infer<typeof backupSchema>;
