/**
 * Appends custody events to four cases in a loop, as the server would: alone, several at once, inside a larger transaction
 * beside a projection, with anchors between, and what was cut off is sent again as a client would. It notes what it means to do before, and what it was told
 * after, in two files; it is killed for it. With `finish` it only sends again what was never answered.
 */
import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { custodyEventSchema } from '../../../server/contract/custody.ts';
import type { CustodyDraft } from '../../../server/contract/custody.ts';
import { openCustodyKey } from '../../../server/store/custody-key.ts';
import { createCustodyTable } from '../../../server/store/custody-table.ts';
import { openDatabase } from '../../../server/store/open-database.ts';

type Drafts = readonly [CustodyDraft, ...CustodyDraft[]];
interface Intent { readonly n: number; readonly caseId: string; readonly drafts: Drafts }

const CASES = ['AAAA', 'BBBB', 'CCCC', 'DDDD'].map((code, index) => ({ code, caseId: `01991f5e-7a00-7000-8000-00000000000${String(index + 1)}` }));
const [stateDir = '', what = 'loop'] = process.argv.slice(2);
const [meantFile, toldFile] = [join(stateDir, 'meant.jsonl'), join(stateDir, 'told.txt')];

const { database, close } = openDatabase(stateDir);
const nowIso = (): string => new Date().toISOString();
const custody = createCustodyTable(database, openCustodyKey(database, stateDir, nowIso()));
database.exec('CREATE TABLE IF NOT EXISTS beside (n INTEGER NOT NULL) STRICT');
const beside = database.prepare<[number]>('INSERT INTO beside VALUES (?)');
for (const { caseId, code } of CASES) custody.name(caseId, code);

const wholeLines = (file: string): string[] => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : []);

function readIntent(line: string): Intent {
  const { n, caseId, drafts } = JSON.parse(line) as Intent;
  for (const { id, kind } of drafts) custodyEventSchema.pick({ id: true, kind: true }).parse({ id, kind });
  return { n, caseId, drafts };
}

const makeIntent = (n: number): Intent => {
  const { caseId } = CASES[n % CASES.length] ?? { caseId: '' };
  const made = (part: number): CustodyDraft => ({ id: randomUUID(), atIso: nowIso(), actor: { kind: 'person', name: 'P-7QK2X0' }, kind: 'handed-over', body: { n, part, words: 'x'.repeat((n * 37) % 3000) } });
  return { n, caseId, drafts: [made(0), ...Array.from({ length: n % 3 }, (_, index) => made(index + 1))] };
};

/** What it was told goes into the file the moment it is told. */
function send({ n, caseId, drafts }: Intent): void {
  const isNew = custody.find(drafts[0].id) === null;
  const append = () => custody.append(caseId, custody.head(caseId)?.seq ?? 0, drafts);
  const done = n % 2 === 0 || !isNew ? append() : database.transaction(() => {
    beside.run(n);
    return append();
  }).immediate();
  if ('refusal' in done) throw new Error(`${String(n)}: ${done.refusal}`);
  appendFileSync(toldFile, done.events.map(({ event, hash }) => `${String(n)} ${event.id} ${event.case} ${String(event.seq)} ${hash}\n`).join(''));
  if (n % 7 === 0) custody.anchor(caseId, { kind: 'label', atIso: nowIso(), ref: `L-${String(n)}` });
}

const meant = wholeLines(meantFile).map(readIntent);
const answered = new Set(wholeLines(toldFile).map((line) => Number(line.split(' ')[0])));
for (const intent of meant) if (!answered.has(intent.n)) send(intent);
if (what === 'finish') {
  close();
} else {
  for (let n = (meant.at(-1)?.n ?? 0) + 1; ; n += 1) {
    const intent = makeIntent(n);
    appendFileSync(meantFile, `${JSON.stringify(intent)}\n`);
    writeSync(1, `before ${String(n)}\n`);
    send(intent);
    writeSync(1, `after ${String(n)}\n`);
    // A client that did not hear the answer asks again.
    if (n % 11 === 0) send(intent);
  }
}
