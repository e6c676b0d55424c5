/**
 * What is told by mail: to whom, by which template, and with what. Of a mail that waits or was sent only what stands here
 * is shown; address and text are personal, lie sealed under the key of the case, and are in none of these shapes.
 */
import { z } from 'zod';
import type { CallLevel, StepName } from './case-state.ts';

export const MAIL_TO = ['customer', 'agent', 'partner', 'staff'] as const;
export type MailTo = (typeof MAIL_TO)[number];

export type HeldBecause = 'frame-bent' | 'cannot-measure' | 'would-erase' | 'unsafe' | 'second-look' | 'other';
/** `not-known`: it was stopped where nobody has shown that the data survives. */
export type HeldData = 'as-it-was' | 'not-known';
export type HeldNext = 'we-decide' | 'ask-lab' | 'your-word';
export type MailPartnerStage = 'received' | 'looking' | 'waiting-for-parts' | 'recovering' | 'ready';
export type MailResult = 'all' | 'partial' | 'none' | 'unrepaired';
/** Where the matter stands, as one says it on the phone. */
export type Standing = 'expected' | 'in-store' | 'held' | 'on-the-way' | 'with-partner' | 'ready';
export type BackupWays = 'iphone' | 'android' | 'other';

/** The newest entry of the custody chain, as a witness outside the store. */
export interface ChainHead {
  readonly count: number;
  readonly hash: string;
}

interface AboutCase {
  /** As people say it, such as K7Q2. */
  readonly caseCode: string;
  /** Null: greeted without a name. */
  readonly toName: string | null;
}
interface AboutDevice extends AboutCase {
  /** The model as typed; null: "phone". */
  readonly device: string | null;
  /** A path of the public listener that shows the state of the device; null: none was made. */
  readonly path: string | null;
}

export interface MailParams {
  'brief-acknowledged': AboutCase & { readonly reference: string | null; readonly byName: string; readonly expectedAtIso: string | null };
  'device-received': AboutDevice & { readonly receivedBy: string; readonly atIso: string; readonly chain: ChainHead };
  held: AboutDevice & { readonly because: HeldBecause; readonly data: HeldData; readonly next: HeldNext };
  'handed-over': AboutDevice & { readonly partnerName: string; readonly partnerPlace: string | null; readonly atIso: string; readonly chain: ChainHead };
  'partner-stage': AboutDevice & { readonly partnerName: string; readonly stage: MailPartnerStage };
  progress: AboutDevice & { readonly standing: Standing };
  'progress-agent': AboutCase & { readonly reference: string | null; readonly standing: Standing };
  outcome: AboutDevice & {
    readonly result: MailResult;
    /** What was recovered, in counts and kinds, as typed by staff or partner. */
    readonly detail: string | null;
    /** How it reaches the customer, such as "on a stick that waits for you here". */
    readonly delivery: string | null;
    /** The day by which the partner deletes its copy. */
    readonly copyGoneIso: string | null;
  };
  'closing-agent': AboutCase & { readonly reference: string | null; readonly result: MailResult; readonly customerTold: boolean };
  'ready-for-collection': AboutDevice & { readonly keptUntilIso: string | null };
  'reminder-abandoned': AboutDevice & { readonly readySinceIso: string; readonly keptUntilIso: string | null };
  aftercare: AboutDevice & { readonly lost: readonly string[]; readonly again: readonly { readonly what: string; readonly where: string }[]; readonly backup: BackupWays };
  'partner-link': AboutCase & { readonly device: string | null; readonly path: string };
  /** A step stayed undone, and whoever gets this was called. */
  'step-overdue': AboutCase & { readonly step: StepName; readonly dueAtIso: string; readonly level: CallLevel };
  test: AboutCase;
}

/** Who gets which; the total record is also the list. */
export const MAIL_TEMPLATES: { readonly [Id in keyof MailParams]: MailTo } = {
  'brief-acknowledged': 'agent', 'device-received': 'customer', held: 'customer', 'handed-over': 'customer', 'partner-stage': 'customer', progress: 'customer', 'progress-agent': 'agent', outcome: 'customer',
  'closing-agent': 'agent', 'ready-for-collection': 'customer', 'reminder-abandoned': 'customer', aftercare: 'customer', 'partner-link': 'partner', 'step-overdue': 'staff', test: 'staff',
};
export type MailTemplate = keyof MailParams;
/** A template with what it needs: one of the pairs, never a mixed one. */
export type MailFill = { readonly [Id in MailTemplate]: { readonly template: Id; readonly params: MailParams[Id] } }[MailTemplate];

/** `sending`: handed to the mail server, and its answer not known yet. */
export const MAIL_STATES = ['waiting', 'sending', 'sent', 'failed', 'cancelled'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** Why a mail waits, or why it will never be sent. */
export const MAIL_PROBLEMS = [
  'no-mail-server', 'server-away', 'server-speaks-oddly', 'tls-failed', 'login-refused', 'sender-refused', 'asked-to-wait', 'answer-lost',
  'address-refused', 'message-refused', 'too-old', 'erased', 'called-off',
] as const;
export type MailProblem = (typeof MAIL_PROBLEMS)[number];

export const mailEntrySchema = z.object({
  id: z.uuid(),
  caseId: z.string().nullable(),
  template: z.string(),
  to: z.enum(MAIL_TO),
  state: z.enum(MAIL_STATES),
  attempts: z.number().int().meta({ description: 'how often it was handed to the mail server' }),
  putAtIso: z.iso.datetime(),
  nextAtIso: z.iso.datetime().nullable().meta({ description: 'when it is tried again; null: not any more' }),
  endedAtIso: z.iso.datetime().nullable(),
  problem: z.enum(MAIL_PROBLEMS).nullable(),
  answer: z.string().nullable().meta({ description: 'of the mail server, addresses cut out' }),
}).meta({ description: 'One mail, without address and text' });
export type MailEntry = z.infer<typeof mailEntrySchema>;

export const MAIL_ADDRESS_CHARS_MAX = 254;
/** One address, nothing that a header or a command could take for more than one. */
const ADDRESS = /^[^\s@<>,;:"()[\]\\\p{C}]{1,64}@(?!-)[^\s@<>,;:"()[\]\\\p{C}]{1,190}$/u;
export const isMailAddress = (text: string): boolean => text.length <= MAIL_ADDRESS_CHARS_MAX && ADDRESS.test(text);
