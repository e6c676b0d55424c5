/** One Spanish sentence for each thing that can have happened to a case, as the history and its print say it. */
import type { MessageSide } from '../case-messages.ts';
import type { CaseEventBody } from '../case-events.ts';
import type { BriefPart, DeviceIds } from '../case-parts.ts';
import type { HistoryWords, Sentences } from '../words-of-case-history.ts';
import { casePartsSpanish as parts } from './words-of-case-parts.ts';

const because = (why: string): string => (why === '' ? '.' : `: “${why}”`);
const idsOf = ({ serial, imei, ecid }: DeviceIds): string => [serial, imei, ecid].filter((id) => id !== null).join(', ');
const flag = (isSet: boolean): string => (isSet ? ' Sus datos son irremplazables.' : '');
const counted = (photos: number | null, videos: number | null, other: number | null): string => {
  const all = [photos === null ? '' : `fotos: ${String(photos)}`, videos === null ? '' : `vídeos: ${String(videos)}`, other === null ? '' : `otros archivos: ${String(other)}`].filter((part) => part !== '');
  return all.length === 0 ? '' : ` (${all.join(', ')})`;
};
/** An article melts into the word before it. */
const of = (name: string): string => (name.startsWith('el ') ? `del ${name.slice(3)}` : `de ${name}`);
const LINK_FOR = { customer: 'el cliente', partner: 'el colaborador' } as const;
const TIED = { scanned: 'se escaneó', typed: 'se tecleó', seated: 'se colocó', stopped: 'se paró' } as const;

const messageNotes: Readonly<Record<`${MessageSide}-${MessageSide}`, string>> = {
  'customer-store': 'El cliente escribió a la tienda por el enlace.', 'customer-partner': 'El cliente escribió al colaborador por el enlace; la tienda lo pasa.', 'partner-store': 'El colaborador escribió a la tienda por el enlace.',
  'partner-customer': 'El colaborador escribió al cliente por el enlace.', 'store-customer': 'La tienda escribió al cliente; está en la página del cliente.', 'store-partner': 'La tienda escribió al colaborador; está en la página del colaborador.',
  'customer-customer': '', 'partner-partner': '', 'store-store': '',
};

const AMENDED: Readonly<Record<Exclude<BriefPart, 'irreplaceable'>, string>> = { story: 'lo que importa', contact: 'el contacto', visit: 'la hora de la visita', rescue: 'las vías rápidas a los datos' };
/** An older entry names its parts as a new one does; one that changed only who filed it names none. */
const changedIn = ({ rows, expectedAtIso, rescue }: CaseEventBody<'brief-amended'>): string => {
  const changed = [rows.story === undefined ? '' : AMENDED.story, rows.contact === undefined ? '' : AMENDED.contact, expectedAtIso === undefined ? '' : AMENDED.visit, Object.keys(rescue ?? {}).length === 0 ? '' : AMENDED.rescue].filter((part) => part !== '');
  return changed.length === 0 ? '' : `: ${changed.join(', ')}`;
};

const sentences: Sentences = {
  'brief-filed': ({ irreplaceable }) => `Se presentó un aviso previo.${flag(irreplaceable)}`,
  'walk-in-opened': ({ irreplaceable }) => `Alguien vino sin aviso previo; se abrió el caso.${flag(irreplaceable)}`,
  'opened-by-stop': ({ stop }) => `El caso lo abrió la parada ${stop.stopId} en ${stop.bench}.`,
  'brief-amended': (body) => `Se cambió el aviso previo${changedIn(body)}.${flag(body.irreplaceable === true)}`,
  'brief-acknowledged': ({ storyRead }) => (storyRead ? 'El aviso previo se aceptó, con la historia leída.' : 'El aviso previo se aceptó.'),
  'owner-named': ({ owner }) => `Responsable del caso: ${owner.code}.`,
  'customer-arrived': () => 'Llegó el cliente.',
  'no-show-recorded': ({ why }) => `No vino nadie${because(why)}`,
  'device-tied': ({ device, how, bench }) => `El dispositivo ${idsOf(device.ids)} ${TIED[how]} y se vinculó al caso${bench === null ? '' : `, en ${bench}`}.`,
  'device-identified': ({ ids, replaced, why }) => `${replaced ? 'Un identificador era incorrecto; es' : 'Se sabe más del dispositivo:'} ${idsOf(ids)}${because(why)}`,
  'device-untied': ({ deviceId, why, second }, { device }) => `${device(deviceId)} se había vinculado por error y se quitó${second == null ? '' : `, con ${second.code}`}${because(why)}`,
  'irreplaceable-set': ({ irreplaceable, why, second }) => `Se ${irreplaceable ? 'puso' : 'quitó'} la marca de irremplazable${irreplaceable || second === null ? '' : `, con ${second.code}`}${because(why)}`,
  'unlock-asked': ({ deviceId, proof }, { device }) => `Se solicitó quitar el bloqueo de activación ${of(device(deviceId))}. Justificante: ${parts.purchaseProofs[proof].toLowerCase()}.`,
  'unlock-withdrawn': ({ deviceId, why }, { device }) => `Ya no se quiere el desbloqueo ${of(device(deviceId))}${because(why)}`,
  'intake-recorded': ({ deviceId, intake }, { device }) => `Se examinó ${device(deviceId)}: ${[...intake.conditions.map((code) => parts.conditions[code].toLowerCase()), ...(intake.bendUm === null ? [] : [`doblado ${String(intake.bendUm)} µm`])].join(', ') || 'nada anotado'}.`,
  'photo-added': ({ fileSha256 }) => `Se añadió una foto. Su SHA-256 empieza por ${fileSha256.slice(0, 12)}.`,
  'no-photo-made': ({ deviceId, why }, { device }) => `Sin foto ${of(device(deviceId))}${because(why)}`,
  'consent-given': ({ relation, scopes, priceCap }) => `El cliente (${parts.relations[relation].toLowerCase()}) firmó: ${scopes.map((scope) => parts.scopes[scope].toLowerCase()).join('; ')}${priceCap === '' ? '' : `; hasta ${priceCap}`}.`,
  'consent-withdrawn': ({ why }) => `El cliente retiró un consentimiento${because(why)}`,
  'device-put-away': ({ deviceId, location, label }, { device }) => `${device(deviceId)} está ${parts.locations[location].toLowerCase()}${label === '' ? '' : ` (${label})`}.`,
  'battery-checked': ({ deviceId, swelling, warm, words }, { device }) => `Se miró la batería ${of(device(deviceId))}. Hinchada: ${parts.tri[swelling].toLowerCase()}; caliente: ${parts.tri[warm].toLowerCase()}${because(words)}`,
  'powered-off': ({ deviceId }, { device }) => `${device(deviceId)} se apagó.`,
  'hold-placed': ({ deviceId, stop }, { device }) => `${device(deviceId)} queda retenido: parada ${stop.stopId} en ${stop.bench}.`,
  'hold-asked': ({ deviceId, why }, { device }) => `Se solicitó retener ${device(deviceId)}${because(why)}`,
  'hold-approved': ({ why }) => `Se aprobó la retención${because(why)}`,
  'hold-released': ({ why, second }) => `Se levantó la retención${second === null ? '' : `, con ${second.code}`}${because(why)}`,
  'erase-allowed': ({ deviceId, planHash, why, second }, { device }) => `Se permitió durante media hora un plan que borra (${planHash.slice(0, 12)}) ${of(device(deviceId))}${second === null ? '' : `, con ${second.code}`}${because(why)}`,
  'transfer-prepared': ({ from, to, method, seal }, { party }) => `Se preparó una entrega (${party(from)} – ${party(to)}): ${parts.methods[method].toLowerCase()}${seal === '' ? '' : `, precinto ${seal}`}.`,
  'transfer-given': ({ signed }, { party }) => `Lo entregó: ${party(signed.by)}. ${parts.signedBy[signed.how]}.`,
  'transfer-taken': ({ signed, sealIntact, condition }, { party }) => `Lo recibió: ${party(signed.by)}. ${parts.signedBy[signed.how]}. Precinto entero: ${parts.tri[sealIntact].toLowerCase()}${because(condition)}`,
  'transfer-recalled': ({ why }) => `Se anuló la entrega${because(why)}`,
  'step-called': ({ step, level, dueAtIso, people }, { moment }) => `“${parts.steps[step]}”: el plazo acabó (${moment(dueAtIso)}) y no está hecho. ${people.length === 0 ? 'No había a quién llamar.' : `Llamados: ${parts.callLevels[level].toLowerCase()} (${people.map(({ code }) => code).join(', ')}).`}`,
  'call-answered': ({ why }) => `Por qué un paso aún no está hecho${because(why)}`,
  'link-made': ({ whom, expiresAtIso }, { moment }) => `Se hizo un enlace para ${LINK_FOR[whom]}; funciona hasta: ${moment(expiresAtIso)}.`,
  'link-revoked': ({ why }) => `Se revocó un enlace${because(why)}`,
  'message-noted': ({ from, to, asksCall }) => `${messageNotes[`${from}-${to}`]}${asksCall ? ' El cliente pide que se le llame.' : ''}`,
  'message-passed-on': () => 'Se pasó al colaborador un mensaje del cliente.',
  'message-marked': ({ as }) => (as === 'unread' ? 'Un mensaje espera de nuevo respuesta.' : 'Un mensaje no necesita respuesta.'),
  'partner-stage-reported': ({ stage, expectedAtIso }, { moment }) => `El colaborador dice: ${parts.partnerStages[stage].toLowerCase()}${expectedAtIso === null ? '' : `, previsto: ${moment(expectedAtIso)}`}.`,
  'outcome-recorded': ({ deviceId, result, photos, videos, other, words }, { device }) => `${device(deviceId)}: ${parts.results[result].toLowerCase()}${counted(photos, videos, other)}${because(words)}`,
  'telling-queued': ({ who, about }) => `Se escribió un correo (${parts.told[who].toLowerCase()}): ${about === 'outcome' ? 'cómo terminó' : 'cómo va'}.`,
  told: ({ who, how, about }) => `${parts.told[who]}: se le dijo ${about === 'outcome' ? 'cómo terminó' : 'cómo va'}, ${parts.toldHow[how].toLowerCase()}.`,
  'telling-failed': ({ who, why }) => `Un correo (${parts.told[who].toLowerCase()}) no llegó${because(why)}`,
  'abandonment-recorded': ({ deviceId, noticesSent, why }, { device }) => `Nadie recogió ${device(deviceId)}; avisos enviados: ${String(noticesSent)}${because(why)}`,
  'device-disposed': ({ deviceId, how, why }, { device }) => `${device(deviceId)} ${how === 'recycled-battery-safe' ? 'se recicló, con la batería a salvo' : 'se entregó a la autoridad'}${because(why)}`,
  noted: ({ words }) => `Nota: “${words}”`,
  corrected: ({ seq, why }) => `La entrada ${String(seq)} es incorrecta${because(why)}`,
  'merged-into': ({ code, why }) => `El caso se unió a ${code}${because(why)}`,
  absorbed: ({ code }) => `El caso ${code} se unió a este.`,
  closed: ({ why }) => `Se cerró el caso${because(why)}`,
  reopened: ({ why }) => `Se abrió de nuevo el caso${because(why)}`,
};

export const historySpanish: HistoryWords = { sentences, device: 'el dispositivo', unknown: (kind) => `Ocurrió algo que esta versión no conoce: ${kind}.` };
