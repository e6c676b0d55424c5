/** Finnish words for everything a case is made of: stages, places, holds, conditions, consents, results, steps, gaps. */
import type { CasePartsWords } from '../words-of-case-parts.ts';

export const casePartsFinnish: CasePartsWords = {
  stages: { announced: 'Ilmoitettu', expected: 'Odotetaan', open: 'Avoin', 'no-show': 'Kukaan ei tullut', closed: 'Suljettu', merged: 'Yhdistetty toiseen tapaukseen' },
  places: { 'with-customer': 'Asiakkaalla', 'in-store': 'Liikkeessä', 'on-the-way': 'Matkalla', 'with-partner': 'Kumppanilla', returned: 'Annettu takaisin', disposed: 'Hävitetty' },
  holdStates: { provisional: 'Pysäytyksen asettama kielto', asked: 'Palautuskieltoa pyydetty', approved: 'Palautuskielto', released: 'Kielto poistettu' },
  transferStates: { prepared: 'Valmisteltu', given: 'Luovutettu, ei vielä vastaanotettu', taken: 'Vastaanotettu', recalled: 'Peruttu' },
  parties: { customer: 'Asiakas', store: 'Liike', partner: 'Kumppani' },
  methods: { 'in-person': 'Kädestä käteen', carried: 'Viemme sen itse', courier: 'Lähetillä' },
  signedBy: { screen: 'Allekirjoitettu näytöllä', link: 'Allekirjoitettu linkin kautta', paper: 'Allekirjoitettu paperilla', nobody: 'Ei allekirjoitettu' },
  partnerStages: { received: 'Vastaanotettu', looking: 'Tutkitaan', 'waiting-for-parts': 'Odotetaan osia', recovering: 'Pelastetaan tietoja', ready: 'Valmis' },
  results: { all: 'Kaikki pelastettiin', partial: 'Osa pelastettiin', none: 'Mitään ei voitu pelastaa', unrepaired: 'Annettu takaisin korjaamatta' },
  delivered: { drive: 'Levyllä', download: 'Ladattavana', 'new-device': 'Uudessa laitteessa', 'on-the-device': 'Laitteessa itsessään', 'not-yet': 'Ei vielä luovutettu', nothing: 'Ei mitään luovutettavaa' },
  rescueQuestions: {
    'trusted-computer': 'Onko tietokonetta, johon puhelin luottaa?', 'cloud-backup': 'Onko varmuuskopio pilvessä?', 'passcode-typeable': 'Voiko pääsykoodin näppäillä?',
    'ghost-touch': 'Koskettaako näyttö itse itseään?', 'screen-readable': 'Voiko näyttöä lukea?', 'started-since': 'Onko lukitus avattu käynnistyksen jälkeen?',
  },
  tri: { yes: 'Kyllä', no: 'Ei', 'not-known': 'Ei tiedossa' },
  conditions: {
    'screen-cracked': 'Näyttö rikki', 'screen-dark': 'Näyttö pysyy pimeänä', 'back-cracked': 'Takakuori rikki', 'frame-bent': 'Runko taipunut', 'frame-dented': 'Runko lommolla', 'screen-lifting': 'Näyttö irtoaa rungosta',
    water: 'Jälkiä vedestä', 'buttons-stuck': 'Painikkeet jumissa', 'port-damaged': 'Liitäntä vaurioitunut', 'camera-damaged': 'Kamera vaurioitunut', scratched: 'Naarmuja', 'none-seen': 'Ei näkyviä vaurioita',
  },
  powerStates: { on: 'Päällä', off: 'Sammutettu', restarting: 'Käynnistyy yhä uudelleen', 'not-known': 'Ei tiedossa' },
  passcodes: { known: 'Asiakas tietää sen', 'not-known': 'Kukaan ei tiedä sitä', none: 'Ei ole', 'not-asked': 'Ei kysytty' },
  backups: { verified: 'Tarkistettu: nähty päiväys, koko ja yksi kuva', said: 'Sanotaan olevan, ei nähty', none: 'Ei ole', 'not-known': 'Ei tiedossa' },
  relations: { owner: 'Omistaja', executor: 'Pesänselvittäjä', 'next-of-kin': 'Lähiomainen', agent: 'Toimii omistajan puolesta' },
  scopes: {
    diagnose: 'Tutkia ja mitata', 'data-only': 'Pelastaa tiedot, ei muuta', repair: 'Korjata', 'open-device': 'Avata', 'go-to-partner': 'Luovuttaa kumppanille', erase: 'Tyhjentää',
  },
  verifiedBy: { receipt: 'Ostokuitista', 'unlocked-it': 'Avasi lukituksen', 'official-paper': 'Virallisesta asiakirjasta', 'known-to-store': 'Tuttu liikkeelle', 'not-verified': 'Ei varmistettu' },
  purchaseProofs: { 'original-receipt': 'Alkuperäinen ostokuitti', 'store-record': 'Tämän liikkeen merkintä', 'identity-card': 'Henkilökortti', none: 'Ei mitään' },
  locations: { bench: 'Työpisteellä', locker: 'Lokerossa', safe: 'Kassakaapissa', 'fire-safe': 'Paloturvallisessa laatikossa', counter: 'Tiskillä' },
  told: { customer: 'Asiakas', agent: 'Tukihenkilö' },
  toldHow: { mail: 'Sähköpostilla', phone: 'Puhelimitse', 'in-person': 'Henkilökohtaisesti', letter: 'Kirjeellä', 'nobody-to-tell': 'Ei ketään, kenelle kertoa' },
  capabilities: {
    'data-recovery': 'Tietojen pelastus', 'board-repair': 'Piirilevyjen korjaus', 'frame-straightening': 'Runkojen oikaisu', 'battery-disposal': 'Akkujen hävitys', 'water-damage': 'Vesivauriot', 'screen-repair': 'Näyttöjen korjaus',
  },
  steps: {
    'acknowledge-brief': 'Lue tarina ja ota ennakkoilmoitus vastaan', 'await-customer': 'Asiakasta odotetaan', 'name-owner': 'Ota tapaus hoitoosi', 'tie-device': 'Skannaa tai kirjoita sarjanumero', 'record-intake': 'Kirjaa, mitä näet',
    'add-photo': 'Ota laitteesta kuva', 'power-off': 'Sammuta laite nyt', 'get-consent': 'Pyydä asiakkaan allekirjoitus sallituista', 'decide-hold': 'Päätä palautuskiellosta', 'put-away': 'Vie laite talteen ja kerro minne',
    'check-battery': 'Katso akkua', 'find-partner': 'Valitse kumppani ja valmistele luovutus', 'sign-given': 'Pyydä luovuttajan allekirjoitus', 'sign-taken': 'Pyydä vastaanottajan allekirjoitus', 'answer-message': 'Vastaa siihen, mitä kirjoitettiin', 'ask-partner': 'Kysy kumppanilta, miten etenee',
    'record-outcome': 'Kirjaa, miten päättyi', 'tell-customer': 'Kerro asiakkaalle', 'tell-agent': 'Kerro tukihenkilölle', 'mend-telling': 'Sähköposti ei tullut perille: kerro muuten', 'give-back': 'Anna laite takaisin', close: 'Sulje tapaus',
  },
  gaps: {
    'given-not-taken': 'Luovutettu, eikä kukaan ole ottanut vastaan', 'no-place-known': 'Kukaan ei tiedä, missä se on', 'partner-silent': 'Kumppanista ei kuulu mitään', 'seal-broken': 'Sinetti rikottiin', 'not-back-in-time': 'Ei takaisin ajoissa',
  },
  callLevels: { here: 'Paikalla oleva päällikkö', managers: 'Kaikki päälliköt', beyond: 'Tuki ja ylläpitäjät' },
};
