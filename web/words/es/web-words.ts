/** What only the page says, in Spanish: names of its parts, its own states, its own failures. */
import type { Said } from '../../../server/contract/languages.ts';
import type { webEnglish } from '../web-words.ts';

export const webSpanish: Said<typeof webEnglish> = {
  voices: {
    'step-back': 'PARADA DE EMERGENCIA, ALÉJESE',
    'not-confirmed': 'SIN CONFIRMAR',
    stopping: 'Parando',
    stopped: 'Parado',
    locked: 'Bloqueado',
    'too-late': 'Demasiado tarde para parar sin riesgo',
    unprotected: 'Sin protección',
    'out-of-service': 'Fuera de servicio',
    waiting: 'En espera: aún sin permiso',
    running: 'En marcha con permiso',
    ready: 'Listo, vacío',
  },
  counted: { stopped: 'parado', 'too-late': 'tarde para parar', waiting: 'en espera', running: 'en marcha', unprotected: 'sin protección', ready: 'listo', 'out-of-service': 'fuera de servicio' },
  themes: { auto: 'Automático', light: 'Claro', dark: 'Oscuro', contrast: 'Contraste' },
  receiptTimes: { requested: 'solicitada', written: 'escrita', acknowledged: 'respondida', seen: 'vista parada' },
  unprotectedBy: {
    feed: { title: 'sin vista en directo', what: 'Esta página no oye nada del servidor, así que lo que muestra puede ser antiguo. La protección del PC del puesto funciona sin ella.' },
    bridge: { title: 'el PC del puesto no informa', what: 'La protección del PC del puesto no informa al servidor. Lo que se muestra aquí es antiguo.' },
    never: { title: 'aún sin noticias', what: 'El PC del puesto aún no ha informado de este puesto.' },
    silence: { title: 'la máquina está en silencio', what: 'La máquina abandona por sí misma su permiso cuando no oye nada.' },
  },
  judging: {
    question: '¿Fue correcta esta parada?',
    words: 'Qué se encontró',
    wordsHint: 'Solo si hay algo que decir.',
    back: 'Atrás',
    sending: 'Guardando…',
    again: 'Juzgar de nuevo',
    failed: 'No se guardó.',
    title: 'Paradas falsas',
    asking: 'Consultando…',
    unknown: 'No se pudo leer la tasa de paradas falsas.',
    judgeAt: 'Júzguelas en:',
    askAgain: 'Consultar otra vez',
  },
  stopAtRig: 'La parada de emergencia de la máquina es para todos.',
  callProblems: {
    unreachable: 'El servidor no lo recibió: esta página no llega a él.',
    late: 'El servidor no respondió a tiempo.',
    'not-understood': 'El servidor respondió algo que esta página no entiende.',
  },
};
