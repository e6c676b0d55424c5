/** A case as it is shown: its state, what comes next, what is missing in its custody, how far each hold reaches. */
import type { Context } from 'hono';
import type { CaseDevice, CaseState, CaseView } from '../contract/case-state.ts';
import type { CustodyHead } from '../contract/custody.ts';
import type { BenchView } from '../contract/live.ts';
import { isDataAtStake } from '../domain/cases/at-stake.ts';
import { custodyGaps } from '../domain/cases/gaps.ts';
import { mayBe } from '../domain/cases/device-match.ts';
import { holdReach } from '../domain/cases/hold-reach.ts';
import type { BenchKnowledge } from '../domain/cases/hold-reach.ts';
import { isActiveHold } from '../domain/cases/holds.ts';
import { nextSteps } from '../domain/cases/next-steps.ts';
import { idsOfStop } from '../domain/cases/on-stop.ts';
import { seesCases } from './case-asking.ts';
import type { Ports } from './ports.ts';

type ViewPorts = Pick<Ports, 'cases' | 'board' | 'edges' | 'factsKnown'>;

/** As old as a bridge's knowledge of holds may be before it grants nothing any more (ms); the limit of the guard. */
export const HOLDS_KNOWN_MS = 60_000;

export function viewOf(ports: ViewPorts, context: Context, state: CaseState, head: CustodyHead): CaseView {
  if (!seesCases(context)) return { case: asAgentSees(state), head, next: [], gaps: [], dataAtStake: isDataAtStake(state), reach: [] };
  const nowMs = ports.edges.epochMs();
  return { case: state, head, next: nextSteps(state, nowMs), gaps: custodyGaps(state, nowMs), dataAtStake: isDataAtStake(state), reach: reachOf(ports, state) };
}

/** What an agent told, and what became of it; nothing of the work in between. */
export const asAgentSees = (state: CaseState): CaseState => ({
  ...state, owner: null, ownerSinceIso: null, calls: [], holds: [], consents: [], transfers: [], allowedErases: [], links: [], tellingQueued: [], tellingFailed: [], corrections: [], absorbed: [], otherAgents: [], mergedInto: null,
  openMessages: [], messageCount: 0,
  told: state.told.filter(({ about }) => about === 'outcome'),
  devices: state.devices.map((device) => ({
    ...device, formerIds: [], place: 'with-customer', partner: null, location: null, intake: null, photos: [], noPhotoWhy: null, suspectedBattery: false, batteryCheckedAtIso: null, poweredOffAtIso: null,
    unlock: null, abandonedAtIso: null,
  })),
});

function reachOf({ cases, board, edges, factsKnown }: ViewPorts, state: CaseState): CaseView['reach'] {
  const versions = cases.holdVersions(state.id);
  const benches = board.views(edges.nowMs());
  return state.holds.filter(isActiveHold).map((hold) => {
    const first = versions.get(hold.id) ?? null;
    const device = state.devices.find(({ id }) => id === hold.deviceId);
    return holdReach(hold.id, first, benches.map((bench) => knowledgeOf(bench, device, first === null ? null : factsKnown.since(bench.id, first))), HOLDS_KNOWN_MS);
  });
}

function knowledgeOf({ id, status, ageMs }: BenchView, device: CaseDevice | undefined, knownSinceIso: string | null): BenchKnowledge {
  // A held device gets no permit: a restore of it that is past its point crossed it before.
  const committed = status?.committedEstablished === true && device !== undefined && mayBe(device, idsOfStop(status));
  const heldAgeMs = status?.holds.ageMs ?? null;
  return { bench: id, factsVersion: status?.holds.version ?? null, ageMs: heldAgeMs === null || ageMs === null ? null : heldAgeMs + ageMs, committed, knownSinceIso };
}
