/**
 * What passes between a page and the server about passkeys: the questions that a browser puts to a key, and what the key
 * answers, as base64url text. A passkey belongs to the host name under which it was made, and works under no other.
 */
import { z } from 'zod';
import { lineSchema } from './typed-text.ts';

const encoded = (charsMax: number) => z.string().min(1).max(charsMax).regex(/^[A-Za-z0-9_-]+$/, 'base64url without padding');
const credentialId = encoded(1400);
/** Ways to a key that browsers name; one that is not here is left out, for it is only a hint. */
export const TRANSPORTS = ['usb', 'nfc', 'ble', 'smart-card', 'hybrid', 'internal'] as const;
export type Transport = (typeof TRANSPORTS)[number];
export const PASSKEYS_OF_ONE_PERSON_MAX = 10;

export const passkeySchema = z.object({
  id: z.uuid(),
  name: z.string(),
  host: z.string().meta({ description: 'the host name under which it works' }),
  createdAtIso: z.iso.datetime(),
  lastUsedAtIso: z.iso.datetime().nullable(),
});
export type Passkey = z.infer<typeof passkeySchema>;

const knownKey = z.object({ type: z.literal('public-key'), id: z.string(), transports: z.array(z.enum(TRANSPORTS)) });

/** For `navigator.credentials.get`; the challenge works once, for five minutes. */
export const passkeyQuestionSchema = z.object({
  challenge: z.string(), rpId: z.string(), timeout: z.number().int().meta({ description: 'ms' }), userVerification: z.literal('required'),
  allowCredentials: z.array(knownKey).meta({ description: 'empty: any passkey of this host' }),
});
export type PasskeyQuestion = z.infer<typeof passkeyQuestionSchema>;

/** For `navigator.credentials.create`. */
export const newPasskeyQuestionSchema = z.object({
  challenge: z.string(),
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ type: z.literal('public-key'), alg: z.number().int() })),
  timeout: z.number().int().meta({ description: 'ms' }),
  attestation: z.literal('none'),
  excludeCredentials: z.array(knownKey),
  authenticatorSelection: z.object({ residentKey: z.literal('required'), requireResidentKey: z.literal(true), userVerification: z.literal('required') }),
});
export type NewPasskeyQuestion = z.infer<typeof newPasskeyQuestionSchema>;

/** What a key answered to a question. */
export const shownPasskeySchema = z.object({
  id: credentialId,
  response: z.object({ clientDataJSON: encoded(4096), authenticatorData: encoded(4096), signature: encoded(4096), userHandle: encoded(100).optional() }).strict(),
}).strict();
export type ShownPasskey = z.infer<typeof shownPasskeySchema>;

/** What a key answered when it made a passkey. */
export const madePasskeySchema = z.object({
  id: credentialId,
  response: z.object({ clientDataJSON: encoded(4096), attestationObject: encoded(16_384), transports: z.array(z.enum(TRANSPORTS)).max(TRANSPORTS.length).default([]) }).strict(),
}).strict();
export type MadePasskey = z.input<typeof madePasskeySchema>;

export const passkeyNameSchema = lineSchema(2, 60).meta({ description: 'how its person tells it from others', example: 'Phone' });
