/**
 * Spanish for a stop and what it did: receipt, operator's call, outcome for the data. These texts never claim more than
 * was proved, and a person's safety comes before every word about cable, power or data.
 */
import type { Outcome } from '../interlock.ts';
import type { Receipt } from '../receipt.ts';
import type { Trip } from '../trip.ts';
import type { TripFlag } from '../words-of-stops.ts';
import type { Finding, Titled } from '../words-shape.ts';

const personFirst = 'Si el teléfono está caliente, hinchado o echa humo: pulse la parada de emergencia y aléjese.';
const keepIn = 'Si no: no desconecte el cable ni la corriente hasta que la restauración haya terminado.';

export const outcomesSpanish: Readonly<Record<Outcome, Finding>> = {
  intact: {
    title: 'Los datos están intactos',
    what: 'La restauración terminó antes de la primera escritura. Los datos del teléfono están como estaban.',
    whatToDo: 'No inicie ninguna restauración aquí. Pregunte al encargado qué viene ahora.',
  },
  unknown: {
    title: 'No consta que los datos se conserven',
    what: 'El último paso demostrado estaba cerca del punto de no retorno. Nadie ha demostrado que los datos se conserven, y nadie ha demostrado que se hayan perdido.',
    whatToDo: 'Trátelo como recuperable. No encienda el teléfono. Consulte a un laboratorio de recuperación.',
  },
  destroying: {
    title: 'Borrado empezado; no se vio el final',
    what: 'Se vio empezar un paso que destruye datos. No se sabe hasta dónde llegó.',
    whatToDo: 'Siga lo que este puesto dice sobre el cable y la corriente. No prometa nada. Consulte a un laboratorio de recuperación antes de intentar nada más.',
  },
  destroyed: {
    title: 'Se borraron los datos del teléfono',
    what: 'La máquina informó de un borrado que terminó.',
    whatToDo: 'Avise ahora al encargado. Busquen juntos copias: otros teléfonos de la familia, ordenadores, la nube, mensajes.',
  },
  kept: {
    title: 'Actualizado; debía conservar los datos',
    what: 'Se vio terminar una actualización que conserva los datos. Nadie ha mirado los datos en sí.',
    whatToDo: 'Deje que el propietario mire lo que más le importa antes de que el teléfono salga de la tienda.',
  },
};

export const receiptStatesSpanish: Readonly<Record<Receipt['state'], Finding>> = {
  'not-written': {
    title: 'No se envió ninguna parada',
    what: 'No se envió nada a la máquina: no había ninguna en la línea, o interrumpir solo habría hecho daño.',
    whatToDo: 'Mire la máquina y siga lo que este puesto dice sobre el cable y la corriente.',
  },
  pending: {
    title: 'Parada enviada, aún sin respuesta',
    what: 'La parada está en camino. La máquina no ha respondido.',
    whatToDo: 'Quédese en el puesto y esté atento a la respuesta.',
  },
  confirmed: {
    title: 'Parado, confirmado por la máquina',
    what: 'La máquina respondió precisamente a esta parada y dice que se paró. El teléfono en sí no se ve.',
    whatToDo: 'Deje el teléfono como está hasta que haya leído la causa.',
  },
  'too-late': {
    title: 'Demasiado tarde: ya se había pasado',
    what: 'La restauración ya había pasado el punto de no retorno. El paso en curso continúa.',
    whatToDo: `${personFirst} ${keepIn}`,
  },
  'not-confirmed': {
    title: 'SIN CONFIRMAR',
    what: 'La parada se envió y se repitió. La máquina no la ha confirmado.',
    whatToDo: 'Haga en el acto lo que este puesto le pide.',
  },
};

export const operatorCallsSpanish: Readonly<Record<Trip['operator'], Finding>> = {
  nothing: {
    title: 'Nada que hacer con las manos',
    what: 'Por este disparo nadie tiene que retirar ni sujetar nada.',
    whatToDo: `${personFirst} Si no: lea la causa antes de tocarlo.`,
  },
  'pull-device': {
    title: 'SIN CONFIRMAR: retire ya el teléfono',
    what: 'La máquina no ha confirmado la parada, y nada indica que se haya pasado el punto de no retorno.',
    whatToDo: `${personFirst} Si no: retire ahora el teléfono de la máquina, primero el cable.`,
  },
  'look-first': {
    title: 'Mire primero la máquina',
    what: 'Había un permiso dado y desde entonces no ha llegado ningún informe. La restauración puede haber pasado el punto de no retorno.',
    whatToDo: `${personFirst} Si la máquina está escribiendo o borrando: no desconecte el cable ni la corriente. Si no lo está: retire el teléfono de la máquina, primero el cable.`,
  },
  'keep-cable': {
    title: 'No desconecte el cable ni la corriente',
    what: 'Es demasiado tarde para parar sin riesgo. Interrumpir ahora puede dejar un teléfono que no arranca.',
    whatToDo: `${personFirst} ${keepIn}`,
  },
  'step-back': {
    title: 'Parada de emergencia, luego aléjese',
    what: 'Algo en este puesto puede herir a personas. Una persona va antes que el teléfono y antes que los datos.',
    whatToDo: 'Pulse la parada de emergencia y aléjese. Mantenga lejos a los demás. Llame al encargado.',
  },
};

export const tripFlagsSpanish: Readonly<Record<TripFlag, Finding>> = {
  inDoubt: {
    title: 'En duda: mire primero la máquina',
    what: 'Había un permiso dado y desde entonces no ha llegado ningún informe de la zona.',
    whatToDo: 'Mire la máquina antes de tocar el teléfono.',
  },
  eraseArmed: {
    title: 'No encender: hay un borrado armado',
    what: 'El teléfono puede borrarse solo la próxima vez que arranque.',
    whatToDo: 'No encienda el teléfono. Escríbalo en su etiqueta y dígaselo al laboratorio de recuperación.',
  },
  dataAtStake: {
    title: 'Hay datos en juego',
    what: 'Los datos del cliente pueden depender de lo que ocurra ahora.',
    whatToDo: 'Para rearmar hacen falta dos personas.',
  },
  recovered: {
    title: 'Recuperado de la memoria de la máquina',
    what: 'Holdfast no estaba en marcha en el momento de este disparo, o ha perdido su propio registro de él. La máquina guardó este.',
    whatToDo: 'Mire el teléfono y la máquina antes de rearmar.',
  },
};

export const rungsSpanish: Readonly<Record<'0' | '1' | '2' | '3' | '4', Titled>> = {
  '0': { title: 'Ninguna parada escrita', what: 'No se escribió ninguna parada a la máquina.' },
  '1': { title: 'Primera parada', what: 'La parada se escribió una vez.' },
  '2': { title: 'Parada repetida', what: 'La parada se escribió otra vez porque no llegó respuesta a tiempo.' },
  '3': { title: 'Parada por cableado', what: 'Se usó el segundo puerto o un cable declarado, porque la línea de la máquina no trajo respuesta.' },
  '4': { title: 'Parada por una persona', what: 'Se llamó a una persona al puesto.' },
};
