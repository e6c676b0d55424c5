/**
 * Everything the bridge can say, in Finnish. The type lets no code be without its words.
 */
import type { Words } from '../words.ts';
import { chainFaultsFinnish, stopVerdictsFinnish } from './words-of-black-box.ts';
import { causesFinnish } from './words-of-causes.ts';
import { drillBlocksFinnish, drillStatesFinnish, drillWhysFinnish, returnBlocksFinnish } from './words-of-drills.ts';
import { evidenceFinnish, unknownEvidenceFinnish } from './words-of-evidence.ts';
import { metricsFinnish, remeasuringFinnish, sensorFaultsFinnish, verdictsFinnish } from './words-of-measuring.ts';
import { orderOutcomesFinnish, orderRefusalsFinnish, resetBlocksFinnish } from './words-of-orders.ts';
import { permissivesFinnish } from './words-of-permissives.ts';
import { problemsFinnish } from './words-of-problems.ts';
import { actorKindsFinnish, gatesFinnish, modesFinnish, phasesFinnish, plansFinnish, pointsFinnish, protectionFinnish, zonesFinnish } from './words-of-states.ts';
import { operatorCallsFinnish, outcomesFinnish, receiptStatesFinnish, rungsFinnish, tripFlagsFinnish } from './words-of-stops.ts';

export const finnish: Words = {
  locale: 'fi',
  causes: causesFinnish,
  problems: problemsFinnish,
  modes: modesFinnish,
  zones: zonesFinnish,
  phases: phasesFinnish,
  points: pointsFinnish,
  gates: gatesFinnish,
  plans: plansFinnish,
  protection: protectionFinnish,
  actorKinds: actorKindsFinnish,
  verdicts: verdictsFinnish,
  sensorFaults: sensorFaultsFinnish,
  metrics: metricsFinnish,
  remeasuring: remeasuringFinnish,
  permissives: permissivesFinnish,
  outcomes: outcomesFinnish,
  receiptStates: receiptStatesFinnish,
  operatorCalls: operatorCallsFinnish,
  tripFlags: tripFlagsFinnish,
  rungs: rungsFinnish,
  orderRefusals: orderRefusalsFinnish,
  orderOutcomes: orderOutcomesFinnish,
  resetBlocks: resetBlocksFinnish,
  drillStates: drillStatesFinnish,
  drillWhys: drillWhysFinnish,
  drillBlocks: drillBlocksFinnish,
  returnBlocks: returnBlocksFinnish,
  stopVerdicts: stopVerdictsFinnish,
  chainFaults: chainFaultsFinnish,
  evidence: evidenceFinnish,
  unknownEvidence: unknownEvidenceFinnish,
};
