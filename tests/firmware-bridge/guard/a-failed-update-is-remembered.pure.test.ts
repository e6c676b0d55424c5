/** Who tries again on a phone whose update failed may destroy what the first try left: the bridge remembers, and asks for two people. */
import { describe, expect, test } from 'vitest';
import { PHONE, RESTORE, type BenchScript } from './bench-script.ts';
import { committed, critical, handshaken, permitted } from './places.ts';

const AGAIN = '00070002';

/** The restore is over: what the rig says of it, then two heartbeats without one. */
function end(bench: BenchScript, result: string | null): BenchScript {
  if (result !== null) bench.say('ENDED', { restore: RESTORE, result });
  bench.plan = null;
  bench.phase('idle', { restore: 'none', permit: 'none' });
  bench.run(300);
  return bench;
}

function tryAgain(bench: BenchScript, restore = AGAIN): BenchScript {
  bench.plan = { restore, kind: 'update', from: '26.1', to: '26.2', hash: '5D0C9E12' };
  bench.phase('unpack', { restore });
  bench.run(300);
  return bench;
}

const ENDS: readonly (readonly [string, () => BenchScript, boolean])[] = [
  ['failed in safe', () => end(permitted(), 'failed'), true],
  ['failed while writing', () => end(committed(), 'failed'), true],
  ['gone while writing, without a word', () => end(committed(), null), true],
  ['gone before the write, without a word', () => end(critical(), null), true],
  ['kept', () => end(committed(), 'kept'), false],
  ['undone', () => end(permitted(), 'undone'), false],
  ['gone in safe, without a word', () => end(permitted(), null), false],
  ['erased with consent', () => end(committed('erase'), 'erased'), false],
  ['failed while erasing with consent', () => { const bench = committed('erase'); return end(bench, 'failed'); }, false],
];

test.each(ENDS)('a restore that ended: %s', (_name, ended, isRemembered) => {
  const bench = tryAgain(ended());
  expect(bench.causes).toEqual(isRemembered ? ['second-attempt'] : []);
  expect(bench.stops().length > 0).toBe(isRemembered);
});

test('a finished write whose last word was lost is no failure', () => {
  const bench = committed();
  bench.phase('finish');
  bench.run(200);
  expect(tryAgain(end(bench, null)).causes).toEqual([]);
});

test('a stop in critical is remembered, one in safe is not', () => {
  for (const [place, phase, remembered] of [[critical, 'start', 1], [permitted, 'unpack', 0]] as const) {
    const bench = place();
    bench.stop();
    bench.stopped(phase);
    bench.run(300);
    expect(bench.state.failures).toHaveLength(remembered);
  }
});

test('a phone that was taken out in critical is remembered, although it is gone', () => {
  const bench = critical();
  bench.plan = null;
  bench.phase('idle', { restore: 'none', permit: 'none', seat: '0' });
  bench.run(300);
  expect(bench.state.failures.map((one) => one.device.serial)).toEqual([PHONE.serial]);
});

test('another phone may be restored', () => {
  const bench = end(committed(), 'failed');
  bench.hb.seat = '0';
  bench.run(300);
  bench.hb.seat = '1';
  bench.device = { model: 'Pixel', serial: '39281FDJH000AB' };
  bench.run(300);
  expect(tryAgain(bench).causes).toEqual([]);
});

test('it survives a restart, through the latch file', () => {
  const before = end(committed(), 'failed');
  const after = handshaken(before.kept);
  after.hb = { ...after.hb, seat: '1' };
  after.run(300);
  expect(tryAgain(after).causes).toEqual(['second-attempt']);
});

describe('the reset', () => {
  function refused(): BenchScript {
    const bench = tryAgain(end(committed(), 'failed'));
    bench.stopped('unpack');
    bench.plan = null;
    bench.run(300);
    return bench;
  }
  function release(bench: BenchScript): void {
    bench.reset();
    bench.say('RESET-DONE', { id: bench.state.reset?.rigLatch ?? '' });
    bench.hb = { ...bench.hb, phase: 'idle', latch: 'none' };
    bench.run(200);
  }

  test('needs two people, and allows another attempt', () => {
    const bench = refused();
    bench.reset({ second: null });
    expect(bench.state.reset).toBeNull();
    expect(bench.state.trip).not.toBeNull();
    release(bench);
    expect(bench.state.trip).toBeNull();
    expect(tryAgain(bench, '00070003').causes).toEqual([]);
  });

  test('counts at every bench: what two people allowed here is allowed there', () => {
    const here = refused();
    const elsewhere = (bench: BenchScript): void => {
      bench.take({ kind: 'elsewhere', elsewhere: { open: [], tripped: [], rigs: [], failures: here.state.failures } });
    };
    const there = handshaken();
    there.hb = { ...there.hb, seat: '1' };
    there.run(300);
    elsewhere(there);
    expect(there.kept?.failures).toHaveLength(1);
    release(here);
    elsewhere(there);
    expect(there.state.failures.every((one) => one.cleared)).toBe(true);
    expect(tryAgain(there).causes).toEqual([]);
  });

  test('of another trip forgets nothing', () => {
    const bench = end(committed(), 'failed');
    bench.stop();
    bench.hb = { ...bench.hb, phase: 'stopped', latch: bench.state.trip?.trip.id ?? '' };
    bench.say('STOPPED', { id: bench.hb.latch, phase: 'idle', zone: 'safe', restore: 'none' });
    bench.run(300);
    release(bench);
    expect(bench.state.trip).toBeNull();
    expect(tryAgain(bench).causes).toEqual(['second-attempt']);
  });
});

test('the memory has a limit and forgets the oldest', () => {
  const bench = handshaken();
  const failures = Array.from({ length: 80 }, (_unused, index) => ({
    restoreId: String(index).padStart(8, '0'), device: { model: 'X', serial: `S${String(index)}`, ecid: null, imei: null },
    atIso: new Date(Date.parse('2026-01-01T00:00:00.000Z') + index * 1000).toISOString(), cleared: index >= 70,
  }));
  bench.take({ kind: 'elsewhere', elsewhere: { open: [], tripped: [], rigs: [], failures } });
  expect(bench.state.failures).toHaveLength(64);
  expect(bench.state.failures.every((one) => !one.cleared && Number(one.restoreId) >= 6)).toBe(true);
  const known = bench.state.failures;
  bench.take({ kind: 'elsewhere', elsewhere: { open: [], tripped: [], rigs: [], failures } });
  expect(bench.state.failures).toBe(known);
});
