/**
 * English for the causes that protect data beyond the kind of the plan, and for the way between phone and rig. Like every
 * cause they say what happened and never that the restore was stopped.
 */
import { quantitiesFor } from './quantities.ts';
import type { Guidance } from './words-shape.ts';

type DataCause = 'downgrade' | 'second-attempt' | 'storage-errors' | 'activation-lock' | 'irreplaceable-erase';
type DeviceCause = 'usb-lost' | 'hub-deep' | 'supply-dip';

const { word, number } = quantitiesFor('en');
const recoverFirst = 'Do not start a restore here. Data recovery comes first: ask the manager.';

export const wordsOfDataCauses: Readonly<Record<DataCause, Guidance>> = {
  downgrade: {
    title: 'Older system over newer data',
    what: ({ from, to }) => {
      const [before, after] = [word(from), word(to)];
      return `The plan puts an older system on the phone and means to keep its data${before === null || after === null ? '' : `: from ${before} to ${after}`}. That often loses everything.`;
    },
    usualCause: 'An older firmware file was chosen, or is all that the restore tool has.',
    whatToDo: () => 'Do not start a restore here. Choose a plan with the same or a newer version; if there is none, ask the manager.',
  },
  'second-attempt': {
    title: 'Second attempt after a failure',
    what: ({ failedAt }) => {
      const when = word(failedAt);
      return `An earlier update of this phone failed or was cut short${when === null ? '' : ` (${when})`}. Trying again can destroy what it left.`;
    },
    usualCause: 'A damaged board or storage made the first attempt fail, and it is still damaged.',
    whatToDo: () => 'Do not try again on any bench. Two people may allow one more attempt by a reset; ask a recovery lab before that.',
  },
  'storage-errors': {
    title: 'Storage of the phone is failing',
    what: () => 'The rig reports errors of the storage inside the phone.',
    usualCause: 'A worn or damaged memory chip, often after a bend, a fall or water.',
    whatToDo: () => 'Do not try again: each attempt can lose more. Data recovery comes first: ask the manager.',
  },
  'activation-lock': {
    title: 'Locked phone, unlock was asked for',
    what: () => 'The activation lock of this phone is on, and somebody asked to have it removed. Removing it erases the data for good.',
    usualCause: 'The owner cannot sign in, or the phone comes from somebody else.',
    whatToDo: () => `${recoverFirst} The unlock comes after it, with proof of purchase.`,
  },
  'irreplaceable-erase': {
    title: 'Would erase irreplaceable data',
    what: () => 'The data on this phone is marked as irreplaceable, and the plan would erase it. Consent and backup do not change that.',
    usualCause: 'The restore tool chose an erasing install instead of an update.',
    whatToDo: () => recoverFirst,
  },
};

export const wordsOfDeviceCauses: Readonly<Record<DeviceCause, Guidance>> = {
  'usb-lost': {
    title: 'Phone dropped off the USB bus',
    what: ({ why, drops }) => {
      const count = number(drops);
      if (why === 'late') return 'The phone left the USB bus to change its mode and did not come back in time.';
      if (why === 'often' && count !== null) return `The phone dropped off the USB bus too often: ${count} times since it was seated.`;
      return 'The phone dropped off the USB bus in a phase in which it should not.';
    },
    usualCause: 'A worn cable, dirt in the socket of the phone, or a loose plug at the rig.',
    whatToDo: () => 'When no restore is open, change the cable and clean the socket of the phone before another restore.',
  },
  'hub-deep': {
    title: 'Too many USB hubs in between',
    what: ({ hubs }) => {
      const count = number(hubs);
      return count === null ? 'There are too many USB hubs between the phone and the rig.' : `There are ${count} USB hubs between the phone and the rig.`;
    },
    usualCause: 'A hub on the desk, or a dock between cable and rig.',
    whatToDo: () => 'When no restore is open, connect the phone straight to the rig.',
  },
  'supply-dip': {
    title: 'Supply dipped',
    what: () => 'The supply of the rig dipped close to the point of no return.',
    usualCause: 'A weak power supply, or a heavy load on the same socket.',
    whatToDo: () => 'Look at the supply of the rig and at what else hangs on it before the next restore.',
  },
};
