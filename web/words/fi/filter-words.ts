/** Finnish for the board itself: its counts as filters, an empty filter and the way back, the order of its tiles. */
import type { filterEnglish } from '../filter-words.ts';
import type { Said } from '../../../server/contract/languages.ts';

export const filterFinnish: Said<typeof filterEnglish> = {
  counts: 'Työpisteet tilan mukaan; painallus näyttää vain ne',
  only: (state) => `Näytä vain: ${state}`,
  notOnly: (state) => `Nyt näkyvissä: ${state}. Painallus poistaa rajauksen`,
  showing: (shown, all) => `${shown} / ${all} työpistettä`,
  all: (count) => `Näytä kaikki (${count})`,
  choose: 'Valitse työpisteet…',
  chooseTitle: 'Mitkä työpisteet tämä sivu näyttää',
  chooseHint: 'Osoite säilyttää valinnan: lähetä se eteenpäin, tai avaa se toisella näytöllä.',
  chosenLegend: 'Työpisteet',
  chooseNone: 'Ilman valintaa näkyvät kaikki.',
  done: 'Valmis',
  stillRinging: (names) => `Näytetään silti, koska kukaan ei ole nähnyt hälytystä: ${names}.`,
  nothingFits: 'Mikään työpiste ei nyt täsmää',
  nothingFitsWhat: (states) => `Haettu: ${states}. Työpiste ilmestyy tähän itse heti, kun se täsmää.`,
  unknownBenches: (ids) => `Täällä ei ole tällaista työpistettä: ${ids}.`,
  orders: { urgent: 'Kiireellisin ensin', fixed: 'Aina sama järjestys' },
  order: 'Työpisteiden järjestys',
  waitsFor: (step, rest) => (rest === '' ? `Odottaa: ${step}` : `Odottaa: ${step} · ${rest}`),
};
