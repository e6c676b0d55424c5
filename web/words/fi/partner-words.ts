/** Finnish for the directory of partners. */
import type { partnerEnglish } from '../partner-words.ts';
import type { Said } from '../../../server/contract/languages.ts';

export const partnerFinnish: Said<typeof partnerEnglish> = {
  title: 'Kumppanit',
  add: 'Lisää kumppani…',
  none: 'Ei vielä kumppaneita. Kirjoita laatikon kortit tähän, jotta se, joka tänä iltana on töissä, löytää ne.',
  out: 'ei enää käytössä',
  handoffs: (count) => (count === 0 ? 'sinne ei ole vielä viety mitään' : count === 1 ? 'sinne vietiin 1 laite' : `sinne vietiin ${count} laitetta`),
  hours: 'Avoinna',
  change: 'Muuta…',
  takeOut: 'Poista käytöstä…',
  takeBack: 'Ota käyttöön…',
  takeOutHeading: (name) => `Poista käytöstä: ${name}`,
  takeOutText: 'Sinne ei viedä enää mitään uutta. Mikä on siellä kesken, jatkuu.',
  takeOutVerb: 'Poista käytöstä',
  takeBackHeading: (name) => `Ota taas käyttöön: ${name}`,
  takeBackText: 'Sen voi taas valita luovutukseen.',
  takeBackVerb: 'Ota käyttöön',
  addHeading: 'Lisää kumppani',
  addVerb: 'Lisää',
  changeHeading: (name) => `Muuta: ${name}`,
  changeVerb: 'Tallenna',
  name: 'Yrityksen nimi',
  capabilities: 'Mitä se tekee',
  contactPerson: 'Ketä kysyä',
  phone: 'Puhelin',
  mail: 'Sähköposti',
  address: 'Osoite',
  words: 'Hinnat, miten pakataan',
};
