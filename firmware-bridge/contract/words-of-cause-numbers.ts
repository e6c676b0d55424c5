/**
 * English sentences of causes that carry numbers or names. Each must read well when any of its parameters is missing.
 */
import { SENSOR_FAULTS } from './interlock.ts';
import { quantitiesFor } from './quantities.ts';
import type { Value } from './quantities.ts';
import type { Params } from './trip.ts';
import { wordsOfSensorFaults } from './words-of-measuring.ts';

const { um, pct, duration, number, word } = quantitiesFor('en');

/** A word from outside in brackets after a blank, or nothing. */
export const aside = (value: Value): string => {
  const said = word(value);
  return said === null ? '' : ` (${said})`;
};

/** What was measured too far, by the metric that decided. */
function bendOf({ metric, edge, deviationUm }: Params): string {
  const bent = um(deviationUm);
  if (metric === 'twist') return bent === null ? 'The chassis of the phone is twisted too far.' : `The chassis of the phone is twisted: one corner stands ${bent} over the other three.`;
  if (metric === 'plane') return bent === null ? 'The chassis of the phone is not flat enough.' : `The chassis of the phone is ${bent} off a flat plane.`;
  const side = edge === 'left' || edge === 'right' ? `The ${edge} edge of the phone` : 'The chassis of the phone';
  return bent === null ? `${side} is bent too far.` : `${side} is bent by ${bent}.`;
}

export const bend = (params: Params): string => {
  const [holdAt, limit, uncertainty] = [um(params['holdAtUm']), um(params['limitUm']), um(params['uncertaintyUm'])];
  const measured = bendOf(params);
  if (holdAt === null) return measured;
  const why = limit === null || uncertainty === null ? '' : `: the limit is ${limit}, and the measurement may be off by ${uncertainty}`;
  return `${measured} The hold begins at ${holdAt}${why}.`;
};

export const measuring = ({ fault }: Params): string => {
  const known = SENSOR_FAULTS.find((code) => code === fault);
  const reason = known === undefined ? '' : ` ${wordsOfSensorFaults[known].what}`;
  return `The chassis cannot be measured, so nobody can say that it is straight.${reason}`;
};

export const battery = ({ pct: level, neededPct }: Params): string => {
  const [has, needs] = [pct(level), pct(neededPct)];
  if (has === null) return 'The battery of the phone is too low for a restore.';
  return needs === null ? `The battery is at ${has}, too low for a restore.` : `The battery is at ${has}. A restore needs ${needs}.`;
};

export const silence = ({ silentMs }: Params): string => {
  const silent = duration(silentMs);
  return silent === null ? 'The rig went silent while a restore was open.' : `The rig was silent for ${silent} while a restore was open.`;
};

export const corruption = ({ count }: Params): string => {
  const damaged = number(count);
  return damaged === null || count === 1
    ? 'Lines from the rig arrived damaged, so its reports cannot be trusted.'
    : `Of the lines from the rig, ${damaged} arrived damaged, so its reports cannot be trusted.`;
};

export const stall = ({ stalledMs }: Params): string => {
  const stalled = duration(stalledMs);
  return `Holdfast stood still${stalled === null ? '' : ` for ${stalled}`} on this PC and could not watch the rig.`;
};

export const refusal = ({ verb, why }: Params): string =>
  `The rig refused a line from Holdfast${aside([word(verb), word(why)].filter((part) => part !== null).join(', '))}.`;

export const knowledge = ({ ageMs }: Params): string => {
  const age = duration(ageMs);
  return `Holdfast cannot tell whether this phone is on hold.${age === null ? '' : ` What it knows is ${age} old.`}`;
};

export const personStop = ({ name, reason }: Params): string => {
  const said = word(reason);
  return `A stop was asked for by ${word(name) ?? 'a person'}.${said === null ? '' : ` The reason given: “${said}”.`}`;
};
