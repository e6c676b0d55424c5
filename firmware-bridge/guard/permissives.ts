/**
 * The conditions of a permit, each judged for itself so that a screen can show all of them. Every one must hold at two
 * heartbeats in a row before a permit is granted; two of them (knowledge of holds, recording) never end a live one.
 */
import type { CauseCode } from '../contract/causes.ts';
import type { Permissive, Point } from '../contract/interlock.ts';
import type { Params } from '../contract/trip.ts';
import { judgeChassis } from './chassis.ts';
import { isSameDevice, mayBeSameDevice } from './device.ts';
import { isIrreplaceable } from './irreplaceable.ts';
import type { BenchState, PermissiveState } from './state.ts';
import { usbTrouble } from './watch.ts';

const AGREED = 2;

/** The cause a trip gets when this condition is missing in `critical`. */
export const CAUSE_OF_MISSING: Readonly<Record<Permissive, CauseCode>> = {
  'link-live': 'rig-silent', 'rig-accepted': 'rig-refused', 'device-steady': 'device-changed', 'frame-measured': 'cannot-measure',
  'plan-allowed': 'unknown-plan', 'power-fine': 'battery-low', 'not-held': 'device-held', 'holds-known': 'holds-unknown',
  'device-alone': 'device-elsewhere', 'can-record': 'cannot-record', 'usb-steady': 'usb-lost', 'hub-shallow': 'hub-deep', 'supply-steady': 'supply-dip',
  'in-service': 'bench-out-of-service',
};

/** Conditions that withhold a grant and never end a live permit: a hung server, a full disk or a lock-out must not trip benches. */
export const GRANT_ONLY: ReadonlySet<Permissive> = new Set(['holds-known', 'can-record', 'in-service']);

type Judge = (state: BenchState, nowMs: number, wallMs: number) => readonly [boolean, Params];

const JUDGES: Readonly<Record<Permissive, Judge>> = {
  'link-live': (state, nowMs) => {
    const age = state.link.lineMadeAtMs === null ? null : Math.max(0, Math.round(nowMs - state.link.lineMadeAtMs));
    return [state.link.session !== null && state.beat !== null && age !== null && age <= state.setup.limits.silenceCriticalMs, age === null ? {} : { ageMs: age }];
  },
  'rig-accepted': (state) => [state.rig !== null && state.link.problem === null, { problem: state.link.problem?.code ?? 'none' }],
  'device-steady': (state) => [state.seated && (state.device?.agreed ?? 0) >= AGREED, {}],
  'frame-measured': judgeChassis,
  'plan-allowed': (state, _nowMs, wallMs) => {
    const plan = state.restore?.plan ?? null;
    const params: Params = plan === null ? {} : { kind: plan.value.kind };
    return [plan !== null && plan.agreed >= AGREED && wantedPoint(state, wallMs) !== null, params];
  },
  'power-fine': (state) => {
    const { batteryMinPct, supplyMinMv } = state.setup.limits;
    const power = state.power;
    if (power === null || power.value.batteryPct === null) return [false, { neededPct: batteryMinPct }];
    const enough = power.value.batteryPct >= batteryMinPct && power.value.supplyMv >= supplyMinMv;
    const fine = power.agreed >= AGREED && enough;
    if (enough && !fine) return [false, { neededPct: batteryMinPct }];
    return [fine, { pct: power.value.batteryPct, neededPct: batteryMinPct, supplyMv: power.value.supplyMv, supplyMinMv }];
  },
  'not-held': (state) => {
    const device = state.device?.value;
    if (device === undefined) return [true, {}];
    const held = state.facts?.holds.some((hold) => mayBeSameDevice(hold.device, device)) === true
      || state.elsewhere.tripped.some((other) => mayBeSameDevice(other, device));
    return [!held, {}];
  },
  'holds-known': (state, nowMs) => {
    const age = state.factsAtMs === null ? null : Math.round(nowMs - state.factsAtMs);
    const params: Params = { ...(age === null ? {} : { ageMs: age }), ...(state.refusedFacts === null ? {} : { why: state.refusedFacts.why }) };
    return [age !== null && age <= state.setup.limits.holdsKnownMs, params];
  },
  'device-alone': (state) => {
    const device = state.device?.value;
    return [device === undefined || !state.elsewhere.open.some((other) => mayBeSameDevice(other, device)), {}];
  },
  'can-record': (state) => [state.canRecord, {}],
  'usb-steady': (state, nowMs) => {
    const why = usbTrouble(state.watch, nowMs, state.setup.limits);
    return [why === null, why === null ? {} : { why, drops: state.watch.usb.drops }];
  },
  'hub-shallow': ({ watch, setup }) => [(watch.hubs ?? 0) <= setup.limits.hubsMax, watch.hubs === null ? {} : { hubs: watch.hubs, hubsMax: setup.limits.hubsMax }],
  'supply-steady': ({ watch, setup }, nowMs) => [watch.dipAtMs === null || nowMs - watch.dipAtMs >= setup.limits.supplySettleMs, {}],
  'in-service': ({ drills: { kept: { out } } }) => [out === null, out === null ? {} : { name: out.by.name, reason: out.reason }],
};

const ORDER = Object.keys(JUDGES) as Permissive[];

export function judgePermissives(state: BenchState, nowMs: number, wallMs: number): readonly PermissiveState[] {
  return ORDER.map((id) => {
    const [ok, detail] = JUDGES[id](state, nowMs, wallMs);
    return { id, ok, detail };
  });
}

/** Which permit the plan may be given: `write` for an update, `erase` only with consent and backup, else none. */
export function wantedPoint(state: BenchState, wallMs: number): Point | null {
  const restore = state.restore;
  const plan = restore?.plan?.value;
  if (restore === null || plan === undefined) return null;
  if (plan.kind === 'update') return restore.eraseSeen ? null : 'write';
  if (plan.kind !== 'erase' || isIrreplaceable(state)) return null;
  return hasErasingAgreement(state, plan.hash, wallMs) ? 'erase' : null;
}

/** A recorded consent and a verified backup, both naming this device and this plan, both unexpired. */
export function hasErasingAgreement(state: BenchState, planHash: string, wallMs: number): boolean {
  const device = state.device;
  const facts = state.facts;
  if (device === null || facts === null || device.agreed < AGREED) return false;
  const fits = (fact: (typeof facts.consents)[number]): boolean =>
    fact.planHash === planHash && Date.parse(fact.expiresAtIso) > wallMs && isSameDevice(fact.device, device.value);
  return facts.consents.some(fits) && facts.backups.some(fits);
}
