/**
 * The rig's firmware: one pure, total step from state and event to state and effects. Time, bytes and sensor readings
 * come in as data; it holds no clock and throws on nothing. The rig enforces here what the host may only permit.
 */
import { cutBytes } from './host-input.ts';
import { obeyToken } from './host-lines.ts';
import { beatOnChange, reportDue, sayTwice } from './reports.ts';
import { fallBack, goTo, openRestore, runRestore } from './restore.ts';
import { note, remember, say, sayFixture } from './say.ts';
import { endRestore, settleUnnamed, stopByItself } from './stop.ts';
import { ZONE_OF } from './rig-state.ts';
import { NO_TROUBLE, forgetDangers, makeMischief, watchPeople } from './trouble.ts';
import type { Device, Fixture, LeverRefusal, Plan, RigDraft, RigEffect, RigEvent, RigIdentity, RigMemory, RigState, RunningPhase } from './rig-state.ts';

export interface RigStep { readonly state: RigState; readonly effects: readonly RigEffect[] }

export interface PowerUp {
  readonly identity: RigIdentity;
  readonly fixture: Fixture;
  readonly durationsMs: Readonly<Record<RunningPhase, number>> | null;
  readonly memory: RigMemory;
  readonly speed: number;
  /** What physically is there at power-up. */
  readonly device: Device | null;
  readonly estop: boolean;
}

/** Fixture `V1`, five probes over the long edge of a common phone. */
export const VIRTUAL_FIXTURE: Fixture = { id: 'V1', probes: 5, spanMm: 147, noiseUm: 8, fullUm: 4000, periodMs: 100, zeroDc: 231, zeroUm: 6, zeroH: 2 };
/** The same with a middle row between the edges. */
export const THREE_ROW_FIXTURE: Fixture = { ...VIRTUAL_FIXTURE, id: 'V3', rows: 3, widthMm: 71 };

/** Power-up: the boot counter rises, the latch stays, and of restores only a committed one goes on. */
export function bootRig(power: PowerUp): RigStep {
  const boot = (power.memory.boot % 0xffff) + 1;
  const kept = power.memory.restore;
  const rig: RigDraft = {
    identity: power.identity, fixture: power.fixture, durationsMs: power.durationsMs, memory: power.memory, samples: 0, nowMs: 0, speed: power.speed,
    ignoresStop: false, trouble: NO_TROUBLE, input: { text: '', mode: 'line' }, corruptLines: 0, session: null, beats: [], heardAtMs: 0, permit: null,
    restore: kept === null ? null : { ...kept, gate: null, openedAtMs: 0 }, rest: power.memory.latch?.answer === 'stopped' ? 'stopped' : 'idle',
    device: power.device, estop: power.estop, drill: null, unnamed: null, ownIds: 0, owedEnded: null, readings: null,
    due: { boot: 0, beat: 0, probe: 0, fixture: 0, device: 0, plan: 0, progress: 0, power: 0 }, beatSaid: '', progressSaid: '', effects: [],
  };
  remember(rig, { boot, restores: 0 });
  note(rig, { event: 'boot', latch: rig.memory.latch?.id ?? null, restore: rig.restore?.id ?? null });
  if (rig.memory.latch !== null && !rig.memory.latch.noted) {
    // The power went between a CAN and its name: the stop has no other trace.
    rig.unnamed = { ...rig.memory.latch, dueAtMs: 0 };
    settleUnnamed(rig, false);
  }
  if (rig.estop && rig.memory.latch === null) stopByItself(rig, 'estop');
  return finish(rig);
}

export function stepRig(state: RigState, event: RigEvent): RigStep {
  const rig: RigDraft = { ...state, effects: [] };
  passTime(rig, Math.floor(event.atMs));
  const refusal = take(rig, event);
  if (refusal !== null) rig.effects.push({ kind: 'refused', why: refusal });
  runRestore(rig);
  beatOnChange(rig);
  if (event.kind === 'tick') reportDue(rig);
  return finish(rig);
}

function finish(rig: RigDraft): RigStep {
  const { effects, ...state } = rig;
  return { state, effects };
}

/** Moves the rig's own time, never backwards, and lets everything fall due before the event is looked at. */
function passTime(rig: RigDraft, atMs: number): void {
  const passedMs = Math.max(0, atMs - rig.nowMs);
  rig.nowMs += passedMs;
  if (rig.restore !== null && rig.restore.gate === null) rig.restore = { ...rig.restore, doneMs: rig.restore.doneMs + passedMs * rig.speed };
  if (rig.permit !== null && rig.nowMs >= rig.permit.untilMs) rig.permit = null;
  if (rig.drill !== null && rig.nowMs >= rig.drill.untilMs) rig.drill = null;
  settleUnnamed(rig, true);
  runRestore(rig);
}

function take(rig: RigDraft, event: RigEvent): LeverRefusal | null {
  switch (event.kind) {
    case 'tick':
      rig.readings = event.readings;
      watchPeople(rig);
      return null;
    case 'bytes':
      readBytes(rig, event.bytes);
      return null;
    case 'seat': return seat(rig, event.device);
    case 'unseat': return unseat(rig);
    case 'start': return start(rig, event.plan, event.fallsBackAtPct);
    case 'fall-back': return fallBack(rig);
    case 'go': return goTo(rig, event.phase);
    case 'fail': return endRestore(rig, 'failed') === null ? 'no-restore' : null;
    case 'estop':
      pressEstop(rig, event.pressed);
      return null;
    case 'button':
      stopByItself(rig, 'button');
      beatOnChange(rig);
      say(rig, 'EVENT', { kind: 'button' });
      return null;
    case 'speed':
      rig.speed = event.speed;
      return null;
    case 'ignore-stop':
      rig.ignoresStop = event.on;
      return null;
    case 'zeroed':
      rig.fixture = { ...rig.fixture, zeroUm: event.zeroUm };
      sayFixture(rig);
      return null;
    case 'mischief': return makeMischief(rig, event.mischief);
    case 'raw':
      if (rig.session === null) return 'no-session';
      return say(rig, event.verb, event.fields) === null ? 'bad-line' : null;
  }
}

function readBytes(rig: RigDraft, bytes: string): void {
  const cut = cutBytes(rig.input, bytes);
  rig.input = cut.input;
  for (const token of cut.tokens) {
    obeyToken(rig, token);
    runRestore(rig);
    beatOnChange(rig);
  }
}

function seat(rig: RigDraft, device: Device): LeverRefusal | null {
  if (rig.device !== null) return 'device-there';
  rig.device = device;
  rig.drill = null;
  rig.due = { ...rig.due, probe: rig.nowMs, power: rig.nowMs };
  beatOnChange(rig);
  sayTwice(rig, 'device');
  return null;
}

function unseat(rig: RigDraft): LeverRefusal | null {
  if (rig.device === null) return 'no-device';
  rig.device = null;
  forgetDangers(rig);
  if (rig.restore !== null) endRestore(rig, ZONE_OF[rig.restore.phase] === 'safe' ? 'undone' : 'failed');
  return null;
}

function start(rig: RigDraft, plan: Plan, fallsBackAtPct: number | null): LeverRefusal | null {
  if (rig.memory.latch !== null) return 'latched';
  if (rig.device === null) return 'no-device';
  if (rig.restore !== null) return 'restore-open';
  openRestore(rig, plan, fallsBackAtPct);
  beatOnChange(rig);
  sayTwice(rig, 'plan');
  return null;
}

function pressEstop(rig: RigDraft, pressed: boolean): void {
  if (rig.estop === pressed) return;
  rig.estop = pressed;
  if (!pressed) return;
  stopByItself(rig, 'estop');
  beatOnChange(rig);
  say(rig, 'EVENT', { kind: 'estop' });
}
