/**
 * Spanish for judged stops and the rate of false ones. A rate never stands without what it is a rate of, and a small count
 * never looks more certain than it is.
 */
import type { NuisanceTally } from '../judgement.ts';
import type { NuisanceWords } from '../words-of-nuisance.ts';

const number = new Intl.NumberFormat('es', { maximumSignificantDigits: 2 });
const percent = (share: number): string => `${number.format(share * 100)} %`;
const range = ({ low, high }: NonNullable<NuisanceTally['falseRate']>): string => `del ${percent(low)} al ${percent(high)}`;
const some = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`);

export const nuisanceSpanish: NuisanceWords = {
  verdicts: {
    true: { title: 'Bien parado', what: 'Había un motivo: seguir habría sido un riesgo.' },
    false: { title: 'Falsa alarma', what: 'No pasaba nada. La parada solo costó tiempo.' },
    unclear: { title: 'No está claro', what: 'Se miró, y nadie puede decirlo.' },
  },
  columns: { rule: 'Primera causa', stops: 'Paradas', true: 'Bien', false: 'Falsas', unclear: 'No claro', notJudged: 'Sin juzgar', rate: 'Paradas falsas', budget: 'Presupuesto' },
  notJudged: 'Aún sin juzgar',
  summary({ days, rules }) {
    const start = `Paradas falsas, ${days === 1 ? 'último día' : `últimos ${days} días`}:`;
    if (rules.stops === 0) return `${start} ninguna parada por una regla`;
    if (rules.falseRate === null) return `${start} no se sabe; de ${some(rules.stops, 'parada por una regla', 'paradas por reglas')} ninguna se juzgó correcta o falsa`;
    return `${start} ${rules.false} de ${rules.falseRate.of} juzgadas (${range(rules.falseRate)})`;
  },
  waiting(notJudged, byPerson = 0) {
    if (notJudged === 0) return '';
    const asked = byPerson === 0 ? '' : byPerson === notJudged ? `, ${notJudged === 1 ? 'pedida' : 'pedidas'} por una persona` : `, ${byPerson} de ellas ${byPerson === 1 ? 'pedida' : 'pedidas'} por una persona`;
    return `${some(notJudged, 'parada aún sin juzgar', 'paradas aún sin juzgar')}${asked}`;
  },
  overBudget: (rules) => (rules === 0 ? '' : some(rules, 'regla supera su presupuesto', 'reglas superan su presupuesto')),
  rate: ({ falseRate, false: wrong }) => (falseRate === null ? 'no se sabe' : `${wrong} de ${falseRate.of}: ${percent(falseRate.share)} (${range(falseRate)})`),
  budget: ({ budget, false: wrong }) => (budget === null ? 'sin presupuesto' : `${budget.isOver ? 'Superado' : 'Dentro'}: ${wrong}; admitidas: ${budget.falseAllowed}`),
  policy: ({ days, restores, policy }) =>
    `Presupuesto de una regla: ${some(policy.falsePer100Restores, 'parada falsa', 'paradas falsas')} en 100 restauraciones, y ${policy.falseAlwaysAllowed} en cualquier caso; `
    + `${some(restores, 'restauración empezada', 'restauraciones empezadas')} en ${some(days, 'día', 'días')}. Es una política, no una norma. Se muestra y no decide nada.`,
  rateOf: 'Una tasa cuenta las paradas juzgadas correctas o falsas; las no claras y las no juzgadas quedan fuera. Entre paréntesis: dónde está la tasa verdadera, con un 95 % de confianza (Wilson).',
  byPerson: 'Las paradas que pidió una persona no son paradas falsas de una regla. No tienen presupuesto y no entran en la suma.',
  allRules: 'Todas las reglas juntas',
  nothingYet: 'Ninguna parada en este tiempo.',
  virtual: 'Son paradas de máquinas virtuales.',
};
