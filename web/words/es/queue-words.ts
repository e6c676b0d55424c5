/** What the manager's queue says, in Spanish: the list, the evidence, what each key does and what will happen before it is pressed. */
import type { Said } from '../../../server/contract/languages.ts';
import type { queueEnglish } from '../queue-words.ts';

const verbs: Said<typeof queueEnglish.verbs> = {
  'acknowledge-brief': 'Leerlo…', 'await-customer': 'Está aquí', 'name-owner': 'Hacerse cargo', 'tie-device': 'Escanear o escribir…', 'record-intake': 'Empezar recepción…', 'add-photo': 'Foto…', 'power-off': 'Está apagado',
  'get-consent': 'Consentimiento…', 'answer-message': 'Leer y responder…', 'decide-hold': 'Mirar la evidencia', 'put-away': 'Guardarlo…', 'check-battery': 'Mirarla…', 'find-partner': 'Elegir colaborador…', 'sign-given': 'Firmar…', 'sign-taken': 'Firmar…',
  'ask-partner': 'El colaborador dice…', 'record-outcome': 'Anotarlo…', 'tell-customer': 'Avisar…', 'tell-agent': 'Avisar…', 'mend-telling': 'Avisar de otro modo…', 'give-back': 'Devolver…', close: 'Cerrar…',
};

export const queueSpanish: Said<typeof queueEnglish> = {
  title: 'Cola',
  waiting: (count) => (count === 1 ? '1 caso espera' : `${count} casos esperan`),
  more: (count) => `y ${count} más`,
  waitsIn: (code) => `Qué espera en el caso ${code}`,
  nothing: 'Nada espera una decisión.',
  nothingNext: 'Una parada por un chasis doblado, un aviso previo que nadie ha aceptado, un correo que no llegó: lo que necesita a alguien aparece aquí solo.',
  list: 'Lo que espera, primero lo más urgente',
  keys: 'j y k, o arriba y abajo, recorren los casos; h y l, o izquierda y derecha, lo que espera en uno. Enter abre el caso. Las letras no actúan mientras escribe.',
  evidenceOf: (when) => `Evidencia de la parada, ${when}`,
  evidence: 'Evidencia',
  openCase: 'Abrir el caso',
  toEvidence: 'Mirar la evidencia',
  link: 'Enlace para el cliente…',
  verbs,
  why: 'Por qué está retenido',
  byHand: 'Lo solicitó un compañero',
  measured: 'Qué se midió',
  notMeasured: 'Esta parada no tiene medición: la causa está arriba.',
  limitSays: (value, hold, limit, uncertainty) => `${value} µm medidos. Retenido desde ${hold} µm: límite de ${limit} µm menos la incertidumbre de ${uncertainty} µm.`,
  chassisNow: 'El chasis, como está ahora en el puesto',
  chart: 'Antes de la parada',
  receipt: 'Cómo se paró',
  noStop: 'Esta parada ya no consta aquí.',
  raw: 'Líneas sin tratar',
  rawHint: 'Como las informó el puesto, en torno a la parada.',
  noRaw: 'No consta ninguna línea de esta parada.',
  brief: 'Qué dice el aviso previo',
  benchPage: (bench) => `Página de ${bench}`,
  decide: 'Decidir',
  approve: 'Aprobar',
  release: 'Levantar…',
  approveNext: 'Aprobar: el teléfono sigue retenido en todos los puestos. Después: elija un colaborador, o devuélvalo como está.',
  releaseNext: 'Levantar: los puestos pueden restaurar de nuevo este teléfono, cada uno según sus propias reglas. Se guarda un motivo.',
  releaseSecond: 'Los datos están en juego: debe confirmar también una segunda persona.',
  lookedAt: 'Ha mirado la evidencia.',
  decided: (who) => `Decidido por ${who} hace un momento.`,
};
