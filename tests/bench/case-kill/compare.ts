/**
 * Compares what was answered with what is there, after everything: it saw no kill and reads the journal and the database alone.
 * Prints one line of JSON: nothing lost, nothing twice, every chain intact, every act noted in the audit once.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { isGood } from '../../../server/contract/custody-verdict.ts';
import { verifyChain } from '../../../server/domain/custody/verify.ts';
import { hashOf, signedByOneOf } from '../../../server/store/custody-key.ts';
import { readCustody } from '../../../server/store/read-custody.ts';

const [stateDir = '', journal = ''] = process.argv.slice(2);
const answered = readFileSync(journal, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as { id: string; act: string; code: string; seq: number });

const database = new Sqlite(join(stateDir, 'server.sqlite'), { readonly: true });
const events = database.prepare<[], { id: string; code: string; seq: number; kind: string; subject: string | null }>(
  `SELECT e.id, h.code, e.seq, json_extract(line, '$.kind') AS kind, coalesce(json_extract(line, '$.body.transferId'), json_extract(line, '$.body.holdId')) AS subject
   FROM custody_events e JOIN custody_heads h USING (case_id)`,
).all();
const heads = database.prepare<[], { code: string; seq: number; rows: number; last: number }>(
  'SELECT h.code, h.seq, count(*) AS rows, max(e.seq) AS last FROM custody_heads h JOIN custody_events e USING (case_id) GROUP BY h.case_id',
).all();
const stages = new Map(database.prepare<[], { code: string; state: string }>('SELECT code, state FROM cases').all().map(({ code, state }) => [code, (JSON.parse(state) as { lastSeq: number }).lastSeq]));
const noted = database.prepare<[], string>("SELECT json_extract(detail, '$.custody') FROM audit WHERE json_extract(detail, '$.custody') IS NOT NULL").pluck().all();
database.close();

const byId = new Map(events.map((event) => [event.id, event]));
const lost = answered.filter(({ id, code }) => byId.get(id)?.code !== code).map(({ id, act }) => `${act} ${id}`);
const once = events.filter(({ kind, subject }) => subject !== null && /^(hold|transfer)-/.test(kind)).map(({ kind, subject }) => `${kind} ${subject ?? ''}`);
const twice = [...once.filter((place, index) => once.indexOf(place) !== index), ...noted.filter((head, index) => noted.indexOf(head) !== index)];
const answeredIds = new Set(answered.map(({ id }) => id));
/** The first event of an act carries its id; the page sent each until it was answered. */
const unasked = events.filter(({ id, kind }) => !answeredIds.has(id) && kind !== 'hold-placed' && !/^0/.test(id)).map(({ id, kind }) => `${kind} ${id}`);
const apart = heads.filter(({ code, seq, rows, last }) => seq !== rows || seq !== last || stages.get(code) !== seq).map(({ code }) => code);
const { chains, keys } = readCustody(stateDir);
const broken = chains.map((chain) => verifyChain(chain, [], hashOf, signedByOneOf(keys))).filter((verdict) => !isGood(verdict)).map(({ code }) => code ?? '');
process.stdout.write(`${JSON.stringify({ answered: answered.length, events: events.length, cases: chains.length, noted: noted.length, lost, twice, unasked, apart, broken })}\n`);
