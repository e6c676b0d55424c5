/** Finnish for whoever was called because a step stays undone, and for where such a mail goes. */
import type { callEnglish } from '../call-words.ts';
import type { Said } from '../../../server/contract/languages.ts';

export const callFinnish: Said<typeof callEnglish> = {
  record: 'Kirjaukset ovat epävarmat',
  recordWhat: (count, codes, when) => `${count === 1 ? 'Yksi säilytysketju ei enää pidä' : `${count} säilytysketjua ei enää pidä`}: tapaus ${codes}. Havaittu ${when}.`,
  recordCause: 'Tavallinen syy: tietokantaa on muutettu käsin, vanhempi kopio on palautettu tai levy on vikaantumassa.',
  recordNow: 'Säilytä näiden tapausten jokainen paperi, älä luovuta mitään pelkän kirjauksen perusteella, ja pyydä ylläpitäjää ajamaan “holdfast verify” työpisteen PC:llä.',
  note: 'Tekemättä jääneet vaiheet',
  youAre: (count) => (count === 1 ? 'Sinut kutsuttiin: 1 vaihe on tekemättä' : `Sinut kutsuttiin: ${count} vaihetta on tekemättä`),
  nobodyElse: 'Ketään ei voitu kutsua: tämä koskee kaikkia.',
  since: (due, called) => `määräaika ${due}, kutsuttu ${called}`,
  cannotDo: 'Soita liikkeeseen: vaihe tehdään siellä.',
  toQueue: 'Avaa jono',
  called: (whom, when) => `Kutsuttu ${when}: ${whom}.`,
  mark: 'Kutsuttu',
  answered: (who, why) => `${who} kertoo, miksi ei vielä: “${why}”`,
  mailTitle: 'Sähköposti, kun vaihe jää tekemättä',
  mailText: 'Mihin Holdfast kirjoittaa, kun sinut kutsutaan. Se on sinetöity, sitä ei näytetä kenellekään, ja se poistuu, kun otat sen pois tai lähdet.',
  mail: 'Sähköpostiosoite',
  mailSet: 'asetettu',
  mailNotSet: 'ei asetettu',
  mailKeep: 'Tallenna osoite',
  mailAway: 'Poista',
  mailKept: 'Kutsujen sähköposti: tehty.',
};
