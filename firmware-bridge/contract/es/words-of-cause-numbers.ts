/**
 * Spanish sentences of causes that carry numbers or names. Each must read well when any of its parameters is missing.
 */
import { SENSOR_FAULTS } from '../interlock.ts';
import { quantitiesFor } from '../quantities.ts';
import type { Params } from '../trip.ts';
import { aside } from '../words-of-cause-numbers.ts';
import { sensorFaultsSpanish } from './words-of-measuring.ts';

const { um, pct, duration, number, word } = quantitiesFor('es');

/** What was measured too far, by the metric that decided. */
function bendOf({ metric, edge, deviationUm }: Params): string {
  const bent = um(deviationUm);
  if (metric === 'twist') return bent === null ? 'El chasis del teléfono está demasiado torcido.' : `El chasis del teléfono está torcido: una esquina queda ${bent} por encima de las otras tres.`;
  if (metric === 'plane') return bent === null ? 'El chasis del teléfono no es lo bastante plano.' : `El chasis del teléfono se aparta ${bent} de un plano.`;
  const side = edge === 'left' ? 'El borde izquierdo del teléfono' : edge === 'right' ? 'El borde derecho del teléfono' : 'El chasis del teléfono';
  return bent === null ? `${side} está demasiado doblado.` : `${side} está doblado ${bent}.`;
}

export const bend = (params: Params): string => {
  const [holdAt, limit, uncertainty] = [um(params['holdAtUm']), um(params['limitUm']), um(params['uncertaintyUm'])];
  const measured = bendOf(params);
  if (holdAt === null) return measured;
  const why = limit === null || uncertainty === null ? '' : `: el límite es ${limit} y la medición puede desviarse ${uncertainty}`;
  return `${measured} La retención empieza en ${holdAt}${why}.`;
};

export const measuring = ({ fault }: Params): string => {
  const known = SENSOR_FAULTS.find((code) => code === fault);
  const reason = known === undefined ? '' : ` ${sensorFaultsSpanish[known].what}`;
  return `El chasis no se puede medir, así que nadie puede decir que esté recto.${reason}`;
};

export const battery = ({ pct: level, neededPct }: Params): string => {
  const [has, needs] = [pct(level), pct(neededPct)];
  if (has === null) return 'La batería del teléfono está demasiado baja para una restauración.';
  return needs === null ? `La batería está al ${has}, demasiado baja para una restauración.` : `La batería está al ${has}. Una restauración necesita ${needs}.`;
};

export const silence = ({ silentMs }: Params): string => {
  const silent = duration(silentMs);
  return silent === null ? 'La máquina dejó de responder con una restauración abierta.' : `La máquina estuvo ${silent} sin responder con una restauración abierta.`;
};

export const corruption = ({ count }: Params): string => {
  const damaged = number(count);
  return damaged === null || count === 1
    ? 'Llegaron líneas dañadas de la máquina, así que no se puede confiar en sus informes.'
    : `De las líneas de la máquina, ${damaged} llegaron dañadas, así que no se puede confiar en sus informes.`;
};

export const stall = ({ stalledMs }: Params): string => {
  const stalled = duration(stalledMs);
  return `Holdfast se quedó parado${stalled === null ? '' : ` ${stalled}`} en este PC y no pudo vigilar la máquina.`;
};

export const refusal = ({ verb, why }: Params): string =>
  `La máquina rechazó una línea de Holdfast${aside([word(verb), word(why)].filter((part) => part !== null).join(', '))}.`;

export const knowledge = ({ ageMs }: Params): string => {
  const age = duration(ageMs);
  return `Holdfast no puede saber si este teléfono está retenido.${age === null ? '' : ` Lo que sabe tiene ${age} de antigüedad.`}`;
};

export const personStop = ({ name, reason }: Params): string => {
  const said = word(reason);
  return `Alguien pidió una parada: ${word(name) ?? 'una persona sin nombre registrado'}.${said === null ? '' : ` Motivo indicado: “${said}”.`}`;
};
