/**
 * Every duration and limit of the case workflow, each with its reason. All of them are policy of the house, not
 * measurements; wall clock in UTC, so that no change to summer time moves any of them.
 */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface Span {
  readonly ms: number;
  readonly why: string;
}

export const CASE_TIMES = {
  briefTaken: { ms: 30 * MINUTE, why: 'the agent waits on the line or calls back within half an hour' },
  briefBeforeArrival: { ms: 15 * MINUTE, why: 'a manager must have read the story before the customer stands there' },
  customerLate: { ms: DAY, why: 'people come a day late; later somebody asks' },
  ownerNamed: { ms: 15 * MINUTE, why: 'a case without an owner is nobody’s' },
  deviceTied: { ms: 10 * MINUTE, why: 'until then no bench knows what is on the phone' },
  intake: { ms: 30 * MINUTE, why: 'the customer is still there and can be asked' },
  poweredOff: { ms: 10 * MINUTE, why: 'ghost touches try passcodes; ten wrong ones lock or erase' },
  consent: { ms: HOUR, why: 'nothing but looking is allowed without it' },
  holdDecided: { ms: 30 * MINUTE, why: 'a technician and a customer wait for a manager' },
  putAway: { ms: 15 * MINUTE, why: 'a phone on a counter is a phone that gets lost' },
  batteryChecked: { ms: 4 * HOUR, why: 'a damaged cell heats or swells within hours' },
  partnerFound: { ms: DAY, why: 'a held phone is helped only by somebody who can' },
  givenSigned: { ms: DAY, why: 'what was prepared and not handed over was forgotten' },
  takenInPerson: { ms: HOUR, why: 'both stand at the same counter' },
  takenCarried: { ms: 12 * HOUR, why: 'a walk or a drive within a day' },
  takenByCourier: { ms: 4 * DAY, why: 'two working days and a weekend' },
  partnerSilent: { ms: 7 * DAY, why: 'a week without a word is what the agent had to ask after' },
  messageAnswered: { ms: 4 * HOUR, why: 'whoever writes hears something on the same day' },
  called: { ms: HOUR, why: 'whoever asks to be called waits by the phone' },
  outcomeRecorded: { ms: DAY, why: 'the partner says ready, or the device is back' },
  told: { ms: DAY, why: 'whoever waits for photos counts hours' },
  tellingMended: { ms: 2 * HOUR, why: 'a mail that failed tells nobody; somebody calls' },
  mailSilent: { ms: DAY, why: 'a mail server may be down for a day; then somebody calls' },
  givenBack: { ms: 14 * DAY, why: 'two weeks to fetch it, then the first notice' },
  closed: { ms: 7 * DAY, why: 'a week for a question, then it is over' },
  noPlaceKnown: { ms: HOUR, why: 'nobody says where a device lies that is in the store' },
  eraseAllowed: { ms: 30 * MINUTE, why: 'long enough for one restore to begin, too short to be forgotten' },
  partnerLink: { ms: 90 * DAY, why: 'the longest recovery, and a question after it' },
  customerLink: { ms: 180 * DAY, why: 'as long as a case may last' },
} as const satisfies Readonly<Record<string, Span>>;

/** Peak to valley from which a phone counts as bent and its battery as suspected: where the bench holds (400 µm less 100 µm of uncertainty). */
export const BENT_FROM_UM = 300;
export const DEVICES_MAX = 20;
/** Of one case: each side of a few devices, at intake and before each handover. */
export const PHOTOS_MAX = 30;
/** Of what an event carries over at a merge (UTF-8); the chain takes lines of 64 KiB, the rest is for what surrounds it. */
export const CARRIED_BYTES_MAX = 56 * 1024;

export const toMs = (atIso: string): number => Date.parse(atIso);
export const toIso = (epochMs: number): string => new Date(epochMs).toISOString();
export const later = (atIso: string, ms: number): string => toIso(toMs(atIso) + ms);
