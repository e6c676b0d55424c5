/**
 * One virtual rig of the store, from outside: its levers and its ledger file. It never touches the line between rig and
 * bridge, and the rig itself is never killed.
 */
import { watch } from 'node:fs';
import { rigPlaces } from '../../../server/command/start-plan.ts';
import { pullLever } from '../../../firmware-bridge/virtual-rig/lever-client.ts';
import type { LeverState } from '../../../firmware-bridge/virtual-rig/lever-client.ts';
import { readLedger, stopsOf } from './ledger.ts';
import type { LedgerStop } from './ledger.ts';

export class Rig {
  readonly bench: string;
  readonly ledger: string;
  readonly #levers: string;

  constructor(stateDir: string, bench: string) {
    const places = rigPlaces(stateDir, bench);
    this.bench = bench;
    this.ledger = places.ledger;
    this.#levers = places.levers;
  }

  async state(): Promise<LeverState> {
    const answer = await pullLever(this.#levers, { lever: 'state' });
    if (answer.ok) return answer.state;
    throw new Error(`the virtual rig of ${this.bench} is gone: ${answer.what}`);
  }

  /** A lever that the rig refuses (nothing to unseat, no restore to end) changes nothing; what follows looks at the state. */
  async pull(lever: string, value?: string | number): Promise<LeverState> {
    const answer = await pullLever(this.#levers, value === undefined ? { lever } : { lever, value });
    return answer.ok ? answer.state : this.state();
  }

  stops(): LedgerStop[] {
    return stopsOf(readLedger(this.ledger));
  }

  /** Calls back at the first stop that is written into the ledger from now on. */
  onNextStop(use: () => void): { readonly end: () => void } {
    const known = this.stops().length;
    const watcher = watch(this.ledger, () => {
      if (this.stops().length === known) return;
      watcher.close();
      use();
    });
    return { end: () => { watcher.close(); } };
  }
}
