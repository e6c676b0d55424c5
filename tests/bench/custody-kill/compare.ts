/**
 * Compares what was told with what is there, after everything: it saw no kill, appends nothing, and reads the two files and
 * the database alone. Prints one line of JSON; nothing lost, nothing twice, nothing half, every chain intact.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { isGood } from '../../../server/contract/custody-verdict.ts';
import { verifyChain } from '../../../server/domain/custody/verify.ts';
import { hashOf, signedByOneOf } from '../../../server/store/custody-key.ts';
import { readCustody } from '../../../server/store/read-custody.ts';

const [stateDir = ''] = process.argv.slice(2);
const linesOf = (name: string): string[] => readFileSync(join(stateDir, name), 'utf8').split('\n').filter((line) => line !== '');

const database = new Sqlite(join(stateDir, 'server.sqlite'), { readonly: true });
const rows = database.prepare<[], { id: string; case_id: string; seq: number; hash: string; n: number; part: number }>(
  "SELECT id, case_id, seq, hash, json_extract(line, '$.body.n') AS n, json_extract(line, '$.body.part') AS part FROM custody_events",
).all();
const beside = database.prepare<[], number>('SELECT n FROM beside ORDER BY n').pluck().all().map(Number);
database.close();

const byId = new Map(rows.map((row) => [row.id, row]));
const lost = linesOf('told.txt').filter((line) => {
  const [n, id = '', caseId, seq, hash] = line.split(' ');
  const row = byId.get(id);
  return row === undefined || String(row.n) !== n || row.case_id !== caseId || String(row.seq) !== seq || row.hash !== hash;
});
const places = rows.map(({ n, part }) => `${String(n)}.${String(part)}`);
const twice = places.filter((place, index) => places.indexOf(place) !== index);
const meant = linesOf('meant.jsonl').map((line) => JSON.parse(line) as { n: number; drafts: { id: string }[] });
const half = meant.filter(({ drafts }) => drafts.some(({ id }) => !byId.has(id))).map(({ n }) => n);
const meantIds = new Set(meant.flatMap(({ drafts }) => drafts.map(({ id }) => id)));
const unknown = rows.filter(({ id }) => !meantIds.has(id)).map(({ id }) => id);
const wanted = meant.map(({ n }) => n).filter((n) => n % 2 === 1);
const besideWrong = JSON.stringify(beside) === JSON.stringify(wanted) ? [] : wanted.filter((n) => !beside.includes(n)).concat(beside.filter((n, index) => !wanted.includes(n) || beside.indexOf(n) !== index));

const { chains, keys } = readCustody(stateDir);
const verdicts = chains.map((chain) => verifyChain(chain, [], hashOf, signedByOneOf(keys)));
const broken = verdicts.filter((verdict) => !isGood(verdict)).map(({ code, intact, against }) => `${code ?? ''} ${JSON.stringify(intact)} ${String(against.length)}`);
process.stdout.write(`${JSON.stringify({ told: linesOf('told.txt').length, events: rows.length, cases: chains.length, anchors: chains.flatMap(({ anchors }) => anchors).length, lost, twice, half, unknown, besideWrong, broken })}\n`);
