/**
 * Spanish for the causes that protect data beyond the kind of the plan, and for the way between phone and rig. Like every
 * cause they say what happened and never that the restore was stopped.
 */
import { quantitiesFor } from '../quantities.ts';
import type { wordsOfDataCauses, wordsOfDeviceCauses } from '../words-of-data-causes.ts';

const { word, number } = quantitiesFor('es');
const recoverFirst = 'No inicie ninguna restauración aquí. Primero va la recuperación de datos: consulte al encargado.';

export const dataCausesSpanish: typeof wordsOfDataCauses = {
  downgrade: {
    title: 'Sistema más antiguo que los datos',
    what: ({ from, to }) => {
      const [before, after] = [word(from), word(to)];
      return `El plan pone en el teléfono un sistema más antiguo y pretende conservar sus datos${before === null || after === null ? '' : `: de ${before} a ${after}`}. A menudo así se pierde todo.`;
    },
    usualCause: 'Se eligió un archivo de firmware más antiguo, o es el único que tiene la herramienta de restauración.',
    whatToDo: () => 'No inicie ninguna restauración aquí. Elija un plan con la misma versión o una más nueva; si no lo hay, consulte al encargado.',
  },
  'second-attempt': {
    title: 'Segundo intento tras un fallo',
    what: ({ failedAt }) => {
      const when = word(failedAt);
      return `Una actualización anterior de este teléfono falló o se interrumpió${when === null ? '' : ` (${when})`}. Otro intento puede destruir lo que quedó.`;
    },
    usualCause: 'Una placa o un almacenamiento dañados hicieron fallar el primer intento, y siguen dañados.',
    whatToDo: () => 'No lo intente de nuevo en ningún puesto. Dos personas pueden permitir un intento más con un rearme; antes, consulte a un laboratorio de recuperación.',
  },
  'storage-errors': {
    title: 'El almacenamiento está fallando',
    what: () => 'La máquina informa de errores del almacenamiento interno del teléfono.',
    usualCause: 'Un chip de memoria gastado o dañado, a menudo por una flexión, una caída o agua.',
    whatToDo: () => 'No lo intente de nuevo: con cada intento se puede perder más. Primero va la recuperación de datos: consulte al encargado.',
  },
  'activation-lock': {
    title: 'Bloqueado; se pidió desbloquearlo',
    what: () => 'El bloqueo de activación de este teléfono está puesto y alguien pidió que se quite. Quitarlo borra los datos para siempre.',
    usualCause: 'El propietario no puede iniciar sesión, o el teléfono viene de otra persona.',
    whatToDo: () => `${recoverFirst} El desbloqueo viene después, con el justificante de compra.`,
  },
  'irreplaceable-erase': {
    title: 'Borraría datos irremplazables',
    what: () => 'Los datos de este teléfono están marcados como irremplazables, y el plan los borraría. Un consentimiento y una copia de seguridad no cambian eso.',
    usualCause: 'La herramienta de restauración eligió una instalación que borra en lugar de una actualización.',
    whatToDo: () => recoverFirst,
  },
};

export const deviceCausesSpanish: typeof wordsOfDeviceCauses = {
  'usb-lost': {
    title: 'El teléfono se cayó del bus USB',
    what: ({ why, drops }) => {
      const count = number(drops);
      if (why === 'late') return 'El teléfono dejó el bus USB para cambiar de modo y no volvió a tiempo.';
      if (why === 'often' && count !== null) return `El teléfono se cayó del bus USB con demasiada frecuencia: ${count} veces desde que se colocó.`;
      return 'El teléfono se cayó del bus USB en una fase en la que no debería.';
    },
    usualCause: 'Un cable gastado, suciedad en el conector del teléfono o un enchufe flojo en la máquina.',
    whatToDo: () => 'Cuando no haya ninguna restauración abierta, cambie el cable y limpie el conector del teléfono antes de otra restauración.',
  },
  'hub-deep': {
    title: 'Demasiados hubs USB por medio',
    what: ({ hubs }) => {
      const count = number(hubs);
      return count === null ? 'Hay demasiados hubs USB entre el teléfono y la máquina.' : `Número de hubs USB entre el teléfono y la máquina: ${count}.`;
    },
    usualCause: 'Un hub en la mesa, o una base entre el cable y la máquina.',
    whatToDo: () => 'Cuando no haya ninguna restauración abierta, conecte el teléfono directamente a la máquina.',
  },
  'supply-dip': {
    title: 'Bajó la alimentación',
    what: () => 'La alimentación de la máquina bajó cerca del punto de no retorno.',
    usualCause: 'Una fuente de alimentación débil, o una carga grande en la misma toma.',
    whatToDo: () => 'Revise la alimentación de la máquina y qué más cuelga de ella antes de la próxima restauración.',
  },
};
