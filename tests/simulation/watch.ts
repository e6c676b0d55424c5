/**
 * Looks on: keeps the truth, checks every invariant at every step, and notes what happened for a trace. It never acts, and
 * it keeps the first violation of each kind.
 */
import type { EvidenceItem } from '../../firmware-bridge/contract/evidence.ts';
import type { WireStep } from '../../firmware-bridge/contract/receipt.ts';
import type { ToRecorder } from '../../firmware-bridge/contract/recorder-pipe.ts';
import type { BenchState } from '../../firmware-bridge/guard/state.ts';
import { ZONE_OF, type StampedEntry } from '../../firmware-bridge/virtual-rig/rig-state.ts';
import { decodeFrame } from '../../firmware-bridge/wire/frame.ts';
import type { Agenda } from './agenda.ts';
import type { BenchPc, Heard } from './bench-pc.ts';
import { GUARD_INVARIANTS } from './guard-invariants.ts';
import { emptyTruth, readWrite, type Invariant, type Out, type Truth, type Violation } from './moment.ts';
import type { PcPort } from './pc-port.ts';
import { RIG_INVARIANTS, RIG_STATE_INVARIANTS } from './rig-invariants.ts';
import type { RigStation } from './rig-station.ts';

const GRANTS_KEPT = 40;
const VIOLATIONS_KEPT = 5;
/** A trip that stood this long is on the disk, also when the disk was stuck for a while. */
const TRIP_KEPT_MS = 3500;

export class Watch {
  readonly truth: Truth = emptyTruth();
  readonly violations: Violation[] = [];
  readonly trace: string[] = [];
  readonly #agenda: Agenda;
  readonly #isTracing: boolean;
  readonly #outs = new Map<string, Out[]>();
  readonly #heardAtMs = new Map<string, number>();
  readonly #pending = new Map<string, { readonly id: string; readonly sinceMs: number; readonly seenMs: number }>();
  readonly #wasLatched = new Map<string, boolean>();
  /** Since when a bench is tripped (virtual ms), also while its bridge is dead. */
  readonly #trippedAtMs = new Map<string, number>();
  /** Which database a bench believes, and since when (virtual ms). */
  readonly #outSinceMs = new Map<string, number>();
  readonly #databases = new Map<string, { readonly id: string; readonly sinceMs: number }>();
  #before: readonly BenchState[] = [];
  #answered: string[] = [];

  constructor(agenda: Agenda, isTracing: boolean) {
    this.#agenda = agenda;
    this.#isTracing = isTracing;
  }

  note(text: string): void {
    if (this.#isTracing) this.trace.push(`${(this.#agenda.nowMs / 1000).toFixed(3).padStart(9)}  ${text}`);
  }

  violate(name: string, source: string, what: string): void {
    if (this.violations.length >= VIOLATIONS_KEPT || this.violations.some((one) => one.name === name)) return;
    this.violations.push({ name, source, atMs: Math.round(this.#agenda.nowMs), what });
    this.note(`VIOLATION: ${name}: ${what} (${source})`);
  }

  #check<Seen>(invariants: readonly Invariant<Seen>[], seen: Seen, where: string): void {
    for (const invariant of invariants) {
      const what = invariant.broken(seen);
      if (what !== null) this.violate(invariant.name, invariant.source, `${where}: ${what}`);
    }
  }

  before(pc: BenchPc): void {
    this.#before = pc.bridge?.states() ?? [];
    this.#outs.clear();
  }

  after(pc: BenchPc, heard: Heard | null): void {
    const states = pc.bridge?.states() ?? [];
    for (const [index, after] of states.entries()) {
      const before = this.#before[index];
      const place = pc.places[index];
      if (before === undefined || place === undefined || before === after) continue;
      const { bench } = after.setup;
      this.#noteChange(bench, before, after);
      this.#check(GUARD_INVARIANTS, {
        bench, station: place.port.station, before, after, outs: this.#outs.get(bench) ?? [], line: heard?.bench === bench ? heard.line : null,
        nowMs: pc.now(), silentMs: pc.now() - (this.#heardAtMs.get(bench) ?? pc.now()), pendingMs: this.#pendingMs(bench, after, pc.now()),
        others: states.filter((other) => other !== after), truth: this.truth,
      }, bench);
    }
    for (const id of this.#answered) this.truth.resets.delete(id);
    this.#answered = [];
  }

  #noteChange(bench: string, before: BenchState, after: BenchState): void {
    const id = after.database?.id;
    if (id !== undefined && this.#databases.get(bench)?.id !== id) this.#databases.set(bench, { id, sinceMs: this.#agenda.nowMs });
    if (after.drills.kept.out === null) this.#outSinceMs.delete(bench);
    else if (!this.#outSinceMs.has(bench)) this.#outSinceMs.set(bench, this.#agenda.nowMs);
    if (after.trip === null) this.#trippedAtMs.delete(bench);
    else if (!this.#trippedAtMs.has(bench)) this.#trippedAtMs.set(bench, this.#agenda.nowMs);
    if (before.mode !== after.mode || before.zone !== after.zone) this.note(`${bench} is ${after.mode}, ${after.zone}${after.restore === null ? '' : ` (${after.restore.id})`}`);
    const receipt = after.trip?.trip.receipt;
    if (receipt !== undefined && receipt.state !== before.trip?.trip.receipt.state) this.note(`${bench} receipt of ${receipt.stopId}: ${receipt.state}`);
  }

  /** How long one stop has been pending without a pause of the guard in between. */
  #pendingMs(bench: string, { trip }: BenchState, nowMs: number): number {
    const known = this.#pending.get(bench);
    const id = trip?.trip.receipt.state === 'pending' ? trip.trip.receipt.stopId : null;
    if (id === null) this.#pending.delete(bench);
    else if (known?.id === id && nowMs - known.seenMs < 400) this.#pending.set(bench, { ...known, seenMs: nowMs });
    else this.#pending.set(bench, { id, sinceMs: nowMs, seenMs: nowMs });
    return nowMs - (this.#pending.get(bench)?.sinceMs ?? nowMs);
  }

  heard(pc: BenchPc, port: PcPort, line: string): void {
    if (decodeFrame(line).ok) this.#heardAtMs.set(port.bench, pc.now());
  }

  wrote(port: PcPort, bytes: string): void {
    const out = readWrite(bytes);
    this.#put(port.bench, out);
    const serial = port.station?.make.serial ?? 'nobody';
    if (out.out === 'bare-stop') this.truth.struck.add(serial);
    if (out.out === 'stop') this.note(`${port.bench} writes a stop ${out.id} to ${serial}`);
    if (out.out !== 'line' || out.frame === null) return;
    const { session, verb, fields } = out.frame;
    if (verb === 'RESET') {
      this.note(`${port.bench} writes a reset of ${String(fields['id'])} to ${serial}`);
      this.truth.resetLines.add(`${serial} ${String(fields['id'])}`);
      if (this.truth.resets.size === 0) this.violate('a reset is written only when a person ordered it', 'guard.md §3, reset', port.bench);
    }
    if (fields['permit'] === undefined) return;
    const grants = this.truth.grants.get(serial) ?? [];
    grants.push({ session, restore: fields['restore'] ?? '', point: fields['permit'], re: Number(fields['re']), untilMs: Number(fields['re_ms']) + Number(fields['ttl_ms']) });
    this.truth.grants.set(serial, grants.slice(-GRANTS_KEPT));
  }

  switched(port: PcPort, wire: WireStep, isUsed: boolean): void {
    this.note(`${port.bench} ${isUsed ? 'uses' : 'gives back'} ${wire.by}${wire.cuts === null ? '' : ` (${wire.cuts})`}`);
    this.#put(port.bench, { out: 'wire', wire, isUsed });
    const rig = port.station?.engine?.state;
    const restore = rig?.restore ?? null;
    if (!isUsed || wire.cuts === null || port.isWiringBroken || rig === undefined || restore === null) return;
    const isLive = rig.permit !== null && rig.nowMs < rig.permit.untilMs;
    if (isLive) this.violate('no wire is cut on a rig that may cross', 'guard.md §2, in doubt', `${port.bench}: ${wire.by} in ${restore.phase} with a live permit`);
    if (ZONE_OF[restore.phase] !== 'committed') return;
    this.violate('no wire is cut on a rig that has crossed', 'guard.md §2, committed: do not interrupt', `${port.bench}: ${wire.by} in ${restore.phase}`);
  }

  #put(bench: string, out: Out): void {
    const outs = this.#outs.get(bench) ?? [];
    outs.push(out);
    this.#outs.set(bench, outs);
  }

  sent(message: ToRecorder): void {
    if (message.type === 'order-result') this.answered(message.result.id);
    if (message.type !== 'evidence' || message.event.bench === null) return;
    const item = { kind: message.event.kind, body: message.event.body } as EvidenceItem;
    this.#put(message.event.bench, { out: 'evidence', item });
    this.#noteService(message.event.bench, item);
    if (item.kind === 'tripped' || item.kind === 'trip-recovered' || item.kind === 'cause-added') {
      this.note(`${message.event.bench} ${item.kind} ${item.body.trip.id}: ${item.body.trip.causes.map((cause) => cause.code).join(', ')}`);
    } else if (this.#isTracing && item.kind !== 'receipt-changed') this.note(`${message.event.bench} ${item.kind} ${JSON.stringify(item.body).slice(0, 110)}`);
  }

  /** A bench comes back only after a drill that a person ordered, and that passed since it was taken out. */
  #noteService(bench: string, item: EvidenceItem): void {
    if (item.kind === 'drill-done' && !item.body.scheduled && item.body.passed) this.truth.drilled.add(bench);
    if (item.kind !== 'service-changed') return;
    const isDrilled = this.truth.drilled.delete(bench);
    if (item.body.inService && !isDrilled) this.violate('a bench comes back only after a drill', 'issue 3, out of service', bench);
  }

  answered(orderId: string): void { this.#answered.push(orderId); }

  ledger(station: RigStation, entries: readonly StampedEntry[]): void {
    const { serial } = station.make;
    for (const entry of entries) {
      if (this.#isTracing && entry.event !== 'permit') this.note(`${serial} ${JSON.stringify(entry).slice(0, 170)}`);
      if (entry.event === 'crossing') this.truth.crossed.add(`${serial} ${entry.restore} ${entry.point}`);
      if (entry.event === 'stop') this.truth.answered.add(`${entry.id} ${entry.answer}`);
      if (entry.event === 'reset' && !this.truth.resetLines.has(`${serial} ${entry.id}`)) this.violate('a rig is reset only by a line of its host', 'PROTOCOL.md §7', serial);
      this.#check(RIG_INVARIANTS, { station, entry, truth: this.truth, atMs: this.#agenda.nowMs, wasLatched: this.#wasLatched.get(serial) ?? false }, serial);
      if (entry.event === 'reset') this.#wasLatched.set(serial, false);
    }
  }

  rigStepped(station: RigStation): void {
    const { serial } = station.make;
    const isLatched = station.kept.rig.latch !== null;
    if (!isLatched && this.#wasLatched.get(serial) === true) this.violate('the latch of a rig goes only by a reset', 'guard.md §3, a latch survives restarts at both ends', serial);
    this.#wasLatched.set(serial, isLatched);
    this.#check(RIG_STATE_INVARIANTS, station, serial);
  }

  /** A bridge began: what its disk held must still stop it, and its disk held what was long there. */
  started(pc: BenchPc, diedAtMs: number): void {
    this.#heardAtMs.clear();
    this.#pending.clear();
    for (const [index, state] of (pc.bridge?.states() ?? []).entries()) {
      const read = pc.places[index]?.disk.read();
      const isLocked = read?.kind === 'unreadable' || (read?.kind === 'kept' && read.kept.trip !== null);
      const { bench } = state.setup;
      const believed = this.#databases.get(bench);
      const isLost = believed !== undefined && diedAtMs - believed.sinceMs > TRIP_KEPT_MS && state.database?.id !== believed.id;
      if (isLost) this.violate('a restart forgets no database', 'guard.md §1, another database is refused', `${bench}: ${believed.id} became ${String(state.database?.id)}`);
      const outMs = diedAtMs - (this.#outSinceMs.get(bench) ?? diedAtMs);
      const isTorn = read?.kind !== 'kept' || read.kept.trip?.causes.some(({ code }) => code === 'latch-unreadable') === true;
      if (outMs > TRIP_KEPT_MS && state.drills.kept.out === null && !isTorn) this.violate('out of service survives a restart', 'guard.md §3, a latch survives restarts', bench);
      const stoodMs = diedAtMs - (this.#trippedAtMs.get(bench) ?? diedAtMs);
      if (state.trip === null) this.#trippedAtMs.delete(bench);
      if (state.trip !== null) continue;
      if (stoodMs > TRIP_KEPT_MS) this.violate('a restart of either end never clears a latch', 'guard.md §3, properties', `${bench}: it had stood for ${Math.round(stoodMs)} ms`);
      if (isLocked) this.violate('a restart of either end never clears a latch', 'guard.md §3, properties', bench);
    }
  }
}
