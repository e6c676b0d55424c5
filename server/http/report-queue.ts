/**
 * Collects the reports that arrive together and stores them in one transaction. It acknowledges only what is on the disk;
 * when the disk fails it acknowledges nothing, so that the bridge keeps everything and sends it again.
 */
import type { AppendResult, ReceivedEvidence, UnreadableReport } from '../domain/store-port.ts';

/** A backlog is stored in pieces, so that telemetry and orders get their turn between them. */
const BURST_MAX = 256;

export interface ReportQueue {
  evidence(outboxSeq: number, received: ReceivedEvidence): void;
  unreadable(report: UnreadableReport): void;
  flush(): void;
}

export interface ReportSink {
  append(events: readonly ReceivedEvidence[], unreadable: readonly UnreadableReport[]): AppendResult;
  /** Must not throw: what it reports is on the disk already. */
  stored(result: AppendResult): void;
  acknowledge(upTo: number): void;
  failed(error: unknown): void;
}

export function createReportQueue(sink: ReportSink): ReportQueue {
  let events: ReceivedEvidence[] = [];
  let unreadable: UnreadableReport[] = [];
  let upTo = 0;
  let scheduled: NodeJS.Immediate | null = null;
  let broken = false;

  const flush = (): void => {
    if (scheduled !== null) clearImmediate(scheduled);
    scheduled = null;
    if (broken || events.length + unreadable.length === 0) return;
    const [takenEvents, takenUnreadable] = [events, unreadable];
    events = [];
    unreadable = [];
    let result: AppendResult;
    try {
      result = sink.append(takenEvents, takenUnreadable);
    } catch (error) {
      // Nothing after a gap may be acknowledged: acknowledgements are cumulative.
      broken = true;
      sink.failed(error);
      return;
    }
    sink.acknowledge(upTo);
    sink.stored(result);
  };
  const added = (outboxSeq: number): void => {
    upTo = Math.max(upTo, outboxSeq);
    if (events.length + unreadable.length >= BURST_MAX) flush();
    else scheduled ??= setImmediate(flush);
  };
  return {
    evidence(outboxSeq, received) {
      events.push(received);
      added(outboxSeq);
    },
    unreadable(report) {
      unreadable.push(report);
      added(report.outboxSeq);
    },
    flush,
  };
}
