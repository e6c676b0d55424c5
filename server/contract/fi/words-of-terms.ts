/** The Finnish terms that a customer signs, in words that can be read aloud at a counter. Whoever changes one gives a new version. */
import type { Terms } from '../terms.ts';
import { COPY_KEPT_DAYS } from '../words-of-terms.ts';

export const TERMS_FI: Terms = {
  version: '2026-11',
  language: 'fi',
  title: 'Mitä sallitte meidän tehdä',
  parts: [
    { title: 'Vain sen, minkä merkitsette', words: 'Teemme sen, minkä merkitsette alle, emmekä mitään muuta: etsimme vian, pelastamme tiedot, korjaamme, avaamme laitteen, luovutamme sen nimeämällemme kumppanille, tyhjennämme sen. Merkitsemättömästä kysymme ensin.' },
    { title: 'Se on teidän tai edustatte omistajaa', words: 'Ilmoitatte, että laite on teidän, tai että toimitte sen omistajan puolesta pesänselvittäjänä, lähiomaisena tai valtuutettuna.' },
    { title: 'Mikä voi mennä vikaan', words: 'Vaurioitunut laite voi rikkoutua lopullisesti, kun sitä käsitellään, ja tietoja voi kadota. Avaaminen voi päättää sen takuun ja vesitiiviyden. Pysähdymme ennen vaihetta, joka tyhjentää tiedot, ellette ole merkinnyt sitä sallituksi.' },
    { title: 'Tietonne', words: `Emme katsele laitteen sisältöä emmekä säilytä siitä kopiota. Kumppani, joka pelastaa tietoja, luovuttaa ne teille ja poistaa oman kopionsa viimeistään ${String(COPY_KEPT_DAYS)} päivän kuluttua siitä. Emme koskaan tarvitse tilinne salasanaa.` },
    { title: 'Mitä säilytämme teistä', words: 'Nimenne ja yhteystietonne, sen mitä kerroitte, kuvia laitteen ulkopuolelta ja allekirjoituksenne. Ne on sinetöity, jokainen katselu kirjataan syineen, ja saatte nähdä, kuka on katsonut. Poistamme ne, kun niiden säilytysaika päättyy, tai aiemmin, jos pyydätte.' },
    { title: 'Voitte perua tämän', words: 'Sanokaa se liikkeessä, puhelimessa tai linkkinne kautta milloin tahansa. Siitä lähtien emme tee enää mitään ja annamme laitteen takaisin sellaisenaan.' },
  ],
};
