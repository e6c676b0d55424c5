/**
 * Spanish for what a bench and its restore are in: modes, zones, phases, gates, plans, protection. A stopped look is
 * never promised here: a tripped bench may have been too late, and only its receipt knows.
 */
import type { ActorKind, Phase, Point, Zone } from '../interlock.ts';
import type { wordsOfGates, wordsOfModes, wordsOfPlans, wordsOfProtection } from '../words-of-states.ts';
import type { Titled } from '../words-shape.ts';

export const modesSpanish: typeof wordsOfModes = {
  offline: { title: 'Sin conexión', what: 'No hay conexión con esta máquina. Nada protege este puesto. No inicie ninguna restauración aquí.' },
  handshaking: { title: 'Conectando', what: 'Holdfast y la máquina se están saludando. Espere un momento.' },
  inhibited: { title: 'En espera', what: 'Ninguna restauración puede pasar aún su punto de espera. Sigue por sí solo cuando se cumplen todas las condiciones.' },
  permitted: { title: 'Permitido', what: 'Se cumplen todas las condiciones. El permiso se renueva sin cesar y termina en cuanto falla una.' },
  tripped: { title: 'Disparado', what: 'Este puesto está bloqueado hasta que una persona lo rearme. No inicie ninguna restauración aquí.' },
};

export const zonesSpanish: Readonly<Record<Zone, Titled>> = {
  safe: { title: 'Se puede parar sin riesgo', what: 'Parar ahora no cuesta nada.' },
  critical: { title: 'Sigue el punto de no retorno', what: 'Una parada aún puede llegar a tiempo, pero el tiempo es corto.' },
  committed: { title: 'Demasiado tarde para parar sin riesgo', what: 'Interrumpir ahora puede dejar un teléfono que no arranca. No desconecte el cable ni la corriente.' },
};

export const phasesSpanish: Readonly<Record<Phase, string>> = {
  idle: 'ninguna restauración abierta',
  prepare: 'preparando',
  unpack: 'desempaquetando el firmware',
  verify: 'comprobando el firmware',
  recovery: 'entrando en modo de recuperación',
  start: 'a punto de escribir el sistema',
  write: 'escribiendo el sistema',
  'erase-next': 'a punto de borrar',
  erase: 'borrando',
  finish: 'terminando',
  stopped: 'parado',
  unknown: 'fase desconocida',
};

export const pointsSpanish: Readonly<Record<Point, Titled>> = {
  write: { title: 'Primera escritura en el sistema', what: 'A partir de aquí el teléfono necesita que la restauración termine para poder arrancar.' },
  erase: { title: 'Primer paso que destruye datos', what: 'A partir de aquí ya no se puede prometer nada sobre los datos del teléfono.' },
};

export const gatesSpanish: typeof wordsOfGates = {
  none: { title: 'No está en un punto de espera', what: 'La restauración no está esperando un permiso.' },
  write: { title: 'Espera antes de la primera escritura', what: 'La restauración espera un permiso para escribir. Aún no se ha escrito nada del sistema.' },
  erase: { title: 'Espera antes de un borrado', what: 'La restauración espera un permiso para borrar. Este borrado no ha empezado.' },
};

export const plansSpanish: typeof wordsOfPlans = {
  update: { title: 'Actualización; debe conservar los datos', what: 'El plan dice que los datos se quedan. Una actualización que falla aún puede intentar borrar.' },
  erase: { title: 'Borra todos los datos', what: 'El plan borra el teléfono. Necesita un consentimiento registrado y una copia de seguridad verificada.' },
  unknown: { title: 'Plan desconocido, como si borrara', what: 'Holdfast no conoce este tipo de plan, así que espera lo peor.' },
};

export const protectionSpanish: typeof wordsOfProtection = {
  full: { title: 'Protegido', what: 'La máquina espera en su punto de espera y no sigue, a menos que Holdfast diga que sí una y otra vez.' },
  'stop-and-confirm': {
    title: 'Solo parar y confirmar',
    what: 'Holdfast puede enviar una parada y esperar su confirmación. No puede retener esta máquina en un punto de espera.',
  },
  none: { title: 'Sin protección', what: 'Holdfast no puede parar ahora una restauración en este puesto. No inicie ninguna aquí.' },
};

export const actorKindsSpanish: Readonly<Record<ActorKind, string>> = {
  person: 'Persona con sesión iniciada',
  'unverified-name': 'Nombre escrito, sin verificar',
  bridge: 'Holdfast en el PC del puesto',
  rig: 'Máquina',
  system: 'Holdfast',
};
