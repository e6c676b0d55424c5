/**
 * `holdfast backup FOLDER`: a checked copy of the database, made by the server room's own program. It says what the copy
 * does not hold, so that nobody relies on it for more.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { backupSchema } from '../contract/backup.ts';
import { askEntry } from './ask-black-box.ts';
import { EXIT_CODES } from './command-refusal.ts';
import { ENTRIES } from './project.ts';
import { storeFolder } from './find-run.ts';
import { wrapText } from './wrap-text.ts';

const SORRY = ['No backup was made, or nobody can say so.', 'Look into the folder, then try again.'] as const;

export async function backupCommand(folder: string, options: { json?: boolean; state?: string }, out: (text: string) => void): Promise<number> {
  const stateDir = storeFolder(options.state, (found) => existsSync(join(found, 'server.sqlite')));
  const backup = await askEntry(ENTRIES.backup, ['--state', stateDir, '--to', resolve(folder)], backupSchema, SORRY);
  const { file, bytes, lastEvidenceId, audit, privateRows, custody } = backup;
  out(options.json === true ? JSON.stringify(backup, null, 2) : [
    `Backed up to ${file}`,
    wrapText(`${Math.ceil(bytes / 1024)} KB, checked: evidence up to ${lastEvidenceId}, audit up to ${audit.number}, ${custody.events} custody events of ${custody.cases} cases, ${privateRows} sealed rows of personal data.`),
    ...(custody.key === null ? [] : [wrapText(`The key that signs custody events is beside it, as ${custody.key}. Whoever has it can sign as this store.`)]),
    wrapText('The keys of personal data are not in it. Keep store.key apart, and copies of key-backups for 30 days at most.'),
  ].join('\n'));
  return EXIT_CODES.done;
}
