/**
 * A small identity provider for tests, over real HTTP on the loopback: discovery, sign-in page, token and keys of OpenID
 * Connect. It checks what a provider has to (secret, PKCE, each code once) and signs real tokens, wrong ones on demand.
 */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { z } from 'zod';
import type { OidcConfig } from '../server/config.ts';

type Json = Record<string, unknown>;
type Alg = 'RS256' | 'ES256';

type Signer = (header: Json, claims: Json) => string;

export interface MadeProvider {
  readonly issuer: string;
  /** What is asked of it, as METHOD path. */
  readonly asked: string[];
  /** Claims of whoever signs in now, over the usual ones. */
  person: Json;
  /** Changes to the token that is given next; each undefined value takes the claim away. */
  claims: Json;
  /** In place of its own signature; `own` is how it signs itself. */
  forge: ((header: Json, claims: Json, own: Signer) => string) | null;
  /** Over what it says of itself. */
  metadata: Json;
  /** What it answers instead of signing in. */
  refuses: string | null;
  config(folder: string, differs?: Partial<OidcConfig>): OidcConfig;
  close(): Promise<void>;
}

const CLIENT = { id: 'store-1', secret: 'a-secret-of-the-store' };
const SIGNS: Readonly<Record<Alg, () => KeyPair>> = {
  RS256: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  ES256: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
};
interface KeyPair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
export const unsigned = (header: Json, claims: Json): string => `${part(header)}.${part(claims)}`;

export function signedWith(alg: Alg, key: KeyObject): Signer {
  return (header, claims) => {
    const text = unsigned(header, claims);
    return `${text}.${sign('sha256', Buffer.from(text), { key, ...(alg === 'ES256' ? { dsaEncoding: 'ieee-p1363' as const } : {}) }).toString('base64url')}`;
  };
}
export const anotherKey = (alg: Alg): KeyObject => SIGNS[alg]().privateKey;

const nowS = (): number => Math.floor(Date.now() / 1000);
const askedSchema = z.object({
  client_id: z.literal(CLIENT.id), response_type: z.literal('code'), redirect_uri: z.url(), state: z.string().min(20), nonce: z.string().min(20), code_challenge: z.string().min(40),
  code_challenge_method: z.literal('S256'), scope: z.literal('openid profile email'), prompt: z.literal('login'), max_age: z.literal('600'),
});
type Begun = z.infer<typeof askedSchema>;

export async function openMadeProvider(alg: Alg = 'RS256', host = '127.0.0.1'): Promise<MadeProvider> {
  const { privateKey, publicKey } = SIGNS[alg]();
  const codes = new Map<string, Begun>();
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((done) => server.listen(0, host, done));
  const address = server.address();
  const issuer = `http://${host}:${typeof address === 'object' && address !== null ? address.port : 0}`;
  const made: MadeProvider = {
    issuer, asked: [], person: { sub: 'a1', preferred_username: 'demo-manager' }, claims: {}, forge: null, metadata: {}, refuses: null,
    config(folder, differs = {}) {
      const clientSecretFile = join(folder, 'client.secret');
      writeFileSync(clientSecretFile, `${CLIENT.secret}\n`, { mode: 0o600 });
      return { issuer, clientId: CLIENT.id, clientSecretFile, name: 'Chain', userClaim: 'preferred_username', ...differs };
    },
    close: () => new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    }),
  };
  const say = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };
  const authorize = (url: URL, response: ServerResponse): void => {
    const begun = askedSchema.parse(Object.fromEntries(url.searchParams));
    const back = new URL(begun.redirect_uri);
    const code = randomBytes(16).toString('base64url');
    codes.set(code, begun);
    for (const [name, value] of Object.entries({ state: begun.state, iss: issuer, ...(made.refuses === null ? { code } : { error: made.refuses }) })) back.searchParams.set(name, value);
    response.writeHead(302, { location: back.href }).end();
  };
  const tokenFor = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const form = new URLSearchParams(Buffer.concat(await request.toArray() as Buffer[]).toString());
    const begun = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const shown = Buffer.from((request.headers.authorization ?? '').replace('Basic ', ''), 'base64').toString().split(':').map(decodeURIComponent);
    const isClient = (shown[0] === CLIENT.id && shown[1] === CLIENT.secret) || form.get('client_secret') === CLIENT.secret;
    const challenge = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url');
    if (!isClient) return say(response, 401, { error: 'invalid_client' });
    if (begun === undefined || begun.code_challenge !== challenge || begun.redirect_uri !== form.get('redirect_uri')) return say(response, 400, { error: 'invalid_grant' });
    const usual = { iss: issuer, aud: CLIENT.id, iat: nowS(), exp: nowS() + 300, auth_time: nowS(), nonce: begun.nonce };
    const own = signedWith(alg, privateKey);
    const idToken = (made.forge ?? own)({ alg, kid: 'k1', typ: 'JWT' }, { ...usual, ...made.person, ...made.claims }, own);
    say(response, 200, { access_token: 'unused', token_type: 'Bearer', id_token: idToken });
  };
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', issuer);
    made.asked.push(`${request.method ?? ''} ${url.pathname}`);
    const known = {
      issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/keys`, response_types_supported: ['code'], subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: [alg], authorization_response_iss_parameter_supported: true, ...made.metadata,
    };
    if (url.pathname === '/.well-known/openid-configuration') say(response, 200, known);
    else if (url.pathname === '/keys') say(response, 200, { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig', alg }] });
    else if (url.pathname === '/authorize') authorize(url, response);
    else if (url.pathname === '/token') await tokenFor(request, response);
    else say(response, 404, {});
  }
  return made;
}

/** As a browser does it: where the provider sends it back to, with what stands behind the `?`. */
export async function signInAt(url: string): Promise<URL> {
  const { status, headers } = await fetch(url, { redirect: 'manual' });
  const back = headers.get('location');
  if (status !== 302 || back === null) throw new Error(`the provider answered ${status}`);
  return new URL(back);
}
