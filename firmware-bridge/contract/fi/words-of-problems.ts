/**
 * Finnish for what leaves a bench unprotected or makes it wait. It never says that a bench is fine, and it names the
 * exact port, group or program where the bridge knows it.
 */
import type { ProblemCode } from '../bench-status.ts';
import { quantitiesFor } from '../quantities.ts';
import { aside } from '../words-of-cause-numbers.ts';
import type { Guidance } from '../words-shape.ts';

const { number, word } = quantitiesFor('fi');

export const problemsFinnish: Readonly<Record<ProblemCode, Guidance>> = {
  'port-missing': {
    title: 'Porttia ei löydy',
    what: ({ path }) => `Tässä PC:ssä ei ole porttia${aside(path)}.`,
    usualCause: 'Koneen kaapeli ei ole kytkettynä, tai koneessa ei ole virtaa.',
    whatToDo: () => 'Kytke kone ja käynnistä se. Holdfast yhdistää itse.',
  },
  'port-taken': {
    title: 'Portti on käytössä',
    what: ({ path, holder }) => `Porttia${aside(path)} käyttää ${word(holder) ?? 'toinen ohjelma'}.`,
    usualCause: 'Tällä PC:llä on käynnissä sarjapääte, modeemipalvelu tai toinen Holdfast.',
    whatToDo: ({ holder }) => {
      const program = word(holder);
      return `Sulje ${program === null ? 'toinen ohjelma' : `ohjelma ${program}`}. Holdfast yhdistää itse.`;
    },
  },
  'port-denied': {
    title: 'Ei oikeutta käyttää porttia',
    what: ({ path }) => `Tämä käyttäjä ei saa avata porttia${aside(path)}.`,
    usualCause: 'Holdfastia ajava käyttäjä ei kuulu ryhmään, joka omistaa sarjaportit.',
    whatToDo: ({ group }) => {
      const owner = word(group);
      return `Lisää tämä käyttäjä ${owner === null ? 'ryhmään, joka omistaa portin' : `ryhmään “${owner}”`}, kirjaudu uudelleen sisään ja käynnistä Holdfast.`;
    },
  },
  'port-lost': {
    title: 'Yhteys koneeseen katkesi',
    what: ({ path }) => `Koneen portti${aside(path)} katosi.`,
    usualCause: 'Irronnut USB-liitin, nollautunut USB-keskitin tai kone, joka menetti virran.',
    whatToDo: () => 'Kytke koneen kaapeli takaisin tähän PC:hen. Holdfast yhdistää itse.',
  },
  'port-failed': {
    title: 'Portti ei avaudu',
    what: ({ path, why }) => `Porttia${aside(path)} ei voitu avata.${word(why) === null ? '' : ` Järjestelmä ilmoittaa: “${word(why) ?? ''}”.`}`,
    usualCause: 'Viallinen sovitin tai sen ajuri.',
    whatToDo: () => 'Kytke sovitin tämän PC:n toiseen liitäntään. Jos se ei auta, kokeile toista sovitinta.',
  },
  'rig-silent': {
    title: 'Kone ei vastaa',
    what: () => 'Portti on auki, mutta koneelta ei tule mitään.',
    usualCause: 'Kone on sammutettu, vielä käynnistymässä tai toisessa portissa.',
    whatToDo: () => 'Käynnistä kone ja tarkista, että sen kaapeli on tässä portissa.',
  },
  'rig-not-understood': {
    title: 'Konetta ei ymmärretä',
    what: ({ baud }) => `Tavuja tulee, mutta niistä ei muodostu yhtään kelvollista riviä.${number(baud) === null ? '' : ` Portin nopeus on ${number(baud) ?? ''} baudia.`}`,
    usualCause: 'Väärä portin nopeus tai kone, joka puhuu toista murretta.',
    whatToDo: () => 'Vertaa asetusten nopeutta ja murretta koneen papereihin.',
  },
  'corrupt-frames': {
    title: 'Vioittuneita rivejä koneelta',
    what: ({ count }) => {
      const damaged = number(count);
      return damaged === null || count === 1 ? 'Koneelta tulee vioittuneita rivejä.' : `Koneen viimeisimmistä riveistä vioittuneita: ${damaged}.`;
    },
    usualCause: 'Kulunut kaapeli, USB-keskitin, tai moottori tai laturi lähellä kaapelia.',
    whatToDo: () => 'Kun mikään palautus ei ole kesken, vaihda kaapeli koneen ja PC:n välistä ja jätä keskittimet pois.',
  },
  'protocol-newer': {
    title: 'Kone puhuu uudempaa protokollaa',
    what: ({ proto }) => `Kone puhuu protokollan versiota${aside(proto)}, jota tämä Holdfast ei tunne.`,
    usualCause: 'Koneen laiteohjelmisto päivitettiin ennen Holdfastia.',
    whatToDo: () => 'Päivitä Holdfast tällä PC:llä. Älä sitä ennen aloita tässä palautusta.',
  },
  'rig-identity-clash': {
    title: 'Kaksi konetta, sama numero',
    what: ({ found }) => `Kaksi porttia ilmoittaa koneen, jolla on sama sarjanumero${aside(found)}.`,
    usualCause: 'Sama kone on asetuksissa kahdesti, tai sarjanumero on kopioitu.',
    whatToDo: () => 'Irrota toinen niistä, kun mikään palautus ei ole kesken, ja korjaa asetukset.',
  },
  'rig-unexpected': {
    title: 'Eri kone kuin odotettiin',
    what: ({ expected, found }) => {
      const [wanted, seen] = [word(expected), word(found)];
      const is = seen === null ? 'Tässä portissa vastaa toinen kone.' : `Tämän portin kone on ${seen}.`;
      return wanted === null ? is : `${is} Asetusten mukaan sen pitäisi olla ${wanted}.`;
    },
    usualCause: 'Kaapelit vaihtuivat keskenään, tai kone korvattiin toisella.',
    whatToDo: () => 'Vaihda kaapelit takaisin tai kirjaa uusi kone asetuksiin.',
  },
  'virtual-mismatch': {
    title: 'Virtuaalinen ja oikea sekaisin',
    what: () => 'Virtuaalinen kone ja oikeat tallenteet, tai oikea kone ja virtuaaliset tallenteet, eivät saa joutua yhteen.',
    usualCause: 'Holdfast käynnistettiin esittelyn tilakansiolla, tai päinvastoin.',
    whatToDo: () => 'Käynnistä Holdfast toisella tilakansiolla: yksi oikeille koneille, toinen virtuaalisille.',
  },
  'rig-deaf': {
    title: 'Kone ei kuule Holdfastia',
    what: () => 'Koneelta tulee rivejä, mutta se ei vastaa yhteenkään meidän riviimme. Pysäytys ei ehkä tavoita sitä.',
    usualCause: 'Toiseen suuntaan katkennut johdin tai kaapeli, joka vain vastaanottaa.',
    whatToDo: () => 'Älä aloita tässä palautusta. Vaihda kaapeli koneen ja PC:n välistä.',
  },
  'port-slow': {
    title: 'Portti on liian hidas',
    what: ({ baud }) => {
      const speed = number(baud);
      return `Portti ${speed === null ? 'on liian hidas' : `toimii nopeudella ${speed} baudia, liian hitaasti`} täyteen suojaukseen.`;
    },
    usualCause: 'Asetuksissa tai koneessa on nopeus alle 57 600 baudia.',
    whatToDo: () => 'Aseta koneen ja asetusten nopeudeksi 115 200 baudia.',
  },
  'recorder-lost': {
    title: 'Tallennin ei ole käynnissä',
    what: () => 'Holdfastin osa, joka kirjoittaa tallennetta, on päättynyt. Holdfast käynnistää sen itse uudelleen.',
    usualCause: 'Täysi levy tai liian vähän muistia tällä PC:llä.',
    whatToDo: () => 'Odota hetki. Jos tilanne jatkuu, tarkista tämän PC:n levy ja muisti ja käynnistä Holdfast uudelleen, kun mikään palautus ei ole kesken.',
  },
  'disk-full': {
    title: 'Levy on täynnä',
    what: () => 'Tällä PC:llä ei voi enää kirjata mitään, joten uusille palautuksille ei anneta lupaa.',
    usualCause: 'Muut tiedostot ovat täyttäneet tämän PC:n levyn.',
    whatToDo: () => 'Vapauta levytilaa tältä PC:ltä. Työpiste jatkaa itse.',
  },
  'black-box-stopped': {
    title: 'Musta laatikko on pysähdyksissä',
    what: ({ why }) => `Jokaisen tavun tallennetta ei nyt kirjoiteta. Se ei vaikuta pysäytyksiin eikä todisteisiin.${word(why) === null ? '' : ` Järjestelmä ilmoittaa: “${word(why) ?? ''}”.`}`,
    usualCause: 'Liian vähän vapaata tilaa tämän PC:n levyllä.',
    whatToDo: () => 'Vapauta levytilaa tältä PC:ltä. Tallenne jatkuu itse ja kertoo, mitä siitä puuttuu.',
  },
  'wire-lost': {
    title: 'Toinen pysäytystapa puuttuu',
    what: ({ by, path }) => `${by === 'relay' ? 'Rele' : 'Koneen toinen portti'}${aside(path)} ei ole paikalla. Koneen linja pysäyttää edelleen.`,
    usualCause: 'Sen liitin irtosi, tai toinen ohjelma käyttää sen porttia.',
    whatToDo: () => 'Kun mikään palautus ei ole kesken, kytke sen liitin takaisin. Holdfast yhdistää itse.',
  },
  'database-unconfirmed': {
    title: 'Palvelimeen ei luoteta',
    what: ({ why, database }) => {
      const is = why === 'older-version' ? 'Palvelimen tietokanta on vanhempi kuin se, mitä se aiemmin ilmoitti' : 'Palvelimella on eri tietokanta kuin ennen';
      return `${is}${aside(database)}. Siihen ei luoteta, tunnetut palautuskiellot pysyvät, eikä uusia lupia anneta, kun ne ovat minuutin vanhoja.`;
    },
    usualCause: 'Palvelimen tietokanta katosi tai otettiin kopiosta, tai tämä PC on yhteydessä toiseen palvelimeen.',
    whatToDo: ({ database }) => `Jos tämä palvelin on oikea, kirjoita työpisteen PC:llä: holdfast confirm-database ${word(database) ?? 'ID'} --name "nimi" --reason "syy". Jos ei ole, sulje se.`,
  },
};
