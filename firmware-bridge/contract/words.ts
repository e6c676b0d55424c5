/**
 * Everything the bridge can say, in one object per language; page, command line, mail and print read the same one. The
 * tables are total: a new code does not compile until somebody chose its words. Nothing here decides anything.
 */
import type { BenchStatus, Plan, ProblemCode } from './bench-status.ts';
import type { ChainFault } from './black-box-chain.ts';
import type { CauseCode } from './causes.ts';
import type { DrillBlock, DrillState, DrillWhy, ReturnBlock } from './drill.ts';
import type { EvidenceKind } from './evidence.ts';
import type { ActorKind, Metric, Mode, Outcome, Permissive, Phase, Point, RemeasureStep, SensorFault, Verdict, Zone } from './interlock.ts';
import type { Receipt } from './receipt.ts';
import type { StopVerdict } from './replay-report.ts';
import type { Trip } from './trip.ts';
import type { OrderRefusal, OrderResult } from './uplink.ts';
import { wordsOfChainFaults, wordsOfStopVerdicts } from './words-of-black-box.ts';
import { wordsOfCauses } from './words-of-causes.ts';
import { wordsOfDrillBlocks, wordsOfDrillStates, wordsOfDrillWhys, wordsOfReturnBlocks } from './words-of-drills.ts';
import { wordsOfEvidence, wordsOfUnknownEvidence } from './words-of-evidence.ts';
import { wordsOfMetrics, wordsOfRemeasuring, wordsOfSensorFaults, wordsOfVerdicts } from './words-of-measuring.ts';
import { wordsOfOrderOutcomes, wordsOfOrderRefusals, wordsOfResetBlocks } from './words-of-orders.ts';
import type { ResetBlock } from './words-of-orders.ts';
import { wordsOfPermissives } from './words-of-permissives.ts';
import { wordsOfProblems } from './words-of-problems.ts';
import {
  wordsOfActorKinds, wordsOfGates, wordsOfModes, wordsOfPhases, wordsOfPlans, wordsOfPoints, wordsOfProtection, wordsOfZones,
} from './words-of-states.ts';
import { wordsOfOperatorCalls, wordsOfOutcomes, wordsOfReceiptStates, wordsOfRungs, wordsOfTripFlags } from './words-of-stops.ts';
import type { TripFlag } from './words-of-stops.ts';
import type { Advice, ConditionWords, Finding, Guidance, Titled } from './words-shape.ts';

type Table<Code extends string, Entry> = Readonly<Record<Code, Entry>>;

/** One language. Another language is another object of this type. */
export interface Words {
  /** BCP 47 tag: the numbers and dates beside these words are formatted with it. */
  readonly locale: string;
  readonly causes: Table<CauseCode, Guidance>;
  readonly problems: Table<ProblemCode, Guidance>;
  readonly modes: Table<Mode, Titled>;
  readonly zones: Table<Zone, Titled>;
  readonly phases: Table<Phase, string>;
  readonly points: Table<Point, Titled>;
  readonly gates: Table<NonNullable<BenchStatus['restore']>['gate'], Titled>;
  readonly plans: Table<Plan['kind'], Titled>;
  readonly protection: Table<BenchStatus['protection'], Titled>;
  readonly actorKinds: Table<ActorKind, string>;
  readonly verdicts: Table<Verdict, Finding>;
  readonly sensorFaults: Table<SensorFault, Finding>;
  readonly metrics: Table<Metric, Titled>;
  readonly remeasuring: Table<RemeasureStep, Advice>;
  readonly permissives: Table<Permissive, ConditionWords>;
  readonly outcomes: Table<Outcome, Finding>;
  readonly receiptStates: Table<Receipt['state'], Finding>;
  readonly operatorCalls: Table<Trip['operator'], Finding>;
  readonly tripFlags: Table<TripFlag, Finding>;
  /** By the number of the rung, as text. */
  readonly rungs: Table<'0' | '1' | '2' | '3' | '4', Titled>;
  readonly orderRefusals: Table<OrderRefusal, Advice>;
  readonly orderOutcomes: Table<OrderResult['outcome'], Advice>;
  readonly resetBlocks: Table<ResetBlock, Advice>;
  readonly drillStates: Table<DrillState, Finding>;
  readonly drillWhys: Table<DrillWhy, Finding>;
  readonly drillBlocks: Table<DrillBlock, Advice>;
  readonly returnBlocks: Table<ReturnBlock, Advice>;
  readonly stopVerdicts: Table<StopVerdict, Titled>;
  readonly chainFaults: Table<ChainFault, Titled>;
  readonly evidence: Table<EvidenceKind, string>;
  readonly unknownEvidence: string;
}

export const english: Words = {
  locale: 'en',
  causes: wordsOfCauses,
  problems: wordsOfProblems,
  modes: wordsOfModes,
  zones: wordsOfZones,
  phases: wordsOfPhases,
  points: wordsOfPoints,
  gates: wordsOfGates,
  plans: wordsOfPlans,
  protection: wordsOfProtection,
  actorKinds: wordsOfActorKinds,
  verdicts: wordsOfVerdicts,
  sensorFaults: wordsOfSensorFaults,
  metrics: wordsOfMetrics,
  remeasuring: wordsOfRemeasuring,
  permissives: wordsOfPermissives,
  outcomes: wordsOfOutcomes,
  receiptStates: wordsOfReceiptStates,
  operatorCalls: wordsOfOperatorCalls,
  tripFlags: wordsOfTripFlags,
  rungs: wordsOfRungs,
  orderRefusals: wordsOfOrderRefusals,
  orderOutcomes: wordsOfOrderOutcomes,
  resetBlocks: wordsOfResetBlocks,
  drillStates: wordsOfDrillStates,
  drillWhys: wordsOfDrillWhys,
  drillBlocks: wordsOfDrillBlocks,
  returnBlocks: wordsOfReturnBlocks,
  stopVerdicts: wordsOfStopVerdicts,
  chainFaults: wordsOfChainFaults,
  evidence: wordsOfEvidence,
  unknownEvidence: wordsOfUnknownEvidence,
};
