/**
 * The browser's own passkeys: puts a question of the server to a key, and reads what the key answers. Nothing is decided
 * here; whoever turns the key away has answered nothing.
 */
import type { MadePasskey, NewPasskeyQuestion, PasskeyQuestion, ShownPasskey, Transport } from '../../server/contract/passkeys.ts';
import { TRANSPORTS } from '../../server/contract/passkeys.ts';

/** Why no passkey can work on this page, or null. */
export type NoPasskey = 'address-here' | 'address-elsewhere' | 'no-browser';

const OWN_ADDRESSES: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]']);

export function whyNoPasskey(hostname: string, hasPasskeys: boolean): NoPasskey | null {
  if (OWN_ADDRESSES.has(hostname)) return 'address-here';
  if (hostname.startsWith('[') || /^[\d.]+$/.test(hostname)) return 'address-elsewhere';
  return hasPasskeys ? null : 'no-browser';
}

/** The same page by the name under which a passkey can work on this PC. */
export const byLocalName = ({ protocol, port, pathname }: Pick<Location, 'protocol' | 'port' | 'pathname'>): string => `${protocol}//localhost${port === '' ? '' : `:${port}`}${pathname}`;

export const noPasskeyHere = (): NoPasskey | null => whyNoPasskey(location.hostname, 'PublicKeyCredential' in globalThis && 'credentials' in navigator);

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
}

export function textOf(bytes: ArrayBuffer): string {
  const plain = Array.from(new Uint8Array(bytes), (one) => String.fromCharCode(one)).join('');
  return btoa(plain).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

const keysOf = (keys: PasskeyQuestion['allowCredentials']): PublicKeyCredentialDescriptor[] =>
  // Smart cards are younger than the types of the browser.
  keys.map(({ type, id, transports }) => ({ type, id: bytesOf(id), transports: transports.filter((one) => one !== 'smart-card') }));

/** Null: the person turned it away, there was no such key, or time ran out. */
export async function showPasskey({ challenge, rpId, timeout, userVerification, allowCredentials }: PasskeyQuestion): Promise<ShownPasskey | null> {
  const shown = await orNull(() => navigator.credentials.get({ publicKey: { challenge: bytesOf(challenge), rpId, timeout, userVerification, allowCredentials: keysOf(allowCredentials) } }));
  if (!(shown instanceof PublicKeyCredential) || !(shown.response instanceof AuthenticatorAssertionResponse)) return null;
  const { clientDataJSON, authenticatorData, signature, userHandle } = shown.response;
  return {
    id: textOf(shown.rawId),
    response: {
      clientDataJSON: textOf(clientDataJSON), authenticatorData: textOf(authenticatorData), signature: textOf(signature),
      ...(userHandle === null || userHandle.byteLength === 0 ? {} : { userHandle: textOf(userHandle) }),
    },
  };
}

export async function makePasskey({ challenge, rp, user, pubKeyCredParams, timeout, attestation, excludeCredentials, authenticatorSelection }: NewPasskeyQuestion): Promise<MadePasskey | null> {
  const made = await orNull(() => navigator.credentials.create({
    publicKey: {
      challenge: bytesOf(challenge), rp, user: { ...user, id: bytesOf(user.id) }, pubKeyCredParams, timeout, attestation, excludeCredentials: keysOf(excludeCredentials), authenticatorSelection,
    },
  }));
  if (!(made instanceof PublicKeyCredential) || !(made.response instanceof AuthenticatorAttestationResponse)) return null;
  const { clientDataJSON, attestationObject } = made.response;
  const named = made.response.getTransports();
  return {
    id: textOf(made.rawId),
    response: { clientDataJSON: textOf(clientDataJSON), attestationObject: textOf(attestationObject), transports: TRANSPORTS.filter((one: Transport) => named.includes(one)) },
  };
}

/** A browser throws for everything that is no answer. */
async function orNull(asked: () => Promise<Credential | null>): Promise<Credential | null> {
  try {
    return await asked();
  } catch {
    return null;
  }
}
