/** A bench brought to each place that matters, through the doors of production, with everything a permit needs. */
import type { KeptLatch } from '../../../firmware-bridge/guard/state.ts';
import { BENT, BenchScript, HASH, RESTORE, agreedFacts, facts } from './bench-script.ts';

/** Hands shaken, nobody on the bench, holds known and records kept. */
export function handshaken(kept: KeptLatch | null = null): BenchScript {
  const bench = new BenchScript(kept);
  bench.take({ kind: 'record-health', canRecord: true });
  bench.open();
  bench.give(facts());
  bench.shake();
  bench.run(200);
  return bench;
}

/** A phone in the fixture and a restore in `unpack`; two rounds more and everything holds. */
export function restoring(kind: 'update' | 'erase' = 'update', kept: KeptLatch | null = null): BenchScript {
  const bench = handshaken(kept);
  if (kind === 'erase') bench.give(agreedFacts());
  bench.hb = { ...bench.hb, seat: '1' };
  bench.run(300);
  bench.hb = { ...bench.hb, phase: 'unpack', restore: RESTORE };
  bench.plan = { restore: RESTORE, kind, from: '26.1', to: '26.2', hash: HASH };
  return bench;
}

export function permitted(kind: 'update' | 'erase' = 'update'): BenchScript {
  const bench = restoring(kind);
  bench.run(300);
  bench.hb.permit = kind === 'erase' ? 'erase' : 'write';
  bench.run(100);
  return bench;
}

export function atTheGate(): BenchScript {
  const bench = restoring();
  bench.take({ kind: 'record-health', canRecord: false });
  bench.phase('recovery', { gate: 'write' });
  bench.run(300);
  return bench;
}

/** Behind the gate, with the write ahead: `start`. */
export function critical(): BenchScript {
  const bench = permitted();
  bench.phase('recovery');
  bench.phase('start');
  bench.run(200);
  return bench;
}

export function committed(kind: 'update' | 'erase' = 'update'): BenchScript {
  const bench = permitted(kind);
  bench.phase('recovery');
  if (kind === 'erase') {
    bench.phase('erase-next');
    bench.run(100);
    bench.phase('erase');
    bench.run(200);
    bench.phase('write');
  } else {
    bench.phase('start');
    bench.run(100);
    bench.phase('write');
  }
  bench.run(200);
  return bench;
}

/** Tripped by a bend in `unpack`, and the rig said that it stopped. */
export function confirmedTrip(): BenchScript {
  const bench = permitted();
  bench.probe = BENT;
  bench.sample();
  bench.stopped('unpack');
  bench.run(200);
  return bench;
}

/** The bench in each of its places, by name. */
export const PLACES: Readonly<Record<string, () => BenchScript>> = {
  'handshaken': () => handshaken(), 'restoring': () => restoring(), 'permitted': () => permitted(), 'at the gate': atTheGate, critical,
  'committed': () => committed(), 'committed after an erase': () => committed('erase'), 'confirmed trip': confirmedTrip,
};
