/**
 * Time passing: silence of the rig, a stalled or sleeping host, unheard lines, the ladder, a reset without an answer.
 * Ages are counted from when a line was made, so that lines read late do not look new.
 */
import { watchDrill } from './drill.ts';
import { drillWhenDue } from './drill-schedule.ts';
import { sendHello, raiseProblem, retryHello } from './handshake.ts';
import { freeUnheardLine } from './heartbeat.ts';
import { climbLadder } from './ladder.ts';
import { loseBecause } from './permit.ts';
import { failReset } from './reset.ts';
import { enter, put, putLink, record, type Turn } from './turn.ts';

const SLEPT_MS = 1000;
const OFFSET_WINDOW_MS = 10_000;

export function takeTick(turn: Turn, sleptMs: number): void {
  if (sleptMs >= SLEPT_MS) expireAll(turn, 'slept', sleptMs);
  watchSilence(turn);
  if (freeUnheardLine(turn)) loseLink(turn, 'rig-deaf');
  retryHello(turn);
  climbLadder(turn);
  const { reset, setup } = turn.state;
  if (reset !== null && turn.nowMs - reset.sinceMs > setup.limits.resetAnswerMs) failReset(turn, 'no-answer');
  watchDrill(turn);
  drillWhenDue(turn);
}

/** Before every event: a gap as long as the silence limit means that nothing we know is fresh. */
export function noticeStall(turn: Turn): void {
  const { tickAtMs, setup } = turn.state;
  const gapMs = tickAtMs === null ? 0 : turn.nowMs - tickAtMs;
  if (gapMs >= setup.limits.silenceCriticalMs) expireAll(turn, 'late', gapMs);
  put(turn, { tickAtMs: turn.nowMs });
}

function expireAll(turn: Turn, kind: 'late' | 'slept', stalledMs: number): void {
  record(turn, { kind: 'guard-stalled', body: { stalledMs: Math.round(stalledMs), kind } });
  if (turn.state.restore !== null) loseBecause(turn, 'bridge-stalled', { stalledMs: Math.round(stalledMs) }, 'bridge-stalled');
  const { device, restore, frame } = turn.state;
  put(turn, {
    factsAtMs: null, power: null, frame: { ...frame, samples: [], belowHold: 0 }, device: device === null ? null : { ...device, agreed: 0 },
    restore: restore === null ? null : { ...restore, plan: restore.plan === null ? null : { ...restore.plan, agreed: 0 } },
  });
  if (turn.state.link.session !== null) sendHello(turn);
}

function watchSilence(turn: Turn): void {
  const { link, zone, setup } = turn.state;
  if (link.session === null || link.lineMadeAtMs === null) return;
  const limitMs = zone === 'critical' ? setup.limits.silenceCriticalMs : setup.limits.silenceSafeMs;
  if (turn.nowMs - link.lineMadeAtMs <= limitMs) return;
  loseLink(turn, 'rig-silent');
}

function loseLink(turn: Turn, problem: 'rig-silent' | 'rig-deaf'): void {
  const { link } = turn.state;
  const silentMs = link.lineMadeAtMs === null ? 0 : Math.round(turn.nowMs - link.lineMadeAtMs);
  loseBecause(turn, 'rig-silent', { silentMs }, 'rig-silent');
  raiseProblem(turn, { code: problem, params: { silentMs } });
  sendHello(turn);
}

/** A line that is no frame: counted; three in a row or five of fifty break the link. */
export function takeCorrupt(turn: Turn): void {
  const { link, setup } = turn.state;
  const corruptWindow = [...link.corruptWindow.slice(-49), true];
  putLink(turn, { corruptRow: link.corruptRow + 1, corruptWindow });
  const count = corruptWindow.filter((corrupt) => corrupt).length;
  if (link.corruptRow + 1 < setup.limits.corruptInRow && count < setup.limits.corruptOf50) return;
  if (link.session === null) {
    if (link.problem?.code !== 'rig-not-understood') raiseProblem(turn, { code: 'rig-not-understood', params: { baud: setup.baud } });
    return;
  }
  loseBecause(turn, 'corrupt-frames', { count }, 'corrupt-frames');
  raiseProblem(turn, { code: 'corrupt-frames', params: { count } });
  sendHello(turn);
}

/** A good line: follows the smallest transport time of this and the last ten seconds, and says when the line was made. */
export function noteGoodLine(turn: Turn, tMs: number): number {
  const { link } = turn.state;
  const shift = turn.nowMs - tMs;
  const old = link.offset;
  let offset = old ?? { least: shift, previous: shift, sinceMs: turn.nowMs };
  if (old !== null && turn.nowMs - old.sinceMs > OFFSET_WINDOW_MS) offset = { least: shift, previous: old.least, sinceMs: turn.nowMs };
  else if (shift < offset.least) offset = { ...offset, least: shift };
  const madeAtMs = tMs + Math.min(offset.least, offset.previous);
  const corruptWindow = link.corruptRow === 0 && !link.corruptWindow.includes(true) ? link.corruptWindow : [...link.corruptWindow.slice(-49), false];
  putLink(turn, { offset, lineMadeAtMs: madeAtMs, lineReadAtMs: turn.nowMs, corruptRow: 0, corruptWindow });
  return madeAtMs;
}

/** The port is gone. */
export function takePortClosed(turn: Turn): void {
  if (turn.state.link.session !== null || turn.state.restore !== null) {
    loseBecause(turn, 'port-lost', { path: turn.state.link.path ?? turn.state.setup.path }, 'port-lost');
  }
  putLink(turn, { open: false, path: null, session: null, nonce: null, helloAtMs: null, unacked: null, lineMadeAtMs: null, offset: null });
  put(turn, { beat: null, beatBefore: null });
  if (turn.state.trip === null) enter(turn, 'offline');
}
