/** Resets a trip through the public interface, as two people on a page would, and tries again while its cause still stands. */
import { Signed, type Staff } from '../../signed-in.ts';

/** Long enough for a recorder that still looks for its server. */
const TRIES_MS_MAX = 20_000;
const AGAIN_MS = 20;

export class ResetByApi {
  readonly #staff: Staff;
  readonly #bench: string;
  readonly #signed: Signed;

  constructor(staff: Staff, bench: string) {
    this.#staff = staff;
    this.#bench = bench;
    this.#signed = new Signed(staff.url, staff.cookie);
  }

  async reset(tripId: string): Promise<void> {
    const untilMs = performance.now() + TRIES_MS_MAX;
    let last = '';
    while (performance.now() < untilMs) {
      const { status, body } = await this.#signed.reset(this.#bench, tripId, 'measured stop', this.#staff);
      if (status === 200) return;
      last = `${String(status)} ${JSON.stringify(body)}`;
      await new Promise((resolve) => { setTimeout(resolve, AGAIN_MS); });
    }
    throw new Error(`the trip ${tripId} could not be reset: ${last}`);
  }
}
