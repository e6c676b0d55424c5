/** Finnish for what only the page says: names of its parts, its own states, its own failures. */
import type { WebWords } from '../web-words.ts';

export const webFinnish: WebWords = {
  voices: {
    'step-back': 'HÄTÄSEIS, SIIRRY KAUEMMAS',
    'not-confirmed': 'EI VAHVISTETTU',
    stopping: 'Pysäytetään',
    stopped: 'Pysäytetty',
    locked: 'Lukittu',
    'too-late': 'Liian myöhäistä pysäyttää turvallisesti',
    unprotected: 'Ei suojausta',
    'out-of-service': 'Pois käytöstä',
    waiting: 'Odottaa: ei vielä lupaa',
    running: 'Käynnissä luvalla',
    ready: 'Valmis, tyhjä',
  },
  counted: { stopped: 'pysäytetty', 'too-late': 'liian myöhäistä', waiting: 'odottaa', running: 'käynnissä', unprotected: 'ei suojausta', ready: 'valmis', 'out-of-service': 'pois käytöstä' },
  themes: { auto: 'Autom.', light: 'Vaalea', dark: 'Tumma', contrast: 'Kontrasti' },
  receiptTimes: { requested: 'pyydetty', written: 'kirjoitettu', acknowledged: 'vastattu', seen: 'nähty pysähtyneenä' },
  unprotectedBy: {
    feed: { title: 'ei reaaliaikaista yhteyttä', what: 'Tämä sivu ei kuule palvelimesta mitään, joten sen tiedot voivat olla vanhoja. Suojaus työpisteen PC:llä toimii ilman sitä.' },
    bridge: { title: 'työpisteen PC:stä ei kuulu', what: 'Suojaus työpisteen PC:llä ei ilmoita palvelimelle. Tässä näkyvä on vanhaa.' },
    never: { title: 'ei vielä kuultu', what: 'Työpisteen PC ei ole vielä ilmoittanut tästä työpisteestä.' },
    silence: { title: 'kone on hiljaa', what: 'Kone luopuu itse luvastaan, kun se ei kuule mitään.' },
  },
  judging: {
    question: 'Oliko tämä pysäytys aiheellinen?',
    words: 'Mitä havaittiin',
    wordsHint: 'Vain jos on jotain sanottavaa.',
    back: 'Takaisin',
    sending: 'Tallennetaan…',
    again: 'Arvioi uudelleen',
    failed: 'Ei tallennettu.',
    title: 'Väärät pysäytykset',
    asking: 'Kysytään…',
    unknown: 'Väärien pysäytysten osuutta ei voitu lukea.',
    judgeAt: 'Arvioi ne täällä:',
    askAgain: 'Kysy uudelleen',
  },
  stopAtRig: 'Koneen hätäseis on kaikkia varten.',
  callProblems: {
    unreachable: 'Palvelin ei ottanut sitä vastaan: tämä sivu ei saa siihen yhteyttä.',
    late: 'Palvelin ei vastannut ajoissa.',
    'not-understood': 'Palvelimen vastaus on sellainen, jota tämä sivu ei ymmärrä.',
  },
};
