/** Finnish for what stands around the benches: the empty board, its head, the sound and the look, the live view. */
import type { boardEnglish } from '../board-words.ts';
import type { Said } from '../../../server/contract/languages.ts';

export const boardFinnish: Said<typeof boardEnglish> = {
  asking: 'Kysytään työpisteitä…',
  askingText: 'Palvelin ei ole vielä vastannut. Suojaus työpisteen PC:llä toimii ilman tätä sivua.',
  noBench: 'Ei vielä työpisteitä',
  noBenchText: 'Palvelin on käynnissä, eikä suojaus työpisteen PC:llä ole ilmoittanut sille työpistettä.',
  dimmed: 'Himmennetty, koska paikalla ei ollut ketään. Kosketus tai näppäin vain herättää sivun. Ctrl+Shift+E pysäyttää heti.',
  noBenchBefore: 'Nimeä kone työpisteen PC:llä tiedostossa',
  noBenchAfter: ', tai käynnistä Holdfast ilman konetta ja kokeile sitä virtuaalisilla. Työpisteet ilmestyvät tähän itse.',
  virtualStore: 'virtuaaliset',
  virtualRigs: 'koneet',
  explain: (bench) => `Selitä tila: ${bench}`,

  enableSound: 'Ota ääni käyttöön',
  enableSoundShort: 'Ääni päälle',
  muted: (left) => `Vaimennettu ${left}`,
  soundOn: 'Ääni päällä',
  mute: 'Vaimenna 5 minuutiksi',
  muteHint: 'Näytöt ja otsikot näyttävät silti jokaisen pysäytyksen.',
  tones: 'Kokeile ääniä',
  toneNames: { stopped: 'Pysäytetty', 'not-confirmed': 'Ei vahvistettu', 'too-late': 'Liian myöhäistä' },
  look: 'Ulkoasu',

  notUnderstood: 'Tämä sivu ei ymmärrä osaa siitä, mitä palvelin sanoo.',
  notUnderstoodText: 'Sen tiedot voivat olla vanhoja. Pysäytystä yritetään silti.',
  reload: 'Lataa sivu uudelleen',
  noLiveView: 'Ei reaaliaikaista yhteyttä.',
  noLiveViewText: 'Arvot voivat olla vanhoja. Pysäytystä yritetään silti.',
  tryingNow: (attempts) => `Yritys ${attempts}, yritetään nyt`,
  nextTry: (attempts, seconds) => `Yritys ${attempts}, seuraava ${seconds} s kuluttua`,
  tryNow: 'Yritä nyt',
};
