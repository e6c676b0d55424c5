/**
 * Opening a session: HELLO with a fresh nonce, WELCOME judged, and what a latched rig reports. A rig that may not be
 * believed (newer protocol, other serial, virtual where real is meant) leaves the bench unprotected and says why.
 */
import type { Problem } from '../contract/bench-status.ts';
import { hex } from '../wire/frame.ts';
import { helloLine } from '../wire/host-line.ts';
import type { Welcome } from '../wire/rig-message.ts';
import { dropPermit } from './permit.ts';
import { leaveRestoreOfOtherRig } from './restore.ts';
import { raise } from './trip.ts';
import { deviceOf, enter, put, putLink, record, rigActor, type Turn } from './turn.ts';

const PROTOCOL = 1;
/** HELLOs at the quick pace; after them the pace is slow, and in the end the port is opened anew. */
const QUICK_TRIES = 10;
const SLOW_FACTOR = 4;
const TRIES_PER_OPENING = 40;

/** Ends the session, drops the permit and says HELLO with a nonce never used in this run. */
export function sendHello(turn: Turn): void {
  const { link, setup } = turn.state;
  if (!link.open) return;
  const nonce = hex((setup.nonceStart + link.nonceCount) & 0xffff, 4);
  dropPermit(turn, 'handshake');
  const { restore } = turn.state;
  put(turn, { beat: null, beatBefore: null, permissiveBeats: 0, restore: restore === null ? null : { ...restore, claims: 0 } });
  putLink(turn, {
    session: null, nonce, nonceCount: link.nonceCount + 1, helloAtMs: turn.nowMs, helloTries: link.helloTries + 1, txN: 0, unacked: null,
    unheard: 0, corruptRow: 0, corruptWindow: [], offset: null, lineMadeAtMs: null,
  });
  if (turn.state.trip === null) enter(turn, 'handshaking');
  const line = helloLine(nonce, setup.hostName);
  if (line !== undefined) turn.effects.push({ do: 'write-line', line, permits: false });
}

/** Each tick without a session: the next HELLO when it is due. */
export function retryHello(turn: Turn): void {
  const { link, setup } = turn.state;
  if (!link.open || link.session !== null || link.helloAtMs === null) return;
  const pace = link.helloTries <= QUICK_TRIES ? setup.limits.helloMs : setup.limits.helloMs * SLOW_FACTOR;
  if (turn.nowMs - link.helloAtMs < pace) return;
  if (link.helloTries >= 3 && link.problem === null) raiseProblem(turn, { code: 'rig-silent', params: {} });
  if (link.helloTries >= TRIES_PER_OPENING) {
    putLink(turn, { helloTries: 0, helloAtMs: turn.nowMs });
    turn.effects.push({ do: 'reopen-port' });
    return;
  }
  sendHello(turn);
}

export function raiseProblem(turn: Turn, problem: Problem): void {
  if (turn.state.link.problem?.code !== problem.code) record(turn, { kind: 'problem-raised', body: problem });
  putLink(turn, { problem });
}

/** True if this WELCOME opened the session; one that comes again opens and renews nothing. */
export function takeWelcome(turn: Turn, session: string, n: number, welcome: Welcome): boolean {
  const { link } = turn.state;
  if (link.session !== null || link.nonce === null || n !== 0 || session.slice(0, 4) !== link.nonce) return false;
  const refusal = refusalOf(turn, welcome);
  if (refusal !== null) {
    raiseProblem(turn, refusal);
    return false;
  }
  leaveRestoreOfOtherRig(turn, welcome.rig);
  const isSameRig = turn.state.rig === null || turn.state.rig.serial === welcome.rig;
  const agedDevice = isSameRig ? turn.state.device : null;
  putLink(turn, { session, rxN: n, txN: 0, unacked: null, helloTries: 0, problem: null, attempts: 0 });
  put(turn, {
    rig: { serial: welcome.rig, model: welcome.model, firmware: welcome.firmware, virtual: welcome.virtual }, rigLatch: welcome.latch,
    device: agedDevice === null ? null : { ...agedDevice, agreed: 0 }, power: null, frame: { ...turn.state.frame, samples: [], belowHold: 0 },
  });
  if (turn.state.trip === null) enter(turn, 'inhibited');
  record(turn, {
    kind: 'rig-handshaken',
    body: { rig: welcome.rig, model: welcome.model, firmware: welcome.firmware, session, latch: welcome.latch },
  }, rigActor(turn.state));
  tellKeptTrip(turn);
  return true;
}

/** A trip of an earlier run: its record may have died with that run. Told twice, it is still one stop. */
function tellKeptTrip(turn: Turn): void {
  const { trip, rig } = turn.state;
  if (trip === null || trip.requestedAtMs !== null || rig === null) return;
  record(turn, { kind: 'trip-recovered', body: { rig: rig.serial, device: deviceOf(turn.state, trip.trip.restoreId), trip: trip.trip } });
}

function refusalOf(turn: Turn, welcome: Welcome): Problem | null {
  const { setup, elsewhere } = turn.state;
  if (welcome.proto !== PROTOCOL) return { code: 'protocol-newer', params: { proto: welcome.proto, known: PROTOCOL } };
  if (welcome.virtual !== setup.virtual) return { code: 'virtual-mismatch', params: { rig: welcome.rig, virtual: welcome.virtual } };
  if (setup.expectedRig !== null && setup.expectedRig !== welcome.rig) {
    return { code: 'rig-unexpected', params: { expected: setup.expectedRig, found: welcome.rig } };
  }
  if (elsewhere.rigs.includes(welcome.rig)) return { code: 'rig-identity-clash', params: { rig: welcome.rig } };
  return null;
}

/** BOOT inside a session, or while a restore was running: a restart that nobody asked for. */
export function takeBoot(turn: Turn): void {
  const { link, restore } = turn.state;
  if (link.session === null && link.helloAtMs !== null && turn.nowMs - link.helloAtMs < turn.state.setup.limits.lineAckMs) return;
  if (link.session !== null || restore !== null) {
    putLink(turn, { session: null });
    put(turn, { beat: null });
    if (restore !== null) raise(turn, 'rig-restarted', {}, rigActor(turn.state));
  }
  sendHello(turn);
}
