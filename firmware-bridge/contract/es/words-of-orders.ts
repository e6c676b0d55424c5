/**
 * Spanish for orders of people: what came of one, why it was refused, and why a reset is not possible yet. A refusal
 * always says what would make it possible.
 */
import type { OrderRefusal, OrderResult } from '../uplink.ts';
import type { ResetBlock } from '../words-of-orders.ts';
import type { Advice } from '../words-shape.ts';

export const orderRefusalsSpanish: Readonly<Record<OrderRefusal, Advice>> = {
  'unknown-bench': { title: 'Ese puesto no existe', whatToDo: 'Elija un puesto del tablero.' },
  expired: { title: 'La orden llegó demasiado tarde', whatToDo: 'No se hizo nada. Dé la orden otra vez. Para parar en el acto, use la propia máquina.' },
  'no-trip': { title: 'No hay nada que rearmar', whatToDo: 'Este puesto no está disparado. Recargue la página para ver su estado.' },
  'other-trip': { title: 'Ahora hay otro disparo', whatToDo: 'Lea el disparo que se muestra ahora y decida de nuevo.' },
  'cause-not-cleared': { title: 'La causa sigue ahí', whatToDo: 'Haga lo que indica la causa. Se podrá rearmar cuando haya desaparecido.' },
  'estop-held': { title: 'La parada de emergencia está pulsada', whatToDo: 'Cuando nadie corra peligro, suelte la parada de emergencia en la máquina. El programa no puede hacerlo.' },
  'rig-not-live': { title: 'La máquina no responde', whatToDo: 'Revise su alimentación y su cable a este PC, e inténtelo de nuevo.' },
  'restore-open': { title: 'Hay una restauración abierta', whatToDo: 'Espere a que la máquina informe de que la restauración ha terminado.' },
  'stop-pending': { title: 'Una parada aún espera respuesta', whatToDo: 'Quédese en el puesto hasta que la máquina haya respondido.' },
  'second-person-needed': { title: 'Hace falta una segunda persona', whatToDo: 'Hay datos en juego. Pida a un compañero que mire la evidencia y añada su nombre.' },
  'same-person-twice': { title: 'Los dos nombres son el mismo', whatToDo: 'El segundo nombre tiene que ser el de otra persona.' },
  'reason-needed': { title: 'Hace falta un motivo', whatToDo: 'Escriba en pocas palabras qué se encontró y por qué.' },
  'bridge-not-connected': {
    title: 'No se llega al PC del puesto',
    whatToDo: 'No se hizo nada. Para parar ahora, use el botón de parada de la máquina, o ejecute “holdfast stop” en el PC del puesto.',
  },
  'no-answer': {
    title: 'El PC del puesto no respondió',
    whatToDo: 'No se sabe si se hizo. Para parar ahora, use el botón de parada de la máquina.',
  },
  'rig-refused': { title: 'La máquina lo rechazó', whatToDo: 'Mire la máquina. Su motivo está en el historial de este puesto.' },
  'drill-running': { title: 'Hay un simulacro en marcha', whatToDo: 'Espere un segundo a su resultado.' },
  'bench-tripped': { title: 'Este puesto está disparado', whatToDo: 'Lea primero su causa y rearme. Un simulacro necesita un puesto que no esté bloqueado.' },
  'device-seated': { title: 'Hay un teléfono colocado', whatToDo: 'Retire primero el teléfono de la máquina. Un simulacro necesita un puesto vacío.' },
  'name-needed': { title: 'Hace falta un nombre', whatToDo: 'Escriba quién lo hace.' },
  'already-out-of-service': { title: 'Ya está fuera de servicio', whatToDo: 'El puesto muestra quién lo retiró y por qué. Hay que devolverlo al servicio antes de retirarlo de nuevo.' },
  'not-out-of-service': { title: 'El puesto está en servicio', whatToDo: 'No hay nada que devolver al servicio.' },
  'drill-needed': { title: 'Antes debe superarse un simulacro', whatToDo: 'Vacíe la máquina y haga un simulacro en este puesto. Cuando lo haya superado, devuelva el puesto al servicio.' },
  'nothing-to-confirm': { title: 'No hay nada que confirmar', whatToDo: 'La base de datos del servidor ya se da por buena.' },
  'not-that-database': { title: 'No es lo que muestra el servidor', whatToDo: 'Lea el identificador que muestra ahora “holdfast status”, consulte a quien cuida del servidor y escriba ese identificador.' },
  'holds-not-known': {
    title: 'Retenciones anteriores desconocidas',
    whatToDo: 'Nadie puede decir qué teléfonos estaban retenidos. Dos personas que lo hayan mirado pueden confirmar con --drop-holds y --second.',
  },
};

export const resetBlocksSpanish: Readonly<Record<ResetBlock, Advice>> = {
  'no-trip': orderRefusalsSpanish['no-trip'],
  'cause-not-cleared': orderRefusalsSpanish['cause-not-cleared'],
  'estop-held': orderRefusalsSpanish['estop-held'],
  'rig-not-live': orderRefusalsSpanish['rig-not-live'],
  'restore-open': orderRefusalsSpanish['restore-open'],
  'stop-pending': orderRefusalsSpanish['stop-pending'],
};

export const orderOutcomesSpanish: Readonly<Record<OrderResult['outcome'], Advice>> = {
  'stop-written': { title: 'Parada enviada', whatToDo: 'Vigile el comprobante: solo una respuesta de la máquina dice que se paró.' },
  'already-tripped': { title: 'Este puesto ya está disparado', whatToDo: 'Lea su comprobante y haga lo que pide.' },
  'too-late': {
    title: 'Demasiado tarde para parar sin riesgo',
    whatToDo: 'Si el teléfono está caliente, hinchado o echa humo: pulse la parada de emergencia y aléjese. Si no: no desconecte el cable ni la corriente.',
  },
  'reset-done': { title: 'Rearme hecho', whatToDo: 'El puesto espera. Un rearme no inicia nada por sí mismo.' },
  'power-back': { title: 'La máquina vuelve a tener corriente', whatToDo: 'El puesto sigue bloqueado. Espere a que la máquina responda, mírela y rearme de nuevo.' },
  'not-connected': { title: 'Bloqueado, pero no se envió parada', whatToDo: 'No hay ninguna máquina en la línea. Mire ahora la máquina y párela allí si está en marcha.' },
  refused: { title: 'No se hizo', whatToDo: 'Lea por qué se rechazó y decida de nuevo.' },
  'drill-passed': { title: 'Simulacro superado', whatToDo: 'No hay nada que hacer. Demuestra la línea y el firmware de la máquina, no el corte en sí.' },
  'drill-failed': { title: 'Simulacro no superado', whatToDo: 'Lea por qué y repítalo.' },
  'taken-out': { title: 'Fuera de servicio', whatToDo: 'Aquí ya no se da ningún permiso. Lo que ya tiene su permiso no se para.' },
  returned: { title: 'De nuevo en servicio', whatToDo: 'Se vuelven a dar permisos cuando se cumplen todas las condiciones.' },
  'database-confirmed': { title: 'Base de datos confirmada', whatToDo: 'Los permisos esperan a que lleguen sus datos, unos segundos. Lo que la anterior retenía sigue retenido.' },
};
