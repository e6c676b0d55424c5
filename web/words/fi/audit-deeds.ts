/** Finnish for each act on a case, and each look at what is personal, as the audit calls it. */
import type { deedsEnglish } from '../audit-deeds.ts';
import type { Said } from '../../../server/contract/languages.ts';

export const deedsFinnish: Said<typeof deedsEnglish> = {
  acts: {
    'file-brief': 'Jätti ennakkoilmoituksen', 'open-walk-in': 'Avasi tapauksen ilman ennakkoilmoitusta', 'amend-brief': 'Täydensi ennakkoilmoitusta', 'acknowledge-brief': 'Otti ennakkoilmoituksen vastaan', 'take-over': 'Otti tapauksen hoitoonsa',
    arrive: 'Kirjasi, että asiakas on täällä', 'record-no-show': 'Kirjasi, ettei kukaan tullut', 'tie-device': 'Liitti laitteen tapaukseen', 'identify-device': 'Tunnisti laitteen',
    'untie-device': 'Poisti laitteen tapauksesta', 'set-irreplaceable': 'Merkitsi korvaamattomaksi', 'lift-irreplaceable': 'Poisti korvaamaton-merkinnän', 'ask-unlock': 'Pyysi lukituksen poistoa',
    'withdraw-unlock': 'Perui lukituksen poiston', 'record-intake': 'Kirjasi vastaanoton', 'add-photo': 'Lisäsi kuvan', 'explain-no-photo': 'Kertoi, miksi kuvaa ei ole', 'give-consent': 'Kirjasi suostumuksen',
    'withdraw-consent': 'Kirjasi suostumuksen perutuksi', 'put-away': 'Vei laitteen talteen', 'check-battery': 'Katsoi akkua', 'power-off': 'Sammutti laitteen', 'ask-hold': 'Pyysi palautuskieltoa',
    'approve-hold': 'Hyväksyi palautuskiellon', 'release-hold': 'Poisti palautuskiellon', 'allow-erase': 'Salli tyhjennyksen', 'prepare-transfer': 'Valmisteli luovutuksen', 'sign-given': 'Allekirjoitti luovuttajana',
    'sign-taken': 'Allekirjoitti vastaanottajana', 'recall-transfer': 'Perui luovutuksen', 'report-stage': 'Ilmoitti vaiheen', 'record-outcome': 'Kirjasi, miten päättyi',
    'record-told': 'Kirjasi, kenelle kerrottiin', 'tell-by-mail': 'Kertoi sähköpostilla', 'record-abandonment': 'Kirjasi, ettei laitetta noudettu', 'dispose-device': 'Hävitti laitteen',
    note: 'Kirjoitti huomautuksen', correct: 'Oikaisi merkinnän', 'make-link': 'Teki linkin ulkopuoliselle', 'revoke-link': 'Mitätöi linkin', 'merge-into': 'Yhdisti tapauksen toiseen',
    close: 'Sulki tapauksen', reopen: 'Avasi tapauksen uudelleen', 'note-message': 'Kirjasi, että joku kirjoitti', 'pass-message-on': 'Välitti viestin', 'mark-message': 'Merkitsi viestin', 'answer-call': 'Kertoi, miksi vaihetta ei ole vielä tehty',
  },
  wrote: { contact: 'Kirjoitti yhteystiedot', story: 'Kirjoitti, mikä on tärkeää', photo: 'Tallensi kuvan', consent: 'Tallensi allekirjoituksen' },
  lookedAt: { contact: 'Katsoi yhteystietoja', story: 'Luki, mikä on tärkeää', photo: 'Katsoi kuvaa', consent: 'Katsoi allekirjoitusta' },
  erased: { contact: 'Poisti yhteystiedot', story: 'Poisti sen, mikä on tärkeää', photo: 'Poisti kuvat', consent: 'Poisti allekirjoitukset', case: 'Poisti henkilötiedot' },
  others: {
    'hold-by-stop': 'Pysäytys asetti palautuskiellon', 'custody-exported': 'Vei säilytysketjun kopion', 'custody-key-made': 'Teki säilytysketjun avaimen', 'partner-added': 'Lisäsi kumppanin', 'partner-changed': 'Muutti kumppanin tietoja',
    'chains-checked': 'Tarkisti kaikki säilytysketjut',
    'partner-taken-out': 'Poisti kumppanin käytöstä', 'partner-taken-back': 'Otti kumppanin takaisin käyttöön', 'partner-copy-taken': 'Kumppani otti kopion', 'keep-ordered': 'Määräsi säilytettäväksi', 'keep-released': 'Kumosi säilytysmääräyksen',
  },
};
