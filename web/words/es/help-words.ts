/** What the help says beside the tables of the guard, in Spanish: each state in three texts, the search, the keys, the first steps. */
import type { Said } from '../../../server/contract/languages.ts';
import type { helpEnglish } from '../help-words.ts';

const voices: Said<typeof helpEnglish.voices> = {
  'step-back': { what: 'Puede haber personas en peligro: calor, hinchazón, humo, o una prensa que aprieta demasiado.', usualCause: 'Una batería dañada, casi siempre en un teléfono doblado.', whatToDo: 'Pulse la parada de emergencia y aléjese. No salve el teléfono.' },
  'not-confirmed': { what: 'Se escribió una parada, y la máquina no ha respondido. Nadie sabe si la restauración sigue.', usualCause: 'El cable, la alimentación de la máquina, o una máquina colgada.', whatToDo: 'Haga ahora en la máquina lo que dice el recuadro.' },
  stopping: { what: 'La parada está en camino. La máquina aún no ha respondido.', usualCause: 'Esto dura unas milésimas de segundo.', whatToDo: 'Espere la respuesta. Quédese en el puesto.' },
  stopped: { what: 'La máquina ha respondido que se paró, y se la vio parada. El comprobante dice cuándo.', usualCause: 'Una regla de la protección, o alguien que pulsó parar.', whatToDo: 'Diga que la ha visto, mire el teléfono y rearme después el puesto.' },
  locked: { what: 'El puesto está bloqueado. No hubo que escribir ninguna parada.', usualCause: 'La causa llegó cuando no había nada en marcha, o antes de un reinicio.', whatToDo: 'Busque la causa y rearme después el puesto.' },
  'too-late': { what: 'La restauración ha pasado su punto de no retorno. Interrumpir ahora solo hace más daño.', usualCause: 'Toda restauración llega aquí cuando todo va bien.', whatToDo: 'No desconecte el cable ni la corriente hasta que la restauración haya terminado.' },
  unprotected: { what: 'Nada protege este puesto: no se oye a la máquina o al PC del puesto.', usualCause: 'Un cable quitado, una máquina sin corriente, un PC que se reinicia.', whatToDo: 'No inicie ninguna restauración aquí. Ponga otra vez el cable y la corriente.' },
  'out-of-service': { what: 'Alguien retiró este puesto del servicio. No recibe ningún permiso.', usualCause: 'Se está reparando algo, y el motivo está en el recuadro.', whatToDo: 'Use otro puesto. Devuélvalo al servicio en su página cuando esté reparado.' },
  waiting: { what: 'Aún no se cumplen todas las condiciones de un permiso. La restauración espera en su punto de espera, sin daño.', usualCause: 'La lista de abajo dice qué falta.', whatToDo: 'Arregle lo que falta. Sigue por sí sola.' },
  running: { what: 'Se cumplen todas las condiciones. El permiso se renueva sin cesar.', usualCause: 'Una restauración va como debe.', whatToDo: 'Nada. Parar está a una pulsación hasta el punto de no retorno.' },
  ready: { what: 'La máquina responde y no hay nada en ella.', usualCause: 'El puesto está libre.', whatToDo: 'Coloque un teléfono, o escanee un código de caso.' },
};

export const helpSpanish: Said<typeof helpEnglish> = {
  voices,
  help: 'Ayuda',
  explainTitle: (bench) => `Qué significa: ${bench}`,
  what: 'Qué ocurrió', usualCause: 'Causa habitual', whatToDo: 'Qué hacer ahora',
  zone: 'Hasta dónde', causes: 'Por qué', missing: 'Qué falta', close: 'Cerrar', more: 'Toda la ayuda',

  lead: 'Todo lo que Holdfast puede decir, y qué hacer entonces. No necesita red.',
  find: 'Buscar en la ayuda',
  nothing: (text) => `Nada en la ayuda corresponde a “${text}”.`,
  pages: 'Páginas', terms: 'Qué puede decir un puesto',
  groups: { cause: 'Causas de una parada', zone: 'Zonas', voice: 'Estados', permissive: 'Condiciones de un permiso' },
  toHelp: 'Toda la ayuda',
  notThere: 'La ayuda no tiene esa página.',
  topics: { 'start-here': 'Empiece aquí', stop: 'Parar', alarms: 'Alarmas y sonido', board: 'El tablero', custody: 'La cadena de custodia', 'life-of-a-case': 'La vida de un caso', 'when-nobody-does-it': 'Cuando nadie lo hace' },

  keysTitle: 'Teclas',
  keysLead: 'Las letras actúan solo donde no se escribe nada. Se pueden desactivar en los ajustes.',
  keys: {
    '?': 'Esta hoja', '/': 'Buscar', '1–9': 'En el tablero: abrir un puesto', a: 'En el tablero: decir que se vio la peor alarma',
    'Ctrl+Shift+E': 'Parar ahora: el puesto de esta página, o el que está en marcha. Si hay varios, elige un número', Esc: 'Cerrar lo que está abierto',
  },
  letters: 'Letras sueltas como teclas', lettersOn: 'Sí', lettersOff: 'No',
  lettersHint: 'Pulse ? para ver la lista.',

  searchTitle: 'Buscar', searchLabel: 'Casos, puestos, páginas, ayuda', searchHint: 'Un código de caso, un puesto, una palabra.',
  found: { case: 'Caso', bench: 'Puesto', page: 'Página', help: 'Ayuda' },
  noneFound: 'Nada corresponde.', casesAway: 'No se pudo buscar en los casos.',

  firstTitle: 'Tres minutos para conocer Holdfast',
  step: (at, of) => `Paso ${at} de ${of}`,
  next: 'Siguiente', end: 'Terminar la visita', finish: 'Listo',
  steps: {
    tile: { title: 'Cada puesto es un recuadro', text: 'El gris está bien. El color significa que se necesita a alguien; lo más urgente va primero.', go: '' },
    stop: { title: 'Parar es una pulsación', text: 'El botón grande está siempre en el mismo sitio. No sigue ninguna pregunta. Pasado el punto de no retorno se explica por sí mismo.', go: '' },
    sound: { title: 'Oiga las alarmas', text: 'Active el sonido arriba y pruebe los cuatro tonos. Al empezar un turno haga la prueba.', go: 'Probar sonido y parada' },
    levers: { title: 'Provoque una parada', text: 'Estas máquinas son virtuales. Doble un teléfono durante una restauración, y vea el comprobante.', go: 'Palancas' },
    help: { title: 'La ayuda es una pulsación', text: 'Un ? explica cada estado. La tecla ? muestra las teclas, / busca en todo.', go: 'Ayuda' },
  },
};
