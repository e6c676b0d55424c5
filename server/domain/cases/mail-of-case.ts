/**
 * Which mail tells somebody how a case stands or ended, and with what: chosen from the state alone. What a person typed about
 * the customer never stands in it; a code of a cause becomes one of a few words that can be read in a hard hour.
 */
import { CAUSE_CODES, isPersonCause } from '../../../firmware-bridge/contract/causes.ts';
import type { CauseCode } from '../../../firmware-bridge/contract/causes.ts';
import type { CaseDevice, CaseHold, CaseState, CaseTransfer } from '../../contract/case-state.ts';
import type { CustodyHead } from '../../contract/custody.ts';
import type { HeldBecause, MailFill, MailResult } from '../../contract/mail.ts';
import { activeHoldOf } from './holds.ts';

export interface MailGiven {
  readonly to: 'customer' | 'agent';
  readonly about: 'progress' | 'outcome';
  /** The code of the case as this person knows it. */
  readonly code: string;
  /** Of whom it is written to; null: greeted without a name. */
  readonly name: string | null;
  /** The number that the agent gave it. */
  readonly reference: string | null;
  readonly head: Pick<CustodyHead, 'seq' | 'hash'>;
  readonly atIso: string;
  readonly partnerName: (id: string) => string;
  readonly staffName: (code: string) => string;
}

export function mailOfCase(state: CaseState, given: MailGiven): MailFill {
  if (given.to === 'customer') return given.about === 'outcome' ? outcomeOf(state, given) : progressOf(state, given);
  const about = { caseCode: given.code, toName: given.name, reference: given.reference };
  if (given.about === 'outcome') return { template: 'closing-agent', params: { ...about, result: resultOf(state), customerTold: state.told.some((one) => one.who === 'customer' && one.about === 'outcome') } };
  const by = state.acknowledged?.by ?? state.owner?.code ?? null;
  return { template: 'brief-acknowledged', params: { ...about, byName: by === null ? '' : given.staffName(by), expectedAtIso: state.expectedAtIso } };
}

/** Of several devices the worst word counts: nobody is told that all is well while something is lost. */
const RESULTS_FROM_WORST: readonly MailResult[] = ['none', 'unrepaired', 'partial', 'all'];
const resultOf = ({ devices }: CaseState): MailResult => RESULTS_FROM_WORST.find((result) => devices.some(({ outcome }) => outcome?.result === result)) ?? 'none';

const aboutDevice = (state: CaseState, device: CaseDevice | undefined, name: string | null) =>
  ({ caseCode: state.code, toName: name, device: device === undefined || device.looks.model === '' ? null : device.looks.model, path: null });

const DELIVERY: Readonly<Record<string, string | null>> = {
  drive: 'on a drive that waits for you here', download: 'as a download that we send you', 'new-device': 'on your new device', 'on-the-device': 'on the device itself', 'not-yet': null, nothing: null,
};

function outcomeOf(state: CaseState, { name }: MailGiven): MailFill {
  const result = resultOf(state);
  const device = state.devices.find(({ outcome }) => outcome?.result === result) ?? state.devices[0];
  const outcome = device?.outcome ?? null;
  const counts = [[outcome?.photos ?? null, 'photos'], [outcome?.videos ?? null, 'videos'], [outcome?.other ?? null, 'other files']] as const;
  const detail = counts.flatMap(([count, what]) => (count === null || count === 0 ? [] : [`${String(count)} ${what}`])).join(', ');
  return {
    template: 'outcome',
    params: { ...aboutDevice(state, device, name), result, detail: detail === '' ? null : detail, delivery: DELIVERY[outcome?.delivered ?? 'nothing'] ?? null, copyGoneIso: outcome?.copyDeletedByIso ?? null },
  };
}

function progressOf(state: CaseState, { name, head, partnerName, staffName, atIso }: MailGiven): MailFill {
  const chain = { count: head.seq, hash: head.hash };
  const away = state.devices.find(({ place }) => place === 'with-partner');
  const transfer = away === undefined ? undefined : state.transfers.findLast(({ devices, taken, to }) => taken !== null && to.kind === 'partner' && devices.includes(away.id));
  if (away !== undefined && transfer !== undefined) return atPartner(state, { device: away, transfer, name, chain, partnerName: partnerName(transfer.to.partner ?? '') });
  const held = state.devices.find(({ id }) => activeHoldOf(state, id) !== null);
  const hold = held === undefined ? null : activeHoldOf(state, held.id);
  if (held !== undefined && hold !== null) return { template: 'held', params: { ...aboutDevice(state, held, name), ...heldOf(hold) } };
  const ready = state.devices.find(({ outcome, place }) => outcome !== null && place === 'in-store');
  if (ready !== undefined) return { template: 'ready-for-collection', params: { ...aboutDevice(state, ready, name), keptUntilIso: null } };
  const by = state.owner?.code ?? null;
  const since = state.arrivedAtIso ?? atIso;
  return { template: 'device-received', params: { ...aboutDevice(state, state.devices[0], name), receivedBy: by === null ? '' : staffName(by), atIso: since, chain } };
}

interface Away {
  readonly device: CaseDevice;
  readonly transfer: CaseTransfer;
  readonly name: string | null;
  readonly chain: { readonly count: number; readonly hash: string };
  readonly partnerName: string;
}

function atPartner(state: CaseState, { device, transfer, name, chain, partnerName }: Away): MailFill {
  const stage = transfer.stages.at(-1)?.stage ?? null;
  const about = { ...aboutDevice(state, device, name), partnerName };
  if (stage !== null) return { template: 'partner-stage', params: { ...about, stage } };
  return { template: 'handed-over', params: { ...about, partnerPlace: null, atIso: transfer.taken?.atIso ?? transfer.preparedAtIso, chain } };
}

const isCause = (code: string): code is CauseCode => CAUSE_CODES.some((known) => known === code);
const WOULD_ERASE: ReadonlySet<string> = new Set<CauseCode>(['erase-without-consent', 'erase-without-permit', 'update-fell-back-to-erase', 'irreplaceable-erase', 'unknown-plan']);

function heldOf({ cause, state }: CaseHold): { readonly because: HeldBecause; readonly data: 'as-it-was' | 'not-known'; readonly next: 'we-decide' | 'ask-lab' } {
  const next = state === 'approved' ? 'ask-lab' : 'we-decide';
  // A hold that a person asked for stopped nothing.
  if (cause === null) return { because: 'second-look', data: 'as-it-was', next };
  const because = cause === 'device-frame-bent' ? 'frame-bent' : cause === 'cannot-measure' ? 'cannot-measure' : WOULD_ERASE.has(cause) ? 'would-erase' : isCause(cause) && isPersonCause(cause) ? 'unsafe' : 'other';
  return { because, data: 'not-known', next };
}
