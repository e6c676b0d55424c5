/** Spanish words for every refusal of the case workflow: what happened, the usual cause, what to do now. */
import type { CaseRefusal } from '../case-acts.ts';
import type { TransferFault } from '../words-of-cases.ts';
import type { ProblemWords } from '../words-shape.ts';

const LOOK_AGAIN = 'Mire el caso tal como está ahora y decida de nuevo.';
const NOTHING = 'No hay que hacer nada.';
const OLD_PAGE = 'La página es antigua.';

/** Fills {detail} of `transfer-parties-wrong`. */
export const TRANSFER_FAULTS_ES: Readonly<Record<TransferFault, string>> = {
  'giver-has-it-not': 'quien debe entregar el dispositivo no lo tiene',
  'same-sides': 'quien entrega y quien recibe son el mismo',
  'partner-not-named': 'no se dice qué colaborador',
  'partner-not-meant': 'se nombra un colaborador donde no interviene ninguno',
  'same-device-twice': 'un dispositivo se nombra dos veces',
};

export const CASE_PROBLEMS_ES: Readonly<Record<CaseRefusal, ProblemWords>> = {
  'no-such-case': { what: 'No existe el caso {case}.', usualCause: 'Un código mal escrito.', remedy: 'Mire la etiqueta, o busque por el número de serie.' },
  'case-moved-on': { what: 'Otra persona ha cambiado este caso hace un momento.', usualCause: 'Dos personas trabajan en él a la vez.', remedy: LOOK_AGAIN },
  'act-id-used': { what: 'Esto ya se envió antes con otro contenido.', usualCause: 'Un programa usa dos veces el mismo identificador.', remedy: 'Envíe un identificador nuevo con cada acto.' },
  'not-in-this-stage': { what: 'Esto no se puede hacer mientras el estado del caso sea: {stage}.', usualCause: 'Se cerró, se unió a otro, o aún no ha llegado nadie.', remedy: 'Mire lo que el caso muestra como siguiente paso.' },
  'story-not-read': { what: 'La historia aún no se ha leído.', usualCause: 'El aviso previo se aceptó desde la lista.', remedy: 'Abra primero lo que importa y acepte después el aviso previo.' },
  'no-such-device': { what: 'Este caso no tiene ese dispositivo.', usualCause: 'Se vinculó por error y se quitó, o está en otro caso.', remedy: LOOK_AGAIN },
  'device-needs-identifier': { what: 'Un dispositivo necesita un número de serie, un IMEI o un ECID.', usualCause: 'No se escaneó ni se escribió nada.', remedy: 'Escanee la etiqueta de la bandeja SIM o de los ajustes, o coloque el dispositivo: el puesto lo lee.' },
  'device-in-other-case': { what: 'Este dispositivo ya está en el caso {case}.', usualCause: 'El cliente vino antes, o se abrieron dos casos para el mismo asunto.', remedy: 'Abra {case}, o una un caso al otro.' },
  'device-tied-already': { what: 'Este dispositivo ya está vinculado a este caso.', usualCause: 'Se escaneó dos veces.', remedy: NOTHING },
  'ids-contradict': { what: 'Estos identificadores pertenecen a dos dispositivos distintos de esta tienda.', usualCause: 'Se confundieron las etiquetas de dos teléfonos.', remedy: 'Escanee los dispositivos de uno en uno, en el propio dispositivo.' },
  'device-not-here': { what: 'El dispositivo no está en la tienda.', usualCause: 'Se entregó, se devolvió o nunca se recibió.', remedy: 'Mire dónde está; recíbalo primero.' },
  'device-received': { what: 'El dispositivo ya se recibió.', usualCause: 'La recepción ya está hecha.', remedy: 'Devuélvalo en lugar de quitarlo del caso.' },
  'not-irreplaceable': { what: 'La marca de irremplazable no está puesta.', usualCause: 'Se quitó antes.', remedy: NOTHING },
  'already-irreplaceable': { what: 'La marca de irremplazable ya está puesta.', usualCause: 'La puso el aviso previo.', remedy: NOTHING },
  'recovery-first': { what: 'Los datos van primero: quitar el bloqueo de activación borra el dispositivo.', usualCause: 'Nadie ha anotado cómo terminó la recuperación.', remedy: 'Anote el resultado de la recuperación y solicite después el desbloqueo.' },
  'proof-not-accepted': { what: 'Un documento de identidad no demuestra quién compró el dispositivo.', usualCause: 'Se perdió el ticket de compra. Eso ocurre, y nadie duda de la persona.', remedy: 'Pida al vendedor una copia del ticket de compra con el número de serie.' },
  'no-unlock-asked': { what: 'No se solicitó ningún desbloqueo.', usualCause: 'Se retiró antes.', remedy: NOTHING },
  'no-such-consent': { what: 'No existe ese consentimiento, o se retiró.', usualCause: OLD_PAGE, remedy: LOOK_AGAIN },
  'terms-unknown': { what: 'Estas condiciones no son las de esta tienda.', usualCause: 'Las condiciones cambiaron con la página abierta.', remedy: 'Abra otra vez el consentimiento y muestre las condiciones nuevas.' },
  'consent-missing': { what: 'El cliente no ha permitido esto.', usualCause: 'Ningún consentimiento firmado lo nombra, o se retiró.', remedy: 'Consiga un consentimiento que lo nombre, o no lo haga.' },
  'backup-missing': { what: 'No consta ninguna copia de seguridad verificada.', usualCause: 'Alguien dijo que la hay; nadie ha abierto una foto de ella.', remedy: 'Abra la copia, mire la fecha, el tamaño y una foto, y anótelo en la recepción.' },
  'irreplaceable-never-erased': { what: 'Un dispositivo con datos irremplazables no se borra nunca.', usualCause: 'La marca está puesta.', remedy: 'Recupere primero los datos. Dos personas pueden quitar la marca cuando sea seguro.' },
  'hold-exists': { what: 'Este dispositivo ya está retenido.', usualCause: 'Una parada puso la retención, o la solicitó un compañero.', remedy: 'Decida sobre esa retención.' },
  'no-such-hold': { what: 'No existe esa retención.', usualCause: OLD_PAGE, remedy: LOOK_AGAIN },
  'hold-decided': { what: 'Sobre esta retención decidió {by} hace un momento; ahora su estado es: {state}.', usualCause: 'Otro encargado fue más rápido.', remedy: LOOK_AGAIN },
  'hold-active': { what: 'El dispositivo sigue retenido.', usualCause: 'Nadie ha decidido sobre la retención.', remedy: 'Levante la retención con un motivo, o entregue el dispositivo.' },
  'no-such-transfer': { what: 'No existe esa entrega.', usualCause: OLD_PAGE, remedy: LOOK_AGAIN },
  'transfer-parties-wrong': { what: 'Esta entrega no es posible: {detail}.', usualCause: 'Se confundió a quien entrega con quien recibe.', remedy: 'Elija quién entrega y quién recibe; quien entrega debe tener el dispositivo.' },
  'transfer-open': { what: 'Hay una entrega de este dispositivo en curso.', usualCause: 'Se preparó o se entregó y no está terminada.', remedy: 'Termine o anule antes esa entrega.' },
  'transfer-not-prepared': { what: 'Esta entrega ya se hizo.', usualCause: 'Dos personas firmaron a la vez.', remedy: LOOK_AGAIN },
  'transfer-not-given': { what: 'Quien entrega aún no ha firmado.', usualCause: 'Quien recibe firmó primero.', remedy: 'Que firme quien entrega y después quien recibe.' },
  'transfer-over': { what: 'Esta entrega ha terminado.', usualCause: 'Se recibió o se anuló.', remedy: LOOK_AGAIN },
  'signature-missing': { what: 'Falta una firma.', usualCause: 'El campo se dejó vacío.', remedy: 'Firme en la pantalla, o elija que se firmó en papel.' },
  'no-such-partner': { what: 'No existe ese colaborador en el directorio.', usualCause: 'Se quitó del directorio.', remedy: 'Elija otro colaborador, o añádalo.' },
  'not-with-partner': { what: 'Ningún colaborador tiene este dispositivo.', usualCause: 'Volvió, o nunca salió.', remedy: LOOK_AGAIN },
  'outcome-missing': { what: 'Nadie ha anotado cómo terminó.', usualCause: 'El colaborador no ha respondido.', remedy: 'Anote el resultado de cada dispositivo del caso.' },
  'not-told': { what: 'Falta avisar de cómo terminó: {who}.', usualCause: 'El correo está en camino o falló, o nadie llamó.', remedy: 'Envíe otra vez el correo, llame, o anote que no hay a quién avisar.' },
  'devices-not-accounted': { what: 'Un dispositivo de este caso no se ha devuelto y no consta dónde acabó.', usualCause: 'Está en la tienda o con un colaborador.', remedy: 'Entréguelo y cierre después.' },
  'no-such-entry': { what: 'El caso no tiene la entrada {seq}.', usualCause: 'Un número mal escrito.', remedy: 'Mire el historial del caso.' },
  'no-such-message': { what: 'No existe ese mensaje, o ya se pasó.', usualCause: 'La página es antigua, o alguien fue más rápido.', remedy: LOOK_AGAIN },
  'no-such-link': { what: 'No existe ese enlace, o se revocó.', usualCause: OLD_PAGE, remedy: LOOK_AGAIN },
  'merge-with-itself': { what: 'Un caso no se puede unir a sí mismo.', usualCause: 'El mismo código dos veces.', remedy: 'Escriba el código del otro caso.' },
  'merge-target-ended': { what: 'El otro caso ha terminado.', usualCause: 'Se cerró o se unió a otro.', remedy: 'Ábralo antes de nuevo, o conserve este.' },
  'abandonment-missing': { what: 'Nadie ha anotado que el dispositivo se abandonó.', usualCause: 'Se omitió el paso.', remedy: 'Anote los avisos que se enviaron y deséchelo después.' },
  'too-many-devices': { what: 'Un caso admite como máximo 20 dispositivos.', usualCause: 'Varios asuntos en un solo caso.', remedy: 'Abra otro caso.' },
  'mail-not-possible': { what: 'No se puede enviar ningún correo: {detail}.', usualCause: 'No hay servidor de correo configurado, o nadie dio una dirección.', remedy: 'Llame, o entregue una carta, y anótelo.' },
  'no-such-photo': { what: 'No existe esa foto.', usualCause: 'Se borró porque acabó su plazo.', remedy: LOOK_AGAIN },
  'photo-wrong': { what: 'Esto no es una foto que se pueda guardar: {detail}.', usualCause: 'Otro tipo de archivo, o uno dañado.', remedy: 'Envíe un JPEG, PNG o WebP de 8 MB como máximo; la página reduce las fotos por sí sola.' },
  'no-such-call': { what: 'No se llamó a nadie para esto.', usualCause: OLD_PAGE, remedy: LOOK_AGAIN },
  'call-over': { what: 'Esta llamada ha terminado: el paso está hecho, se dio un motivo, o se llamó a los siguientes.', usualCause: 'Un compañero fue más rápido.', remedy: LOOK_AGAIN },
  'not-called': { what: 'A usted no se le llamó para este paso.', usualCause: 'Se llamó a otros, o no es su caso.', remedy: 'Haga el paso, o hágase cargo del caso; ambas cosas terminan la llamada.' },
  'link-unknown': { what: 'Este enlace no funciona.', usualCause: 'Se copió solo en parte, o se revocó.', remedy: 'Pida uno nuevo a la tienda.' },
  'link-over': { what: 'Este enlace ha terminado.', usualCause: 'Acabó su plazo, o la entrega está hecha.', remedy: 'Pregunte a la tienda si queda algo pendiente.' },
  'pin-wrong': { what: 'El PIN no es correcto.', usualCause: 'Una cifra mal tecleada.', remedy: 'El PIN está en la hoja de entrega. Después de cinco intentos fallidos espere, o pregunte a la tienda.' },
};
