/**
 * Finnish for the chassis measurement: judgements and sensor faults. "Cannot measure" must never read like "fine".
 */
import type { Metric, RemeasureStep, SensorFault, Verdict } from '../interlock.ts';
import type { Advice, Finding, Titled } from '../words-shape.ts';

export const verdictsFinnish: Readonly<Record<Verdict, Finding>> = {
  pass: {
    title: 'Riittävän suora',
    what: 'Runko on mitattu ja alittaa kaikki rajat.',
    whatToDo: 'Tässä ei ole mitään tehtävää.',
  },
  review: {
    title: 'Mittaa uudelleen',
    what: 'Runko on lähellä rajaa. Yksi mittaus ei riitä päätökseen.',
    whatToDo: 'Kun mikään palautus ei ole kesken, puhdista reunat ja mittaa kolme kertaa, kerran niin että puhelin on käännetty 180°.',
  },
  hold: {
    title: 'Taipunut: kysy päälliköltä',
    what: 'Runko on kieltorajalla tai sen yli. Palautus voi epäonnistua kesken ja viedä tiedot.',
    whatToDo: 'Älä aloita tässä palautusta. Pyydä päälliköltä palautuskieltoa puhelimelle.',
  },
  'no-restore': {
    title: 'Taipunut: tietojen pelastus ensin',
    what: 'Runko on taipunut niin paljon, ettei mitään palautusta pidä yrittää.',
    whatToDo: 'Älä aloita palautusta missään. Tarjoa ensin tietojen pelastuslaboratoriota.',
  },
  'cannot-measure': {
    title: 'Ei voi mitata',
    what: 'Rungosta ei ole kelvollista mittausta. Se ei tarkoita, että runko olisi suora.',
    whatToDo: 'Älä aloita tässä palautusta. Aseta puhelin uudelleen tai mittaa se toisella työpisteellä.',
  },
};

export const sensorFaultsFinnish: Readonly<Record<SensorFault, Finding>> = {
  'no-sample': {
    title: 'Ei vielä lukemaa',
    what: 'Mittapäät eivät ole lähettäneet lukemaa sen jälkeen, kun puhelin asetettiin.',
    whatToDo: 'Odota hetki. Jos mitään ei tule, tarkista mittapäiden kaapeli.',
  },
  stale: {
    title: 'Lukema liian vanha',
    what: 'Mittapäiden viimeisin lukema on liian vanha päätöksen pohjaksi.',
    whatToDo: 'Tarkista mittapäiden kaapeli ja odota uutta lukemaa.',
  },
  'too-few-probes': {
    title: 'Liian vähän mittapäitä',
    what: 'Alle kolme mittapäätä pitkällä reunalla ei voi paljastaa taipumaa.',
    whatToDo: 'Mittaa tämä puhelin kiinnittimessä, jossa on vähintään kolme mittapäätä kummallakin pitkällä reunalla.',
  },
  'missing-probe': {
    title: 'Mittapää puuttuu',
    what: 'Vähintään yksi mittapää ei anna arvoa.',
    whatToDo: 'Tarkista, että jokainen mittapää koskettaa reunaa ja että sen liitin on kiinni.',
  },
  'rail-value': {
    title: 'Mittapää on ääriasennossa',
    what: 'Vähintään yksi mittapää antaa arvon, jonka antaa vain viallinen tai yli ajettu mittapää.',
    whatToDo: 'Tarkista, että puhelin on tasaisesti kiinnittimessä. Jos on, vaihdata mittapää.',
  },
  'impossible-rate': {
    title: 'Lukema hyppäsi',
    what: 'Lukema muuttui nopeammin kuin runko voi liikkua.',
    whatToDo: 'Anna puhelimen olla paikallaan ja odota uutta lukemaa. Jos se hyppää taas, tarkista mittapään liitin.',
  },
  stuck: {
    title: 'Mittapää on jumissa',
    what: 'Mittapää toistaa täsmälleen samaa arvoa, mitä toimiva mittapää ei tee.',
    whatToDo: 'Vapauta mittakärki ja mittaa uudelleen. Jos se jää jumiin, vaihdata mittapää.',
  },
  'fixture-changed': {
    title: 'Kiinnitin vaihtui',
    what: 'Nyt ilmoittaa toinen kiinnitin kuin mittauksen alkaessa.',
    whatToDo: 'Aseta puhelin uudelleen yhteen kiinnittimeen ja mittaa alusta.',
  },
  'fixture-moved-with-temperature': {
    title: 'Kiinnitin on nollattava uudelleen',
    what: 'Kiinnitin on lämpimämpi tai kylmempi kuin nollattaessa, joten sen lukemat voivat poiketa.',
    whatToDo: 'Ota puhelin pois, kun mikään palautus ei ole kesken, nollaa kiinnitin ja mittaa uudelleen.',
  },
  'fixture-unknown': {
    title: 'Kiinnitin ei ole tiedossa',
    what: 'Kone ei ole ilmoittanut, mikä kiinnitin pitää puhelinta, joten sen tarkkuutta ei tiedetä.',
    whatToDo: 'Odota, että kone ilmoittaa kiinnittimensä. Jos se ei ilmoita, mittaa toisella työpisteellä.',
  },
  'missing-row': {
    title: 'Keskirivi puuttuu',
    what: 'Kiinnittimessä on mittapäiden keskirivi, mutta siltä ei tullut lukemaa.',
    whatToDo: 'Tarkista keskirivin liitin. Ilman sitä kukaan ei voi sanoa rungon olevan tasainen.',
  },
  gap: {
    title: 'Lukemia katosi',
    what: 'Koneen ja tämän PC:n väliltä katosi rivejä, ja niiden mukana mittapäiden lukemia.',
    whatToDo: 'Tarkista kaapeli koneen ja PC:n välissä ja odota uutta lukemaa.',
  },
  'zero-off': {
    title: 'Nollan tarkistus epäonnistui',
    what: 'Kiinnitin luki vertailutasoltaan enemmän kuin saa. Sen lukema puhelimesta voi poiketa yhtä paljon.',
    whatToDo: 'Kun mikään palautus ei ole kesken, ota puhelin pois, puhdista mittakärjet ja tee nollan tarkistus uudelleen vertailutasolla.',
  },
  'zero-old': {
    title: 'Nollan tarkistus on liian vanha',
    what: 'Tämän kiinnittimen nolla tarkistettiin viimeksi liian kauan sitten.',
    whatToDo: 'Kun mikään palautus ei ole kesken, ota puhelin pois ja tee nollan tarkistus vertailutasolla ennen mittausta.',
  },
};

export const metricsFinnish: Readonly<Record<Metric, Titled>> = {
  edge: { title: 'Reunat', what: 'Paljonko kumpikin pitkä reuna poikkeaa suorasta, alimmasta mittapäästä ylimpään.' },
  plane: { title: 'Tasaisuus', what: 'Paljonko kaikki mittapäärivit poikkeavat tasosta, alimmasta ylimpään.' },
  twist: { title: 'Vääntymä', what: 'Paljonko yksi kulma on kolmen muun tason yläpuolella.' },
};

/** What comes next when one measurement is not enough. */
export const remeasuringFinnish: Readonly<Record<RemeasureStep, Advice>> = {
  wait: { title: 'Mitataan', whatToDo: 'Anna puhelimen olla paikallaan, kunnes se on mitattu.' },
  again: { title: 'Ota pois ja aseta uudelleen', whatToDo: 'Ota puhelin pois, puhdista sen reunat ja aseta se uudelleen.' },
  turn: { title: 'Käännä 180°', whatToDo: 'Ota puhelin pois, käännä sitä 180° niin että yläpää tulee alapään paikalle, ja aseta se uudelleen.' },
  clean: {
    title: 'Kaksi asentoa eivät täsmää',
    whatToDo: 'Puhelin antaa 180° käännettynä eri tuloksen, joten syynä on lika tai kiinnitin. Puhdista molemmat, ota puhelin pois ja aseta se uudelleen.',
  },
  seat: { title: 'Aseta puhelin uudelleen', whatToDo: 'Aseta sama puhelin uudelleen, jotta mittausta voi jatkaa.' },
  done: { title: 'Mitattu riittävän monta kertaa', whatToDo: 'Enempää ei tarvitse mitata: kaikki mittaukset alittavat kieltorajan ja täsmäävät.' },
};
