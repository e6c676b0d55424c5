/** Finnish for passkeys: on the page of sign-in, on the own page, and where an act is confirmed. */
import type { passkeyEnglish } from '../passkey-words.ts';
import type { Said } from '../../../server/contract/languages.ts';

export const passkeyFinnish: Said<typeof passkeyEnglish> = {
  use: 'Käytä pääsyavainta',
  asking: 'Odotetaan pääsyavaintasi…',
  nothing: 'Pääsyavainta ei näytetty. Yritä uudelleen tai käytä salasanaasi.',
  nothingMade: 'Pääsyavainta ei tehty. Ehkä tällä laitteella on jo yksi pääsyavaimistasi.',
  cannot: {
    'address-here': 'Pääsyavaimet toimivat vain nimellä. Avaa tämä sivu tällä PC:llä sen nimellä:',
    'address-elsewhere': 'Pääsyavaimet toimivat vain nimellä. Avaa tämä sivu PC:n nimellä, ei sen osoitteella.',
    'no-browser': 'Tässä selaimessa ei ole pääsyavaimia.',
  },
  title: 'Pääsyavaimet',
  text: 'Pääsyavaimella kirjaudut puhelimesi, PC:n tai avainlaitteen sormenjäljellä, kasvoilla tai PIN-koodilla ja vahvistat toimia. Täällä säilytetään vain sen julkinen puolikas.',
  none: 'Ei vielä yhtään.',
  add: 'Lisää pääsyavain…',
  addHeading: 'Uusi pääsyavain',
  addText: 'Kun olet valinnut “Tee”, selaimesi pyytää puhelinta, PC:tä tai avainlaitetta.',
  make: 'Tee',
  name: 'Nimi',
  nameHint: 'Mistä erotat sen muista: “Puhelin”, “Avainnipun avain”.',
  remove: 'Poista…',
  removeNamed: (name) => `Poista pääsyavain: ${name}`,
  removeHeading: (name) => `Poista “${name}”`,
  removeText: 'Et voi enää kirjautua sillä. Sinut kirjataan ulos kaikkialla muualla.',
  removeNow: 'Poista',
  added: (name) => `Pääsyavain “${name}”: lisätty.`,
  removed: (name) => `Pääsyavain “${name}”: poistettu.`,
  at: (host) => `toimii osoitteessa ${host}`,
  made: (when) => `tehty ${when}`,
  used: (when) => `viimeksi käytetty ${when}`,
  neverUsed: 'ei käytetty',
  way: 'Pääsyavain',
  wayHint: 'Seuraavan vaiheen jälkeen selaimesi pyytää pääsyavainta.',
  wayHintSecond: 'Seuraavan vaiheen jälkeen selain pyytää toisen henkilön pääsyavainta.',
};
