/** What no decision may have let through, said anew and not by the rules: from the case before, who agreed, and what then happened. */
import type { CaseActName } from '../../../../../server/contract/case-acts.ts';
import type { CaseState } from '../../../../../server/contract/case-state.ts';
import type { PersonRef } from '../../../../../server/contract/case-parts.ts';
import type { Decided } from '../../../../../server/domain/cases/decision.ts';
import type { CaseWorld } from '../case-world.ts';

interface Around {
  readonly second: PersonRef | null;
  readonly world: CaseWorld;
}
type Draft = Decided['drafts'][number];

const isSaved = (state: CaseState): boolean => state.devices.length > 0 && state.devices.every(({ outcome, intake }) => outcome?.result === 'all' || (!state.irreplaceable && intake?.backup === 'verified'));
const allows = (state: CaseState, scope: string): boolean => state.consents.some(({ scopes, withdrawnAtIso }) => withdrawnAtIso === null && scopes.some((one) => one === scope));
const undecided = (state: CaseState, ids: readonly string[]): boolean => state.holds.some((hold) => ids.includes(hold.deviceId) && (hold.state === 'provisional' || hold.state === 'asked'));

function whyDraftWrong({ kind, body }: Draft, state: CaseState, { second, world }: Around): string | null {
  const device = 'deviceId' in body && body.deviceId !== null ? state.devices.find(({ id }) => id === body.deviceId) : undefined;
  if (kind === 'hold-released' && !isSaved(state) && (body.second === null || second === null)) return 'one person released a hold with data at stake';
  if (kind === 'irreplaceable-set' && !body.irreplaceable && body.second === null) return 'one person lifted the irreplaceable flag';
  if (kind === 'unlock-asked' && (device?.outcome == null || !['original-receipt', 'store-record'].includes(body.proof))) return 'an unlock before the recovery, or without proof of purchase';
  if (kind === 'erase-allowed' && (state.irreplaceable || !allows(state, 'erase') || device?.intake?.backup !== 'verified' || device.place !== 'in-store')) return 'an erase of what is not saved or not allowed';
  if (kind === 'consent-given' && body.termsVersion !== '2026-1') return 'a consent to other terms';
  if (kind === 'brief-acknowledged' && !body.storyRead) return 'a brief taken unread';
  if (kind === 'device-disposed' && (device?.place !== 'in-store' || device.abandonedAtIso === null)) return 'disposed of what nobody abandoned';
  if (kind === 'device-untied' && (device?.place !== 'with-customer' || state.holds.some((hold) => hold.deviceId === body.deviceId && hold.state !== 'released'))) return 'a received or held device was taken off';
  if (kind === 'device-untied' && state.irreplaceable && device?.outcome?.result !== 'all' && body.second == null) return 'one person took a device with irreplaceable data off';
  const transfer = kind === 'transfer-prepared' ? { ...body, id: body.transferId } : kind === 'transfer-given' ? state.transfers.find(({ id }) => id === body.transferId) : undefined;
  if (transfer === undefined) return null;
  if (transfer.to.kind === 'customer' && undecided(state, transfer.devices)) return 'back to the customer with a hold that nobody decided';
  if (transfer.to.kind === 'partner' && !allows(state, 'go-to-partner')) return 'to a partner without consent';
  return transfer.to.partner !== null && world.inactive.has(transfer.to.partner) ? 'to a partner that is not in the directory' : null;
}

export function whyWrong(name: CaseActName, before: CaseState, { drafts, targetDrafts, mails }: Decided, around: Around): string | null {
  if (drafts.length === 0) return 'it left no trace';
  if ((name === 'merge-into') !== (targetDrafts.length > 0)) return 'another case was changed';
  if ((name === 'tell-by-mail') !== (mails.length > 0)) return 'a mail that nobody asked for';
  return drafts.map((draft) => whyDraftWrong(draft, before, around)).find((why) => why !== null) ?? null;
}
