/**
 * The daily check of every custody chain: another process does it, so that nothing here waits for it. What it found is kept over a
 * restart, noted in the audit and said in the log; that it could not be done is said too, is no verdict, and is tried again.
 */
import { chainCheckSchema } from './contract/custody-verdict.ts';
import type { ChainCheck } from './contract/custody-verdict.ts';
import type { Audit } from './domain/audit-port.ts';
import type { Edges } from './http/ports.ts';
import type { RunningCheck } from './run-check.ts';
import { detailOf } from './start-refusal.ts';
import type { Meta } from './store/meta.ts';

const LAST = 'chain_check';
const BY_ITSELF = { who: { kind: 'system', name: 'holdfast' }, from: { address: 'local', machine: null } } as const;

export interface ChainChecks {
  /** Null: none was done yet. */
  last(): ChainCheck | null;
  /** Checks when the day has begun without one; answers when that has ended. To be called at least once an hour. */
  daily(): Promise<void>;
  close(): void;
}

export interface ChainCheckParts {
  readonly meta: Pick<Meta, 'text' | 'set'>;
  readonly audit: Pick<Audit, 'append'>;
  readonly edges: Pick<Edges, 'epochMs' | 'log'>;
  run(): RunningCheck;
}

export function createChainChecks({ meta, audit, edges, run }: ChainCheckParts): ChainChecks {
  let last = readLast(meta);
  let running: RunningCheck | null = null;
  let isClosed = false;
  const keep = (found: ChainCheck): void => {
    const { chains, events, brokenCount, broken: [first] } = found;
    audit.append({ ...BY_ITSELF, what: 'chains-checked', subject: null, why: null, detail: { chains, events, broken: brokenCount } }, found.atIso);
    meta.set(LAST, JSON.stringify(found));
    last = found;
    if (brokenCount > 0) edges.log('error', `${brokenCount} custody chains do not hold, the first is that of ${first?.code ?? 'a case without a code'}; see holdfast verify`);
  };
  /** What ends while the server does cannot be kept any more. */
  const mayKeep = (): boolean => !isClosed;
  return {
    last: () => last,
    async daily() {
      const atIso = new Date(edges.epochMs()).toISOString();
      if (isClosed || running !== null || last?.atIso.slice(0, 10) === atIso.slice(0, 10)) return;
      running = run();
      try {
        const found = await running.found;
        if (mayKeep()) keep({ atIso, ...found });
      } catch (error) {
        if (mayKeep()) edges.log('error', `the custody chains could not be checked, and it is tried again: ${detailOf(error)}`);
      } finally {
        running = null;
      }
    },
    close() {
      isClosed = true;
      running?.end();
    },
  };
}

/** What cannot be read is as if there was none: it is checked anew. */
function readLast(meta: Pick<Meta, 'text'>): ChainCheck | null {
  try {
    return chainCheckSchema.parse(JSON.parse(meta.text(LAST) ?? ''));
  } catch {
    return null;
  }
}
