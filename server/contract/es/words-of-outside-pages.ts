/**
 * Spanish words of the pages that customers, partners and agents see from outside. Said to a person who may have lost somebody:
 * calm, short, nothing that needs explaining.
 */
import type { Said } from '../languages.ts';
import type { outsidePagesEnglish } from '../words-of-outside-pages.ts';

const again = 'No se perdió nada. Vuelva atrás e inténtelo otra vez.';

export const outsidePagesSpanish: Said<typeof outsidePagesEnglish> = {
  caseTitle: (code) => `Caso ${code}`, virtual: 'VIRTUAL: una prueba, sin dispositivos reales.', back: 'Atrás', done: 'Hecho', notDone: 'No se hizo', send: 'Enviar', optional: 'puede quedar vacío', choose: 'Elija', timesIn: (zone) => `Las horas son las de la tienda (${zone}).`,
  link: {
    gone: 'Este enlace no funciona', goneWords: 'Se copió solo en parte, se revocó, se anuló la entrega o acabó su plazo. No se ha perdido nada: el teléfono y el caso están donde estaban.', goneDo: 'Pida uno nuevo a la tienda.',
    formGone: 'Este formulario estuvo abierto demasiado tiempo', formGoneWords: `Abra otra vez la página con su enlace y envíelo de nuevo. ${again}`, sentTwice: 'Esto ya se había enviado. Cuenta una sola vez.',
    tooMany: 'Demasiados intentos', tooManyWords: (minutes) => `Espere ${String(minutes)} ${minutes === 1 ? 'minuto' : 'minutos'} e inténtelo de nuevo. O llame a la tienda.`, wrongForm: 'Algo en el formulario no encaja', wrongFormWords: (place) => `Por favor, mire: ${place}. ${again}`,
  },
  customer: {
    title: 'Así va su caso', earlier: (count) => `Antes (${String(count)})`, erased: 'Sus datos personales se borraron', erasedWords: 'Su nombre, su historia y sus fotos se borraron para siempre. Para decirnos algo, llame a la tienda o pase por ella.',
    lead: 'No tiene que contar nada otra vez. Esta página muestra cómo va.', where: 'Dónde está su teléfono', next: 'Qué pasa ahora', updates: 'Qué ha pasado hasta ahora', seen: 'Quién ha mirado sus datos', seenNobody: 'Hasta ahora nadie ha mirado su nombre, su historia ni sus fotos.',
    seenBy: (role, code, kind) => `Miró ${kind}: ${role} (${code})`, allowed: 'Lo que usted permite', allowedNothing: 'No hay nada firmado.', takeBack: 'Retirar esto', takenBack: (day) => `Retirado el ${day}`, takeBackHint: 'Entonces dejamos de hacer lo que permitía. Puede firmar de nuevo en la tienda.',
    tell: 'Escríbanos', tellHint: 'Lo lee quien lleva el caso. Su número no se muestra nunca a nadie más.', tellTo: 'Para', tellStore: 'La tienda', tellPartner: 'El colaborador que tiene el teléfono', waitsForUs: 'Lo leemos y lo pasamos.', passedOn: 'Pasado al colaborador.', tellWords: 'Su mensaje', callMe: 'Llámenme, por favor', told: 'Lo hemos recibido. Ahora lo lee quien lleva el caso.',
    messages: 'Mensajes', fromYou: 'Usted', from: { store: 'La tienda', partner: 'El colaborador', customer: 'Usted' }, care: 'Para que no vuelva a ocurrir',
    moved: { 'taken-in': 'Usted nos entregó el teléfono.', 'to-partner': 'Lo entregamos al colaborador.', 'at-partner': 'El colaborador lo tiene, y lo firmó.', 'back-in-store': 'Está de vuelta en la tienda.', 'given-back': 'Usted lo tiene de nuevo.' },
    kinds: { contact: 'su nombre y cómo localizarle', story: 'lo que nos contó', photo: 'fotos de su teléfono', consent: 'su firma' },
    roles: { technician: 'técnico', manager: 'encargado', support: 'agente de soporte', auditor: 'auditor', admin: 'administrador' },
    happened: {
      'brief-filed': 'Su historia se contó a la tienda.', 'brief-acknowledged': 'Un encargado la leyó y le espera.', 'customer-arrived': 'Usted vino a la tienda.', 'intake-recorded': 'Examinamos el teléfono y anotamos cómo está.', 'consent-given': 'Usted firmó lo que podemos hacer.',
      'consent-withdrawn': 'Usted retiró algo que había permitido.', 'hold-placed': 'Una máquina se paró, para que no se borre nada.', 'hold-approved': 'Un encargado decidió: ninguna máquina nuestra toca el teléfono.', 'hold-released': 'Un encargado decidió que se puede seguir trabajando en él.', 'transfer-given': 'Lo entregamos.',
      'transfer-taken': 'Llegó, y se firmó.', 'transfer-recalled': 'Se anuló una entrega.', 'partner-stage-reported': 'El colaborador nos dijo cómo va.', 'outcome-recorded': 'Se sabe cómo terminó.', closed: 'Se cerró el caso.', reopened: 'Se abrió de nuevo el caso.',
    },
  },
  partner: {
    pin: 'PIN', pinHint: 'Seis cifras, en la hoja de entrega que vino con el teléfono.', enter: 'Abrir', pinWrong: 'El PIN no es correcto', pinWrongWords: 'Mire otra vez la hoja de entrega. Después de cinco intentos fallidos este enlace espera un rato. Si es correcto, el enlace se retiró entretanto: pregunte a la tienda.', lead: 'Teclee el PIN para ver la entrega.',
    sheet: 'Entrega', sign: 'El teléfono ha llegado', signHint: 'Firme que lo tiene. Desde entonces está con usted.', name: 'Su nombre', signature: 'Su firma', signatureHint: 'Dibújela aquí, o déjelo: el nombre y el PIN valen como firma.', clear: 'Limpiar', seal: '¿Está entero el precinto?', condition: 'Estado en que llegó', signNow: 'Firmar: lo tengo',
    notGiven: 'Aún no se ha entregado', notGivenWords: 'La tienda no ha firmado que entregó el teléfono. Cuando lo tenga en sus manos, llame a la tienda.', recalled: 'Esta entrega se anuló', recalledWords: 'Aquí no hay nada que hacer. Si el teléfono está con usted, llame a la tienda.', taken: (when) => `Lo tiene desde: ${when}.`, away: 'Ya no está con usted', awayWords: 'El teléfono siguió su camino. Lo que usted comunicó queda registrado.',
    erased: 'Aquí ya no se puede firmar nada', erasedWords: 'Los datos personales de este caso se borraron para siempre. Si el teléfono está con usted, llame a la tienda.',
    stage: 'Cómo va', stageField: 'Fase', expected: 'Previsto para el', report: 'Comunicar', reported: 'Comunicado hasta ahora', outcome: 'Cómo terminó', outcomeField: 'Resultado', whichPhone: 'Teléfono', photos: 'Fotos', videos: 'Vídeos', other: 'Otros archivos', countsHint: 'Cuántos se salvaron; solo cantidades, sin contenido.', delivered: 'Cómo lo recibe el cliente',
    copyGone: 'Su propia copia se borra a más tardar el', words: 'Qué más debemos saber', wordsHint: 'Se guarda para siempre en el registro: sin nombres.', outcomeNow: 'Comunicar el resultado', outcomeKnown: 'Ya comunicado', copy: 'Su copia del registro', copyHint: 'Un archivo que puede comprobar sin nosotros. Guárdelo: demuestra qué había registrado cuando lo descargó.', copyNow: 'Descargar', leave: 'Cerrar esta página a los demás',
  },
  agent: {
    needed: 'Solo hacen falta los dos nombres; lo demás, según lo que sepa.', who: 'Quién viene', story: 'Qué importa', another: 'Presentar otro aviso previo',
    title: 'Para agentes de soporte', user: 'Nombre de usuario', password: 'Contraseña', code: 'Código de su aplicación', codeHint: 'solo si hay una configurada', signIn: 'Iniciar sesión', signOut: 'Cerrar sesión', failed: 'El nombre, la contraseña o el código no son correctos', failedWords: 'Inténtelo otra vez. Si se perdió la contraseña, pregunte a un administrador de la tienda.', notAgent: 'Esta entrada es para agentes de soporte', notAgentWords: 'El personal inicia sesión dentro de la tienda.',
    file: 'Diga a la tienda quién viene', fileHint: 'Un encargado lo lee antes de que llegue el cliente. Nadie pregunta otra vez.', briefs: 'Sus avisos previos', none: 'Aún no ha presentado ninguno.', name: 'Nombre del cliente', greeting: 'Cómo dirigirse a la persona', phone: 'Teléfono del cliente', mail: 'Correo del cliente', mayCall: 'Se puede llamar al cliente', matters: 'Qué importa, y a quién', mattersHint: 'La pantalla del puesto lo muestra.', doNotAsk: 'Qué no preguntar otra vez', happened: 'Qué ocurrió', language: 'Idioma del cliente', expected: 'Se le espera el',
    irreplaceable: 'Lo que contiene es irremplazable', irreplaceableHint: 'Desde entonces ninguna máquina de la tienda puede borrarlo.', ownName: 'Su nombre', ownMail: 'Su correo, para decirle cómo terminó', reference: 'Su propio número', rescue: 'Vías rápidas a los datos', model: 'Modelo', serial: 'Número de serie', imei: 'IMEI', fileNow: 'Presentar el aviso previo',
    amend: 'Cambiar este aviso', amendHint: 'Escriba solo lo nuevo: sustituye a lo que contó. Lo que deje vacío se queda como estaba. Quien aceptó el aviso lo lee de nuevo.', amendNow: 'Enviar el cambio', amended: (when) => `Cambiado ${when}, aún sin leer de nuevo.`,
    filed: (code) => `Está en la tienda como caso ${code}.`, taken: (code, when) => `Lo aceptó el encargado ${code}, ${when}`, notTaken: 'Aún sin aceptar', ended: 'Cómo terminó', open: 'Aún abierto', told: 'Se avisó al cliente.',
  },
};
