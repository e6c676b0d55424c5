/**
 * Spanish for every cause of a trip. A cause says what happened, never that the restore "was stopped": only the receipt
 * may say so. No text tells anybody to touch the phone or its cable; the operator's call (words-of-stops.ts) does that.
 */
import type { CauseCode } from '../causes.ts';
import { aside } from '../words-of-cause-numbers.ts';
import type { Guidance } from '../words-shape.ts';
import { battery, bend, corruption, knowledge, measuring, personStop, refusal, silence, stall } from './words-of-cause-numbers.ts';
import { dataCausesSpanish, deviceCausesSpanish } from './words-of-data-causes.ts';
import { personCausesSpanish } from './words-of-person-causes.ts';

const recoverFirst = 'No inicie ninguna restauración aquí. Primero va la recuperación de datos: consulte al encargado.';

export const causesSpanish: Readonly<Record<CauseCode, Guidance>> = {
  'device-frame-bent': {
    title: 'Chasis del teléfono doblado',
    what: bend,
    usualCause: 'Una caída, un bolsillo trasero o una batería hinchada.',
    whatToDo: () => 'No inicie ninguna restauración aquí. Pida al encargado que retenga el teléfono. No lo apriete ni lo enderece: la batería puede estar dañada.',
  },
  'cannot-measure': {
    title: 'El chasis no se puede medir',
    what: measuring,
    usualCause: 'Un conector de palpador flojo, suciedad en la punta de un palpador o un teléfono que no asienta plano.',
    whatToDo: () => 'No inicie ninguna restauración aquí. Cuando no haya ninguna abierta, limpie los bordes, vuelva a colocar el teléfono y mida.',
  },
  'erase-without-consent': {
    title: 'Borrado sin consentimiento ni copia',
    what: () => 'El plan borraría este teléfono. No constan juntos un consentimiento y una copia de seguridad verificada.',
    usualCause: 'La herramienta de restauración eligió una instalación que borra en lugar de una actualización.',
    whatToDo: () => recoverFirst,
  },
  'unknown-plan': {
    title: 'Plan de restauración desconocido',
    what: ({ kind }) => `La máquina anunció un plan que Holdfast no conoce${aside(kind)}. Se trata como un plan que borra.`,
    usualCause: 'Una herramienta de restauración más nueva, o un tipo de instalación que nunca se describió a Holdfast.',
    whatToDo: () => recoverFirst,
  },
  'update-fell-back-to-erase': {
    title: 'La actualización falló y quiere borrar',
    what: () => 'La actualización falló y el paso siguiente borraría el teléfono.',
    usualCause: 'Una placa o un almacenamiento dañados, a menudo por una flexión, una caída o agua.',
    whatToDo: () => 'No lo intente de nuevo en ningún puesto. Primero va la recuperación de datos: consulte al encargado.',
  },
  'erase-without-permit': {
    title: 'Fase de borrado sin permiso',
    what: () => 'La máquina informó de una fase que borra, y Holdfast no había permitido ninguna.',
    usualCause: 'Una máquina que no esperó en su punto de espera, o una restauración que empezó antes de que Holdfast vigilara.',
    whatToDo: () => 'No use esta máquina para otra restauración. Consulte ahora al encargado.',
  },
  'commit-without-permit': {
    title: 'Escritura sin permiso',
    what: () => 'La máquina dice que ha pasado el punto de no retorno, y Holdfast no había permitido nada.',
    usualCause: 'Una máquina que no esperó en su punto de espera, o una restauración que empezó antes de que Holdfast vigilara.',
    whatToDo: () => 'No use esta máquina para otra restauración. Consulte ahora al encargado.',
  },
  'phase-unknown': {
    title: 'Fase desconocida',
    what: ({ phase }) => `La máquina informó de una fase que Holdfast no conoce${aside(phase)}. Puede estar junto a un punto de no retorno.`,
    usualCause: 'Un firmware de la máquina más nuevo que esta versión de Holdfast.',
    whatToDo: () => 'No inicie ninguna restauración aquí. Anote el firmware de la máquina y actualice Holdfast antes de volver a usarla.',
  },
  'device-changed': {
    title: 'No es el mismo teléfono',
    what: () => 'Los identificadores del teléfono no son los que tenía cuando se colocó.',
    usualCause: 'Se colocó otro teléfono, o la máquina leyó mal un número.',
    whatToDo: () => 'Compare el número de serie con la etiqueta del caso. No inicie ninguna restauración hasta que coincidan.',
  },
  'device-held': {
    title: 'Este teléfono está retenido',
    what: () => 'Este teléfono no debe restaurarse en ningún puesto.',
    usualCause: 'Un encargado, o una parada anterior, puso una retención para proteger los datos.',
    whatToDo: () => 'No inicie ninguna restauración aquí. El caso dice quién puso la retención y por qué; decide el encargado.',
  },
  'device-elsewhere': {
    title: 'El teléfono está también en otro puesto',
    what: ({ bench }) => `Otro puesto${aside(bench)} informa de este teléfono, o de una restauración abierta de él.`,
    usualCause: 'Se movió el teléfono con su restauración aún abierta, o dos teléfonos dan el mismo número.',
    whatToDo: () => 'Mire primero el otro puesto y compare los dos teléfonos con las etiquetas de sus casos.',
  },
  'battery-low': {
    title: 'Batería demasiado baja',
    what: battery,
    usualCause: 'Una batería vieja, o muy poco tiempo en el cargador.',
    whatToDo: () => 'Deje que se cargue si está frío y plano, y empiece de nuevo. Si está caliente o hinchado, pulse la parada de emergencia y aléjese.',
  },
  'rig-silent': {
    title: 'La máquina dejó de responder',
    what: silence,
    usualCause: 'Un cable flojo entre la máquina y el PC, o una máquina que se quedó sin corriente.',
    whatToDo: () => 'Mire la máquina y revise después su alimentación y el cable entre la máquina y el PC.',
  },
  'corrupt-frames': {
    title: 'Líneas dañadas de la máquina',
    what: corruption,
    usualCause: 'Un cable gastado, un hub USB, o un motor o un cargador cerca del cable.',
    whatToDo: () => 'Cuando no haya ninguna restauración abierta, cambie el cable entre la máquina y el PC y prescinda de cualquier hub.',
  },
  'sequence-regressed': {
    title: 'Líneas de la máquina fuera de orden',
    what: () => 'Los números de línea de la máquina retrocedieron, así que no es seguro que sus informes sean nuevos.',
    usualCause: 'Un segundo programa en el mismo puerto, o una máquina que se reinició sin que se viera.',
    whatToDo: () => 'Cierre los demás programas que usan este puerto. Si vuelve a ocurrir, haga revisar la máquina.',
  },
  'port-lost': {
    title: 'Se perdió la conexión con la máquina',
    what: ({ path }) => `El puerto de la máquina${aside(path)} desapareció con una restauración abierta.`,
    usualCause: 'Un conector USB flojo, un hub USB que se reinició o una máquina que se quedó sin corriente.',
    whatToDo: () => 'Mire la máquina y conecte de nuevo su cable a este PC. Holdfast se conecta solo.',
  },
  'rig-restarted': {
    title: 'La máquina se reinició sola',
    what: () => 'La máquina arrancó de nuevo en mitad de su trabajo. Nadie se lo había pedido.',
    usualCause: 'Una bajada en su alimentación, o un fallo de su firmware.',
    whatToDo: () => 'Mire la máquina y revise su alimentación antes de volver a usarla.',
  },
  'rig-refused': {
    title: 'La máquina rechazó una línea',
    what: refusal,
    usualCause: 'La máquina está enclavada por una parada propia, o su restauración cambió mientras tanto.',
    whatToDo: () => 'Mire la pantalla de la máquina y rearme el puesto cuando no haya ninguna restauración abierta.',
  },
  'bridge-restarted': {
    title: 'Holdfast se reinició al restaurar',
    what: () => 'Holdfast arrancó de nuevo y encontró una restauración que no había seguido desde el principio.',
    usualCause: 'El PC se reinició, se actualizó o se quedó sin corriente.',
    whatToDo: () => 'Mire la máquina. Rearme el puesto cuando esa restauración haya terminado.',
  },
  'latch-unreadable': {
    title: 'No se lee la memoria de paradas',
    what: () => 'Holdfast no puede leer si este puesto se paró antes. Lo trata como parado.',
    usualCause: 'Un corte de corriente al guardar, un disco lleno o averiado, o una carpeta de estado cambiada.',
    whatToDo: () => 'Averigüe qué se ejecutó aquí por última vez. Dos personas rearman el puesto tras mirar el teléfono y la máquina. Después se hace un simulacro y se devuelve al servicio.',
  },
  'bridge-stalled': {
    title: 'Este PC se quedó parado',
    what: stall,
    usualCause: 'El PC entró en suspensión, u otros programas ocuparon todo su tiempo.',
    whatToDo: () => 'Desactive la suspensión de este PC y cierre los programas pesados antes de la próxima restauración.',
  },
  'guard-fault': {
    title: 'Fallo interno de Holdfast',
    what: () => 'Algo ha fallado dentro de Holdfast, así que no se fía de lo que ve en este puesto.',
    usualCause: 'Un fallo del propio Holdfast. No se debe a nada que se haya hecho en el puesto.',
    whatToDo: () => 'No inicie ninguna restauración aquí. Guarde el registro de este disparo para quien mantiene Holdfast.',
  },
  'rig-stopped-itself': {
    title: 'La máquina se paró por sí misma',
    what: () => 'La máquina informa de que se paró porque no tenía un permiso vigente.',
    usualCause: 'La conexión entre la máquina y el PC iba lenta o no respondía, o Holdfast no dio el permiso.',
    whatToDo: () => 'Lea qué más informa el puesto y revise el cable entre la máquina y el PC antes de la próxima restauración.',
  },
  'unnamed-stop': {
    title: 'Parada sin nombre',
    what: () => 'La máquina informa de un byte de parada, y no le sigue ninguna línea de parada con un identificador.',
    usualCause: 'Una parada que se cortó a medias, o ruido en la línea.',
    whatToDo: () => 'Revise el cable cuando no haya ninguna restauración abierta y rearme después.',
  },
  'stop-button': {
    title: 'Botón de parada pulsado',
    what: () => 'Alguien pulsó el botón de parada de la máquina.',
    usualCause: 'Una persona vio algo que ningún sensor ve. Para eso está el botón.',
    whatToDo: () => 'Pregunte qué se vio y escríbalo en el motivo al rearmar.',
  },
  estop: {
    title: 'Parada de emergencia pulsada',
    what: () => 'Se pulsó la parada de emergencia de la máquina. Corta en cualquier fase.',
    usualCause: 'Una persona corría peligro, o el teléfono estaba caliente, hinchado o echaba humo. Las personas son lo primero.',
    whatToDo: () => 'Si el teléfono está caliente, hinchado o echa humo: aléjese y déjelo. Cuando todo sea seguro, suelte la parada de emergencia y rearme después.',
  },
  'operator-stop': {
    title: 'Parada pedida por una persona',
    what: personStop,
    usualCause: 'Una persona vio algo que ningún sensor ve. Para eso está el botón.',
    whatToDo: () => 'Pregunte qué se vio y escríbalo en el motivo al rearmar.',
  },
  'holds-unknown': {
    title: 'No se conocen las retenciones',
    what: knowledge,
    usualCause: 'El servidor de Holdfast no está en marcha, o no se llega a él desde este PC.',
    whatToDo: () => 'No inicie ninguna restauración aquí. Compruebe que el servidor de Holdfast funciona; el puesto vuelve a conocer las retenciones por sí solo.',
  },
  'cannot-record': {
    title: 'No se puede escribir el registro',
    what: () => 'Lo que ocurre en este puesto no se puede anotar, así que después no se podría demostrar nada.',
    usualCause: 'Un disco lleno o averiado en este PC.',
    whatToDo: () => 'No inicie ninguna restauración aquí. Libere espacio en el disco de este PC; el puesto sigue por sí solo.',
  },
  ...personCausesSpanish,
  ...dataCausesSpanish,
  ...deviceCausesSpanish,
  'bench-out-of-service': {
    title: 'El puesto está fuera de servicio',
    what: () => 'Una restauración pasó su punto de espera sin permiso, y este puesto no da ninguno porque está fuera de servicio.',
    usualCause: 'Se inició una restauración en un puesto que alguien había retirado del servicio.',
    whatToDo: () => 'No inicie ninguna restauración aquí. El puesto muestra quién lo retiró y por qué.',
  },
  'drill-became-stop': {
    title: 'El simulacro fue una parada real',
    what: () => 'El byte de parada de un simulacro llegó a la máquina cuando no estaba preparada, o ya no lo estaba. La máquina lo tomó por una parada real.',
    usualCause: 'Se colocó un teléfono en ese momento, o esta máquina no conoce los simulacros.',
    whatToDo: () => 'Mire la máquina. Si estaba vacía o no tenía ninguna restauración abierta, no se perdió nada: rearme el puesto.',
  },
};
