/** In Finnish: where other machines reach the server, how long its certificate lasts, why there are no links. */
import type { Said } from '../languages.ts';
import type { outsideEnglish } from '../words-of-outside.ts';

export const outsideFinnish: Said<typeof outsideEnglish> = {
  at: (url) => `Muut tietokoneet tavoittavat sen osoitteessa ${url}.`,
  publicAt: (url, listen) => `Osoitteeseen ${url} tulevaa odotetaan välityspalvelimelta osoitteessa ${listen}.`,
  endsSoon: (day, days) => `Muiden tietokoneiden varmenne päättyy: ${day}. Aikaa on ${String(days)} ${days === 1 ? 'päivä' : 'päivää'}. Uusi se komennolla "npm run holdfast -- tls init" tai siellä, mistä se on saatu.`,
  public: {
    what: 'Tämä osoite ottaa vastaan ennakkoilmoituksia ja näyttää laitteen tilan.',
    how: 'Avatkaa se linkillä tai koodilla, jonka liike antoi. Ilman sellaista täällä ei ole nähtävää.',
  },
};
