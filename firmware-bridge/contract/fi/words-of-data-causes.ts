/**
 * Finnish for the causes that protect data beyond the kind of the plan, and for the way between phone and rig. Like every
 * cause they say what happened and never that the restore was stopped.
 */
import { quantitiesFor } from '../quantities.ts';
import type { wordsOfDataCauses, wordsOfDeviceCauses } from '../words-of-data-causes.ts';

const { word, number } = quantitiesFor('fi');
const recoverFirst = 'Älä aloita tässä palautusta. Ensin pelastetaan tiedot: kysy päälliköltä.';

export const dataCausesFinnish: typeof wordsOfDataCauses = {
  downgrade: {
    title: 'Vanhempi järjestelmä, uudemmat tiedot',
    what: ({ from, to }) => {
      const [before, after] = [word(from), word(to)];
      return `Suunnitelma asentaa puhelimeen vanhemman järjestelmän ja aikoo säilyttää sen tiedot${before === null || after === null ? '' : `: ${before} – ${after}`}. Usein kaikki silloin katoaa.`;
    },
    usualCause: 'Valittiin vanhempi laiteohjelmistotiedosto, tai palautusohjelmalla ei ole muuta.',
    whatToDo: () => 'Älä aloita tässä palautusta. Valitse suunnitelma, jossa on sama tai uudempi versio; jos sellaista ei ole, kysy päälliköltä.',
  },
  'second-attempt': {
    title: 'Toinen yritys epäonnistuneen jälkeen',
    what: ({ failedAt }) => {
      const when = word(failedAt);
      return `Tämän puhelimen aiempi päivitys epäonnistui tai jäi kesken${when === null ? '' : ` (${when})`}. Uusi yritys voi tuhota sen, mitä jäi jäljelle.`;
    },
    usualCause: 'Vaurioitunut piirilevy tai muisti kaatoi ensimmäisen yrityksen, ja se on yhä vaurioitunut.',
    whatToDo: () => 'Älä yritä uudelleen millään työpisteellä. Kaksi ihmistä voi kuittauksella sallia vielä yhden yrityksen; kysy sitä ennen pelastuslaboratoriolta.',
  },
  'storage-errors': {
    title: 'Puhelimen muisti on pettämässä',
    what: () => 'Kone ilmoittaa puhelimen sisäisen muistin virheistä.',
    usualCause: 'Kulunut tai vaurioitunut muistipiiri, usein taipumisen, putoamisen tai veden jäljiltä.',
    whatToDo: () => 'Älä yritä uudelleen: jokainen yritys voi hävittää lisää. Ensin pelastetaan tiedot: kysy päälliköltä.',
  },
  'activation-lock': {
    title: 'Lukittu; lukituksen poistoa pyydetty',
    what: () => 'Tämän puhelimen aktivointilukitus on päällä, ja joku pyysi sen poistamista. Sen poistaminen hävittää tiedot lopullisesti.',
    usualCause: 'Omistaja ei pääse kirjautumaan, tai puhelin on tullut joltakulta toiselta.',
    whatToDo: () => `${recoverFirst} Lukituksen poisto tulee sen jälkeen, ostotodistusta vastaan.`,
  },
  'irreplaceable-erase': {
    title: 'Tyhjentäisi korvaamattomat tiedot',
    what: () => 'Tämän puhelimen tiedot on merkitty korvaamattomiksi, ja suunnitelma tyhjentäisi ne. Suostumus ja varmuuskopio eivät muuta sitä.',
    usualCause: 'Palautusohjelma valitsi tyhjentävän asennuksen eikä päivitystä.',
    whatToDo: () => recoverFirst,
  },
};

export const deviceCausesFinnish: typeof wordsOfDeviceCauses = {
  'usb-lost': {
    title: 'Puhelin putosi USB-väylältä',
    what: ({ why, drops }) => {
      const count = number(drops);
      if (why === 'late') return 'Puhelin poistui USB-väylältä vaihtaakseen tilaa eikä palannut ajoissa.';
      if (why === 'often' && count !== null) return `Puhelin putosi USB-väylältä liian usein: ${count} kertaa paikalleen asettamisen jälkeen.`;
      return 'Puhelin putosi USB-väylältä vaiheessa, jossa sen ei pitäisi.';
    },
    usualCause: 'Kulunut kaapeli, lika puhelimen liitännässä tai irronnut liitin koneessa.',
    whatToDo: () => 'Kun mikään palautus ei ole kesken, vaihda kaapeli ja puhdista puhelimen liitäntä ennen uutta palautusta.',
  },
  'hub-deep': {
    title: 'Liian monta USB-keskitintä välissä',
    what: ({ hubs }) => {
      const count = number(hubs);
      return count === null ? 'Puhelimen ja koneen välissä on liian monta USB-keskitintä.' : `USB-keskittimiä puhelimen ja koneen välissä: ${count}.`;
    },
    usualCause: 'Keskitin pöydällä tai telakka kaapelin ja koneen välissä.',
    whatToDo: () => 'Kun mikään palautus ei ole kesken, kytke puhelin suoraan koneeseen.',
  },
  'supply-dip': {
    title: 'Virransyöttö notkahti',
    what: () => 'Koneen virransyöttö notkahti lähellä paluurajaa.',
    usualCause: 'Heikko virtalähde tai suuri kuorma samassa pistorasiassa.',
    whatToDo: () => 'Tarkista koneen virransyöttö ja mitä muuta siihen on kytketty ennen seuraavaa palautusta.',
  },
};
