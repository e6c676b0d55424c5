/**
 * Every reason for which the server refuses something: to start, to let a request in, or to do what was asked. The
 * refusals of the bridge are among them. Adding a code makes the type checker ask for its words (words.ts).
 */
import { CASE_REFUSALS } from './case-acts.ts';
import { ORDER_REFUSALS } from '../../firmware-bridge/contract/uplink.ts';

/** Refusals to start; printed as one line on stdout, exit code 2. */
export const START_REFUSALS = [
  'runtime-too-old', 'arguments-wrong', 'config-unreadable', 'config-wrong', 'tls-needed', 'host-not-address', 'host-not-here', 'port-in-use', 'port-denied',
  'state-not-writable', 'state-in-use', 'state-kind-differs', 'token-unreadable', 'database-newer', 'database-corrupt',
  'database-foreign', 'keys-unusable', 'backup-failed', 'start-failed', 'people-wrong',
  'tls-unreadable', 'tls-wrong', 'tls-key-other', 'tls-key-open', 'tls-ended', 'tls-not-begun', 'tls-nameless', 'tls-name-wrong', 'tls-not-made',
  'client-secret-unreadable', 'client-secret-open', 'custody-key-unusable', 'custody-wrong',
  'mail-password-unreadable', 'mail-password-open', 'mail-not-set-up', 'mail-address-wrong',
] as const;
export type StartRefusalCode = (typeof START_REFUSALS)[number];

/** Refusals of a request. */
export const REQUEST_REFUSALS = [
  'host-refused', 'origin-refused', 'body-not-json', 'body-too-large', 'body-malformed', 'input-wrong', 'no-such-route',
  'range-too-wide', 'too-many-pages', 'too-many-orders', 'bridge-token-wrong', 'web-missing', 'storage-failed', 'server-fault',
  'token-unknown', 'not-signed-in', 'right-missing', 'manager-needed', 'sign-in-too-weak',
  'sign-in-failed', 'code-needed', 'code-wrong', 'too-many-tries', 'busy', 'bench-pc-needed', 'link-used', 'first-admin-named', 'name-and-user-needed',
  'password-guessable', 'pin-easy', 'user-taken', 'badge-taken', 'last-admin', 'no-such-person', 'no-such-machine', 'no-such-session', 'person-left',
  'confirmation-unknown', 'confirmation-used', 'confirmation-expired', 'confirmation-of-another-act', 'confirmation-of-another-person',
  'provider-off', 'provider-unreachable', 'provider-refused',
  'no-such-stop', 'judgement-id-used', 'method-refused', 'origin-missing', 'body-too-complex', 'too-many-requests', 'not-public', 'links-need-public-url',
  'passkey-failed', 'passkey-name-needed', 'passkey-known', 'no-such-passkey', 'too-many-passkeys',
  'look-person-needed', 'look-reason-needed', 'private-unreadable', 'private-too-large', 'case-erased', 'case-kept', 'nothing-private', 'no-such-keep-order',
  ...CASE_REFUSALS,
  'event-id-used', 'event-unfit', 'case-code-used',
  'link-shown-once', 'paper-gone', 'copy-not-drawn', 'not-recorded', 'records-busy',
] as const;
export type RequestRefusalCode = (typeof REQUEST_REFUSALS)[number];

export const SERVER_PROBLEMS = [...START_REFUSALS, ...REQUEST_REFUSALS, ...ORDER_REFUSALS] as const;
export type ServerProblem = (typeof SERVER_PROBLEMS)[number];
