/**
 * The mails of a case in Finnish. They are read by somebody who may have lost a person: short, plain, true, and nothing to
 * sell. A subject says nothing that a stranger who sees the screen must not know.
 */
import type { CallLevel } from '../case-state.ts';
import { say } from '../mail-text.ts';
import type { MailFrame, MailPart, MailWords, MailWritten } from '../mail-text.ts';
import type { BackupWays, ChainHead, HeldBecause, HeldData, HeldNext, MailPartnerStage, MailResult, Standing } from '../mail.ts';
import { casePartsFinnish } from './words-of-case-parts.ts';

const LANGUAGE = 'fi-FI';

const day = (atIso: string, { timeZone }: MailFrame): string => new Intl.DateTimeFormat(LANGUAGE, { timeZone, dateStyle: 'long' }).format(new Date(atIso));
const moment = (atIso: string, { timeZone }: MailFrame): string =>
  new Intl.DateTimeFormat(LANGUAGE, { timeZone, day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' }).format(new Date(atIso));

const hello = (name: string | null): string => (name === null || name.trim() === '' ? 'Hei,' : say`Hei ${name},`);
/** The ending hangs on our own word; what the device is called follows in brackets as it was typed. */
const yours = (device: string | null, phone: string, other: string): string => (device === null || device.trim() === '' ? phone : say`${other} (${device})`);
const unless = (text: string | null, part: (text: string) => MailPart): MailPart[] => (text === null || text.trim() === '' ? [] : [part(text)]);

type Case = { readonly caseCode: string; readonly toName: string | null };
type Device = string | null;

const toCustomer = ({ caseCode, toName }: Case, { storeName }: MailFrame, parts: readonly MailPart[]): MailWritten => ({
  subject: say`Puhelimenne, tapaus ${caseCode}`,
  parts: [hello(toName), ...parts],
  linkWords: 'Voitte katsoa milloin tahansa, missä ollaan, ilman tiliä:',
  end: [say`Jos teillä on kysyttävää, vastatkaa tähän viestiin tai tulkaa käymään. Sanokaa “tapaus ${caseCode}”, niin teidän ei tarvitse kertoa sitä uudelleen.`, say`${storeName}`],
});

const toAgent = ({ caseCode, toName }: Case, { storeName }: MailFrame, parts: readonly MailPart[]): MailWritten => ({
  subject: say`Ennakkoon ilmoittamanne tapaus ${caseCode}`, parts: [hello(toName), ...parts], linkWords: null, end: ['Jos teillä on kysyttävää, vastatkaa tähän viestiin.', say`${storeName}`],
});

const record = ({ count, hash }: ChainHead): readonly MailPart[] => [
  say`Säilyttäkää tämä viesti: se on vastaanottokuittinne. Kaikki, mitä puhelimellenne tapahtuu, kirjataan merkintä merkinnältä. Merkintöjä on nyt ${count}, ja viimeisellä on tämä tunnus:`,
  say`${hash}`,
  'Jos joku muuttaisi tähän asti kirjoitettua, tunnus ei enää täsmäisi.',
];

const BECAUSE: Readonly<Record<HeldBecause, string>> = {
  'frame-bent': 'Sen runko on taipunut enemmän kuin mitä koneemme voi turvallisesti käsitellä. Jos olisimme jatkaneet, sen sisältö olisi voinut tyhjentyä.',
  'cannot-measure': 'Emme pystyneet mittaamaan, onko sen runko suora. Jos olisimme jatkaneet tietämättä sitä, sen sisältö olisi voinut tyhjentyä.',
  'would-erase': 'Seuraava vaihe olisi tyhjentänyt sen sisällön.',
  unsafe: 'Jatkaminen ei ollut turvallista: se kuumeni, tai sen akku voi olla vaurioitunut. Se on paikassa, jossa siitä ei ole haittaa.',
  'second-look': 'Yksi meistä halusi katsoa sitä vielä kerran, ennen kuin sille tehdään mitään muuta.',
  other: 'Jokin ei ollut niin kuin pitäisi, emmekä halunneet vaarantaa sen sisältöä.',
};
const DATA: Readonly<Record<HeldData, string>> = {
  'as-it-was': 'Sen sisältö on niin kuin se oli, kun toitte sen.',
  'not-known': 'Emme vielä tiedä, onko sen sisältö koskematon. Ennen kuin tiedämme, sille ei tehdä mitään muuta.',
};
const NEXT: Readonly<Record<HeldNext, string>> = {
  'we-decide': 'Päällikkö katsoo sitä seuraavaksi, ja sitten kuulette meistä. Teidän ei tarvitse nyt tehdä mitään.',
  'ask-lab': 'Kysymme tietoja pelastavalta laboratoriolta, mitä se voi tehdä, ja sitten kuulette meistä. Teidän ei tarvitse nyt tehdä mitään.',
  'your-word': 'Ennen mitään muuta tarvitsemme vastauksenne. Vastatkaa tähän viestiin tai tulkaa käymään.',
};
const STAGE: Readonly<Record<MailPartnerStage, (partner: string, device: Device) => string>> = {
  received: (partner, device) => say`${yours(device, 'Puhelimenne', 'Laitteenne')} on nyt perillä: ${partner}.`,
  looking: (partner, device) => say`${partner} tutkii, mitä voidaan tehdä: ${yours(device, 'puhelimenne', 'laitteenne')}.`,
  'waiting-for-parts': (partner, device) => say`${partner} odottaa tarvittavaa osaa: ${yours(device, 'puhelimenne', 'laitteenne')}. Mitään vikaa ei ole; se kestää vain vähän kauemmin.`,
  recovering: (partner, device) => say`${partner} käsittelee parhaillaan sisältöä: ${yours(device, 'puhelimenne', 'laitteenne')}.`,
  ready: (partner, device) => say`${partner} on saanut työn valmiiksi: ${yours(device, 'puhelimenne', 'laitteenne')}. Miten se päättyi, kerromme heti, kun tiedämme.`,
};
const STANDING: Readonly<Record<Standing, (device: Device) => string>> = {
  expected: (device) => say`Odotamme vielä, se ei ole tullut: ${yours(device, 'puhelin', 'laite')}.`,
  'in-store': (device) => say`${yours(device, 'Puhelin', 'Laite')} on meillä, ja tutkimme sitä.`,
  held: (device) => say`${yours(device, 'Puhelin', 'Laite')} on meillä. Työ on pysäytetty, jottei sen sisällöstä katoa mitään, ja päällikkö päättää, mitä seuraavaksi tapahtuu.`,
  'on-the-way': (device) => say`${yours(device, 'Puhelin', 'Laite')} on matkalla tietoja pelastavaan laboratorioon.`,
  'with-partner': (device) => say`${yours(device, 'Puhelin', 'Laite')} on tietoja pelastavassa laboratoriossa. Se voi kestää jonkin aikaa; mitään vikaa ei ole.`,
  ready: (device) => say`${yours(device, 'Puhelin', 'Laite')} on taas meillä ja noudettavissa.`,
};
const RESULT: Readonly<Record<MailResult, (device: Device) => readonly string[]>> = {
  all: (device) => [say`Kaikki, mitä etsittiin, löytyi ja on tallessa: ${yours(device, 'puhelimenne', 'laitteenne')}.`],
  partial: (device) => [say`Osa sisällöstä löytyi ja on tallessa: ${yours(device, 'puhelimenne', 'laitteenne')}.`, 'Puuttuvaa ei enää voitu lukea. Olemme pahoillamme, ettei se ole kaikki.'],
  none: (device) => [say`Olemme hyvin pahoillamme. Mitään ei voitu pelastaa: ${yours(device, 'puhelimenne', 'laitteenne')}.`, 'Olisimme halunneet kertoa teille jotain muuta. Jos haluatte tietää, mitä yritettiin, käymme sen kanssanne läpi silloin, kun teille sopii.'],
  unrepaired: (device) => [say`${yours(device, 'Puhelintanne', 'Laitettanne')} ei korjattu. Saatte sen takaisin sellaisenaan.`, 'Jos haluatte tietää, miksi, tai mitä sille voi vielä tehdä, käymme sen kanssanne läpi.'],
};
const RESULT_FOR_AGENT: Readonly<Record<MailResult, string>> = {
  all: 'Kaikki, mitä etsittiin, löytyi ja on tallessa.',
  partial: 'Osa siitä löytyi ja on tallessa. Loppua ei enää voitu lukea.',
  none: 'Mitään ei voitu pelastaa.',
  unrepaired: 'Laitetta ei korjattu, ja se annetaan takaisin sellaisenaan.',
};
const BACKUP: Readonly<Record<BackupWays, readonly string[]>> = {
  iphone: [
    'Itsestään, langattomasti: Asetukset, nimenne, iCloud, iCloud-varmuuskopio, päälle. Silloin se toimii öisin, laturissa ja Wi-Fi-verkossa.',
    'Tai tietokoneella: yhdistäkää puhelin ja valitkaa “Varmuuskopioi nyt”, Macissa Finderissa tai Windowsissa Apple-laitteet-apissa. Kerran kuussa on hyvä tapa.',
  ],
  android: [
    'Itsestään, langattomasti: Asetukset, Google, Varmuuskopiointi, päälle. Katsokaa myös Google Kuvista, että varmuuskopiointi on päällä: kuvat säilytetään erikseen muusta.',
    'Tai tietokoneella: yhdistäkää puhelin kaapelilla, valitkaa “Tiedostonsiirto” ja kopioikaa kansio DCIM. Kerran kuussa on hyvä tapa.',
  ],
  other: ['Kopioikaa tärkeät asiat tietokoneelle tai muistitikulle. Kerran kuussa on hyvä tapa.'],
};
const CALLED: Readonly<Record<CallLevel, string>> = {
  here: 'Sinut kutsutaan, koska olet liikkeessä.',
  managers: 'Sinut kutsutaan, koska kukaan paikalla oleva päällikkö ei ole tehnyt sitä.',
  beyond: 'Sinut kutsutaan, koska kukaan liikkeen päälliköistä ei ole tehnyt sitä. Soita liikkeeseen.',
};

export const MAIL_WORDS_FI: MailWords = {
  language: 'fi',
  virtual: 'Tämä viesti tulee Holdfastin esittelystä, jossa on virtuaalisia koneita. Se ei koske oikeaa puhelinta.',
  write: {
    'brief-acknowledged': (about, frame) => toAgent(about, frame, [
      say`${about.byName} (${frame.storeName}) on lukenut ennakkoilmoituksenne ja on asiakasta varten paikalla.`,
      ...unless(about.expectedAtIso, (atIso) => say`Odotettu aika: ${moment(atIso, frame)}.`),
      'Kirjoittamanne on työpisteellä, jottei kenenkään tarvitse kertoa sitä kahdesti.',
      ...unless(about.reference, (reference) => say`Viitteenne: ${reference}`),
      'Kun tapaus on päättynyt, kerromme, miten. Teidän ei tarvitse kysyä.',
    ]),
    'device-received': (about, frame) => toCustomer(about, frame, [
      say`${yours(about.device, 'Puhelimenne', 'Laitteenne')} on meillä. Sen otti vastaan ${about.receivedBy}, ${moment(about.atIso, frame)}.`,
      ...record(about.chain),
    ]),
    held: (about, frame) => toCustomer(about, frame, [say`Olemme pysäyttäneet työn: ${yours(about.device, 'puhelimenne', 'laitteenne')}.`, BECAUSE[about.because], DATA[about.data], NEXT[about.next]]),
    'handed-over': (about, frame) => toCustomer(about, frame, [
      say`${yours(about.device, 'Puhelimenne', 'Laitteenne')} on nyt kumppanillamme: ${about.partnerName}. Se luovutettiin ja kuitattiin allekirjoituksella: ${moment(about.atIso, frame)}.`,
      ...unless(about.partnerPlace, (place) => say`Missä se on: ${place}`),
      'Teidän ei tarvitse soittaa sinne. Kysykää meiltä, niin välitämme asian; numeronne ja osoitteenne pysyvät meillä.',
      ...record(about.chain),
    ]),
    'partner-stage': (about, frame) => toCustomer(about, frame, [STAGE[about.stage](about.partnerName, about.device)]),
    progress: (about, frame) => toCustomer(about, frame, ['Jotta teidän ei tarvitse kysyä, kerromme, missä ollaan.', STANDING[about.standing](about.device)]),
    'progress-agent': (about, frame) => toAgent(about, frame, [
      'Jotta teidän ei tarvitse kysyä, kerromme, missä ennakkoon ilmoittamassanne tapauksessa ollaan.',
      ...unless(about.reference, (reference) => say`Viitteenne: ${reference}`),
      STANDING[about.standing](null),
    ]),
    outcome: (about, frame) => toCustomer(about, frame, [
      ...RESULT[about.result](about.device),
      ...unless(about.detail, (detail) => say`${detail}`),
      ...unless(about.delivery, (delivery) => say`Miten saatte sen: ${delivery}`),
      ...unless(about.copyGoneIso, (atIso) => say`Työtä varten tehty kopio poistetaan viimeistään ${day(atIso, frame)}.`),
    ]),
    'closing-agent': (about, frame) => toAgent(about, frame, [
      'Ennakkoon ilmoittamanne tapaus on päättynyt.',
      ...unless(about.reference, (reference) => say`Viitteenne: ${reference}`),
      RESULT_FOR_AGENT[about.result],
      about.customerTold ? 'Asiakas tietää, miten se päättyi.' : 'Asiakkaalle ei ole vielä saatu kerrottua; yritämme edelleen.',
      'Kiitos, että ilmoititte etukäteen.',
    ]),
    'ready-for-collection': (about, frame) => toCustomer(about, frame, [
      say`${yours(about.device, 'Puhelimenne', 'Laitteenne')} on valmiina teitä varten.`,
      'Ottakaa mukaan vastaanottokuittinne ja jotain, mistä nimenne näkyy.',
      ...unless(about.keptUntilIso, (atIso) => say`Säilytämme sitä teille ${day(atIso, frame)} saakka. Jos se on liian pian, kertokaa meille.`),
    ]),
    'reminder-abandoned': (about, frame) => toCustomer(about, frame, [
      say`${yours(about.device, 'Puhelimenne', 'Laitteenne')} on ollut valmiina ${day(about.readySinceIso, frame)} alkaen, ja säilytämme sitä teille yhä.`,
      'Jos ette pääse tulemaan, vastatkaa tähän viestiin; löydämme toisen tavan.',
      ...unless(about.keptUntilIso, (atIso) => say`Voimme säilyttää sitä ${day(atIso, frame)} saakka. Kertokaa meille ennen sitä, mitä toivotte.`),
    ]),
    aftercare: (about, frame) => toCustomer(about, frame, [
      say`Tämä viesti koskee laitteen sisältöä ja sitä, miten se pysyy tästä eteenpäin tallessa: ${yours(about.device, 'puhelimenne', 'laitteenne')}.`,
      ...(about.lost.length === 0 ? [] : ['Tätä ei voitu pelastaa:', { list: about.lost.map((what) => say`${what}`) }]),
      ...(about.again.length === 0 ? [] : ['Tämän voitte saada uudelleen:', { list: about.again.map(({ what, where }) => say`${what}: ${where}`) }]),
      'Jottei niin kävisi uudelleen:',
      { list: [...BACKUP[about.backup], 'Säilyttäkää tärkein kahdessa paikassa. Avatkaa kopiosta silloin tällöin yksi kuva: vasta silloin tiedätte, että se on olemassa.'] },
      'Laitamme sen mielellämme kuntoon kanssanne täällä.',
    ]),
    'partner-link': (about, { storeName }) => ({
      subject: say`Tapaus ${about.caseCode}, laite teille`,
      parts: [hello(about.toName), say`${storeName} luovuttaa teille laitteen: ${about.device ?? 'puhelin'}, tapaus ${about.caseCode}.`, 'Alla olevalla linkillä allekirjoitatte sen vastaanotetuksi ja kerrotte, miten etenee. Se kysyy PIN-koodia, jonka saitte meiltä; PIN-koodi ei ole missään viestissä.'],
      linkWords: 'Linkki, ilman tiliä:',
      end: ['Se päättyy, kun laite on takaisin, tai kun perumme luovutuksen. Jos teillä on kysyttävää, vastatkaa tähän viestiin.', say`${storeName}`],
    }),
    'step-overdue': ({ caseCode, toName, step, dueAtIso, level }, frame) => ({
      subject: say`Tapaus ${caseCode}: vaihe on tekemättä`,
      parts: [
        hello(toName), say`Tapaus ${caseCode}, määräaika ${moment(dueAtIso, frame)}; kukaan ei ole tehnyt tätä: ${casePartsFinnish.steps[step]}.`, CALLED[level],
        'Tee vaihe tai ota tapaus hoitoosi. Jos sen on odotettava, kerro miksi: syy säilytetään. Kunnes jokin näistä kolmesta on tehty, se pysyy jonossa ja muita kutsutaan.',
      ],
      linkWords: null, end: [say`${frame.storeName}`],
    }),
    test: (_about, { storeName }) => ({ subject: 'Holdfastin koeviesti', parts: ['Hei,', say`Tämä on koeviesti, lähettäjä ${storeName}. Holdfastin sähköposti tulee tänne perille.`], linkWords: null, end: [say`${storeName}`] }),
  },
};
