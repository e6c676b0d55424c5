/**
 * Finnish for the conditions of a permit. Their details may be missing; then a text says less, and never that a
 * condition holds. The details are those that the English table names.
 */
import { REMEASURE_STEPS, SENSOR_FAULTS, VERDICTS } from '../interlock.ts';
import type { Permissive } from '../interlock.ts';
import { quantitiesFor } from '../quantities.ts';
import { aside } from '../words-of-cause-numbers.ts';
import type { ConditionWords } from '../words-shape.ts';
import { remeasuringFinnish, sensorFaultsFinnish, verdictsFinnish } from './words-of-measuring.ts';

const { um, pct, duration, number, word } = quantitiesFor('fi');

export const permissivesFinnish: Readonly<Record<Permissive, ConditionWords>> = {
  'link-live': {
    whenOk: 'Kone vastaa',
    whenNotOk: () => 'Kone ei vastaa',
    whatToDo: () => 'Tarkista koneen virta ja sen kaapeli tähän PC:hen.',
  },
  'rig-accepted': {
    whenOk: 'Kone tunnetaan',
    whenNotOk: () => 'Konetta ei ole vielä hyväksytty',
    whatToDo: () => 'Odota hetki. Jos tilanne ei muutu, vertaa konetta asetuksissa olevaan.',
  },
  'device-steady': {
    whenOk: 'Sama puhelin alusta asti',
    whenNotOk: () => 'Puhelinta ei ole vielä tunnistettu',
    whatToDo: () => 'Aseta puhelin paikalleen ja odota, että kone on lukenut sen numerot kahdesti.',
  },
  'frame-measured': {
    whenOk: 'Runko mitattu ja riittävän suora',
    whenNotOk: ({ verdict, measured, times }) => {
      const [has, needs] = [number(measured), number(times)];
      const isNear = verdict === 'pass' || verdict === 'review';
      if (isNear && has !== null && needs !== null && has.length + needs.length <= 4) return `Runko mitattu ${has} / ${needs} kertaa`;
      if (verdict === 'review') return 'Runko on mitattava uudelleen';
      if (verdict === 'hold' || verdict === 'no-restore') return 'Runko on taipunut liikaa';
      return verdict === 'cannot-measure' ? 'Runkoa ei voi mitata' : 'Runkoa ei ole todettu suoraksi';
    },
    whatToDo: ({ verdict, metric, deviationUm, holdAtUm, fault, next, differUm }) => {
      const known = VERDICTS.find((code) => code === verdict && code !== 'pass');
      const [bent, holdAt, differ] = [um(deviationUm), um(holdAtUm), um(differUm)];
      const what = metric === 'twist' ? 'Vääntymä' : metric === 'plane' ? 'Tasaisuus' : 'Mitattu';
      const said = bent === null ? '' : `${what}: ${bent}${holdAt === null ? '' : `; kieltoraja on ${holdAt}`}. `;
      const step = REMEASURE_STEPS.find((code) => code === next && code !== 'done');
      const sensor = SENSOR_FAULTS.find((code) => code === fault);
      if (known === 'cannot-measure' && sensor !== undefined) return sensorFaultsFinnish[sensor].whatToDo;
      if (step !== undefined && (known === undefined || known === 'review')) {
        return `${said}${step === 'clean' && differ !== null ? `Kahden asennon ero on ${differ}. ` : ''}${remeasuringFinnish[step].whatToDo}`;
      }
      return `${said}${known === undefined ? 'Aseta puhelin tasaisesti kiinnittimeen ja anna sen olla paikallaan.' : verdictsFinnish[known].whatToDo}`;
    },
  },
  'plan-allowed': {
    whenOk: 'Suunnitelma on sallittu',
    whenNotOk: () => 'Suunnitelma ei ole sallittu tai tiedossa',
    whatToDo: () => 'Tiedot säilyttävä päivitys on sallittu. Tyhjennys vaatii kirjatun suostumuksen ja tarkistetun varmuuskopion.',
  },
  'power-fine': {
    whenOk: 'Akku ja virransyöttö kunnossa',
    whenNotOk: () => 'Akku tai virransyöttö liian heikko',
    whatToDo: ({ pct: level, neededPct }) => {
      const [has, needs] = [pct(level), pct(neededPct)];
      const now = has === null ? '' : `Akun varaus on ${has}${needs === null ? '' : `; palautus vaatii ${needs}`}. `;
      return `${now}Anna puhelimen latautua, jos se on viileä ja litteä, ja tarkista koneen virransyöttö.`;
    },
  },
  'not-held': {
    whenOk: 'Puhelimella ei ole palautuskieltoa',
    whenNotOk: () => 'Tällä puhelimella on palautuskielto',
    whatToDo: () => 'Älä aloita tässä palautusta. Kysy päälliköltä; tapaus kertoo, miksi.',
  },
  'holds-known': {
    whenOk: 'Palautuskiellot ovat tiedossa',
    whenNotOk: ({ why }) => (why === 'other-database' ? 'Tieto on peräisin toisesta tietokannasta' : why === 'older-version' ? 'Tieto on vanhempi kuin aiempi tieto' : 'Palautuskiellot eivät ole tiedossa'),
    whatToDo: ({ ageMs, why }) => {
      const age = duration(ageMs);
      if (why === 'other-database' || why === 'older-version') return 'Nimetyn henkilön on vahvistettava palvelimen tietokanta työpisteen PC:llä. “holdfast status” näyttää, miten.';
      return `${age === null ? '' : `Tiedon ikä on ${age}. `}Tarkista, että Holdfast-palvelin on käynnissä. Työpiste odottaa ja jatkaa itse.`;
    },
  },
  'device-alone': {
    whenOk: 'Puhelin on vain tällä työpisteellä',
    whenNotOk: () => 'Puhelin on myös toisella työpisteellä',
    whatToDo: ({ bench }) => `Katso toinen työpiste${aside(bench)} ja vertaa molempia puhelimia tarroihinsa.`,
  },
  'can-record': {
    whenOk: 'Tallennetta voi kirjoittaa',
    whenNotOk: () => 'Tallennetta ei voi kirjoittaa',
    whatToDo: () => 'Vapauta levytilaa tältä PC:ltä. Työpiste jatkaa itse.',
  },
  'usb-steady': {
    whenOk: 'Puhelin pysyy USB-väylällä',
    whenNotOk: ({ why }) => (why === 'late' ? 'Puhelin ei ole palannut USB-väylälle' : why === 'often' ? 'Puhelin putosi USB-väylältä liian usein' : 'Puhelin putosi USB-väylältä'),
    whatToDo: ({ why }) => (why === 'often' ? 'Vaihda kaapeli, puhdista puhelimen liitäntä ja aseta se uudelleen.' : 'Tarkista puhelimen kaapeli ja liitäntä. Työpiste jatkaa itse.'),
  },
  'hub-shallow': {
    whenOk: 'Ei USB-keskittimien ketjua',
    whenNotOk: () => 'Liian monta USB-keskitintä välissä',
    whatToDo: ({ hubs }) => {
      const count = number(hubs);
      return `${count === null ? '' : `Keskittimiä välissä: ${count}. `}Kytke puhelin suoraan koneeseen.`;
    },
  },
  'supply-steady': {
    whenOk: 'Virransyöttö on vakaa',
    whenNotOk: () => 'Virransyöttö notkahti juuri',
    whatToDo: () => 'Tarkista koneen virransyöttö. Työpiste odottaa muutaman sekunnin ja jatkaa itse.',
  },
  'in-service': {
    whenOk: 'Työpiste on käytössä',
    whenNotOk: () => 'Työpiste on pois käytöstä',
    whatToDo: ({ name, reason }) => {
      const [who, why] = [word(name), word(reason)];
      const by = who === null ? '' : `Käytöstä poisti ${who}${why === null ? '' : `: “${why}”`}. `;
      return `${by}Älä aloita tässä palautusta. Nimetty henkilö ottaa työpisteen takaisin käyttöön onnistuneen koepysäytyksen jälkeen.`;
    },
  },
};
