/** What the customer allowed and took back, and the one erase that managers may allow on the strength of it. */
import type { CaseState } from '../../contract/case-state.ts';
import { consentFor } from './consents.ts';
import type { HappenedOf } from './decision.ts';
import { endErases } from './fold-device.ts';
import { assertThat } from './invariant.ts';

export const foldConsents = {
  'consent-given': (state: CaseState, { body, actor, atIso }: HappenedOf<'consent-given'>): CaseState => {
    const { consentId, signed, ...consent } = body;
    return { ...state, consents: [...state.consents, { id: consentId, ...consent, signed: { ...signed, atIso, actor: actor.name }, withdrawnAtIso: null }] };
  },
  'consent-withdrawn': (state: CaseState, { body, atIso }: HappenedOf<'consent-withdrawn'>): CaseState => {
    const consents = state.consents.map((consent) => (consent.id === body.consentId ? { ...consent, withdrawnAtIso: atIso } : consent));
    const changed = { ...state, consents };
    return consentFor(changed, 'erase') === null ? endErases(changed, null) : changed;
  },
  'erase-allowed': (state: CaseState, { body: { deviceId, planHash, expiresAtIso } }: HappenedOf<'erase-allowed'>): CaseState => {
    assertThat(!state.irreplaceable, 'an erase was allowed although its data cannot be replaced');
    return { ...state, allowedErases: [...state.allowedErases.filter((erase) => erase.deviceId !== deviceId || erase.planHash !== planHash), { deviceId, planHash, expiresAtIso }] };
  },
} as const;
