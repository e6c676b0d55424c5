/** The mail address of a person of the staff: for calls alone, sealed like every personal datum, and shown to nobody but the mail. */
import type { Doer, PrivateRefusal } from './private-port.ts';

export interface StaffMail {
  isSet(personId: string): boolean;
  /** Null takes it away: unreadable when it returns, also in every backup. */
  set(personId: string, address: string | null, doer: Doer, atIso: string): { readonly refusal: PrivateRefusal } | null;
  /** A look, on record before it is handed out. Null: none is set, or no key opens it any more. */
  addressOf(personId: string, doer: Doer, atIso: string): string | null;
}
