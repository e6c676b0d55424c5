/** Finnish words for every refusal of the case workflow: what happened, the usual cause, what to do now. */
import type { CaseRefusal } from '../case-acts.ts';
import type { TransferFault } from '../words-of-cases.ts';
import type { ProblemWords } from '../words-shape.ts';

const LOOK_AGAIN = 'Katso tapausta sellaisena kuin se nyt on ja päätä sitten uudelleen.';
const NOTHING = 'Mitään ei tarvitse tehdä.';
const OLD_PAGE = 'Sivu on vanha.';

/** Fills {detail} of `transfer-parties-wrong`. */
export const TRANSFER_FAULTS_FI: Readonly<Record<TransferFault, string>> = {
  'giver-has-it-not': 'luovuttajalla ei ole laitetta',
  'same-sides': 'luovuttaja ja vastaanottaja ovat sama',
  'partner-not-named': 'kumppania ei ole nimetty',
  'partner-not-meant': 'kumppani on nimetty, vaikka kumppania ei ole mukana',
  'same-device-twice': 'sama laite on nimetty kahdesti',
};

export const CASE_PROBLEMS_FI: Readonly<Record<CaseRefusal, ProblemWords>> = {
  'no-such-case': { what: 'Tapausta {case} ei ole.', usualCause: 'Väärin kirjoitettu koodi.', remedy: 'Katso tarraa tai hae sarjanumerolla.' },
  'case-moved-on': { what: 'Joku toinen muutti tätä tapausta hetki sitten.', usualCause: 'Kaksi ihmistä käsittelee sitä yhtä aikaa.', remedy: LOOK_AGAIN },
  'act-id-used': { what: 'Tämä lähetettiin jo aiemmin eri sisällöllä.', usualCause: 'Ohjelma käyttää samaa tunnistetta kahdesti.', remedy: 'Lähetä jokaisen toimen mukana uusi tunniste.' },
  'not-in-this-stage': { what: 'Tätä ei voi tehdä, kun tapauksen tila on: {stage}.', usualCause: 'Se suljettiin tai yhdistettiin, tai kukaan ei ole vielä tullut.', remedy: 'Katso, mitä tapaus näyttää seuraavaksi.' },
  'story-not-read': { what: 'Tarinaa ei ole vielä luettu.', usualCause: 'Ennakkoilmoitus otettiin vastaan luettelosta.', remedy: 'Avaa ensin se, mikä on tärkeää, ja ota sitten ennakkoilmoitus vastaan.' },
  'no-such-device': { what: 'Tässä tapauksessa ei ole sellaista laitetta.', usualCause: 'Se liitettiin erehdyksessä ja poistettiin, tai se on toisessa tapauksessa.', remedy: LOOK_AGAIN },
  'device-needs-identifier': { what: 'Laite tarvitsee sarjanumeron, IMEI- tai ECID-numeron.', usualCause: 'Mitään ei skannattu tai kirjoitettu.', remedy: 'Skannaa SIM-kelkan tai asetusten tunniste, tai aseta laite paikalleen: työpiste lukee sen.' },
  'device-in-other-case': { what: 'Tämä laite on jo tapauksessa {case}.', usualCause: 'Asiakas on käynyt aiemmin, tai samasta asiasta avattiin kaksi tapausta.', remedy: 'Avaa {case} tai yhdistä tapaukset.' },
  'device-tied-already': { what: 'Tämä laite on jo liitetty tähän tapaukseen.', usualCause: 'Se skannattiin kahdesti.', remedy: NOTHING },
  'ids-contradict': { what: 'Nämä tunnisteet kuuluvat tämän liikkeen kahdelle eri laitteelle.', usualCause: 'Kahden puhelimen tarrat menivät sekaisin.', remedy: 'Skannaa yksi laite kerrallaan, itse laitteesta.' },
  'device-not-here': { what: 'Laite ei ole liikkeessä.', usualCause: 'Se luovutettiin, annettiin takaisin tai sitä ei koskaan vastaanotettu.', remedy: 'Katso, missä se on; ota se ensin vastaan.' },
  'device-received': { what: 'Laite on jo vastaanotettu.', usualCause: 'Vastaanotto on tehty.', remedy: 'Anna se takaisin sen sijaan, että poistat sen tapauksesta.' },
  'not-irreplaceable': { what: 'Korvaamaton-merkintää ei ole.', usualCause: 'Se poistettiin aiemmin.', remedy: NOTHING },
  'already-irreplaceable': { what: 'Korvaamaton-merkintä on jo tehty.', usualCause: 'Se tehtiin ennakkoilmoituksessa.', remedy: NOTHING },
  'recovery-first': { what: 'Tiedot ensin: aktivointilukituksen poistaminen tyhjentää laitteen.', usualCause: 'Kukaan ei ole kirjannut, miten pelastus päättyi.', remedy: 'Kirjaa pelastuksen tulos ja pyydä sitten lukituksen poistoa.' },
  'proof-not-accepted': { what: 'Henkilökortti ei todista, kuka laitteen osti.', usualCause: 'Ostokuitti katosi. Niin käy, eikä kukaan epäile henkilöä.', remedy: 'Pyydä myyjältä kopio ostokuitista, jossa on sarjanumero.' },
  'no-unlock-asked': { what: 'Lukituksen poistoa ei ole pyydetty.', usualCause: 'Se peruttiin aiemmin.', remedy: NOTHING },
  'no-such-consent': { what: 'Sellaista suostumusta ei ole, tai se peruttiin.', usualCause: OLD_PAGE, remedy: LOOK_AGAIN },
  'terms-unknown': { what: 'Nämä ehdot eivät ole tämän liikkeen ehdot.', usualCause: 'Ehdot muuttuivat, kun sivu oli auki.', remedy: 'Avaa suostumus uudelleen ja näytä uudet ehdot.' },
  'consent-missing': { what: 'Asiakas ei ole sallinut tätä.', usualCause: 'Mikään allekirjoitettu suostumus ei mainitse sitä, tai se peruttiin.', remedy: 'Hanki suostumus, jossa se mainitaan, tai jätä se tekemättä.' },
  'backup-missing': { what: 'Tarkistettua varmuuskopiota ei ole kirjattu.', usualCause: 'Joku sanoi sellaisen olevan; kukaan ei ole avannut siitä kuvaa.', remedy: 'Avaa varmuuskopio, katso päiväys, koko ja yksi kuva, ja kirjaa se vastaanotossa.' },
  'irreplaceable-never-erased': { what: 'Laitetta, jossa on korvaamattomia tietoja, ei koskaan tyhjennetä.', usualCause: 'Merkintä on tehty.', remedy: 'Pelasta ensin tiedot. Kaksi henkilöä voi poistaa merkinnän, kun se on turvallista.' },
  'hold-exists': { what: 'Tällä laitteella on jo palautuskielto.', usualCause: 'Pysäytys asetti sen, tai työtoveri pyysi sitä.', remedy: 'Päätä siitä palautuskiellosta.' },
  'no-such-hold': { what: 'Sellaista palautuskieltoa ei ole.', usualCause: OLD_PAGE, remedy: LOOK_AGAIN },
  'hold-decided': { what: 'Tästä palautuskiellosta päätti hetki sitten {by}; sen tila on nyt: {state}.', usualCause: 'Toinen päällikkö ehti ensin.', remedy: LOOK_AGAIN },
  'hold-active': { what: 'Laitteella on yhä palautuskielto.', usualCause: 'Kukaan ei ole päättänyt palautuskiellosta.', remedy: 'Poista palautuskielto ja kirjaa syy, tai luovuta laite.' },
  'no-such-transfer': { what: 'Sellaista luovutusta ei ole.', usualCause: OLD_PAGE, remedy: LOOK_AGAIN },
  'transfer-parties-wrong': { what: 'Tämä luovutus ei ole mahdollinen: {detail}.', usualCause: 'Luovuttaja ja vastaanottaja menivät sekaisin.', remedy: 'Valitse, kuka luovuttaa ja kuka vastaanottaa; laitteen on oltava luovuttajalla.' },
  'transfer-open': { what: 'Tämän laitteen luovutus on kesken.', usualCause: 'Se valmisteltiin tai luovutettiin, eikä se ole päättynyt.', remedy: 'Vie se luovutus ensin loppuun tai peru se.' },
  'transfer-not-prepared': { what: 'Tämä luovutus on jo tehty.', usualCause: 'Kaksi ihmistä allekirjoitti yhtä aikaa.', remedy: LOOK_AGAIN },
  'transfer-not-given': { what: 'Luovuttaja ei ole vielä allekirjoittanut.', usualCause: 'Vastaanottaja allekirjoitti ensin.', remedy: 'Pyydä allekirjoitus ensin luovuttajalta, sitten vastaanottajalta.' },
  'transfer-over': { what: 'Tämä luovutus on päättynyt.', usualCause: 'Se vastaanotettiin tai peruttiin.', remedy: LOOK_AGAIN },
  'signature-missing': { what: 'Allekirjoitus puuttuu.', usualCause: 'Kenttä jätettiin tyhjäksi.', remedy: 'Allekirjoita näytöllä tai valitse, että paperi allekirjoitettiin.' },
  'no-such-partner': { what: 'Hakemistossa ei ole sellaista kumppania.', usualCause: 'Se poistettiin hakemistosta.', remedy: 'Valitse toinen kumppani tai lisää se.' },
  'not-with-partner': { what: 'Tämä laite ei ole millään kumppanilla.', usualCause: 'Se tuli takaisin, tai se ei koskaan lähtenyt.', remedy: LOOK_AGAIN },
  'outcome-missing': { what: 'Kukaan ei ole kirjannut, miten päättyi.', usualCause: 'Kumppani ei ole vastannut.', remedy: 'Kirjaa tulos tapauksen jokaiselle laitteelle.' },
  'not-told': { what: 'Lopputulosta ei ole kerrottu kaikille: {who}.', usualCause: 'Sähköposti on matkalla tai epäonnistui, tai kukaan ei soittanut.', remedy: 'Lähetä sähköposti uudelleen, soita, tai kirjaa, ettei ole ketään, kenelle kertoa.' },
  'devices-not-accounted': { what: 'Yhtä tämän tapauksen laitteista ei ole annettu takaisin eikä sen kohtaloa kirjattu.', usualCause: 'Se on liikkeessä tai kumppanilla.', remedy: 'Luovuta se ja sulje sitten.' },
  'no-such-entry': { what: 'Tapauksessa ei ole merkintää {seq}.', usualCause: 'Väärin kirjoitettu numero.', remedy: 'Katso tapauksen historiaa.' },
  'no-such-message': { what: 'Sellaista viestiä ei ole, tai se on jo välitetty.', usualCause: 'Sivu on vanha, tai joku ehti ensin.', remedy: LOOK_AGAIN },
  'no-such-link': { what: 'Sellaista linkkiä ei ole, tai se mitätöitiin.', usualCause: OLD_PAGE, remedy: LOOK_AGAIN },
  'merge-with-itself': { what: 'Tapausta ei voi yhdistää itseensä.', usualCause: 'Sama koodi kahdesti.', remedy: 'Kirjoita toisen tapauksen koodi.' },
  'merge-target-ended': { what: 'Toinen tapaus on päättynyt.', usualCause: 'Se suljettiin tai yhdistettiin.', remedy: 'Avaa se ensin uudelleen, tai pidä tämä.' },
  'abandonment-missing': { what: 'Kukaan ei ole kirjannut, että laite on hylätty.', usualCause: 'Vaihe jäi väliin.', remedy: 'Kirjaa lähetetyt ilmoitukset ja hävitä se sitten.' },
  'too-many-devices': { what: 'Tapauksessa voi olla enintään 20 laitetta.', usualCause: 'Useita asioita yhdessä tapauksessa.', remedy: 'Avaa toinen tapaus.' },
  'mail-not-possible': { what: 'Sähköpostia ei voi lähettää: {detail}.', usualCause: 'Postipalvelinta ei ole määritetty, tai kukaan ei antanut osoitetta.', remedy: 'Soita tai anna kirje, ja kirjaa se.' },
  'no-such-photo': { what: 'Sellaista kuvaa ei ole.', usualCause: 'Se poistettiin, koska sen säilytysaika päättyi.', remedy: LOOK_AGAIN },
  'photo-wrong': { what: 'Tätä ei voi säilyttää kuvana: {detail}.', usualCause: 'Toisenlainen tai vioittunut tiedosto.', remedy: 'Lähetä enintään 8 megatavun JPEG, PNG tai WebP; sivu pienentää kuvat itse.' },
  'no-such-call': { what: 'Tähän ei ole kutsuttu ketään.', usualCause: OLD_PAGE, remedy: LOOK_AGAIN },
  'call-over': { what: 'Tämä kutsu on päättynyt: vaihe on tehty, syy annettiin tai seuraavat kutsuttiin.', usualCause: 'Työtoveri ehti ensin.', remedy: LOOK_AGAIN },
  'not-called': { what: 'Sinua ei kutsuttu tähän vaiheeseen.', usualCause: 'Muita kutsuttiin, tai tapaus ei ole sinun.', remedy: 'Tee vaihe tai ota tapaus hoitoosi; kumpi tahansa päättää kutsun.' },
  'link-unknown': { what: 'Tämä linkki ei toimi.', usualCause: 'Se kopioitiin vain osittain, tai se mitätöitiin.', remedy: 'Pyydä liikkeeltä uusi.' },
  'link-over': { what: 'Tämä linkki on päättynyt.', usualCause: 'Sen aika päättyi, tai luovutus on tehty.', remedy: 'Kysy liikkeestä, jos jokin on vielä kesken.' },
  'pin-wrong': { what: 'PIN ei ole oikein.', usualCause: 'Väärin näppäilty numero.', remedy: 'PIN on luovutuslomakkeessa. Odota viiden väärän jälkeen tai kysy liikkeestä.' },
};
