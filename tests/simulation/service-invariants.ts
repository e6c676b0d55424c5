/**
 * What must hold around a restore: the knowledge of the server, drills, a bench out of service, and the wires of rung 3. Like
 * the rules of the guard they look at what was before, what is after, and what truly happened.
 */
import type { Invariant, Moment } from './moment.ts';

export const SERVICE_INVARIANTS: readonly Invariant<Moment>[] = [
  {
    name: 'losing the server never loosens', source: 'guard.md §3, properties',
    broken: ({ before, after, truth }) => {
      const [was, is] = [before.database, after.database];
      if (was === null || was === is) return null;
      if (is === null) return 'the database was forgotten';
      if (was.id === is.id && was.version <= is.version) return null;
      return truth.confirming.has(is.id) ? null : `${is.id} version ${is.version} is believed, and nobody confirmed it`;
    },
  },
  {
    name: 'facts come from the database that is believed', source: 'guard.md §1, the server supplies facts',
    broken: ({ before, after }) => {
      if (after.facts === before.facts || after.facts === null || after.factsAtMs === null) return null;
      return after.facts.databaseId === after.database?.id && after.facts.version >= (before.database?.version ?? 0) ? null : `facts of ${after.facts.databaseId}, version ${after.facts.version}`;
    },
  },
  {
    name: 'what was held stays held with another database', source: 'guard.md §1, known holds stay',
    broken: ({ before, after, truth }) => {
      if (before.facts === null || after.facts === null || before.facts === after.facts) return null;
      if (after.facts.databaseId === before.facts.databaseId && after.facts.version >= before.facts.version) return null;
      const lost = before.facts.holds.filter((hold) => after.facts?.holds.every(({ id }) => id !== hold.id) === true);
      return lost.length === 0 || truth.dropping.has(after.facts.databaseId) ? null : `${lost.map(({ id }) => id).join(', ')} were let go`;
    },
  },
  {
    name: 'a drill strikes only an empty bench', source: 'guard.md §4, drill',
    broken: ({ before, outs }) => (outs.some((out) => out.out === 'bare-stop') && (before.restore !== null || before.device !== null || before.trip !== null)
      ? 'a stop byte of a drill went to a bench at work' : null),
  },
  {
    name: 'a drill latches nothing', source: 'guard.md §4, drill',
    broken: ({ before, after, outs, station, truth }) => {
      const passed = outs.some((out) => out.out === 'evidence' && out.item.kind === 'drill-done' && out.item.body.passed);
      if (passed && (after.trip !== null || after.rigLatch !== null)) return 'it passed and the bench is locked';
      const isBlamed = before.trip === null && after.trip?.trip.causes[0]?.code === 'drill-became-stop';
      return isBlamed && station !== null && !truth.struck.has(station.make.serial) ? 'a drill is blamed, and no stop byte went out' : null;
    },
  },
  {
    name: 'a bench out of service grants nothing', source: 'issue 3, out of service',
    broken: ({ before, after }) => (before.permit === null && after.permit !== null && before.drills.kept.out !== null ? 'a permit was granted' : null),
  },
  {
    name: 'a bench out of service drills only by order', source: 'README, drills',
    broken: ({ before, after }) => (before.drills.running === null && after.drills.running !== null && after.drills.running.orderId === null && before.drills.kept.out !== null ? 'it drilled by itself' : null),
  },
  {
    name: 'rung 3 is never used in doubt or in established committed', source: 'guard.md §2, in doubt; §4',
    broken: ({ before, after, outs }) => {
      const isCut = outs.some((out) => out.out === 'wire' && out.isUsed && out.wire.cuts !== null);
      const isAsked = outs.some((out) => out.out === 'wire' && out.isUsed);
      if (isAsked && before.zone === 'committed' && after.zone === 'committed') return 'in committed';
      if (!isCut) return null;
      if (after.zone === 'committed' || after.beat?.zone === 'committed') return 'a cut where committed is said';
      return before.inDoubt && after.inDoubt ? 'a cut in doubt' : null;
    },
  },
  {
    name: 'a wire is given back only when a person resets', source: 'guard.md §4, rung 3',
    broken: ({ bench, outs, truth }) => (outs.some((out) => out.out === 'wire' && !out.isUsed) && ![...truth.resets.values()].some((order) => order.bench === bench) ? 'nobody ordered it' : null),
  },
];
