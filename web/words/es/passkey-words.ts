/** What the page says of passkeys, in Spanish. */
import type { Said } from '../../../server/contract/languages.ts';
import type { passkeyEnglish } from '../passkey-words.ts';

export const passkeySpanish: Said<typeof passkeyEnglish> = {
  use: 'Usar una clave de acceso',
  asking: 'Esperando su clave de acceso…',
  nothing: 'No se mostró ninguna clave de acceso. Inténtelo otra vez, o use su contraseña.',
  nothingMade: 'No se creó ninguna clave de acceso. Quizá este dispositivo ya guarda una suya.',
  cannot: {
    'address-here': 'Las claves de acceso solo funcionan con un nombre. Abra esta página con el nombre que tiene en este PC:',
    'address-elsewhere': 'Las claves de acceso solo funcionan con un nombre. Abra esta página con el nombre del PC, no con su dirección.',
    'no-browser': 'Este navegador no tiene claves de acceso.',
  },
  title: 'Claves de acceso',
  text: 'Una clave de acceso inicia sesión con el dedo, la cara o el PIN de su teléfono, PC o llave, y confirma actos. Aquí solo se guarda su mitad pública.',
  none: 'Aún ninguna.',
  add: 'Añadir clave de acceso…',
  addHeading: 'Una clave de acceso nueva',
  addText: 'Después de “Crearla” su navegador pide el teléfono, el PC o la llave.',
  make: 'Crearla',
  name: 'Nombre',
  nameHint: 'Cómo la distingue de otras: “Teléfono”, “Llave del llavero”.',
  remove: 'Quitar…',
  removeNamed: (name) => `Quitar la clave de acceso ${name}`,
  removeHeading: (name) => `Quitar “${name}”`,
  removeText: 'Ya no inicia sesión con ella. En todos los demás sitios se cierra su sesión.',
  removeNow: 'Quitarla',
  added: (name) => `Clave de acceso “${name}”: añadida.`,
  removed: (name) => `Clave de acceso “${name}”: quitada.`,
  at: (host) => `funciona en ${host}`,
  made: (when) => `creada: ${when}`,
  used: (when) => `último uso: ${when}`,
  neverUsed: 'sin usar',
  way: 'Clave de acceso',
  wayHint: 'Tras el siguiente paso su navegador pide la clave de acceso.',
  wayHintSecond: 'Tras el siguiente paso el navegador pide la clave de acceso de la segunda persona.',
};
