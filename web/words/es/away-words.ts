/** What the page says to whoever comes back to it, in Spanish. */
import type { Said } from '../../../server/contract/languages.ts';
import type { awayEnglish } from '../away-words.ts';

export const awaySpanish: Said<typeof awayEnglish> = {
  title: 'Mientras no estaba',
  since: (when) => `Mientras no estaba, desde ${when}:`,
  counts: {
    stops: (count) => (count === 1 ? '1 parada' : `${count} paradas`),
    holds: (count) => (count === 1 ? '1 teléfono retenido' : `${count} teléfonos retenidos`),
    silences: (count) => (count === 1 ? '1 vez no se oyó una máquina' : `${count} veces no se oyó una máquina`),
    failedDrills: (count) => (count === 1 ? '1 simulacro no superado' : `${count} simulacros no superados`),
    drills: (count) => (count === 1 ? '1 simulacro superado' : `${count} simulacros superados`),
    resets: (count) => (count === 1 ? '1 rearme' : `${count} rearmes`),
    service: (count) => (count === 1 ? '1 cambio de servicio' : `${count} cambios de servicio`),
  },
  more: 'Mostrar',
  less: 'Ocultar',
  close: 'Cerrar',
  others: (count) => (count === 1 ? '1 más está en la página de su puesto.' : `${count} más están en las páginas de sus puestos.`),
};
