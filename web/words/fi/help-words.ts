/** Finnish for the help: each state of a bench in three texts, the search, the keys, the first steps. */
import type { helpEnglish } from '../help-words.ts';
import type { Said } from '../../../server/contract/languages.ts';

export const helpFinnish: Said<typeof helpEnglish> = {
  voices: {
    'step-back': { what: 'Ihmiset voivat olla vaarassa: kuumuus, turpoaminen, savu tai liian kova puristus.', usualCause: 'Vaurioitunut akku, useimmiten taipuneessa puhelimessa.', whatToDo: 'Paina hätäseis-painiketta ja siirry kauemmas. Älä yritä pelastaa puhelinta.' },
    'not-confirmed': { what: 'Pysäytys kirjoitettiin, eikä kone ole vastannut. Kukaan ei tiedä, jatkuuko palautus.', usualCause: 'Kaapeli, koneen virta tai jumittunut kone.', whatToDo: 'Tee koneella heti, mitä laatta sanoo.' },
    stopping: { what: 'Pysäytys on matkalla. Kone ei ole vielä vastannut.', usualCause: 'Tämä kestää muutaman tuhannesosasekunnin.', whatToDo: 'Odota vastausta. Pysy työpisteellä.' },
    stopped: { what: 'Kone on vastannut pysähtyneensä, ja sen nähtiin pysähtyneen. Kuitti kertoo, milloin.', usualCause: 'Suojauksen sääntö, tai joku painoi pysäytystä.', whatToDo: 'Kerro nähneesi sen, katso puhelinta ja kuittaa sitten työpiste.' },
    locked: { what: 'Työpiste on lukittu. Pysäytystä ei tarvinnut kirjoittaa.', usualCause: 'Syy tuli, kun mikään ei ollut käynnissä, tai ennen uudelleenkäynnistystä.', whatToDo: 'Selvitä syy ja kuittaa sitten työpiste.' },
    'too-late': { what: 'Palautus on ohittanut paluurajan. Keskeytys tuottaa nyt vain haittaa.', usualCause: 'Jokainen palautus tulee tähän, kun kaikki sujuu.', whatToDo: 'Pidä kaapeli ja virta kiinni, kunnes palautus on päättynyt.' },
    unprotected: { what: 'Mikään ei suojaa tätä työpistettä: koneesta tai työpisteen PC:stä ei kuulu.', usualCause: 'Irronnut kaapeli, kone ilman virtaa tai uudelleen käynnistyvä PC.', whatToDo: 'Älä aloita tässä palautusta. Kytke kaapeli ja virta takaisin.' },
    'out-of-service': { what: 'Joku poisti tämän työpisteen käytöstä. Se ei saa lupaa.', usualCause: 'Jotain korjataan; syy on laatassa.', whatToDo: 'Käytä toista työpistettä. Ota tämä käyttöön sen omalla sivulla, kun se on korjattu.' },
    waiting: { what: 'Kaikki luvan ehdot eivät vielä täyty. Palautus odottaa portillaan, eikä siitä ole haittaa.', usualCause: 'Alla oleva luettelo kertoo, mitä puuttuu.', whatToDo: 'Korjaa, mitä puuttuu. Se jatkuu itse.' },
    running: { what: 'Kaikki ehdot täyttyvät. Lupaa uusitaan koko ajan.', usualCause: 'Palautus etenee niin kuin pitää.', whatToDo: 'Ei mitään. Pysäytys on yhden painalluksen päässä paluurajaan asti.' },
    ready: { what: 'Kone kuuluu, eikä siinä ole mitään.', usualCause: 'Työpiste on vapaa.', whatToDo: 'Aseta puhelin paikalleen, tai skannaa tapauksen koodi.' },
  },
  help: 'Ohje',
  explainTitle: (bench) => `Mitä se tarkoittaa: ${bench}`,
  what: 'Mitä tapahtui', usualCause: 'Tavallinen syy', whatToDo: 'Mitä teet nyt',
  zone: 'Miten pitkällä', causes: 'Miksi', missing: 'Mitä puuttuu', close: 'Sulje', more: 'Koko ohje',

  lead: 'Kaikki, mitä Holdfast voi sanoa, ja mitä silloin tehdään. Verkkoa ei tarvita.',
  find: 'Etsi ohjeesta',
  nothing: (text) => `Ohjeesta ei löydy: “${text}”.`,
  pages: 'Sivut', terms: 'Mitä työpiste voi sanoa',
  groups: { cause: 'Pysäytyksen syyt', zone: 'Vyöhykkeet', voice: 'Tilat', permissive: 'Luvan ehdot' },
  toHelp: 'Koko ohje',
  notThere: 'Sellaista ohjeen sivua ei ole.',
  topics: { 'start-here': 'Aloita tästä', stop: 'Pysäytys', alarms: 'Hälytykset ja ääni', board: 'Taulu', custody: 'Säilytysketju', 'life-of-a-case': 'Tapauksen kulku', 'when-nobody-does-it': 'Kun kukaan ei tee sitä' },

  keysTitle: 'Näppäimet',
  keysLead: 'Kirjaimet toimivat vain siellä, missä mitään ei kirjoiteta. Ne voi poistaa käytöstä asetuksissa.',
  keys: {
    '?': 'Tämä luettelo', '/': 'Haku', '1–9': 'Taululla: avaa työpiste', a: 'Taululla: kerro nähneesi pahimman hälytyksen',
    'Ctrl+Shift+E': 'Pysäytä nyt: tämän sivun työpiste tai se, joka on käynnissä. Jos niitä on useita, numero valitsee', Esc: 'Sulje avoin ikkuna',
  },
  letters: 'Yksittäiset kirjaimet näppäiminä', lettersOn: 'Päällä', lettersOff: 'Pois',
  lettersHint: 'Luettelo avautuu näppäimellä ?.',

  searchTitle: 'Haku', searchLabel: 'Tapaukset, työpisteet, sivut, ohje', searchHint: 'Tapauksen koodi, työpiste tai sana.',
  found: { case: 'Tapaus', bench: 'Työpiste', page: 'Sivu', help: 'Ohje' },
  noneFound: 'Mikään ei täsmää.', casesAway: 'Tapauksista ei voitu hakea.',

  firstTitle: 'Holdfast kolmessa minuutissa',
  step: (at, of) => `Vaihe ${at} / ${of}`,
  next: 'Seuraava', end: 'Lopeta esittely', finish: 'Valmis',
  steps: {
    tile: { title: 'Jokainen työpiste on yksi laatta', text: 'Harmaa on kunnossa. Väri tarkoittaa, että jotakuta tarvitaan; kiireellisin on ensimmäisenä.', go: '' },
    stop: { title: 'Pysäytys on yksi painallus', text: 'Iso painike on aina samassa paikassa. Mitään ei kysytä. Paluurajan jälkeen se selittää itsensä.', go: '' },
    sound: { title: 'Kuule hälytykset', text: 'Ota ääni käyttöön yläreunasta ja kokeile neljää ääntä. Aja testi työvuoron alussa.', go: 'Testaa ääni ja pysäytys' },
    levers: { title: 'Aiheuta pysäytys', text: 'Nämä koneet ovat virtuaalisia. Taivuta puhelinta palautuksen aikana ja katso kuitti.', go: 'Vivut' },
    help: { title: 'Ohje on yhden painalluksen päässä', text: 'Merkki ? selittää jokaisen tilan. Näppäin ? näyttää näppäimet, / hakee kaikesta.', go: 'Ohje' },
  },
};
