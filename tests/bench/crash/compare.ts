/**
 * A process of its own that saw nothing of the kills: reads the ledger files of the rigs and every stop that the server
 * shows, compares them, and prints one line of JSON. It changes nothing.
 *   compare.ts --server URL --state FOLDER [--told FILE] --ledger FILE [--ledger FILE]…
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { actAt, allEvents, allStops } from './api.ts';
import { compareStops } from './compare-stops.ts';
import { readLedger } from './ledger.ts';

const { values } = parseArgs({ options: { server: { type: 'string' }, state: { type: 'string' }, told: { type: 'string' }, ledger: { type: 'string', multiple: true } } });
if (values.server === undefined || values.state === undefined || values.ledger === undefined) {
  process.stderr.write('usage: compare.ts --server URL --state FOLDER [--told FILE] --ledger FILE [--ledger FILE]…\n');
  process.exit(2);
}
actAt(values.server, values.state);
const ledger = values.ledger.flatMap(readLedger);
const lived = new Set<string>();
for (const { event } of await allEvents(values.server)) {
  const { rig, trip } = event.body;
  if (event.kind !== 'tripped' || typeof trip !== 'object' || trip === null || !('id' in trip)) continue;
  lived.add(`${typeof rig === 'string' ? rig : 'no rig'} ${String(trip.id)}`);
}
const told = values.told === undefined ? [] : readFileSync(values.told, 'utf8').trim().split('\n').filter((id) => id !== '');
process.stdout.write(`${JSON.stringify(compareStops(ledger, await allStops(values.server), lived, told))}\n`);
