/**
 * English for orders of people: what came of one, why it was refused, and why a reset is not possible yet. A refusal
 * always says what would make it possible.
 */
import type { BenchStatus } from './bench-status.ts';
import type { OrderRefusal, OrderResult } from './uplink.ts';
import type { Advice } from './words-shape.ts';

export const wordsOfOrderRefusals: Readonly<Record<OrderRefusal, Advice>> = {
  'unknown-bench': { title: 'There is no such bench', whatToDo: 'Choose a bench from the board.' },
  expired: { title: 'The order came too late', whatToDo: 'Nothing was done. Give the order again. To stop at once, use the rig itself.' },
  'no-trip': { title: 'There is nothing to reset', whatToDo: 'This bench is not tripped. Reload the page to see its state.' },
  'other-trip': { title: 'There is another trip now', whatToDo: 'Read the trip that is shown now, then decide again.' },
  'cause-not-cleared': { title: 'The cause is still there', whatToDo: 'Follow what the cause says to do. The reset becomes possible when it has cleared.' },
  'estop-held': { title: 'The E-stop is pressed', whatToDo: 'When nobody is in danger, release the E-stop at the rig. Software cannot do it.' },
  'rig-not-live': { title: 'The rig is not heard', whatToDo: 'Check its power and its cable to this PC, then try again.' },
  'restore-open': { title: 'A restore is still open', whatToDo: 'Wait until the rig reports that the restore has ended.' },
  'stop-pending': { title: 'A stop still waits for its answer', whatToDo: 'Stay at the bench until the rig has answered.' },
  'second-person-needed': { title: 'A second person is needed', whatToDo: 'Data is at stake. Ask a colleague to look at the evidence and add their name.' },
  'same-person-twice': { title: 'Both names are the same', whatToDo: 'The second name must be that of another person.' },
  'reason-needed': { title: 'A reason is needed', whatToDo: 'Write in a few words what was found, and why.' },
  'bridge-not-connected': {
    title: 'The bench PC is not reached',
    whatToDo: 'Nothing was done. To stop now, use the stop button of the rig, or run “holdfast stop” on the bench PC.',
  },
  'no-answer': {
    title: 'The bench PC did not answer',
    whatToDo: 'It is not known whether it was done. To stop now, use the stop button of the rig.',
  },
  'rig-refused': { title: 'The rig refused', whatToDo: 'Look at the rig. It gives its reason in the history of this bench.' },
  'drill-running': { title: 'A drill is running', whatToDo: 'Wait a second for its result.' },
  'bench-tripped': { title: 'This bench is tripped', whatToDo: 'Read its cause and reset it first. A drill needs a bench that is not locked.' },
  'device-seated': { title: 'A phone is seated', whatToDo: 'Take the phone out of the rig first. A drill needs an empty bench.' },
  'name-needed': { title: 'A name is needed', whatToDo: 'Write who does it.' },
  'already-out-of-service': { title: 'It is out of service already', whatToDo: 'The bench shows who took it out, and why. It must be returned before it can be taken out anew.' },
  'not-out-of-service': { title: 'The bench is in service', whatToDo: 'There is nothing to return.' },
  'drill-needed': { title: 'A drill must pass first', whatToDo: 'Empty the rig and run a drill on this bench. When it has passed, return the bench.' },
  'nothing-to-confirm': { title: 'There is nothing to confirm', whatToDo: 'The database of the server is believed already.' },
  'not-that-database': { title: 'That is not what the server shows', whatToDo: 'Read the id that “holdfast status” shows now, ask who looks after the server, and type that id.' },
  'holds-not-known': {
    title: 'The former holds are not known',
    whatToDo: 'Nobody can say which phones were held. Two people who have looked may confirm with --drop-holds and --second.',
  },
};

export type ResetBlock = BenchStatus['reset']['blockedBy'][number];
export const wordsOfResetBlocks: Readonly<Record<ResetBlock, Advice>> = {
  'no-trip': wordsOfOrderRefusals['no-trip'],
  'cause-not-cleared': wordsOfOrderRefusals['cause-not-cleared'],
  'estop-held': wordsOfOrderRefusals['estop-held'],
  'rig-not-live': wordsOfOrderRefusals['rig-not-live'],
  'restore-open': wordsOfOrderRefusals['restore-open'],
  'stop-pending': wordsOfOrderRefusals['stop-pending'],
};

export const wordsOfOrderOutcomes: Readonly<Record<OrderResult['outcome'], Advice>> = {
  'stop-written': { title: 'Stop sent', whatToDo: 'Watch the receipt: only an answer of the rig says that it stopped.' },
  'already-tripped': { title: 'This bench is already tripped', whatToDo: 'Read its receipt and do what it asks.' },
  'too-late': {
    title: 'Too late to stop safely',
    whatToDo: 'If the phone is hot, swollen or smoking: press the E-stop and step back. If not: keep the cable and the power in.',
  },
  'reset-done': { title: 'Reset done', whatToDo: 'The bench waits. A reset starts nothing by itself.' },
  'power-back': { title: 'The rig has its power again', whatToDo: 'The bench is still locked. Wait until the rig is heard, look at it, then reset again.' },
  'not-connected': { title: 'Locked, but no stop was sent', whatToDo: 'No rig is on the line. Look at the rig now, and stop it there if it runs.' },
  refused: { title: 'Not done', whatToDo: 'Read why it was refused, then decide again.' },
  'drill-passed': { title: 'Drill passed', whatToDo: 'Nothing to do. It proves the line and the firmware of the rig, not the cutting itself.' },
  'drill-failed': { title: 'Drill not passed', whatToDo: 'Read why, and run it again.' },
  'taken-out': { title: 'Out of service', whatToDo: 'No permit is given here any more. What has its permit already is not stopped.' },
  returned: { title: 'Back in service', whatToDo: 'Permits are given again when every condition holds.' },
  'database-confirmed': { title: 'Database confirmed', whatToDo: 'Permits wait until its facts arrive, some seconds. What the former one held stays held.' },
};
