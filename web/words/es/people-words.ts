/** What the page says of people, machines and rights, in Spanish. */
import type { Said } from '../../../server/contract/languages.ts';
import type { peopleEnglish } from '../people-words.ts';

export const peopleSpanish: Said<typeof peopleEnglish> = {
  roles: { technician: 'técnico', manager: 'encargado', support: 'agente de soporte', auditor: 'auditor', admin: 'administrador' },
  roleHints: {
    technician: 'Trabaja en los puestos: parar, simulacro, rearmar sin datos en juego.',
    manager: 'También rearma con datos en juego y registra PC de puesto.',
    support: 'Escribe avisos previos desde fuera. No ve ningún puesto.',
    auditor: 'Lee todo, no cambia nada.',
    admin: 'Cuida de las personas y los sistemas.',
  },
  machineKinds: { bridge: 'Puente', 'bench-pc': 'PC de puesto', 'wall-board': 'Tablero de pared', integration: 'Programa' },
  scopes: { read: 'leer puestos y registros', stop: 'parar un puesto', drill: 'hacer un simulacro' },
  strengths: { quick: 'tarjeta o PIN', password: 'contraseña', 'two-factor': 'contraseña y código, o clave de acceso' },
  acts: {
    reset: 'el rearme', 'second-reset': 'el rearme, como segunda persona', 'manage-people': 'un cambio de personas', 'manage-machines': 'un cambio de sistemas',
    'enrol-bench-pc': 'registrar este PC', 'own-secrets': 'un cambio de sus propios secretos',
    'decide-hold': 'la decisión', 'second-decision': 'la decisión, como segunda persona', 'decide-privacy': 'una decisión sobre datos personales',
  },
  notYours: {
    'not-signed-in': (holders) => `Inicie sesión primero. Es para: ${holders}.`,
    'right-missing': (holders) => `No tiene este derecho. Es para: ${holders}.`,
    'manager-needed': () => 'Esto debe hacerlo un encargado: los datos del cliente están en juego. Usted puede ser la segunda persona.',
    'sign-in-too-weak': () => 'Una tarjeta o un PIN no bastan para esto. Inicie sesión con su contraseña.',
  },
};
