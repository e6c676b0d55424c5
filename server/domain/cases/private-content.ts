/**
 * How what is personal in a case is laid out before it is sealed: a random salt, then the content. The commitment in the
 * custody chain is over both, so that nobody who holds the chain can try names against it, not even after an erasure.
 */
import { PRIVATE_SLOTS } from '../../contract/case-private.ts';
import type { Agent, Contact, PrivateSlot, Signature, Story } from '../../contract/case-private.ts';
import type { PrivateKind } from '../../contract/private-data.ts';

export const SALT_BYTES = 32;

/** Under which key each slot is sealed, and so how long it is kept. */
export const KIND_OF_SLOT: Readonly<Record<PrivateSlot, PrivateKind>> = { contact: 'contact', agent: 'contact', story: 'story', signature: 'consent' };

export interface PrivateValues {
  readonly contact: Contact;
  readonly story: Story;
  readonly agent: Agent;
  readonly signature: Signature;
}

const utf8 = new TextEncoder();
const text = new TextDecoder();

export function laidOut(salt: Uint8Array, content: Uint8Array): Uint8Array {
  const whole = new Uint8Array(SALT_BYTES + content.length);
  whole.set(salt.subarray(0, SALT_BYTES), 0);
  whole.set(content, SALT_BYTES);
  return whole;
}

export const bytesOfValue = (value: unknown): Uint8Array => utf8.encode(JSON.stringify(value));
export const contentOf = (whole: Uint8Array): Uint8Array => whole.subarray(SALT_BYTES);

/** Null where it is no value of this slot: nothing half-read is shown. */
export function valueOf<Slot extends PrivateSlot>(slot: Slot, whole: Uint8Array): PrivateValues[Slot] | null {
  try {
    const told: unknown = JSON.parse(text.decode(contentOf(whole)));
    const read = PRIVATE_SLOTS[slot].safeParse(told);
    return read.success ? read.data as PrivateValues[Slot] : null;
  } catch {
    return null;
  }
}
