/**
 * Messages between the guard process and its recorder child over the process channel. Both ends are this code in the
 * same version, started together, so these are types; what comes from outside was parsed before it got here.
 */
import type { BenchStatus } from './bench-status.ts';
import type { BoxEntry, BoxReport } from './black-box.ts';
import type { Evidence } from './evidence.ts';
import type { Facts, Order, OrderResult } from './uplink.ts';

export type ToRecorder =
  | { readonly type: 'evidence'; readonly event: Evidence }
  | { readonly type: 'telemetry'; readonly status: BenchStatus }
  | { readonly type: 'order-result'; readonly result: OrderResult }
  /** Entries of a bench's black box in this run of the guard; `from` is the number of the first one. Never waited for. */
  | { readonly type: 'black-box'; readonly bench: string; readonly boot: string; readonly from: number; readonly limitMb: number; readonly entries: readonly BoxEntry[] }
  /** The only database whose facts are worth keeping: after each start of the recorder, and when a person confirmed another. */
  | { readonly type: 'known-database'; readonly databaseId: string }
  /** Nothing more comes for any black box in this run: write what there is, tell where each stands, then `black-box-ended`. */
  | { readonly type: 'black-box-end' }
  | { readonly type: 'log'; readonly level: 'info' | 'warn' | 'error'; readonly text: string };

export type FromRecorder =
  /** Evidence up to and including this seq of this boot is on the disk. */
  | { readonly type: 'recorded'; readonly seq: number }
  /** Whether evidence can be written at all; `why` for people. */
  | { readonly type: 'health'; readonly canRecord: boolean; readonly why: string | null }
  /** A snapshot from the server, repeated every 15 s. `ageMs`: 0 when fresh; null when read back from the disk at start (age unknown). */
  | { readonly type: 'facts'; readonly facts: Facts; readonly ageMs: number | null }
  | { readonly type: 'order'; readonly order: Order }
  | { readonly type: 'black-box'; readonly report: BoxReport }
  | { readonly type: 'black-box-ended' };
