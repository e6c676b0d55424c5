/**
 * Spanish for the black box: how a stop of today stands to the recorded one, and what is wrong with a record. It never
 * says whose doing a fault is, nor that a stop was right.
 */
import type { ChainFault } from '../black-box-chain.ts';
import type { StopVerdict } from '../replay-report.ts';
import type { Titled } from '../words-shape.ts';

export const stopVerdictsSpanish: Readonly<Record<StopVerdict, Titled>> = {
  same: { title: 'Igual', what: 'Las reglas de hoy la paran en el mismo momento y por la misma causa.' },
  earlier: { title: 'Antes', what: 'Las reglas de hoy la paran antes.' },
  later: { title: 'Después', what: 'Las reglas de hoy la paran después.' },
  'other-cause': { title: 'De otro modo', what: 'Las reglas de hoy la paran en el mismo momento, pero por otra causa, en otra zona o con otro identificador.' },
  new: { title: 'Nueva', what: 'Las reglas de hoy paran una restauración que entonces no se paró. Si hacía falta, tiene que juzgarlo una persona.' },
  gone: { title: 'Ya no está', what: 'Las reglas de hoy no hacen esta parada.' },
};

export const chainFaultsSpanish: Readonly<Record<ChainFault, Titled>> = {
  unreadable: { title: 'No se puede leer', what: 'Hay bytes en el registro que no son un bloque suyo.' },
  edited: { title: 'Cambiado', what: 'Las entradas de un bloque no son las que se escribieron.' },
  missing: { title: 'Faltan entradas', what: 'Las entradas entre dos bloques no están.' },
  'out-of-order': { title: 'Fuera de orden', what: 'Un bloque aparece dos veces, o delante de otro que vino antes.' },
  foreign: { title: 'De otro registro', what: 'Un bloque no es continuación del anterior.' },
  cut: { title: 'Final cortado', what: 'En la evidencia constan entradas posteriores al final de este registro.' },
  rewritten: { title: 'Hecho de nuevo', what: 'El registro no concuerda con lo que consta de él en la evidencia.' },
  gone: { title: 'Registro desaparecido', what: 'En la evidencia consta otro registro de este puesto, y no está aquí.' },
};
