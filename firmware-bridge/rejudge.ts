/**
 * One stop of the past by the rules and limits of today: its own part of the record is replayed, so the chain as a whole is not
 * judged. The limits of today are those of the bench's newest recorded state; it changes nothing and judges nobody.
 */
import { beginsWithState, EntryReader } from './contract/black-box-lines.ts';
import type { Rejudgement } from './contract/replay-report.ts';
import { DEFAULT_LIMITS, type Limits } from './guard/limits.ts';
import { readState } from './replay/read-state.ts';
import { replayFiles } from './replay-files.ts';
import { pathsAround } from './report/black-box/read-around.ts';
import { readBlocks, segmentsOf } from './report/black-box/read-blocks.ts';

/** A replay begins at a state of the guard; one is recorded each minute (ms). */
const STATE_WITHIN_MS = 180_000;
/** Rules that stop earlier do so within the same restore; rules that stop later had their chance (ms). */
const BEFORE_STOP_MS = 120_000;
const AFTER_STOP_MS = 60_000;

/** Of the newest state that was recorded until then. */
function limitsUntil(paths: readonly string[], untilMs: number): Limits | undefined {
  let limits: Limits | undefined;
  for (const part of readBlocks(paths)) {
    if (part.is !== 'block' || !beginsWithState(part.block) || part.block.header.wallMs > untilMs) continue;
    const entry = new EntryReader(part.block.header).entry(part.block.lines[1] ?? '');
    limits = (entry?.is === 'state' ? readState(entry.state, {})?.setup.limits : undefined) ?? limits;
  }
  return limits;
}

/** Of the bench as it stands now; the newest file that holds a state has it. */
function limitsNow(folder: string): Limits | undefined {
  for (const { path } of segmentsOf(folder).toReversed()) {
    const limits = limitsUntil([path], Infinity);
    if (limits !== undefined) return limits;
  }
  return undefined;
}

export function rejudge(folder: string, atMs: number): Rejudgement {
  const paths = pathsAround(folder, atMs - STATE_WITHIN_MS, atMs + AFTER_STOP_MS);
  const [then, now] = [limitsUntil(paths, atMs), limitsNow(folder)];
  const names = (Object.keys(DEFAULT_LIMITS) as (keyof Limits)[]).filter((name) => then !== undefined && now !== undefined && then[name] !== now[name]);
  const limits = names.map((name) => ({ name, then: then?.[name] ?? 0, now: now?.[name] ?? 0 }));
  const asked = Object.fromEntries(limits.map(({ name, now: value }) => [name, value]));
  return { limits, report: replayFiles({ paths, heads: [], isWhole: false, limits: asked, fromMs: atMs - BEFORE_STOP_MS, toMs: atMs + AFTER_STOP_MS }) };
}
