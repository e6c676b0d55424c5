/** A port that was found under another name is named by that name, in the status and in the evidence, as long as it is open. */
import { expect, test } from 'vitest';
import { describeBench } from '../../../firmware-bridge/guard/describe.ts';
import { BenchScript } from './bench-script.ts';

const linkOf = (bench: BenchScript): unknown => describeBench(bench.state, bench.nowMs, bench.nowMs, { bootId: 'b', stallWorstMs: 0 }).link;
const told = (bench: BenchScript): unknown[] => bench.effects.flatMap((effect) =>
  (effect.do === 'record' && (effect.item.kind === 'port-opened' || effect.item.kind === 'port-closed') ? [effect.item.body.path] : []));

test('where it was found is told while it is open, and where it is configured always', () => {
  const bench = new BenchScript();
  const configured = bench.state.setup.path;
  expect(linkOf(bench)).toMatchObject({ path: configured, foundPath: null });
  bench.take({ kind: 'port-opened', path: '/dev/ttyUSB4' });
  expect(linkOf(bench)).toMatchObject({ path: configured, foundPath: '/dev/ttyUSB4', open: true });
  bench.take({ kind: 'port-closed', problem: null });
  expect(linkOf(bench)).toMatchObject({ path: configured, foundPath: null, open: false });
  bench.take({ kind: 'port-opened' });
  expect(linkOf(bench)).toMatchObject({ path: configured, foundPath: configured });
  expect(told(bench)).toEqual(['/dev/ttyUSB4', '/dev/ttyUSB4', configured]);
});
