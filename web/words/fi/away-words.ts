/** Finnish for what the page says to whoever comes back to it. */
import type { Said } from '../../../server/contract/languages.ts';
import type { awayEnglish } from '../away-words.ts';

export const awayFinnish: Said<typeof awayEnglish> = {
  title: 'Poissa ollessasi',
  since: (when) => `Poissa ollessasi, alkaen ${when}:`,
  counts: {
    stops: (count) => (count === 1 ? '1 pysäytys' : `${count} pysäytystä`),
    holds: (count) => (count === 1 ? '1 palautuskielto' : `${count} palautuskieltoa`),
    silences: (count) => (count === 1 ? 'kone vaikeni kerran' : `kone vaikeni ${count} kertaa`),
    failedDrills: (count) => (count === 1 ? '1 epäonnistunut koepysäytys' : `${count} epäonnistunutta koepysäytystä`),
    drills: (count) => (count === 1 ? '1 läpäisty koepysäytys' : `${count} läpäistyä koepysäytystä`),
    resets: (count) => (count === 1 ? '1 kuittaus' : `${count} kuittausta`),
    service: (count) => (count === 1 ? '1 käytön muutos' : `${count} käytön muutosta`),
  },
  more: 'Näytä',
  less: 'Piilota',
  close: 'Sulje',
  others: (count) => (count === 1 ? '1 muu on työpisteensä sivulla.' : `${count} muuta on työpisteidensä sivuilla.`),
};
