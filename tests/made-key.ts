/**
 * A security key in software, for tests: makes a passkey and answers questions as a browser with a key does, and lies
 * where a test wants it to. It shares no code with the product: bytes as the specification of WebAuthn has them.
 */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { Signed } from './signed-in.ts';

const PRESENT = 0x01;
const VERIFIED = 0x04;
const ATTESTED = 0x40;

interface Lies {
  readonly origin?: string;
  readonly host?: string;
  readonly challenge?: string;
  readonly type?: string;
  readonly userHandle?: string;
  readonly counter?: number;
  readonly isVerified?: boolean;
  /** Signs with the key of somebody else. */
  readonly isForged?: boolean;
}
interface Question {
  readonly challenge: string;
  readonly rpId: string;
}

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
const base64url = (data: string | Buffer): string => Buffer.from(data).toString('base64url');
const newPair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });

export class MadeKey {
  readonly origin: string;
  readonly id = base64url(randomBytes(32));
  readonly #pair = newPair();
  readonly #other = newPair();
  counter = 0;
  userHandle = '';

  constructor(origin: string) {
    this.origin = origin;
  }

  /** The answer to a question for a new passkey. */
  make(question: { readonly challenge: string; readonly rp: { readonly id: string }; readonly user: { readonly id: string } }, lies: Lies = {}) {
    this.userHandle = question.user.id;
    const { x = '', y = '' } = this.#pair.publicKey.export({ format: 'jwk' });
    const cose = Buffer.concat([Buffer.from('a5010203262001215820', 'hex'), Buffer.from(x, 'base64url'), Buffer.from('225820', 'hex'), Buffer.from(y, 'base64url')]);
    const id = Buffer.from(this.id, 'base64url');
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose]);
    const data = Buffer.concat([this.#head(lies.host ?? question.rp.id, ATTESTED, lies), attested]);
    const attestationObject = Buffer.concat([
      Buffer.from('a363', 'hex'), Buffer.from('fmt'), Buffer.from('64', 'hex'), Buffer.from('none'), Buffer.from('67', 'hex'), Buffer.from('attStmt'), Buffer.from('a068', 'hex'), Buffer.from('authData'),
      Buffer.from([0x58, data.length]), data,
    ]);
    return { id: this.id, response: { clientDataJSON: this.#clientData('webauthn.create', question.challenge, lies), attestationObject: base64url(attestationObject), transports: ['usb' as const] } };
  }

  /** The answer to a question of a sign-in or a proof. */
  show({ challenge, rpId }: Question, lies: Lies = {}) {
    this.counter += 1;
    const authenticatorData = this.#head(lies.host ?? rpId, 0, lies);
    const clientDataJSON = this.#clientData('webauthn.get', challenge, lies);
    const signed = Buffer.concat([authenticatorData, sha256(Buffer.from(clientDataJSON, 'base64url'))]);
    const signature = base64url(sign('sha256', signed, (lies.isForged === true ? this.#other : this.#pair).privateKey));
    return { id: this.id, response: { clientDataJSON, authenticatorData: base64url(authenticatorData), signature, userHandle: lies.userHandle ?? this.userHandle } };
  }

  #head(host: string, flags: number, { counter = this.counter, isVerified = true }: Lies): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(host), Buffer.from([flags | PRESENT | (isVerified ? VERIFIED : 0)]), count]);
  }

  #clientData(type: string, challenge: string, lies: Lies): string {
    return base64url(JSON.stringify({ type: lies.type ?? type, challenge: lies.challenge ?? challenge, origin: lies.origin ?? this.origin, crossOrigin: false }));
  }
}

/** The same server by its name: passkeys know no addresses. */
export const byName = (url: string): string => url.replace('127.0.0.1', 'localhost');

/** For whoever is signed in there; the key is theirs from now on. */
export async function addKey(signed: Signed, password: string, name = 'A made key'): Promise<{ readonly key: MadeKey; readonly id: string }> {
  const key = new MadeKey(signed.url);
  const question = (await signed.post('/api/passkeys/question')).body as unknown as Parameters<MadeKey['make']>[0];
  const { status, body } = await signed.post('/api/passkeys', { name, passkey: key.make(question), confirmation: await signed.confirm('own-secrets', '*', password) });
  if (status !== 200) throw new Error(`the passkey was not added: ${JSON.stringify(body)}`);
  return { key, id: String(body['id']) };
}

export const question = async (signed: Signed, path = '/api/session/passkey/question', body?: object): Promise<Question> => (await signed.post(path, body)).body as unknown as Question;
