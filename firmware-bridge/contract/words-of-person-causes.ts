/**
 * English for the causes that endanger people. Each asks for the E-stop and for distance; none may ask anybody to touch the
 * phone, to keep a cable in, or to think of the data first.
 */
import { quantitiesFor } from './quantities.ts';
import type { Guidance } from './words-shape.ts';

type PersonCause = 'device-hot' | 'device-heating' | 'device-swelling' | 'smoke-button' | 'probe-force';

const { celsius, newton, duration } = quantitiesFor('en');

const stepBack = 'Press the E-stop and step back. Keep others away, and have the fire blanket or sand box ready.';
const battery = 'A damaged or ageing battery, often after a bend or a fall.';

export const wordsOfPersonCauses: Readonly<Record<PersonCause, Guidance>> = {
  'device-hot': {
    title: 'Phone is too hot',
    what: ({ deviceDc, limitDc }) => {
      const [now, limit] = [celsius(deviceDc), celsius(limitDc)];
      if (now === null) return 'The phone in the rig is dangerously hot.';
      return `The phone in the rig is at ${now}.${limit === null ? '' : ` The limit is ${limit}.`}`;
    },
    usualCause: battery,
    whatToDo: () => `${stepBack} When it has cooled down, ask the manager.`,
  },
  'device-heating': {
    title: 'Phone is heating up fast',
    what: ({ riseDc, withinMs, deviceDc }) => {
      const [rise, within, now] = [celsius(riseDc), duration(withinMs), celsius(deviceDc)];
      const how = rise === null ? 'The phone in the rig is heating up fast.' : `The phone in the rig became ${rise} warmer${within === null ? '' : ` within ${within}`}.`;
      return `${how}${now === null ? '' : ` It is at ${now} now.`}`;
    },
    usualCause: battery,
    whatToDo: () => `${stepBack} A battery that heats by itself can catch fire within seconds.`,
  },
  'device-swelling': {
    title: 'Phone is swelling',
    what: () => 'The rig reports that the phone is swelling.',
    usualCause: 'Gas in a damaged battery.',
    whatToDo: () => `${stepBack} Do not press, bend or charge it. It belongs in a fire-safe place.`,
  },
  'smoke-button': {
    title: 'Smoke reported',
    what: () => 'The smoke button or smoke sensor of the rig was set off.',
    usualCause: 'A burning battery, or something else that burns at the bench.',
    whatToDo: () => `${stepBack} Leave the room if the smoke grows, and call the fire brigade.`,
  },
  'probe-force': {
    title: 'Probes press too hard',
    what: ({ forceCn, limitCn }) => {
      const [now, limit] = [newton(forceCn), newton(limitCn)];
      if (now === null) return 'The probe press of the rig presses too hard.';
      return `The probe press of the rig presses with ${now}.${limit === null ? '' : ` The limit is ${limit}.`}`;
    },
    usualCause: 'A press that is stuck or set wrongly, or a swollen phone under it.',
    whatToDo: () => `${stepBack} A pressed battery can catch fire. Have the press checked before this rig is used again.`,
  },
};
