/** Where a device is and what happens next, as the customer is told it: on the receipt, in the letter and on the own page. */
import type { CaseDevice, CaseState } from '../../contract/case-state.ts';
import { NO_STORE_NAME } from '../../contract/store-name.ts';
import { partyName } from './paper-frame.ts';
import type { PaperFrame } from './paper-frame.ts';
import type { ServerWords } from '../../contract/words-for.ts';

export function nextForCustomer({ stage, arrivedAtIso, holds, consents, transfers }: CaseState, device: CaseDevice, { papers: { next } }: Pick<ServerWords, 'papers'>): string {
  if (device.place === 'returned') return next.returned;
  if (device.place === 'disposed') return next.disposed;
  if (stage === 'closed' || stage === 'merged') return next.closed;
  if (device.place === 'with-customer') return arrivedAtIso === null ? next.announced : next.here;
  const open = transfers.findLast(({ devices, state }) => devices.includes(device.id) && state !== 'recalled');
  if (device.place === 'on-the-way') return open?.to.kind === 'partner' ? next.handing : next.coming;
  if (device.place === 'with-partner') {
    const told = open?.stages.at(-1);
    if (device.outcome !== null && told?.stage !== 'ready') return next.finished;
    return told === undefined ? next.withPartner : next.stages[told.stage];
  }
  if (device.outcome !== null) return next.fetch;
  if (holds.some(({ deviceId, state }) => deviceId === device.id && (state === 'provisional' || state === 'asked'))) return next.decide;
  if (consents.every(({ withdrawnAtIso }) => withdrawnAtIso !== null)) return next.consent;
  return holds.some(({ deviceId, state }) => deviceId === device.id && state === 'approved') ? next.partner : next.working;
}

/** Where it is, to the customer: which partner has it is said, which locker it lies in is not. */
export function placeForCustomer(device: CaseDevice, frame: Pick<PaperFrame, 'storeName' | 'partnerOf' | 'words'>): string {
  const where = device.place === 'with-customer' ? frame.words.papers.next.withYou : frame.words.parts.places[device.place];
  if (device.place === 'in-store') return frame.storeName === NO_STORE_NAME ? where : `${where}: ${frame.storeName}`;
  return device.place === 'with-partner' && device.partner !== null ? `${where}: ${partyName({ kind: 'partner', partner: device.partner }, frame)}` : where;
}
