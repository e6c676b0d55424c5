/** A process that puts mails in and hands them over, and is killed for it while the mail server has a mail in its hands. */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openMail } from '../../../server/open-mail.ts';
import { openPrivacy } from '../../../server/open-privacy.ts';
import { createStore } from '../../../server/store/create-store.ts';
import { openDatabase } from '../../../server/store/open-database.ts';

const [stateDir = '', port = '0', epoch = '0'] = process.argv.slice(2);
const { database, close } = openDatabase(stateDir);
const { audit, databaseId } = createStore(database, randomUUID, close);
const edges = { nowMs: () => performance.now(), epochMs: () => Number(epoch), newUuid: randomUUID, log: () => undefined };
const { records } = openPrivacy({ stateDir, database, databaseId, audit, edges });
const { mail, run } = await openMail({
  config: { host: '127.0.0.1', port: Number(port), security: 'none', login: null, from: { name: null, address: 'store@chain.example' }, replyTo: null },
  storeName: 'Corner store', virtual: false, database, records, outside: { publicUrl: null }, edges,
});

for (let index = 0; index < 3; index += 1) {
  const id = randomUUID();
  mail.put({ id, caseId: 'c1', address: 'celik.whole@example.org', language: 'en', fill: { template: 'ready-for-collection', params: { caseCode: 'K7Q2', toName: null, device: null, path: null, keptUntilIso: null } } });
  writeSync(1, `put ${id}\n`);
}
await run();
writeSync(1, 'done\n');
