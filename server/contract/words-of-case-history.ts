/**
 * One sentence for each thing that can have happened to a case, as the history and its print say it. Total over the kinds of
 * events; an event of a newer release is said to be unknown, never left out.
 */
import { CASE_EVENTS } from './case-events.ts';
import type { CaseEventBody, CaseEventKind } from './case-events.ts';
import { ASKS_CALL_EN, MARKED_EN, MESSAGE_NOTES_EN, PASSED_ON_EN } from './case-messages.ts';
import type { BriefPart, DeviceIds, Party } from './case-parts.ts';
import { casePartsEnglish as parts } from './words-of-case-parts.ts';

export interface HistoryNames {
  /** What a device is called in this case, or `device` of the words where it has no name. */
  readonly device: (id: string) => string;
  readonly party: (party: Party) => string;
  readonly moment: (iso: string) => string;
}

export type Sentences = { readonly [Kind in CaseEventKind]: (body: CaseEventBody<Kind>, names: HistoryNames) => string };

const because = (why: string): string => (why === '' ? '.' : `: “${why}”`);
const idsOf = ({ serial, imei, ecid }: DeviceIds): string => [serial, imei, ecid].filter((id) => id !== null).join(', ');
const flag = (isSet: boolean): string => (isSet ? ' Its data cannot be replaced.' : '');
const counted = (photos: number | null, videos: number | null, other: number | null): string => {
  const all = [photos === null ? '' : `${String(photos)} photos`, videos === null ? '' : `${String(videos)} films`, other === null ? '' : `${String(other)} other files`].filter((part) => part !== '');
  return all.length === 0 ? '' : ` (${all.join(', ')})`;
};

const AMENDED: Readonly<Record<Exclude<BriefPart, 'irreplaceable'>, string>> = { story: 'what matters', contact: 'the contact', visit: 'the time of the visit', rescue: 'the quick ways to the data' };
/** An older entry names its parts as a new one does; one that changed only who filed it names none. */
const changedIn = ({ rows, expectedAtIso, rescue }: CaseEventBody<'brief-amended'>): string => {
  const changed = [rows.story === undefined ? '' : AMENDED.story, rows.contact === undefined ? '' : AMENDED.contact, expectedAtIso === undefined ? '' : AMENDED.visit, Object.keys(rescue ?? {}).length === 0 ? '' : AMENDED.rescue].filter((part) => part !== '');
  return changed.length === 0 ? '' : `: ${changed.join(', ')}`;
};

const sentences: Sentences = {
  'brief-filed': ({ irreplaceable }) => `A brief was filed.${flag(irreplaceable)}`,
  'walk-in-opened': ({ irreplaceable }) => `Somebody came without a brief; the case was opened.${flag(irreplaceable)}`,
  'opened-by-stop': ({ stop }) => `The case was opened by stop ${stop.stopId} on ${stop.bench}.`,
  'brief-amended': (body) => `The brief was changed${changedIn(body)}.${flag(body.irreplaceable === true)}`,
  'brief-acknowledged': ({ storyRead }) => (storyRead ? 'The brief was taken, its story read.' : 'The brief was taken.'),
  'owner-named': ({ owner }) => `${owner.code} owns the case.`,
  'customer-arrived': () => 'The customer came.',
  'no-show-recorded': ({ why }) => `Nobody came${because(why)}`,
  'device-tied': ({ device, how, bench }) => `The device ${idsOf(device.ids)} was ${how} and tied to the case${bench === null ? '' : `, on ${bench}`}.`,
  'device-identified': ({ ids, replaced, why }) => `${replaced ? 'An identifier was wrong; it is' : 'More is known of the device:'} ${idsOf(ids)}${because(why)}`,
  'device-untied': ({ deviceId, why, second }, { device }) => `${device(deviceId)} was tied by mistake and taken off${second == null ? '' : `, with ${second.code}`}${because(why)}`,
  'irreplaceable-set': ({ irreplaceable, why, second }) => `The irreplaceable flag was ${irreplaceable ? 'set' : `lifted${second === null ? '' : `, with ${second.code}`}`}${because(why)}`,
  'unlock-asked': ({ deviceId, proof }, { device }) => `Removing the activation lock of ${device(deviceId)} was asked for. Proof: ${parts.purchaseProofs[proof].toLowerCase()}.`,
  'unlock-withdrawn': ({ deviceId, why }, { device }) => `The unlock of ${device(deviceId)} is not wanted any more${because(why)}`,
  'intake-recorded': ({ deviceId, intake }, { device }) => `${device(deviceId)} was looked at: ${[...intake.conditions.map((code) => parts.conditions[code].toLowerCase()), ...(intake.bendUm === null ? [] : [`bent by ${String(intake.bendUm)} µm`])].join(', ') || 'nothing written down'}.`,
  'photo-added': ({ fileSha256 }) => `A photo was added. Its SHA-256 begins with ${fileSha256.slice(0, 12)}.`,
  'no-photo-made': ({ deviceId, why }, { device }) => `No photo of ${device(deviceId)}${because(why)}`,
  'consent-given': ({ relation, scopes, priceCap }) => `The customer (${parts.relations[relation].toLowerCase()}) signed: ${scopes.map((scope) => parts.scopes[scope].toLowerCase()).join('; ')}${priceCap === '' ? '' : `; up to ${priceCap}`}.`,
  'consent-withdrawn': ({ why }) => `The customer took a consent back${because(why)}`,
  'device-put-away': ({ deviceId, location, label }, { device }) => `${device(deviceId)} lies ${parts.locations[location].toLowerCase()}${label === '' ? '' : ` (${label})`}.`,
  'battery-checked': ({ deviceId, swelling, warm, words }, { device }) => `The battery of ${device(deviceId)} was looked at. Swollen: ${parts.tri[swelling].toLowerCase()}; warm: ${parts.tri[warm].toLowerCase()}${because(words)}`,
  'powered-off': ({ deviceId }, { device }) => `${device(deviceId)} was switched off.`,
  'hold-placed': ({ deviceId, stop }, { device }) => `${device(deviceId)} is held: stop ${stop.stopId} on ${stop.bench}.`,
  'hold-asked': ({ deviceId, why }, { device }) => `A hold of ${device(deviceId)} was asked for${because(why)}`,
  'hold-approved': ({ why }) => `The hold was approved${because(why)}`,
  'hold-released': ({ why, second }) => `The hold was released${second === null ? '' : `, with ${second.code}`}${because(why)}`,
  'erase-allowed': ({ deviceId, planHash, why, second }, { device }) => `One erasing plan (${planHash.slice(0, 12)}) of ${device(deviceId)} was allowed for half an hour${second === null ? '' : `, with ${second.code}`}${because(why)}`,
  'transfer-prepared': ({ from, to, method, seal }, { party }) => `A handover from ${party(from)} to ${party(to)} was prepared: ${parts.methods[method].toLowerCase()}${seal === '' ? '' : `, seal ${seal}`}.`,
  'transfer-given': ({ signed }, { party }) => `${party(signed.by)} gave it. ${parts.signedBy[signed.how]}.`,
  'transfer-taken': ({ signed, sealIntact, condition }, { party }) => `${party(signed.by)} took it. ${parts.signedBy[signed.how]}. Seal whole: ${parts.tri[sealIntact].toLowerCase()}${because(condition)}`,
  'transfer-recalled': ({ why }) => `The handover was called off${because(why)}`,
  'step-called': ({ step, level, dueAtIso, people }, { moment }) => `“${parts.steps[step]}” was due ${moment(dueAtIso)} and not done. ${people.length === 0 ? 'There was nobody to call.' : `Called: ${parts.callLevels[level].toLowerCase()} (${people.map(({ code }) => code).join(', ')}).`}`,
  'call-answered': ({ why }) => `Why a step is not done yet${because(why)}`,
  'link-made': ({ whom, expiresAtIso }, { moment }) => `A link for the ${whom} was made; it works until ${moment(expiresAtIso)}.`,
  'link-revoked': ({ why }) => `A link was taken back${because(why)}`,
  'message-noted': ({ from, to, asksCall }) => `${MESSAGE_NOTES_EN[`${from}-${to}`]}${asksCall ? ` ${ASKS_CALL_EN}` : ''}`,
  'message-passed-on': () => PASSED_ON_EN,
  'message-marked': ({ as }) => MARKED_EN[as],
  'partner-stage-reported': ({ stage, expectedAtIso }, { moment }) => `The partner says: ${parts.partnerStages[stage].toLowerCase()}${expectedAtIso === null ? '' : `, expected ${moment(expectedAtIso)}`}.`,
  'outcome-recorded': ({ deviceId, result, photos, videos, other, words }, { device }) => `${device(deviceId)}: ${parts.results[result].toLowerCase()}${counted(photos, videos, other)}${because(words)}`,
  'telling-queued': ({ who, about }) => `A mail to the ${parts.told[who].toLowerCase()} was written: ${about === 'outcome' ? 'how it ended' : 'how it stands'}.`,
  told: ({ who, how, about }) => `${parts.told[who]}: told ${about === 'outcome' ? 'how it ended' : 'how it stands'}, ${parts.toldHow[how].toLowerCase()}.`,
  'telling-failed': ({ who, why }) => `A mail to the ${parts.told[who].toLowerCase()} did not arrive${because(why)}`,
  'abandonment-recorded': ({ deviceId, noticesSent, why }, { device }) => `Nobody fetched ${device(deviceId)} after ${String(noticesSent)} notices${because(why)}`,
  'device-disposed': ({ deviceId, how, why }, { device }) => `${device(deviceId)} was ${how === 'recycled-battery-safe' ? 'recycled, its battery safely' : 'handed to the authority'}${because(why)}`,
  noted: ({ words }) => `Note: “${words}”`,
  corrected: ({ seq, why }) => `Entry ${String(seq)} is wrong${because(why)}`,
  'merged-into': ({ code, why }) => `The case was merged into ${code}${because(why)}`,
  absorbed: ({ code }) => `The case ${code} was merged into this one.`,
  closed: ({ why }) => `The case was closed${because(why)}`,
  reopened: ({ why }) => `The case was opened again${because(why)}`,
};

/** One language of the history. */
export interface HistoryWords {
  readonly sentences: Sentences;
  readonly unknown: (kind: string) => string;
  /** A device that has no name, as inside a sentence; one that begins with it begins with a capital. */
  readonly device: string;
}

export const historyEnglish: HistoryWords = { sentences, device: 'the device', unknown: (kind) => `Something that this release does not know happened: ${kind}.` };

const sayOne = (kind: CaseEventKind, body: unknown, names: HistoryNames, words: HistoryWords): string | null => {
  const read = CASE_EVENTS[kind].safeParse(body);
  // The body was read by the schema of this very kind; the compiler cannot tie the two by index.
  const say: (known: never, names: HistoryNames) => string = words.sentences[kind];
  return read.success ? say(read.data as never, names) : null;
};

const isKnown = (kind: string): kind is CaseEventKind => Object.hasOwn(CASE_EVENTS, kind);

/** The sentence of an event as it was kept. */
export function sayEvent({ kind, body }: { readonly kind: string; readonly body: unknown }, names: HistoryNames, words: HistoryWords): string {
  const said = (isKnown(kind) ? sayOne(kind, body, names, words) : null) ?? words.unknown(kind);
  return said.startsWith(words.device) ? said.charAt(0).toUpperCase() + said.slice(1) : said;
}
