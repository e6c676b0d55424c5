/**
 * Obeys the host's lines. Every line that loosens (a permit, a reset, a drill) must be of this session and in sequence;
 * a STOP is obeyed from anywhere. Source: PROTOCOL.md §3 to §7, §9.
 */
import { decodeFrame, hex } from '../wire/frame.ts';
import { judgeSequence } from '../wire/sequence.ts';
import { greet } from './reports.ts';
import { note, say } from './say.ts';
import { UNNAMED_ID } from './rig-state.ts';
import { obeyCan, obeyReset, obeyStop } from './stop.ts';
import type { Frame } from '../wire/frame.ts';
import type { HostToken } from './host-input.ts';
import type { RigDraft } from './rig-state.ts';

/** Source: PROTOCOL.md §5.2. */
const TTL_MS_MAX = 2000;
const DRILL_MS = 1000;
const STOP_ID = /^[0-9A-Z]{1,16}$/;
const DRILL_ID = /^[0-9A-F]{12}$/;
const HELLO_SESSION = /^[0-9A-F]{4}0000$/;
const WHOLE = /^(0|[1-9]\d{0,9})$/;

const whole = (text: string | undefined): number | null => (text !== undefined && WHOLE.test(text) ? Number(text) : null);

export function obeyToken(rig: RigDraft, token: HostToken): void {
  if (token.kind === 'can') {
    obeyCan(rig);
    return;
  }
  const decoded = token.kind === 'line' ? decodeFrame(token.text) : null;
  if (decoded === null || !decoded.ok) {
    rig.corruptLines += 1;
    return;
  }
  obeyFrame(rig, decoded.frame);
}

function obeyFrame(rig: RigDraft, frame: Frame): void {
  const isNext = accept(rig, frame);
  if (frame.verb === 'STOP') {
    const id = frame.fields.id;
    rig.heardAtMs = rig.nowMs;
    if (id !== undefined && STOP_ID.test(id)) obeyStop(rig, id);
    else obeyStop(rig, UNNAMED_ID);
  } else if (frame.verb === 'HELLO') {
    obeyHello(rig, frame);
  } else if (isNext) {
    obeySessionLine(rig, frame);
  }
}

/** Judges session and number; only an accepted line is acknowledged and counts as a sign of life. */
function accept(rig: RigDraft, frame: Frame): boolean {
  if (rig.session === null || frame.session !== rig.session.id || frame.verb === 'HELLO') return false;
  if (judgeSequence(rig.session.inN, frame.n).kind !== 'next') return false;
  rig.session = { ...rig.session, inN: frame.n };
  rig.heardAtMs = rig.nowMs;
  return true;
}

function obeyHello(rig: RigDraft, frame: Frame): void {
  if (!HELLO_SESSION.test(frame.session) || frame.n !== 0 || whole(frame.fields.proto) === null) return;
  rig.session = { id: frame.session.slice(0, 4) + hex(rig.memory.boot, 4), outN: 0, inN: 0 };
  rig.permit = null;
  rig.drill = null;
  rig.beats = [];
  rig.heardAtMs = rig.nowMs;
  greet(rig);
}

function obeySessionLine(rig: RigDraft, frame: Frame): void {
  switch (frame.verb) {
    case 'HB':
      obeyBeat(rig, frame);
      return;
    case 'RESET': {
      const refusal = obeyReset(rig, frame.fields.id);
      if (refusal !== null) refuse(rig, frame, refusal);
      return;
    }
    case 'DRILL':
      obeyDrill(rig, frame);
      return;
    default:
  }
}

function refuse(rig: RigDraft, frame: Frame, why: string): void {
  say(rig, 'REFUSED', { re: String(frame.n), verb: frame.verb, why });
}

function obeyDrill(rig: RigDraft, frame: Frame): void {
  const id = frame.fields.id;
  if (rig.memory.latch !== null) refuse(rig, frame, 'latched');
  else if (rig.device !== null || rig.restore !== null || rig.estop) refuse(rig, frame, 'busy');
  else if (id === undefined || !DRILL_ID.test(id)) refuse(rig, frame, 'id');
  else if (!rig.trouble.forgetsDrills) rig.drill = { id, untilMs: rig.nowMs + DRILL_MS };
}

/** A heartbeat renews, replaces or ends the permit; anything that does not hold makes it one without a permit. */
function obeyBeat(rig: RigDraft, frame: Frame): void {
  rig.permit = null;
  const { permit: kind, restore, plan, ttl_ms } = frame.fields;
  if (kind !== 'write' && kind !== 'erase') return;
  const re = whole(frame.fields.re);
  const reMs = whole(frame.fields.re_ms);
  const ttlMs = whole(ttl_ms);
  if (re === null || reMs === null || ttlMs === null || ttlMs < 1 || ttlMs > TTL_MS_MAX) return;
  if (rig.memory.latch !== null || rig.restore === null || rig.restore.id !== restore || rig.restore.plan.hash !== plan) return;
  if (!rig.beats.some((beat) => beat.n === re && beat.tMs === reMs)) return;
  const untilMs = reMs + ttlMs;
  const live = rig.nowMs < untilMs;
  if (live) rig.permit = { kind, untilMs };
  note(rig, { event: 'permit', restore: rig.restore.id, kind, re, re_ms: reMs, until_ms: untilMs, live });
}
