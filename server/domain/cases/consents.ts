/** Which consent carries what: the newest that names it, was not taken back, and for an erase comes from a verified person. */
import type { ConsentScope } from '../../contract/case-parts.ts';
import type { CaseConsent, CaseState } from '../../contract/case-state.ts';
import { no } from './answers.ts';
import type { Refused } from './decision.ts';

export const consentFor = ({ consents }: Pick<CaseState, 'consents'>, scope: ConsentScope): CaseConsent | null =>
  consents.findLast((consent) => consent.withdrawnAtIso === null && consent.scopes.includes(scope) && (scope !== 'erase' || consent.verified !== 'not-verified')) ?? null;

/** What only the consent of the customer makes possible. */
export const whyNoConsent = (state: Pick<CaseState, 'consents'>, scope: ConsentScope): Refused | null => (consentFor(state, scope) === null ? no('consent-missing', null, { scope }) : null);
