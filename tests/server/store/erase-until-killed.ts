/** A process that writes and erases personal data of case after case, says each thing when it is done, and is killed for it. */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openPrivacy } from '../../../server/open-privacy.ts';
import { createStore } from '../../../server/store/create-store.ts';
import { openDatabase } from '../../../server/store/open-database.ts';

const [stateDir = '', first = '0'] = process.argv.slice(2);
const { database, close } = openDatabase(stateDir);
const { audit, databaseId } = createStore(database, randomUUID, close);
const edges = { nowMs: () => performance.now(), epochMs: () => Date.now(), newUuid: randomUUID, log: () => undefined };
const { records } = openPrivacy({ stateDir, database, databaseId, audit, edges });
const doer = { who: { kind: 'person', name: 'P7QK2' }, role: 'manager', why: 'asked by the customer', from: { address: 'local', machine: null } } as const;

for (let index = Number(first); ; index += 1) {
  const atIso = new Date().toISOString();
  records.write({ caseId: `C${index}`, kind: 'story', content: new TextEncoder().encode(`story of C${index}`), replaces: null }, doer, atIso);
  writeSync(1, `written C${index}\n`);
  if (index % 2 === 0) continue;
  records.erase(`C${index - 1}`, null, doer, atIso);
  writeSync(1, `erased C${index - 1}\n`);
}
