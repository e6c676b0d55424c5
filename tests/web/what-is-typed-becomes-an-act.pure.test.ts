/** What is typed into the forms of a case becomes exactly the act that the table wants, or names the first field that is missing. */
import { expect, test } from 'vitest';
import { CASE_ACTS, CASE_ACT_NAMES } from '../../server/contract/case-acts.ts';
import { STEPS } from '../../server/contract/case-state.ts';
import { ACTIONS } from '../../server/contract/rights.ts';
import { beginTyped, contentOf, lackOf, momentOf } from '../../web/reading/act-fields.ts';
import { formOf } from '../../web/reading/act-forms.ts';
import { briefOf, draftLacks, emptyDraft, idsOf, keepDraft, keptDraft } from '../../web/reading/brief-draft.ts';
import { DESIGNED, wantedOf, whyOff } from '../../web/reading/case-doing.ts';
import { sidesOf } from '../../web/reading/small-photo.ts';
import { strokesOf } from '../../web/reading/strokes.ts';
import { ACT_WORDS } from '../../web/words/act-words.ts';
import type { FormedAct } from '../../web/words/act-words.ts';
import { signatureSchema } from '../../server/contract/case-private.ts';
import { PlayedCases } from './played-cases.ts';
import { askHold, received } from '../server/domain/cases/made-cases.ts';

const ID = '0190a7c0-0000-7000-8000-00000000d001';

function about() {
  const cases = new PlayedCases();
  const id = received(cases.world);
  const holdId = askHold(cases.world, id);
  return { view: cases.view(id), deviceId: cases.world.state(id).devices[0]?.id ?? '', holdId };
}
const FORMED = Object.keys(ACT_WORDS) as FormedAct[];

test.each(FORMED)('the form of %s can be filled so that the act fits its row, and nothing else is sent', (act) => {
  const { view, deviceId } = about();
  const form = formOf(act, { view, deviceId, subject: ID });
  const plain = { number: '3', moment: '2026-11-30T10:00', code: 'ABCD', line: 'long enough', words: 'long enough' };
  const typed = Object.fromEntries(form.fields.map((field) => [field.name, field.kind === 'one' ? field.options[0] ?? '' : field.kind === 'many' ? field.options : plain[field.kind]]));
  const content = contentOf(form, typed);
  expect(lackOf(form, content)).toBeNull();
  const proof = form.confirm === undefined ? {} : { confirmation: 'x'.repeat(24), ...(form.confirm.needsSecond ? { secondConfirmation: 'y'.repeat(24) } : {}) };
  // Strict: a member too many is refused.
  expect(CASE_ACTS[act].body.safeParse({ id: ID, ...content, ...proof }).success).toBe(true);
});

test('an empty form names its first missing field by its label', () => {
  const { view, deviceId, holdId } = about();
  const release = formOf('release-hold', { view, subject: holdId });
  expect(lackOf(release, contentOf(release, beginTyped(release)))).toBe('Why');
  const away = formOf('put-away', { view, deviceId });
  expect(lackOf(away, contentOf(away, beginTyped(away)))).toBe('Where it lies');
});

test('a decision about a hold carries the state in which the page showed it, and is confirmed on that hold alone', () => {
  const { view, holdId } = about();
  const form = formOf('release-hold', { view, subject: holdId });
  expect(form.fixed).toEqual({ holdId, seen: 'asked' });
  expect(form.confirm).toEqual({ subject: `${view.case.id}/${holdId}`, needsSecond: true });
  expect(formOf('approve-hold', { view, subject: holdId }).confirm?.needsSecond).toBe(false);
  expect(formOf('lift-irreplaceable', { view }).confirm).toEqual({ subject: `${view.case.id}/irreplaceable`, needsSecond: true });
  const deviceId = view.case.devices[0]?.id ?? '';
  const untie = formOf('untie-device', { view, deviceId });
  expect(untie.confirm).toEqual({ subject: `${view.case.id}/${deviceId}`, needsSecond: true });
  expect(formOf('untie-device', { view: { ...view, case: { ...view.case, irreplaceable: false } }, deviceId }).confirm).toBeUndefined();
});

test('every act has one way to be begun, and every step leads to one', () => {
  const { view } = about();
  const designed = new Set<string>(Object.values(DESIGNED).filter((act) => act !== null));
  // A message is passed on and marked where it is read.
  const elsewhere = ['file-brief', 'open-walk-in', 'amend-brief', 'pass-message-on', 'mark-message'];
  expect(CASE_ACT_NAMES.filter((name) => !designed.has(name) && !FORMED.some((act) => act === name) && !elsewhere.includes(name))).toEqual([]);
  for (const step of STEPS) {
    const wanted = wantedOf({ step, deviceId: ID, subject: ID, sinceIso: '2026-11-24T08:00:00.000Z', dueAtIso: null, overdue: false });
    if (wanted !== 'queue') expect(whyOff(wanted.what, { ...view, case: { ...view.case, stage: 'merged' } }, () => null)).toMatch(/^Not while the case is/);
  }
  expect(whyOff('close', view, (action) => (ACTIONS.includes(action) ? `not ${action}` : null))).toBe('not end-case');
});

test('a brief with a name alone is enough; what is wrong is said in words', () => {
  const draft = emptyDraft('');
  expect(draftLacks(draft)).toBe('Still missing: the name of the customer');
  expect(draftLacks({ ...draft, name: 'Søren 🌊 ابن' })).toBeNull();
  expect(draftLacks({ ...draft, name: 'A', mail: 'no mail' })).toMatch(/mail address/);
  expect(draftLacks({ ...draft, name: 'A', imei: '12' })).toMatch(/14 to 16 digits/);
  expect(CASE_ACTS['file-brief'].body.safeParse({ id: ID, ...briefOf({ ...draft, name: 'N'.repeat(200), matters: 'photos', rescue: { 'cloud-backup': 'no' } }) }).success).toBe(true);
  expect(briefOf({ ...draft, name: 'A', model: 'iPhone 13' }).device).toEqual({ ids: { serial: null, imei: null, ecid: null }, looks: { model: 'iPhone 13', colour: '' } });
});

test('a draft is kept for whoever typed it, and for nobody else', () => {
  keepDraft('ada', { ...emptyDraft(''), name: 'Manuel' });
  expect(keptDraft('ada')?.name).toBe('Manuel');
  expect(keptDraft('grace')).toBeNull();
  keepDraft('ada', null);
  expect(keptDraft('ada')).toBeNull();
});

test('what a reader reads is an IMEI when it is 14 to 16 digits, else a serial number', () => {
  expect(idsOf(' 356938 035643809 ')).toEqual({ serial: null, imei: '356938035643809', ecid: null });
  expect(idsOf('f2lxk1abc9')).toEqual({ serial: 'F2LXK1ABC9', imei: null, ecid: null });
  expect(idsOf('')).toEqual({ serial: null, imei: null, ecid: null });
});

test('a signature fits the field of the contract whatever the screen was', () => {
  const slow = Array.from({ length: 9000 }, (_, index) => ({ x: index / 20, y: 60 + Math.sin(index) * 200 }));
  const strokes = strokesOf([slow, [], [{ x: -5, y: 400 }]], 300, 100);
  expect(signatureSchema.safeParse({ name: 'A', strokes }).success).toBe(true);
  expect(strokes).toHaveLength(2);
  expect(strokes[1]).toEqual([[0, 200]]);
  expect(strokesOf([[{ x: 150, y: 50 }]], 300, 100)).toEqual([[[300, 100]]]);
});

test('photos keep their shape and never grow', () => {
  expect(sidesOf(8000, 6000)).toEqual([2000, 1500]);
  expect(sidesOf(640, 480)).toEqual([640, 480]);
  expect(sidesOf(10, 40_000)).toEqual([1, 2000]);
});

test('an hour is typed in local time and sent in universal time; nonsense is none', () => {
  expect(momentOf('2026-11-30T10:00')).toBe(new Date('2026-11-30T10:00').toISOString());
  expect(momentOf('')).toBeNull();
  expect(momentOf('tomorrow')).toBeNull();
});
