/**
 * Speaks OpenID Connect with the identity provider of a chain: authorization code with PKCE, state and nonce, all used once.
 * The token's signature, issuer, audience and times are checked by openid-client. Nothing is fetched before somebody wants in.
 */
import {
  allowInsecureRequests, authorizationCodeGrant, buildAuthorizationUrl, calculatePKCECodeChallenge, ClientSecretBasic, ClientSecretPost, customFetch, discovery, enableNonRepudiationChecks,
  randomNonce, randomPKCECodeVerifier, randomState,
} from 'openid-client';
import type { ClientAuth, Configuration, CustomFetch, IDToken } from 'openid-client';
import type { OidcConfig } from '../config.ts';
import { isLoopbackUrl } from '../config-keys.ts';
import type { Refused } from './prove.ts';

/** For each answer of the provider; a person waits. */
const ANSWER_S = 5;
const ANSWER_BYTES_MAX = 1024 * 1024;
/** What the provider says of itself is asked for again after so long. */
const KNOWN_MS = 3_600_000;
/** A screen at a bench is shared: whoever sat there before must not come in by a sign-in of then. */
const PROVED_WITHIN_S = 600;
/** An ASCII user name; lower case is made only of what passed, for other letters become ASCII by it. */
const USER = /^[A-Za-z0-9][A-Za-z0-9._@-]{1,39}$/;
/** RFC 8176, and the classes by which providers say the same. */
const TWO_FACTOR_AMR = 'mfa';
const TWO_FACTOR_ACR: ReadonlySet<string> = new Set(['http://schemas.openid.net/pape/policies/2007/06/multi-factor', 'https://refeds.org/profile/mfa']);

export interface Journey {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly redirectUri: string;
}

export interface Provider {
  readonly name: string;
  begin(redirectUri: string): Promise<{ readonly url: string; readonly journey: Journey } | Refused>;
  finish(journey: Journey, query: string): Promise<{ readonly user: string; readonly isTwoFactor: boolean } | Refused>;
}

interface ProviderEdges {
  nowMs(): number;
  log(level: 'warn', text: string): void;
}

const REFUSED: Refused = { refusal: 'provider-refused' };

export function createProvider({ issuer, clientId, name, userClaim }: OidcConfig, secret: string, edges: ProviderEdges): Provider {
  const server = new URL(issuer);
  const options = {
    timeout: ANSWER_S, [customFetch]: limitedFetch,
    // A token that came straight from the provider may go unchecked by the standard; here its signature always counts.
    execute: [enableNonRepudiationChecks, ...(isLoopbackUrl(server) ? [allowInsecureRequests] : [])],
  };
  let known: { readonly configuration: Promise<Configuration>; readonly atMs: number } | null = null;
  /** One question at a time, however many ask; a failure is not kept. */
  const configured = async (): Promise<Configuration> => {
    if (known === null || edges.nowMs() - known.atMs > KNOWN_MS) known = { configuration: discovery(server, clientId, undefined, clientAuth(secret), options), atMs: edges.nowMs() };
    const asked = known;
    try {
      return await asked.configuration;
    } catch (error) {
      if (known === asked) known = null;
      throw error;
    }
  };
  const fail = (error: unknown, step: string): Refused => {
    const unreachable = whyUnreachable(error);
    edges.log('warn', `the identity provider, ${step}: ${unreachable ?? describe(error)}`);
    return unreachable === null ? REFUSED : { refusal: 'provider-unreachable', detail: unreachable };
  };
  return {
    name,
    async begin(redirectUri) {
      try {
        const configuration = await configured();
        const journey: Journey = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), redirectUri };
        const url = buildAuthorizationUrl(configuration, {
          redirect_uri: redirectUri, scope: 'openid profile email', state: journey.state, nonce: journey.nonce, code_challenge_method: 'S256',
          code_challenge: await calculatePKCECodeChallenge(journey.verifier), prompt: 'login', max_age: String(PROVED_WITHIN_S),
        });
        if (!isSafe(url)) throw new Error('its sign-in page has no TLS');
        return { url: url.href, journey };
      } catch (error) {
        const failed = fail(error, 'before the sign-in');
        // Whatever is wrong with it, it cannot be used now.
        return failed.refusal === 'provider-unreachable' ? failed : { refusal: 'provider-unreachable', detail: 'what it says of itself does not fit' };
      }
    },
    async finish({ state, nonce, verifier, redirectUri }, query) {
      try {
        const back = new URL(redirectUri);
        back.search = query;
        const tokens = await authorizationCodeGrant(await configured(), back, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, maxAge: PROVED_WITHIN_S });
        const claims = tokens.claims();
        const user = claims === undefined ? null : userIn(claims, userClaim);
        if (claims === undefined || user === null) throw new Error(`the token has no usable ${userClaim}`);
        return { user, isTwoFactor: isTwoFactor(claims) };
      } catch (error) {
        return fail(error, 'on the way back');
      }
    },
  };
}

/** As the provider offers; where it says nothing, the header is what the standard expects. */
const clientAuth = (secret: string): ClientAuth => (server, client, body, headers) =>
  (server.token_endpoint_auth_methods_supported?.includes('client_secret_post') === true ? ClientSecretPost : ClientSecretBasic)(secret)(server, client, body, headers);

const isSafe = (url: URL): boolean => url.protocol === 'https:' || isLoopbackUrl(url);

/** Whatever the provider names as its addresses: with TLS or on this machine, and no endless answers. */
const limitedFetch: CustomFetch = async (address, { body, ...options }) => {
  if (!isSafe(new URL(address))) throw new Error('an address of the provider has no TLS');
  // The library posts forms and nothing else.
  const form = body instanceof URLSearchParams ? body.toString() : typeof body === 'string' ? body : null;
  if (form === null && body !== undefined && body !== null) throw new Error('the library sends something other than a form');
  const answer = await fetch(address, { ...options, ...(form === null ? {} : { body: form }) });
  const parts: Uint8Array[] = [];
  let bytes = 0;
  const pieces: AsyncIterable<Uint8Array> | readonly Uint8Array[] = answer.body ?? [];
  for await (const part of pieces) {
    bytes += part.byteLength;
    if (bytes > ANSWER_BYTES_MAX) throw new Error('an answer of the provider is larger than 1 MB');
    parts.push(part);
  }
  return new Response(Buffer.concat(parts), { status: answer.status, headers: answer.headers });
};

function userIn(claims: IDToken, claim: OidcConfig['userClaim']): string | null {
  const value = claims[claim];
  // Anybody may write an address into a profile; only the provider's word makes it theirs.
  if (claim === 'email' && claims['email_verified'] !== true) return null;
  return typeof value === 'string' && USER.test(value) ? value.toLowerCase() : null;
}

const isTwoFactor = ({ amr, acr }: IDToken): boolean =>
  (Array.isArray(amr) && amr.includes(TWO_FACTOR_AMR)) || (typeof acr === 'string' && TWO_FACTOR_ACR.has(acr));

const CAUSES: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name is not known here', EAI_AGAIN: 'no name server answers', ECONNREFUSED: 'nothing listens at its address', ECONNRESET: 'the line broke', ENETUNREACH: 'there is no network', EHOSTUNREACH: 'there is no way to it',
  ETIMEDOUT: 'it does not answer', UND_ERR_CONNECT_TIMEOUT: 'it does not answer', UND_ERR_SOCKET: 'the line broke',
};

/** Null when it was reached and something else is wrong. */
function whyUnreachable(error: unknown): string | null {
  for (let one: unknown = error; one instanceof Error; one = one.cause) {
    const code: unknown = Reflect.get(one, 'code');
    if (one.name === 'TimeoutError' || code === 'OAUTH_TIMEOUT') return `it did not answer within ${ANSWER_S} s`;
    if (typeof code === 'string' && Object.hasOwn(CAUSES, code)) return CAUSES[code] ?? code;
    if (typeof code === 'string' && /CERT|SIGNATURE|ERR_TLS/.test(code) && !code.startsWith('OAUTH')) return 'its certificate is not trusted here';
  }
  return null;
}

/** The reason without what the token holds: a log is no place for names. */
const describe = (error: unknown): string => (error instanceof Error ? `${error.message}${error.cause instanceof Error ? ` (${error.cause.message})` : ''}` : String(error));
