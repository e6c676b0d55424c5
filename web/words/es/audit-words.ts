/** What each entry of the audit is called, in Spanish. It says what was done, never who was right. */
import type { Said } from '../../../server/contract/languages.ts';
import type { auditEnglish } from '../audit-words.ts';

export const auditSpanish: Said<typeof auditEnglish> = {
  title: 'Auditoría',
  whole: (count) => `La cadena de ${count === 1 ? '1 entrada' : `${count} entradas`} está entera: no se cambió ni se quitó ninguna.`,
  empty: 'Aún no consta nada.',
  broken: (number) => `La cadena está rota en la entrada ${number}: esta, o una anterior, se cambió. Conserve la base de datos y llame a quien cuida de ella.`,
  filter: 'Filtro',
  who: 'Quién',
  whoHint: 'También quien se ha ido.',
  everybody: 'todos',
  subject: 'Sobre qué se hizo',
  subjectHint: 'Por ejemplo bench:bench-1, stop:…, person:P-….',
  apply: 'Mostrar',
  clear: 'Mostrar todo',
  older: 'Entradas anteriores',
  noMatch: 'Nada corresponde.',
  why: 'Motivo',
  from: 'desde',
  number: (number) => `entrada ${number}`,
  what: {
    'signed-in': 'Inició sesión', 'signed-in-by-provider': 'Inició sesión con el proveedor de identidad', switched: 'Cambió de persona en el puesto', 'link-used': 'Usó un enlace de un solo uso', 'signed-out': 'Cerró sesión', 'demo-entered': 'Entró en la tienda virtual',
    'signed-in-by-passkey': 'Inició sesión con clave de acceso', 'passkey-added': 'Añadió una clave de acceso', 'passkey-removed': 'Quitó una clave de acceso',
    'sign-in-refused': 'Inicio de sesión rechazado', 'switch-refused': 'Cambio de persona rechazado', 'link-refused': 'Enlace de un solo uso rechazado', 'confirmation-refused': 'Confirmación rechazada',
    confirmed: 'Confirmó de nuevo', 'session-ended': 'Terminó una sesión propia', 'sessions-ended': 'Terminó todas las sesiones de', 'own-secrets-changed': 'Cambió sus propios secretos',
    'person-added': 'Añadió una persona', 'person-changed': 'Cambió una persona', 'person-left': 'Dio de baja a una persona', 'link-made': 'Hizo un enlace de un solo uso',
    'machine-added': 'Añadió un sistema', 'machine-revoked': 'Revocó un sistema',
    'stop-ordered': 'Ordenó una parada', 'reset-ordered': 'Ordenó un rearme', 'drill-ordered': 'Ordenó un simulacro', 'take-out-of-service-ordered': 'Retiró un puesto del servicio',
    'return-to-service-ordered': 'Devolvió un puesto al servicio', 'stop-judged': 'Juzgó una parada',
    'alarm-seen': 'Ha visto una alarma', 'alarm-snoozed': 'Apartó una alarma', 'shift-checked': 'Comprobó sonido y parada', 'lever-pulled': 'Accionó una palanca de una máquina virtual',
  },
};
