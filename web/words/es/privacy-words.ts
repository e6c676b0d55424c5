/** What the page says of erasing what is personal in a case, in Spanish. */
import type { Said } from '../../../server/contract/languages.ts';
import type { privacyEnglish } from '../privacy-words.ts';

export const privacySpanish: Said<typeof privacyEnglish> = {
  open: 'Borrar lo personal…',
  heading: 'Borrar lo personal',
  text: 'Desde ahora no se puede leer en esta tienda; pasado un tiempo ninguna copia de seguridad de las claves lo recupera. El historial del caso se queda, sin nombres.',
  verb: 'Borrarlo',
  which: 'Qué',
  everything: 'Todo lo de este caso',
  kinds: { contact: 'Contacto', story: 'Historia', photo: 'Fotos', consent: 'Firmas' },
};
