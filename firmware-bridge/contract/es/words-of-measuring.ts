/**
 * Spanish for the chassis measurement: judgements and sensor faults. "Cannot measure" must never read like "fine".
 */
import type { Metric, RemeasureStep, SensorFault, Verdict } from '../interlock.ts';
import type { Advice, Finding, Titled } from '../words-shape.ts';

export const verdictsSpanish: Readonly<Record<Verdict, Finding>> = {
  pass: {
    title: 'Suficientemente recto',
    what: 'El chasis se midió y está por debajo de todos los límites.',
    whatToDo: 'Aquí no hay nada que hacer.',
  },
  review: {
    title: 'Mida otra vez',
    what: 'El chasis está cerca del límite. Una sola medición no basta para decidir.',
    whatToDo: 'Cuando no haya ninguna restauración abierta, limpie los bordes y mida tres veces, una de ellas con el teléfono girado 180°.',
  },
  hold: {
    title: 'Doblado: consulte al encargado',
    what: 'El chasis está en el límite de retención o por encima. Una restauración puede fallar a medias y costar los datos.',
    whatToDo: 'No inicie ninguna restauración aquí. Pida al encargado que retenga el teléfono.',
  },
  'no-restore': {
    title: 'Doblado: primero recuperar los datos',
    what: 'El chasis está tan doblado que no se debe intentar ninguna restauración.',
    whatToDo: 'No inicie ninguna restauración en ningún sitio. Ofrezca primero el laboratorio de recuperación de datos.',
  },
  'cannot-measure': {
    title: 'No se puede medir',
    what: 'No hay ninguna medición válida del chasis. Eso no significa que esté recto.',
    whatToDo: 'No inicie ninguna restauración aquí. Vuelva a colocar el teléfono, o mídalo en otro puesto.',
  },
};

export const sensorFaultsSpanish: Readonly<Record<SensorFault, Finding>> = {
  'no-sample': {
    title: 'Aún no hay lectura',
    what: 'Los palpadores no han enviado ninguna lectura desde que se colocó el teléfono.',
    whatToDo: 'Espere un momento. Si no llega nada, revise el cable de los palpadores.',
  },
  stale: {
    title: 'Lectura demasiado antigua',
    what: 'La última lectura de los palpadores es demasiado antigua para decidir con ella.',
    whatToDo: 'Revise el cable de los palpadores y espere una lectura nueva.',
  },
  'too-few-probes': {
    title: 'Demasiado pocos palpadores',
    what: 'Con menos de tres palpadores en un borde largo no se puede ver una flexión.',
    whatToDo: 'Mida este teléfono en un soporte con al menos tres palpadores en cada borde largo.',
  },
  'missing-probe': {
    title: 'Falta un palpador',
    what: 'Al menos un palpador no da ningún valor.',
    whatToDo: 'Compruebe que cada palpador toca el borde y que su conector está puesto.',
  },
  'rail-value': {
    title: 'Un palpador está en su tope',
    what: 'Al menos un palpador da un valor que solo da un palpador averiado o pasado de recorrido.',
    whatToDo: 'Compruebe que el teléfono está plano en el soporte. Si lo está, haga cambiar el palpador.',
  },
  'impossible-rate': {
    title: 'La lectura dio un salto',
    what: 'Una lectura cambió más deprisa de lo que puede moverse un chasis.',
    whatToDo: 'Deje quieto el teléfono y espere una lectura nueva. Si vuelve a saltar, revise el conector del palpador.',
  },
  stuck: {
    title: 'Un palpador está atascado',
    what: 'Un palpador repite exactamente el mismo valor, y un palpador que funciona no hace eso.',
    whatToDo: 'Libere la punta del palpador y mida otra vez. Si sigue atascado, haga cambiar el palpador.',
  },
  'fixture-changed': {
    title: 'Cambió el soporte',
    what: 'Ahora informa otro soporte que al empezar la medición.',
    whatToDo: 'Vuelva a colocar el teléfono en un único soporte y mida desde el principio.',
  },
  'fixture-moved-with-temperature': {
    title: 'El soporte necesita un cero nuevo',
    what: 'El soporte está más caliente o más frío que cuando se puso a cero, así que sus lecturas pueden estar desviadas.',
    whatToDo: 'Retire el teléfono cuando no haya ninguna restauración abierta, ponga el soporte a cero y mida otra vez.',
  },
  'fixture-unknown': {
    title: 'Soporte desconocido',
    what: 'La máquina no ha dicho qué soporte sujeta el teléfono, así que no se conoce su exactitud.',
    whatToDo: 'Espere a que la máquina informe de su soporte. Si no lo hace, mida en otro puesto.',
  },
  'missing-row': {
    title: 'Falta la fila central',
    what: 'El soporte tiene una fila central de palpadores, y de ella no llegó ninguna lectura.',
    whatToDo: 'Revise el conector de la fila central. Sin ella nadie puede decir que el chasis sea plano.',
  },
  gap: {
    title: 'Se perdieron lecturas',
    what: 'Se perdieron líneas entre la máquina y este PC, y con ellas las lecturas de los palpadores.',
    whatToDo: 'Revise el cable entre la máquina y el PC y espere una lectura nueva.',
  },
  'zero-off': {
    title: 'Falló la comprobación del cero',
    what: 'Sobre su patrón plano, el soporte leyó más de lo admisible. Lo que diga de un teléfono puede desviarse otro tanto.',
    whatToDo: 'Cuando no haya ninguna restauración abierta, retire el teléfono, limpie las puntas de los palpadores y repita la comprobación del cero con el patrón plano.',
  },
  'zero-old': {
    title: 'Comprobación del cero caducada',
    what: 'La última comprobación del cero de este soporte se hizo hace demasiado tiempo.',
    whatToDo: 'Cuando no haya ninguna restauración abierta, retire el teléfono y haga la comprobación del cero con el patrón plano antes de medir.',
  },
};

export const metricsSpanish: Readonly<Record<Metric, Titled>> = {
  edge: { title: 'Bordes', what: 'Cuánto se aparta cada borde largo de una línea recta, de su palpador más bajo al más alto.' },
  plane: { title: 'Planitud', what: 'Cuánto se apartan todas las filas de palpadores de un plano, de la más baja a la más alta.' },
  twist: { title: 'Torsión', what: 'A qué altura queda una esquina sobre el plano de las otras tres.' },
};

/** What comes next when one measurement is not enough. */
export const remeasuringSpanish: Readonly<Record<RemeasureStep, Advice>> = {
  wait: { title: 'Midiendo', whatToDo: 'Deje quieto el teléfono hasta que esté medido.' },
  again: { title: 'Retírelo y vuelva a colocarlo', whatToDo: 'Retire el teléfono, limpie sus bordes y vuelva a colocarlo.' },
  turn: { title: 'Gírelo 180°', whatToDo: 'Retire el teléfono, gírelo 180° para que la parte de arriba quede donde estaba la de abajo, y vuelva a colocarlo.' },
  clean: {
    title: 'Las dos posiciones no coinciden',
    whatToDo: 'Girado 180°, el teléfono mide distinto, así que influye la suciedad o el soporte. Limpie los dos, retire el teléfono y vuelva a colocarlo.',
  },
  seat: { title: 'Vuelva a colocar el teléfono', whatToDo: 'Vuelva a colocar el mismo teléfono para seguir midiendo.' },
  done: { title: 'Medido las veces suficientes', whatToDo: 'No hay nada más que medir: todas las mediciones están por debajo del límite de retención y coinciden.' },
};
