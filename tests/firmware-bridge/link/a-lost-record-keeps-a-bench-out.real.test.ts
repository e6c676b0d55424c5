/** A latch file that is damaged or gone takes with it whether the bench was out of service: it starts tripped, and out. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { judgePermissives } from '../../../firmware-bridge/guard/permissives.ts';
import { keptAtStart } from '../../../firmware-bridge/link/kept-at-start.ts';
import { LatchFile } from '../../../firmware-bridge/link/latch-file.ts';
import { wordsOfLostRecord } from '../../../firmware-bridge/contract/words-of-drills.ts';
import { BenchScript } from '../guard/bench-script.ts';
import { handshaken } from '../guard/places.ts';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'holdfast-latch-')); });
afterEach(() => { rmSync(folder, { recursive: true }); });

/** What a bridge begins with after the file of a bench that was taken out was treated so. */
async function after(treat: (path: string) => void): Promise<ReturnType<typeof keptAtStart>> {
  const bench = handshaken();
  bench.order('take-out-of-service', { reason: 'the press sticks' });
  const file = new LatchFile(folder, 'bench-1', () => undefined);
  file.read();
  if (bench.kept !== null) file.keep(bench.kept);
  await file.settled();
  treat(join(folder, 'latch', 'bench-1.json'));
  return keptAtStart(new LatchFile(folder, 'bench-1', () => undefined).read(), 'AAAA00000001', '2026-03-02T09:00:00.000Z');
}

const inService = (bench: BenchScript): unknown => judgePermissives(bench.state, bench.nowMs, bench.nowMs).find((one) => one.id === 'in-service');

test('a readable file says by itself whether a bench is out', async () => {
  const kept = await after(() => undefined);
  expect(kept?.trip).toBeNull();
  expect(kept?.service?.out).toMatchObject({ reason: 'the press sticks' });
});

test('damaged or missing: the bench starts tripped, and out of service although nobody can say by whom', async () => {
  for (const treat of [(path: string) => { writeFileSync(path, '{"v":1,"tr'); }, (path: string) => { rmSync(path); }]) {
    const bench = new BenchScript(await after(treat));
    expect(bench.state.mode).toBe('tripped');
    expect(inService(bench)).toMatchObject({ ok: false, detail: { name: 'Holdfast', reason: wordsOfLostRecord } });
  }
});

test('a reset alone brings no permit: a person drills the bench and returns it', async () => {
  const bench = handshaken(await after((path) => { rmSync(path); }));
  bench.run(500);
  bench.reset();
  bench.run(500);
  bench.say('RESET-DONE', { id: bench.hb.latch });
  bench.run(500);
  expect(bench.state).toMatchObject({ trip: null, mode: 'inhibited' });
  bench.order('return-to-service');
  expect(bench.state.drills.kept.out).not.toBeNull();
  expect(inService(bench)).toMatchObject({ ok: false });
});

test('the very first start of a bench is in service', () => {
  expect(keptAtStart(new LatchFile(folder, 'bench-1', () => undefined).read(), 'AAAA00000001', '2026-03-02T09:00:00.000Z')).toBeNull();
});
