/**
 * Finnish words of the pages that customers, partners and agents see from outside. Said to a person who may have lost somebody:
 * calm, short, nothing that needs explaining.
 */
import type { Said } from '../languages.ts';
import type { outsidePagesEnglish } from '../words-of-outside-pages.ts';

const again = 'Mitään ei kadonnut. Palatkaa takaisin ja yrittäkää uudelleen.';

export const outsidePagesFinnish: Said<typeof outsidePagesEnglish> = {
  caseTitle: (code) => `Tapaus ${code}`, virtual: 'VIRTUAALINEN: kokeilu, ei oikeita laitteita.', back: 'Takaisin', done: 'Tehty', notDone: 'Ei tehty', send: 'Lähetä', optional: 'voi jättää tyhjäksi', choose: 'Valitkaa', timesIn: (zone) => `Ajat ovat liikkeen aikavyöhykkeen mukaan (${zone}).`,
  link: {
    gone: 'Tämä linkki ei toimi', goneWords: 'Se kopioitiin vain osittain, mitätöitiin, luovutus peruttiin tai sen aika on päättynyt. Mitään ei ole kadonnut: puhelin ja tapaus ovat siellä, missä olivat.', goneDo: 'Pyytäkää liikkeeltä uusi.',
    formGone: 'Tämä lomake oli auki liian kauan', formGoneWords: `Avatkaa sivu uudelleen linkistään ja lähettäkää se uudelleen. ${again}`, sentTwice: 'Tämä oli jo lähetetty. Se lasketaan kerran.',
    tooMany: 'Liian monta yritystä', tooManyWords: (minutes) => `Odottakaa ${String(minutes)} ${minutes === 1 ? 'minuutti' : 'minuuttia'} ja yrittäkää sitten uudelleen. Tai soittakaa liikkeeseen.`, wrongForm: 'Jokin lomakkeessa ei sovi', wrongFormWords: (place) => `Katsokaa kohtaa: ${place}. ${again}`,
  },
  customer: {
    title: 'Tapauksenne tilanne', earlier: (count) => `Aiemmin (${String(count)})`, erased: 'Henkilötietonne on poistettu', erasedWords: 'Nimenne, tarinanne ja kuvanne on poistettu lopullisesti. Jos teillä on asiaa, soittakaa liikkeeseen tai tulkaa käymään.',
    lead: 'Teidän ei tarvitse kertoa mitään uudelleen. Tämä sivu näyttää, missä ollaan.', where: 'Missä puhelimenne on', next: 'Mitä seuraavaksi tapahtuu', updates: 'Mitä tähän mennessä on tapahtunut', seen: 'Kuka on katsonut tietojanne', seenNobody: 'Kukaan ei ole tähän mennessä katsonut nimeänne, tarinaanne tai kuvianne.',
    seenBy: (role, code, kind) => `Katsottu ${kind}: ${role} (${code})`, allowed: 'Mitä sallitte', allowedNothing: 'Mitään ei ole allekirjoitettu.', takeBack: 'Peru tämä', takenBack: (day) => `Peruttu ${day}`, takeBackHint: 'Silloin lopetamme sen, minkä se salli. Voitte allekirjoittaa uudelleen liikkeessä.',
    tell: 'Kirjoittakaa meille', tellHint: 'Sen lukee se, joka hoitaa tapausta. Numeroanne ei koskaan näytetä kenellekään muulle.', tellTo: 'Vastaanottaja', tellStore: 'Liike', tellPartner: 'Kumppani, jolla puhelin on', waitsForUs: 'Luemme sen ja välitämme sen eteenpäin.', passedOn: 'Välitetty kumppanille.', tellWords: 'Viestinne', callMe: 'Soittakaa minulle', told: 'Se on meillä. Seuraavaksi sen lukee se, joka hoitaa tapausta.',
    messages: 'Viestit', fromYou: 'Te', from: { store: 'Liike', partner: 'Kumppani', customer: 'Te' }, care: 'Jottei niin kävisi uudelleen',
    moved: { 'taken-in': 'Annoitte puhelimen meille.', 'to-partner': 'Luovutimme sen kumppanille.', 'at-partner': 'Se on kumppanilla, ja siitä on allekirjoitus.', 'back-in-store': 'Se on takaisin liikkeessä.', 'given-back': 'Se on taas teillä.' },
    kinds: { contact: 'nimeänne ja yhteystietojanne', story: 'sitä, mitä kerroitte meille', photo: 'kuvia puhelimestanne', consent: 'allekirjoitustanne' },
    roles: { technician: 'teknikko', manager: 'päällikkö', support: 'tukihenkilö', auditor: 'tarkastaja', admin: 'ylläpitäjä' },
    happened: {
      'brief-filed': 'Tarinanne kerrottiin liikkeelle.', 'brief-acknowledged': 'Päällikkö luki sen ja odottaa teitä.', 'customer-arrived': 'Tulitte liikkeeseen.', 'intake-recorded': 'Tutkimme puhelimen ja kirjasimme, missä kunnossa se on.', 'consent-given': 'Allekirjoititte, mitä saamme tehdä.',
      'consent-withdrawn': 'Peruitte jotain, minkä olitte sallinut.', 'hold-placed': 'Kone pysähtyi, jottei mitään tyhjennetä.', 'hold-approved': 'Päällikkö päätti: mikään koneemme ei koske puhelimeen.', 'hold-released': 'Päällikkö päätti, että työtä saa jatkaa.', 'transfer-given': 'Luovutimme sen eteenpäin.',
      'transfer-taken': 'Se tuli perille, ja siitä on allekirjoitus.', 'transfer-recalled': 'Luovutus peruttiin.', 'partner-stage-reported': 'Kumppani kertoi meille, missä ollaan.', 'outcome-recorded': 'Nyt tiedetään, miten se päättyi.', closed: 'Tapaus suljettiin.', reopened: 'Tapaus avattiin uudelleen.',
    },
  },
  partner: {
    pin: 'PIN', pinHint: 'Kuusi numeroa, puhelimen mukana tulleessa luovutuslomakkeessa.', enter: 'Avaa', pinWrong: 'PIN ei ole oikein', pinWrongWords: 'Katsokaa luovutuslomaketta uudelleen. Viiden väärän jälkeen tämä linkki odottaa hetken. Jos PIN on oikein, linkki on sillä välin peruttu: kysykää liikkeestä.', lead: 'Näppäilkää PIN, niin näette luovutuksen.',
    sheet: 'Luovutus', sign: 'Puhelin on tullut', signHint: 'Allekirjoittakaa, että se on teillä. Siitä lähtien se on teillä.', name: 'Nimenne', signature: 'Allekirjoituksenne', signatureHint: 'Piirtäkää se tähän tai jättäkää pois: nimi ja PIN vastaavat allekirjoitusta.', clear: 'Pyyhi', seal: 'Onko sinetti ehjä?', condition: 'Kunto tullessa', signNow: 'Allekirjoita: se on minulla',
    notGiven: 'Sitä ei ole vielä luovutettu', notGivenWords: 'Liike ei ole allekirjoittanut luovuttaneensa puhelinta. Kun se on käsissänne, soittakaa liikkeeseen.', recalled: 'Tämä luovutus peruttiin', recalledWords: 'Tässä ei ole mitään tehtävää. Jos puhelin on teillä, soittakaa liikkeeseen.', taken: (when) => `Se on ollut teillä, alkaen ${when}.`, away: 'Se ei ole enää teillä', awayWords: 'Puhelin lähti teiltä eteenpäin. Ilmoittamanne jää merkintöihin.',
    erased: 'Tässä ei voi enää allekirjoittaa mitään', erasedWords: 'Tämän tapauksen henkilötiedot on poistettu lopullisesti. Jos puhelin on teillä, soittakaa liikkeeseen.',
    stage: 'Missä ollaan', stageField: 'Vaihe', expected: 'Arvioitu valmistuminen', report: 'Ilmoita', reported: 'Ilmoitettu tähän mennessä', outcome: 'Miten päättyi', outcomeField: 'Tulos', whichPhone: 'Puhelin', photos: 'Kuvia', videos: 'Videoita', other: 'Muita tiedostoja', countsHint: 'Montako pelastettiin; vain määrät, ei sisältöä.', delivered: 'Miten asiakas saa ne',
    copyGone: 'Oma kopionne poistetaan viimeistään', words: 'Mitä muuta meidän pitäisi tietää', wordsHint: 'Säilyy pysyvästi merkinnöissä: ei nimiä.', outcomeNow: 'Kerro tulos', outcomeKnown: 'Jo kerrottu', copy: 'Kopionne merkinnöistä', copyHint: 'Tiedosto, jonka voitte tarkistaa ilman meitä. Säilyttäkää se: se todistaa, mitä oli kirjattu, kun otitte sen.', copyNow: 'Lataa', leave: 'Sulje tämä sivu muilta',
  },
  agent: {
    needed: 'Vain kaksi nimeä tarvitaan; muu sen mukaan, mitä tiedätte.', who: 'Kuka tulee', story: 'Mikä on tärkeää', another: 'Jätä toinen ennakkoilmoitus',
    title: 'Tukihenkilöille', user: 'Käyttäjänimi', password: 'Salasana', code: 'Sovelluksenne koodi', codeHint: 'vain jos sellainen on käytössä', signIn: 'Kirjaudu sisään', signOut: 'Kirjaudu ulos', failed: 'Nimi, salasana tai koodi ei ole oikein', failedWords: 'Yrittäkää uudelleen. Jos salasana on kadonnut, kysykää liikkeen ylläpitäjältä.', notAgent: 'Tämä ovi on tukihenkilöille', notAgentWords: 'Henkilökunta kirjautuu sisään liikkeessä.',
    file: 'Kertokaa liikkeelle, kuka tulee', fileHint: 'Päällikkö lukee sen, ennen kuin asiakas on paikalla. Kukaan ei kysy uudelleen.', briefs: 'Ennakkoilmoituksenne', none: 'Ette ole vielä jättänyt yhtään.', name: 'Asiakkaan nimi', greeting: 'Miten henkilöä puhutellaan', phone: 'Asiakkaan puhelinnumero', mail: 'Asiakkaan sähköposti', mayCall: 'Asiakkaalle saa soittaa', matters: 'Mikä on tärkeää ja kenelle', mattersHint: 'Työpisteen näyttö näyttää sen.', doNotAsk: 'Mitä ei pidä kysyä uudelleen', happened: 'Mitä tapahtui', language: 'Asiakkaan kieli', expected: 'Odotetaan saapuvaksi',
    irreplaceable: 'Sen sisältö on korvaamaton', irreplaceableHint: 'Siitä lähtien mikään liikkeen kone ei saa tyhjentää sitä.', ownName: 'Nimenne', ownMail: 'Sähköpostinne, lopputulosta varten', reference: 'Oma viitteenne', rescue: 'Nopeat tavat saada tiedot', model: 'Malli', serial: 'Sarjanumero', imei: 'IMEI', fileNow: 'Jätä ennakkoilmoitus',
    amend: 'Muuta tätä ilmoitusta', amendHint: 'Kirjoita vain uusi: se korvaa sen, mitä kerroit. Tyhjäksi jätetty pysyy ennallaan. Vastaanottanut lukee ilmoituksen uudelleen.', amendNow: 'Lähetä muutos', amended: (when) => `Muutettu ${when}, ei vielä luettu uudelleen.`,
    filed: (code) => `Se on liikkeellä tapauksena ${code}.`, taken: (code, when) => `Vastaanottanut päällikkö ${code}, ${when}`, notTaken: 'Ei vielä otettu vastaan', ended: 'Miten päättyi', open: 'Vielä avoin', told: 'Asiakkaalle on kerrottu.',
  },
};
