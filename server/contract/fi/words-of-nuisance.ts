/**
 * Finnish for judged stops and the rate of false ones. A rate never stands without what it is a rate of, and a small count
 * never looks more certain than it is.
 */
import type { NuisanceTally } from '../judgement.ts';
import type { NuisanceWords } from '../words-of-nuisance.ts';

const number = new Intl.NumberFormat('fi', { maximumSignificantDigits: 2 });
const percent = (share: number): string => `${number.format(share * 100)} %`;
const range = ({ low, high }: NonNullable<NuisanceTally['falseRate']>): string => `${percent(low)} – ${percent(high)}`;
const some = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`);

export const nuisanceFinnish: NuisanceWords = {
  verdicts: {
    true: { title: 'Aiheellinen', what: 'Syy oli olemassa: jatkaminen olisi ollut riski.' },
    false: { title: 'Väärä hälytys', what: 'Mitään vikaa ei ollut. Pysäytys vei vain aikaa.' },
    unclear: { title: 'Epäselvä', what: 'Se katsottiin, eikä kukaan osaa sanoa.' },
  },
  columns: { rule: 'Ensimmäinen syy', stops: 'Pysäytyksiä', true: 'Aiheell.', false: 'Vääriä', unclear: 'Epäselviä', notJudged: 'Arvioimatta', rate: 'Väärien osuus', budget: 'Sallittu' },
  notJudged: 'Ei vielä arvioitu',
  summary({ days, rules }) {
    const start = `Väärät pysäytykset, ${days === 1 ? 'viimeinen päivä' : `viimeiset ${days} päivää`}:`;
    if (rules.stops === 0) return `${start} ei sääntöjen pysäytyksiä`;
    if (rules.falseRate === null) return `${start} ei tiedossa; sääntöjen pysäytyksiä ${rules.stops}, yhtäkään ei ole arvioitu aiheelliseksi tai vääräksi`;
    return `${start} ${rules.false} / ${rules.falseRate.of} arvioidusta (${range(rules.falseRate)})`;
  },
  waiting(notJudged, byPerson = 0) {
    if (notJudged === 0) return '';
    const asked = byPerson === 0 ? '' : byPerson === notJudged ? ', ihmisen pyytämiä' : `, niistä ihmisen pyytämiä ${byPerson}`;
    return `${some(notJudged, 'pysäytys arvioimatta', 'pysäytystä arvioimatta')}${asked}`;
  },
  overBudget: (rules) => (rules === 0 ? '' : some(rules, 'sääntö yli sallitun', 'sääntöä yli sallitun')),
  rate: ({ falseRate, false: wrong }) => (falseRate === null ? 'ei tiedossa' : `${wrong} / ${falseRate.of}: ${percent(falseRate.share)} (${range(falseRate)})`),
  budget: ({ budget, false: wrong }) => (budget === null ? 'ei rajaa' : `${budget.isOver ? 'Yli' : 'Rajoissa'}: ${wrong}, sallittu ${budget.falseAllowed}`),
  policy: ({ days, restores, policy }) =>
    `Säännölle sallittu: ${some(policy.falsePer100Restores, 'väärä pysäytys', 'väärää pysäytystä')} 100 palautusta kohti, ja ${policy.falseAlwaysAllowed} joka tapauksessa; `
    + `${some(restores, 'palautus aloitettu', 'palautusta aloitettu')}, aikaa ${some(days, 'päivä', 'päivää')}. Tämä on oma linjaus, ei standardi. Se näytetään, eikä se päätä mitään.`,
  rateOf: 'Osuuteen lasketaan aiheellisiksi tai vääriksi arvioidut pysäytykset; epäselvät ja arvioimattomat jätetään pois. Suluissa: missä todellinen osuus on 95 %:n luottamuksella (Wilson).',
  byPerson: 'Ihmisen pyytämät pysäytykset eivät ole säännön vääriä pysäytyksiä. Niille ei ole rajaa, eivätkä ne ole summassa.',
  allRules: 'Kaikki säännöt yhteensä',
  nothingYet: 'Ei pysäytyksiä tänä aikana.',
  virtual: 'Nämä ovat virtuaalisten koneiden pysäytyksiä.',
};
