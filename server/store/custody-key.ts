/**
 * The store's custody key: an Ed25519 key in a file beside the database, for its owner alone. It is made once; where it is
 * missing or another one, the server refuses to start, for events under a strange key would look like forgeries for ever.
 */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { HashOf, SignatureOf } from '../domain/custody/chain.ts';
import type { IsSigned } from '../domain/custody/first-fault.ts';
import { detailOf, StartRefusal } from '../start-refusal.ts';
import { writeDurably } from './durable-file.ts';

export const CUSTODY_KEY_FILE = 'custody.key';

export interface CustodyKey {
  /** Its place among the keys of this store, from 1. */
  readonly number: number;
  readonly sign: SignatureOf;
}

export const hashOf: HashOf = (bytes) => createHash('sha256').update(bytes).digest('hex');

const derOf = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });
export const publicFromDer = (der: Uint8Array): KeyObject => createPublicKey({ key: Buffer.from(der), type: 'spki', format: 'der' });
export const publicFromPem = (pem: string): KeyObject => createPublicKey(pem);
export const pemOf = (key: KeyObject): string => key.export({ type: 'spki', format: 'pem' }).toString();
/** As `openssl pkey -pubin -outform DER | sha256sum` says it. */
export const fingerprintOf = (key: KeyObject): string => hashOf(derOf(key));

/** Signed by the key of this number, counted from 1. */
export const signedByOneOf = (keys: readonly KeyObject[]): IsSigned => (bytes, signature, number) => {
  const key = keys[number - 1];
  return key !== undefined && verify(null, bytes, key, Buffer.from(signature, 'base64'));
};

/** Every public half that the database knows, in order. */
export const knownKeys = (database: Database): KeyObject[] =>
  database.prepare<[], { public_key: Buffer }>('SELECT public_key FROM custody_keys ORDER BY number').all().map((row) => publicFromDer(row.public_key));

/** Null: there is no such file. */
export function readCustodyKey(stateDir: string): KeyObject | null {
  const path = join(stateDir, CUSTODY_KEY_FILE);
  if (!existsSync(path)) return null;
  try {
    const key = createPrivateKey(readFileSync(path));
    if (key.asymmetricKeyType !== 'ed25519') throw new Error(`it is a key of the kind ${key.asymmetricKeyType ?? 'unknown'}`);
    return key;
  } catch (error) {
    throw new StartRefusal('custody-key-unusable', { path, detail: `it is damaged (${detailOf(error)})` }, error);
  }
}

export function openCustodyKey(database: Database, stateDir: string, atIso: string): CustodyKey {
  const path = join(stateDir, CUSTODY_KEY_FILE);
  const known = knownKeys(database).map(derOf);
  const found = readCustodyKey(stateDir);
  if (found === null && known.length > 0) throw new StartRefusal('custody-key-unusable', { path, detail: 'it is missing' });
  const key = found ?? makeKey(path);
  chmodSync(path, 0o600);
  const own = derOf(createPublicKey(key));
  if (known.length === 0) return { number: addKey(database, own, atIso), sign: signer(key) };
  if (known.at(-1)?.equals(own) !== true) throw new StartRefusal('custody-key-unusable', { path, detail: 'it is not the key of this store' });
  return { number: known.length, sign: signer(key) };
}

/** The key is lost for ever: a new one goes on. What the former ones signed stays checkable. */
export function replaceCustodyKey(database: Database, stateDir: string, atIso: string): CustodyKey {
  const key = makeKey(join(stateDir, CUSTODY_KEY_FILE));
  return { number: addKey(database, derOf(createPublicKey(key)), atIso), sign: signer(key) };
}

const signer = (key: KeyObject): SignatureOf => (bytes) => sign(null, bytes, key).toString('base64');

function makeKey(path: string): KeyObject {
  const { privateKey } = generateKeyPairSync('ed25519');
  writeDurably(path, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  return privateKey;
}

function addKey(database: Database, publicDer: Uint8Array, atIso: string): number {
  return Number(database.prepare<[Uint8Array, string]>('INSERT INTO custody_keys (number, public_key, since_iso) SELECT coalesce(max(number), 0) + 1, ?, ? FROM custody_keys').run(publicDer, atIso).lastInsertRowid);
}
