/** Finnish for where somebody confirms one act with what only that person knows or has, and where a bench is reset. */
import type { proofEnglish } from '../proof-words.ts';
import type { Said } from '../../../server/contract/languages.ts';

export const proofFinnish: Said<typeof proofEnglish> = {
  own: 'Vahvista, että se olet sinä',
  second: 'Toinen henkilö',
  secondHint: 'Asiakkaan tiedot ovat vaarassa: toinen henkilö on myös katsonut todisteet ja vahvistaa tässä.',
  secondUser: 'Toisen henkilön käyttäjänimi',
  how: 'Vahvistustapa',
  byPassword: 'Salasana',
  byBadge: 'Kortti ja PIN',
  password: 'Salasanasi',
  secondPassword: 'Toisen henkilön salasana',
  code: 'Todennussovelluksen koodi',
  codeNeeded: 'Tarvitaan myös todennussovelluksen koodi.',
  badge: 'Tunnistekortti',
  badgeHint: 'Vie kohdistin tähän ja pidä tunnistekorttia lukijassa.',
  pin: 'PIN',
  needs: { own: 'Vahvista, että se olet sinä', second: 'Toisen henkilön on vahvistettava', reason: 'Syy tarvitaan' },
  notConfirmed: 'Ei vahvistettu.',
  secondNotConfirmed: 'Toista henkilöä ei ole vahvistettu.',
  resetIs: 'Kuittaus poistaa tämän pysäytyksen lukituksen. Se ei käynnistä mitään: ihmisen on aloitettava palautus alusta.',
  resetNotYet: 'Ei vielä mahdollista',
  resetReason: 'Syy',
  resetReasonHint: 'Mitä havaittiin, ja miksi on turvallista jatkaa.',
  resetNow: 'Kuittaa työpiste',
  resetSending: 'Kysytään työpisteeltä…',
  notReset: 'Ei kuitattu.',
  back: 'Takaisin',
  close: 'Sulje',
};
