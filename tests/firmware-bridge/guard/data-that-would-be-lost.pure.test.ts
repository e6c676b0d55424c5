/** What would lose the data of a phone, by zone: an older system, a second attempt, failing storage, a lock, an irreplaceable mark. */
import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../firmware-bridge/contract/uplink.ts';
import { compareVersions } from '../../../firmware-bridge/contract/plan-versions.ts';
import { BENT, HASH, PHONE, RESTORE, agreedFacts, facts, type BenchScript } from './bench-script.ts';
import { committed, critical, handshaken, permitted, restoring } from './places.ts';

const named = [{ device: { serial: PHONE.serial, ecid: null, imei: null } }];
const locked = { model: 'iPhone%2012', serial: PHONE.serial, ecid: PHONE.ecid, imei: PHONE.imei, lock: 'on' };
const plan = (more: object): Record<string, string> => ({ restore: RESTORE, kind: 'update', from: '26.1', to: '26.2', hash: HASH, ...more });
const PLACES = [['safe', permitted, true], ['critical', critical, true], ['committed', committed, false]] as const;

const LOSSES: Readonly<Record<string, (bench: BenchScript) => void>> = {
  downgrade: (bench) => { bench.plan = plan({ to: '26.0.9' }); },
  'second-attempt': (bench) => {
    const failures = [{ restoreId: '00050009', device: PHONE, atIso: '2026-03-01T09:00:00.000Z', cleared: false }];
    bench.take({ kind: 'elsewhere', elsewhere: { open: [], tripped: [], rigs: [], failures } });
  },
  'storage-errors': (bench) => { bench.say('EVENT', { kind: 'storage-error' }); },
  'activation-lock': (bench) => {
    bench.give(facts({ version: 9, unlocksAsked: named }));
    bench.device = locked;
  },
  'irreplaceable-erase': (bench) => {
    bench.give(facts({ version: 9, irreplaceable: named }));
    bench.plan = plan({ kind: 'erase' });
  },
};

describe.each(Object.entries(LOSSES))('%s', (code, lose) => {
  test.each(PLACES)('in %s', (_zone, place, isStopped) => {
    const bench = place();
    lose(bench);
    bench.run(300);
    expect(bench.causes).toContain(code);
    expect(bench.stops().length > 0).toBe(isStopped);
    expect(bench.state.trip?.trip).toMatchObject({ dataAtStake: true, operator: isStopped ? 'nothing' : 'keep-cable' });
    expect(bench.grants(bench.run(300))).toEqual([]);
  });

  test('does not stop a bench without a restore', () => {
    const bench = handshaken();
    bench.hb = { ...bench.hb, seat: '1' };
    bench.run(300);
    lose(bench);
    bench.run(300);
    expect(bench.state.trip).toBeNull();
  });
});

test('versions are compared number by number; what is no row of numbers is no downgrade', () => {
  expect(compareVersions('26.9', '26.10')).toBeGreaterThan(0);
  expect(compareVersions('26.1', '26')).toBeLessThan(0);
  expect(compareVersions('26', '26.0')).toBe(0);
  for (const [from, to] of [['26.1', 'beta'], ['', '26'], ['26.1b2', '26.0'], ['1..2', '1'], ['9999999', '1']] as const) expect(compareVersions(from, to)).toBeNull();
  const bench = permitted();
  bench.plan = plan({ to: '17b1', hash: 'AAAA0001' });
  bench.run(400);
  expect(bench.state.trip).toBeNull();
  expect(bench.state.permit).not.toBeNull();
});

test('the same version again is no downgrade', () => {
  const bench = restoring();
  bench.plan = plan({ to: '26.1' });
  bench.run(400);
  expect(bench.state.trip).toBeNull();
});

test('storage errors that came before the restore stop the restore', () => {
  const bench = handshaken();
  bench.hb = { ...bench.hb, seat: '1' };
  bench.run(300);
  bench.say('EVENT', { kind: 'storage-error' });
  bench.run(5000);
  bench.phase('prepare', { restore: RESTORE });
  expect(bench.causes).toEqual(['storage-errors']);
});

test.each([
  ['the lock is off', { ...locked, lock: 'off' }, facts({ version: 9, unlocksAsked: named })],
  ['nobody says anything of a lock', { model: 'X', serial: PHONE.serial }, facts({ version: 9, unlocksAsked: named })],
  ['the unlock of another phone was asked for', locked, facts({ version: 9, unlocksAsked: [{ device: { serial: 'OTHER', ecid: null, imei: null } }] })],
  ['nobody asked for an unlock', locked, facts({ version: 9 })],
] as const)('no trip for the lock when %s', (_why, device, known: Facts) => {
  const bench = permitted();
  bench.give(known);
  bench.device = device;
  bench.run(400);
  expect(bench.state.trip).toBeNull();
});

describe('irreplaceable', () => {
  const flagged = facts({ version: 9, irreplaceable: named });
  const reviewed = { l_um: '0,31,300,29,2', r_um: '1,28,39,30,-1' };

  test('the hold begins at the review limit', () => {
    const plain = permitted();
    plain.probe = reviewed;
    plain.run(500);
    expect(plain.state.trip).toBeNull();
    const bench = permitted();
    bench.give(flagged);
    bench.probe = reviewed;
    bench.run(500);
    expect(bench.causes[0]).toBe('device-frame-bent');
    expect(bench.state.trip?.trip.causes[0]?.params).toMatchObject({ holdAtUm: 250 });
  });

  test('an erasing plan is refused even with consent and backup', () => {
    const bench = restoring('erase');
    bench.give({ ...agreedFacts(), version: 9, irreplaceable: named });
    expect(bench.grants(bench.run(500))).toEqual([]);
    expect(bench.causes).toContain('irreplaceable-erase');
  });

  test('any trip of it takes two people to reset', () => {
    const bench = permitted();
    bench.give(flagged);
    bench.say('EVENT', { kind: 'button' });
    bench.stopped('unpack');
    bench.run(300);
    bench.reset({ second: null });
    expect(bench.state.trip).not.toBeNull();
    bench.reset();
    bench.say('RESET-DONE', { id: bench.state.reset?.rigLatch ?? '' });
    expect(bench.state.trip).toBeNull();
  });

  test('also when the phone is out before the mark is known to be gone', () => {
    const bench = permitted();
    bench.give(flagged);
    bench.say('EVENT', { kind: 'button' });
    bench.stopped('unpack');
    bench.hb.seat = '0';
    bench.run(300);
    expect(bench.state.trip?.trip.dataAtStake).toBe(true);
  });

  test('the mark of another phone changes nothing', () => {
    const bench = permitted();
    bench.give(facts({ version: 9, irreplaceable: [{ device: { serial: 'OTHER', ecid: null, imei: null } }] }));
    bench.probe = { l_um: '0,31,240,29,2', r_um: '1,28,39,30,-1' };
    bench.run(500);
    expect(bench.state.trip).toBeNull();
    bench.probe = BENT;
    bench.run(200);
    expect(bench.state.trip?.trip.dataAtStake).toBe(false);
  });
});
