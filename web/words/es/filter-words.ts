/** What the board says of itself, in Spanish: counts as filters, an empty filter, the order of its tiles. */
import type { Said } from '../../../server/contract/languages.ts';
import type { filterEnglish } from '../filter-words.ts';

export const filterSpanish: Said<typeof filterEnglish> = {
  counts: 'Puestos por estado; pulse uno para ver solo esos',
  only: (state) => `Mostrar solo: ${state}`,
  notOnly: (state) => `Se muestra ahora: ${state}. Pulse para quitarlo`,
  showing: (shown, all) => `${shown} de ${all} puestos`,
  all: (count) => `Mostrar los ${count} puestos`,
  choose: 'Elegir puestos…',
  chooseTitle: 'Qué puestos muestra esta página',
  chooseHint: 'La dirección guarda la elección: envíela, o ábrala en otra pantalla.',
  chosenLegend: 'Puestos',
  chooseNone: 'Sin elegir ninguno se muestran todos.',
  done: 'Listo',
  stillRinging: (names) => `Se muestra de todos modos, porque nadie ha visto la alarma: ${names}.`,
  nothingFits: 'Ningún puesto cumple ahora este filtro',
  nothingFitsWhat: (states) => `Se pidió: ${states}. Un puesto aparece aquí por sí solo en cuanto lo cumple.`,
  unknownBenches: (ids) => `Aquí no hay ningún puesto llamado ${ids}.`,
  orders: { urgent: 'Primero lo más urgente', fixed: 'Siempre el mismo' },
  order: 'Orden de los puestos',
  waitsFor: (step, rest) => (rest === '' ? `Espera: ${step}` : `Espera: ${step} · ${rest}`),
};
