/** `holdfast verify`: on a store that runs and on one that does not, tampered with in every way that the file allows; wrong arguments in clear words. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { AT_ISO } from '../made-evidence.ts';
import { runServer } from '../running-server.ts';
import { CASE, fill, openCustody } from '../store/custody-bench.ts';
import { filled, flat, like } from './custody-store.ts';
import type { Filled } from './custody-store.ts';
import { holdfast } from './running-holdfast.ts';

const TRIGGERS = `DROP TRIGGER custody_events_are_never_changed; DROP TRIGGER custody_events_are_never_deleted; DROP TRIGGER custody_heads_only_move_on;
  DROP TRIGGER custody_heads_are_never_deleted; DROP TRIGGER custody_anchors_are_never_deleted; DROP TRIGGER custody_grows_at_its_end; DROP TRIGGER custody_ids_come_once;
  PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF;`;

/** With the file in hand a person can do anything. */
function tamper(stateDir: string, sql: string): void {
  const file = new Sqlite(join(stateDir, 'server.sqlite'));
  file.exec(TRIGGERS);
  file.exec(sql);
  file.close();
}
const ONE = `case_id = '${CASE}'`;
const moved = ([from, to]: readonly number[]): string => `UPDATE custody_events SET seq = ${String(to)} WHERE ${ONE} AND seq = ${String(from)};`;
const cutTail = `DELETE FROM custody_events WHERE ${ONE} AND seq > 2; UPDATE custody_heads SET seq = 2, hash = (SELECT hash FROM custody_events WHERE ${ONE} AND seq = 2) WHERE ${ONE};`;

/** The case built anew with the store's own key, as somebody with every file could. */
function rebuild(stateDir: string): void {
  tamper(stateDir, `DELETE FROM custody_anchors; DELETE FROM custody_events WHERE ${ONE}; DELETE FROM custody_heads WHERE ${ONE};`);
  const { custody, close } = openCustody(stateDir);
  fill(custody, 5);
  close();
}

test('an intact store says its three verdicts, in words and for programs', async () => {
  const { stateDir, label } = filled();
  const all = await holdfast(['verify', '--state', stateDir]);
  expect([all.code, all.err]).toEqual([0, '']);
  expect(flat(all.out)).toContain('Case K7Q2: 5 events Intact: every event is as it was signed, in its order. Complete up to event 3: label L-1 of 2026-');
  expect(flat(all.out)).toMatch(/So this store noted it\..* Not anchored: 2 events, since 2026-/);
  expect(flat(all.out)).toContain('Case H0TD: 1 event Intact: every event is as it was signed, in its order. Complete up to: nothing outside this store');
  expect(all.out).toContain('2 checked, all hold.');
  expect(all.out.split('\n').filter((line) => line.length > 84)).toEqual([]);
  const one = await holdfast(['verify', 'k7q2', '--anchor', label, '--state', stateDir]);
  expect([one.code, one.out.includes('H0TD'), one.out.includes('So this store noted')]).toEqual([0, false, false]);
  const { code, out } = await holdfast(['verify', CASE, '--state', stateDir, '--json']);
  expect([code, JSON.parse(out)]).toEqual([0, {
    from: stateDir, keys: [expect.stringMatching(/^[0-9a-f]{64}$/)], keyFile: 'fits',
    chains: [{
      case: CASE, code: 'K7Q2', events: 5, head: like(/^[0-9a-f]{64}$/), intact: null, shownTo: null, tail: { events: 2, sinceIso: AT_ISO }, against: [],
      completeTo: { seq: 3, hash: label.split(':').at(-1)?.toLowerCase(), kind: 'label', atIso: AT_ISO, ref: 'L-1', shown: false },
    }],
  }]);
});

test('a paper alone asks for its own case, and a custody key that is elsewhere is said and is no fault', async () => {
  const { stateDir, label } = filled();
  rmSync(join(stateDir, 'custody.key'));
  const { code, out } = await holdfast(['verify', '--anchor', label, '--state', stateDir]);
  expect([code, out.includes('H0TD'), flat(out)]).toEqual([0, false, like(/The custody key is not in the state folder/)]);
});

test('it is checked while the server runs, and changes nothing', async () => {
  const { stateDir } = filled();
  const server = await runServer({ stateDir, virtual: false });
  const before = readdirSync(stateDir).toSorted();
  expect(await holdfast(['verify', '--state', stateDir])).toMatchObject({ code: 0, err: '' });
  expect(readdirSync(stateDir).toSorted()).toEqual(before);
  await server.close();
  const bytes = readFileSync(join(stateDir, 'server.sqlite'));
  expect(await holdfast(['verify', '--state', stateDir])).toMatchObject({ code: 0, err: '' });
  expect(readFileSync(join(stateDir, 'server.sqlite')).equals(bytes)).toBe(true);
});

describe('what was done with the file in hand ends with 1 and says what and where', () => {
  test.each<[string, (store: Filled) => void, RegExp]>([
    ['an edited event', ({ stateDir }) => { tamper(stateDir, `UPDATE custody_events SET line = replace(line, 'step-2', 'step-9') WHERE ${ONE} AND seq = 2`); }, /NOT INTACT at event 2: its content was changed afterwards\./],
    ['two reordered', ({ stateDir }) => { tamper(stateDir, [[2, 9], [3, 2], [9, 3]].map(moved).join(' ')); }, /NOT INTACT at event 2: it does not stand in its place/],
    ['one removed', ({ stateDir }) => { tamper(stateDir, `DELETE FROM custody_events WHERE ${ONE} AND seq = 4`); }, /NOT INTACT at event 4: one or more events are missing here\./],
    ['one of another case put in', ({ stateDir }) => { tamper(stateDir, `INSERT INTO custody_events SELECT '${CASE}', 6, 'x', line, hash, signature, key FROM custody_events WHERE NOT ${ONE}`); }, /NOT INTACT at event 6: it was put in afterwards\./],
    ['a tail cut off without its head', ({ stateDir }) => { tamper(stateDir, `DELETE FROM custody_events WHERE ${ONE} AND seq > 3`); }, /NOT INTACT at event 4: one or more events are missing here\./],
    ['a tail cut off with its head', ({ stateDir }) => { tamper(stateDir, cutTail); }, /Intact: .* THE PAPER KNOWS MORE: label L-1 of \S+ knows event 3; 1 event is missing at the end\./],
    ['a head that is gone', ({ stateDir }) => { tamper(stateDir, `DELETE FROM custody_heads WHERE ${ONE}`); }, /Case \(without a code\): 5 events NOT INTACT at event 1: the head that is kept apart says something else\./],
    ['a custody key that is another one', ({ stateDir }) => { writeFileSync(join(stateDir, 'custody.key'), readFileSync(join(filled().stateDir, 'custody.key'))); }, /THE CUSTODY KEY in the state folder is not the one/],
  ])('%s', async (_name, harm, words) => {
    const store = filled();
    harm(store);
    const { code, out } = await holdfast(['verify', '--state', store.stateDir]);
    expect([code, flat(out)]).toEqual([1, expect.stringMatching(words)]);
  });

  test('what only paper can tell: cut together with every note, rebuilt with the own key, or gone altogether', async () => {
    const cut = filled();
    tamper(cut.stateDir, `${cutTail} DELETE FROM custody_anchors;`);
    expect((await holdfast(['verify', '--state', cut.stateDir])).code).toBe(0);
    const shown = await holdfast(['verify', 'K7Q2', '--anchor', cut.newest, '--state', cut.stateDir]);
    expect([shown.code, flat(shown.out)]).toEqual([1, expect.stringContaining('THE PAPER KNOWS MORE: the head that was given knows event 5; 3 events are missing at the end.')]);

    const rebuilt = filled();
    rebuild(rebuilt.stateDir);
    expect((await holdfast(['verify', '--state', rebuilt.stateDir])).code).toBe(0);
    const other = await holdfast(['verify', '--anchor', rebuilt.label, '--state', rebuilt.stateDir]);
    expect([other.code, flat(other.out)]).toEqual([1, expect.stringContaining('THE PAPER KNOWS ANOTHER EVENT: the head that was given does not fit event 3.')]);

    const gone = filled();
    tamper(gone.stateDir, `DELETE FROM custody_anchors; DELETE FROM custody_events WHERE ${ONE}; DELETE FROM custody_heads WHERE ${ONE};`);
    expect((await holdfast(['verify', '--state', gone.stateDir])).code).toBe(0);
    const missing = await holdfast(['verify', '--anchor', gone.label, '--state', gone.stateDir]);
    expect((await holdfast(['verify', 'K7Q2', '--anchor', gone.label, '--state', gone.stateDir])).code).toBe(1);
    expect([missing.code, flat(missing.out)]).toEqual([1, expect.stringContaining('Case K7Q2: this store knows no such case THE PAPER KNOWS MORE')]);
  });
});

test.each<[string, readonly string[], RegExp]>([
  ['a head that is none', ['verify', '--anchor', 'HOLDFAST1:K7Q2:1:abc'], /is no head; it reads HOLDFAST1:CODE:NUMBER:HASH/],
  ['a case that is none', ['verify', 'K7'], /"K7" is no case; a case is called by a code like K7Q2/],
  ['a case that is not there', ['verify', 'ZZZZ'], /there is no case ZZZZ/],
  ['a head of another case', ['verify', 'H0TD', '--anchor', `HOLDFAST1:K7Q2:1:${'a'.repeat(64)}`], /is not of the case H0TD/],
  ['an export and a store at once', ['verify', '--export', 'x'], /Give --export or --state, not both/],
  ['an export of no case', ['custody', 'export'], /needs the case/],
  ['an export of a case that is not there', ['custody', 'export', 'ZZZZ', '--out', '/nonexistent/x'], /there is no case ZZZZ, or nothing happened to it/],
  ['an export that cannot be written', ['custody', 'export', 'K7Q2', '--out', '/dev/null/x'], /cannot be written/],
  ['something that custody does not do', ['custody', 'forge'], /"custody" knows no "forge"/],
  ['a list of one case', ['custody', 'list', 'K7Q2'], /takes no case/],
  ['a new key without a reason', ['custody', 'new-key', '--name', 'Manager'], /needs --name and --reason/],
])('%s is refused with what would be right', async (_name, args, words) => {
  const { code, err } = await holdfast([...args, '--state', filled().stateDir]);
  expect([code, flat(err)]).toEqual([2, expect.stringMatching(words)]);
});

test('the list shows every head as a QR code says it; a folder without a store is no store', async () => {
  const { stateDir, newest } = filled();
  const { code, out } = await holdfast(['custody', 'list', '--state', stateDir]);
  expect([code, out.trim().split('\n')]).toEqual([0, [expect.stringMatching(/^HOLDFAST1:H0TD:1:/), newest]]);
  expect(await holdfast(['verify', '--state', '/nonexistent'])).toMatchObject({ code: 2, err: like(/./) });
});
