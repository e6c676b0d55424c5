/**
 * Finnish for the black box: how a stop of today stands to the recorded one, and what is wrong with a record. It never
 * says whose doing a fault is, nor that a stop was right.
 */
import type { ChainFault } from '../black-box-chain.ts';
import type { StopVerdict } from '../replay-report.ts';
import type { Titled } from '../words-shape.ts';

export const stopVerdictsFinnish: Readonly<Record<StopVerdict, Titled>> = {
  same: { title: 'Sama', what: 'Nykyiset säännöt pysäyttävät samalla hetkellä samasta syystä.' },
  earlier: { title: 'Aiemmin', what: 'Nykyiset säännöt pysäyttävät aiemmin.' },
  later: { title: 'Myöhemmin', what: 'Nykyiset säännöt pysäyttävät myöhemmin.' },
  'other-cause': { title: 'Toisin', what: 'Nykyiset säännöt pysäyttävät samalla hetkellä, mutta eri syystä, eri vyöhykkeellä tai eri tunnisteella.' },
  new: { title: 'Uusi', what: 'Nykyiset säännöt pysäyttävät palautuksen, jota silloin ei pysäytetty. Ihmisen on arvioitava, tarvittiinko sitä.' },
  gone: { title: 'Poissa', what: 'Nykyiset säännöt eivät tee tätä pysäytystä.' },
};

export const chainFaultsFinnish: Readonly<Record<ChainFault, Titled>> = {
  unreadable: { title: 'Ei luettavissa', what: 'Tallenteessa on tavuja, jotka eivät ole sen lohkoja.' },
  edited: { title: 'Muutettu', what: 'Lohkon merkinnät eivät ole ne, jotka kirjoitettiin.' },
  missing: { title: 'Merkintöjä puuttuu', what: 'Kahden lohkon väliset merkinnät puuttuvat.' },
  'out-of-order': { title: 'Ei järjestyksessä', what: 'Lohko esiintyy kahdesti tai sitä aiemman edellä.' },
  foreign: { title: 'Toisesta tallenteesta', what: 'Lohko ei ole edellisen jatkoa.' },
  cut: { title: 'Loppu katkaistu', what: 'Todisteiden mukaan tämän tallenteen lopun jälkeen on merkintöjä.' },
  rewritten: { title: 'Tehty uudelleen', what: 'Tallenne ei vastaa sitä, mitä todisteet siitä kertovat.' },
  gone: { title: 'Tallenne poissa', what: 'Todisteiden mukaan tällä työpisteellä on toinen tallenne, eikä se ole tässä.' },
};
