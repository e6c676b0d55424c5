/**
 * Spanish for drills and for a bench out of service. A drill is never said to prove more than link and firmware, and
 * what withholds nothing is not said to withhold.
 */
import type { DrillBlock, DrillState, DrillWhy, ReturnBlock } from '../drill.ts';
import type { Advice, Finding } from '../words-shape.ts';
import { orderRefusalsSpanish } from './words-of-orders.ts';

const tryTwice = 'Repita el simulacro. Si falla dos veces, retire el puesto del servicio y haga revisar la máquina y el cable.';
const nothingToDo = 'A la máquina no le pasa nada. El simulacro se repite solo cuando el puesto está vacío.';
const notCounted = 'Este simulacro no cuenta.';

export const drillStatesSpanish: Readonly<Record<DrillState, Finding>> = {
  passed: {
    title: 'Simulacro superado',
    what: 'La máquina respondió a tiempo al byte de parada de un simulacro. Eso demuestra la línea y su firmware, no el corte en sí.',
    whatToDo: 'No hay nada que hacer. El puesto hace simulacros por sí solo cuando está vacío.',
  },
  never: {
    title: 'Aún sin simulacro',
    what: 'En este puesto aún no se ha superado ningún simulacro, así que nadie ha medido lo rápida que es su parada.',
    whatToDo: 'El puesto hace simulacros por sí solo cuando está vacío. Quien no pueda esperar, haga uno ahora.',
  },
  overdue: {
    title: 'Simulacro atrasado',
    what: 'El último simulacro superado fue hace demasiado tiempo. La protección sigue como antes.',
    whatToDo: 'El puesto hace simulacros por sí solo cuando está vacío. Quien no pueda esperar, haga uno ahora.',
  },
  failed: {
    title: 'El último simulacro falló',
    what: 'El último simulacro no se superó. La protección sigue como antes, pero su parada no está demostrada en este puesto.',
    whatToDo: tryTwice,
  },
};

export const drillWhysSpanish: Readonly<Record<DrillWhy, Finding>> = {
  'no-answer': { title: 'Byte de parada sin respuesta', what: 'La máquina no respondió al byte de parada del simulacro.', whatToDo: tryTwice },
  late: { title: 'Respondió demasiado tarde', what: 'La máquina respondió al byte de parada, pero pasado el plazo de una parada.', whatToDo: tryTwice },
  'not-armed': { title: 'La máquina no se preparó a tiempo', what: 'La máquina no confirmó el simulacro a tiempo, así que no se envió ningún byte de parada.', whatToDo: tryTwice },
  refused: { title: 'La máquina rechazó el simulacro', what: 'La máquina rechazó el simulacro, así que no se envió ningún byte de parada.', whatToDo: 'Mire la máquina: algo en ella está ocupado o enclavado.' },
  'foreign-answer': {
    title: 'Respuesta a otro simulacro', what: 'La máquina respondió a un simulacro, pero no a este, o antes de que se enviara su byte de parada.', whatToDo: tryTwice,
  },
  'not-written': { title: 'No se escribió el byte de parada', what: 'El puerto de este PC no aceptó a tiempo el byte de parada.', whatToDo: 'Revise el cable y el puerto, y repita el simulacro.' },
  'became-stop': {
    title: 'El simulacro fue una parada real',
    what: 'La máquina tomó el byte de parada del simulacro por una parada real y se bloqueó.',
    whatToDo: 'Rearme el puesto. Si vuelve a ocurrir con el puesto vacío, esta máquina no conoce los simulacros: haga revisar su firmware.',
  },
  'lines-lost': { title: 'Se perdieron líneas en el simulacro', what: 'Se perdieron líneas de la máquina mientras se preparaba, así que no se envió ningún byte de parada.', whatToDo: tryTwice },
  'link-lost': { title: 'Se cortó la conexión', what: `La conexión con la máquina se cortó durante el simulacro. ${notCounted}`, whatToDo: 'Revise el cable y la alimentación de la máquina.' },
  'device-seated': { title: 'Se colocó un teléfono', what: `Se colocó un teléfono durante el simulacro. ${notCounted}`, whatToDo: nothingToDo },
  'restore-opened': { title: 'Se abrió una restauración', what: `Se abrió una restauración durante el simulacro. ${notCounted}`, whatToDo: nothingToDo },
  tripped: { title: 'Antes llegó una parada real', what: `Algo real paró el puesto durante el simulacro. ${notCounted}`, whatToDo: 'Lea primero la causa de la parada.' },
};

export const drillBlocksSpanish: Readonly<Record<DrillBlock, Advice>> = {
  'drill-running': orderRefusalsSpanish['drill-running'],
  'rig-not-live': orderRefusalsSpanish['rig-not-live'],
  'bench-tripped': orderRefusalsSpanish['bench-tripped'],
  'restore-open': orderRefusalsSpanish['restore-open'],
  'device-seated': orderRefusalsSpanish['device-seated'],
  'estop-held': orderRefusalsSpanish['estop-held'],
};

export const returnBlocksSpanish: Readonly<Record<ReturnBlock, Advice>> = {
  'not-out-of-service': orderRefusalsSpanish['not-out-of-service'],
  'drill-needed': orderRefusalsSpanish['drill-needed'],
};
