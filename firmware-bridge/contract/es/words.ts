/**
 * Everything the bridge can say, in Spanish. The type lets no code be without its words.
 */
import type { Words } from '../words.ts';
import { chainFaultsSpanish, stopVerdictsSpanish } from './words-of-black-box.ts';
import { causesSpanish } from './words-of-causes.ts';
import { drillBlocksSpanish, drillStatesSpanish, drillWhysSpanish, returnBlocksSpanish } from './words-of-drills.ts';
import { evidenceSpanish, unknownEvidenceSpanish } from './words-of-evidence.ts';
import { metricsSpanish, remeasuringSpanish, sensorFaultsSpanish, verdictsSpanish } from './words-of-measuring.ts';
import { orderOutcomesSpanish, orderRefusalsSpanish, resetBlocksSpanish } from './words-of-orders.ts';
import { permissivesSpanish } from './words-of-permissives.ts';
import { problemsSpanish } from './words-of-problems.ts';
import { actorKindsSpanish, gatesSpanish, modesSpanish, phasesSpanish, plansSpanish, pointsSpanish, protectionSpanish, zonesSpanish } from './words-of-states.ts';
import { operatorCallsSpanish, outcomesSpanish, receiptStatesSpanish, rungsSpanish, tripFlagsSpanish } from './words-of-stops.ts';

export const spanish: Words = {
  locale: 'es',
  causes: causesSpanish,
  problems: problemsSpanish,
  modes: modesSpanish,
  zones: zonesSpanish,
  phases: phasesSpanish,
  points: pointsSpanish,
  gates: gatesSpanish,
  plans: plansSpanish,
  protection: protectionSpanish,
  actorKinds: actorKindsSpanish,
  verdicts: verdictsSpanish,
  sensorFaults: sensorFaultsSpanish,
  metrics: metricsSpanish,
  remeasuring: remeasuringSpanish,
  permissives: permissivesSpanish,
  outcomes: outcomesSpanish,
  receiptStates: receiptStatesSpanish,
  operatorCalls: operatorCallsSpanish,
  tripFlags: tripFlagsSpanish,
  rungs: rungsSpanish,
  orderRefusals: orderRefusalsSpanish,
  orderOutcomes: orderOutcomesSpanish,
  resetBlocks: resetBlocksSpanish,
  drillStates: drillStatesSpanish,
  drillWhys: drillWhysSpanish,
  drillBlocks: drillBlocksSpanish,
  returnBlocks: returnBlocksSpanish,
  stopVerdicts: stopVerdictsSpanish,
  chainFaults: chainFaultsSpanish,
  evidence: evidenceSpanish,
  unknownEvidence: unknownEvidenceSpanish,
};
