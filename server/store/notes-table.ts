/** The append-only tables of what people note: alarms they have seen, checks at the start of a shift. */
import type { Database } from 'better-sqlite3';
import { alarmNoteSchema } from '../contract/alarms.ts';
import { shiftCheckSchema } from '../contract/shift-checks.ts';
import type { PeopleNotes } from '../domain/notes-port.ts';

/** Some alarms each of 32 benches; older ones are of stops that were reset long ago. */
const ALARM_NOTES_MAX = 200;

interface AlarmRow { readonly id: string; readonly bench: string; readonly alarm: string; readonly actor: string; readonly at_iso: string; readonly until_iso: string | null }
interface ShiftRow { readonly id: string; readonly actor: string; readonly machine: string | null; readonly at_iso: string; readonly checked: string }

/** The schema judges what it is. */
const parsed = (text: string): unknown => JSON.parse(text);

export function createNotesTable(database: Database): PeopleNotes {
  const addAlarm = database.prepare<(string | null)[]>('INSERT INTO alarm_notes (id, bench, alarm, actor, at_iso, until_iso) VALUES (?, ?, ?, ?, ?, ?)');
  const alarms = database.prepare<[number], AlarmRow>('SELECT * FROM (SELECT * FROM alarm_notes ORDER BY number DESC LIMIT ?) ORDER BY number');
  const addShift = database.prepare<(string | null)[]>('INSERT INTO shift_checks (id, actor, machine, at_iso, checked) VALUES (?, ?, ?, ?, ?)');
  const shifts = database.prepare<[number], ShiftRow>('SELECT * FROM shift_checks ORDER BY number DESC LIMIT ?');
  return {
    addAlarmNote({ id, bench, alarm, by, atIso, untilIso }) {
      addAlarm.run(id, bench, alarm, JSON.stringify(by), atIso, untilIso);
    },
    alarmNotes: () => alarms.all(ALARM_NOTES_MAX).map((row) => alarmNoteSchema.parse({ id: row.id, bench: row.bench, alarm: row.alarm, by: parsed(row.actor), atIso: row.at_iso, untilIso: row.until_iso })),
    addShiftCheck({ id, by, machine, atIso, check }) {
      addShift.run(id, JSON.stringify(by), machine, atIso, JSON.stringify(check));
    },
    shiftChecks: (limit) => shifts.all(limit).map((row) => shiftCheckSchema.parse({ id: row.id, by: parsed(row.actor), machine: row.machine, atIso: row.at_iso, check: parsed(row.checked) })),
  };
}
