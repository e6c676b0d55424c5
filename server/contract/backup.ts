/** What a backup of the database tells when it is made: the file, and the heads by which a later loss shows. */
import { z } from 'zod';

export const backupSchema = z.object({
  file: z.string(),
  bytes: z.number().int(),
  databaseId: z.string(),
  lastEvidenceId: z.number().int(),
  audit: z.object({ number: z.number().int(), hash: z.string() }),
  privateRows: z.number().int().meta({ description: 'sealed; the keys are not in the backup' }),
}).meta({ description: 'One backup of server.sqlite, checked' });
export type Backup = z.infer<typeof backupSchema>;
