/**
 * English for drills and for a bench out of service. A drill is never said to prove more than link and firmware, and
 * what withholds nothing is not said to withhold.
 */
import type { DrillBlock, DrillState, DrillWhy, ReturnBlock } from './drill.ts';
import { wordsOfOrderRefusals } from './words-of-orders.ts';
import type { Advice, Finding } from './words-shape.ts';

const tryTwice = 'Run the drill again. If it fails twice, take the bench out of service and have rig and cable looked at.';
const nothingToDo = 'Nothing is wrong with the rig. The drill is done again by itself when the bench is empty.';

/** Why a bench is out of service whose record was lost: stands where a person's reason stands. */
export const wordsOfLostRecord = 'The record of this bench was lost. Somebody may have taken it out.';

export const wordsOfDrillStates: Readonly<Record<DrillState, Finding>> = {
  passed: {
    title: 'Drill passed',
    what: 'The rig answered the stop byte of a drill in time. That proves the line and its firmware, not the cutting itself.',
    whatToDo: 'Nothing to do. The bench drills by itself when it is empty.',
  },
  never: {
    title: 'No drill yet',
    what: 'No drill has passed on this bench yet, so nobody has measured how fast its stop is.',
    whatToDo: 'The bench drills by itself when it is empty. Whoever cannot wait runs a drill now.',
  },
  overdue: {
    title: 'Drill overdue',
    what: 'The last drill that passed is too long ago. The guard protects as before.',
    whatToDo: 'The bench drills by itself when it is empty. Whoever cannot wait runs a drill now.',
  },
  failed: {
    title: 'Last drill failed',
    what: 'The last drill did not pass. The guard protects as before, but its stop is not proved on this bench.',
    whatToDo: tryTwice,
  },
};

export const wordsOfDrillWhys: Readonly<Record<DrillWhy, Finding>> = {
  'no-answer': { title: 'Stop byte not answered', what: 'The rig did not answer the stop byte of the drill.', whatToDo: tryTwice },
  late: { title: 'Answered too late', what: 'The rig answered the stop byte, but after the deadline of a stop.', whatToDo: tryTwice },
  'not-armed': { title: 'Rig did not arm in time', what: 'The rig did not acknowledge the drill in time, so no stop byte was sent.', whatToDo: tryTwice },
  refused: { title: 'Rig refused the drill', what: 'The rig refused the drill, so no stop byte was sent.', whatToDo: 'Look at the rig: something in it is busy or latched.' },
  'foreign-answer': {
    title: 'Answer to another drill', what: 'The rig answered a drill, but not this one, or before its stop byte was sent.', whatToDo: tryTwice,
  },
  'not-written': { title: 'Stop byte not written', what: 'The port of this PC did not take the stop byte in time.', whatToDo: 'Check the cable and the port, then run the drill again.' },
  'became-stop': {
    title: 'Drill became a real stop',
    what: 'The rig took the stop byte of the drill for a real stop and locked itself.',
    whatToDo: 'Reset the bench. If it happens again on an empty bench, this rig knows no drills: have its firmware looked at.',
  },
  'lines-lost': { title: 'Lines lost during the drill', what: 'Lines of the rig were lost while it armed, so no stop byte was sent.', whatToDo: tryTwice },
  'link-lost': { title: 'Connection ended', what: 'The connection to the rig ended during the drill. This drill does not count.', whatToDo: 'Check the cable and the power of the rig.' },
  'device-seated': { title: 'A phone was seated', what: 'A phone was seated during the drill. This drill does not count.', whatToDo: nothingToDo },
  'restore-opened': { title: 'A restore opened', what: 'A restore opened during the drill. This drill does not count.', whatToDo: nothingToDo },
  tripped: { title: 'A real stop came first', what: 'Something real stopped the bench during the drill. This drill does not count.', whatToDo: 'Read the cause of the stop first.' },
};

export const wordsOfDrillBlocks: Readonly<Record<DrillBlock, Advice>> = {
  'drill-running': wordsOfOrderRefusals['drill-running'],
  'rig-not-live': wordsOfOrderRefusals['rig-not-live'],
  'bench-tripped': wordsOfOrderRefusals['bench-tripped'],
  'restore-open': wordsOfOrderRefusals['restore-open'],
  'device-seated': wordsOfOrderRefusals['device-seated'],
  'estop-held': wordsOfOrderRefusals['estop-held'],
};

export const wordsOfReturnBlocks: Readonly<Record<ReturnBlock, Advice>> = {
  'not-out-of-service': wordsOfOrderRefusals['not-out-of-service'],
  'drill-needed': wordsOfOrderRefusals['drill-needed'],
};
