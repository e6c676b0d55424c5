/**
 * Finnish for every cause of a trip. A cause says what happened, never that the restore "was stopped": only the receipt
 * may say so. No text tells anybody to touch the phone or its cable; the operator's call (words-of-stops.ts) does that.
 */
import type { CauseCode } from '../causes.ts';
import { aside } from '../words-of-cause-numbers.ts';
import type { Guidance } from '../words-shape.ts';
import { battery, bend, corruption, knowledge, measuring, personStop, refusal, silence, stall } from './words-of-cause-numbers.ts';
import { dataCausesFinnish, deviceCausesFinnish } from './words-of-data-causes.ts';
import { personCausesFinnish } from './words-of-person-causes.ts';

const recoverFirst = 'Älä aloita tässä palautusta. Ensin pelastetaan tiedot: kysy päälliköltä.';

export const causesFinnish: Readonly<Record<CauseCode, Guidance>> = {
  'device-frame-bent': {
    title: 'Puhelimen runko taipunut',
    what: bend,
    usualCause: 'Putoaminen, takatasku tai turvonnut akku.',
    whatToDo: () => 'Älä aloita tässä palautusta. Pyydä päälliköltä palautuskieltoa puhelimelle. Älä paina äläkä oikaise sitä: akku voi olla vaurioitunut.',
  },
  'cannot-measure': {
    title: 'Runkoa ei voi mitata',
    what: measuring,
    usualCause: 'Mittapään irronnut liitin, lika mittakärjessä tai puhelin, joka ei ole tasaisesti paikallaan.',
    whatToDo: () => 'Älä aloita tässä palautusta. Kun mikään palautus ei ole kesken, puhdista reunat, aseta puhelin uudelleen ja mittaa.',
  },
  'erase-without-consent': {
    title: 'Tyhjennys ilman suostumusta ja kopiota',
    what: () => 'Suunnitelma tyhjentäisi tämän puhelimen. Kirjattua suostumusta yhdessä tarkistetun varmuuskopion kanssa ei ole.',
    usualCause: 'Palautusohjelma valitsi tyhjentävän asennuksen eikä päivitystä.',
    whatToDo: () => recoverFirst,
  },
  'unknown-plan': {
    title: 'Tuntematon palautussuunnitelma',
    what: ({ kind }) => `Kone ilmoitti suunnitelman, jota Holdfast ei tunne${aside(kind)}. Sitä käsitellään tyhjentävänä.`,
    usualCause: 'Uudempi palautusohjelma tai asennustapa, jota Holdfastille ei ole kuvattu.',
    whatToDo: () => recoverFirst,
  },
  'update-fell-back-to-erase': {
    title: 'Päivitys epäonnistui, tyhjennys uhkaa',
    what: () => 'Päivitys epäonnistui, ja seuraava vaihe tyhjentäisi puhelimen.',
    usualCause: 'Vaurioitunut piirilevy tai muisti, usein taipumisen, putoamisen tai veden jäljiltä.',
    whatToDo: () => 'Älä yritä uudelleen millään työpisteellä. Ensin pelastetaan tiedot: kysy päälliköltä.',
  },
  'erase-without-permit': {
    title: 'Tyhjennysvaihe ilman lupaa',
    what: () => 'Kone ilmoitti vaiheen, joka tyhjentää, eikä Holdfast ollut antanut siihen lupaa.',
    usualCause: 'Kone, joka ei odottanut portilla, tai palautus, joka alkoi ennen kuin Holdfast valvoi.',
    whatToDo: () => 'Älä käytä tätä konetta toiseen palautukseen. Kysy päälliköltä heti.',
  },
  'commit-without-permit': {
    title: 'Kirjoitus ilman lupaa',
    what: () => 'Kone ilmoittaa ohittaneensa paluurajan, eikä Holdfast ollut antanut mitään lupaa.',
    usualCause: 'Kone, joka ei odottanut portilla, tai palautus, joka alkoi ennen kuin Holdfast valvoi.',
    whatToDo: () => 'Älä käytä tätä konetta toiseen palautukseen. Kysy päälliköltä heti.',
  },
  'phase-unknown': {
    title: 'Tuntematon vaihe',
    what: ({ phase }) => `Kone ilmoitti vaiheen, jota Holdfast ei tunne${aside(phase)}. Se voi olla paluurajan vieressä.`,
    usualCause: 'Koneen laiteohjelmisto on uudempi kuin tämä Holdfastin versio.',
    whatToDo: () => 'Älä aloita tässä palautusta. Kirjaa koneen laiteohjelmiston versio ja päivitä Holdfast, ennen kuin konetta taas käytetään.',
  },
  'device-changed': {
    title: 'Ei sama puhelin',
    what: () => 'Puhelimen tunnisteet eivät ole samat kuin silloin, kun se asetettiin paikalleen.',
    usualCause: 'Paikalleen asetettiin toinen puhelin, tai kone luki numeron väärin.',
    whatToDo: () => 'Vertaa sarjanumeroa tapauksen tarraan. Älä aloita palautusta, ennen kuin ne täsmäävät.',
  },
  'device-held': {
    title: 'Tällä puhelimella on palautuskielto',
    what: () => 'Tätä puhelinta ei saa palauttaa millään työpisteellä.',
    usualCause: 'Päällikkö tai aiempi pysäytys asetti palautuskiellon tietojen suojaamiseksi.',
    whatToDo: () => 'Älä aloita tässä palautusta. Tapauksesta näkee, kuka kiellon asetti ja miksi; päällikkö päättää.',
  },
  'device-elsewhere': {
    title: 'Puhelin on myös toisella työpisteellä',
    what: ({ bench }) => `Toinen työpiste${aside(bench)} ilmoittaa tämän puhelimen tai sen kesken olevan palautuksen.`,
    usualCause: 'Puhelin siirrettiin palautuksen ollessa kesken, tai kaksi puhelinta ilmoittaa saman numeron.',
    whatToDo: () => 'Katso ensin toinen työpiste ja vertaa molempia puhelimia niiden tapausten tarroihin.',
  },
  'battery-low': {
    title: 'Akun varaus liian pieni',
    what: battery,
    usualCause: 'Vanha akku tai liian lyhyt aika laturissa.',
    whatToDo: () => 'Anna latautua, jos puhelin on viileä ja litteä, ja aloita uudelleen. Jos se on kuuma tai turvonnut, paina hätäseis-painiketta ja siirry kauemmas.',
  },
  'rig-silent': {
    title: 'Kone lakkasi vastaamasta',
    what: silence,
    usualCause: 'Irronnut kaapeli koneen ja PC:n välissä, tai kone, joka menetti virran.',
    whatToDo: () => 'Katso konetta ja tarkista sitten sen virta sekä kaapeli koneen ja PC:n välissä.',
  },
  'corrupt-frames': {
    title: 'Vioittuneita rivejä koneelta',
    what: corruption,
    usualCause: 'Kulunut kaapeli, USB-keskitin, tai moottori tai laturi lähellä kaapelia.',
    whatToDo: () => 'Kun mikään palautus ei ole kesken, vaihda kaapeli koneen ja PC:n välistä ja jätä keskittimet pois.',
  },
  'sequence-regressed': {
    title: 'Koneen rivit epäjärjestyksessä',
    what: () => 'Koneen rivinumerot menivät taaksepäin, joten sen ilmoitusten tuoreus ei ole varmaa.',
    usualCause: 'Toinen ohjelma samassa portissa tai kone, joka käynnistyi uudelleen huomaamatta.',
    whatToDo: () => 'Sulje muut ohjelmat, jotka käyttävät tätä porttia. Jos tämä toistuu, tarkistuta kone.',
  },
  'port-lost': {
    title: 'Yhteys koneeseen katkesi',
    what: ({ path }) => `Koneen portti${aside(path)} katosi palautuksen ollessa kesken.`,
    usualCause: 'Irronnut USB-liitin, nollautunut USB-keskitin tai kone, joka menetti virran.',
    whatToDo: () => 'Katso konetta ja kytke sitten koneen kaapeli takaisin tähän PC:hen. Holdfast yhdistää itse.',
  },
  'rig-restarted': {
    title: 'Kone käynnistyi itse uudelleen',
    what: () => 'Kone käynnistyi uudelleen kesken työnsä. Kukaan ei ollut pyytänyt sitä.',
    usualCause: 'Notkahdus sen virransyötössä tai vika sen laiteohjelmistossa.',
    whatToDo: () => 'Katso konetta ja tarkista sen virransyöttö, ennen kuin sitä taas käytetään.',
  },
  'rig-refused': {
    title: 'Kone hylkäsi rivin',
    what: refusal,
    usualCause: 'Koneen oma pysäytys on lukinnut sen, tai sen palautus vaihtui sillä välin.',
    whatToDo: () => 'Katso koneen näyttöä ja kuittaa työpiste, kun mikään palautus ei ole kesken.',
  },
  'bridge-restarted': {
    title: 'Holdfast käynnistyi kesken palautuksen',
    what: () => 'Holdfast käynnistyi uudelleen ja löysi palautuksen, jota se ei ollut seurannut alusta asti.',
    usualCause: 'PC käynnistyi uudelleen, päivitettiin tai menetti virran.',
    whatToDo: () => 'Katso konetta. Kuittaa työpiste, kun se palautus on päättynyt.',
  },
  'latch-unreadable': {
    title: 'Pysäytysmuistia ei voi lukea',
    what: () => 'Holdfast ei voi lukea, onko tämä työpiste pysäytetty aiemmin. Se pitää työpistettä pysäytettynä.',
    usualCause: 'Virtakatko tallennuksen aikana, täysi tai vioittunut levy, tai vaihdettu tilakansio.',
    whatToDo: () => 'Selvitä, mitä tässä viimeksi ajettiin. Kaksi ihmistä kuittaa työpisteen katsottuaan puhelinta ja konetta. Sitten tehdään koepysäytys ja työpiste otetaan takaisin käyttöön.',
  },
  'bridge-stalled': {
    title: 'Tämä PC oli pysähdyksissä',
    what: stall,
    usualCause: 'PC meni lepotilaan, tai muut ohjelmat veivät kaiken sen ajan.',
    whatToDo: () => 'Poista lepotila käytöstä tällä PC:llä ja sulje raskaat ohjelmat ennen seuraavaa palautusta.',
  },
  'guard-fault': {
    title: 'Holdfastin sisäinen vika',
    what: () => 'Holdfastin sisällä meni jokin vikaan, joten se ei luota omaan kuvaansa tästä työpisteestä.',
    usualCause: 'Vika Holdfastissa itsessään. Se ei johdu mistään, mitä työpisteellä tehtiin.',
    whatToDo: () => 'Älä aloita tässä palautusta. Säilytä tämän laukeamisen tallenne sille, joka ylläpitää Holdfastia.',
  },
  'rig-stopped-itself': {
    title: 'Kone pysäytti itse',
    what: () => 'Kone ilmoittaa pysähtyneensä, koska sillä ei ollut voimassa olevaa lupaa.',
    usualCause: 'Koneen ja PC:n välinen yhteys oli hidas tai poikki, tai Holdfast ei antanut lupaa.',
    whatToDo: () => 'Lue, mitä muuta työpiste ilmoittaa, ja tarkista kaapeli koneen ja PC:n välissä ennen seuraavaa palautusta.',
  },
  'unnamed-stop': {
    title: 'Pysäytys ilman nimeä',
    what: () => 'Kone ilmoittaa pysäytystavun, mutta sen perässä ei ole pysäytysriviä tunnisteineen.',
    usualCause: 'Kesken katkennut pysäytys tai häiriö linjalla.',
    whatToDo: () => 'Tarkista kaapeli, kun mikään palautus ei ole kesken, ja kuittaa sitten.',
  },
  'stop-button': {
    title: 'Pysäytyspainiketta painettu',
    what: () => 'Joku painoi koneen pysäytyspainiketta.',
    usualCause: 'Ihminen näki jotain, mitä mikään anturi ei näe. Sitä varten painike on.',
    whatToDo: () => 'Kysy, mitä nähtiin, ja kirjoita se kuittauksen syyksi.',
  },
  estop: {
    title: 'Hätäseis painettu',
    what: () => 'Koneen hätäseis-painiketta painettiin. Se katkaisee jokaisessa vaiheessa.',
    usualCause: 'Ihminen oli vaarassa, tai puhelin oli kuuma, turvonnut tai savusi. Ihmiset ovat etusijalla.',
    whatToDo: () => 'Jos puhelin on kuuma, turvonnut tai savuaa: siirry kauemmas ja jätä se. Kun kaikki on turvallista, vapauta hätäseis ja kuittaa sitten.',
  },
  'operator-stop': {
    title: 'Ihmisen pyytämä pysäytys',
    what: personStop,
    usualCause: 'Ihminen näki jotain, mitä mikään anturi ei näe. Sitä varten painike on.',
    whatToDo: () => 'Kysy, mitä nähtiin, ja kirjoita se kuittauksen syyksi.',
  },
  'holds-unknown': {
    title: 'Palautuskiellot eivät ole tiedossa',
    what: knowledge,
    usualCause: 'Holdfast-palvelin ei ole käynnissä, tai siihen ei saa yhteyttä tältä PC:ltä.',
    whatToDo: () => 'Älä aloita tässä palautusta. Tarkista, että Holdfast-palvelin on käynnissä; työpiste saa kiellot taas tietoonsa itse.',
  },
  'cannot-record': {
    title: 'Tallennetta ei voi kirjoittaa',
    what: () => 'Tämän työpisteen tapahtumia ei voi kirjata, joten mitään ei voisi myöhemmin todistaa.',
    usualCause: 'Täysi tai vioittunut levy tällä PC:llä.',
    whatToDo: () => 'Älä aloita tässä palautusta. Vapauta levytilaa tältä PC:ltä; työpiste jatkaa itse.',
  },
  ...personCausesFinnish,
  ...dataCausesFinnish,
  ...deviceCausesFinnish,
  'bench-out-of-service': {
    title: 'Työpiste on pois käytöstä',
    what: () => 'Palautus ohitti porttinsa ilman lupaa. Tämä työpiste ei anna lupaa, koska se on pois käytöstä.',
    usualCause: 'Palautus aloitettiin työpisteellä, jonka joku oli poistanut käytöstä.',
    whatToDo: () => 'Älä aloita tässä palautusta. Työpiste näyttää, kuka poisti sen käytöstä ja miksi.',
  },
  'drill-became-stop': {
    title: 'Koepysäytyksestä tuli oikea pysäytys',
    what: () => 'Koepysäytyksen pysäytystavu tuli koneelle, kun se ei ollut tai ei enää ollut viritettynä. Kone piti sitä oikeana pysäytyksenä.',
    usualCause: 'Puhelin asetettiin juuri silloin, tai tämä kone ei tunne koepysäytyksiä.',
    whatToDo: () => 'Katso konetta. Jos se oli tyhjä tai mikään palautus ei ollut kesken, mitään ei menetetty: kuittaa työpiste.',
  },
};
