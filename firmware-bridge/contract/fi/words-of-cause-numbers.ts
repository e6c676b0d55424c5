/**
 * Finnish sentences of causes that carry numbers or names. Each must read well when any of its parameters is missing, and
 * what is put in stands in the nominative.
 */
import { SENSOR_FAULTS } from '../interlock.ts';
import { quantitiesFor } from '../quantities.ts';
import type { Params } from '../trip.ts';
import { aside } from '../words-of-cause-numbers.ts';
import { sensorFaultsFinnish } from './words-of-measuring.ts';

const { um, pct, duration, number, word } = quantitiesFor('fi');

/** What was measured too far, by the metric that decided. */
function bendOf({ metric, edge, deviationUm }: Params): string {
  const bent = um(deviationUm);
  if (metric === 'twist') return bent === null ? 'Puhelimen runko on vääntynyt liikaa.' : `Puhelimen runko on vääntynyt: yksi kulma on ${bent} kolmea muuta ylempänä.`;
  if (metric === 'plane') return bent === null ? 'Puhelimen runko ei ole riittävän tasainen.' : `Puhelimen runko poikkeaa tasosta ${bent}.`;
  const side = edge === 'left' ? 'Puhelimen vasen reuna' : edge === 'right' ? 'Puhelimen oikea reuna' : 'Puhelimen runko';
  return bent === null ? `${side} on taipunut liikaa.` : `${side} on taipunut ${bent}.`;
}

export const bend = (params: Params): string => {
  const [holdAt, limit, uncertainty] = [um(params['holdAtUm']), um(params['limitUm']), um(params['uncertaintyUm'])];
  const measured = bendOf(params);
  if (holdAt === null) return measured;
  const why = limit === null || uncertainty === null ? '' : `: raja-arvo on ${limit}, ja mittaus voi poiketa ${uncertainty}`;
  return `${measured} Kieltoraja on ${holdAt}${why}.`;
};

export const measuring = ({ fault }: Params): string => {
  const known = SENSOR_FAULTS.find((code) => code === fault);
  const reason = known === undefined ? '' : ` ${sensorFaultsFinnish[known].what}`;
  return `Runkoa ei voi mitata, joten kukaan ei voi sanoa sen olevan suora.${reason}`;
};

export const battery = ({ pct: level, neededPct }: Params): string => {
  const [has, needs] = [pct(level), pct(neededPct)];
  if (has === null) return 'Puhelimen akussa on liian vähän virtaa palautukseen.';
  return needs === null ? `Akun varaus on ${has}, liian vähän palautukseen.` : `Akun varaus on ${has}. Palautus vaatii ${needs}.`;
};

export const silence = ({ silentMs }: Params): string => {
  const silent = duration(silentMs);
  return silent === null ? 'Kone lakkasi vastaamasta palautuksen ollessa kesken.' : `Kone oli vastaamatta ${silent} palautuksen ollessa kesken.`;
};

export const corruption = ({ count }: Params): string => {
  const damaged = number(count);
  return damaged === null || count === 1
    ? 'Koneelta tuli vioittuneita rivejä, joten sen ilmoituksiin ei voi luottaa.'
    : `Koneelta tuli vioittuneita rivejä (${damaged}), joten sen ilmoituksiin ei voi luottaa.`;
};

export const stall = ({ stalledMs }: Params): string => {
  const stalled = duration(stalledMs);
  return `Holdfast oli pysähdyksissä${stalled === null ? '' : ` ${stalled}`} tällä PC:llä eikä voinut valvoa konetta.`;
};

export const refusal = ({ verb, why }: Params): string =>
  `Kone hylkäsi rivin, jonka Holdfast lähetti${aside([word(verb), word(why)].filter((part) => part !== null).join(', '))}.`;

export const knowledge = ({ ageMs }: Params): string => {
  const age = duration(ageMs);
  return `Holdfast ei tiedä, onko tällä puhelimella palautuskielto.${age === null ? '' : ` Viimeisimmän tiedon ikä: ${age}.`}`;
};

export const personStop = ({ name, reason }: Params): string => {
  const said = word(reason);
  return `Ihminen pyysi pysäytystä: ${word(name) ?? 'nimi ei ole tiedossa'}.${said === null ? '' : ` Ilmoitettu syy: “${said}”.`}`;
};
