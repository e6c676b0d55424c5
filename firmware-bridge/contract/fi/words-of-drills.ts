/**
 * Finnish for drills and for a bench out of service. A drill is never said to prove more than link and firmware, and
 * what withholds nothing is not said to withhold.
 */
import type { DrillBlock, DrillState, DrillWhy, ReturnBlock } from '../drill.ts';
import type { Advice, Finding } from '../words-shape.ts';
import { orderRefusalsFinnish } from './words-of-orders.ts';

const tryTwice = 'Tee koepysäytys uudelleen. Jos se epäonnistuu kahdesti, poista työpiste käytöstä ja tarkistuta kone ja kaapeli.';
const nothingToDo = 'Koneessa ei ole vikaa. Koepysäytys tehdään itsestään uudelleen, kun työpiste on tyhjä.';
const notCounted = 'Tätä koepysäytystä ei lasketa.';

export const drillStatesFinnish: Readonly<Record<DrillState, Finding>> = {
  passed: {
    title: 'Koepysäytys onnistui',
    what: 'Kone vastasi koepysäytyksen pysäytystavuun ajoissa. Se todistaa linjan ja sen laiteohjelmiston, ei itse katkaisua.',
    whatToDo: 'Mitään ei tarvitse tehdä. Työpiste tekee koepysäytykset itse, kun se on tyhjä.',
  },
  never: {
    title: 'Koepysäytystä ei ole vielä tehty',
    what: 'Yksikään koepysäytys ei ole vielä onnistunut tällä työpisteellä, joten kukaan ei ole mitannut, miten nopeasti se pysähtyy.',
    whatToDo: 'Työpiste tekee koepysäytykset itse, kun se on tyhjä. Jos ei voi odottaa, sen voi tehdä nyt.',
  },
  overdue: {
    title: 'Koepysäytys myöhässä',
    what: 'Viimeisestä onnistuneesta koepysäytyksestä on liian kauan. Suojaus toimii kuten ennenkin.',
    whatToDo: 'Työpiste tekee koepysäytykset itse, kun se on tyhjä. Jos ei voi odottaa, sen voi tehdä nyt.',
  },
  failed: {
    title: 'Viimeisin koepysäytys epäonnistui',
    what: 'Viimeisin koepysäytys ei onnistunut. Suojaus toimii kuten ennenkin, mutta sen pysäytystä ei ole todistettu tällä työpisteellä.',
    whatToDo: tryTwice,
  },
};

export const drillWhysFinnish: Readonly<Record<DrillWhy, Finding>> = {
  'no-answer': { title: 'Pysäytystavuun ei vastattu', what: 'Kone ei vastannut koepysäytyksen pysäytystavuun.', whatToDo: tryTwice },
  late: { title: 'Vastaus tuli liian myöhään', what: 'Kone vastasi pysäytystavuun, mutta pysäytyksen määräajan jälkeen.', whatToDo: tryTwice },
  'not-armed': { title: 'Kone ei viritynyt ajoissa', what: 'Kone ei vahvistanut koepysäytystä ajoissa, joten pysäytystavua ei lähetetty.', whatToDo: tryTwice },
  refused: { title: 'Kone kieltäytyi koepysäytyksestä', what: 'Kone kieltäytyi koepysäytyksestä, joten pysäytystavua ei lähetetty.', whatToDo: 'Katso konetta: jokin siinä on varattu tai lukittunut.' },
  'foreign-answer': {
    title: 'Vastaus toiseen koepysäytykseen', what: 'Kone vastasi koepysäytykseen, mutta ei tähän, tai ennen kuin sen pysäytystavu lähetettiin.', whatToDo: tryTwice,
  },
  'not-written': { title: 'Pysäytystavua ei kirjoitettu', what: 'Tämän PC:n portti ei ottanut pysäytystavua vastaan ajoissa.', whatToDo: 'Tarkista kaapeli ja portti ja tee koepysäytys uudelleen.' },
  'became-stop': {
    title: 'Koepysäytyksestä tuli oikea pysäytys',
    what: 'Kone piti koepysäytyksen pysäytystavua oikeana pysäytyksenä ja lukittui.',
    whatToDo: 'Kuittaa työpiste. Jos tämä toistuu tyhjällä työpisteellä, tämä kone ei tunne koepysäytyksiä: tarkistuta sen laiteohjelmisto.',
  },
  'lines-lost': { title: 'Rivejä katosi koepysäytyksessä', what: 'Koneen rivejä katosi sen virittyessä, joten pysäytystavua ei lähetetty.', whatToDo: tryTwice },
  'link-lost': { title: 'Yhteys katkesi', what: `Yhteys koneeseen katkesi koepysäytyksen aikana. ${notCounted}`, whatToDo: 'Tarkista koneen kaapeli ja virta.' },
  'device-seated': { title: 'Puhelin asetettiin paikalleen', what: `Puhelin asetettiin paikalleen koepysäytyksen aikana. ${notCounted}`, whatToDo: nothingToDo },
  'restore-opened': { title: 'Palautus avattiin', what: `Palautus avattiin koepysäytyksen aikana. ${notCounted}`, whatToDo: nothingToDo },
  tripped: { title: 'Oikea pysäytys tuli ensin', what: `Jokin oikea syy pysäytti työpisteen koepysäytyksen aikana. ${notCounted}`, whatToDo: 'Lue ensin pysäytyksen syy.' },
};

export const drillBlocksFinnish: Readonly<Record<DrillBlock, Advice>> = {
  'drill-running': orderRefusalsFinnish['drill-running'],
  'rig-not-live': orderRefusalsFinnish['rig-not-live'],
  'bench-tripped': orderRefusalsFinnish['bench-tripped'],
  'restore-open': orderRefusalsFinnish['restore-open'],
  'device-seated': orderRefusalsFinnish['device-seated'],
  'estop-held': orderRefusalsFinnish['estop-held'],
};

export const returnBlocksFinnish: Readonly<Record<ReturnBlock, Advice>> = {
  'not-out-of-service': orderRefusalsFinnish['not-out-of-service'],
  'drill-needed': orderRefusalsFinnish['drill-needed'],
};
