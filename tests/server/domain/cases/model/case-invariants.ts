/** What must be true of every store after everything that anybody did, each by the sentence that says it. None asks the rules. */
import { caseStateSchema } from '../../../../../server/contract/case-state.ts';
import type { CaseDevice, CaseState } from '../../../../../server/contract/case-state.ts';
import { custodyEventSchema, FIRST_PREV } from '../../../../../server/contract/custody.ts';
import { factsOfCases } from '../../../../../server/domain/cases/case-facts.ts';
import { lineOf, queueOf } from '../../../../../server/domain/cases/case-line.ts';
import { hasEnded } from '../../../../../server/domain/cases/has-ended.ts';
import { callsDue } from '../../../../../server/domain/cases/escalation.ts';
import { CALL_INVARIANTS } from './call-invariants.ts';
import type { Happened } from '../../../../../server/domain/cases/decision.ts';
import { foldChain } from '../../../../../server/domain/cases/fold.ts';
import { custodyGaps } from '../../../../../server/domain/cases/gaps.ts';
import { nextSteps } from '../../../../../server/domain/cases/next-steps.ts';
import type { CaseWorld } from '../case-world.ts';

const isAlive = ({ stage }: CaseState): boolean => stage !== 'closed' && stage !== 'merged';
const KEYS = ['serial', 'imei', 'ecid'] as const;
const shareId = (left: CaseDevice, right: CaseDevice): boolean => KEYS.some((key) => left.ids[key] !== null && left.ids[key] === right.ids[key]);

function placeByHandovers(state: CaseState, { id, place }: CaseDevice): readonly string[] {
  const its = state.transfers.filter(({ devices }) => devices.includes(id));
  if (its.some((transfer) => transfer.state === 'given')) return ['on-the-way'];
  if (place === 'disposed') return ['disposed'];
  const taken = its.findLast((transfer) => transfer.state === 'taken');
  // Without a handover it is where it was first seen: with the customer, or on a bench that stopped it.
  if (taken === undefined) return ['with-customer', 'in-store'];
  return taken.to.kind === 'customer' ? ['returned', 'with-customer'] : [taken.to.kind === 'store' ? 'in-store' : 'with-partner'];
}

const LATE = new Set(['closed', 'told', 'telling-failed', 'corrected', 'link-revoked', 'reopened']);
function afterTheEnd(state: CaseState, events: readonly Happened[]): boolean {
  const last = events.at(-1)?.kind;
  if (state.stage === 'merged') return last === 'merged-into';
  return state.stage !== 'closed' || events.slice(events.findLastIndex(({ kind }) => kind === 'closed')).every(({ kind }) => LATE.has(kind));
}

/** From the events alone: after the last outcome somebody told it, or said that there is nobody. */
function toldBy(events: readonly Happened[], who: 'customer' | 'agent', of?: string): boolean {
  const ended = events.findLastIndex(({ kind }) => kind === 'outcome-recorded');
  return events.some((event, at) => event.kind === 'told' && event.body.who === who && event.body.of === of && (event.body.how === 'nobody-to-tell' || (at > ended && event.body.about === 'outcome')));
}

/** The cases that came over with somebody who had called ahead, through every merge before. */
const withAgent = (events: readonly Happened[]): string[] =>
  events.flatMap((event) => (event.kind === 'absorbed' ? [...(event.body.rows.agent == null ? [] : [event.body.from]), ...(event.body.carried?.otherAgents ?? []).map(({ of }) => of)] : []));

function closedWell(state: CaseState, events: readonly Happened[]): boolean {
  if (state.stage !== 'closed' || state.arrivedAtIso === null) return true;
  const isGone = state.devices.every(({ place }) => ['returned', 'disposed', 'with-customer'].includes(place));
  return isGone && toldBy(events, 'customer') && (state.rows.agent === null || toldBy(events, 'agent')) && withAgent(events).every((of) => toldBy(events, 'agent', of))
    && !state.holds.some((hold) => hold.state === 'provisional' || hold.state === 'asked');
}

const asChain = (events: readonly Happened[]) => events.map((event) => custodyEventSchema.parse(JSON.parse(JSON.stringify({ v: 1, ...event, prev: FIRST_PREV }))));

/** Whatever the order of the keys. */
const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inOrder);
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([key, one]) => [key, inOrder(one)])) : value;
};
const isSame = (left: unknown, right: unknown): boolean => JSON.stringify(inOrder(left)) === JSON.stringify(inOrder(right));

interface Invariant {
  readonly name: string;
  readonly broken: (world: CaseWorld) => string | null;
}

const eachCase = (name: string, holds: (state: CaseState, events: readonly Happened[], world: CaseWorld) => boolean): Invariant => ({
  name, broken: (world) => [...world.cases.values()].find(({ state, events }) => !holds(state, events, world))?.state.code ?? null,
});

export const INVARIANTS: readonly Invariant[] = [
  eachCase('nothing happens after the end', afterTheEnd),
  eachCase('what closed was told to everybody, and its devices are somewhere', closedWell),
  eachCase('place and handovers agree', (state) => state.devices.every((device) => placeByHandovers(state, device).includes(device.place) && (device.place === 'with-partner') === (device.partner !== null))),
  eachCase('a device is in one open handover', (state) => {
    const open = state.transfers.filter((transfer) => transfer.state === 'prepared' || transfer.state === 'given').flatMap(({ devices }) => devices);
    return new Set(open).size === open.length;
  }),
  eachCase('every hold is of a device that is there', (state) => state.holds.every((hold) => hold.state === 'released' || state.devices.some(({ id }) => id === hold.deviceId))),
  eachCase('an open case has a next step', (state, _events, { nowMs }) => state.stage !== 'open' || nextSteps(state, nowMs).length > 0),
  eachCase('what has ended asks nothing of anybody', (state, _events, { nowMs }) => isAlive(state) || (nextSteps(state, nowMs).length === 0 && custodyGaps(state, nowMs).length === 0)),
  eachCase('a line says what its case says', (state, _events, { nowMs }) => lineOf(state, nowMs).gaps === custodyGaps(state, nowMs).length),
  ...CALL_INVARIANTS.map(({ name, holds }) => eachCase(name, holds)),
  {
    name: 'a phone is in one case that has not ended',
    broken: ({ states }) => {
      const tied = states.filter(isAlive).flatMap(({ code, devices }) => devices.filter(({ tiedAtIso }) => tiedAtIso !== null).map((device) => ({ code, device })));
      const double = tied.find((one, at) => tied.some((other, index) => index > at && shareId(one.device, other.device)));
      return double === undefined ? null : `${double.code}: ${JSON.stringify(double.device.ids)}`;
    },
  },
  {
    name: 'every hold that nobody released is among the facts',
    broken: ({ states, nowMs }) => {
      const { holds } = factsOfCases(states, nowMs);
      const missing = states.filter(({ stage }) => stage !== 'merged').flatMap((state) => state.holds.filter((hold) => hold.state !== 'released' && !holds.some(({ id }) => id === hold.id || id.startsWith(`${hold.id}.`))));
      const hidden = missing.find(({ deviceId }) => states.some(({ devices }) => devices.some(({ id, ids }) => id === deviceId && KEYS.some((key) => ids[key] !== null))));
      return hidden?.id ?? (new Set(holds.map(({ id }) => id)).size === holds.length ? null : 'two facts have one id');
    },
  },
  {
    name: 'nothing that allows an erase is said of data that cannot be replaced, without consent, backup, or from elsewhere',
    broken: ({ states, nowMs }) => {
      const { consents, backups } = factsOfCases(states, nowMs);
      if (JSON.stringify(consents) !== JSON.stringify(backups)) return 'consents without backups';
      const wrong = consents.find(({ device: keys }) => {
        const state = states.find((one) => isAlive(one) && one.devices.some(({ ids }) => ids.serial === keys.serial && ids.imei === keys.imei && ids.ecid === keys.ecid));
        const device = state?.devices.find(({ ids }) => ids.serial === keys.serial && ids.imei === keys.imei && ids.ecid === keys.ecid);
        const consent = state?.consents.some(({ scopes, withdrawnAtIso, verified }) => withdrawnAtIso === null && scopes.includes('erase') && verified !== 'not-verified');
        return state?.irreplaceable !== false || consent !== true || device?.place !== 'in-store' || device.intake?.backup !== 'verified' || state.holds.some((hold) => hold.deviceId === device.id && hold.state !== 'released');
      });
      return wrong === undefined ? null : JSON.stringify(wrong);
    },
  },
  {
    name: 'the queue shows the overdue first and only cases that go on',
    broken: ({ states, nowMs }) => {
      const late = queueOf(states, nowMs).map(({ step, gap }) => step.overdue || gap !== null);
      const gone = queueOf(states, nowMs).find((item) => item.case.stage === 'closed' || item.case.stage === 'merged');
      return late.lastIndexOf(true) < late.filter(Boolean).length && gone === undefined ? null : gone?.case.code ?? 'not the overdue first';
    },
  },
];

/** Dearer ones, once at the end of a sequence. */
export const AT_THE_END: readonly Invariant[] = [
  eachCase('the chain played again gives the same case', (state, events) => isSame(foldChain(asChain(events)), state)),
  eachCase('a case has the shape that is published', (state) => isSame(caseStateSchema.parse(state), state)),
  eachCase('a restart calls nobody again', (state, events, world) => hasEnded(state) || callsDue(foldChain(asChain(events)) ?? state, world.nowMs, world.colleagues).length === 0),
  eachCase('an event fits into a line of the chain', (_state, events) => events.every((event) => new TextEncoder().encode(JSON.stringify(event)).length < 64 * 1024)),
];
