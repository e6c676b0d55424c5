/**
 * Turns the bridge's evidence into blocks for the terminal: each trip once, as soon as its receipt is whole or a moment
 * has passed, and again only if the receipt became fuller afterwards.
 */
import { evidenceSchema, EVIDENCE_BODIES } from '../../firmware-bridge/contract/evidence.ts';
import type { Evidence } from '../../firmware-bridge/contract/evidence.ts';
import type { Trip } from '../../firmware-bridge/contract/trip.ts';
import { isFinal, isSeen, tripText } from './trip-text.ts';

/** The rig's next status, which shows it stopped, comes within this time if it comes. */
const WHOLE_RECEIPT_MS = 500;
const REMEMBERED_MAX = 100;

interface Known {
  timer: NodeJS.Timeout | null;
  /** The receipt as last printed. */
  printed: string | null;
}

export interface AnnouncerNames {
  readonly benchName: (bench: string | null) => string;
  readonly isVirtual: boolean;
}

export class TripAnnouncer {
  readonly #names: AnnouncerNames;
  readonly #print: (block: string) => void;
  readonly #known = new Map<string, Known>();

  constructor(names: AnnouncerNames, print: (block: string) => void) {
    this.#names = names;
    this.#print = print;
  }

  take(event: Evidence): void {
    if (event.kind !== 'tripped' && event.kind !== 'receipt-changed' && event.kind !== 'trip-recovered') return;
    const body = EVIDENCE_BODIES[event.kind].safeParse(evidenceSchema.shape.body.parse(event.body));
    if (body.success) this.#takeTrip(event.bench, body.data.rig, body.data.trip);
  }

  end(): void {
    for (const known of this.#known.values()) if (known.timer !== null) clearTimeout(known.timer);
  }

  #takeTrip(bench: string | null, rig: string | null, trip: Trip): void {
    const key = `${bench ?? ''} ${trip.id}`;
    const known = this.#known.get(key) ?? { timer: null, printed: null };
    this.#remember(key, known);
    if (known.timer !== null) clearTimeout(known.timer);
    known.timer = null;
    const receipt = JSON.stringify(trip.receipt);
    if (known.printed === receipt) return;
    const print = (): void => {
      known.timer = null;
      known.printed = receipt;
      const place = { benchName: this.#names.benchName(bench), rig, isVirtual: this.#names.isVirtual };
      this.#print(`\n${tripText(place, trip)}`);
    };
    if (isFinal(trip) && isSeen(trip)) print();
    else known.timer = setTimeout(print, WHOLE_RECEIPT_MS);
  }

  #remember(key: string, known: Known): void {
    this.#known.delete(key);
    this.#known.set(key, known);
    const [oldest] = this.#known.keys();
    if (this.#known.size > REMEMBERED_MAX && oldest !== undefined) this.#known.delete(oldest);
  }
}
