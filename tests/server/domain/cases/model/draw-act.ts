/**
 * What people might send for each act, drawn from what there is: mostly sensible, sometimes beside the point. Total over the acts,
 * so that a new act is tried as soon as it exists.
 */
import type { CaseActName } from '../../../../../server/contract/case-acts.ts';
import type { DeviceIds } from '../../../../../server/contract/case-parts.ts';
import { CONDITIONS, LOCATIONS, PARTNER_STAGES, PURCHASE_PROOFS, RELATIONS, RESULTS, SCOPES_OF_CONSENT, SIGNED_BY, TOLD, TRANSFER_METHODS, TRI, VERIFIED_BY } from '../../../../../server/contract/case-parts.ts';
import type { CaseState } from '../../../../../server/contract/case-state.ts';
import { idsOf, LOOKS, PARTNERS, ROW, SIGNATURE, uuid } from '../case-world.ts';
import type { CaseWorld } from '../case-world.ts';
import { CONFIRMATION, CONTACT, CUSTOMER, INTAKE, PHONE, STORE } from '../made-cases.ts';
import type { Dice } from './dice.ts';

/** The phones that walk into this store. */
export const PHONES: readonly DeviceIds[] = [PHONE, ...[1, 2, 3].map((number) => ({ serial: `SERIAL000${number}`, imei: `35693803564380${number}`, ecid: `ABCDEF000${number}` }))];

/** What somebody reads of a phone: one, two or all of its identifiers, once in a while with a mistake. */
export function readIds(dice: Dice): DeviceIds {
  const phone = dice.from(PHONES) ?? idsOf({});
  const shown = dice.roll(4);
  const serial = dice.one(12) ? `MISREAD${dice.roll(9)}` : phone.serial;
  return { serial: shown === 1 ? null : serial, imei: shown === 2 || shown === 0 ? null : phone.imei, ecid: shown === 3 ? phone.ecid : null };
}

const NOWHERE = uuid(0xdead);
const why = { why: 'because it is so' };
const proof = { confirmation: CONFIRMATION };
const party = (dice: Dice): object => dice.from([CUSTOMER, STORE, { kind: 'partner', partner: PARTNERS[0] }, { kind: 'partner', partner: PARTNERS[1] }]) ?? STORE;

/** Who has a device now, so that most handovers are possible ones. */
function holderOf(state: CaseState, id: string): object {
  const device = state.devices.find((one) => one.id === id);
  if (device?.place === 'in-store') return STORE;
  return device?.place === 'with-partner' ? { kind: 'partner', partner: device.partner } : CUSTOMER;
}

type Draw = (dice: Dice, state: CaseState, world: CaseWorld) => object;
const aDevice = (dice: Dice, { devices }: CaseState): string => (dice.one(20) ? NOWHERE : dice.from(devices)?.id ?? NOWHERE);
const withDevice = (more: (dice: Dice) => object): Draw => (dice, state) => ({ deviceId: aDevice(dice, state), ...more(dice) });
const aTransfer = (dice: Dice, { transfers }: CaseState): string => (dice.one(20) ? NOWHERE : (dice.one(3) ? dice.from(transfers) : transfers.at(-1))?.id ?? NOWHERE);
const aHold = (dice: Dice, { holds }: CaseState): string => (dice.one(20) ? NOWHERE : dice.from(holds)?.id ?? NOWHERE);
const signed = (dice: Dice): object => (dice.one(8) ? { signedBy: dice.from(SIGNED_BY), private: {} } : { signedBy: 'screen', private: { signature: SIGNATURE } });

export const DRAWS: Readonly<Record<Exclude<CaseActName, 'file-brief' | 'open-walk-in'>, Draw>> = {
  'amend-brief': (dice) => ({ ...(dice.one(4) ? { irreplaceable: true } : {}), rescue: { 'ghost-touch': 'yes' } }),
  'acknowledge-brief': () => ({}),
  'take-over': () => ({}),
  arrive: () => ({}),
  'record-no-show': () => why,
  'tie-device': (dice) => ({ ids: readIds(dice), looks: LOOKS, how: 'scanned' }),
  'identify-device': (dice, state) => ({ deviceId: aDevice(dice, state), ids: readIds(dice), why: dice.one(3) ? '' : 'read again' }),
  'untie-device': withDevice(() => ({ ...why, ...proof })),
  'set-irreplaceable': () => why,
  'lift-irreplaceable': () => ({ ...why, ...proof }),
  'ask-unlock': withDevice((dice) => ({ proof: dice.one(2) ? 'original-receipt' : dice.from(PURCHASE_PROOFS) })),
  'withdraw-unlock': withDevice(() => ({})),
  'record-intake': withDevice((dice) => ({
    intake: {
      ...INTAKE, backup: dice.one(2) ? 'verified' : 'none', conditions: dice.some(CONDITIONS), swelling: dice.from(TRI), ghostTouch: dice.from(TRI), bendUm: dice.one(2) ? dice.roll(900) : null,
    },
  })),
  'add-photo': withDevice((dice) => ({ photo: ROW, bytes: 1 + dice.roll(1000), mime: 'image/jpeg', fileSha256: ROW.sha256 })),
  'explain-no-photo': withDevice(() => why),
  'give-consent': (dice) => ({
    relation: dice.from(RELATIONS), verified: dice.one(2) ? 'receipt' : dice.from(VERIFIED_BY),
    scopes: dice.one(2) ? SCOPES_OF_CONSENT : dice.some(SCOPES_OF_CONSENT), termsVersion: dice.one(15) ? 'old' : '2026-1', signedBy: dice.one(8) ? 'nobody' : 'screen', private: { signature: SIGNATURE },
  }),
  'withdraw-consent': (dice, { consents }) => ({ consentId: dice.from(consents)?.id ?? NOWHERE }),
  'put-away': withDevice((dice) => ({ location: dice.from(LOCATIONS), label: 'A4' })),
  'check-battery': withDevice((dice) => ({ swelling: dice.from(TRI), warm: 'no' })),
  'power-off': withDevice(() => ({})),
  'ask-hold': withDevice(() => why),
  'approve-hold': (dice, state) => ({ holdId: aHold(dice, state), ...proof }),
  'release-hold': (dice, state) => ({ holdId: aHold(dice, state), ...why, ...proof, ...(dice.one(4) ? { seen: 'provisional' } : {}) }),
  'allow-erase': withDevice(() => ({ planHash: 'ABCD', ...why, ...proof })),
  'prepare-transfer': (dice, state) => {
    const device = aDevice(dice, state);
    const from = dice.one(10) ? party(dice) : holderOf(state, device);
    const alike = state.devices.filter(({ id }) => JSON.stringify(holderOf(state, id)) === JSON.stringify(from)).map(({ id }) => id);
    const to = [0, 1, 2, 3].map(() => party(dice)).find((one) => JSON.stringify(one) !== JSON.stringify(from)) ?? from;
    return { devices: dice.one(3) && alike.length > 0 ? alike : [device], from, to, method: dice.from(TRANSFER_METHODS) };
  },
  'sign-given': (dice, state) => ({ transferId: aTransfer(dice, state), ...signed(dice) }),
  'sign-taken': (dice, state) => ({ transferId: aTransfer(dice, state), ...signed(dice), sealIntact: dice.from(TRI) }),
  'recall-transfer': (dice, state) => ({ transferId: aTransfer(dice, state), ...why }),
  'report-stage': (dice, state) => ({ transferId: aTransfer(dice, state), stage: dice.from(PARTNER_STAGES) }),
  'record-outcome': withDevice((dice) => ({ result: dice.one(2) ? 'all' : dice.from(RESULTS), delivered: 'drive', photos: 3 })),
  'record-told': (dice) => ({ who: dice.from(TOLD), how: dice.one(3) ? 'nobody-to-tell' : 'phone', about: dice.one(4) ? 'progress' : 'outcome' }),
  'tell-by-mail': (dice) => ({ who: dice.from(TOLD), about: dice.one(3) ? 'progress' : 'outcome' }),
  'record-abandonment': withDevice(() => ({ noticesSent: 2, ...why })),
  'dispose-device': withDevice((dice) => ({ how: dice.one(2) ? 'recycled-battery-safe' : 'handed-to-authority', ...why })),
  'answer-call': (dice, { calls }) => ({ callId: dice.one(10) ? NOWHERE : dice.from(calls)?.id ?? NOWHERE, ...why }),
  'note-message': (dice, state) => {
    const open = state.openMessages[0];
    if (open !== undefined && !dice.one(4)) return { from: 'store', to: open.from, transferId: open.transferId, asksCall: false };
    const [from, to] = dice.from([['customer', 'store'], ['customer', 'partner'], ['partner', 'store'], ['partner', 'customer'], ['store', 'customer']] as const) ?? ['customer', 'store'];
    return { from, to, transferId: from === 'partner' || to === 'partner' ? aTransfer(dice, state) : null, asksCall: from === 'customer' && dice.one(3) };
  },
  'pass-message-on': (dice, state) => ({ messageId: dice.from(state.openMessages)?.id ?? NOWHERE, transferId: aTransfer(dice, state) }),
  'mark-message': (dice, state) => {
    const { id: messageId, ...message } = dice.from(state.openMessages) ?? { id: NOWHERE, from: 'customer' as const, to: 'store' as const, transferId: null, asksCall: false, atIso: state.openedAtIso };
    return { messageId, as: dice.one(3) ? 'unread' : 'needs-no-answer', message };
  },
  note: () => ({ words: 'something to know' }),
  correct: (dice, { lastSeq }) => ({ seq: 1 + dice.roll(lastSeq + 2), ...why }),
  'make-link': (dice, state) => (dice.one(2) ? { whom: 'customer' } : { whom: 'partner', transferId: aTransfer(dice, state) }),
  'revoke-link': (dice, { links }) => ({ linkId: dice.from(links)?.id ?? NOWHERE }),
  'merge-into': (_dice, { code }) => ({ into: code, ...why }),
  close: () => ({}),
  reopen: () => why,
};

export const newCase = (dice: Dice): { readonly name: CaseActName; readonly sent: object } => {
  const device = dice.one(2) ? { ids: readIds(dice), looks: LOOKS } : null;
  const sent = { irreplaceable: dice.one(3), device, private: { contact: CONTACT, story: {} } };
  return dice.one(2) ? { name: 'open-walk-in', sent } : { name: 'file-brief', sent: { ...sent, expectedAtIso: null } };
};
