/**
 * Who may do what, written down a second time and by hand, one row for each route and one column for each kind of asker.
 * It takes nothing from the table of the product: whoever changes a right has to change it here too.
 */

/** Of one cell. `+` may · `p` may, signed in with a password · `m` may, unless data is at stake · `-` has not the right · `?` has to sign in. */
export type Mark = '+' | 'p' | 'm' | '-' | '?';

export const COLUMNS = ['nobody', 'technician', 'manager', 'support', 'auditor', 'admin', 'bench-pc', 'wall-board', 'read', 'stop', 'drill', 'bridge', 'scopeless'] as const;
export type Column = (typeof COLUMNS)[number];

//                       nobody  tech  mana  supp  audi  admi  bepc  wall  read  stop  dril  brid  none
const ANYBODY         = '+       +     +     +     +     +     +     +     +     +     +     +     +';
const EVERY_PERSON    = '?       +     +     +     +     +     ?     ?     -     -     -     -     -';
const WITH_PASSWORD   = '?       p     p     p     p     p     ?     ?     -     -     -     -     -';
const SEES_BENCHES    = '?       +     +     -     +     +     +     +     +     -     -     -     -';
const SEES_RECORDS    = '?       +     +     -     +     +     +     ?     +     -     -     -     -';
const SEES_RAW        = '?       +     +     -     +     +     +     ?     -     -     -     -     -';
const SEES_PEOPLE     = '?       +     +     -     +     +     ?     ?     -     -     -     -     -';
const STOPS           = '?       +     +     -     -     +     +     ?     -     +     -     -     -';
const ACKNOWLEDGES    = '?       +     +     -     -     +     +     ?     -     -     -     -     -';
const CHECKS_SHIFTS   = '?       +     +     -     -     +     ?     ?     -     -     -     -     -';
const DRILLS          = '?       +     +     -     -     -     ?     ?     -     -     +     -     -';
const WORKS_AT_BENCH  = '?       +     +     -     -     -     ?     ?     -     -     -     -     -';
const RESETS          = '?       m     +     -     -     -     ?     ?     -     -     -     -     -';
const SWITCHES        = '?       -     -     -     -     -     +     ?     -     -     -     -     -';
const ENROLS          = '?       -     p     -     -     p     ?     ?     -     -     -     -     -';
const ADMINISTERS     = '?       -     -     -     -     p     ?     ?     -     -     -     -     -';
const AUDITS          = '?       -     p     -     p     p     ?     ?     -     -     -     -     -';
const FILES           = '?       +     +     +     -     -     ?     ?     -     -     -     -     -';
const SEES_CASES      = '?       +     +     -     +     -     ?     ?     -     -     -     -     -';
const WORKS_CASES     = '?       +     +     -     -     -     ?     ?     -     -     -     -     -';
const MANAGES         = '?       -     +     -     -     -     ?     ?     -     -     -     -     -';
const OF_PRIVACY      = '?       -     p     -     -     p     ?     ?     -     -     -     -     -';
const REPORTS         = '?       -     -     -     -     -     ?     ?     -     -     -     +     -';

export const ROWS: Readonly<Record<string, string>> = {
  'GET /api/alive': ANYBODY,
  'GET /api/openapi.json': ANYBODY,
  'GET /api/docs': ANYBODY,
  'GET /api/session': ANYBODY,
  'POST /api/session': ANYBODY,
  'POST /api/session/end': ANYBODY,
  'POST /api/session/passkey/question': ANYBODY,
  'POST /api/session/passkey': ANYBODY,
  'POST /api/links/take': ANYBODY,
  'POST /api/oidc/begin': ANYBODY,
  'POST /api/oidc/back': ANYBODY,
  'POST /api/demo/enter': ANYBODY,
  'POST /api/wall': ANYBODY,
  'POST /api/session/switch': SWITCHES,
  'POST /api/session/active': EVERY_PERSON,
  'GET /api/calls': EVERY_PERSON,
  'GET /api/session/mail': EVERY_PERSON,
  'POST /api/session/mail': EVERY_PERSON,
  'GET /api/sessions': EVERY_PERSON,
  'POST /api/sessions/{id}/end': EVERY_PERSON,
  'POST /api/confirmations': EVERY_PERSON,
  'POST /api/confirmations/question': EVERY_PERSON,
  'GET /api/passkeys': EVERY_PERSON,
  'POST /api/passkeys/question': WITH_PASSWORD,
  'POST /api/passkeys': WITH_PASSWORD,
  'POST /api/passkeys/{id}/remove': WITH_PASSWORD,
  'POST /api/session/authenticator': EVERY_PERSON,
  'POST /api/session/secrets': WITH_PASSWORD,
  'GET /api/people': SEES_PEOPLE,
  'GET /api/machines': SEES_PEOPLE,
  'POST /api/people': ADMINISTERS,
  'POST /api/people/{id}': ADMINISTERS,
  'POST /api/people/{id}/link': ADMINISTERS,
  'GET /api/people/{id}/sessions': ADMINISTERS,
  'POST /api/people/{id}/end-sessions': ADMINISTERS,
  'POST /api/machines': ENROLS,
  'POST /api/machines/{id}/revoke': ADMINISTERS,
  'GET /api/audit': AUDITS,
  'GET /api/health': SEES_BENCHES,
  'GET /api/benches': SEES_BENCHES,
  'GET /api/benches/{bench}': SEES_BENCHES,
  'GET /api/benches/{bench}/telemetry': SEES_BENCHES,
  'GET /api/live': SEES_BENCHES,
  'POST /api/benches/{bench}/stop': STOPS,
  'GET /api/benches/{bench}/stop': STOPS,
  'POST /api/benches/{bench}/alarm': ACKNOWLEDGES,
  'GET /api/shift-checks': SEES_RECORDS,
  'POST /api/shift-checks': CHECKS_SHIFTS,
  'GET /api/levers': ACKNOWLEDGES,
  'POST /api/benches/{bench}/lever': ACKNOWLEDGES,
  'POST /api/benches/{bench}/reset': RESETS,
  'POST /api/benches/{bench}/drill': DRILLS,
  'POST /api/benches/{bench}/out-of-service': WORKS_AT_BENCH,
  'POST /api/benches/{bench}/return': WORKS_AT_BENCH,
  'GET /api/benches/{bench}/drills': SEES_RECORDS,
  'GET /api/benches/{bench}/stops': SEES_RECORDS,
  'GET /api/stops': SEES_RECORDS,
  'POST /api/stops/{rig}/{stopId}/judgement': WORKS_AT_BENCH,
  'GET /api/stops/{rig}/{stopId}/judgements': SEES_RECORDS,
  'GET /api/nuisance': SEES_RECORDS,
  'GET /api/events': SEES_RECORDS,
  'GET /api/away': SEES_RECORDS,
  'GET /api/benches/{bench}/raw': SEES_RAW,
  'GET /api/benches/{bench}/raw/past': SEES_RAW,
  'GET /api/benches/{bench}/support-report': SEES_RAW,
  'POST /api/stops/{rig}/{stopId}/rejudge': SEES_RECORDS,
  'POST /api/cases/acts/file-brief': FILES,
  'POST /api/cases/acts/open-walk-in': WORKS_CASES,
  'POST /api/cases/{case}/acts/amend-brief': FILES,
  'POST /api/cases/{case}/acts/acknowledge-brief': MANAGES,
  'POST /api/cases/{case}/acts/lift-irreplaceable': MANAGES,
  'POST /api/cases/{case}/acts/approve-hold': MANAGES,
  'POST /api/cases/{case}/acts/release-hold': MANAGES,
  'POST /api/cases/{case}/acts/allow-erase': MANAGES,
  'POST /api/cases/{case}/acts/record-abandonment': MANAGES,
  'POST /api/cases/{case}/acts/dispose-device': MANAGES,
  'POST /api/cases/{case}/acts/merge-into': MANAGES,
  'POST /api/cases/{case}/acts/close': MANAGES,
  'POST /api/cases/{case}/acts/reopen': MANAGES,
  'POST /api/cases/{case}/acts/take-over': WORKS_CASES,
  'POST /api/cases/{case}/acts/arrive': WORKS_CASES,
  'POST /api/cases/{case}/acts/record-no-show': WORKS_CASES,
  'POST /api/cases/{case}/acts/tie-device': WORKS_CASES,
  'POST /api/cases/{case}/acts/identify-device': WORKS_CASES,
  'POST /api/cases/{case}/acts/untie-device': WORKS_CASES,
  'POST /api/cases/{case}/acts/set-irreplaceable': WORKS_CASES,
  'POST /api/cases/{case}/acts/ask-unlock': WORKS_CASES,
  'POST /api/cases/{case}/acts/withdraw-unlock': WORKS_CASES,
  'POST /api/cases/{case}/acts/record-intake': WORKS_CASES,
  'POST /api/cases/{case}/acts/explain-no-photo': WORKS_CASES,
  'POST /api/cases/{case}/acts/answer-call': WORKS_CASES,
  'POST /api/cases/{case}/acts/give-consent': WORKS_CASES,
  'POST /api/cases/{case}/acts/withdraw-consent': WORKS_CASES,
  'POST /api/cases/{case}/acts/put-away': WORKS_CASES,
  'POST /api/cases/{case}/acts/check-battery': WORKS_CASES,
  'POST /api/cases/{case}/acts/power-off': WORKS_CASES,
  'POST /api/cases/{case}/acts/ask-hold': WORKS_CASES,
  'POST /api/cases/{case}/acts/prepare-transfer': WORKS_CASES,
  'POST /api/cases/{case}/acts/sign-given': WORKS_CASES,
  'POST /api/cases/{case}/acts/sign-taken': WORKS_CASES,
  'POST /api/cases/{case}/acts/recall-transfer': WORKS_CASES,
  'POST /api/cases/{case}/acts/report-stage': WORKS_CASES,
  'POST /api/cases/{case}/acts/record-outcome': WORKS_CASES,
  'POST /api/cases/{case}/acts/record-told': WORKS_CASES,
  'POST /api/cases/{case}/acts/tell-by-mail': WORKS_CASES,
  'POST /api/cases/{case}/acts/note': WORKS_CASES,
  'POST /api/cases/{case}/acts/correct': WORKS_CASES,
  'POST /api/cases/{case}/links': WORKS_CASES,
  'POST /api/cases/{case}/papers/{kind}': WORKS_CASES,
  'GET /api/papers/{paper}': WORKS_CASES,
  'POST /api/cases/{case}/messages': WORKS_CASES,
  'POST /api/cases/{case}/messages/look': SEES_CASES,
  'POST /api/cases/{case}/messages/{message}/pass-on': WORKS_CASES,
  'POST /api/cases/{case}/messages/{message}/mark': WORKS_CASES,
  'POST /api/cases/{case}/acts/revoke-link': WORKS_CASES,
  'GET /api/briefs': FILES,
  'GET /api/cases': SEES_CASES,
  'GET /api/cases/{case}': SEES_CASES,
  'GET /api/cases/{case}/history': SEES_CASES,
  'GET /api/cases/{case}/export': SEES_CASES,
  'GET /api/queue': SEES_CASES,
  'GET /api/terms': SEES_CASES,
  'GET /api/cases/{case}/looks': SEES_CASES,
  'GET /api/cases/{case}/privacy': SEES_CASES,
  'POST /api/cases/{case}/look': SEES_CASES,
  'GET /api/benches/{bench}/case': SEES_CASES,
  'GET /api/cases/{case}/photos/{photo}': SEES_CASES,
  'GET /api/partners': SEES_CASES,
  'PUT /api/cases/{case}/photos/{photo}': WORKS_CASES,
  'POST /api/cases/{case}/privacy/erase': OF_PRIVACY,
  'POST /api/cases/{case}/privacy/keep': OF_PRIVACY,
  'POST /api/cases/{case}/privacy/release': OF_PRIVACY,
  'POST /api/partners': MANAGES,
  'POST /api/partners/{id}': MANAGES,
  'POST /api/partners/{id}/active': MANAGES,
  'GET /api/bridge': REPORTS,
};

/** How strong a sign-in has to be for a `p`: all but a badge or a PIN. */
export interface Standing {
  /** Every column that applies: a person with two roles at a bench PC has three. */
  readonly columns: readonly Column[];
  readonly isQuick: boolean;
  readonly dataAtStake: boolean;
}

export type Expected = 'may' | 'not-signed-in' | 'right-missing' | 'manager-needed' | 'sign-in-too-weak';

/** Nobody is less than anything; of several kinds the most that one of them may. */
const ORDER: readonly Mark[] = ['+', 'm', 'p', '-', '?'];

export function expectedOf(row: string, { columns, isQuick, dataAtStake }: Standing): Expected {
  const marks = row.split(/\s+/);
  if (marks.length !== COLUMNS.length) throw new Error(`a row has ${marks.length} marks: ${row}`);
  const own = columns.map((column) => marks[COLUMNS.indexOf(column)]);
  const best = ORDER.find((mark) => own.includes(mark));
  if (best === undefined) throw new Error(`nothing is written down for ${columns.join(' and ')}: ${row}`);
  if (best === '+') return 'may';
  if (best === 'm') return dataAtStake ? 'manager-needed' : 'may';
  if (best === 'p') return isQuick ? 'sign-in-too-weak' : 'may';
  return best === '-' ? 'right-missing' : 'not-signed-in';
}
