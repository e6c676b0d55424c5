/**
 * English for the conditions of a permit. Their details may be missing; then a text says less, and never that a
 * condition holds. Details used here: verdict, metric, deviationUm,
 * holdAtUm, fault, measured, times, turned, differUm, next, pct, neededPct, ageMs, bench, why, hubs, name, reason.
 */
import { REMEASURE_STEPS, SENSOR_FAULTS, VERDICTS } from './interlock.ts';
import type { Permissive } from './interlock.ts';
import { quantitiesFor } from './quantities.ts';
import { aside } from './words-of-cause-numbers.ts';
import { wordsOfRemeasuring, wordsOfSensorFaults, wordsOfVerdicts } from './words-of-measuring.ts';
import type { ConditionWords } from './words-shape.ts';

const { um, pct, duration, number, word } = quantitiesFor('en');

export const wordsOfPermissives: Readonly<Record<Permissive, ConditionWords>> = {
  'link-live': {
    whenOk: 'Rig is heard',
    whenNotOk: () => 'Rig is not heard',
    whatToDo: () => 'Check the power of the rig and its cable to this PC.',
  },
  'rig-accepted': {
    whenOk: 'Rig is known',
    whenNotOk: () => 'Rig is not accepted yet',
    whatToDo: () => 'Wait a moment. If it stays, compare the rig with the one in the configuration.',
  },
  'device-steady': {
    whenOk: 'Same phone since it was seated',
    whenNotOk: () => 'Phone not identified yet',
    whatToDo: () => 'Seat the phone and wait until the rig has read its numbers twice.',
  },
  'frame-measured': {
    whenOk: 'Chassis measured and straight enough',
    whenNotOk: ({ verdict, measured, times }) => {
      const [has, needs] = [number(measured), number(times)];
      const isNear = verdict === 'pass' || verdict === 'review';
      if (isNear && has !== null && needs !== null && has.length + needs.length <= 4) return `Chassis measured ${has} of ${needs} times`;
      if (verdict === 'review') return 'Chassis must be measured again';
      if (verdict === 'hold' || verdict === 'no-restore') return 'Chassis is bent too far';
      return verdict === 'cannot-measure' ? 'Chassis cannot be measured' : 'Chassis not shown to be straight';
    },
    whatToDo: ({ verdict, metric, deviationUm, holdAtUm, fault, next, differUm }) => {
      const known = VERDICTS.find((code) => code === verdict && code !== 'pass');
      const [bent, holdAt, differ] = [um(deviationUm), um(holdAtUm), um(differUm)];
      const what = metric === 'twist' ? 'Twist' : metric === 'plane' ? 'Flatness' : 'Measured';
      const said = bent === null ? '' : `${what}: ${bent}${holdAt === null ? '' : `; the hold begins at ${holdAt}`}. `;
      const step = REMEASURE_STEPS.find((code) => code === next && code !== 'done');
      const sensor = SENSOR_FAULTS.find((code) => code === fault);
      if (known === 'cannot-measure' && sensor !== undefined) return wordsOfSensorFaults[sensor].whatToDo;
      if (step !== undefined && (known === undefined || known === 'review')) {
        return `${said}${step === 'clean' && differ !== null ? `The two ways differ by ${differ}. ` : ''}${wordsOfRemeasuring[step].whatToDo}`;
      }
      return `${said}${known === undefined ? 'Seat the phone flat in the fixture and let it lie still.' : wordsOfVerdicts[known].whatToDo}`;
    },
  },
  'plan-allowed': {
    whenOk: 'Plan is allowed',
    whenNotOk: () => 'Plan is not allowed or not known yet',
    whatToDo: () => 'An update that keeps data is allowed. An erase needs a recorded consent and a verified backup.',
  },
  'power-fine': {
    whenOk: 'Battery and supply are fine',
    whenNotOk: () => 'Battery or supply is too low',
    whatToDo: ({ pct: level, neededPct }) => {
      const [has, needs] = [pct(level), pct(neededPct)];
      const now = has === null ? '' : `The battery is at ${has}${needs === null ? '' : `; a restore needs ${needs}`}. `;
      return `${now}Let the phone charge if it is cool and flat, and check the supply of the rig.`;
    },
  },
  'not-held': {
    whenOk: 'No hold on this phone',
    whenNotOk: () => 'This phone is on hold',
    whatToDo: () => 'Do not start a restore here. Ask the manager; the case says why.',
  },
  'holds-known': {
    whenOk: 'Holds are known',
    whenNotOk: ({ why }) => (why === 'other-database' ? 'Knowledge comes from another database' : why === 'older-version' ? 'Knowledge is older than what was known' : 'Holds are not known'),
    whatToDo: ({ ageMs, why }) => {
      const age = duration(ageMs);
      if (why === 'other-database' || why === 'older-version') return 'A named person must confirm the database of the server, on the bench PC. “holdfast status” shows how.';
      return `${age === null ? '' : `What is known is ${age} old. `}Check that the Holdfast server runs. The bench waits and goes on by itself.`;
    },
  },
  'device-alone': {
    whenOk: 'Phone is at this bench only',
    whenNotOk: () => 'Phone is at another bench too',
    whatToDo: ({ bench }) => `Look at the other bench${aside(bench)}, and compare both phones with their labels.`,
  },
  'can-record': {
    whenOk: 'Record can be written',
    whenNotOk: () => 'Record cannot be written',
    whatToDo: () => 'Free disk space on this PC. The bench goes on by itself.',
  },
  'usb-steady': {
    whenOk: 'Phone stays on the USB bus',
    whenNotOk: ({ why }) => (why === 'late' ? 'Phone is not back on the USB bus' : why === 'often' ? 'Phone dropped off USB too often' : 'Phone dropped off the USB bus'),
    whatToDo: ({ why }) => (why === 'often' ? 'Change the cable, clean the socket of the phone and seat it again.' : 'Check the cable and the socket of the phone. The bench goes on by itself.'),
  },
  'hub-shallow': {
    whenOk: 'No chain of USB hubs',
    whenNotOk: () => 'Too many USB hubs in between',
    whatToDo: ({ hubs }) => {
      const count = number(hubs);
      return `${count === null ? '' : `There are ${count} hubs in between. `}Connect the phone straight to the rig.`;
    },
  },
  'supply-steady': {
    whenOk: 'Supply is steady',
    whenNotOk: () => 'Supply dipped just now',
    whatToDo: () => 'Check the supply of the rig. The bench waits some seconds and goes on by itself.',
  },
  'in-service': {
    whenOk: 'Bench is in service',
    whenNotOk: () => 'Bench is out of service',
    whatToDo: ({ name, reason }) => {
      const [who, why] = [word(name), word(reason)];
      const by = who === null ? '' : `Taken out by ${who}${why === null ? '' : `: “${why}”`}. `;
      return `${by}Do not start a restore here. A named person returns the bench after a drill that passed.`;
    },
  },
};
