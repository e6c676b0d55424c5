/**
 * Spanish for the causes that endanger people. Each asks for the E-stop and for distance; none may ask anybody to touch the
 * phone, to keep a cable in, or to think of the data first.
 */
import { quantitiesFor } from '../quantities.ts';
import type { wordsOfPersonCauses } from '../words-of-person-causes.ts';

const { celsius, newton, duration } = quantitiesFor('es');

const stepBack = 'Pulse la parada de emergencia y aléjese. Mantenga lejos a los demás y tenga a mano la manta ignífuga o el cajón de arena.';
const battery = 'Una batería dañada o envejecida, a menudo por una flexión o una caída.';

export const personCausesSpanish: typeof wordsOfPersonCauses = {
  'device-hot': {
    title: 'El teléfono está demasiado caliente',
    what: ({ deviceDc, limitDc }) => {
      const [now, limit] = [celsius(deviceDc), celsius(limitDc)];
      if (now === null) return 'El teléfono que está en la máquina está peligrosamente caliente.';
      return `El teléfono que está en la máquina está a ${now}.${limit === null ? '' : ` El límite es ${limit}.`}`;
    },
    usualCause: battery,
    whatToDo: () => `${stepBack} Cuando se haya enfriado, consulte al encargado.`,
  },
  'device-heating': {
    title: 'El teléfono se calienta deprisa',
    what: ({ riseDc, withinMs, deviceDc }) => {
      const [rise, within, now] = [celsius(riseDc), duration(withinMs), celsius(deviceDc)];
      const how = rise === null ? 'El teléfono que está en la máquina se calienta deprisa.' : `El teléfono que está en la máquina se calentó ${rise}${within === null ? '' : ` en ${within}`}.`;
      return `${how}${now === null ? '' : ` Ahora está a ${now}.`}`;
    },
    usualCause: battery,
    whatToDo: () => `${stepBack} Una batería que se calienta sola puede arder en segundos.`,
  },
  'device-swelling': {
    title: 'El teléfono se está hinchando',
    what: () => 'La máquina informa de que el teléfono se está hinchando.',
    usualCause: 'Gas en una batería dañada.',
    whatToDo: () => `${stepBack} No lo apriete, no lo doble y no lo cargue. Su sitio es un lugar a prueba de fuego.`,
  },
  'smoke-button': {
    title: 'Aviso de humo',
    what: () => 'Se activó el botón de humo o el sensor de humo de la máquina.',
    usualCause: 'Una batería que arde, u otra cosa que arde en el puesto.',
    whatToDo: () => `${stepBack} Si el humo aumenta, salga de la sala y llame a los bomberos.`,
  },
  'probe-force': {
    title: 'Los palpadores aprietan demasiado',
    what: ({ forceCn, limitCn }) => {
      const [now, limit] = [newton(forceCn), newton(limitCn)];
      if (now === null) return 'La prensa de palpadores de la máquina aprieta demasiado.';
      return `La prensa de palpadores de la máquina aprieta con ${now}.${limit === null ? '' : ` El límite es ${limit}.`}`;
    },
    usualCause: 'Una prensa atascada o mal ajustada, o un teléfono hinchado debajo.',
    whatToDo: () => `${stepBack} Una batería apretada puede arder. Haga revisar la prensa antes de volver a usar esta máquina.`,
  },
};
