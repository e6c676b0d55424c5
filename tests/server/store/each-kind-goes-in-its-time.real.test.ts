/** The daily run over real databases: each kind goes when its time is over and not before, the audit is checked, heads are noted. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { CONTACT, DAY_MS, MANAGER, NOW_ISO, openPrivateStore, STORY } from './private-bench.ts';
import type { PrivateStore } from './private-bench.ts';

const kindsLeft = (store: PrivateStore, caseId: string): string[] => (['contact', 'story', 'photo'] as const).filter((kind) => Array.isArray(store.read(caseId, kind)));

function filled(...caseIds: readonly string[]): PrivateStore {
  const store = openPrivateStore();
  for (const caseId of caseIds) {
    store.write(caseId, 'contact', CONTACT);
    store.write(caseId, 'story', STORY);
    store.write(caseId, 'photo', 'bytes');
  }
  return store;
}

/** To the noon of the day so many days after the start of the test. */
const toDay = (store: PrivateStore, days: number): void => {
  store.clock.ms = Date.parse(NOW_ISO) + days * DAY_MS;
  store.daily();
};

test('the story after 30 days, the contact after 90, photos after 365, each a day after it was seen to be due', () => {
  const store = filled('K7Q2', 'OPEN');
  store.records.settle('K7Q2', NOW_ISO);
  const left = [29, 30, 31, 90, 91, 365, 366].map((day) => {
    toDay(store, day);
    return kindsLeft(store, 'K7Q2').join(' ');
  });
  expect(left).toEqual(['contact story photo', 'contact story photo', 'contact photo', 'contact photo', 'photo', 'photo', '']);
  // A case whose outcome nobody has confirmed keeps everything.
  expect(kindsLeft(store, 'OPEN')).toEqual(['contact', 'story', 'photo']);
  expect(store.records.erasures('K7Q2').map(({ kind }) => kind)).toEqual(['story', 'contact', 'photo']);
  const [newest] = store.audit.page({ subject: 'case:K7Q2', who: 'retention' }, { limit: 1, before: null, after: null });
  expect(newest).toMatchObject({ what: 'erased-photo', who: { kind: 'system', name: 'retention' }, why: 'kept for 365 days after the outcome was confirmed' });
  expect(store.log).toContain('info photo of 1 cases was past its time and is erased');
});

test('under an order to keep nothing goes, whatever its age, and it goes after the release', () => {
  const store = filled('K7Q2');
  store.records.settle('K7Q2', NOW_ISO);
  const { orderId } = store.records.keep('K7Q2', { ...MANAGER, why: 'letter of a court' }, NOW_ISO);
  for (const day of [400, 401, 402]) toDay(store, day);
  expect(kindsLeft(store, 'K7Q2')).toEqual(['contact', 'story', 'photo']);
  expect(store.log.filter((line) => line.includes('past its time'))).toEqual([]);
  store.records.release(orderId, MANAGER, store.nowIso());
  toDay(store, 403);
  expect(kindsLeft(store, 'K7Q2')).toEqual([]);
});

test('a case that is opened again is not due', () => {
  const store = filled('K7Q2');
  store.records.settle('K7Q2', NOW_ISO);
  toDay(store, 1);
  store.records.settle('K7Q2', null);
  for (const day of [400, 401]) toDay(store, day);
  expect(kindsLeft(store, 'K7Q2')).toEqual(['contact', 'story', 'photo']);
});

test('a clock that jumps ten years ahead and is set right the same day erases nothing', () => {
  const store = filled('K7Q2');
  store.records.settle('K7Q2', NOW_ISO);
  for (const day of [1, 3650, 2, 3]) toDay(store, day);
  expect(kindsLeft(store, 'K7Q2')).toEqual(['contact', 'story', 'photo']);
});

test('what is past its time goes at the first start after a long time without one', () => {
  const store = filled('K7Q2');
  store.records.settle('K7Q2', NOW_ISO);
  toDay(store, 40);
  store.close();
  const again = openPrivateStore(store.stateDir, { ms: Date.parse(NOW_ISO) + 60 * DAY_MS });
  expect(kindsLeft(again, 'K7Q2')).toEqual(['contact', 'photo']);
});

const heads = (store: PrivateStore): string[][] => readFileSync(join(store.stateDir, 'audit-heads.txt'), 'utf8').trim().split('\n').map((line) => line.split(' '));

test('the head of the audit is noted and said every day and at every start, and once where nothing was added', () => {
  const store = filled('K7Q2');
  toDay(store, 1);
  toDay(store, 2);
  const { number, hash } = store.audit.head();
  expect(heads(store)).toEqual([['2026-11-25T10:00:00.000Z', String(number), hash]]);
  expect(store.log.filter((line) => line === `info head of the audit: ${number} ${hash}`)).toHaveLength(2);
  store.read('K7Q2', 'story');
  store.close();
  const again = openPrivateStore(store.stateDir, { ms: Date.parse(NOW_ISO) + 2 * DAY_MS });
  expect(heads(again).map(([, at]) => at)).toEqual([String(number), String(number + 1)]);
  expect(again.auditBrokenAt()).toBeNull();
});

test('an audit cut off together with its own head shows against the noted ones, also after new entries and a new start', () => {
  const store = filled('K7Q2');
  toDay(store, 1);
  store.close();
  const file = new Sqlite(join(store.stateDir, 'server.sqlite'));
  file.exec(`DROP TRIGGER audit_is_never_deleted; DELETE FROM audit WHERE number > 1;
    UPDATE meta SET value = '1:' || (SELECT hash FROM audit WHERE number = 1) WHERE key = 'audit_head'`);
  file.close();
  const second = openPrivateStore(store.stateDir, store.clock);
  expect(second.audit.firstBroken()).toBeNull();
  expect(second.auditBrokenAt()).toBe(3);
  expect(second.log.filter((line) => line.startsWith('error the audit is not whole from entry 3 on'))).toHaveLength(1);
  for (let count = 0; count < 4; count += 1) second.read('K7Q2', 'story');
  second.close();
  expect(openPrivateStore(store.stateDir, store.clock).auditBrokenAt()).toBe(3);
});

test('half a line, as a power cut leaves it, spoils neither the head before nor the next one', () => {
  const store = filled('K7Q2');
  toDay(store, 1);
  store.close();
  const path = join(store.stateDir, 'audit-heads.txt');
  writeFileSync(path, `${readFileSync(path, 'utf8')}\n2026-11-26T10:00:00.000Z 9 abc`);
  const second = openPrivateStore(store.stateDir, store.clock);
  expect(second.auditBrokenAt()).toBeNull();
  second.read('K7Q2', 'story');
  toDay(second, 2);
  expect(heads(second).map(([, number]) => number)).toEqual(['3', '9', '4']);
  second.close();
  expect(openPrivateStore(store.stateDir, store.clock).auditBrokenAt()).toBeNull();
});
