/** Finnish for the audit. It says what was done, never who was right. */
import type { auditEnglish } from '../audit-words.ts';
import type { Said } from '../../../server/contract/languages.ts';

export const auditFinnish: Said<typeof auditEnglish> = {
  title: 'Tapahtumaloki',
  whole: (count) => `Ketju (${count === 1 ? '1 merkintä' : `${count} merkintää`}) on ehjä: mitään ei ole muutettu tai poistettu.`,
  empty: 'Mitään ei ole vielä kirjattu.',
  broken: (number) => `Ketju on rikki, merkintä ${number}: sitä tai jotakin aiempaa on muutettu. Säilytä tietokanta ja kutsu sen hoitaja.`,
  filter: 'Rajaa',
  who: 'Kuka',
  whoHint: 'Myös lähteneet.',
  everybody: 'kaikki',
  subject: 'Mihin se kohdistui',
  subjectHint: 'Esimerkiksi bench:bench-1, stop:…, person:P-….',
  apply: 'Näytä',
  clear: 'Näytä kaikki',
  older: 'Vanhemmat merkinnät',
  noMatch: 'Mikään ei täsmää.',
  why: 'Syy',
  from: 'mistä',
  number: (number) => `merkintä ${number}`,
  what: {
    'signed-in': 'Kirjautui sisään', 'signed-in-by-provider': 'Kirjautui tunnistuspalvelun kautta', switched: 'Vaihtui työpisteellä', 'link-used': 'Käytti kertalinkin', 'signed-out': 'Kirjautui ulos', 'demo-entered': 'Tuli virtuaaliseen liikkeeseen',
    'signed-in-by-passkey': 'Kirjautui pääsyavaimella', 'passkey-added': 'Lisäsi pääsyavaimen', 'passkey-removed': 'Poisti pääsyavaimen',
    'sign-in-refused': 'Kirjautuminen hylättiin', 'switch-refused': 'Henkilön vaihto hylättiin', 'link-refused': 'Kertalinkki hylättiin', 'confirmation-refused': 'Vahvistus hylättiin',
    confirmed: 'Vahvisti uudelleen', 'session-ended': 'Päätti oman istunnon', 'sessions-ended': 'Päätti kaikki istunnot henkilöltä', 'own-secrets-changed': 'Vaihtoi omia salaisuuksiaan',
    'person-added': 'Lisäsi henkilön', 'person-changed': 'Muutti henkilön tietoja', 'person-left': 'Merkitsi henkilön lähteneeksi', 'link-made': 'Teki kertalinkin',
    'machine-added': 'Lisäsi järjestelmän', 'machine-revoked': 'Mitätöi järjestelmän',
    'stop-ordered': 'Käski pysäyttää', 'reset-ordered': 'Käski kuitata', 'drill-ordered': 'Käski koepysäytyksen', 'take-out-of-service-ordered': 'Poisti työpisteen käytöstä',
    'return-to-service-ordered': 'Otti työpisteen takaisin käyttöön', 'stop-judged': 'Arvioi pysäytyksen',
    'alarm-seen': 'On nähnyt hälytyksen', 'alarm-snoozed': 'Siirsi hälytyksen syrjään', 'shift-checked': 'Testasi äänen ja pysäytyksen', 'lever-pulled': 'Käytti virtuaalisen koneen vipua',
  },
};
