/**
 * One line of evidence as a person reads it: the title of its kind and the one detail of its body that tells most. A
 * kind or body that this page does not know is still shown, with its own word.
 */
import { bridgeWords } from './bridge-words.ts';
import { EVIDENCE_BODIES, isKnownKind } from '../../firmware-bridge/contract/evidence.ts';
import type { Evidence, EvidenceBody, EvidenceKind } from '../../firmware-bridge/contract/evidence.ts';
import { sayReceiptTime } from '../reading/age.ts';
import { ORDER_REFUSALS } from '../../firmware-bridge/contract/uplink.ts';
import { evidenceWords as says } from './evidence-words.ts';
import type { Permissive } from '../../firmware-bridge/contract/interlock.ts';

type Detail = { readonly [Kind in EvidenceKind]: (body: EvidenceBody<Kind>) => string };

const tripDetail = ({ trip }: EvidenceBody<'tripped'> | EvidenceBody<'cause-added'>): string => {
  const last = trip.causes.at(-1);
  return last === undefined ? trip.id : says.stopOf(bridgeWords.causes[last.code].title, trip.id);
};
const refusalTitle = (why: string): string => {
  const known = ORDER_REFUSALS.find((refusal) => refusal === why);
  return known === undefined ? why : bridgeWords.orderRefusals[known].title;
};
const sayCode = (code: string): string => says.codes[code] ?? code;
const isPermissive = (why: string): why is Permissive => Object.hasOwn(bridgeWords.permissives, why);

const DETAILS: Detail = {
  'bridge-started': ({ version, benches }) => says.version(version, benches.length),
  'bridge-stopping': ({ reason }) => reason,
  'port-opened': ({ path }) => path,
  'port-closed': ({ path, problem }) => (problem === null ? path : bridgeWords.problems[problem.code].title),
  'rig-handshaken': ({ rig, model, firmware }) => says.rig(rig, model, firmware),
  'problem-raised': ({ code }) => bridgeWords.problems[code].title,
  'mode-changed': ({ from, to }) => says.fromTo(bridgeWords.modes[from].title, bridgeWords.modes[to].title),
  'zone-changed': ({ to, phase }) => `${bridgeWords.zones[to].title}, ${bridgeWords.phases[phase]}`,
  'device-seated': ({ device }) => device.model,
  'device-left': () => '',
  'restore-opened': ({ restoreId }) => restoreId,
  'restore-ended': ({ result }) => sayCode(result),
  'plan-announced': ({ plan }) => `${bridgeWords.plans[plan.kind].title}, ${says.fromTo(plan.from, plan.to)}`,
  'permit-granted': ({ point }) => bridgeWords.points[point].title,
  'permit-dropped': ({ why }) => (isPermissive(why) ? bridgeWords.permissives[why].whenNotOk({}) : sayCode(why)),
  tripped: tripDetail,
  'cause-added': tripDetail,
  'receipt-changed': ({ trip }) => bridgeWords.receiptStates[trip.receipt.state].title,
  'trip-recovered': ({ trip }) => says.stop(trip.id),
  'reset-done': ({ tripId, reason }) => says.stopBecause(tripId, reason),
  'order-refused': ({ order, why }) => `${sayCode(order)}: ${refusalTitle(why)}`,
  'rig-event': ({ what }) => sayCode(what),
  'drill-done': ({ why, times }) => (why === null ? says.drillPassed(sayReceiptTime(times.answeredAfterUs)) : bridgeWords.drillWhys[why].title),
  'service-changed': ({ inService, by, reason }) => (inService ? says.returnedBy(by.name) : says.takenOutBy(by.name, reason)),
  'facts-refused': ({ why }) => sayCode(why),
  'database-confirmed': ({ databaseId, reason }) => `${databaseId}: ${reason}`,
  'guard-stalled': ({ stalledMs }) => `${stalledMs} ms`,
  'evidence-lost': ({ count }) => says.lines(count),
  'black-box-head': ({ count, hash }) => says.entries(count, `${hash.slice(0, 12)}…`),
  note: ({ code }) => sayCode(code),
};

function detailOf(kind: EvidenceKind, body: Evidence['body']): string {
  const parsed = EVIDENCE_BODIES[kind].safeParse(body);
  if (!parsed.success) return says.notReadable;
  // The body was parsed by the schema of this very kind; the compiler cannot tie the two by index.
  const say: (known: never) => string = DETAILS[kind];
  return say(parsed.data as never);
}

export function evidenceLine({ kind, body }: Evidence): { readonly title: string; readonly detail: string } {
  return isKnownKind(kind)
    ? { title: bridgeWords.evidence[kind], detail: detailOf(kind, body) }
    : { title: bridgeWords.unknownEvidence, detail: kind };
}
