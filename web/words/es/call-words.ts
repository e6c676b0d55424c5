/** What is said to whoever was called because a step stays undone, in Spanish. */
import type { Said } from '../../../server/contract/languages.ts';
import type { callEnglish } from '../call-words.ts';

export const callSpanish: Said<typeof callEnglish> = {
  record: 'El registro está en duda',
  recordWhat: (count, codes, when) => `${count === 1 ? 'Una cadena de custodia ya no cuadra' : `${count} cadenas de custodia ya no cuadran`}: caso ${codes}. Detectado ${when}.`,
  recordCause: 'Causa habitual: se cambió la base de datos a mano, se repuso una copia anterior o falla el disco.',
  recordNow: 'Conserve todos los papeles de estos casos, no entregue nada solo por el registro, y pida a un administrador que ejecute “holdfast verify” en el PC del puesto.',
  note: 'Pasos que siguen sin hacer',
  youAre: (count) => (count === 1 ? 'Se le llamó: 1 paso sigue sin hacer' : `Se le llamó: ${count} pasos siguen sin hacer`),
  nobodyElse: 'No se pudo llamar a nadie: es para todos.',
  since: (due, called) => `plazo: ${due}, llamada: ${called}`,
  cannotDo: 'Llame a la tienda: el paso se hace allí.',
  toQueue: 'Abrir la cola',
  called: (whom, when) => `Llamada, ${when}: ${whom}.`,
  mark: 'Llamada',
  answered: (who, why) => `${who} dice por qué aún no: “${why}”`,
  mailTitle: 'Correo cuando un paso sigue sin hacer',
  mailText: 'Adonde Holdfast le escribe cuando se le llama. Está sellado, no se muestra a nadie, y desaparece cuando usted lo quita o se va.',
  mail: 'Dirección de correo',
  mailSet: 'configurada',
  mailNotSet: 'sin configurar',
  mailKeep: 'Guardar la dirección',
  mailAway: 'Quitarla',
  mailKept: 'Correo para llamadas: hecho.',
};
