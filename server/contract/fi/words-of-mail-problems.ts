/** Why a mail waits, or was not sent, in Finnish: what happened, the usual cause, what to do now. */
import type { MailProblem } from '../mail.ts';
import type { ProblemWords } from '../words-shape.ts';

const TRIES = 'Sitä yritetään itsestään uudelleen kolmen päivän ajan.';
const NOTHING = 'Mitään ei tarvitse tehdä.';
const BY_PHONE = 'Kerro henkilölle puhelimitse.';

export const MAIL_PROBLEMS_FI: Readonly<Record<MailProblem, ProblemWords>> = {
  'no-mail-server': { what: 'Sähköposti ei ole mahdollinen: postipalvelinta ei ole määritetty.', usualCause: 'Tiedostossa holdfast.yaml ei ole kohtaa `mail:`.', remedy: 'Kerro ihmisille paperilla tai puhelimitse, tai määritä postipalvelin.' },
  'server-away': { what: 'Postipalvelimeen ei saa yhteyttä.', usualCause: 'Se ei toimi, sen nimi tai portti on väärä, tai tällä PC:llä ei ole verkkoa.', remedy: `${TRIES} Tarkista verkko sekä \`host\` ja \`port\` kohdassa \`mail:\`.` },
  'server-speaks-oddly': { what: 'Vastaaja ei ole postipalvelin, jonka kanssa voi keskustella.', usualCause: 'Väärä portti, tai `security` ei ole sitä, mitä tämä portti puhuu.', remedy: `${TRIES} Tarkista \`port\` ja \`security\`: 465 on tls, 587 on starttls.` },
  'tls-failed': { what: 'Turvallista yhteyttä postipalvelimeen ei syntynyt.', usualCause: 'Sen varmenteeseen ei luoteta täällä tai siinä on toinen nimi, tai se ei puhu TLS:ää tässä portissa.', remedy: `${TRIES} Kirjoita kohtaan \`host\` nimi, joka on sen varmenteessa. Omaan varmentajaan luotetaan muuttujan NODE_EXTRA_CA_CERTS kautta.` },
  'login-refused': { what: 'Postipalvelin hylkää käyttäjän tai salasanan.', usualCause: 'Salasana vaihdettiin, tai palvelin haluaa ohjelmille tehdyn salasanan.', remedy: `${TRIES} Laita oikea salasana tiedostoon, jonka \`passwordFile\` nimeää, ja käynnistä uudelleen.` },
  'sender-refused': { what: 'Postipalvelin ei ota postia tältä lähettäjältä.', usualCause: 'Kohdan `from:` osoite ei ole tämän käyttäjän, tai palvelin vaatii kirjautumisen.', remedy: `${TRIES} Käytä osoitetta, joka kuuluu postipalvelimen käyttäjälle.` },
  'asked-to-wait': { what: 'Postipalvelin pyytää yrittämään myöhemmin uudelleen.', usualCause: 'Postilaatikko on täynnä tai varattu, tai palvelin koettelee tuntemattomia lähettäjiä.', remedy: `${TRIES} ${NOTHING}` },
  'answer-lost': { what: 'Yhteys katkesi, ennen kuin postipalvelin vastasi. Posti on voinut tulla perille.', usualCause: 'Verkko petti, tai Holdfast lopetettiin juuri silloin.', remedy: 'Se lähetetään uudelleen samalla numerolla, jotta postilaatikko voi pudottaa kaksoiskappaleen.' },
  'address-refused': { what: 'Sellaista sähköpostiosoitetta ei ole.', usualCause: 'Se näppäiltiin väärin, tai postilaatikko suljettiin.', remedy: 'Kysy oikea osoite ja kerro henkilölle puhelimitse.' },
  'message-refused': { what: 'Postipalvelin hylkäsi tämän sähköpostin.', usualCause: 'Sen säännöt ei-toivottua postia vastaan, tai täysi postilaatikko.', remedy: `${BY_PHONE} Palvelimen vastaus on sähköpostin vieressä.` },
  'too-old': { what: 'Sähköpostia ei saatu lähetettyä kolmessa päivässä, ja siitä luovuttiin.', usualCause: 'Postipalvelin oli liian kauan poissa, tai tämä PC oli sammuksissa.', remedy: BY_PHONE },
  erased: { what: 'Sähköpostia ei lähetetty: sen tapauksen henkilötiedot poistettiin.', usualCause: 'Asiakas pyysi sitä, tai säilytysaika päättyi.', remedy: NOTHING },
  'called-off': { what: 'Sähköposti peruttiin ennen lähetystä.', usualCause: 'Tapahtumat ehtivät sen sisällön edelle.', remedy: NOTHING },
};
