/** What the directory of partners says, in Spanish. */
import type { Said } from '../../../server/contract/languages.ts';
import type { partnerEnglish } from '../partner-words.ts';

export const partnerSpanish: Said<typeof partnerEnglish> = {
  title: 'Colaboradores',
  add: 'Añadir colaborador…',
  none: 'Aún no hay colaboradores. Ponga aquí las tarjetas del cajón, para que las encuentre quien trabaje esta noche.',
  out: 'ya no se usa',
  handoffs: (count) => (count === 0 ? 'aún no fue nada allí' : count === 1 ? '1 dispositivo fue allí' : `${count} dispositivos fueron allí`),
  hours: 'Abierto',
  change: 'Cambiar…',
  takeOut: 'Quitar…',
  takeBack: 'Usar otra vez…',
  takeOutHeading: (name) => `Quitar ${name}`,
  takeOutText: 'Nada nuevo va allí. Lo que allí está en curso sigue.',
  takeOutVerb: 'Quitarlo',
  takeBackHeading: (name) => `Usar otra vez ${name}`,
  takeBackText: 'Se puede elegir de nuevo para una entrega.',
  takeBackVerb: 'Usarlo otra vez',
  addHeading: 'Añadir un colaborador',
  addVerb: 'Añadirlo',
  changeHeading: (name) => `Cambiar ${name}`,
  changeVerb: 'Cambiarlo',
  name: 'Nombre de la empresa',
  capabilities: 'Qué hace',
  contactPerson: 'Por quién preguntar',
  phone: 'Teléfono',
  mail: 'Correo',
  address: 'Dirección',
  words: 'Precios, cómo embalar',
};
