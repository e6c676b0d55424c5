/**
 * The guard and a rig's firmware at the two ends of a bad line, on one clock that moves in steps of 10 ms. The line loses,
 * damages, doubles and delays what is said; the rig's own ledger says what was crossed.
 */
import type { Effect } from '../../../../firmware-bridge/guard/turn.ts';
import { encodeFrame, type Frame } from '../../../../firmware-bridge/wire/frame.ts';
import { makeRandom, type Random } from '../../../../firmware-bridge/virtual-rig/random.ts';
import { PHONE, PaperRig, UPDATE, ERASE } from '../../virtual-rig/rig-on-paper.ts';
import { BenchScript, facts } from '../bench-script.ts';

const STEP_MS = 10;
const NAMES = { serial: PHONE.serial, ecid: PHONE.ecid, imei: PHONE.imei };
const agreed = [{ device: NAMES, planHash: ERASE.hash, expiresAtIso: '2026-03-02T10:00:00.000Z' }];

export interface Grant { readonly permit: string; readonly restore: string; readonly untilMs: number }

export class BothEnds {
  readonly bench = new BenchScript();
  readonly rig = new PaperRig();
  /** Every permit that left the guard, with its end by the rig's clock. */
  readonly grants: Grant[] = [];
  readonly #random: Random;
  /** How many lines of a hundred meet with an accident. */
  readonly #badPct: number;
  #heard = 0;
  #carried = 0;
  #late: { dueMs: number; deliver: () => void }[] = [];
  #plugged = true;
  #nowMs = 0;

  constructor(seed: number, badPct: number) {
    this.#random = makeRandom(seed);
    this.#badPct = badPct;
    this.bench.take({ kind: 'record-health', canRecord: true });
    this.bench.give(facts());
    this.bench.open();
    this.#carry();
  }

  begin(kind: 'update' | 'erase', fallsBackAtPct: number | null): void {
    if (kind === 'erase') this.bench.give(facts({ version: 2, consents: agreed, backups: agreed }));
    this.rig.seat();
    this.rig.start(kind === 'erase' ? ERASE : UPDATE, fallsBackAtPct);
  }

  plug(plugged: boolean): void {
    if (plugged === this.#plugged) return;
    this.#plugged = plugged;
    this.bench.take(plugged ? { kind: 'port-opened' } : { kind: 'port-closed', problem: null });
    this.#carry();
  }

  /** The server holds the device. */
  hold(): void {
    this.bench.give(facts({ version: 5, holds: [{ id: 'h', device: NAMES, code: 'device-held' }] }));
  }

  stop(): void {
    this.bench.stop();
    this.#carry();
  }

  run(ms: number): void {
    for (let passed = 0; passed < ms; passed += STEP_MS) {
      this.#nowMs += STEP_MS;
      this.bench.nowMs += STEP_MS;
      this.rig.tickOnce(this.rig.nowMs + STEP_MS);
      const due = this.#late.filter((one) => one.dueMs <= this.#nowMs);
      this.#late = this.#late.filter((one) => one.dueMs > this.#nowMs);
      for (const one of due) one.deliver();
      this.#listen();
      if (this.#nowMs % 20 === 0) this.bench.tick();
      this.#carry();
    }
  }

  /** What the rig said since, to the guard. */
  #listen(): void {
    for (; this.#heard < this.rig.said.length; this.#heard += 1) {
      const frame = this.rig.said[this.#heard];
      const line = frame === undefined ? undefined : encodeFrame(this.#trembling(frame))?.slice(0, -1);
      if (line !== undefined) this.#send(line, (text) => { if (this.#plugged) this.bench.hear(text); this.#carry(); });
    }
  }

  /** The paper rig's probes stand quite still, as no healthy ones do. */
  #trembling(frame: Frame): Frame {
    if (frame.verb !== 'PROBE') return frame;
    const heights = (list: string | undefined): string => (list ?? '').split(',').map((height, index) => String(Number(height) + ((this.#heard + index) % 3))).join(',');
    return { ...frame, fields: { ...frame.fields, l_um: heights(frame.fields['l_um']), r_um: heights(frame.fields['r_um']) } };
  }

  /** What the guard wants said since, to the rig. */
  #carry(): void {
    for (; this.#carried < this.bench.effects.length; this.#carried += 1) {
      const effect = this.bench.effects[this.#carried];
      const bytes = effect === undefined ? null : this.#bytesOf(effect);
      if (bytes !== null) this.#send(bytes, (text) => { if (this.#plugged) this.rig.bytes(text.endsWith('\n') ? text : `${text}\n`); });
    }
  }

  #bytesOf(effect: Effect): string | null {
    if (effect.do === 'stop-restore') return effect.bytes;
    if (effect.do !== 'write-line') return null;
    const said = Object.fromEntries([...effect.line.matchAll(/ ([a-z_]+)=([^ *]+)/g)].map(([, key = '', value = '']) => [key, value]));
    if (effect.permits) this.grants.push({ permit: said['permit'] ?? '', restore: said['restore'] ?? '', untilMs: Number(said['re_ms']) + Number(said['ttl_ms']) });
    return effect.line;
  }

  #send(text: string, deliver: (text: string) => void): void {
    if (this.#random() * 100 >= this.#badPct) return deliver(text);
    const accident = Math.floor(this.#random() * 5);
    const at = Math.floor(this.#random() * (text.length - 1));
    if (accident === 0) return undefined;
    if (accident === 1) return deliver(text.slice(0, at) + String.fromCharCode(0x20 + Math.floor(this.#random() * 95)) + text.slice(at + 1));
    if (accident === 2) return deliver(text.slice(0, at) + text.slice(at + 3));
    if (accident === 3) {
      deliver(text);
      return deliver(text);
    }
    this.#late.push({ dueMs: this.#nowMs + 10 + Math.floor(this.#random() * 900), deliver: () => { deliver(text); } });
    return undefined;
  }
}
