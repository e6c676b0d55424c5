/**
 * Finnish for orders of people: what came of one, why it was refused, and why a reset is not possible yet. A refusal
 * always says what would make it possible.
 */
import type { OrderRefusal, OrderResult } from '../uplink.ts';
import type { ResetBlock } from '../words-of-orders.ts';
import type { Advice } from '../words-shape.ts';

export const orderRefusalsFinnish: Readonly<Record<OrderRefusal, Advice>> = {
  'unknown-bench': { title: 'Sellaista työpistettä ei ole', whatToDo: 'Valitse työpiste taululta.' },
  expired: { title: 'Käsky tuli liian myöhään', whatToDo: 'Mitään ei tehty. Anna käsky uudelleen. Jos on pysäytettävä heti, käytä itse konetta.' },
  'no-trip': { title: 'Ei ole mitään kuitattavaa', whatToDo: 'Tämä työpiste ei ole lauennut. Lataa sivu uudelleen, niin näet sen tilan.' },
  'other-trip': { title: 'Nyt on toinen laukeaminen', whatToDo: 'Lue nyt näkyvä laukeaminen ja päätä sitten uudelleen.' },
  'cause-not-cleared': { title: 'Syy on yhä voimassa', whatToDo: 'Tee, mitä syyn kohdalla neuvotaan. Kuittaus on mahdollinen, kun syy on poistunut.' },
  'estop-held': { title: 'Hätäseis on painettuna', whatToDo: 'Kun kukaan ei ole vaarassa, vapauta hätäseis koneesta. Ohjelma ei voi tehdä sitä.' },
  'rig-not-live': { title: 'Kone ei vastaa', whatToDo: 'Tarkista sen virta ja kaapeli tähän PC:hen ja yritä uudelleen.' },
  'restore-open': { title: 'Palautus on vielä kesken', whatToDo: 'Odota, kunnes kone ilmoittaa palautuksen päättyneen.' },
  'stop-pending': { title: 'Pysäytys odottaa vielä vastausta', whatToDo: 'Pysy työpisteellä, kunnes kone on vastannut.' },
  'second-person-needed': { title: 'Tarvitaan toinen henkilö', whatToDo: 'Tiedot ovat vaarassa. Pyydä työtoveria katsomaan todisteet ja lisäämään nimensä.' },
  'same-person-twice': { title: 'Molemmat nimet ovat samat', whatToDo: 'Toisen nimen on oltava toisen henkilön.' },
  'reason-needed': { title: 'Syy tarvitaan', whatToDo: 'Kirjoita muutamalla sanalla, mitä havaittiin ja miksi.' },
  'bridge-not-connected': {
    title: 'Työpisteen PC:hen ei saa yhteyttä',
    whatToDo: 'Mitään ei tehty. Jos on pysäytettävä nyt, käytä koneen pysäytyspainiketta tai aja “holdfast stop” työpisteen PC:llä.',
  },
  'no-answer': {
    title: 'Työpisteen PC ei vastannut',
    whatToDo: 'Ei tiedetä, tehtiinkö se. Jos on pysäytettävä nyt, käytä koneen pysäytyspainiketta.',
  },
  'rig-refused': { title: 'Kone kieltäytyi', whatToDo: 'Katso konetta. Sen syy näkyy tämän työpisteen historiassa.' },
  'drill-running': { title: 'Koepysäytys on käynnissä', whatToDo: 'Odota sekunti, niin tulos tulee.' },
  'bench-tripped': { title: 'Tämä työpiste on lauennut', whatToDo: 'Lue ensin sen syy ja kuittaa se. Koepysäytys vaatii työpisteen, joka ei ole lukittu.' },
  'device-seated': { title: 'Puhelin on paikallaan', whatToDo: 'Ota ensin puhelin pois koneesta. Koepysäytys vaatii tyhjän työpisteen.' },
  'name-needed': { title: 'Nimi tarvitaan', whatToDo: 'Kirjoita, kuka sen tekee.' },
  'already-out-of-service': { title: 'Se on jo pois käytöstä', whatToDo: 'Työpiste näyttää, kuka poisti sen ja miksi. Se on otettava takaisin käyttöön, ennen kuin sen voi poistaa uudelleen.' },
  'not-out-of-service': { title: 'Työpiste on käytössä', whatToDo: 'Mitään ei ole otettava takaisin käyttöön.' },
  'drill-needed': { title: 'Koepysäytyksen on ensin onnistuttava', whatToDo: 'Tyhjennä kone ja tee koepysäytys tällä työpisteellä. Kun se on onnistunut, ota työpiste takaisin käyttöön.' },
  'nothing-to-confirm': { title: 'Ei ole mitään vahvistettavaa', whatToDo: 'Palvelimen tietokantaan luotetaan jo.' },
  'not-that-database': { title: 'Palvelin näyttää muuta', whatToDo: 'Lue tunniste, jonka “holdfast status” nyt näyttää, kysy palvelimen hoitajalta ja kirjoita se tunniste.' },
  'holds-not-known': {
    title: 'Aiemmat kiellot eivät ole tiedossa',
    whatToDo: 'Kukaan ei voi sanoa, millä puhelimilla oli palautuskielto. Kaksi henkilöä, jotka ovat katsoneet, voivat vahvistaa valinnoilla --drop-holds ja --second.',
  },
};

export const resetBlocksFinnish: Readonly<Record<ResetBlock, Advice>> = {
  'no-trip': orderRefusalsFinnish['no-trip'],
  'cause-not-cleared': orderRefusalsFinnish['cause-not-cleared'],
  'estop-held': orderRefusalsFinnish['estop-held'],
  'rig-not-live': orderRefusalsFinnish['rig-not-live'],
  'restore-open': orderRefusalsFinnish['restore-open'],
  'stop-pending': orderRefusalsFinnish['stop-pending'],
};

export const orderOutcomesFinnish: Readonly<Record<OrderResult['outcome'], Advice>> = {
  'stop-written': { title: 'Pysäytys lähetetty', whatToDo: 'Seuraa kuittia: vain koneen vastaus kertoo, että se pysähtyi.' },
  'already-tripped': { title: 'Tämä työpiste on jo lauennut', whatToDo: 'Lue sen kuitti ja tee, mitä siinä pyydetään.' },
  'too-late': {
    title: 'Liian myöhäistä pysäyttää turvallisesti',
    whatToDo: 'Jos puhelin on kuuma, turvonnut tai savuaa: paina hätäseis-painiketta ja siirry kauemmas. Jos ei: älä irrota kaapelia äläkä katkaise virtaa.',
  },
  'reset-done': { title: 'Kuitattu', whatToDo: 'Työpiste odottaa. Kuittaus ei käynnistä mitään.' },
  'power-back': { title: 'Koneessa on taas virta', whatToDo: 'Työpiste on yhä lukittu. Odota, että kone vastaa, katso sitä ja kuittaa sitten uudelleen.' },
  'not-connected': { title: 'Lukittu, mutta pysäytystä ei lähetetty', whatToDo: 'Linjalla ei ole konetta. Katso konetta nyt ja pysäytä se siitä, jos se käy.' },
  refused: { title: 'Ei tehty', whatToDo: 'Lue, miksi se hylättiin, ja päätä sitten uudelleen.' },
  'drill-passed': { title: 'Koepysäytys onnistui', whatToDo: 'Mitään ei tarvitse tehdä. Se todistaa linjan ja koneen laiteohjelmiston, ei itse katkaisua.' },
  'drill-failed': { title: 'Koepysäytys ei onnistunut', whatToDo: 'Lue syy ja tee se uudelleen.' },
  'taken-out': { title: 'Pois käytöstä', whatToDo: 'Tässä ei enää anneta lupia. Sitä, millä on jo lupa, ei pysäytetä.' },
  returned: { title: 'Taas käytössä', whatToDo: 'Lupia annetaan taas, kun kaikki ehdot täyttyvät.' },
  'database-confirmed': { title: 'Tietokanta vahvistettu', whatToDo: 'Luvat odottavat sen tietoja muutaman sekunnin. Aiemman tietokannan palautuskiellot pysyvät.' },
};
