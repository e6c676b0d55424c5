/**
 * An own book of which identifiers are held, kept from the events alone and without the fold: what was ever given for a device that
 * is held stays in the book until a person releases that hold, whatever is merged, identified or handed over meanwhile.
 */
import type { Facts } from '../../../../../firmware-bridge/contract/uplink.ts';
import type { DeviceIds } from '../../../../../server/contract/case-parts.ts';
import type { Happened } from '../../../../../server/domain/cases/decision.ts';

const marksOf = (ids: DeviceIds): string[] => (['serial', 'imei', 'ecid'] as const).flatMap((key) => (ids[key] === null ? [] : [`${key} ${ids[key]}`]));

interface Entry {
  marks: Set<string>;
  caseId: string;
}

export class HoldLedger {
  readonly #devices = new Map<string, Entry>();
  readonly #holds = new Map<string, { entry: Entry; state: 'undecided' | 'approved' }>();

  get size(): number {
    return this.#holds.size;
  }

  #entry(deviceId: string, caseId: string): Entry {
    const entry = this.#devices.get(deviceId) ?? { marks: new Set(), caseId };
    this.#devices.set(deviceId, entry);
    return entry;
  }

  #add(deviceId: string, caseId: string, ids: DeviceIds): Entry {
    const entry = this.#entry(deviceId, caseId);
    for (const mark of marksOf(ids)) entry.marks.add(mark);
    return entry;
  }

  /** One phone from now on: whoever holds either of both holds both. */
  #unite(deviceId: string, ids: DeviceIds, into: string, from: string): void {
    const kept = this.#add(deviceId, into, ids);
    kept.caseId = into;
    for (const [other, entry] of this.#devices) {
      const isOfThese = entry.caseId === into || entry.caseId === from;
      if (entry === kept || !isOfThese || ![...entry.marks].some((mark) => kept.marks.has(mark))) continue;
      for (const mark of entry.marks) kept.marks.add(mark);
      this.#devices.set(other, kept);
      for (const hold of this.#holds.values()) if (hold.entry === entry) hold.entry = kept;
    }
  }

  write(event: Happened): void {
    const { kind, body } = event;
    if ((kind === 'brief-filed' || kind === 'walk-in-opened' || kind === 'opened-by-stop' || kind === 'device-tied') && body.device !== null) this.#add(body.device.deviceId, event.case, body.device.ids);
    if (kind === 'device-identified') this.#add(body.deviceId, event.case, body.ids);
    if (kind === 'device-untied') this.#devices.delete(body.deviceId);
    if (kind === 'hold-placed' || kind === 'hold-asked') this.#holds.set(body.holdId, { entry: this.#entry(body.deviceId, event.case), state: 'undecided' });
    if (kind === 'hold-approved') {
      const hold = this.#holds.get(body.holdId);
      if (hold?.state !== 'undecided') throw new Error(`${body.holdId} was approved and was not undecided`);
      hold.state = 'approved';
    }
    if (kind === 'hold-released' && !this.#holds.delete(body.holdId)) throw new Error(`${body.holdId} was released and was not held`);
    if (kind === 'absorbed') for (const { deviceId, ids } of body.devices) this.#unite(deviceId, ids, event.case, body.from);
  }

  /** What a bench would not hold although nobody released it; and what it would hold although nobody placed it. */
  compare({ holds }: Pick<Facts, 'holds'>): string[] {
    const covered = (mark: string): boolean => holds.some(({ device }) => marksOf(device).includes(mark));
    const lost = [...this.#holds].flatMap(([id, { entry: { marks } }]) => [...marks].filter((mark) => !covered(mark)).map((mark) => `hold ${id} lost ${mark}`));
    const known = new Set(this.#holds.keys());
    return [...lost, ...holds.filter(({ id }) => !known.has(id.split('.')[0] ?? '')).map(({ id }) => `hold ${id} stands and was released`)];
  }
}
