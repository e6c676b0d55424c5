/** Finnish for the drawing of the lives of a case: the four lives, the acts that move them, who does them. */
import type { LivesWords } from '../words-of-lives.ts';
import { casePartsFinnish } from './words-of-case-parts.ts';

export const livesFinnish: LivesWords = {
  title: 'Tapauksen kulku',
  lead: [
    'Mitä tiloja on, mikä vie tilasta seuraavaan, ja kuka sen saa tehdä. Tämä sivu piirretään kokeilemalla jokaista tekoa jokaisessa tilassa, johon säännöt',
    'voivat johtaa; kukaan ei kirjoita sitä käsin. Mitä muuta teko vaatii, sen kertoo sen hylkäys sanoin siinä, missä tekoa yritetään.',
  ],
  lives: {
    case: { title: 'Tapaus', says: 'Ennakkoilmoitus aloittaa tapauksen, ennen kuin kukaan on täällä. Joka tulee ilman sitä, tai työpiste, joka pysäyttää tuntemattoman puhelimen, aloittaa avoimen tapauksen.' },
    hold: { title: 'Palautuskielto', says: 'Jokainen palautuskielto, jota ei ole poistettu, sitoo jokaista työpistettä, myös ennen kuin päällikkö on sanonut mitään. Poistettu pysyy poistettuna; vain uusi kieltää taas.' },
    handover: { title: 'Luovutus', says: 'Toinen osapuoli luovuttaa, toinen ottaa vastaan, molemmat allekirjoittavat. Niiden välissä puhelin on matkalla. Mikä peruttiin, on taas luovuttajalla.' },
    device: { title: 'Missä laite on', says: 'Laite siirtyy vain luovutuksella, paitsi se, jonka työpiste pysäytti ennen kuin kukaan otti sen vastaan, ja se, jota kukaan ei noutanut.' },
  },
  head: ['mistä', 'mitä tehdään', 'mihin', 'kuka'],
  beginning: 'alku',
  acts: {
    stop: 'Työpiste pysäyttää laitteen palautuksen',
    'file-brief': 'Kerro liikkeelle, kuka on tulossa ja mikä on tärkeää', 'open-walk-in': 'Joku on täällä ilman ennakkoilmoitusta', 'acknowledge-brief': 'Ota ennakkoilmoitus vastaan, tarina luettuna; uudelleen, jos sitä muutettiin',
    arrive: 'Asiakas on täällä', 'record-no-show': 'Kukaan ei tullut', 'tie-device': 'Tämä laite kuuluu tähän tapaukseen; jokainen työpiste arvioi tästä lähtien tapauksen mukaan',
    'ask-hold': 'Pyydä palautuskieltoa: mikään työpiste ei palauta tätä laitetta, ennen kuin päällikkö päättää', 'approve-hold': 'Hyväksy palautuskielto',
    'release-hold': 'Poista palautuskielto, syy mainiten; toinen henkilö mukana, kun tiedot ovat vaarassa',
    'prepare-transfer': 'Valmistele luovutus: kumppanille, takaisin liikkeeseen, asiakkaalle, asiakkaalta', 'sign-given': 'Luovuttaja allekirjoittaa', 'sign-taken': 'Vastaanottaja allekirjoittaa', 'recall-transfer': 'Sitä ei sittenkään luovuteta',
    'dispose-device': 'Noutamatta jäänyt laite hävitettiin, akku turvallisesti', 'merge-into': 'Samalla asialla on jo toinen tapaus', close: 'Kaikki on tehty, ja kaikille on kerrottu', reopen: 'Se ei ole ohi',
  },
  doers: { technician: 'teknikko', manager: 'päällikkö', support: 'tukihenkilö', bench: 'työpiste itse' },
  parts: casePartsFinnish,
};
