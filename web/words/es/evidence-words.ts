/** The details of a line of evidence that no contract has words for, in Spanish. */
import type { Said } from '../../../server/contract/languages.ts';
import type { evidenceEnglish } from '../evidence-words.ts';

export const evidenceSpanish: Said<typeof evidenceEnglish> = {
  version: (version, benches) => `versión ${version}, ${benches === 1 ? '1 puesto' : `${benches} puestos`}`,
  stop: (id) => `parada ${id}`,
  stopOf: (cause, id) => `${cause}, parada ${id}`,
  stopBecause: (id, reason) => `parada ${id}: ${reason}`,
  rig: (serial, model, firmware) => `${serial}, ${model}, firmware ${firmware}`,
  fromTo: (from, to) => `de ${from} a ${to}`,
  drillPassed: (after) => `superado a los ${after ?? '(tiempo desconocido)'}`,
  returnedBy: (who) => `devuelto por ${who}`,
  takenOutBy: (who, reason) => `retirado por ${who}: ${reason}`,
  lines: (count) => (count === 1 ? '1 línea' : `${count} líneas`),
  entries: (count, hash) => `${count === 1 ? '1 entrada' : `${count} entradas`}, ${hash}`,
  codes: {
    'seen-ended': 'se vio que terminó', replaced: 'empezó otra restauración', 'other-rig': 'aquí responde otra máquina',
    stopped: 'parada', undone: 'abandonada antes del punto', failed: 'fallida', done: 'hecha',
    'restore-ended': 'la restauración terminó', handshake: 'la máquina empezó de nuevo', 'rig-latched': 'la máquina se había parado por sí misma', tripped: 'este puesto se disparó',
    stop: 'parada', reset: 'rearme', drill: 'simulacro', judge: 'juicio',
    button: 'botón de parada', estop: 'parada de emergencia', fallback: 'la actualización pasó a un borrado', hot: 'dispositivo caliente', swelling: 'el dispositivo se hincha', smoke: 'humo', force: 'fuerza de palpado',
    'other-database': 'de otra base de datos', 'older-version': 'anterior a lo que se sabe',
    'restore-result': 'cómo terminó la restauración', 'permissive-lost-in-committed': 'una condición dejó de cumplirse pasado el punto', 'failed-update-remembered': 'se recuerda una actualización fallida',
    'wiring-failed': 'no se pudo usar un cable de corte', 'wiring-released': 'se liberó un cable de corte', 'chassis-measured': 'se midió el chasis',
  },
  notReadable: 'detalles que esta versión no puede leer',
};
