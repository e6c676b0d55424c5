/** Finnish for erasing what is personal in a case. */
import type { privacyEnglish } from '../privacy-words.ts';
import type { Said } from '../../../server/contract/languages.ts';

export const privacyFinnish: Said<typeof privacyEnglish> = {
  open: 'Poista henkilötiedot…',
  heading: 'Poista henkilötiedot',
  text: 'Tästä lähtien kukaan ei voi lukea niitä tässä liikkeessä; jonkin ajan kuluttua mikään avainten varmuuskopiokaan ei tuo niitä takaisin. Tapauksen historia jää, ilman nimiä.',
  verb: 'Poista',
  which: 'Mitä',
  everything: 'Kaikki tästä tapauksesta',
  kinds: { contact: 'Yhteystiedot', story: 'Tarina', photo: 'Kuvat', consent: 'Allekirjoitukset' },
};
