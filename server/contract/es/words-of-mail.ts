/**
 * The mails of a case in Spanish. They are read by somebody who may have lost a person: short, plain, true, and nothing to
 * sell. A subject says nothing that a stranger who sees the screen must not know.
 */
import type { CallLevel } from '../case-state.ts';
import { say } from '../mail-text.ts';
import type { MailFrame, MailPart, MailWords, MailWritten } from '../mail-text.ts';
import type { BackupWays, ChainHead, HeldBecause, HeldData, HeldNext, MailPartnerStage, MailResult, Standing } from '../mail.ts';
import { casePartsSpanish } from './words-of-case-parts.ts';

const LANGUAGE = 'es-ES';

const day = (atIso: string, { timeZone }: MailFrame): string => new Intl.DateTimeFormat(LANGUAGE, { timeZone, dateStyle: 'long' }).format(new Date(atIso));
const moment = (atIso: string, { timeZone }: MailFrame): string =>
  new Intl.DateTimeFormat(LANGUAGE, { timeZone, day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' }).format(new Date(atIso));

/** Greets without a word that would need to know whether a man or a woman reads it. */
const hello = (name: string | null): string => (name === null || name.trim() === '' ? 'Buenos días:' : say`Buenos días, ${name}:`);
const phone = (device: string | null): string => (device === null || device.trim() === '' ? 'teléfono' : device);
const unless = (text: string | null, part: (text: string) => MailPart): MailPart[] => (text === null || text.trim() === '' ? [] : [part(text)]);

type Case = { readonly caseCode: string; readonly toName: string | null };

const toCustomer = ({ caseCode, toName }: Case, { storeName }: MailFrame, parts: readonly MailPart[]): MailWritten => ({
  subject: say`Su teléfono, caso ${caseCode}`,
  parts: [hello(toName), ...parts],
  linkWords: 'Puede ver cómo va en cualquier momento, sin necesidad de una cuenta:',
  end: [say`Si tiene alguna pregunta, responda a este correo o pase por la tienda. Diga “caso ${caseCode}” y no tendrá que contarlo otra vez.`, say`${storeName}`],
});

const toAgent = ({ caseCode, toName }: Case, { storeName }: MailFrame, parts: readonly MailPart[]): MailWritten => ({
  subject: say`Caso ${caseCode}, que usted anunció`, parts: [hello(toName), ...parts], linkWords: null, end: ['Si tiene alguna pregunta, responda a este correo.', say`${storeName}`],
});

const record = ({ count, hash }: ChainHead): readonly MailPart[] => [
  say`Por favor, guarde este correo: es su resguardo. Todo lo que ocurre con su teléfono se escribe en un registro, entrada a entrada. Ahora tiene ${count} ${count === 1 ? 'entrada' : 'entradas'}, y la última lleva esta marca:`,
  say`${hash}`,
  'Si alguien cambiara lo escrito hasta aquí, la marca dejaría de coincidir.',
];

const BECAUSE: Readonly<Record<HeldBecause, string>> = {
  'frame-bent': 'Su chasis está doblado más de lo que nuestra máquina puede trabajar con seguridad. Si hubiéramos seguido, podría haberse borrado lo que contiene.',
  'cannot-measure': 'No pudimos medir si su chasis está recto. Si hubiéramos seguido sin saberlo, podría haberse borrado lo que contiene.',
  'would-erase': 'El paso siguiente habría borrado lo que contiene.',
  unsafe: 'No era seguro seguir: se calentó, o su batería puede estar dañada. Está donde no puede hacer daño.',
  'second-look': 'Uno de nosotros quiso mirarlo una segunda vez antes de que se le haga nada más.',
  other: 'Algo no era como debía, y no quisimos arriesgar lo que contiene.',
};
const DATA: Readonly<Record<HeldData, string>> = {
  'as-it-was': 'Lo que contiene está como cuando usted lo trajo.',
  'not-known': 'Aún no sabemos si lo que contiene está intacto. Hasta que lo sepamos, no se le hace nada más.',
};
const NEXT: Readonly<Record<HeldNext, string>> = {
  'we-decide': 'Ahora lo mira un encargado, y después tendrá noticias nuestras. Usted no tiene que hacer nada por ahora.',
  'ask-lab': 'Preguntamos a un laboratorio de recuperación de datos qué puede hacer, y después tendrá noticias nuestras. Usted no tiene que hacer nada por ahora.',
  'your-word': 'Antes de nada más necesitamos su palabra. Por favor, responda a este correo o pase por la tienda.',
};
const STAGE: Readonly<Record<MailPartnerStage, (partner: string, device: string) => string>> = {
  received: (partner, device) => say`${partner} tiene su ${device}.`,
  looking: (partner, device) => say`${partner} está examinando su ${device}, para ver qué se puede hacer.`,
  'waiting-for-parts': (partner, device) => say`${partner} espera una pieza que hace falta para su ${device}. No pasa nada malo; tarda un poco más.`,
  recovering: (partner, device) => say`${partner} está trabajando en lo que contiene su ${device}.`,
  ready: (partner, device) => say`${partner} ha terminado con su ${device}. Cómo ha ido se lo diremos en cuanto lo sepamos.`,
};
const STANDING: Readonly<Record<Standing, (device: string) => string>> = {
  expected: (device) => say`Esperamos el ${device}; aún no ha llegado.`,
  'in-store': (device) => say`El ${device} está con nosotros, y lo estamos examinando.`,
  held: (device) => say`El ${device} está con nosotros. El trabajo en él está parado para que no se pierda nada de lo que contiene, y un encargado decide qué se hace ahora.`,
  'on-the-way': (device) => say`El ${device} está de camino a un laboratorio de recuperación de datos.`,
  'with-partner': (device) => say`El ${device} está en un laboratorio de recuperación de datos. Puede tardar un tiempo; no pasa nada malo.`,
  ready: (device) => say`El ${device} está de vuelta con nosotros y se puede recoger.`,
};
const RESULT: Readonly<Record<MailResult, (device: string) => readonly string[]>> = {
  all: (device) => [say`Todo lo que se buscaba en su ${device} se encontró y está a salvo.`],
  partial: (device) => [say`Una parte de lo que contiene su ${device} se encontró y está a salvo.`, 'Lo que falta ya no se pudo leer. Sentimos que no sea todo.'],
  none: (device) => [say`Lo sentimos mucho. No se pudo salvar nada de su ${device}.`, 'Nos habría gustado decirle otra cosa. Si quiere saber qué se intentó, lo repasamos con usted cuando le venga bien.'],
  unrepaired: (device) => [say`Su ${device} no se reparó. Se lo devolvemos como está.`, 'Si quiere saber por qué, o qué más se puede hacer con él, lo repasamos con usted.'],
};
const RESULT_FOR_AGENT: Readonly<Record<MailResult, string>> = {
  all: 'Todo lo que se buscaba se encontró y está a salvo.',
  partial: 'Una parte se encontró y está a salvo. El resto ya no se pudo leer.',
  none: 'No se pudo salvar nada.',
  unrepaired: 'El dispositivo no se reparó, y se devuelve como está.',
};
const BACKUP: Readonly<Record<BackupWays, readonly string[]>> = {
  iphone: [
    'Por sí sola, sin cable: Ajustes, su nombre, iCloud, Copia en iCloud, activada. Así funciona de noche, con corriente y Wi-Fi.',
    'O con un ordenador: conecte el teléfono y elija “Realizar copia de seguridad ahora”, en el Finder de un Mac o en la aplicación Dispositivos Apple de Windows. Una vez al mes es una buena costumbre.',
  ],
  android: [
    'Por sí sola, sin cable: Ajustes, Google, Copia de seguridad, activada. Mire en Google Fotos que también esté activada la copia: las fotos se guardan aparte de lo demás.',
    'O con un ordenador: conecte el teléfono con su cable, elija “Transferencia de archivos” y copie la carpeta DCIM. Una vez al mes es una buena costumbre.',
  ],
  other: ['Copie lo que le importa a un ordenador o a una memoria USB. Una vez al mes es una buena costumbre.'],
};
const CALLED: Readonly<Record<CallLevel, string>> = {
  here: 'Se le llama porque está en la tienda.',
  managers: 'Se le llama porque ningún encargado que está en la tienda lo ha hecho.',
  beyond: 'Se le llama porque ningún encargado de la tienda lo ha hecho. Por favor, llame a la tienda.',
};

export const MAIL_WORDS_ES: MailWords = {
  language: 'es',
  virtual: 'Este correo viene de una demostración de Holdfast con máquinas virtuales. No se refiere a ningún teléfono real.',
  write: {
    'brief-acknowledged': (about, frame) => toAgent(about, frame, [
      say`${about.byName}, de ${frame.storeName}, ha leído su aviso previo y está a disposición del cliente.`,
      ...unless(about.expectedAtIso, (atIso) => say`Se le espera: ${moment(atIso, frame)}.`),
      'Lo que usted escribió está en el puesto, para que nadie tenga que contarlo dos veces.',
      ...unless(about.reference, (reference) => say`Su referencia: ${reference}`),
      'Cuando haya terminado le diremos cómo. No hace falta que pregunte.',
    ]),
    'device-received': (about, frame) => toCustomer(about, frame, [
      say`Su ${phone(about.device)} está con nosotros. Lo recibió ${about.receivedBy}, el ${moment(about.atIso, frame)}.`,
      ...record(about.chain),
    ]),
    held: (about, frame) => toCustomer(about, frame, [say`Hemos parado el trabajo en su ${phone(about.device)}.`, BECAUSE[about.because], DATA[about.data], NEXT[about.next]]),
    'handed-over': (about, frame) => toCustomer(about, frame, [
      say`Su ${phone(about.device)} está ahora en manos de ${about.partnerName}. Se entregó y se firmó el ${moment(about.atIso, frame)}.`,
      ...unless(about.partnerPlace, (place) => say`Dónde es: ${place}`),
      'No hace falta que llame allí. Pregúntenos a nosotros y lo transmitimos; su número y su dirección se quedan con nosotros.',
      ...record(about.chain),
    ]),
    'partner-stage': (about, frame) => toCustomer(about, frame, [STAGE[about.stage](about.partnerName, phone(about.device))]),
    progress: (about, frame) => toCustomer(about, frame, ['Para que no tenga que preguntar, así está la situación.', STANDING[about.standing](phone(about.device))]),
    'progress-agent': (about, frame) => toAgent(about, frame, [
      'Para que no tenga que preguntar, así está el caso que usted anunció.',
      ...unless(about.reference, (reference) => say`Su referencia: ${reference}`),
      STANDING[about.standing]('teléfono'),
    ]),
    outcome: (about, frame) => toCustomer(about, frame, [
      ...RESULT[about.result](phone(about.device)),
      ...unless(about.detail, (detail) => say`${detail}`),
      ...unless(about.delivery, (delivery) => say`Cómo le llega: ${delivery}`),
      ...unless(about.copyGoneIso, (atIso) => say`La copia que se hizo para el trabajo se borra, a más tardar, el ${day(atIso, frame)}.`),
    ]),
    'closing-agent': (about, frame) => toAgent(about, frame, [
      'El caso que usted anunció ha terminado.',
      ...unless(about.reference, (reference) => say`Su referencia: ${reference}`),
      RESULT_FOR_AGENT[about.result],
      about.customerTold ? 'El cliente sabe cómo terminó.' : 'Aún no hemos podido avisar al cliente; seguimos intentándolo.',
      'Gracias por avisarnos.',
    ]),
    'ready-for-collection': (about, frame) => toCustomer(about, frame, [
      say`Su ${phone(about.device)} está listo para usted.`,
      'Por favor, traiga su resguardo y algo en lo que figure su nombre.',
      ...unless(about.keptUntilIso, (atIso) => say`Se lo guardamos hasta el ${day(atIso, frame)}. Si es demasiado pronto, díganoslo.`),
    ]),
    'reminder-abandoned': (about, frame) => toCustomer(about, frame, [
      say`Su ${phone(about.device)} está listo desde el ${day(about.readySinceIso, frame)}, y se lo seguimos guardando.`,
      'Si no puede venir, responda a este correo; encontraremos otro modo.',
      ...unless(about.keptUntilIso, (atIso) => say`Podemos guardarlo hasta el ${day(atIso, frame)}. Por favor, díganos antes qué desea.`),
    ]),
    aftercare: (about, frame) => toCustomer(about, frame, [
      say`Le escribimos por lo que contenía su ${phone(about.device)}, y por cómo tenerlo a salvo a partir de ahora.`,
      ...(about.lost.length === 0 ? [] : ['Esto no se pudo salvar:', { list: about.lost.map((what) => say`${what}`) }]),
      ...(about.again.length === 0 ? [] : ['Esto puede obtenerlo otra vez:', { list: about.again.map(({ what, where }) => say`${what}: ${where}`) }]),
      'Para que no vuelva a ocurrir:',
      { list: [...BACKUP[about.backup], 'Guarde en dos lugares lo que más le importa. Abra de vez en cuando una foto de la copia: solo entonces sabe que la hay.'] },
      'Con gusto lo dejamos preparado aquí con usted.',
    ]),
    'partner-link': (about, { storeName }) => ({
      subject: say`Caso ${about.caseCode}, un dispositivo para usted`,
      parts: [hello(about.toName), say`${storeName} le entrega un dispositivo: ${phone(about.device)}, caso ${about.caseCode}.`, 'Con el enlace de abajo firma que lo recibe y nos cuenta cómo va. Pide el PIN que le dimos; el PIN no está en ningún correo.'],
      linkWords: 'El enlace, sin necesidad de una cuenta:',
      end: ['Termina cuando el dispositivo vuelva, o cuando anulemos la entrega. Si tiene alguna pregunta, responda a este correo.', say`${storeName}`],
    }),
    'step-overdue': ({ caseCode, toName, step, dueAtIso, level }, frame) => ({
      subject: say`Caso ${caseCode}: un paso sigue sin hacerse`,
      parts: [
        hello(toName), say`En el caso ${caseCode} esto debía hacerse a más tardar el ${moment(dueAtIso, frame)}, y nadie lo ha hecho: ${casePartsSpanish.steps[step]}.`, CALLED[level],
        'Haga el paso, o hágase cargo del caso. Si tiene que esperar, diga por qué: el motivo se guarda. Hasta que ocurra una de las tres cosas sigue en la cola, y se llama a otros.',
      ],
      linkWords: null, end: [say`${frame.storeName}`],
    }),
    test: (_about, { storeName }) => ({ subject: 'Una prueba de Holdfast', parts: ['Buenos días:', say`Esto es una prueba de ${storeName}. Los correos de Holdfast llegan aquí.`], linkWords: null, end: [say`${storeName}`] }),
  },
};
