/**
 * English for a stop and what it did: receipt, operator's call, outcome for the data. These texts never claim more than
 * was proved, and a person's safety comes before every word about cable, power or data.
 */
import type { Outcome } from './interlock.ts';
import type { Receipt } from './receipt.ts';
import type { Trip } from './trip.ts';
import type { Finding, Titled } from './words-shape.ts';

const personFirst = 'If the phone is hot, swollen or smoking: press the E-stop and step back.';
const keepIn = 'If not: keep the cable and the power in until the restore has ended.';

export const wordsOfOutcomes: Readonly<Record<Outcome, Finding>> = {
  intact: {
    title: 'Data is intact',
    what: 'The restore ended before the first write. The data on the phone is as it was.',
    whatToDo: 'Do not start a restore here. Ask the manager what comes next.',
  },
  unknown: {
    title: 'Nobody has shown that the data survived',
    what: 'The last proven step was close to the point of no return. Nobody has shown that the data survived, and nobody has shown that it is lost.',
    whatToDo: 'Treat it as recoverable. Do not power the phone on. Ask a recovery lab.',
  },
  destroying: {
    title: 'Erase begun, end not seen',
    what: 'A step that destroys data was seen to begin. How far it went is not known.',
    whatToDo: 'Follow what this bench says about cable and power. Promise nothing. Ask a recovery lab before anything else is tried.',
  },
  destroyed: {
    title: 'Data on the phone was erased',
    what: 'The rig reported an erase that finished.',
    whatToDo: 'Tell the manager now. Look for copies together: other phones of the family, computers, cloud, messages.',
  },
  kept: {
    title: 'Update finished, meant to keep data',
    what: 'An update that keeps data was seen to finish. Nobody has looked at the data itself.',
    whatToDo: 'Let the owner look at what matters most before the phone leaves the store.',
  },
};

export const wordsOfReceiptStates: Readonly<Record<Receipt['state'], Finding>> = {
  'not-written': {
    title: 'No stop was sent',
    what: 'Nothing was sent to the rig: no rig was on the line, or interrupting would only have done harm.',
    whatToDo: 'Look at the rig, and follow what this bench says about cable and power.',
  },
  pending: {
    title: 'Stop sent, no answer yet',
    what: 'The stop is on its way. The rig has not answered.',
    whatToDo: 'Stay at the bench and watch for the answer.',
  },
  confirmed: {
    title: 'Stopped, confirmed by the rig',
    what: 'The rig answered this very stop and says that it stopped. The phone itself is not seen.',
    whatToDo: 'Leave the phone as it is until you have read the cause.',
  },
  'too-late': {
    title: 'Too late: the point had been passed',
    what: 'The point of no return was behind the restore. The running step goes on.',
    whatToDo: `${personFirst} ${keepIn}`,
  },
  'not-confirmed': {
    title: 'NOT CONFIRMED',
    what: 'The stop was sent and repeated. The rig has not confirmed it.',
    whatToDo: 'Do at once what this bench asks of you.',
  },
};

export const wordsOfOperatorCalls: Readonly<Record<Trip['operator'], Finding>> = {
  nothing: {
    title: 'Nothing to do with your hands',
    what: 'Nobody needs to pull or hold anything for this trip.',
    whatToDo: `${personFirst} If not: read the cause before you touch it.`,
  },
  'pull-device': {
    title: 'NOT CONFIRMED: pull the device now',
    what: 'The rig has not confirmed the stop, and nothing says that the point of no return was passed.',
    whatToDo: `${personFirst} If not: take the phone off the rig now, cable first.`,
  },
  'look-first': {
    title: 'Look at the rig first',
    what: 'A permit was out and no report has come since. The restore may have passed the point of no return.',
    whatToDo: `${personFirst} If the rig is writing or erasing: keep the cable and the power in. If it is not: take the phone off the rig, cable first.`,
  },
  'keep-cable': {
    title: 'Keep the cable and the power in',
    what: 'It is too late to stop safely. Interrupting now can leave a phone that does not start.',
    whatToDo: `${personFirst} ${keepIn}`,
  },
  'step-back': {
    title: 'E-stop, then step back',
    what: 'Something at this bench can hurt people. A person comes before the phone and before the data.',
    whatToDo: 'Press the E-stop and step back. Keep others away. Call the manager.',
  },
};

/** What else a trip can carry. */
export type TripFlag = 'inDoubt' | 'eraseArmed' | 'dataAtStake' | 'recovered';
export const wordsOfTripFlags: Readonly<Record<TripFlag, Finding>> = {
  inDoubt: {
    title: 'In doubt: look at the rig first',
    what: 'A permit was out and no report of the zone has come since.',
    whatToDo: 'Look at the rig before you touch the phone.',
  },
  eraseArmed: {
    title: 'Do not power on: an erase is armed',
    what: 'The phone may erase itself when it starts the next time.',
    whatToDo: 'Do not power the phone on. Write this on its label and tell the recovery lab.',
  },
  dataAtStake: {
    title: 'Data is at stake',
    what: 'The customer’s data may depend on what happens next.',
    whatToDo: 'A reset needs two people.',
  },
  recovered: {
    title: 'Rebuilt from the memory of the rig',
    what: 'Holdfast was not running at the moment of this trip, or has lost its own record of it. The rig kept this one.',
    whatToDo: 'Look at the phone and the rig before you reset.',
  },
};

export const wordsOfRungs: Readonly<Record<'0' | '1' | '2' | '3' | '4', Titled>> = {
  '0': { title: 'No stop written', what: 'No stop was written to the rig.' },
  '1': { title: 'First stop', what: 'The stop was written once.' },
  '2': { title: 'Stop repeated', what: 'The stop was written again because no answer came in time.' },
  '3': { title: 'Stop by wiring', what: 'The second port or a declared wire was used, because the line of the rig brought no answer.' },
  '4': { title: 'Stop by a person', what: 'A person was called to the bench.' },
};
