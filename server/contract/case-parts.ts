/**
 * The words a case is made of: stages, places, holds, transfers, what is asked at intake. Closed lists with one meaning
 * each; nothing in here is personal, so all of it may stand in the custody chain.
 */
import { z } from 'zod';
import { lineSchema, linesSchema } from './typed-text.ts';

/** Of a case. `announced`: a brief nobody has taken yet; `open`: the customer or the device is here. */
export const STAGES = ['announced', 'expected', 'open', 'no-show', 'closed', 'merged'] as const;
export type Stage = (typeof STAGES)[number];

/** Who has a device now. `on-the-way`: given by one side and not yet taken by the other. */
export const PLACES = ['with-customer', 'in-store', 'on-the-way', 'with-partner', 'returned', 'disposed'] as const;
export type Place = (typeof PLACES)[number];

export const HOLD_STATES = ['provisional', 'asked', 'approved', 'released'] as const;
export type HoldState = (typeof HOLD_STATES)[number];

export const TRANSFER_STATES = ['prepared', 'given', 'taken', 'recalled'] as const;
export type TransferState = (typeof TRANSFER_STATES)[number];

export const PARTIES = ['customer', 'store', 'partner'] as const;
export type PartyKind = (typeof PARTIES)[number];
export const TRANSFER_METHODS = ['in-person', 'carried', 'courier'] as const;
export type TransferMethod = (typeof TRANSFER_METHODS)[number];
export const SIGNED_BY = ['screen', 'link', 'paper', 'nobody'] as const;
export type SignedBy = (typeof SIGNED_BY)[number];

export const PARTNER_STAGES = ['received', 'looking', 'waiting-for-parts', 'recovering', 'ready'] as const;
export type PartnerStage = (typeof PARTNER_STAGES)[number];
export const RESULTS = ['all', 'partial', 'none', 'unrepaired'] as const;
export type Result = (typeof RESULTS)[number];

/** The rescue checklist of the call before arrival: what was tried or is known. */
export const RESCUE_QUESTIONS = ['trusted-computer', 'cloud-backup', 'passcode-typeable', 'ghost-touch', 'screen-readable', 'started-since'] as const;
export type RescueQuestion = (typeof RESCUE_QUESTIONS)[number];
export const TRI = ['yes', 'no', 'not-known'] as const;
export type Tri = (typeof TRI)[number];
const tri = z.enum(TRI);
export const rescueSchema = z.partialRecord(z.enum(RESCUE_QUESTIONS), tri).meta({ description: 'what is known of each quick way to the data' });
export type Rescue = z.infer<typeof rescueSchema>;

/** What of a brief can change after it was filed and is to be read again; who filed it and how to reach them is not among it. */
export const BRIEF_PARTS = ['story', 'contact', 'visit', 'rescue', 'irreplaceable'] as const;
export type BriefPart = (typeof BRIEF_PARTS)[number];

export const CONDITIONS = ['screen-cracked', 'screen-dark', 'back-cracked', 'frame-bent', 'frame-dented', 'screen-lifting', 'water', 'buttons-stuck', 'port-damaged', 'camera-damaged', 'scratched', 'none-seen'] as const;
export type Condition = (typeof CONDITIONS)[number];
export const POWER_STATES = ['on', 'off', 'restarting', 'not-known'] as const;
export type PowerState = (typeof POWER_STATES)[number];
/** Only whether it is known to the customer; the code itself is never asked for and never kept. */
export const PASSCODES = ['known', 'not-known', 'none', 'not-asked'] as const;
export const BACKUPS = ['verified', 'said', 'none', 'not-known'] as const;
export type Backup = (typeof BACKUPS)[number];

export const RELATIONS = ['owner', 'executor', 'next-of-kin', 'agent'] as const;
export type Relation = (typeof RELATIONS)[number];
export const SCOPES_OF_CONSENT = ['diagnose', 'data-only', 'repair', 'open-device', 'go-to-partner', 'erase'] as const;
export type ConsentScope = (typeof SCOPES_OF_CONSENT)[number];
export const VERIFIED_BY = ['receipt', 'unlocked-it', 'official-paper', 'known-to-store', 'not-verified'] as const;
export type VerifiedBy = (typeof VERIFIED_BY)[number];

/** For the activation lock only the original proof of purchase counts; an identity card never does. */
export const PURCHASE_PROOFS = ['original-receipt', 'store-record', 'identity-card', 'none'] as const;
export type PurchaseProof = (typeof PURCHASE_PROOFS)[number];

export const LOCATIONS = ['bench', 'locker', 'safe', 'fire-safe', 'counter'] as const;
export type LocationKind = (typeof LOCATIONS)[number];

export const TOLD = ['customer', 'agent'] as const;
export type Told = (typeof TOLD)[number];
export const TOLD_HOW = ['mail', 'phone', 'in-person', 'letter', 'nobody-to-tell'] as const;
export type ToldHow = (typeof TOLD_HOW)[number];

export const CAPABILITIES = ['data-recovery', 'board-repair', 'frame-straightening', 'battery-disposal', 'water-damage', 'screen-repair'] as const;
export type Capability = (typeof CAPABILITIES)[number];

const identifier = (pattern: RegExp, why: string) => z.string().trim().toUpperCase().regex(pattern, why).nullable();
/** A device is a set of identifiers, never one key; null: not known. */
export const deviceIdsSchema = z.object({
  serial: identifier(/^[A-Z0-9-]{4,40}$/, '4 to 40 letters, digits and dashes').default(null),
  imei: identifier(/^\d{14,16}$/, '14 to 16 digits').default(null),
  ecid: identifier(/^[0-9A-FX]{4,20}$/, '4 to 20 hexadecimal digits').default(null),
});
export type DeviceIds = z.infer<typeof deviceIdsSchema>;

export const deviceLooksSchema = z.object({
  model: lineSchema(0, 80).default(''),
  colour: lineSchema(0, 40).default(''),
  storage: lineSchema(0, 40).default(''),
  belongings: lineSchema(0, 200).default('').meta({ description: 'SIM, card, case, cable: what came with it' }),
});
export type DeviceLooks = z.infer<typeof deviceLooksSchema>;

export const intakeSchema = z.object({
  conditions: z.array(z.enum(CONDITIONS)).max(CONDITIONS.length),
  power: z.enum(POWER_STATES),
  batteryPercent: z.number().int().min(0).max(100).nullable(),
  swelling: tri,
  ghostTouch: tri,
  screenUsable: tri,
  passcode: z.enum(PASSCODES),
  backup: z.enum(BACKUPS).meta({ description: '`verified`: date and size were seen and one photo was opened' }),
  bendUm: z.number().int().min(0).max(20_000).nullable().meta({ description: 'peak to valley of the worse edge, as the bench measured it (µm)' }),
  bendBench: z.string().max(64).nullable().meta({ description: 'the bench that measured it' }),
  words: linesSchema(0, 500).meta({ description: 'what else is seen on the device; no names' }),
});
export type Intake = z.infer<typeof intakeSchema>;

export const partySchema = z.object({ kind: z.enum(PARTIES), partner: z.uuid().nullable() }).meta({ description: 'a side of a transfer; `partner` only where the kind says so' });
export type Party = z.infer<typeof partySchema>;

/** Personal data lies elsewhere, sealed; the chain knows the row and a salted commitment to its content. */
export const rowRefSchema = z.object({ row: z.uuid(), sha256: z.string().regex(/^[0-9a-f]{64}$/).meta({ description: 'of the sealed content, which begins with a salt' }) });
export type RowRef = z.infer<typeof rowRefSchema>;

/** Said aloud to be kept for ever and read by others: why somebody decided so. */
export const whySchema = linesSchema(3, 500).meta({ description: 'kept for ever in the custody chain: no names' });

export const stopRefSchema = z.object({ rig: z.string().max(64).nullable(), stopId: z.string().max(16), bench: z.string().max(64) });
export type StopRef = z.infer<typeof stopRefSchema>;
export const personRefSchema = z.object({ id: z.uuid(), code: z.string().max(20) });
export type PersonRef = z.infer<typeof personRefSchema>;
