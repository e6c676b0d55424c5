/** What the page says around the benches, in Spanish. */
import type { Said } from '../../../server/contract/languages.ts';
import type { boardEnglish } from '../board-words.ts';

export const boardSpanish: Said<typeof boardEnglish> = {
  asking: 'Consultando los puestos…',
  askingText: 'El servidor aún no ha respondido. La protección del PC del puesto funciona sin esta página.',
  noBench: 'Aún no hay puestos',
  noBenchText: 'El servidor funciona, y la protección del PC del puesto no le ha hablado de ningún puesto.',
  noBenchBefore: 'En el PC del puesto nombre la máquina en',
  noBenchAfter: ', o arranque Holdfast sin ninguna máquina para probarlo con máquinas virtuales. Los puestos aparecen aquí solos.',
  virtualStore: 'virtual',
  virtualRigs: '(máquinas)',
  explain: (bench) => `Explicar el estado de ${bench}`,

  enableSound: 'Pulse para activar el sonido',
  enableSoundShort: 'Activar sonido',
  muted: (left) => `Silencio ${left}`,
  soundOn: 'Con sonido',
  mute: 'Silenciar 5 minutos',
  muteHint: 'Las pantallas y los títulos siguen mostrando cada parada.',
  tones: 'Probar los tonos',
  toneNames: { stopped: 'Parado', 'not-confirmed': 'Sin confirmar', 'too-late': 'Demasiado tarde' },
  look: 'Aspecto',

  notUnderstood: 'Esta página no entiende una parte de lo que dice el servidor.',
  notUnderstoodText: 'Lo que muestra puede ser antiguo. La parada se intenta de todos modos.',
  reload: 'Cargar de nuevo la página',
  noLiveView: 'Sin vista en directo.',
  noLiveViewText: 'Los valores pueden ser antiguos. La parada se intenta de todos modos.',
  tryingNow: (attempts) => `Intento ${attempts}, en curso`,
  nextTry: (attempts, seconds) => `Intento ${attempts}, el próximo en ${seconds} s`,
  tryNow: 'Intentar ahora',
};
