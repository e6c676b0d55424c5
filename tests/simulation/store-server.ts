/**
 * What the bridge sees of its server: snapshots of facts, in time, late, or from a database that it must not believe. A
 * stop of a known phone holds that phone until its reset, as the real server does.
 */
import type { Evidence, EvidenceItem } from '../../firmware-bridge/contract/evidence.ts';
import type { Facts } from '../../firmware-bridge/contract/uplink.ts';
import { isWorthKeeping } from '../../firmware-bridge/report/known-facts.ts';
import type { Device, Plan } from '../../firmware-bridge/virtual-rig/rig-state.ts';
import type { Random } from '../../firmware-bridge/virtual-rig/random.ts';
import type { Agenda } from './agenda.ts';
import type { BenchPc } from './bench-pc.ts';

const FACTS_EVERY_MS = 1000;
const DATABASE = 'first';

export type ServerMood = 'well' | 'dead' | 'slow' | 'other-database' | 'older-version';
type Keys = Facts['holds'][number]['device'];

const keysOf = ({ serial, ecid, imei }: Pick<Device, 'serial' | 'ecid' | 'imei'>): Keys => ({ serial, ecid, imei });

export class StoreServer {
  mood: ServerMood = 'well';
  readonly #agenda: Agenda;
  readonly #random: Random;
  readonly #pc: () => BenchPc;
  readonly #holds = new Map<string, Keys>();
  #agreements: Facts['consents'] = [];
  #version = 1;
  /** What the recorder of the PC has on its disk, and what the bridge told it to keep. */
  #kept: Facts | null = null;
  #believed: string | null = null;
  /** The recorder dials only after it has told what it kept. */
  #isDialled = false;

  constructor(agenda: Agenda, random: Random, pc: () => BenchPc) {
    this.#agenda = agenda;
    this.#random = random;
    this.#pc = pc;
    agenda.every(() => FACTS_EVERY_MS, () => {
      this.tell();
      return true;
    });
  }

  #facts(): Facts {
    const holds = [...this.#holds].map(([id, device]) => ({ id, device, code: 'device-held' }));
    return { databaseId: DATABASE, version: this.#version, holds, consents: this.#agreements, backups: this.#agreements, unlocksAsked: [], irreplaceable: [] };
  }

  /** A new recorder: nothing comes through before it has told what it kept. */
  hangUp(): void {
    this.#isDialled = false;
    this.#believed = null;
  }

  /** What the recorder read back from its disk when the bridge starts: of unknown age. */
  tellKept(): void {
    this.#isDialled = true;
    if (this.#kept !== null) this.#pc().tell({ type: 'facts', facts: this.#kept, ageMs: null });
    if (this.mood !== 'slow') this.tell();
  }

  believe(databaseId: string): void { this.#believed = databaseId; }
  /** Its file was damaged and moved away. */
  loseOutbox(): void { this.#kept = null; }

  #arrive(facts: Facts): void {
    if (!this.#isDialled || this.#pc().bridge === null) return;
    this.#pc().tell({ type: 'facts', facts, ageMs: 0 });
    if (isWorthKeeping(this.#kept, facts, this.#believed)) this.#kept = facts;
  }

  tell(): void {
    const facts = this.#facts();
    const empty: Facts = { ...facts, holds: [] };
    const delayMs = this.mood === 'slow' ? 500 + this.#random() * 4000 : 3;
    if (this.mood === 'dead') return;
    const told: Facts = this.mood === 'other-database' ? { ...empty, databaseId: 'second', version: facts.version + 50 }
      : this.mood === 'older-version' ? { ...empty, version: Math.max(0, facts.version - 1) } : facts;
    this.#agenda.after(delayMs, () => { this.#arrive(told); });
  }

  #change(): void {
    this.#version += 1;
    this.tell();
  }

  hold(id: string, device: Pick<Device, 'serial' | 'ecid' | 'imei'>): void {
    this.#holds.set(id, keysOf(device));
    this.#change();
  }

  release(id: string): void { if (this.#holds.delete(id)) this.#change(); }

  releaseAll(): void {
    this.#holds.clear();
    this.#change();
  }

  /** Consent and verified backup of this phone for this plan. */
  agree(device: Device, plan: Plan): void {
    const expiresAtIso = new Date(this.#pc().wall() + 600_000).toISOString();
    this.#agreements = [...this.#agreements.slice(-5), { device: keysOf(device), planHash: plan.hash, expiresAtIso }];
    this.#change();
  }

  notice(event: Evidence): void {
    const item = { kind: event.kind, body: event.body } as EvidenceItem;
    if ((item.kind === 'tripped' || item.kind === 'trip-recovered') && item.body.device !== null) this.hold(`stop-${item.body.trip.id}`, item.body.device);
    if (item.kind === 'reset-done') this.release(`stop-${item.body.tripId}`);
  }
}
