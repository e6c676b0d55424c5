/**
 * Finnish words of the printed papers: label, receipt, handover sheet, certificate, history, letter. Said to the person who
 * holds the paper; numbers and names are put in by whoever fills them.
 */
import type { Said } from '../languages.ts';
import { papersEnglish } from '../words-of-papers.ts';

const aPhone = 'Puhelin';
const isNamed = (device: string): boolean => device !== aPhone && device !== papersEnglish.aPhone;

export const papersFinnish: Said<typeof papersEnglish> = {
  aPhone,
  titles: {
    label: 'Tarra', receipt: 'Vastaanottokuitti puhelimestanne', 'handover-sheet': 'Luovutuslomake', certificate: 'Todistus: ei tyhjennetty', history: 'Mitä tälle puhelimelle tapahtui', letter: 'Kirje',
  },
  caseWord: 'Tapaus',
  page: (store, when) => `${store}, tulostettu ${when}`,
  virtual: 'VIRTUAALINEN: kokeilu, ei oikeaa laitetta',
  print: 'Tulosta',
  download: 'Lataa PDF-tiedostona',
  cannotPrint: (count) => `${count} merkkiä ei voi tulostaa tähän kopioon: kunkin kohdalla on tyhjä ruutu.`,
  serial: 'Sarjanumero', imei: 'IMEI', ecid: 'ECID',
  device: 'Laite', whichDevice: (number, of) => (of === 1 ? 'Puhelin' : `Puhelin ${number} / ${of}`),
  received: 'Vastaanotettu', colour: 'Väri', condition: 'Kunto', belongings: 'Mukana tuli', nothingElse: 'Ei muuta', power: 'Virta', battery: 'Akku', charge: (pct) => `${pct} %`,
  swelling: 'Akku turvonnut', ghostTouch: 'Näyttö koskettaa itseään', screenUsable: 'Näyttö käyttökelpoinen', passcode: 'Pääsykoodi', backup: 'Varmuuskopio', notSeenYet: 'Ei vielä tutkittu',
  lies: 'Missä se on', seal: 'Sinetti', noSeal: 'Ei sinettiä', purpose: 'Tarkoitus', method: 'Miten', carrier: 'Kuljettaja', back: 'Odotetaan takaisin', takenBy: 'Vastaanottaja', from: 'Luovuttaja', to: 'Vastaanottaja', conditionThen: 'Kunto luovutettaessa',
  poweredOff: (when) => `Sammutettu ${when}`,
  headWords: (seq, hash) => `${seq} merkintää · loppu ${hash.slice(-12)}`,

  label: {
    irreplaceable: 'KORVAAMATTOMAT TIEDOT', neverErase: 'Älä koskaan tyhjennä. Älä koskaan palauta.',
    held: 'PALAUTUSKIELTO: ei palautusta missään', battery: 'Akku mahdollisesti vaurioitunut', batteryDo: 'Älä lataa. Älä taivuta.',
  },
  warnings: {
    irreplaceable: 'Tämän puhelimen sisältö on korvaamaton', irreplaceableDo: 'Mikään ei saa tyhjentää sitä. Ei palautusta, ei päivitystä, ei pääsykoodien kokeilua.',
    battery: 'Akku mahdollisesti vaurioitunut', batteryDo: 'Älkää ladatko, taivuttako tai painako sitä. Säilyttäkää sitä paikassa, jossa tuli ei vahingoita mitään. Kantakaa se mieluummin kuin lähetätte.',
    eraseArmed: 'Älä käynnistä: tyhjennys on viritetty', eraseArmedDo: 'Puhelin voi tyhjentää itsensä, kun se seuraavan kerran käynnistyy. Lukekaa muisti käynnistämättä sitä.',
    held: 'Palautuskielto', heldDo: 'Mikään tämän liikkeen työpiste ei palauta sitä, ennen kuin päällikkö päättää.',
  },

  receipt: {
    lead: (store) => `Puhelimenne on nyt täällä: ${store}. Tästä paperista näkyy, mitä otimme vastaan ja mitä sallitte meidän tehdä. Säilyttäkää se.`,
    customer: 'Vastaanotettu henkilöltä', whatWeReceived: 'Mitä otimme vastaan', allowed: 'Mitä sallitte',
    noConsent: 'Ette ole vielä allekirjoittanut mitään. Siihen asti vain säilytämme puhelimen.',
    scopes: {
      diagnose: 'Saamme tutkia ja mitata puhelimen.', 'data-only': 'Saamme pelastaa tietonne, emmekä tehdä mitään muuta.', repair: 'Saamme korjata sen.', 'open-device': 'Saamme avata sen. Sen jälkeen se ei ehkä enää ole vesitiivis.',
      'go-to-partner': 'Saamme luovuttaa sen kumppanille, joka pelastaa tietoja.', erase: 'Saamme tyhjentää sen, kun varmuuskopio on tarkistettu.',
    },
    notAllowed: 'Mitään muuta emme saa tehdä. Emme tyhjennä puhelintanne.',
    upTo: (cap) => `Se saa maksaa enintään ${cap}. Sitä kalliimmasta kysymme ensin.`,
    signedAs: (relation, when) => `Allekirjoitettu ${when}, asema: ${relation.toLowerCase()}.`,
    takeBack: 'Voitte perua tämän milloin tahansa. Kertokaa meille, niin lopetamme.',
    passcode: 'Emme koskaan kysy pääsykoodianne emmekä koskaan säilytä sitä.',
    next: 'Mitä seuraavaksi tapahtuu', ask: 'Keneltä kysyä', askWho: (store, owner, code) => `Kysykää täältä: ${store}${owner === null ? '' : `, ${owner}`}. Sanokaa ${code}. Teidän ei tarvitse kertoa tarinaanne uudelleen.`,
    follow: 'Seuratkaa itse', followWords: 'Skannatkaa tämä omalla tai toisella puhelimella. Sivu näyttää, missä puhelin on, mitä seuraavaksi tapahtuu ja kuka on katsonut tietojanne.',
    noLink: 'Tällä liikkeellä ei ole sivua internetissä. Soittakaa tai tulkaa käymään ja kysykää tapauksesta.',
    askLink: 'Pyytäkää meiltä linkki sivullenne. Se näytetään kerran.',
    fetch: 'Ottakaa tämä paperi mukaan, kun noudatte puhelimen.',
  },
  check: {
    title: 'Miten nämä merkinnät tarkistetaan',
    words: (seq) => `Koodissa on tämän tapauksen merkintöjen loppu: ${seq} merkintää. Kukaan ei voi poistaa tai muuttaa merkintää jälkikäteen ilman, että tämä koodi paljastaa sen. Antakaa liikkeen skannata se, tai verratkaa sitä vietyyn kopioon.`,
  },

  handover: {
    lead: (from, to) => `Tämän puhelimen luovutus: ${from} – ${to}.`,
    what: 'Mitä luovutetaan', findings: 'Mitä havaittiin', bend: 'Rungon taipuma', notMeasured: 'Ei mitattu täällä',
    bendValue: (um, limit, uncertainty, bench) => `${um}${uncertainty === null ? '' : ` ± ${uncertainty}`}${limit === null ? '' : `, raja ${limit}`}${bench === null ? '' : `, mitattu: ${bench}`}`,
    ran: 'Mitä sille ajettiin täällä', nothingRan: 'Millään tämän liikkeen työpisteellä ei aloitettu palautusta.',
    mayDo: 'Mitä asiakas sallii', mayDoNothing: 'Mikään allekirjoitettu suostumus ei mainitse mitään. Älkää tehkö muuta kuin säilyttäkää se, ja soittakaa meille.',
    mayNot: (words) => `Ei sallittu: ${words}.`, upTo: (cap) => `Kustannusten yläraja: ${cap}. Kysykää meiltä, ennen kuin se ylittyy.`,
    given: 'Luovutettu', taken: 'Vastaanotettu', signHere: 'Nimi, päiväys, allekirjoitus', link: 'Kertokaa meille, missä ollaan',
    linkWords: 'Skannatkaa tämä, näppäilkää PIN ja allekirjoittakaa, ilmoittakaa tai kertokaa tulos siellä. Tiliä ei tarvita.', pin: 'PIN', pinWords: 'Painettu tähän paperiin kerran. Säilyttäkää se puhelimen luona, ei osoitteen.',
    noLink: 'Soittakaa meille ja sanokaa tapauksen koodi, kun puhelin on tullut, ja kun tiedätte, miten se päättyy.', contact: 'Asiakkaan tavoittaa meidän kauttamme. Lähettäkää viestit linkin kautta tai soittakaa meille.',
    rescue: 'Mitä kysyttiin ennen kuin se tuli',
  },

  certificate: {
    certified: 'Tästä puhelimesta ei täällä tyhjennetty mitään',
    certifiedWords: (from, to) => `Aikana ${from} – ${to} mikään tämän liikkeen työpiste ei tyhjentänyt siitä mitään. Jokainen aloitettu palautus pysäytettiin ennen sen ensimmäistä kirjoitusta, niin kuin kone itse vahvisti.`,
    nothingRan: (from, to) => `Aikana ${from} – ${to} mikään tämän liikkeen työpiste ei aloittanut sen palautusta.`,
    notCertified: 'Tätä ei voi todistaa', notCertifiedWords: 'Emme väitä sellaista, mitä kukaan ei ole osoittanut. Tämä ei tarkoita, että tietoja olisi kadonnut.',
    doubts: {
      'outcome-unknown': 'Palautuksen viimeinen todistettu vaihe oli lähellä paluurajaa. Kukaan ei ole osoittanut tietojen säilyneen.',
      'erase-begun': 'Tietoja tuhoavan vaiheen nähtiin alkavan. Sen loppua ei nähty.', erased: 'Kone ilmoitti tyhjennyksestä, joka päättyi.',
      'not-confirmed': 'Pysäytys lähetettiin, eikä kone vahvistanut sitä.', 'still-running': 'Palautus aloitettiin, eikä sen päättymisestä ilmoitettu.',
      'ran-through': 'Palautus eteni loppuun asti. Sen oli tarkoitus säilyttää tiedot; kukaan täällä ei ole katsonut itse tietoja.', 'erase-permitted': 'Tämän liikkeen ihmiset sallivat tyhjennyksen.',
      'not-watched': 'Työpiste, jossa tämä puhelin oli, ei vähään aikaan ilmoittanut mitään.', 'never-received': 'Tämä liike ei ole vastaanottanut puhelinta.', 'no-identifier': 'Sarjanumeroa, IMEI- tai ECID-numeroa ei tiedetä, joten kukaan ei voi sanoa, mitkä palautukset koskivat tätä puhelinta.',
    },
    asked: 'Aloitetut palautukset', planLine: (kind, from, to) => `${kind}${from === '' && to === '' ? '' : ` (${from || '?'} – ${to || '?'})`}`, noPlan: 'Suunnitelmaa ei ilmoitettu',
    how: 'Miten päättyi', stopped: 'Pysäytetty', ended: 'Päättyi itse ennen ensimmäistä kirjoitusta', running: 'Ei ilmoitettu', ranThrough: 'Eteni loppuun asti',
    requested: 'Pyydetty', written: 'Kirjoitettu', acknowledged: 'Kone vastasi', seenStopped: 'Nähty pysähtyneen', never: 'ei koskaan',
    after: (ms) => `${ms} ms kuluttua`, stopLine: (id, bench, day, cause) => `Pysäytys ${id}, työpiste ${bench}, ${day}: ${cause}`,
    seenBy: 'Koneen nähtiin pysähtyvän; itse puhelinta ei nähdä. Tämä todistus koskee tämän liikkeen työpisteitä, niin kuin ne ilmoittivat, eikä mitään muuta paikkaa.',
    signed: 'Liikkeen puolesta',
  },

  history: { lead: 'Kaikki, mitä tästä tapauksesta on kirjattu, järjestyksessä. Merkinnät on allekirjoitettu ja ketjutettu; virhe korjataan myöhemmällä merkinnällä.', when: 'Milloin', who: 'Kuka', what: 'Mitä', number: 'Nro.' },

  letter: {
    dear: (name) => `Hei ${name},`, hello: 'Hyvää päivää,',
    begin: (device, code) => `näin ${isNamed(device) ? `laitteenne (${device})` : 'puhelimenne'} tapaus päättyi (tapaus ${code}).`,
    results: {
      all: 'Kaikki, mitä etsittiin, voitiin pelastaa.', partial: 'Osa tiedoistanne voitiin pelastaa. Olemme pahoillamme, ettei se ollut kaikki.',
      none: 'Mitään ei voitu pelastaa. Olemme pahoillamme; sitä yritettiin huolella, eikä mitään tyhjennetty yrityksen vuoksi.', unrepaired: 'Puhelin tulee teille takaisin korjaamatta ja sellaisena kuin annoitte sen meille.',
    },
    notYet: 'Lopputulosta ei ole vielä kirjattu.',
    delivered: (how) => `Saatte sen näin: ${how}.`,
    counted: (words) => `Pelastettu: ${words}.`, copyGone: (day) => `Pelastaja poistaa oman kopionsa viimeistään ${day}.`,
    photos: (count) => `${count} kuvaa`, videos: (count) => `${count} videota`, other: (count) => `${count} muuta tiedostoa`,
    care: 'Jottei niin kävisi uudelleen',
    careItems: [
      'Katsokaa nyt, mitä pelastettiin, ja avatkaa muutama kuva. Kertokaa meille kahden viikon kuluessa, jos jotain puuttuu.', 'Tehkää toinen kopio toiseen paikkaan, esimerkiksi levylle jonkun luotettavan luona.',
      'Ottakaa uuden puhelimenne varmuuskopiointi käyttöön ja katsokaa kerran kuussa, onko sen päiväys siltä viikolta.', 'Kaupoista ostamanne voi hakea sieltä uudelleen tilillänne: musiikin, elokuvat, kirjat, sovellukset.',
      'Pyytäkää perheeltä ja ystäviltä kuvat ja viestit, jotka lähetitte heille.',
    ],
    careBattery: 'Älkää ladatko vanhaa puhelinta. Viekää se paikkaan, joka ottaa vastaan akkuja, kuten tähän liikkeeseen.',
    thanks: 'Voitte soittaa meille tai tulla käymään, jos teillä on kysyttävää. Mitään ei tarvitse selittää uudelleen: yllä oleva koodi riittää.', yours: (store) => `Ystävällisin terveisin, ${store}`,
  },

  /** What comes next, to the customer. */
  next: {
    withYou: 'Teillä', finished: 'Työ on valmis. Kerromme, milloin voitte noutaa sen.',
    here: 'Otamme puhelimen vastaan, tutkimme sen ja kirjaamme, mitä sallitte.', announced: 'Odotamme teitä. Teidän ei tarvitse kertoa tarinaa uudelleen.', decide: 'Palautus pysäytettiin, tai joku pyysi meitä odottamaan. Päällikkö päättää, mitä seuraavaksi tapahtuu; siihen asti mikään kone ei koske puhelimeen.',
    consent: 'Tarvitsemme allekirjoituksenne, ennen kuin mitään tehdään.', partner: 'Etsimme kumppanin, joka voi pelastaa tiedot, ja kysymme teiltä, jos se maksaa enemmän kuin sallitte.', handing: 'Puhelin on matkalla kumppanille.',
    stages: {
      received: 'Se on kumppanilla, joka tutkii sitä pian.', looking: 'Kumppani tutkii sitä.', 'waiting-for-parts': 'Kumppani odottaa osia.', recovering: 'Kumppani pelastaa tietoja.', ready: 'Kumppani on valmis; puhelin tulee takaisin.',
    },
    withPartner: 'Se on kumppanilla. Kerromme heti, kun kuulemme jotain.', fetch: 'Se on valmis. Voitte noutaa sen.', working: 'Työskentelemme sen parissa ja kerromme heti, kun jokin muuttuu.',
    returned: 'Se on taas teillä.', disposed: 'Se hävitettiin, akku turvallisesti.', closed: 'Tapaus on suljettu. Olemme yhä täällä, jos teillä on kysyttävää.', coming: 'Puhelin on matkalla meille.',
  },
};
