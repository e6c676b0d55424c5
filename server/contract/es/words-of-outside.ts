/** In Spanish: where other machines reach the server, how long its certificate lasts, why there are no links. */
import type { Said } from '../languages.ts';
import type { outsideEnglish } from '../words-of-outside.ts';

export const outsideSpanish: Said<typeof outsideEnglish> = {
  at: (url) => `Otros equipos llegan a él en ${url}.`,
  publicAt: (url, listen) => `Lo que entra por ${url} se espera de su proxy en ${listen}.`,
  endsSoon: (day, days) => `El certificado para otros equipos termina el ${day}, en ${String(days)} ${days === 1 ? 'día' : 'días'}. Renuévelo con "npm run holdfast -- tls init", o donde se obtuvo.`,
  public: {
    what: 'Esta dirección recibe avisos previos y muestra el estado de un dispositivo.',
    how: 'Ábrala con el enlace o el código que le dio la tienda. Sin ellos aquí no hay nada que ver.',
  },
};
