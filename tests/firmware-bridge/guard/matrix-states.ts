/** The representative states of one bench, each reached through the doors of production: the rows of the matrix. */
import { BenchScript, facts } from './bench-script.ts';
import { atTheGate, committed, confirmedTrip, critical, handshaken, permitted, restoring } from './places.ts';

const STRAIGHT = { l_um: '0,31,44,29,2', r_um: '1,28,39,30,-1' };

function fresh(): BenchScript {
  const bench = new BenchScript();
  bench.take({ kind: 'record-health', canRecord: true });
  bench.give(facts());
  return bench;
}

function handshaking(): BenchScript {
  const bench = fresh();
  bench.open();
  return bench;
}

/** Everything holds, but the restore was seen in `start` before two heartbeats agreed. */
function criticalWithoutPermit(): BenchScript {
  const bench = restoring();
  bench.hb.restore = 'none';
  bench.run(200);
  for (let times = 0; times < 2; times += 1) bench.say('PLAN', bench.plan ?? {});
  bench.phase('start', { restore: '00070001' });
  return bench;
}

function beforeAnErase(): BenchScript {
  const bench = permitted('erase');
  bench.phase('recovery');
  bench.phase('erase-next');
  bench.run(100);
  return bench;
}

function claimed(): BenchScript {
  const bench = critical();
  bench.phase('write');
  return bench;
}

function stopPending(): BenchScript {
  const bench = critical();
  bench.stop();
  return bench;
}

function notConfirmed(): BenchScript {
  const bench = stopPending();
  bench.pass(400);
  return bench;
}

function tooLate(): BenchScript {
  const bench = committed();
  bench.stop();
  return bench;
}

/** A person stopped a bench whose cable was out; the stop waits for the port. */
function stoppedUnplugged(): BenchScript {
  const bench = permitted();
  bench.take({ kind: 'port-closed', problem: null });
  bench.stop();
  return bench;
}

/** The rig restarted in `critical`: the stop waits for the first word of where it is. */
function stopWaits(): BenchScript {
  const bench = critical();
  bench.say('BOOT', { proto: '1', rig: 'R-20931', fw: '2.4.1' }, { session: '00000008', n: 0 });
  return bench;
}

function resetting(): BenchScript {
  const bench = confirmedTrip();
  bench.probe = STRAIGHT;
  bench.run(300);
  bench.reset();
  bench.run(100);
  return bench;
}

/** The stop byte of a drill is on its way; the rig has not said DRILLED. */
export function drillStruck(): BenchScript {
  const bench = handshaken();
  bench.order('drill');
  for (let beats = 0; beats < 2; beats += 1) {
    bench.pass(100);
    bench.beat();
  }
  return bench;
}

function outOfService(): BenchScript {
  const bench = restoring();
  bench.order('take-out-of-service');
  bench.run(300);
  return bench;
}

const keptOver = (before: BenchScript): BenchScript => new BenchScript(before.kept);

export const STATES: Readonly<Record<string, () => BenchScript>> = {
  'offline': fresh, handshaking, 'idle': () => handshaken(), 'drill struck': drillStruck, 'out of service': outOfService, 'waiting at the gate': atTheGate, 'permitted, safe': () => permitted(), 'critical, permitted': critical,
  'critical, no permit yet': criticalWithoutPermit, 'critical, erase permitted': beforeAnErase, 'committed, claimed once': claimed, 'committed': () => committed(),
  'committed, erased': () => committed('erase'), 'tripped, stop pending': stopPending, 'tripped, not confirmed': notConfirmed, 'tripped, confirmed': confirmedTrip,
  'tripped, too late': tooLate, 'tripped, unplugged': stoppedUnplugged, 'tripped, stop waits': stopWaits, resetting,
  'restarted, trip kept': () => keptOver(confirmedTrip()), 'restarted, committed kept': () => keptOver(committed()),
};
