/**
 * What the rig says: every line it can send, with session, number, time and check added. Pure; a line that would break
 * the grammar is not sent at all.
 */
import { encodeFrame, encodeValue, hex } from '../wire/frame.ts';
import { nextNumber } from '../wire/sequence.ts';
import { phaseOf, zoneOf } from './rig-state.ts';
import type { Latch, LedgerEntry, Meeting, RigDraft, RigMemory, RigState } from './rig-state.ts';

/** Heartbeats that a grant may answer. Source: PROTOCOL.md §5.2. */
const BEATS_KEPT = 16;
const T_MS_MAX = 0xffff_ffff;
const TEXT_BYTES_MAX = 24;
const VERSION_BYTES_MAX = 12;
/** Where a probe with a loose plug jumps to. */
const JUMP_UM = 3500;
/** A word that is no phase. */
const STRANGE_PHASE = 'simmer';

type Fields = Readonly<Record<string, string>>;
export const clock = (rig: RigState): string => String(Math.min(rig.nowMs, T_MS_MAX));
const orNone = (value: string | null | undefined): string => value ?? 'none';

/** Text for a value, cut so that it stays within the bytes a key may hold. */
export function textValue(text: string, bytesMax: number = TEXT_BYTES_MAX): string {
  let short = text;
  while (new TextEncoder().encode(short).length > bytesMax) short = short.slice(0, -1);
  return encodeValue(short);
}

/** Sends a line of the current session; without a session there is nobody to hear it. */
export function say(rig: RigDraft, verb: string, fields: Fields = {}): number | null {
  if (rig.session === null) return null;
  const n = rig.session.outN;
  const line = encodeFrame({ session: rig.session.id, n, verb, fields: { t_ms: clock(rig), ...fields } });
  if (line === undefined) return null;
  rig.session = { ...rig.session, outN: nextNumber(n) };
  rig.effects.push({ kind: 'send', verb, line });
  return n;
}

/** Sends outside any session: BOOT, and the answer to a STOP that came before a HELLO. */
export function sayAlone(rig: RigDraft, verb: string, fields: Fields): void {
  const line = encodeFrame({ session: `0000${hex(rig.memory.boot, 4)}`, n: 0, verb, fields: { t_ms: clock(rig), ...fields } });
  if (line !== undefined) rig.effects.push({ kind: 'send', verb, line });
}

export function note(rig: RigDraft, entry: LedgerEntry): void {
  rig.effects.push({ kind: 'ledger', entry: { ...entry, rig: rig.identity.serial, boot: rig.memory.boot, t_ms: rig.nowMs } });
}

export function remember(rig: RigDraft, change: Partial<RigMemory>): void {
  rig.memory = { ...rig.memory, ...change };
  rig.effects.push({ kind: 'save', memory: rig.memory });
}

export function sayBoot(rig: RigDraft): void {
  sayAlone(rig, 'BOOT', { proto: '1', rig: rig.identity.serial, fw: textValue(rig.identity.fw, 16) });
}

export function sayWelcome(rig: RigDraft): void {
  const { serial, fw, model, virtual } = rig.identity;
  say(rig, 'WELCOME', {
    proto: '1', rig: serial, fw: textValue(fw, 16), model: textValue(model, 16), virtual: virtual ? '1' : '0', latch: orNone(rig.memory.latch?.id),
  });
}

const meetingFields = (meeting: Meeting): Fields => ({ phase: meeting.phase, zone: meeting.zone, restore: orNone(meeting.restore) });

export function sayLatch(rig: RigDraft, latch: Latch): void {
  say(rig, 'LATCH', { id: latch.id, answer: latch.answer, ...meetingFields(latch), at_ms: String(latch.atMs), cause: latch.cause });
}

export function sayAnswer(rig: RigDraft, id: string, meeting: Meeting, extra: Fields = {}): void {
  const verb = meeting.answer === 'stopped' ? 'STOPPED' : 'TOO-LATE';
  const fields = { id, ...meetingFields(meeting), ...extra };
  if (rig.session === null) sayAlone(rig, verb, fields);
  else say(rig, verb, fields);
}

export function sayFixture(rig: RigDraft): void {
  const { id, probes, spanMm, noiseUm, fullUm, periodMs, zeroDc, rows, widthMm, zeroUm, zeroH } = rig.fixture;
  const optional = (key: string, value: number | undefined): Fields => (value === undefined ? {} : { [key]: String(value) });
  const fields = {
    id, probes: String(probes), span_mm: String(spanMm), noise_um: String(noiseUm), full_um: String(fullUm),
    period_ms: String(periodMs), zero_dc: String(zeroDc), ...optional('rows', rows), ...optional('zero_um', zeroUm), ...optional('zero_h', zeroH),
  };
  // The width is judged by nobody, so it is what a line that is too long leaves out.
  if (say(rig, 'FIXTURE', { ...fields, ...optional('width_mm', widthMm) }) === null) say(rig, 'FIXTURE', fields);
}

export function sayDevice(rig: RigDraft): void {
  if (rig.device === null) return;
  const { model, serial, ecid, imei } = rig.device;
  const fields: Record<string, string> = { model: textValue(model) };
  if (serial !== null) fields.serial = textValue(serial);
  if (ecid !== null) fields.ecid = textValue(ecid);
  if (imei !== null) fields.imei = textValue(imei);
  const { locked, hubs } = rig.trouble;
  if (locked !== null) fields.lock = locked ? 'on' : 'off';
  if (hubs !== null) fields.hub = String(hubs);
  say(rig, 'DEVICE', fields);
}

export function sayPlan(rig: RigDraft): void {
  if (rig.restore === null) return;
  const { id, plan } = rig.restore;
  say(rig, 'PLAN', { restore: id, kind: plan.kind, from: textValue(plan.from, VERSION_BYTES_MAX), to: textValue(plan.to, VERSION_BYTES_MAX), hash: plan.hash });
}

export function sayProbe(rig: RigDraft): void {
  if (rig.readings === null) return;
  const { leftUm, rightUm, middleUm, fixtureDc, turned, probeLie } = rig.readings;
  rig.samples += 1;
  if (probeLie === 'gap') return loseLine(rig);
  const list = (values: readonly (number | null)[]): string => values.map((um) => (um === null ? 'x' : String(um))).join(',');
  const left = probeLie === 'jump' ? leftUm.with(Math.floor(leftUm.length / 2), rig.samples % 2 === 0 ? JUMP_UM : -JUMP_UM) : leftUm;
  if (middleUm !== null) say(rig, 'MID', { fixture: rig.fixture.id, m_um: list(middleUm) });
  say(rig, 'PROBE', { fixture: rig.fixture.id, l_um: list(left), r_um: list(rightUm), temp_dc: String(fixtureDc), ...(turned ? { turned: '1' } : {}) });
}

/** A line that got its number and never reached the host. */
function loseLine(rig: RigDraft): void {
  if (rig.session !== null) rig.session = { ...rig.session, outN: nextNumber(rig.session.outN) };
}

export function sayPower(rig: RigDraft): void {
  if (rig.readings === null) return;
  const { batteryPct, supplyMv, deviceDc, forceCn } = rig.readings;
  const battery: Fields = batteryPct === null ? {} : { battery_pct: String(batteryPct) };
  say(rig, 'POWER', { ...battery, supply_mv: String(supplyMv), device_dc: String(deviceDc), force_cn: String(forceCn) });
}

/** What a change of makes a heartbeat due at once. */
export const beatKey = (rig: RigState): string =>
  [phaseOf(rig), rig.restore?.gate, rig.restore?.id, rig.permit?.kind, rig.memory.latch?.id, rig.device === null, rig.estop].join();

export function sayBeat(rig: RigDraft): void {
  const n = say(rig, 'HB', {
    ack: String(rig.session?.inN ?? 0), seat: rig.device === null ? '0' : '1', phase: rig.trouble.strangePhase ? STRANGE_PHASE : phaseOf(rig), zone: zoneOf(rig), restore: orNone(rig.restore?.id),
    gate: orNone(rig.restore?.gate), permit: orNone(rig.permit?.kind), latch: orNone(rig.memory.latch?.id), ...(rig.estop ? { estop: '1' } : {}),
  });
  if (n === null) return;
  rig.beats = [...rig.beats.slice(1 - BEATS_KEPT), { n, tMs: rig.nowMs }];
  rig.beatSaid = beatKey(rig);
}
