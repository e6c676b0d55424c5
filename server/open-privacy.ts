/**
 * Opens what keeps personal data and the audit trustworthy: keys, private records, copies of the keys, the noted heads, and
 * the daily run over them. At every start what was erased is erased again, before anybody can ask for it.
 */
import type { Database } from 'better-sqlite3';
import { PRIVATE_KINDS } from './contract/private-data.ts';
import type { Audit } from './domain/audit-port.ts';
import type { PrivateRecords } from './domain/private-port.ts';
import { KEPT, retentionHorizonMs, settledBeforeIso } from './domain/retention.ts';
import { createChainChecks } from './check-chains.ts';
import type { ChainCheck } from './contract/custody-verdict.ts';
import { createDailyRun } from './daily-run.ts';
import type { Edges } from './http/ports.ts';
import { runCheck } from './run-check.ts';
import { createAuditHeads } from './store/audit-heads.ts';
import { createKeyCopies } from './store/key-copies.ts';
import { openKeys } from './store/key-table.ts';
import { createMeta } from './store/meta.ts';
import { createPrivateRecords } from './store/private-table.ts';

/** One day's work for one kind; what is left waits for the next day. */
const DUE_CASES_MAX = 500;
const LAST_RUN = 'daily_run_at';
const HERE = { address: 'local', machine: null } as const;

export interface Privacy {
  readonly records: PrivateRecords;
  /** For the search by name; it lies with the keys, not with the data. */
  readonly nameKey: Uint8Array;
  /** The first entry of the audit that does not fit, as of the last check; null when all is whole. */
  auditBrokenAt(): number | null;
  /** How the last check of every custody chain ended; null: none was done yet. */
  chainCheck(): ChainCheck | null;
  /** To be called at least once an hour. */
  daily(): void;
  close(): void;
}

export interface PrivacyParts {
  readonly stateDir: string;
  readonly database: Database;
  readonly databaseId: string;
  readonly audit: Audit;
  readonly edges: Edges;
}

export function openPrivacy({ stateDir, database, databaseId, audit, edges }: PrivacyParts): Privacy {
  const keys = openKeys(stateDir, databaseId);
  try {
    const records = createPrivateRecords({ database, keys, audit, newUuid: edges.newUuid });
    const copies = createKeyCopies(stateDir, keys);
    const heads = createAuditHeads(stateDir, audit);
    const meta = createMeta(database);
    let brokenAt: number | null = null;
    const checkAudit = (nowMs: number): void => {
      brokenAt = audit.firstBroken() ?? heads.missing()?.number ?? null;
      if (brokenAt !== null) edges.log('error', `the audit is not whole from entry ${brokenAt} on; if no backup was put back, somebody changed it`);
      const { number, hash } = audit.head();
      edges.log('info', `head of the audit: ${number} ${hash}`);
      heads.note(new Date(nowMs).toISOString());
    };
    const again = records.destroyErasedKeys();
    if (again > 0) edges.log('warn', `${again} keys of erased personal data had come back and were destroyed again`);
    const keyless = records.keyless();
    if (keyless > 0) edges.log('warn', `${keyless} rows of personal data have no key: erased, or older than the keys`);
    const daily = createDailyRun([
      { what: 'destroying keys of erased data', run: () => void records.destroyErasedKeys() },
      { what: 'erasing what is past its time', run: (nowMs, formerRunMs) => eraseDue(records, nowMs, formerRunMs, edges) },
      { what: 'taking away old copies of the keys', run: (nowMs) => copies.prune(nowMs) },
      { what: 'copying the keys', run: (nowMs) => copies.make(nowMs) },
      { what: 'checking the audit', run: checkAudit },
    ], { read: () => meta.text(LAST_RUN), write: (atIso) => meta.set(LAST_RUN, atIso) }, edges);
    if (!daily()) checkAudit(edges.epochMs());
    // Not at the start: a morning has other things to do.
    const chains = createChainChecks({ meta, audit, edges, run: () => runCheck(stateDir) });
    return {
      records, nameKey: keys.derive('names'), auditBrokenAt: () => brokenAt, chainCheck: chains.last,
      daily() {
        daily();
        void chains.daily();
      },
      close() {
        chains.close();
        keys.close();
      },
    };
  } catch (error) {
    keys.close();
    throw error;
  }
}

function eraseDue(records: PrivateRecords, nowMs: number, formerRunMs: number | null, edges: Pick<Edges, 'log'>): void {
  const horizonMs = retentionHorizonMs(nowMs, formerRunMs);
  for (const kind of PRIVATE_KINDS) {
    const beforeIso = settledBeforeIso(kind, horizonMs);
    if (beforeIso === null) continue;
    const due = records.settledBefore(kind, beforeIso, DUE_CASES_MAX);
    const why = `kept for ${KEPT[kind].days} days after the outcome was confirmed`;
    for (const caseId of due) records.erase(caseId, kind, { who: { kind: 'system', name: 'retention' }, role: 'system', why, from: HERE }, new Date(nowMs).toISOString());
    if (due.length > 0) edges.log('info', `${kind} of ${due.length} cases was past its time and is erased`);
  }
}
