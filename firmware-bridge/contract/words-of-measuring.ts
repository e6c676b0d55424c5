/**
 * English for the chassis measurement: judgements and sensor faults. "Cannot measure" must never read like "fine".
 */
import type { Metric, RemeasureStep, SensorFault, Verdict } from './interlock.ts';
import type { Advice, Finding, Titled } from './words-shape.ts';

export const wordsOfVerdicts: Readonly<Record<Verdict, Finding>> = {
  pass: {
    title: 'Straight enough',
    what: 'The chassis was measured and is below every limit.',
    whatToDo: 'Nothing to do here.',
  },
  review: {
    title: 'Measure again',
    what: 'The chassis is close to the limit. One measurement is not enough to decide.',
    whatToDo: 'When no restore is open, clean the edges and measure three times, with the phone turned by 180° once.',
  },
  hold: {
    title: 'Bent: ask the manager',
    what: 'The chassis is at or above the hold limit. A restore may fail half-way and cost the data.',
    whatToDo: 'Do not start a restore here. Ask the manager to hold the phone.',
  },
  'no-restore': {
    title: 'Bent: data recovery first',
    what: 'The chassis is bent so far that no restore should be tried.',
    whatToDo: 'Do not start a restore anywhere. Offer the data-recovery lab first.',
  },
  'cannot-measure': {
    title: 'Cannot measure',
    what: 'There is no valid measurement of the chassis. That does not mean it is straight.',
    whatToDo: 'Do not start a restore here. Seat the phone again, or use another bench to measure it.',
  },
};

export const wordsOfSensorFaults: Readonly<Record<SensorFault, Finding>> = {
  'no-sample': {
    title: 'No reading yet',
    what: 'The probes have not sent a reading since the phone was seated.',
    whatToDo: 'Wait a moment. If nothing comes, check the cable of the probes.',
  },
  stale: {
    title: 'Reading too old',
    what: 'The last reading of the probes is too old to decide on.',
    whatToDo: 'Check the cable of the probes and wait for a new reading.',
  },
  'too-few-probes': {
    title: 'Too few probes',
    what: 'Fewer than three probes on a long edge cannot show a bend.',
    whatToDo: 'Measure this phone in a fixture with at least three probes on each long edge.',
  },
  'missing-probe': {
    title: 'A probe is missing',
    what: 'At least one probe gives no value.',
    whatToDo: 'Check that every probe touches the edge and that its plug is in.',
  },
  'rail-value': {
    title: 'A probe is at its end stop',
    what: 'At least one probe reports a value that only a faulty or overrun probe gives.',
    whatToDo: 'Check that the phone lies flat in the fixture. If it does, have the probe replaced.',
  },
  'impossible-rate': {
    title: 'The reading jumped',
    what: 'A reading changed faster than a chassis can move.',
    whatToDo: 'Let the phone lie still and wait for a new reading. If it jumps again, check the plug of the probe.',
  },
  stuck: {
    title: 'A probe is stuck',
    what: 'A probe repeats exactly the same value, which a working probe does not do.',
    whatToDo: 'Free the probe tip and measure again. If it stays stuck, have the probe replaced.',
  },
  'fixture-changed': {
    title: 'The fixture changed',
    what: 'Another fixture reports now than when the measurement began.',
    whatToDo: 'Seat the phone again in one fixture and measure from the start.',
  },
  'fixture-moved-with-temperature': {
    title: 'The fixture needs a new zero',
    what: 'The fixture is warmer or colder than when it was set to zero, so its readings may be off.',
    whatToDo: 'Take the phone out when no restore is open, set the fixture to zero, and measure again.',
  },
  'fixture-unknown': {
    title: 'Fixture not known',
    what: 'The rig has not said which fixture holds the phone, so its accuracy is not known.',
    whatToDo: 'Wait for the rig to report its fixture. If it does not, use another bench to measure.',
  },
  'missing-row': {
    title: 'The middle row is missing',
    what: 'The fixture has a middle row of probes, and no reading of it came.',
    whatToDo: 'Check the plug of the middle row. Without it nobody can say that the chassis is flat.',
  },
  gap: {
    title: 'Readings were lost',
    what: 'Lines between the rig and this PC were lost, and the readings of the probes with them.',
    whatToDo: 'Check the cable between rig and PC, and wait for a new reading.',
  },
  'zero-off': {
    title: 'The zero check failed',
    what: 'On its reference flat the fixture read more than it may. What it says of a phone may be off as much.',
    whatToDo: 'When no restore is open, take the phone out, clean the probe tips, and do the zero check again on the reference flat.',
  },
  'zero-old': {
    title: 'The zero check is too old',
    what: 'The last zero check of this fixture was too long ago.',
    whatToDo: 'When no restore is open, take the phone out, and do the zero check on the reference flat before you measure.',
  },
};

export const wordsOfMetrics: Readonly<Record<Metric, Titled>> = {
  edge: { title: 'Edges', what: 'How far each long edge leaves a straight line, from its lowest to its highest probe.' },
  plane: { title: 'Flatness', what: 'How far all rows of probes leave a flat plane, from the lowest to the highest.' },
  twist: { title: 'Twist', what: 'How high one corner stands over the plane of the other three.' },
};

/** What comes next when one measurement is not enough. */
export const wordsOfRemeasuring: Readonly<Record<RemeasureStep, Advice>> = {
  wait: { title: 'Measuring now', whatToDo: 'Let the phone lie still until it is measured.' },
  again: { title: 'Take it out and seat it again', whatToDo: 'Take the phone out, clean its edges, and seat it again.' },
  turn: { title: 'Turn it by 180°', whatToDo: 'Take the phone out, turn it by 180° so that its top lies where its foot was, and seat it again.' },
  clean: {
    title: 'The two ways do not agree',
    whatToDo: 'Turned by 180° the phone measures differently, so dirt or the fixture is in it. Clean both, take the phone out, and seat it again.',
  },
  seat: { title: 'Seat the phone again', whatToDo: 'Seat the same phone again to go on measuring.' },
  done: { title: 'Measured often enough', whatToDo: 'Nothing more to measure: all measurements are below the hold limit and agree.' },
};
