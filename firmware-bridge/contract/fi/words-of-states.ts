/**
 * Finnish for what a bench and its restore are in: modes, zones, phases, gates, plans, protection. A stopped look is
 * never promised here: a tripped bench may have been too late, and only its receipt knows.
 */
import type { ActorKind, Phase, Point, Zone } from '../interlock.ts';
import type { wordsOfGates, wordsOfModes, wordsOfPlans, wordsOfProtection } from '../words-of-states.ts';
import type { Titled } from '../words-shape.ts';

export const modesFinnish: typeof wordsOfModes = {
  offline: { title: 'Ei yhteyttä', what: 'Tähän koneeseen ei ole yhteyttä. Mikään ei suojaa tätä työpistettä. Älä aloita tässä palautusta.' },
  handshaking: { title: 'Yhdistetään', what: 'Holdfast ja kone tervehtivät toisiaan. Odota hetki.' },
  inhibited: { title: 'Odottaa', what: 'Mikään palautus ei saa vielä ohittaa porttiaan. Se jatkuu itse, kun kaikki ehdot täyttyvät.' },
  permitted: { title: 'Lupa annettu', what: 'Kaikki ehdot täyttyvät. Lupaa uusitaan koko ajan, ja se päättyy heti, kun yksikin ehto pettää.' },
  tripped: { title: 'Lauennut', what: 'Tämä työpiste on lukittu, kunnes ihminen kuittaa sen. Älä aloita tässä palautusta.' },
};

export const zonesFinnish: Readonly<Record<Zone, Titled>> = {
  safe: { title: 'Turvallista pysäyttää', what: 'Pysäytys ei maksa nyt mitään.' },
  critical: { title: 'Paluuraja on seuraavana', what: 'Pysäytys voi vielä ehtiä ajoissa, mutta aika on lyhyt.' },
  committed: { title: 'Liian myöhäistä pysäyttää turvallisesti', what: 'Keskeytys voi nyt jättää puhelimen, joka ei käynnisty. Älä irrota kaapelia äläkä katkaise virtaa.' },
};

export const phasesFinnish: Readonly<Record<Phase, string>> = {
  idle: 'ei kesken olevaa palautusta',
  prepare: 'valmistellaan',
  unpack: 'puretaan laiteohjelmistoa',
  verify: 'tarkistetaan laiteohjelmistoa',
  recovery: 'siirrytään palautustilaan',
  start: 'järjestelmän kirjoitus alkamassa',
  write: 'kirjoitetaan järjestelmää',
  'erase-next': 'tyhjennys alkamassa',
  erase: 'tyhjennetään',
  finish: 'viimeistellään',
  stopped: 'pysäytetty',
  unknown: 'tuntematon vaihe',
};

export const pointsFinnish: Readonly<Record<Point, Titled>> = {
  write: { title: 'Ensimmäinen kirjoitus järjestelmään', what: 'Tästä eteenpäin palautuksen on valmistuttava, ennen kuin puhelin voi käynnistyä.' },
  erase: { title: 'Ensimmäinen tietoja tuhoava vaihe', what: 'Tästä eteenpäin puhelimen tiedoista ei voi enää luvata mitään.' },
};

export const gatesFinnish: typeof wordsOfGates = {
  none: { title: 'Ei portilla', what: 'Palautus ei odota lupaa.' },
  write: { title: 'Odottaa ennen ensimmäistä kirjoitusta', what: 'Palautus odottaa lupaa kirjoittaa. Järjestelmästä ei ole vielä kirjoitettu mitään.' },
  erase: { title: 'Odottaa ennen tyhjennystä', what: 'Palautus odottaa lupaa tyhjentää. Tämä tyhjennys ei ole alkanut.' },
};

export const plansFinnish: typeof wordsOfPlans = {
  update: { title: 'Päivitys, aikoo säilyttää tiedot', what: 'Suunnitelman mukaan tiedot säilyvät. Epäonnistuva päivitys voi silti yrittää tyhjentää.' },
  erase: { title: 'Tyhjentää kaikki tiedot', what: 'Suunnitelma tyhjentää puhelimen. Se vaatii kirjatun suostumuksen ja tarkistetun varmuuskopion.' },
  unknown: { title: 'Tuntematon, käsitellään tyhjentävänä', what: 'Holdfast ei tunne tällaista suunnitelmaa, joten se varautuu pahimpaan.' },
};

export const protectionFinnish: typeof wordsOfProtection = {
  full: { title: 'Suojattu', what: 'Kone odottaa portillaan eikä etene, ellei Holdfast jatkuvasti anna lupaa.' },
  'stop-and-confirm': {
    title: 'Vain pysäytys ja vahvistus',
    what: 'Holdfast voi lähettää pysäytyksen ja odottaa sen vahvistusta. Se ei voi pidättää tätä konetta portilla.',
  },
  none: { title: 'Ei suojausta', what: 'Holdfast ei voi nyt pysäyttää palautusta tällä työpisteellä. Älä aloita sitä tässä.' },
};

export const actorKindsFinnish: Readonly<Record<ActorKind, string>> = {
  person: 'Kirjautunut henkilö',
  'unverified-name': 'Kirjoitettu nimi, ei varmistettu',
  bridge: 'Holdfast työpisteen PC:llä',
  rig: 'Kone',
  system: 'Holdfast',
};
