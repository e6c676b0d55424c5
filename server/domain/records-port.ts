/** What may be asked of the black boxes of this machine. Nothing here can be waited for by a bench. */
import type { RawFound } from '../../firmware-bridge/contract/raw-lines.ts';
import type { Rejudgement } from '../../firmware-bridge/contract/replay-report.ts';

/** `not-recorded`: nothing of this bench lies here, or it cannot be read. */
export type RecordsAnswer<Value> = { readonly value: Value } | { readonly refusal: 'not-recorded' | 'records-busy' };

export interface Records {
  lines(bench: string, fromMs: number, toMs: number, most: number): Promise<RecordsAnswer<RawFound>>;
  /** The rules of today over what was recorded around a time. */
  rejudge(bench: string, atMs: number): Promise<RecordsAnswer<Rejudgement>>;
}
