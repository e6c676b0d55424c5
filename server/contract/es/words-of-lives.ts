/** Spanish for the drawing of the lives of a case: the four lives, the acts that move them, who does them. */
import type { LivesWords } from '../words-of-lives.ts';
import { casePartsSpanish } from './words-of-case-parts.ts';

export const livesSpanish: LivesWords = {
  title: 'La vida de un caso',
  lead: [
    'Qué estados hay, qué lleva de uno al siguiente, y quién puede hacerlo. Esta página se dibuja probando cada acto en cada estado al que las reglas',
    'pueden llegar; nadie la escribe a mano. Qué más hace falta para un acto lo dice su negativa, con palabras, donde se intenta.',
  ],
  lives: {
    case: { title: 'El caso', says: 'Un aviso previo empieza un caso antes de que haya nadie. Quien viene sin él, o un puesto que para un teléfono que nadie conocía, empieza uno abierto.' },
    hold: { title: 'Una retención', says: 'Toda retención que no se ha levantado obliga a todos los puestos, también antes de que un encargado haya dicho nada. Una levantada queda levantada; solo una nueva retiene otra vez.' },
    handover: { title: 'Una entrega', says: 'Una parte entrega, la otra recibe, y firman las dos. Entre una y otra el teléfono está en camino. Lo que se anuló vuelve a estar con quien entregaba.' },
    device: { title: 'Dónde está un dispositivo', says: 'Un dispositivo se mueve solo con una entrega, salvo el que un puesto paró antes de que nadie lo recibiera, y el que nadie recogió.' },
  },
  head: ['desde', 'qué se hace', 'hasta', 'quién'],
  beginning: 'el principio',
  acts: {
    stop: 'Un puesto para una restauración del dispositivo',
    'file-brief': 'Decir a la tienda quién viene y qué importa', 'open-walk-in': 'Alguien está aquí sin aviso previo', 'acknowledge-brief': 'Aceptar un aviso previo, con la historia leída; otra vez si se cambió después',
    arrive: 'El cliente está aquí', 'record-no-show': 'No vino nadie', 'tie-device': 'Este dispositivo es de este caso; desde ahora todos los puestos juzgan según el caso',
    'ask-hold': 'Solicitar una retención: ningún puesto restaura este dispositivo hasta que decida un encargado', 'approve-hold': 'Aprobar la retención',
    'release-hold': 'Levantar la retención, con un motivo; con una segunda persona si los datos están en juego',
    'prepare-transfer': 'Preparar una entrega: a un colaborador, de vuelta a la tienda, al cliente, del cliente', 'sign-given': 'Firma quien entrega', 'sign-taken': 'Firma quien recibe', 'recall-transfer': 'Al final no se entrega',
    'dispose-device': 'Un dispositivo abandonado se desechó, con la batería a salvo', 'merge-into': 'El mismo asunto ya tiene otro caso', close: 'Todo está hecho, se avisó a todos', reopen: 'No ha terminado',
  },
  doers: { technician: 'técnico', manager: 'encargado', support: 'agente de soporte', bench: 'el propio puesto' },
  parts: casePartsSpanish,
};
