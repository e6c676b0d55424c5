/**
 * Spanish words of the printed papers: label, receipt, handover sheet, certificate, history, letter. Said to the person who
 * holds the paper; numbers and names are put in by whoever fills them.
 */
import type { Said } from '../languages.ts';
import { papersEnglish } from '../words-of-papers.ts';

const aPhone = 'Teléfono';
const inWords = (device: string): string => (device === aPhone || device === papersEnglish.aPhone ? 'teléfono' : device);

export const papersSpanish: Said<typeof papersEnglish> = {
  aPhone,
  titles: {
    label: 'Etiqueta', receipt: 'Resguardo de su teléfono', 'handover-sheet': 'Hoja de entrega', certificate: 'Certificado de no borrado', history: 'Qué ocurrió con este teléfono', letter: 'Carta',
  },
  caseWord: 'Caso',
  page: (store, when) => `${store}, impreso: ${when}`,
  virtual: 'VIRTUAL: una prueba, ningún dispositivo real',
  print: 'Imprimir',
  download: 'Descargar como PDF',
  cannotPrint: (count) => `${count} ${count === 1 ? 'signo no se puede' : 'signos no se pueden'} imprimir en esta copia: cada uno es un recuadro vacío.`,
  serial: 'N.º de serie', imei: 'IMEI', ecid: 'ECID',
  device: 'Dispositivo', whichDevice: (number, of) => (of === 1 ? 'El teléfono' : `Teléfono ${number} de ${of}`),
  received: 'Recibido', colour: 'Color', condition: 'Estado', belongings: 'Venía con él', nothingElse: 'Nada más', power: 'Encendido', battery: 'Batería', charge: (pct) => `${pct} %`,
  swelling: 'Batería hinchada', ghostTouch: 'La pantalla se toca sola', screenUsable: 'Pantalla utilizable', passcode: 'Código', backup: 'Copia de seguridad', notSeenYet: 'Aún sin examinar',
  lies: 'Dónde está', seal: 'Precinto', noSeal: 'Sin precinto', purpose: 'Finalidad', method: 'Cómo', carrier: 'Transportista', back: 'Vuelta prevista', takenBy: 'Debe recibirlo', from: 'De', to: 'A', conditionThen: 'Estado en la entrega',
  poweredOff: (when) => `Apagado: ${when}`,
  headWords: (seq, hash) => `${seq} entradas · termina en ${hash.slice(-12)}`,

  label: {
    irreplaceable: 'DATOS IRREMPLAZABLES', neverErase: 'No borrar nunca. No restaurar nunca.',
    held: 'RETENIDO: no restaurar en ningún puesto', battery: 'Batería posiblemente dañada', batteryDo: 'No cargar. No doblar.',
  },
  warnings: {
    irreplaceable: 'Lo que contiene este teléfono es irremplazable', irreplaceableDo: 'Nada puede borrarlo. Ninguna restauración, ninguna actualización, ningún intento con códigos.',
    battery: 'Batería posiblemente dañada', batteryDo: 'No lo cargue, no lo doble ni lo apriete. Guárdelo donde un fuego no cause daño. Llévelo en mano mejor que enviarlo.',
    eraseArmed: 'No encender: hay un borrado armado', eraseArmedDo: 'El teléfono puede borrarse solo la próxima vez que arranque. Lea el almacenamiento sin arrancarlo.',
    held: 'Retenido', heldDo: 'Ningún puesto de esta tienda lo restaura antes de que decida un encargado.',
  },

  receipt: {
    lead: (store) => `${store} tiene su teléfono. Este papel muestra qué recibimos y qué nos permite usted hacer. Guárdelo.`,
    customer: 'Recibido de', whatWeReceived: 'Qué recibimos', allowed: 'Qué permite usted',
    noConsent: 'Aún no ha firmado nada. Hasta que lo haga, solo guardamos el teléfono.',
    scopes: {
      diagnose: 'Podemos examinar el teléfono y medirlo.', 'data-only': 'Podemos salvar sus datos, y no hacer nada más.', repair: 'Podemos repararlo.', 'open-device': 'Podemos abrirlo. Después puede dejar de ser estanco al agua.',
      'go-to-partner': 'Podemos entregarlo a un colaborador que salva datos.', erase: 'Podemos borrarlo, después de comprobar una copia de seguridad.',
    },
    notAllowed: 'Todo lo demás no lo podemos hacer. No borramos su teléfono.',
    upTo: (cap) => `Puede costar hasta ${cap}. Por encima de eso le preguntamos antes.`,
    signedAs: (relation, when) => `Firmado: ${when}, como ${relation.toLowerCase()}.`,
    takeBack: 'Puede retirarlo en cualquier momento. Díganoslo, y paramos.',
    passcode: 'Nunca le pedimos su código y nunca lo guardamos.',
    next: 'Qué pasa ahora', ask: 'A quién preguntar', askWho: (store, owner, code) => `Pregunte en ${store}${owner === null ? '' : ` por ${owner}`}, y diga ${code}. No tiene que contar su historia otra vez.`,
    follow: 'Sígalo usted', followWords: 'Escanee esto con su propio teléfono o con otro. La página muestra dónde está el teléfono, qué viene ahora y quién ha mirado sus datos.',
    noLink: 'Esta tienda no tiene página en internet. Llame o pase por aquí, y pregunte por el caso.',
    askLink: 'Pídanos el enlace a su página. Se muestra una sola vez.',
    fetch: 'Traiga este papel cuando recoja el teléfono.',
  },
  check: {
    title: 'Cómo comprobar este registro',
    words: (seq) => `El código contiene el final del registro de este caso: ${seq} entradas. Nadie puede quitar una entrada ni cambiarla después sin que este código lo delate. Pida a la tienda que lo escanee, o compárelo con la exportación.`,
  },

  handover: {
    lead: (from, to) => `Entrega de este teléfono. Entrega: ${from}. Recibe: ${to}.`,
    what: 'Qué se entrega', findings: 'Qué se encontró', bend: 'Flexión del chasis', notMeasured: 'No se midió aquí',
    bendValue: (um, limit, uncertainty, bench) => `${um}${uncertainty === null ? '' : ` ± ${uncertainty}`}${limit === null ? '' : `, límite ${limit}`}${bench === null ? '' : `, medido en ${bench}`}`,
    ran: 'Qué se ejecutó en él aquí', nothingRan: 'En ningún puesto de esta tienda se empezó una restauración.',
    mayDo: 'Qué permite el cliente', mayDoNothing: 'Ningún consentimiento firmado nombra nada. No haga nada más que guardarlo, y llámenos.',
    mayNot: (words) => `No permitido: ${words}.`, upTo: (cap) => `Límite de coste: ${cap}. Pregúntenos antes de superarlo.`,
    given: 'Entregado', taken: 'Recibido', signHere: 'Nombre, fecha, firma', link: 'Díganos cómo va',
    linkWords: 'Escanee esto, teclee el PIN y firme, informe o comunique allí el resultado. No hace falta una cuenta.', pin: 'PIN', pinWords: 'Impreso una vez en este papel. Guárdelo con el teléfono, no con la dirección.',
    noLink: 'Llámenos con el código del caso cuando haya llegado el teléfono, y cuando sepa cómo termina.', contact: 'Al cliente se llega a través de nosotros. Envíe mensajes con el enlace o llámenos.',
    rescue: 'Qué se preguntó antes de que viniera',
  },

  certificate: {
    certified: 'Aquí no se borró nada de este teléfono',
    certifiedWords: (from, to) => `Desde ${from} hasta ${to}, ningún puesto de esta tienda borró nada de él. Cada restauración que se empezó se paró antes de su primera escritura, como confirmó la propia máquina.`,
    nothingRan: (from, to) => `Desde ${from} hasta ${to}, ningún puesto de esta tienda empezó una restauración de él.`,
    notCertified: 'Esto no se puede certificar', notCertifiedWords: 'No afirmamos lo que nadie ha demostrado. Esto no dice que se hayan perdido datos.',
    doubts: {
      'outcome-unknown': 'El último paso demostrado de una restauración estaba cerca del punto de no retorno. Nadie ha demostrado que los datos se conserven.',
      'erase-begun': 'Se vio empezar un paso que destruye datos. No se vio su final.', erased: 'La máquina informó de un borrado que terminó.',
      'not-confirmed': 'Se envió una parada, y la máquina no la confirmó.', 'still-running': 'Se empezó una restauración, y no se informó de su final.',
      'ran-through': 'Una restauración llegó hasta el final. Debía conservar los datos; nadie aquí ha mirado los datos en sí.', 'erase-permitted': 'Personas de esta tienda permitieron un borrado.',
      'not-watched': 'Durante un tiempo, un puesto con este teléfono no informó.', 'never-received': 'Esta tienda no ha recibido el teléfono.', 'no-identifier': 'No se conoce número de serie, IMEI ni ECID, así que nadie puede decir qué restauraciones eran de este teléfono.',
    },
    asked: 'Restauraciones que se empezaron', planLine: (kind, from, to) => `${kind}${from === '' && to === '' ? '' : ` (de ${from || '?'} a ${to || '?'})`}`, noPlan: 'No se anunció ningún plan',
    how: 'Cómo terminó', stopped: 'Parada', ended: 'Terminó por sí sola antes de su primera escritura', running: 'Sin informar', ranThrough: 'Llegó hasta el final',
    requested: 'Solicitada', written: 'Escrita', acknowledged: 'Respondida por la máquina', seenStopped: 'Vista parada', never: 'nunca',
    after: (ms) => `a los ${ms} ms`, stopLine: (id, bench, day, cause) => `Parada ${id} en ${bench}, ${day}: ${cause}`,
    seenBy: 'Se vio parar la máquina; el teléfono en sí no se ve. Este certificado habla de los puestos de esta tienda, según lo que informaron, y de ningún otro lugar.',
    signed: 'Por la tienda',
  },

  history: { lead: 'Todo lo que consta de este caso, en su orden. Las entradas están firmadas y enlazadas; un error se corrige con una entrada posterior.', when: 'Cuándo', who: 'Quién', what: 'Qué', number: 'Núm.' },

  letter: {
    dear: (name) => `Buenos días, ${name},`, hello: 'Buenos días,',
    begin: (device, code) => `así terminó lo de su ${inWords(device)} (caso ${code}).`,
    results: {
      all: 'Se pudo salvar todo lo que se buscaba.', partial: 'Se pudo salvar una parte de sus datos. Sentimos que no fuera todo.',
      none: 'No se pudo salvar nada. Lo sentimos; se intentó con cuidado, y no se borró nada para intentarlo.', unrepaired: 'El teléfono vuelve a usted sin reparar, y como nos lo dio.',
    },
    notYet: 'El resultado aún no consta.',
    delivered: (how) => `Lo recibe así: ${how}.`,
    counted: (words) => `Salvado: ${words}.`, copyGone: (day) => `Quien lo salvó borra su copia a más tardar el ${day}.`,
    photos: (count) => `${count} fotos`, videos: (count) => `${count} vídeos`, other: (count) => `${count} archivos más`,
    care: 'Para que no vuelva a ocurrir',
    careItems: [
      'Mire ahora lo que se salvó y abra algunas fotos. Díganos en un plazo de dos semanas si falta algo.', 'Haga una segunda copia en otro lugar, por ejemplo en un disco en casa de alguien de confianza.',
      'Active la copia de seguridad de su teléfono nuevo, y mire una vez al mes si su fecha es de esa semana.', 'Lo que compró en tiendas en línea puede descargarlo allí otra vez con su cuenta: música, películas, libros, aplicaciones.',
      'Pida a familiares y amigos las fotos y los mensajes que les envió.',
    ],
    careBattery: 'No cargue el teléfono viejo. Llévelo a un lugar que recoja baterías, como esta tienda.',
    thanks: 'Puede llamarnos o venir con cualquier pregunta. No tiene que explicar nada otra vez: basta con el código de arriba.', yours: (store) => `Con un cordial saludo, ${store}`,
  },

  /** What comes next, to the customer. */
  next: {
    withYou: 'Con usted', finished: 'El trabajo ha terminado. Le decimos cuándo puede recogerlo.',
    here: 'Recibimos el teléfono, lo examinamos y anotamos lo que usted permite.', announced: 'Le esperamos. No tiene que contar la historia otra vez.', decide: 'Se paró una restauración, o alguien nos pidió esperar. Un encargado decide qué viene ahora; hasta entonces ninguna máquina toca el teléfono.',
    consent: 'Necesitamos su firma antes de que se haga nada.', partner: 'Buscamos un colaborador que pueda salvar los datos, y le preguntamos si cuesta más de lo que usted permite.', handing: 'El teléfono va de camino al colaborador.',
    stages: {
      received: 'El colaborador lo tiene y lo examina pronto.', looking: 'El colaborador lo examina.', 'waiting-for-parts': 'El colaborador espera piezas.', recovering: 'El colaborador está salvando los datos.', ready: 'El colaborador ha terminado; el teléfono vuelve.',
    },
    withPartner: 'Lo tiene el colaborador. Se lo decimos en cuanto sepamos algo.', fetch: 'Está listo. Puede recogerlo.', working: 'Trabajamos en ello y se lo decimos en cuanto cambie algo.',
    returned: 'Usted lo tiene de nuevo.', disposed: 'Se desechó, con la batería a salvo.', closed: 'El caso está cerrado. Seguimos aquí si tiene alguna pregunta.', coming: 'El teléfono viene de camino a nosotros.',
  },
};
