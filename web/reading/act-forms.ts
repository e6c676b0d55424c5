/**
 * The form of each act that needs no design of its own: its fields, what it knows by itself, on what it is confirmed. Pure.
 * Total over those acts: a new one does not compile until somebody said what it asks.
 */
import { PARTNER_STAGES, PURCHASE_PROOFS, LOCATIONS, RESULTS, TOLD, TRI } from '../../server/contract/case-parts.ts';
import type { CaseView } from '../../server/contract/case-state.ts';
import { needsTwoToUntie } from '../../server/contract/two-to-untie.ts';
import { casePartsWords as parts } from '../words/case-parts-words.ts';
import { ACT_WORDS, actWords as says } from '../words/act-words.ts';
import type { FormedAct } from '../words/act-words.ts';
import type { ActForm, ChoiceField, Field } from './act-fields.ts';

/** What an act is about, as the page knows it. */
export interface About {
  readonly view: CaseView;
  readonly deviceId?: string;
  /** A hold, a handover, a consent, a link, an entry. */
  readonly subject?: string;
}

const why: Field = { name: 'why', kind: 'words', label: says.why, hint: says.whyHint, charsMax: 500 };
const whyIfAny: Field = { ...why, label: says.words, hint: says.wordsHint };
const words: Field = { ...whyIfAny, name: 'words' };
const one = (name: string, label: string, options: readonly string[], named: Readonly<Record<string, string>>, initial?: string): ChoiceField =>
  ({ name, kind: 'one', label, options, words: named, ...(initial === undefined ? {} : { initial }) });
const count = (name: string, label: string): Field => ({ name, kind: 'number', label, hint: says.countHint, max: 10_000_000 });

const TOLD_BY_VOICE = ['phone', 'in-person', 'letter', 'nobody-to-tell'] as const;
const DELIVERED = ['drive', 'download', 'new-device', 'on-the-device', 'not-yet', 'nothing'] as const;

const FIELDS: Readonly<Record<FormedAct, readonly Field[]>> = {
  'acknowledge-brief': [], 'take-over': [], arrive: [], 'power-off': [],
  'record-no-show': [why], 'untie-device': [why], 'set-irreplaceable': [whyIfAny], 'lift-irreplaceable': [why],
  'ask-unlock': [one('proof', says.proof, PURCHASE_PROOFS, parts.purchaseProofs)], 'withdraw-unlock': [whyIfAny],
  'explain-no-photo': [why], 'withdraw-consent': [whyIfAny],
  'put-away': [one('location', says.location, LOCATIONS, parts.locations), { name: 'label', kind: 'line', label: says.label, hint: says.labelHint, charsMax: 60 }],
  'check-battery': [one('swelling', says.swelling, TRI, parts.tri), one('warm', says.warm, TRI, parts.tri), words],
  'ask-hold': [why], 'approve-hold': [whyIfAny], 'release-hold': [why],
  'allow-erase': [{ name: 'planHash', kind: 'code', label: says.planHash, hint: says.planHashHint, charsMax: 64 }, why],
  'recall-transfer': [why],
  'report-stage': [one('stage', says.stage, PARTNER_STAGES, parts.partnerStages), { name: 'expectedAtIso', kind: 'moment', label: says.expected }],
  'record-outcome': [
    one('result', says.result, RESULTS, parts.results), count('photos', says.photos), count('videos', says.videos), count('other', says.other),
    one('delivered', says.delivered, DELIVERED, parts.delivered), { name: 'copyDeletedByIso', kind: 'moment', label: says.copyDeletedBy }, words,
  ],
  'record-told': [one('who', says.who, TOLD, parts.told), one('how', says.how, TOLD_BY_VOICE, parts.toldHow), one('about', says.about, ['outcome', 'progress'], says.abouts, 'outcome')],
  'tell-by-mail': [one('who', says.who, TOLD, parts.told), one('about', says.about, ['outcome', 'progress'], says.abouts, 'outcome')],
  'record-abandonment': [{ name: 'noticesSent', kind: 'number', label: says.notices, max: 50 }, why],
  'dispose-device': [one('how', says.disposedHow, Object.keys(says.disposed), says.disposed), why],
  'answer-call': [why], note: [{ ...why, name: 'words', label: says.note }],
  correct: [{ name: 'seq', kind: 'number', label: says.seq, max: 1_000_000 }, why],
  'revoke-link': [whyIfAny], 'merge-into': [{ name: 'into', kind: 'code', label: says.into, charsMax: 6 }, why], close: [whyIfAny], reopen: [why],
};

const OF_DEVICE: ReadonlySet<FormedAct> = new Set([
  'untie-device', 'ask-unlock', 'withdraw-unlock', 'explain-no-photo', 'put-away', 'check-battery', 'power-off', 'ask-hold', 'allow-erase', 'record-outcome', 'record-abandonment', 'dispose-device',
]);
const SUBJECTS: Readonly<Partial<Record<FormedAct, string>>> = {
  'withdraw-consent': 'consentId', 'approve-hold': 'holdId', 'release-hold': 'holdId', 'recall-transfer': 'transferId', 'report-stage': 'transferId', 'revoke-link': 'linkId', 'answer-call': 'callId',
};

/** The step says who is to be told. */
const OF_WHOM: ReadonlySet<FormedAct> = new Set(['tell-by-mail', 'record-told']);

/** On what two people confirm, as the server writes it, and whether two are needed. */
function confirmOf(act: FormedAct, { view, subject, deviceId }: About): ActForm['confirm'] {
  const needsSecond = view.dataAtStake;
  const id = view.case.id;
  switch (act) {
    case 'approve-hold': return { subject: `${id}/${subject ?? ''}`, needsSecond: false };
    case 'release-hold': return { subject: `${id}/${subject ?? ''}`, needsSecond };
    case 'lift-irreplaceable': return { subject: `${id}/irreplaceable`, needsSecond: true };
    case 'untie-device': return needsTwoToUntie(view.case, deviceId ?? '') ? { subject: `${id}/${deviceId ?? ''}`, needsSecond: true } : undefined;
    case 'allow-erase': return { subject: `${id}/${deviceId ?? ''}`, needsSecond };
    default: return undefined;
  }
}

export function formOf(act: FormedAct, about: About, next?: string): ActForm {
  const { heading, text, verb } = ACT_WORDS[act];
  const key = SUBJECTS[act];
  const confirm = confirmOf(act, about);
  const seen = act === 'approve-hold' || act === 'release-hold' ? about.view.case.holds.find(({ id }) => id === about.subject)?.state : undefined;
  return {
    act, heading, text, verb, fields: OF_WHOM.has(act) ? FIELDS[act].map((field) => (field.name === 'who' && field.kind === 'one' && about.subject !== undefined ? { ...field, initial: about.subject } : field)) : FIELDS[act],
    fixed: { ...(OF_DEVICE.has(act) ? { deviceId: about.deviceId } : {}), ...(key === undefined ? {} : { [key]: about.subject }), ...(seen === undefined ? {} : { seen }) },
    ...(confirm === undefined ? {} : { confirm }), ...(next === undefined ? {} : { next }),
  };
}
