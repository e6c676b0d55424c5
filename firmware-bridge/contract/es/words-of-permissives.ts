/**
 * Spanish for the conditions of a permit. Their details may be missing; then a text says less, and never that a
 * condition holds. The details are those that the English table names.
 */
import { REMEASURE_STEPS, SENSOR_FAULTS, VERDICTS } from '../interlock.ts';
import type { Permissive } from '../interlock.ts';
import { quantitiesFor } from '../quantities.ts';
import { aside } from '../words-of-cause-numbers.ts';
import type { ConditionWords } from '../words-shape.ts';
import { remeasuringSpanish, sensorFaultsSpanish, verdictsSpanish } from './words-of-measuring.ts';

const { um, pct, duration, number, word } = quantitiesFor('es');

export const permissivesSpanish: Readonly<Record<Permissive, ConditionWords>> = {
  'link-live': {
    whenOk: 'La máquina responde',
    whenNotOk: () => 'La máquina no responde',
    whatToDo: () => 'Revise la alimentación de la máquina y su cable a este PC.',
  },
  'rig-accepted': {
    whenOk: 'La máquina es conocida',
    whenNotOk: () => 'La máquina aún no está aceptada',
    whatToDo: () => 'Espere un momento. Si sigue así, compare la máquina con la de la configuración.',
  },
  'device-steady': {
    whenOk: 'Mismo teléfono desde que se colocó',
    whenNotOk: () => 'Teléfono aún sin identificar',
    whatToDo: () => 'Coloque el teléfono y espere a que la máquina haya leído dos veces sus números.',
  },
  'frame-measured': {
    whenOk: 'Chasis medido y suficientemente recto',
    whenNotOk: ({ verdict, measured, times }) => {
      const [has, needs] = [number(measured), number(times)];
      const isNear = verdict === 'pass' || verdict === 'review';
      if (isNear && has !== null && needs !== null && has.length + needs.length <= 4) return `Chasis medido ${has} de ${needs} veces`;
      if (verdict === 'review') return 'Hay que medir el chasis otra vez';
      if (verdict === 'hold' || verdict === 'no-restore') return 'El chasis está demasiado doblado';
      return verdict === 'cannot-measure' ? 'El chasis no se puede medir' : 'No consta que el chasis esté recto';
    },
    whatToDo: ({ verdict, metric, deviationUm, holdAtUm, fault, next, differUm }) => {
      const known = VERDICTS.find((code) => code === verdict && code !== 'pass');
      const [bent, holdAt, differ] = [um(deviationUm), um(holdAtUm), um(differUm)];
      const what = metric === 'twist' ? 'Torsión' : metric === 'plane' ? 'Planitud' : 'Medido';
      const said = bent === null ? '' : `${what}: ${bent}${holdAt === null ? '' : `; la retención empieza en ${holdAt}`}. `;
      const step = REMEASURE_STEPS.find((code) => code === next && code !== 'done');
      const sensor = SENSOR_FAULTS.find((code) => code === fault);
      if (known === 'cannot-measure' && sensor !== undefined) return sensorFaultsSpanish[sensor].whatToDo;
      if (step !== undefined && (known === undefined || known === 'review')) {
        return `${said}${step === 'clean' && differ !== null ? `Las dos posiciones difieren en ${differ}. ` : ''}${remeasuringSpanish[step].whatToDo}`;
      }
      return `${said}${known === undefined ? 'Coloque el teléfono plano en el soporte y déjelo quieto.' : verdictsSpanish[known].whatToDo}`;
    },
  },
  'plan-allowed': {
    whenOk: 'El plan está permitido',
    whenNotOk: () => 'Plan no permitido o aún desconocido',
    whatToDo: () => 'Una actualización que conserva los datos está permitida. Un borrado necesita un consentimiento registrado y una copia de seguridad verificada.',
  },
  'power-fine': {
    whenOk: 'Batería y alimentación suficientes',
    whenNotOk: () => 'Batería o alimentación demasiado baja',
    whatToDo: ({ pct: level, neededPct }) => {
      const [has, needs] = [pct(level), pct(neededPct)];
      const now = has === null ? '' : `La batería está al ${has}${needs === null ? '' : `; una restauración necesita ${needs}`}. `;
      return `${now}Deje que el teléfono se cargue si está frío y plano, y revise la alimentación de la máquina.`;
    },
  },
  'not-held': {
    whenOk: 'Este teléfono no está retenido',
    whenNotOk: () => 'Este teléfono está retenido',
    whatToDo: () => 'No inicie ninguna restauración aquí. Consulte al encargado; el caso dice por qué.',
  },
  'holds-known': {
    whenOk: 'Se conocen las retenciones',
    whenNotOk: ({ why }) => (why === 'other-database' ? 'Lo sabido viene de otra base de datos' : why === 'older-version' ? 'Lo sabido es anterior a lo que se sabía' : 'No se conocen las retenciones'),
    whatToDo: ({ ageMs, why }) => {
      const age = duration(ageMs);
      if (why === 'other-database' || why === 'older-version') return 'Una persona con nombre debe confirmar la base de datos del servidor en el PC del puesto. “holdfast status” muestra cómo.';
      return `${age === null ? '' : `Lo que se sabe tiene ${age} de antigüedad. `}Compruebe que el servidor de Holdfast funciona. El puesto espera y sigue por sí solo.`;
    },
  },
  'device-alone': {
    whenOk: 'El teléfono está solo en este puesto',
    whenNotOk: () => 'El teléfono está también en otro puesto',
    whatToDo: ({ bench }) => `Mire el otro puesto${aside(bench)} y compare los dos teléfonos con sus etiquetas.`,
  },
  'can-record': {
    whenOk: 'El registro se puede escribir',
    whenNotOk: () => 'No se puede escribir el registro',
    whatToDo: () => 'Libere espacio en el disco de este PC. El puesto sigue por sí solo.',
  },
  'usb-steady': {
    whenOk: 'El teléfono sigue en el bus USB',
    whenNotOk: ({ why }) => (why === 'late' ? 'El teléfono no ha vuelto al bus USB' : why === 'often' ? 'Se cayó del USB demasiadas veces' : 'El teléfono se cayó del bus USB'),
    whatToDo: ({ why }) => (why === 'often' ? 'Cambie el cable, limpie el conector del teléfono y vuelva a colocarlo.' : 'Revise el cable y el conector del teléfono. El puesto sigue por sí solo.'),
  },
  'hub-shallow': {
    whenOk: 'Sin cadena de hubs USB',
    whenNotOk: () => 'Demasiados hubs USB por medio',
    whatToDo: ({ hubs }) => {
      const count = number(hubs);
      return `${count === null ? '' : `Hubs por medio: ${count}. `}Conecte el teléfono directamente a la máquina.`;
    },
  },
  'supply-steady': {
    whenOk: 'La alimentación es estable',
    whenNotOk: () => 'La alimentación acaba de bajar',
    whatToDo: () => 'Revise la alimentación de la máquina. El puesto espera unos segundos y sigue por sí solo.',
  },
  'in-service': {
    whenOk: 'El puesto está en servicio',
    whenNotOk: () => 'El puesto está fuera de servicio',
    whatToDo: ({ name, reason }) => {
      const [who, why] = [word(name), word(reason)];
      const by = who === null ? '' : `Retirado por ${who}${why === null ? '' : `: “${why}”`}. `;
      return `${by}No inicie ninguna restauración aquí. Una persona con nombre devuelve el puesto al servicio tras un simulacro superado.`;
    },
  },
};
