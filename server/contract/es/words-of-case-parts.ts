/** Spanish words for everything a case is made of: stages, places, holds, conditions, consents, results, steps, gaps. */
import type { CasePartsWords } from '../words-of-case-parts.ts';

export const casePartsSpanish: CasePartsWords = {
  stages: { announced: 'Anunciado', expected: 'Esperado', open: 'Abierto', 'no-show': 'No vino nadie', closed: 'Cerrado', merged: 'Unido a otro caso' },
  places: { 'with-customer': 'Con el cliente', 'in-store': 'En la tienda', 'on-the-way': 'En camino', 'with-partner': 'Con el colaborador', returned: 'Devuelto', disposed: 'Desechado' },
  holdStates: { provisional: 'Retenido por una parada', asked: 'Retención solicitada', approved: 'Retenido', released: 'Retención levantada' },
  transferStates: { prepared: 'Preparada', given: 'Entregada, aún no recibida', taken: 'Recibida', recalled: 'Anulada' },
  parties: { customer: 'Cliente', store: 'Tienda', partner: 'Colaborador' },
  methods: { 'in-person': 'En mano', carried: 'Lo llevamos nosotros', courier: 'Por mensajería' },
  signedBy: { screen: 'Firmado en la pantalla', link: 'Firmado con el enlace', paper: 'Firmado en papel', nobody: 'Sin firmar' },
  partnerStages: { received: 'Recibido', looking: 'En examen', 'waiting-for-parts': 'A la espera de piezas', recovering: 'Recuperando los datos', ready: 'Listo' },
  results: { all: 'Se salvó todo', partial: 'Se salvó una parte', none: 'No se pudo salvar nada', unrepaired: 'Devuelto sin reparar' },
  delivered: { drive: 'En un disco', download: 'Como descarga', 'new-device': 'En un dispositivo nuevo', 'on-the-device': 'En el propio dispositivo', 'not-yet': 'Aún sin entregar', nothing: 'Nada que entregar' },
  rescueQuestions: {
    'trusted-computer': '¿Hay un ordenador en el que el teléfono confía?', 'cloud-backup': '¿Hay una copia de seguridad en la nube?', 'passcode-typeable': '¿Se puede teclear el código?',
    'ghost-touch': '¿La pantalla se toca sola?', 'screen-readable': '¿Se puede leer la pantalla?', 'started-since': '¿Se desbloqueó desde el último arranque?',
  },
  tri: { yes: 'Sí', no: 'No', 'not-known': 'No se sabe' },
  conditions: {
    'screen-cracked': 'Pantalla rota', 'screen-dark': 'La pantalla no se enciende', 'back-cracked': 'Trasera rota', 'frame-bent': 'Chasis doblado', 'frame-dented': 'Chasis abollado', 'screen-lifting': 'La pantalla se separa del chasis',
    water: 'Restos de agua', 'buttons-stuck': 'Botones atascados', 'port-damaged': 'Conector dañado', 'camera-damaged': 'Cámara dañada', scratched: 'Arañado', 'none-seen': 'Sin daños a la vista',
  },
  powerStates: { on: 'Encendido', off: 'Apagado', restarting: 'Se reinicia una y otra vez', 'not-known': 'No se sabe' },
  passcodes: { known: 'El cliente lo sabe', 'not-known': 'Nadie lo sabe', none: 'No hay ninguno', 'not-asked': 'No se ha preguntado' },
  backups: { verified: 'Verificada: se vio fecha, tamaño y una foto', said: 'Dicen que existe; no se ha visto', none: 'Ninguna', 'not-known': 'No se sabe' },
  relations: { owner: 'Propietario', executor: 'Albacea de la herencia', 'next-of-kin': 'Familiar más cercano', agent: 'Actúa por el propietario' },
  scopes: {
    diagnose: 'Examinarlo y medirlo', 'data-only': 'Salvar los datos y nada más', repair: 'Repararlo', 'open-device': 'Abrirlo', 'go-to-partner': 'Entregarlo a un colaborador', erase: 'Borrarlo',
  },
  verifiedBy: { receipt: 'Con el ticket de compra', 'unlocked-it': 'Lo desbloqueó', 'official-paper': 'Con un documento oficial', 'known-to-store': 'Conocido en la tienda', 'not-verified': 'Sin comprobar' },
  purchaseProofs: { 'original-receipt': 'Ticket de compra original', 'store-record': 'Registro de esta tienda', 'identity-card': 'Documento de identidad', none: 'Ninguno' },
  locations: { bench: 'En el puesto', locker: 'En la taquilla', safe: 'En la caja fuerte', 'fire-safe': 'En la caja ignífuga', counter: 'En el mostrador' },
  told: { customer: 'Cliente', agent: 'Agente de soporte' },
  toldHow: { mail: 'Por correo electrónico', phone: 'Por teléfono', 'in-person': 'En persona', letter: 'Por carta', 'nobody-to-tell': 'No hay a quién avisar' },
  capabilities: {
    'data-recovery': 'Recuperación de datos', 'board-repair': 'Reparación de placas', 'frame-straightening': 'Enderezado de chasis', 'battery-disposal': 'Retirada de baterías', 'water-damage': 'Daños por agua', 'screen-repair': 'Reparación de pantallas',
  },
  steps: {
    'acknowledge-brief': 'Lea la historia y acepte el aviso previo', 'await-customer': 'Se espera al cliente', 'name-owner': 'Hágase cargo del caso', 'tie-device': 'Escanee o escriba el número de serie', 'record-intake': 'Anote lo que ve',
    'add-photo': 'Haga una foto del dispositivo', 'power-off': 'Apague ahora el dispositivo', 'get-consent': 'Pida al cliente que firme lo que permite', 'decide-hold': 'Decida sobre la retención', 'put-away': 'Guarde el dispositivo y diga dónde',
    'check-battery': 'Mire la batería', 'find-partner': 'Elija un colaborador y prepare la entrega', 'sign-given': 'Que firme quien entrega', 'sign-taken': 'Que firme quien recibe', 'answer-message': 'Responda a lo que se escribió', 'ask-partner': 'Pregunte al colaborador cómo va',
    'record-outcome': 'Anote cómo terminó', 'tell-customer': 'Avise al cliente', 'tell-agent': 'Avise al agente de soporte', 'mend-telling': 'Un correo no llegó: avise de otro modo', 'give-back': 'Devuelva el dispositivo', close: 'Cierre el caso',
  },
  gaps: {
    'given-not-taken': 'Entregado, y nadie lo ha recibido', 'no-place-known': 'Nadie sabe dónde está', 'partner-silent': 'El colaborador no dice nada', 'seal-broken': 'Se rompió el precinto', 'not-back-in-time': 'No volvió a tiempo',
  },
  callLevels: { here: 'Un encargado que está aquí', managers: 'Todos los encargados', beyond: 'Soporte y administradores' },
};
