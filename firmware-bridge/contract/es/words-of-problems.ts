/**
 * Spanish for what leaves a bench unprotected or makes it wait. It never says that a bench is fine, and it names the
 * exact port, group or program where the bridge knows it.
 */
import type { ProblemCode } from '../bench-status.ts';
import { quantitiesFor } from '../quantities.ts';
import { aside } from '../words-of-cause-numbers.ts';
import type { Guidance } from '../words-shape.ts';

const { number, word } = quantitiesFor('es');

export const problemsSpanish: Readonly<Record<ProblemCode, Guidance>> = {
  'port-missing': {
    title: 'Puerto no encontrado',
    what: ({ path }) => `En este PC no existe el puerto${aside(path)}.`,
    usualCause: 'El cable de la máquina no está conectado, o la máquina no tiene corriente.',
    whatToDo: () => 'Conecte la máquina y enciéndala. Holdfast se conecta solo.',
  },
  'port-taken': {
    title: 'El puerto está en uso',
    what: ({ path, holder }) => `El puerto${aside(path)} lo ocupa ${word(holder) ?? 'otro programa'}.`,
    usualCause: 'En este PC se ejecuta un terminal serie, un servicio de módem o un segundo Holdfast.',
    whatToDo: ({ holder }) => `Cierre ${word(holder) ?? 'el otro programa'}. Holdfast se conecta solo.`,
  },
  'port-denied': {
    title: 'Sin derecho a usar el puerto',
    what: ({ path }) => `Este usuario no puede abrir el puerto${aside(path)}.`,
    usualCause: 'El usuario que ejecuta Holdfast no está en el grupo propietario de los puertos serie.',
    whatToDo: ({ group }) => {
      const owner = word(group);
      return `Añada este usuario al grupo ${owner === null ? 'propietario del puerto' : `“${owner}”`}, inicie sesión de nuevo y arranque Holdfast.`;
    },
  },
  'port-lost': {
    title: 'Se perdió la conexión con la máquina',
    what: ({ path }) => `El puerto de la máquina${aside(path)} desapareció.`,
    usualCause: 'Un conector USB flojo, un hub USB que se reinició o una máquina que se quedó sin corriente.',
    whatToDo: () => 'Conecte de nuevo el cable de la máquina a este PC. Holdfast se conecta solo.',
  },
  'port-failed': {
    title: 'El puerto no se abre',
    what: ({ path, why }) => `No se pudo abrir el puerto${aside(path)}.${word(why) === null ? '' : ` El sistema dice: “${word(why) ?? ''}”.`}`,
    usualCause: 'Un adaptador averiado, o su controlador.',
    whatToDo: () => 'Enchufe el adaptador en otra toma de este PC. Si sigue igual, pruebe otro adaptador.',
  },
  'rig-silent': {
    title: 'La máquina no responde',
    what: () => 'El puerto está abierto, pero de la máquina no llega nada.',
    usualCause: 'La máquina está apagada, aún está arrancando o está en otro puerto.',
    whatToDo: () => 'Encienda la máquina y compruebe que su cable está en este puerto.',
  },
  'rig-not-understood': {
    title: 'No se entiende a la máquina',
    what: ({ baud }) => `Llegan bytes, pero ninguno forma una línea válida.${number(baud) === null ? '' : ` El puerto va a ${number(baud) ?? ''} baudios.`}`,
    usualCause: 'Una velocidad de puerto equivocada, o una máquina que habla otro dialecto.',
    whatToDo: () => 'Compare la velocidad y el dialecto de la configuración con la documentación de la máquina.',
  },
  'corrupt-frames': {
    title: 'Líneas dañadas de la máquina',
    what: ({ count }) => {
      const damaged = number(count);
      return damaged === null || count === 1 ? 'De la máquina llegan líneas dañadas.' : `De las últimas líneas de la máquina, ${damaged} llegaron dañadas.`;
    },
    usualCause: 'Un cable gastado, un hub USB, o un motor o un cargador cerca del cable.',
    whatToDo: () => 'Cuando no haya ninguna restauración abierta, cambie el cable entre la máquina y el PC y prescinda de cualquier hub.',
  },
  'protocol-newer': {
    title: 'La máquina usa un protocolo más nuevo',
    what: ({ proto }) => `La máquina habla una versión del protocolo${aside(proto)} que este Holdfast no conoce.`,
    usualCause: 'El firmware de la máquina se actualizó antes que Holdfast.',
    whatToDo: () => 'Actualice Holdfast en este PC. Hasta entonces no inicie ninguna restauración aquí.',
  },
  'rig-identity-clash': {
    title: 'Dos máquinas con el mismo número',
    what: ({ found }) => `Dos puertos informan de una máquina con el mismo número de serie${aside(found)}.`,
    usualCause: 'Una máquina figura dos veces en la configuración, o se copió un número de serie.',
    whatToDo: () => 'Desconecte una de las dos cuando no haya ninguna restauración abierta y corrija la configuración.',
  },
  'rig-unexpected': {
    title: 'No es la máquina esperada',
    what: ({ expected, found }) => {
      const [wanted, seen] = [word(expected), word(found)];
      const is = seen === null ? 'En este puerto responde otra máquina.' : `La máquina de este puerto es ${seen}.`;
      return wanted === null ? is : `${is} La configuración espera ${wanted}.`;
    },
    usualCause: 'Se intercambiaron cables, o se sustituyó la máquina.',
    whatToDo: () => 'Ponga los cables en su sitio, o anote la máquina nueva en la configuración.',
  },
  'virtual-mismatch': {
    title: 'Virtual y real mezclados',
    what: () => 'Una máquina virtual y registros reales, o una máquina real y registros virtuales, no deben juntarse.',
    usualCause: 'Holdfast se arrancó con la carpeta de estado de una demostración, o al revés.',
    whatToDo: () => 'Arranque Holdfast con otra carpeta de estado: una para máquinas reales y otra para las virtuales.',
  },
  'rig-deaf': {
    title: 'La máquina no oye a Holdfast',
    what: () => 'Llegan líneas de la máquina, pero no responde a ninguna de las nuestras. Puede que una parada no le llegue.',
    usualCause: 'Un hilo roto en un sentido, o un cable que solo recibe.',
    whatToDo: () => 'No inicie ninguna restauración aquí. Cambie el cable entre la máquina y el PC.',
  },
  'port-slow': {
    title: 'El puerto es demasiado lento',
    what: ({ baud }) => {
      const speed = number(baud);
      return `El puerto va ${speed === null ? 'demasiado lento' : `a ${speed} baudios, demasiado lento`} para una protección completa.`;
    },
    usualCause: 'Una velocidad inferior a 57 600 baudios en la configuración o en la máquina.',
    whatToDo: () => 'Ponga la máquina y la configuración a 115 200 baudios.',
  },
  'recorder-lost': {
    title: 'El registrador no está en marcha',
    what: () => 'La parte de Holdfast que escribe el registro ha terminado. Holdfast la arranca de nuevo por sí solo.',
    usualCause: 'Un disco lleno, o poca memoria en este PC.',
    whatToDo: () => 'Espere un momento. Si sigue así, revise el disco y la memoria de este PC y reinicie Holdfast cuando no haya ninguna restauración abierta.',
  },
  'disk-full': {
    title: 'El disco está lleno',
    what: () => 'En este PC ya no se puede anotar nada, así que no se permite ninguna restauración nueva.',
    usualCause: 'Otros archivos han llenado el disco de este PC.',
    whatToDo: () => 'Libere espacio en el disco de este PC. El puesto sigue por sí solo.',
  },
  'black-box-stopped': {
    title: 'La caja negra está parada',
    what: ({ why }) => `Ahora no se escribe el registro de cada byte. No afecta a las paradas ni a la evidencia.${word(why) === null ? '' : ` El sistema dice: “${word(why) ?? ''}”.`}`,
    usualCause: 'Poco espacio libre en el disco de este PC.',
    whatToDo: () => 'Libere espacio en el disco de este PC. El registro sigue por sí solo y dice qué le falta.',
  },
  'wire-lost': {
    title: 'Falta una segunda vía de parada',
    what: ({ by, path }) => `No está ${by === 'relay' ? 'el relé' : 'el segundo puerto de la máquina'}${aside(path)}. La línea de la máquina sigue parando.`,
    usualCause: 'Se soltó su conector, u otro programa usa su puerto.',
    whatToDo: () => 'Cuando no haya ninguna restauración abierta, vuelva a poner su conector. Holdfast se conecta solo.',
  },
  'database-unconfirmed': {
    title: 'El servidor no se da por bueno',
    what: ({ why, database }) => {
      const is = why === 'older-version' ? 'La base de datos del servidor es anterior a lo que decía antes' : 'El servidor tiene una base de datos distinta a la de antes';
      return `${is}${aside(database)}. No se le cree nada, las retenciones conocidas se mantienen y no se da ningún permiso nuevo cuando tienen un minuto.`;
    },
    usualCause: 'La base de datos del servidor se perdió o se repuso desde una copia, o este PC llega a otro servidor.',
    whatToDo: ({ database }) => `Si este servidor es el correcto, escriba en el PC del puesto: holdfast confirm-database ${word(database) ?? 'ID'} --name "su nombre" --reason "por qué". Si no, deténgalo.`,
  },
};
