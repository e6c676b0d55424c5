/**
 * People and machines that may do something in a store, and what a page or a program sends to sign in. A person is known
 * to evidence and records only by a pseudonymous id and code; the name stands in the table of people alone.
 */
import { z } from 'zod';
import { madePasskeySchema, passkeyNameSchema, shownPasskeySchema } from './passkeys.ts';
import { lineSchema, linesSchema } from './typed-text.ts';

/** A person may have several. */
export const ROLES = ['technician', 'manager', 'support', 'auditor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Machines that show a token: a bench PC and a wall board are browsers, a bridge and an integration are programs. */
export const MACHINE_KINDS = ['bridge', 'bench-pc', 'wall-board', 'integration'] as const;
export type MachineKind = (typeof MACHINE_KINDS)[number];

/** What the token of an integration may do; the other kinds have one fixed scope each. */
export const SCOPES = ['read', 'stop', 'drill'] as const;
export type Scope = (typeof SCOPES)[number];

/** How somebody signed in. `quick`: a badge or a PIN at an enrolled bench PC. */
export const STRENGTHS = ['quick', 'password', 'two-factor'] as const;
export type Strength = (typeof STRENGTHS)[number];

export const userSchema = z.string().trim().toLowerCase().regex(/^[a-z0-9][a-z0-9._@-]{1,39}$/, '2 to 40 of a-z, 0-9, dot, dash, underscore, at sign')
  .meta({ description: 'what a person types to sign in', example: 'm.santos' });
/** Long enough to hold, short enough to be hashed quickly (ASVS 6.2.1, 6.2.9). */
export const PASSWORD_CHARS_MIN = 12;
export const PASSWORD_CHARS_MAX = 128;
export const passwordSchema = z.string().min(PASSWORD_CHARS_MIN).max(PASSWORD_CHARS_MAX).meta({ description: 'a new password: 12 to 128 characters, any' });
export const pinSchema = z.string().regex(/^\d{6,12}$/, '6 to 12 digits').meta({ description: 'only ever works at an enrolled bench PC' });
const typedPassword = z.string().min(1).max(PASSWORD_CHARS_MAX);
const typedCode = z.string().regex(/^\d{6}$/, '6 digits').meta({ description: 'from the authenticator app' });
const badgeText = z.string().min(8).max(200).meta({ description: 'what the reader types' });
const displayName = lineSchema(2, 80);
const reason = linesSchema(3, 500);

export const personSchema = z.object({
  id: z.uuid(),
  code: z.string().meta({ description: 'how records name the person, for ever', example: 'P7QK2' }),
  name: z.string(),
  user: z.string(),
  roles: z.array(z.enum(ROLES)),
  active: z.boolean(),
  hasPassword: z.boolean(),
  hasTotp: z.boolean(),
  hasPin: z.boolean(),
  hasBadge: z.boolean(),
  createdAtIso: z.iso.datetime(),
  leftAtIso: z.iso.datetime().nullable(),
  lastSignInAtIso: z.iso.datetime().nullable(),
});
export type Person = z.infer<typeof personSchema>;

export const machineSchema = z.object({
  id: z.uuid(),
  kind: z.enum(MACHINE_KINDS),
  name: z.string(),
  scopes: z.array(z.enum(SCOPES)),
  createdAtIso: z.iso.datetime(),
  createdBy: z.string().meta({ description: 'code of a person, or "first start"' }),
  lastUsedAtIso: z.iso.datetime().nullable(),
  revokedAtIso: z.iso.datetime().nullable(),
});
export type Machine = z.infer<typeof machineSchema>;

export const sessionSchema = z.object({
  id: z.uuid(),
  person: z.object({ id: z.uuid(), code: z.string(), name: z.string(), roles: z.array(z.enum(ROLES)) }),
  machine: z.object({ id: z.uuid(), name: z.string() }).nullable().meta({ description: 'the enrolled bench PC that it is bound to' }),
  strength: z.enum(STRENGTHS),
  beganAtIso: z.iso.datetime(),
  lastActiveAtIso: z.iso.datetime(),
  endsAtIso: z.iso.datetime().meta({ description: 'at the latest' }),
  idleLimitMs: z.number().int().meta({ description: 'it locks when nothing was done for so long (ms)' }),
  address: z.string(),
  program: z.string().meta({ description: 'the browser, as it names itself' }),
});
export type SessionView = z.infer<typeof sessionSchema>;

/** Who is asking, as a page needs it. */
export const whoSchema = z.object({
  session: sessionSchema.nullable(),
  machine: z.object({ id: z.uuid(), kind: z.enum(MACHINE_KINDS), name: z.string() }).nullable(),
  quick: z.array(z.object({ id: z.uuid(), name: z.string(), hasPin: z.boolean() })).meta({ description: 'who may switch quickly at this enrolled bench PC; empty elsewhere' }),
  handover: z.object({ from: z.string(), words: z.string(), atIso: z.iso.datetime() }).nullable().meta({ description: 'what the shift before left for this person' }),
  needsFirstAdmin: z.boolean(),
  hasApp: z.boolean().meta({ description: 'this person has an authenticator app: its code belongs to the password' }),
  totpWanted: z.boolean().meta({ description: 'this person should set up an authenticator app' }),
  virtual: z.boolean(),
  provider: z.object({ name: z.string() }).nullable().optional().meta({ description: 'an identity provider that signs people in too' }),
});
export type Who = z.infer<typeof whoSchema>;

export const signInBodySchema = z.object({ user: z.string().trim().toLowerCase().min(1).max(80), password: typedPassword, code: typedCode.optional() }).strict();
export type SignInBody = z.infer<typeof signInBodySchema>;

/** Where the browser goes to, and what it brings back from there. */
export const providerAddressSchema = z.object({ url: z.url({ protocol: /^https?$/ }) });
export const backBodySchema = z.object({ query: z.string().min(1).max(8000).meta({ description: 'what the provider put behind the ? of the address' }) }).strict();
export type BackBody = z.infer<typeof backBodySchema>;

/** A badge alone, or a person with a PIN; only at an enrolled bench PC. Words left by who goes are shown to who comes. */
export const switchBodySchema = z.object({
  badge: badgeText.optional(),
  person: z.uuid().optional(),
  pin: pinSchema.optional(),
  handover: linesSchema(0, 500).optional(),
}).strict().refine(({ badge, person, pin }) => (badge !== undefined) !== (person !== undefined && pin !== undefined), 'a badge, or a person and a PIN');
export type SwitchBody = z.infer<typeof switchBodySchema>;

/** Acts that a person confirms anew, each time, with what only that person knows or has. */
export const CONFIRMED_ACTS = ['reset', 'second-reset', 'manage-people', 'manage-machines', 'enrol-bench-pc', 'own-secrets', 'decide-hold', 'second-decision', 'decide-privacy'] as const;
export type ConfirmedAct = (typeof CONFIRMED_ACTS)[number];

/** The person of the session, or another one who stands beside: then `user` says who. */
export const confirmationBodySchema = z.object({
  act: z.enum(CONFIRMED_ACTS),
  subject: z.string().min(1).max(200).meta({ description: 'what is meant, and nothing else: "bench-1/5C1E77A90001" for a reset, "*" where the act has no subject' }),
  user: z.string().trim().toLowerCase().min(1).max(80).optional(),
  password: typedPassword.optional(),
  code: typedCode.optional(),
  badge: badgeText.optional(),
  pin: pinSchema.optional(),
  passkey: shownPasskeySchema.optional().meta({ description: 'an answer to the question of this act and subject' }),
}).strict();
export type ConfirmationBody = z.infer<typeof confirmationBodySchema>;

/** Asks for the question that a passkey answers; what it answers proves this act on this subject, in this session. */
export const proofQuestionBodySchema = confirmationBodySchema.pick({ act: true, subject: true, user: true }).strict();
export type ProofQuestionBody = z.infer<typeof proofQuestionBodySchema>;

export const confirmationSchema = z.object({
  id: z.string().meta({ description: 'to be sent with the act; works once' }),
  person: z.object({ id: z.uuid(), code: z.string(), name: z.string() }),
  act: z.enum(CONFIRMED_ACTS),
  subject: z.string(),
  expiresAtIso: z.iso.datetime(),
});
export type Confirmation = z.infer<typeof confirmationSchema>;
export const confirmationIdSchema = z.string().min(20).max(100).meta({ description: 'a confirmation of this act, made just before' });

export const newPersonBodySchema = z.object({ name: displayName, user: userSchema, roles: z.array(z.enum(ROLES)).min(1).max(ROLES.length), confirmation: confirmationIdSchema }).strict();
export type NewPersonBody = z.infer<typeof newPersonBodySchema>;

export const changePersonBodySchema = z.object({
  name: displayName.optional(),
  roles: z.array(z.enum(ROLES)).min(1).max(ROLES.length).optional(),
  active: z.boolean().optional(),
  reason,
  confirmation: confirmationIdSchema,
}).strict();
export type ChangePersonBody = z.infer<typeof changePersonBodySchema>;

/** Only whoever holds the link knows it; it is shown once. */
export const oneTimeLinkSchema = z.object({ link: z.string(), expiresAtIso: z.iso.datetime() });
export type OneTimeLink = z.infer<typeof oneTimeLinkSchema>;

export const takeLinkBodySchema = z.object({
  token: z.string().min(20).max(100),
  password: passwordSchema,
  name: displayName.optional().meta({ description: 'only for the first admin' }),
  user: userSchema.optional().meta({ description: 'only for the first admin' }),
}).strict();
export type TakeLinkBody = z.infer<typeof takeLinkBodySchema>;

/** A person's own secrets; each left out stays, null takes it away. */
export const ownSecretsBodySchema = z.object({
  password: passwordSchema.optional(),
  pin: pinSchema.nullish(),
  badge: badgeText.nullish(),
  totp: z.object({ secret: z.string().min(16).max(64), code: typedCode }).nullish(),
  confirmation: confirmationIdSchema,
}).strict();
export type OwnSecretsBody = z.infer<typeof ownSecretsBodySchema>;

export const ownMailSchema = z.object({ isSet: z.boolean() }).meta({ description: 'Whether an address for calls is kept; it is shown to nobody' });
export const ownMailBodySchema = z.object({ mail: lineSchema(3, 254).nullable().meta({ description: 'where to write when a step stays undone; null: nowhere' }) }).strict();
export type OwnMailBody = z.infer<typeof ownMailBodySchema>;

export const newPasskeyBodySchema = z.object({ name: passkeyNameSchema, passkey: madePasskeySchema, confirmation: confirmationIdSchema }).strict();
export type NewPasskeyBody = z.input<typeof newPasskeyBodySchema>;
export const removePasskeyBodySchema = z.object({ confirmation: confirmationIdSchema }).strict();
export type RemovePasskeyBody = z.infer<typeof removePasskeyBodySchema>;

export const newMachineBodySchema = z.object({
  kind: z.enum(['bench-pc', 'wall-board', 'integration']),
  name: lineSchema(2, 60),
  scopes: z.array(z.enum(SCOPES)).max(SCOPES.length).default([]),
  confirmation: confirmationIdSchema,
}).strict();
export type NewMachineBody = z.infer<typeof newMachineBodySchema>;

export const madeMachineSchema = z.object({
  machine: machineSchema,
  token: z.string().nullable().meta({ description: 'shown once; null for this browser, which keeps it as a cookie' }),
});
export type MadeMachine = z.infer<typeof madeMachineSchema>;

export const reasonBodySchema = z.object({ reason, confirmation: confirmationIdSchema }).strict();
export type ReasonBody = z.infer<typeof reasonBodySchema>;
