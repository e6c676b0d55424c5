/** What the page says of its alarms, in Spanish: their life, sound, notices, the screen that stays on. */
import type { Said } from '../../../server/contract/languages.ts';
import type { alarmEnglish } from '../alarm-words.ts';

export const alarmSpanish: Said<typeof alarmEnglish> = {
  later: 'Más tarde…',
  laterOn: (bench) => `Apartar un rato la alarma de ${bench}`,
  laterTitle: (bench) => `Silencio por un rato: ${bench}`,
  laterWhat: 'En todas las pantallas, a su nombre. Vuelve por sí sola. Una parada nueva o una causa nueva suena enseguida.',
  forMinutes: (minutes) => `${minutes} minutos`,
  notNow: 'Ahora no',
  seenBy: (name, when) => `Vista por ${name}, ${when}. Sigue ahí hasta que se rearme el puesto.`,
  seenHere: 'En silencio solo en esta pantalla: la tienda no lo sabe. Las demás pantallas siguen sonando.',
  quietUntil: (when, left, name) => `En silencio hasta ${when} (quedan ${left}), por ${name}. Después suena otra vez.`,
  gone: 'La causa ha desaparecido. Nadie ha dicho que la vio.',
  bar: 'Alarmas que nadie ha visto',
  show: 'Mostrar el puesto',
  seen: 'La he visto',
  more: (count) => (count === 1 ? 'y una más' : `y ${count} más`),

  sound: 'Sonido de alarma en esta página',
  mute: 'Silenciar 5 minutos',
  unmute: (left) => `Volver a sonar (${left})`,
  muteHint: 'Lo que suena ahora calla. Una parada nueva se oye una vez de todos modos.',
  volume: 'Volumen',
  volumes: { '100': 'Máximo', '70': 'Menos', '40': 'Medio', '20': 'Bajo' },
  tones: 'Probar los tonos',
  toneNames: { stopped: 'Parado', 'not-confirmed': 'Sin confirmar', 'too-late': 'Demasiado tarde', 'step-back': 'Emergencia, aléjese' },
  notices: 'Avisos de este equipo',
  noticesHint: 'Cuando suena una alarma y hay otra ventana delante.',
  noticeOff: {
    'needs-https': 'No: los navegadores permiten avisos solo con https, o en el propio PC del puesto. “holdfast tls” configura https.', 'not-here': 'No: este navegador no tiene avisos.',
    refused: 'No: a este navegador se le dijo que los rechace. Permítalos para esta dirección en sus ajustes.', off: 'No.',
  },
  noticeOn: 'Sí.',
  awake: 'La pantalla no se apaga',
  awakeHint: 'Mientras esta página está delante.',
  awakeOff: {
    'needs-https': 'No: los navegadores lo permiten solo con https, o en el propio PC del puesto. “holdfast tls” configura https.', 'not-here': 'No: este navegador no puede. Configure el equipo para que su pantalla no se apague.',
    refused: 'No: el equipo se negó, lo más probable para ahorrar batería.', off: 'No.',
  },
  awakeOn: 'Sí.',
  turnOn: 'Activar',
  turnOff: 'Desactivar',
  shift: 'Probar sonido y parada…',
};
