/** A handover moves a device from hand to hand: given by one side, on the way, taken by the other; links go with it. */
import type { Party, Place } from '../../contract/case-parts.ts';
import type { CaseDevice, CaseState, CaseTransfer } from '../../contract/case-state.ts';
import type { HappenedOf } from './decision.ts';
import { changeDevice, changeTransfer, endErases } from './fold-device.ts';
import { assertThat } from './invariant.ts';
import { isOpenTransfer } from './transfers.ts';

/** Where a device is in the hands of a side that took it. */
const TAKEN_BY: Readonly<Record<Party['kind'], Place>> = { customer: 'returned', store: 'in-store', partner: 'with-partner' };
const BACK_WITH: Readonly<Record<Party['kind'], Place>> = { customer: 'with-customer', store: 'in-store', partner: 'with-partner' };

const transferOf = (state: CaseState, id: string): CaseTransfer => {
  const found = state.transfers.find((transfer) => transfer.id === id);
  assertThat(found !== undefined, 'there is no such handover');
  return found;
};

const move = (state: CaseState, ids: readonly string[], to: Pick<CaseDevice, 'place' | 'partner'>): CaseState =>
  ids.reduce((moved, id) => changeDevice(moved, id, () => ({ ...to, location: null })), state);

export const foldTransfers = {
  'transfer-prepared': (state: CaseState, { body: { transferId, ...body }, atIso }: HappenedOf<'transfer-prepared'>): CaseState => {
    assertThat(!state.transfers.some((transfer) => isOpenTransfer(transfer) && transfer.devices.some((id) => body.devices.includes(id))), 'a device is in two open handovers');
    const transfer: CaseTransfer = { id: transferId, state: 'prepared', ...body, preparedAtIso: atIso, given: null, taken: null, recalledWhy: null, stages: [] };
    return { ...state, transfers: [...state.transfers, transfer] };
  },
  'transfer-given': (state: CaseState, { body: { transferId, signed }, actor, atIso }: HappenedOf<'transfer-given'>): CaseState => {
    const { devices, state: was } = transferOf(state, transferId);
    assertThat(was === 'prepared', `a handover was given that is ${was}`);
    const given = changeTransfer(state, transferId, () => ({ state: 'given', given: { ...signed, atIso, actor: actor.name } }));
    return devices.reduce<CaseState>(endErases, move(given, devices, { place: 'on-the-way', partner: null }));
  },
  'transfer-taken': (state: CaseState, { body: { transferId, signed, sealIntact, condition }, actor, atIso }: HappenedOf<'transfer-taken'>): CaseState => {
    const { devices, state: was, to } = transferOf(state, transferId);
    assertThat(was === 'given', `a handover was taken that is ${was}`);
    const taken = changeTransfer(state, transferId, () => ({ state: 'taken', taken: { ...signed, atIso, actor: actor.name, sealIntact, condition } }));
    return move(taken, devices, { place: TAKEN_BY[to.kind], partner: to.partner });
  },
  /** What was given goes back to whoever gave it; its links end with it. */
  'transfer-recalled': (state: CaseState, { body: { transferId, why } }: HappenedOf<'transfer-recalled'>): CaseState => {
    const { devices, state: was, from } = transferOf(state, transferId);
    assertThat(was === 'prepared' || was === 'given', `a handover was recalled that is ${was}`);
    const recalled = changeTransfer(state, transferId, () => ({ state: 'recalled', recalledWhy: why }));
    const ended = { ...recalled, links: recalled.links.map((link) => (link.transferId === transferId ? { ...link, revoked: true } : link)) };
    return was === 'prepared' ? ended : move(ended, devices, { place: BACK_WITH[from.kind], partner: from.partner });
  },
  'partner-stage-reported': (state: CaseState, { body: { transferId, stage, expectedAtIso }, actor, atIso }: HappenedOf<'partner-stage-reported'>): CaseState =>
    changeTransfer(state, transferId, ({ stages }) => ({ stages: [...stages, { stage, expectedAtIso, atIso, by: actor.name }] })),
  'link-made': (state: CaseState, { body: { linkId, whom, transferId, expiresAtIso } }: HappenedOf<'link-made'>): CaseState =>
    ({ ...state, links: [...state.links, { id: linkId, whom, transferId, expiresAtIso, revoked: false }] }),
  'link-revoked': (state: CaseState, { body }: HappenedOf<'link-revoked'>): CaseState =>
    ({ ...state, links: state.links.map((link) => (link.id === body.linkId ? { ...link, revoked: true } : link)) }),
} as const;
