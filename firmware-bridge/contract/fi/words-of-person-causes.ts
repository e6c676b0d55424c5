/**
 * Finnish for the causes that endanger people. Each asks for the E-stop and for distance; none may ask anybody to touch the
 * phone, to keep a cable in, or to think of the data first.
 */
import { quantitiesFor } from '../quantities.ts';
import type { wordsOfPersonCauses } from '../words-of-person-causes.ts';

const { celsius, newton, duration } = quantitiesFor('fi');

const stepBack = 'Paina hätäseis-painiketta ja siirry kauemmas. Pidä muut loitolla ja sammutuspeite tai hiekkalaatikko valmiina.';
const battery = 'Vaurioitunut tai vanheneva akku, usein taipumisen tai putoamisen jäljiltä.';

export const personCausesFinnish: typeof wordsOfPersonCauses = {
  'device-hot': {
    title: 'Puhelin on liian kuuma',
    what: ({ deviceDc, limitDc }) => {
      const [now, limit] = [celsius(deviceDc), celsius(limitDc)];
      if (now === null) return 'Koneessa oleva puhelin on vaarallisen kuuma.';
      return `Koneessa olevan puhelimen lämpötila on ${now}.${limit === null ? '' : ` Raja on ${limit}.`}`;
    },
    usualCause: battery,
    whatToDo: () => `${stepBack} Kun se on jäähtynyt, kysy päälliköltä.`,
  },
  'device-heating': {
    title: 'Puhelin kuumenee nopeasti',
    what: ({ riseDc, withinMs, deviceDc }) => {
      const [rise, within, now] = [celsius(riseDc), duration(withinMs), celsius(deviceDc)];
      const how = rise === null ? 'Koneessa oleva puhelin kuumenee nopeasti.' : `Koneessa oleva puhelin lämpeni ${rise}${within === null ? '' : ` ajassa ${within}`}.`;
      return `${how}${now === null ? '' : ` Lämpötila on nyt ${now}.`}`;
    },
    usualCause: battery,
    whatToDo: () => `${stepBack} Itsestään kuumeneva akku voi syttyä sekunneissa.`,
  },
  'device-swelling': {
    title: 'Puhelin turpoaa',
    what: () => 'Kone ilmoittaa, että puhelin turpoaa.',
    usualCause: 'Kaasua vaurioituneessa akussa.',
    whatToDo: () => `${stepBack} Älä paina, taivuta tai lataa sitä. Sen paikka on paloturvallinen.`,
  },
  'smoke-button': {
    title: 'Savusta ilmoitettu',
    what: () => 'Koneen savupainiketta painettiin tai savuanturi laukesi.',
    usualCause: 'Palava akku tai jokin muu, mikä palaa työpisteellä.',
    whatToDo: () => `${stepBack} Jos savu lisääntyy, poistu huoneesta ja soita palokunta.`,
  },
  'probe-force': {
    title: 'Mittapäät painavat liikaa',
    what: ({ forceCn, limitCn }) => {
      const [now, limit] = [newton(forceCn), newton(limitCn)];
      if (now === null) return 'Koneen mittapuristin painaa liikaa.';
      return `Koneen mittapuristimen voima on ${now}.${limit === null ? '' : ` Raja on ${limit}.`}`;
    },
    usualCause: 'Jumittunut tai väärin säädetty puristin, tai turvonnut puhelin sen alla.',
    whatToDo: () => `${stepBack} Puristettu akku voi syttyä. Tarkistuta puristin, ennen kuin konetta taas käytetään.`,
  },
};
