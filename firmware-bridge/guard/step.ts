/**
 * The interlock: `step(state, event) → { state, effects }`, pure and total. Time comes in with the event, effects go out
 * as data. Every event first shows whether the guard itself was asleep; after that one table says who takes it.
 */
import type { RigMessage } from '../wire/rig-message.ts';
import { judgeSequence } from '../wire/sequence.ts';
import { noteDrillWritten, reviewDrill, takeDrilled, takeDrillRefused } from './drill.ts';
import { confirmDatabase, takeFacts } from './facts.ts';
import { learnFailures } from './failures.ts';
import { raiseProblem, sendHello, takeBoot, takeWelcome } from './handshake.ts';
import { takeHeartbeat } from './heartbeat.ts';
import { climbOn, takeStopAnswer } from './ladder.ts';
import { loseBecause } from './permit.ts';
import { takeDevice, takeFixtureReport, takeMiddleReport, takePlan, takePower, takeProbeReport, takeProgress, takeRigEvent } from './reports.ts';
import { takeAnswer, takeLatch } from './rig-latch.ts';
import { failReset, finishReset, sendReset, takeOrder } from './reset.ts';
import { takeEnded } from './restore.ts';
import type { BenchState } from './state.ts';
import { climbAnew, noteStopWritten, raise } from './trip.ts';
import { bridgeActor, enter, put, putLink, record, type Effect, type GuardEvent, type Turn } from './turn.ts';
import { holdWiring, noteWiring, takeWiringHealth } from './wiring.ts';
import { noteGoodLine, noticeStall, takeCorrupt, takePortClosed, takeTick } from './watchdog.ts';

export interface Step {
  readonly state: BenchState;
  readonly effects: readonly Effect[];
}

export function step(state: BenchState, event: GuardEvent): Step {
  const turn: Turn = { state, effects: [], nowMs: event.nowMs, wallMs: event.wallMs };
  noticeStall(turn);
  take(turn, event);
  reviewDrill(turn);
  return { state: turn.state, effects: inOrderOfUrgency(turn.effects) };
}

const URGENCY: Partial<Record<Effect['do'], number>> = { 'drop-permit': 0, 'stop-restore': 1, 'use-wiring': 1, 'warn-committed': 2, 'strike-drill': 3 };
const LATER = 4;

/** Whatever was noted on the way to a stop: the permit ends first, the stop is written second, all else keeps its order. */
function inOrderOfUrgency(effects: readonly Effect[]): readonly Effect[] {
  if (!effects.some((effect) => effect.do in URGENCY)) return effects;
  const first = effects.findIndex((effect) => effect.do === 'drop-permit');
  const once = effects.filter((effect, index) => effect.do !== 'drop-permit' || index === first);
  return once.toSorted((a, b) => (URGENCY[a.do] ?? LATER) - (URGENCY[b.do] ?? LATER));
}

function take(turn: Turn, event: GuardEvent): void {
  switch (event.kind) {
    case 'line': return takeLine(turn, event.session, event.n, event.message);
    case 'tick': return takeTick(turn, event.sleptMs);
    case 'corrupt': return takeCorrupt(turn);
    case 'stop-written':
      if (noteDrillWritten(turn, event.stopId, event.ok)) return undefined;
      return event.ok ? noteStopWritten(turn, event.stopId, true) : noteStopUnwritten(turn, event.stopId);
    case 'wiring-used': return noteWiring(turn, event.step, event.ok, event.why) ? climbOn(turn) : undefined;
    case 'side-answer': return takeStopAnswer(turn, event.answer);
    case 'wiring-health': return takeWiringHealth(turn, event.problem, event.opened);
    case 'order': return takeOrder(turn, event.order, event.ageMs);
    case 'facts': return takeFacts(turn, event.facts, event.ageMs);
    case 'confirm-database': return confirmDatabase(turn, event.confirmation);
    case 'record-health': return put(turn, { canRecord: event.canRecord, recordProblem: event.problem ?? null });
    case 'elsewhere':
      put(turn, { elsewhere: event.elsewhere });
      return learnFailures(turn, event.elsewhere.failures ?? []);
    case 'port-opened': return takePortOpened(turn, event.path ?? turn.state.setup.path);
    case 'port-closed': return takeClosed(turn, event.problem);
    case 'port-waiting':
      if (event.problem !== null) raiseProblem(turn, event.problem);
      return putLink(turn, { nextTryAtMs: event.nextTryAtMs, attempts: event.attempts });
    case 'closing': return takeClosing(turn);
    case 'fault': return raise(turn, 'guard-fault', { what: event.what }, bridgeActor(turn.state));
  }
}

/** The port refused the stop: the ladder goes on at the next tick, and a person is called if there is no port. */
function noteStopUnwritten(turn: Turn, stopId: string): void {
  const receipt = turn.state.trip?.trip.receipt;
  if (receipt?.stopId === stopId && receipt.state === 'pending' && !turn.state.link.open) climbOn(turn);
}

/** In `safe` the permit ends and the rig waits at its gate; a bench in `critical` keeps it until it is through. */
function takeClosing(turn: Turn): void {
  put(turn, { closing: true });
  if (turn.state.zone === 'safe') loseBecause(turn, 'bridge-stalled', {}, 'closing');
}

function takePortOpened(turn: Turn, path: string): void {
  // Without this a link that was never told to be closed would wait for a WELCOME in `critical` for ever.
  if (turn.state.link.open) takePortClosed(turn);
  putLink(turn, { open: true, path, session: null, helloTries: 0, nextTryAtMs: null, problem: null });
  record(turn, { kind: 'port-opened', body: { path } });
  const { trip, zone } = turn.state;
  if (trip === null) enter(turn, 'handshaking');
  // A person's stop waits for no handshake: the rig obeys it in any session and arbitrates.
  else if (trip.stopWanted && zone !== 'committed' && trip.trip.causes.some((cause) => cause.code === 'operator-stop')) climbAnew(turn);
  holdWiring(turn);
  sendHello(turn);
}

function takeClosed(turn: Turn, problem: Parameters<typeof raiseProblem>[1] | null): void {
  if (turn.state.link.open) record(turn, { kind: 'port-closed', body: { path: turn.state.link.path ?? turn.state.setup.path, problem } });
  takePortClosed(turn);
  if (turn.state.trip?.trip.receipt.state === 'pending') climbOn(turn);
  failReset(turn, 'rig-not-live');
  if (problem !== null) putLink(turn, { problem });
}

function takeLine(turn: Turn, session: string, n: number, message: RigMessage): void {
  if (message.verb === 'BOOT') return takeBoot(turn);
  if (message.verb === 'WELCOME') {
    if (takeWelcome(turn, session, n, message)) noteGoodLine(turn, message.tMs);
    return undefined;
  }
  const { link } = turn.state;
  if (link.session === null || link.session !== session) return undefined;
  const verdict = judgeSequence(link.rxN, n);
  if (verdict.kind === 'duplicate') return undefined;
  const backwards = turn.state.beat !== null && message.tMs < turn.state.beat.tMs;
  if (verdict.kind === 'regressed' || backwards) {
    loseBecause(turn, 'sequence-regressed', {}, 'sequence-regressed');
    return sendHello(turn);
  }
  putLink(turn, { rxN: n, missedTotal: link.missedTotal + verdict.missed });
  if (verdict.missed > 0) put(turn, { frame: { ...turn.state.frame, linesLost: true } });
  const madeAtMs = noteGoodLine(turn, message.tMs);
  return takeMessage(turn, n, message, madeAtMs);
}

function takeMessage(turn: Turn, n: number, message: RigMessage, madeAtMs: number): void {
  switch (message.verb) {
    case 'HB': return takeHeartbeat(turn, message, n);
    case 'PROBE': return takeProbeReport(turn, message, madeAtMs);
    case 'MID': return takeMiddleReport(turn, message);
    case 'STOPPED':
    case 'TOO-LATE': return takeAnswer(turn, message);
    case 'LATCH': return takeLatch(turn, message);
    case 'FIXTURE': return takeFixtureReport(turn, message);
    case 'DEVICE': return takeDevice(turn, message);
    case 'PLAN': return takePlan(turn, message);
    case 'PROGRESS': return takeProgress(turn, message);
    case 'POWER': return takePower(turn, message, madeAtMs);
    case 'ENDED': return takeEnded(turn, message.restore, message.result);
    case 'EVENT': return takeRigEvent(turn, message);
    case 'RESET-DONE':
      putLink(turn, { unacked: null, unheard: 0 });
      return turn.state.reset?.rigLatch === message.id ? finishReset(turn) : undefined;
    case 'DRILLED': return takeDrilled(turn, message.id);
    case 'REFUSED':
      if (message.refusedVerb === 'HB') loseBecause(turn, 'rig-refused', { verb: 'HB', why: message.why }, 'rig-refused');
      takeDrillRefused(turn, message.re);
      return turn.state.reset?.sent?.n === message.re ? failReset(turn, 'rig-refused') : undefined;
    default:
      return sendReset(turn);
  }
}
