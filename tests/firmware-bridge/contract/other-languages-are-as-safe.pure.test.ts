/**
 * What the bridge says in Spanish and Finnish is neither softer nor harder than the English: the same parameters, people
 * before cable and data, the E-stop first, and a stop or intact data claimed only where it is proved.
 */
import { describe, expect, it } from 'vitest';
import { CAUSE_CODES, isPersonCause } from '../../../firmware-bridge/contract/causes.ts';
import { spanish } from '../../../firmware-bridge/contract/es/words.ts';
import { finnish } from '../../../firmware-bridge/contract/fi/words.ts';
import type { Params } from '../../../firmware-bridge/contract/trip.ts';
import { english } from '../../../firmware-bridge/contract/words.ts';
import { differencesOf } from '../../same-in-every-language.ts';

const params: Params = { count: 3, pct: 18, neededPct: 50, deviationUm: 412, holdAtUm: 300, limitUm: 400, uncertaintyUm: 100, forceCn: 1200, limitCn: 1000 };

/** Every parameter with a value that is recognised in a text: two digits from 71 on once it has its unit, or a marked word. */
const marked: Params = {
  deviationUm: 71, holdAtUm: 72, limitUm: 73, uncertaintyUm: 74, pct: 75, neededPct: 76, silentMs: 77, stalledMs: 78, ageMs: 79, count: 71, deviceDc: 720, limitDc: 730, riseDc: 740, withinMs: 75, forceCn: 7600, limitCn: 7700,
  differUm: 78, drops: 79, hubs: 71, baud: 72, measured: 73, times: 74, from: 'Q1Q', to: 'Q2Q', failedAt: 'Q3Q', bench: 'Q4Q', path: 'Q5Q', holder: 'Q6Q', group: 'Q7Q', expected: 'Q8Q', found: 'Q9Q', proto: 'Q10Q', name: 'Q11Q', reason: 'Q12Q', phase: 'Q13Q',
  kind: 'Q14Q', verb: 'Q15Q', why: 'Q16Q', database: 'Q17Q',
};
const CALLS: readonly (readonly Params[])[] = [
  [marked], ...['twist', 'plane', 'edge'].map((metric) => [{ ...marked, metric, edge: 'right' }]), ...['pass', 'review', 'hold', 'no-restore', 'cannot-measure'].map((verdict) => [{ ...marked, verdict, next: 'clean', fault: 'stuck', metric: 'twist' }]),
  ...['late', 'often', 'older-version', 'other-database'].map((why) => [{ ...marked, why }]), [{ ...marked, by: 'relay' }],
];

/** What each language says where English says it: the texts below are found by these. */
const LANGUAGES = [
  {
    name: 'Spanish', words: spanish, ifHurt: 'Si el teléfono está caliente, hinchado o echa humo: pulse la parada de emergencia y aléjese.', stepBack: 'Pulse la parada de emergencia y aléjese.',
    keepIn: /no desconecte el cable ni la corriente/iu, touching: /cable ni la corriente|retire el teléfono|desenchufe|deje el teléfono como está/iu, holding: /cable|corriente|enchuf|sujete|sujételo|retire|cójalo/iu,
    intact: /intacto|como estaban/iu, stopped: /^Parado|se paró\b|fue parad[oa]/u, restoreStopped: /restauración (se paró|fue parada|está parada|se detuvo)/iu, noRestore: 'No inicie ninguna restauración', noPower: 'No encienda el teléfono',
    blame: /por descuido|culpa|se olvidó|debería haber|error del (usuario|operador)|se equivocó/iu, notConfirmed: 'SIN CONFIRMAR', erase: /borr/iu, forGood: /para siempre/u, hold: /reten/iu,
  },
  {
    name: 'Finnish', words: finnish, ifHurt: 'Jos puhelin on kuuma, turvonnut tai savuaa: paina hätäseis-painiketta ja siirry kauemmas.', stepBack: 'Paina hätäseis-painiketta ja siirry kauemmas.',
    keepIn: /älä irrota kaapelia (äläkä|tai) katkaise virtaa/iu, touching: /irrota kaapelia|irrota puhelin|jätä puhelin sellaisenaan/iu, holding: /kaapeli|virta|liitin|irrota|pidä sitä|nosta/iu,
    intact: /koskemat|niin kuin olivat/iu, stopped: /^Pysäytetty|pysäytettiin/u, restoreStopped: /palautus (pysäytettiin|on pysäytetty|pysähtyi)/iu, noRestore: 'Älä aloita', noPower: 'Älä kytke puhelimeen virtaa',
    blame: /huolimat|syytä itse|unohdit|olisi pitänyt|käyttäjävirhe/iu, notConfirmed: 'EI VAHVISTETTU', erase: /tyhjen/iu, forGood: /lopullisesti/u, hold: /kiel/iu,
  },
] as const;

/** Names, and words that are the same in both languages. */
const KEPT = new Set(['Holdfast']);

describe.each(LANGUAGES)('$name', ({ words, ...says }) => {
  it('says the same parameters, ends and titles as English, and leaves nothing in English', () => {
    expect(differencesOf(english, words, (text) => KEPT.has(text), CALLS)).toEqual([]);
  });

  it('puts the person before cable and power, and leaves cable and phone to the call of the operator', () => {
    const { 'step-back': stepBack, ...calls } = words.operatorCalls;
    expect(Object.values(calls).filter((call) => !call.whatToDo.startsWith(says.ifHurt))).toEqual([]);
    expect(stepBack.whatToDo.startsWith(says.stepBack)).toBe(true);
    for (const text of [words.operatorCalls['keep-cable'].whatToDo, words.operatorCalls['look-first'].whatToDo, words.receiptStates['too-late'].whatToDo, words.orderOutcomes['too-late'].whatToDo]) {
      expect(text).toMatch(says.keepIn);
      expect(text.startsWith(says.ifHurt)).toBe(true);
    }
    expect(words.zones.committed.what).toMatch(says.keepIn);
    expect(CAUSE_CODES.filter((code) => says.touching.test(words.causes[code].whatToDo(params)))).toEqual([]);
  });

  it('sends people away from what endangers them, and never asks them to keep, hold or touch anything', () => {
    const dangers = CAUSE_CODES.filter(isPersonCause).map((code) => words.causes[code].whatToDo(params));
    expect(dangers.filter((text) => !text.startsWith(says.stepBack))).toEqual([]);
    expect([words.operatorCalls['step-back'].whatToDo, ...dangers].filter((text) => says.holding.test(text))).toEqual([]);
  });

  it('claims intact data for one outcome only, and a stop only where the rig confirmed it', () => {
    expect(Object.entries(words.outcomes).filter(([, text]) => says.intact.test(`${text.title} ${text.what}`)).map(([code]) => code)).toEqual(['intact']);
    expect(Object.entries(words.receiptStates).filter(([, text]) => says.stopped.test(text.title)).map(([code]) => code)).toEqual(['confirmed']);
    expect(CAUSE_CODES.filter((code) => says.restoreStopped.test(`${words.causes[code].title} ${words.causes[code].what(params)}`))).toEqual([]);
    for (const text of [words.receiptStates['not-confirmed'].title, words.operatorCalls['pull-device'].title]) expect(text.startsWith(says.notConfirmed)).toBe(true);
  });

  it('forbids a restore in the same places as English, and blames nobody', () => {
    const forbidden = (table: typeof words, no: string): readonly string[] => [
      ...CAUSE_CODES.filter((code) => table.causes[code].whatToDo(params).includes(no)), ...Object.entries(table.modes).filter(([, { what }]) => what.includes(no)).map(([code]) => `mode ${code}`),
      ...Object.entries(table.verdicts).filter(([, { whatToDo }]) => whatToDo.includes(no)).map(([code]) => `verdict ${code}`), ...Object.entries(table.outcomes).filter(([, { whatToDo }]) => whatToDo.includes(no)).map(([code]) => `outcome ${code}`),
    ];
    const inEnglish = forbidden(english, 'Do not start a restore');
    expect(inEnglish.length).toBeGreaterThan(15);
    expect(inEnglish.filter((one) => !forbidden(words, says.noRestore).includes(one))).toEqual([]);
    const noPower = (table: typeof words, no: string): readonly string[] => [table.outcomes.unknown.whatToDo, table.tripFlags.eraseArmed.whatToDo].filter((text) => text.includes(no));
    expect([noPower(english, 'Do not power the phone on').length, noPower(words, says.noPower).length]).toEqual([2, 2]);
    expect(CAUSE_CODES.filter((code) => says.blame.test(`${words.causes[code].what(params)} ${words.causes[code].usualCause}`))).toEqual([]);
  });

  it('names erasing and holding by one word each', () => {
    for (const code of ['erase-without-consent', 'erase-without-permit', 'update-fell-back-to-erase', 'irreplaceable-erase'] as const) expect(words.causes[code].title).toMatch(says.erase);
    expect(words.causes['activation-lock'].what(params)).toMatch(says.forGood);
    for (const text of [words.causes['device-held'].title, words.causes['holds-unknown'].title, words.permissives['not-held'].whenNotOk({}), words.verdicts.hold.whatToDo]) expect(text).toMatch(says.hold);
  });
});
