/**
 * A reconnect never resumes a restore by itself: what a lost line ended in `safe` stays ended, what it stopped in `critical`
 * stays stopped and latched. Seen in the rig's own ledger, on a real terminal.
 */
import { afterEach, expect, test } from 'vitest';
import { BenchBox, until } from '../../bench-in-a-box.ts';

let box: BenchBox;
afterEach(async () => { await box.end(); });

const restoresOf = (event: string): unknown[] => [...new Set(box.ledger().filter((entry) => entry['event'] === event).map((entry) => entry['restore']))];
const ofRestore = (id: unknown): readonly Record<string, unknown>[] => box.ledger().filter((entry) => entry['restore'] === id);

test('a reconnect never resumes a restore by itself: in safe it has ended undone, and only a person begins another', async () => {
  box = await BenchBox.start({ speed: 1 });
  const first = (await box.permitted()).restore?.id;
  await box.lever('pull-cable');
  await box.seen('the port away', (status) => !status.link.open);
  await until('the rig to end it alone', async () => (await box.lever('state'))['restore'] === null);
  const before = ofRestore(first).length;
  await box.lever('plug-cable');
  const back = await box.seen('the rig accepted again, and no restore', (status) => status.protection === 'full' && status.restore === null);
  expect(back).toMatchObject({ mode: 'inhibited', permit: null, trip: null });
  await box.lever('unseat');
  await box.seen('the phone out', (status) => status.device === null && !status.seated);
  const second = (await box.permitted()).restore?.id;
  expect(second).not.toBe(first);
  // The rig writes its ledger a moment after the host has granted.
  await until('the second permit in the ledger of the rig', () => restoresOf('permit').includes(second));
  // Between the two nothing was granted, begun or crossed.
  expect(restoresOf('permit')).toEqual([first, second]);
  expect(ofRestore(first)).toHaveLength(before);
  expect(restoresOf('crossing')).toEqual([]);
});

test('a reconnect never resumes a restore by itself: in critical it is stopped and latched, and what is begun there gets a stop', async () => {
  box = await BenchBox.start({ speed: 20 });
  const first = (await box.permitted()).restore?.id;
  await box.seen('the gate is near', (status) => status.restore?.phase === 'recovery' || status.zone === 'critical', 30_000);
  await box.lever('speed', { n: 3 });
  await box.seen('critical', (status) => status.zone === 'critical', 30_000);
  await box.lever('pull-cable');
  const lost = await box.seen('the trip', (status) => status.trip !== null);
  expect(lost.trip).toMatchObject({ restoreId: first, causes: [{ code: 'port-lost' }] });
  await until('the rig to stop alone', () => ofRestore(first).some((entry) => entry['event'] === 'lapse'));
  await box.lever('plug-cable');
  const back = await box.seen('the rig accepted again', (status) => status.protection === 'full');
  expect(back).toMatchObject({ mode: 'tripped', permit: null, trip: { id: lost.trip?.id } });
  await expect(box.lever('start')).rejects.toThrow(/latch/i);
  const after = ofRestore(first).findIndex((entry) => entry['event'] === 'lapse');
  expect(ofRestore(first).slice(after + 1).filter((entry) => entry['event'] === 'permit' || entry['event'] === 'gate')).toEqual([]);
  expect(restoresOf('crossing')).toEqual([]);
});
