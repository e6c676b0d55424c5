/** Who is coming, who took it, who owns it, who came: the acts around the beginning of a case. */
import type { CaseActBody, CaseActName } from '../../contract/case-acts.ts';
import type { CaseEventBody } from '../../contract/case-events.ts';
import type { CaseState } from '../../contract/case-state.ts';
import { done, no, personOf } from './answers.ts';
import type { Decision, Given } from './decision.ts';
import { whyNotThese } from './which-device.ts';

type Rule<Name extends CaseActName> = (state: CaseState, body: CaseActBody<Name>, given: Given) => Decision;
type Opening<Name extends CaseActName> = (body: CaseActBody<Name>, given: Given) => Decision;
type Rows = CaseEventBody<'brief-amended'>['rows'];

const rowsOf = ({ rows }: Given): Rows => ({
  ...(rows.contact === undefined ? {} : { contact: rows.contact }), ...(rows.story === undefined ? {} : { story: rows.story }), ...(rows.agent === undefined ? {} : { agent: rows.agent }),
});

/** Never refused for a device that is known elsewhere: the story would be lost. Whoever ties the device then finds the other case. */
const fileBrief: Opening<'file-brief'> = ({ irreplaceable, language, expectedAtIso, rescue, device }, given) => done({
  kind: 'brief-filed',
  body: { code: given.newCode(), irreplaceable, language, expectedAtIso, rescue, device: device === null ? null : { deviceId: given.newUuid(), ...device }, rows: rowsOf(given) },
});

const openWalkIn: Opening<'open-walk-in'> = ({ irreplaceable, language, device }, given) => {
  const why = device === null ? null : whyNotThese(null, device.ids, null, given);
  if (why !== null) return why;
  return done(
    { kind: 'walk-in-opened', body: { code: given.newCode(), irreplaceable, language, device: device === null ? null : { deviceId: given.newUuid(), ...device }, rows: rowsOf(given) } },
    { kind: 'owner-named', body: { owner: personOf(given) } },
  );
};

const amend: Rule<'amend-brief'> = (_state, { irreplaceable, language, expectedAtIso, rescue }, given) => done({
  kind: 'brief-amended',
  body: { ...(irreplaceable === undefined ? {} : { irreplaceable }), ...(language === undefined ? {} : { language }), ...(expectedAtIso === undefined ? {} : { expectedAtIso }), ...(rescue === undefined ? {} : { rescue }), rows: rowsOf(given) },
});

/** The receipt says that the story was read; so it must have been. Once more only where it changed since. */
const acknowledge: Rule<'acknowledge-brief'> = ({ stage, from, acknowledged, amended, owner }, _body, given) => {
  if ((acknowledged !== null && amended === null) || from !== 'brief') return no('not-in-this-stage', null, { stage });
  if (!given.storyRead) return no('story-not-read');
  const taken = { kind: 'brief-acknowledged', body: { storyRead: true } } as const;
  return owner === null ? done(taken, { kind: 'owner-named', body: { owner: personOf(given) } }) : done(taken);
};

const lift: Rule<'lift-irreplaceable'> = ({ irreplaceable }, { why }, { second }) => {
  if (!irreplaceable) return no('not-irreplaceable');
  return second === null ? no('second-person-needed', 'body.secondConfirmation') : done({ kind: 'irreplaceable-set', body: { irreplaceable: false, why, second } });
};

const giveConsent: Rule<'give-consent'> = (_state, { relation, verified, scopes, termsVersion, termsLanguage, priceCap, signedBy, private: { signature } }, { terms, rows, newUuid }) => {
  const shown = terms[termsLanguage];
  if (termsVersion !== shown.version) return no('terms-unknown', 'body.termsVersion');
  const isEmpty = signedBy === 'screen' && signature.strokes.length === 0;
  if (isEmpty || signedBy === 'nobody' || rows.signature === undefined) return no('signature-missing', 'body.private.signature');
  const signed = { by: { kind: 'customer', partner: null }, how: signedBy, row: rows.signature } as const;
  return done({ kind: 'consent-given', body: { consentId: newUuid(), relation, verified, scopes: [...new Set(scopes)], termsVersion, termsLanguage, termsSha256: shown.sha256, priceCap, signed } });
};

const withdrawConsent: Rule<'withdraw-consent'> = ({ consents }, { consentId, why }) =>
  (consents.some(({ id, withdrawnAtIso }) => id === consentId && withdrawnAtIso === null) ? done({ kind: 'consent-withdrawn', body: { consentId, why } }) : no('no-such-consent', 'body.consentId'));

export const OPENINGS = { 'file-brief': fileBrief, 'open-walk-in': openWalkIn } as const;

export const BRIEF_RULES = {
  'amend-brief': amend,
  'acknowledge-brief': acknowledge,
  'take-over': ((_state, _body, given) => done({ kind: 'owner-named', body: { owner: personOf(given) } })) satisfies Rule<'take-over'>,
  arrive: (() => done({ kind: 'customer-arrived', body: {} })) satisfies Rule<'arrive'>,
  'record-no-show': ((_state, { why }) => done({ kind: 'no-show-recorded', body: { why } })) satisfies Rule<'record-no-show'>,
  'set-irreplaceable': (({ irreplaceable }, { why }) =>
    (irreplaceable ? no('already-irreplaceable') : done({ kind: 'irreplaceable-set', body: { irreplaceable: true, why, second: null } }))) satisfies Rule<'set-irreplaceable'>,
  'lift-irreplaceable': lift,
  'give-consent': giveConsent,
  'withdraw-consent': withdrawConsent,
} as const;
