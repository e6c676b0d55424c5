/**
 * English for every cause of a trip. A cause says what happened, never that the restore "was stopped": only the receipt
 * may say so. No text tells anybody to touch the phone or its cable; the operator's call (words-of-stops.ts) does that.
 */
import type { CauseCode } from './causes.ts';
import { aside, battery, bend, corruption, knowledge, measuring, personStop, refusal, silence, stall } from './words-of-cause-numbers.ts';
import { wordsOfDataCauses, wordsOfDeviceCauses } from './words-of-data-causes.ts';
import { wordsOfPersonCauses } from './words-of-person-causes.ts';
import type { Guidance } from './words-shape.ts';

const recoverFirst = 'Do not start a restore here. Data recovery comes first: ask the manager.';

export const wordsOfCauses: Readonly<Record<CauseCode, Guidance>> = {
  'device-frame-bent': {
    title: 'Device frame bent',
    what: bend,
    usualCause: 'A fall, a back pocket, or a swollen battery.',
    whatToDo: () => 'Do not start a restore here. Ask the manager to hold the phone. Do not press or straighten it: its battery may be damaged.',
  },
  'cannot-measure': {
    title: 'Chassis cannot be measured',
    what: measuring,
    usualCause: 'A loose probe plug, dirt on a probe tip, or a phone that does not sit flat.',
    whatToDo: () => 'Do not start a restore here. When no restore is open, clean the edges, seat the phone again and measure.',
  },
  'erase-without-consent': {
    title: 'Erase without consent and backup',
    what: () => 'The plan would erase this phone. There is no recorded consent together with a verified backup.',
    usualCause: 'The restore tool chose an erasing install instead of an update.',
    whatToDo: () => recoverFirst,
  },
  'unknown-plan': {
    title: 'Unknown restore plan',
    what: ({ kind }) => `The rig announced a plan that Holdfast does not know${aside(kind)}. It is treated as erasing.`,
    usualCause: 'A newer restore tool, or an install type that was never described to Holdfast.',
    whatToDo: () => recoverFirst,
  },
  'update-fell-back-to-erase': {
    title: 'Update failed and wants to erase',
    what: () => 'The update failed, and the next step would erase the phone.',
    usualCause: 'A damaged board or storage, often after a bend, a fall or water.',
    whatToDo: () => 'Do not try again on any bench. Data recovery comes first: ask the manager.',
  },
  'erase-without-permit': {
    title: 'Erase phase without a permit',
    what: () => 'The rig reported a phase that erases, and Holdfast had permitted none.',
    usualCause: 'A rig that did not wait at its gate, or a restore that began before Holdfast was watching.',
    whatToDo: () => 'Do not use this rig for another restore. Ask the manager now.',
  },
  'commit-without-permit': {
    title: 'Writing without a permit',
    what: () => 'The rig says it is past the point of no return, and Holdfast had permitted nothing.',
    usualCause: 'A rig that did not wait at its gate, or a restore that began before Holdfast was watching.',
    whatToDo: () => 'Do not use this rig for another restore. Ask the manager now.',
  },
  'phase-unknown': {
    title: 'Unknown phase',
    what: ({ phase }) => `The rig reported a phase that Holdfast does not know${aside(phase)}. It may be next to a point of no return.`,
    usualCause: 'Rig firmware that is newer than this version of Holdfast.',
    whatToDo: () => 'Do not start a restore here. Note the rig firmware, and update Holdfast before this rig is used again.',
  },
  'device-changed': {
    title: 'Not the same phone',
    what: () => 'The identifiers of the phone are not those it had when it was seated.',
    usualCause: 'Another phone was seated, or the rig read a number wrongly.',
    whatToDo: () => 'Compare the serial number with the label of the case. Do not start a restore before they agree.',
  },
  'device-held': {
    title: 'This phone is on hold',
    what: () => 'This phone must not be restored on any bench.',
    usualCause: 'A manager, or an earlier stop, placed a hold to protect the data.',
    whatToDo: () => 'Do not start a restore here. The case says who placed the hold and why; the manager decides.',
  },
  'device-elsewhere': {
    title: 'Phone is at another bench too',
    what: ({ bench }) => `Another bench${aside(bench)} reports this phone, or an open restore of it.`,
    usualCause: 'The phone was moved while its restore was still open, or two phones report the same number.',
    whatToDo: () => 'Look at the other bench first, and compare both phones with the labels of their cases.',
  },
  'battery-low': {
    title: 'Battery too low',
    what: battery,
    usualCause: 'An old battery, or too little time on the charger.',
    whatToDo: () => 'Let it charge if it is cool and flat, then begin again. If it is hot or swollen, press the E-stop and step back.',
  },
  'rig-silent': {
    title: 'Rig went silent',
    what: silence,
    usualCause: 'A loose cable between rig and PC, or a rig that lost power.',
    whatToDo: () => 'Look at the rig, then check its power and the cable between rig and PC.',
  },
  'corrupt-frames': {
    title: 'Damaged lines from the rig',
    what: corruption,
    usualCause: 'A worn cable, a USB hub, or a motor or charger close to the cable.',
    whatToDo: () => 'When no restore is open, change the cable between rig and PC and leave out any hub.',
  },
  'sequence-regressed': {
    title: 'Rig lines out of order',
    what: () => 'The line numbers of the rig went backwards, so it is not sure that its reports are new.',
    usualCause: 'A second program on the same port, or a rig that restarted unseen.',
    whatToDo: () => 'Close other programs that use this port. If it comes again, have the rig checked.',
  },
  'port-lost': {
    title: 'Connection to the rig lost',
    what: ({ path }) => `The port of the rig${aside(path)} went away while a restore was open.`,
    usualCause: 'A loose USB plug, a USB hub that reset, or a rig that lost power.',
    whatToDo: () => 'Look at the rig, then put the cable of the rig back into this PC. Holdfast connects again by itself.',
  },
  'rig-restarted': {
    title: 'Rig restarted by itself',
    what: () => 'The rig started anew in the middle of its work. Nobody had asked it to.',
    usualCause: 'A dip in its power supply, or a fault in its firmware.',
    whatToDo: () => 'Look at the rig and check its power supply before it is used again.',
  },
  'rig-refused': {
    title: 'Rig refused a line',
    what: refusal,
    usualCause: 'The rig is latched by a stop of its own, or its restore changed in between.',
    whatToDo: () => 'Look at the display of the rig, then reset the bench when no restore is open.',
  },
  'bridge-restarted': {
    title: 'Holdfast restarted during a restore',
    what: () => 'Holdfast started anew and found a restore that it had not followed from the beginning.',
    usualCause: 'The PC restarted, was updated, or lost power.',
    whatToDo: () => 'Look at the rig. Reset the bench when that restore has ended.',
  },
  'latch-unreadable': {
    title: 'Stop memory cannot be read',
    what: () => 'Holdfast cannot read whether this bench was stopped before. It treats the bench as stopped.',
    usualCause: 'A power cut while saving, a full or failing disk, or a changed state folder.',
    whatToDo: () => 'Find out what last ran here. Two people reset the bench when they have looked at phone and rig. Then it is drilled and returned to service.',
  },
  'bridge-stalled': {
    title: 'This PC stood still',
    what: stall,
    usualCause: 'The PC went to sleep, or other programs took all of its time.',
    whatToDo: () => 'Switch off sleep on this PC and close heavy programs before the next restore.',
  },
  'guard-fault': {
    title: 'Fault inside Holdfast',
    what: () => 'Something inside Holdfast went wrong, so it does not trust its own view of this bench.',
    usualCause: 'A fault in Holdfast itself. It is nothing that was done at the bench.',
    whatToDo: () => 'Do not start a restore here. Keep the record of this trip for whoever maintains Holdfast.',
  },
  'rig-stopped-itself': {
    title: 'Rig stopped by itself',
    what: () => 'The rig reports that it stopped because it had no live permit.',
    usualCause: 'The link between rig and PC was slow or silent, or Holdfast withheld the permit.',
    whatToDo: () => 'Read what else the bench reports, then check the cable between rig and PC before the next restore.',
  },
  'unnamed-stop': {
    title: 'Stop without a name',
    what: () => 'The rig reports a stop byte, and no stop line with an id behind it.',
    usualCause: 'A stop that was cut off half-way, or noise on the line.',
    whatToDo: () => 'Check the cable between rig and PC when no restore is open, then reset.',
  },
  'stop-button': {
    title: 'Stop button pressed',
    what: () => 'Somebody pressed the stop button of the rig.',
    usualCause: 'A person saw something that no sensor sees. That is what the button is for.',
    whatToDo: () => 'Ask what was seen, and write it into the reason when you reset.',
  },
  estop: {
    title: 'E-stop pressed',
    what: () => 'The E-stop of the rig was pressed. It cuts in every phase.',
    usualCause: 'A person was in danger, or the phone was hot, swollen or smoking. People come first.',
    whatToDo: () => 'If the phone is hot, swollen or smoking: step back and leave it. When all is safe, release the E-stop, then reset.',
  },
  'operator-stop': {
    title: 'Stop asked for by a person',
    what: personStop,
    usualCause: 'A person saw something that no sensor sees. That is what the button is for.',
    whatToDo: () => 'Ask what was seen, and write it into the reason when you reset.',
  },
  'holds-unknown': {
    title: 'Holds are not known',
    what: knowledge,
    usualCause: 'The Holdfast server is not running, or cannot be reached from this PC.',
    whatToDo: () => 'Do not start a restore here. Check that the Holdfast server runs; the bench learns the holds again by itself.',
  },
  'cannot-record': {
    title: 'Record cannot be written',
    what: () => 'What happens at this bench cannot be written down, so nothing could be proved later.',
    usualCause: 'A full or failing disk on this PC.',
    whatToDo: () => 'Do not start a restore here. Free disk space on this PC; the bench goes on by itself.',
  },
  ...wordsOfPersonCauses,
  ...wordsOfDataCauses,
  ...wordsOfDeviceCauses,
  'bench-out-of-service': {
    title: 'Bench is out of service',
    what: () => 'A restore went past its gate without a permit, and this bench gives none because it is out of service.',
    usualCause: 'A restore was started on a bench that somebody had taken out.',
    whatToDo: () => 'Do not start a restore here. The bench shows who took it out, and why.',
  },
  'drill-became-stop': {
    title: 'Drill became a real stop',
    what: () => 'The stop byte of a drill reached the rig when it was not armed, or not any more. The rig took it for a real stop.',
    usualCause: 'A phone was seated in that moment, or this rig knows no drills.',
    whatToDo: () => 'Look at the rig. If it was empty or had no restore open, nothing was lost: reset the bench.',
  },
};
