/** What people note beside the evidence: alarms they have seen, shifts they began. Only ever added to; the newest counts. */
import type { AlarmNote } from '../contract/alarms.ts';
import type { ShiftCheck } from '../contract/shift-checks.ts';

export interface PeopleNotes {
  addAlarmNote(note: AlarmNote): void;
  /** The newest, oldest first: enough for every bench of a store. */
  alarmNotes(): AlarmNote[];
  addShiftCheck(check: ShiftCheck): void;
  /** Newest first. */
  shiftChecks(limit: number): ShiftCheck[];
}
