/** What the HTTP side may ask of the store; the store implements it and the HTTP side gets it handed in. */
import type { Evidence } from '../../firmware-bridge/contract/evidence.ts';
import type { Facts } from '../../firmware-bridge/contract/uplink.ts';
import type { StoredDrill } from '../contract/drills.ts';
import type { Judgement } from '../contract/judgement.ts';
import type { Away } from '../contract/away.ts';
import type { JudgedStop, RollupPoint, StoredEvidence, StoredStop } from '../contract/live.ts';
import type { Audit } from './audit-port.ts';
import type { StopCount } from './nuisance.ts';
import type { BenchPoint } from './roll-up.ts';

/** One report as it came: `event` as parsed, `raw` the JSON text with everything that came, known or not. */
export interface ReceivedEvidence {
  readonly event: Evidence;
  readonly raw: string;
}

/** A report whose envelope cannot be read; kept as it came, so that nothing is lost and nothing is blocked. */
export interface UnreadableReport {
  readonly bridge: string;
  readonly outboxSeq: number;
  readonly raw: string;
  readonly why: string;
}

export interface AppendedEvidence extends ReceivedEvidence {
  readonly id: number;
  readonly receivedAtIso: string;
}

export interface AppendResult {
  /** Only what is new; a resent report is not here. */
  readonly appended: readonly AppendedEvidence[];
  readonly factsChanged: boolean;
}

export interface Page {
  readonly limit: number;
  readonly before: number | null;
  readonly after: number | null;
}

/** Which stop is meant: a stop id alone is unique only for one rig. */
export interface StopKey {
  /** Null when no rig had named itself. */
  readonly rig: string | null;
  readonly stopId: string;
}

export interface StopPlace extends StopKey {
  readonly bench: string;
}

export type JudgeResult =
  | { readonly stop: StopPlace; readonly judgement: Judgement; readonly isNew: boolean }
  | { readonly refusal: 'no-such-stop' | 'judgement-id-used' };

export type Step = '1s' | '1m';

export interface Store {
  readonly databaseId: string;
  readonly audit: Audit;
  /** All or nothing, synced to the disk when it returns. */
  append(events: readonly ReceivedEvidence[], unreadable: readonly UnreadableReport[], receivedAtIso: string): AppendResult;
  lastEvidenceId(): number;
  /** Ascending by number; without a cursor the newest. */
  events(bench: string | null, page: Page): StoredEvidence[];
  /** Of one bench between two times of its wall clock, oldest first. */
  eventsBetween(bench: string, fromIso: string, toIso: string, limit: number): StoredEvidence[];
  /** What a person who was away should hear of, after a number of the evidence; null: of every bench. */
  happenedSince(bench: string | null, after: number): Away;
  /** How many there are after a number, counted up to `limit`. */
  countAfter(after: number, limit: number): number;
  /** Newest first; ascending when `after` is given. `cursor` leads on, null at the end. */
  stops(filter: { readonly rig: string | null; readonly bench: string | null }, page: Page): { stops: JudgedStop[]; cursor: number | null };
  /** Adds a judgement, synced to the disk when it returns. The same id with the same content changes nothing. */
  /** What the bridges said of restores and devices, received since then, in its order. */
  restoreEvidence(sinceIso: string): StoredEvidence[];
  /** Null: no such stop. */
  stop(key: StopKey): StoredStop | null;
  /** Stops recorded since then, oldest first. */
  stopsSince(sinceIso: string): StoredStop[];
  judge(key: StopKey, judgement: Judgement): JudgeResult;
  /** Every judgement of one stop, newest first; null when there is no such stop. */
  judgements(key: StopKey): Judgement[] | null;
  /** Stops that were stored since then, by cause, bench and newest judgement. */
  stopCounts(sinceIso: string): StopCount[];
  restoreCount(sinceIso: string): number;
  /** Newest first. */
  drills(bench: string, limit: number): StoredDrill[];
  /** As of now: what is allowed for a time ends by itself. */
  facts(nowMs: number): Facts;
  /** The benches that each bridge named at its last start. */
  benchesByBridge(): { bridge: string; benches: string[] }[];
  writeTelemetry(points: readonly BenchPoint[]): void;
  telemetry(bench: string, step: Step, fromMs: number, toMs: number): RollupPoint[];
  /** Deletes a limited number of roll-ups that are past their time. */
  pruneTelemetry(epochMs: number): void;
  rebuildProjections(): void;
  counts(): { lastEvidenceId: number; stops: number; unreadable: number };
  close(): void;
}
