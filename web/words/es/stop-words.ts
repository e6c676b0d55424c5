/** What the page says of one bench in a line, in Spanish. A stop is claimed only where the rig answered. */
import type { Said } from '../../../server/contract/languages.ts';
import type { stopEnglish } from '../stop-words.ts';

export const stopSpanish: Said<typeof stopEnglish> = {
  doNotStart: 'No inicie ninguna restauración aquí.',
  notHeard: 'aún sin noticias',
  silentFor: (duration) => `en silencio: ${duration}`,
  ago: (duration) => `hace ${duration}`,
  beforePoint: (duration) => `${duration} antes del punto de no retorno.`,
  toPoint: (duration) => `${duration} hasta el punto de no retorno`,
  pastPoint: 'pasado el punto de no retorno',
  noEstimate: 'no se sabe cuánto falta',
  point: 'punto de no retorno',
  nextTry: (seconds) => `Próximo intento en ${seconds} s.`,
  byHand: (bench) => `Ejecute “holdfast stop ${bench}” en el PC del puesto, o pulse el botón de parada de la máquina.`,
  inTitle: { 'step-back': 'EMERGENCIA, ALÉJESE', 'not-confirmed': 'SIN CONFIRMAR', stopping: 'parando', 'too-late': 'tarde para parar', locked: 'bloqueado' },
  stoppedInTitle: 'parado',

  virtualRig: 'máquina virtual',
  rig: (serial, model, firmware) => `Máquina ${serial} · ${model} · firmware ${firmware}`,
  putIn: 'Coloque un dispositivo. El puesto lo mide solo.',
  evidence: 'Evidencia',
  evidenceOf: (bench) => `Evidencia de ${bench}`,
  reset: 'Rearmar este puesto…',
  resetOf: (bench) => `Rearmar ${bench}`,
  seen: 'La he visto',
  seenOf: (bench) => `He visto la alarma de ${bench}`,

  stop: 'Parar ahora',
  stopAgain: 'Parar otra vez',
  stopSending: 'Enviando la parada…',
  stopOf: (bench) => `Parar ahora: ${bench}`,
  stopAgainOf: (bench) => `Parar otra vez: ${bench}`,
  stopSendingOf: (bench) => `Enviando la parada a ${bench}`,
  off: 'Parada inactiva: ¿por qué?',
  offOf: (bench) => `Parada inactiva en ${bench}: ¿por qué?`,
  notFromHere: 'No se para desde aquí',

  whyHeading: (bench) => `Por qué está inactiva la parada en ${bench}`,
  whyBehind: 'Ese punto ha pasado: la máquina informó de él dos veces seguidas, después de un permiso.',
  whyFinishes: 'La máquina termina sola, y respondería a una parada con “demasiado tarde”.',
  whyEStop: 'La parada de emergencia de la máquina siempre corta. La parada vuelve aquí por sí sola: antes de cualquier paso que borre, y cuando la restauración haya terminado.',
  understood: 'Entendido',

  keyStop: (bench) => `Parar: ${bench}`,
  keyWhich: '¿Parar qué puesto?',
  keyPress: 'Pulse su número. Una pulsación lo para.',
  keyOthers: 'Puede haber otros en marcha: esta página no oye nada nuevo. Un número para uno más.',
  keyMaybe: 'Esta página no oye nada nuevo, así que cualquiera puede estar en marcha. Pulse un número.',
  keyNoneRuns: 'No hay ninguna restauración en marcha, hasta donde sabe esta página. Un número para un puesto de todos modos.',
  keyNoBench: 'Esta página no conoce ningún puesto. Pulse el botón de parada de la máquina, o la parada de emergencia.',
  close: 'Cerrar',

  holds: 'se cumple:',
  missing: 'falta:',
  moreHold: (count) => (count === 1 ? 'y 1 más que se cumple' : `y ${count} más que se cumplen`),
};
