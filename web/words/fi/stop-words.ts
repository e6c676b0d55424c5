/** Finnish for one bench in a line: how fresh it is, where its restore stands, its stop, what comes after a stop. */
import type { stopEnglish } from '../stop-words.ts';
import type { Said } from '../../../server/contract/languages.ts';

export const stopFinnish: Said<typeof stopEnglish> = {
  doNotStart: 'Älä aloita tässä palautusta.',
  notHeard: 'ei vielä kuultu',
  silentFor: (duration) => `hiljaa ${duration}`,
  ago: (duration) => `${duration} sitten`,
  beforePoint: (duration) => `${duration} ennen paluurajaa.`,
  toPoint: (duration) => `${duration} paluurajaan`,
  pastPoint: 'paluuraja ohitettu',
  noEstimate: 'ei arviota jäljellä olevasta ajasta',
  point: 'paluuraja',
  nextTry: (seconds) => `Seuraava yritys ${seconds} s kuluttua.`,
  byHand: (bench) => `Aja “holdfast stop ${bench}” työpisteen PC:llä, tai paina koneen pysäytyspainiketta.`,
  inTitle: { 'step-back': 'HÄTÄSEIS, SIIRRY KAUEMMAS', 'not-confirmed': 'EI VAHVISTETTU', stopping: 'pysäytetään', 'too-late': 'liian myöhäistä pysäyttää', locked: 'lukittu' },
  stoppedInTitle: 'pysäytetty',

  virtualRig: 'virtuaalinen kone',
  rig: (serial, model, firmware) => `Kone ${serial} · ${model} · laiteohjelmisto ${firmware}`,
  putIn: 'Aseta laite paikalleen. Työpiste mittaa sen itse.',
  evidence: 'Todisteet',
  evidenceOf: (bench) => `Todisteet: ${bench}`,
  reset: 'Kuittaa työpiste…',
  resetOf: (bench) => `Kuittaa: ${bench}`,
  seen: 'Olen nähnyt sen',
  seenOf: (bench) => `Olen nähnyt hälytyksen: ${bench}`,

  stop: 'Pysäytä nyt',
  stopAgain: 'Pysäytä uudelleen',
  stopSending: 'Lähetetään pysäytystä…',
  stopOf: (bench) => `Pysäytä nyt: ${bench}`,
  stopAgainOf: (bench) => `Pysäytä uudelleen: ${bench}`,
  stopSendingOf: (bench) => `Lähetetään pysäytystä: ${bench}`,
  off: 'Ei voi pysäyttää: miksi?',
  offOf: (bench) => `Pysäytys pois käytöstä, ${bench}: miksi?`,
  notFromHere: 'Ei pysäytetä tästä',

  whyHeading: (bench) => `Miksi pysäytys on pois käytöstä: ${bench}`,
  whyBehind: 'Se raja on jo ohitettu: kone ilmoitti sen kahdesti peräkkäin, luvan jälkeen.',
  whyFinishes: 'Kone vie palautuksen itse loppuun ja vastaisi pysäytykseen “liian myöhään”.',
  whyEStop: 'Koneen hätäseis katkaisee aina. Pysäytys palaa tähän itse: ennen jokaista tyhjentävää vaihetta ja kun palautus on päättynyt.',
  understood: 'Ymmärretty',

  holds: 'täyttyy:',
  missing: 'puuttuu:',
  moreHold: (count) => `ja vielä ${count} täyttyy`,
};
