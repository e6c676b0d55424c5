/**
 * Passkeys: the questions put to a key, and whether its answer is right. The key must have asked its person for finger,
 * face or PIN. Every wrong answer is refused alike; one question is answered once.
 */
import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { PASSKEYS_OF_ONE_PERSON_MAX } from '../contract/passkeys.ts';
import type { MadePasskey, NewPasskeyQuestion, PasskeyQuestion, ShownPasskey } from '../contract/passkeys.ts';
import type { ConfirmationBody } from '../contract/people.ts';
import { networkOf } from '../domain/network-of.ts';
import type { KnownPasskey, KnownPerson, PeopleStore } from '../domain/people-port.ts';
import { CHALLENGE_MS, createChallenges } from './challenges.ts';
import type { Place, Refused, SignInEdges, Site } from './prove.ts';

/** EdDSA, ES256, RS256: what the keys of today make (IANA COSE algorithms). */
const ALGORITHMS = [-8, -7, -257];
const FAILED = { refusal: 'passkey-failed' } as const;

/** What a question is meant for. */
export const proofOf = (session: string, { act, subject }: Pick<ConfirmationBody, 'act' | 'subject'>): string => `proof ${session} ${act} ${subject}`;
const newFor = (person: string): string => `new ${person}`;

export interface PasskeyDesk {
  /** Null where the server was called by an address. `known`: those that may answer; none: any. */
  ask(meant: string, place: Place, known: readonly KnownPasskey[]): PasskeyQuestion | null;
  askForNew(person: KnownPerson, storeName: string, place: Place): NewPasskeyQuestion | null;
  /** Whose passkey this is, if it answers a question that was meant so; `wanted`: of this person and nobody else. */
  judge(shown: ShownPasskey, meant: string, site: Site | null, wanted?: string): Promise<KnownPerson | Refused>;
  /** Keeps a new one. */
  add(person: KnownPerson, name: string, made: MadePasskey, site: Site | null): Promise<KnownPasskey | { readonly refusal: 'passkey-failed' | 'passkey-known' | 'too-many-passkeys' | 'person-left' }>;
}

/** How a key marks whose passkey it is: it keeps this beside it, and shows it again. */
const markOf = (person: string): string => Buffer.from(person.replaceAll('-', ''), 'hex').toString('base64url');
const keyOf = ({ credential, transports }: KnownPasskey) => ({ type: 'public-key' as const, id: credential, transports: [...transports] });

export function createPasskeyDesk({ people, passkeys }: Pick<PeopleStore, 'people' | 'passkeys'>, edges: SignInEdges): PasskeyDesk {
  const challenges = createChallenges();
  const nowIso = (): string => new Date(edges.epochMs()).toISOString();
  const newChallenge = (meant: string, { benchPc, address }: Place): string => challenges.make(meant, benchPc ?? networkOf(address), edges.nowMs());
  const takes = (meant: string) => (challenge: string): boolean => challenges.take(challenge, meant, edges.nowMs());
  return {
    ask(meant, place, known) {
      const { site = null } = place;
      if (site === null) return null;
      const here = known.filter(({ host }) => host === site.host);
      return { challenge: newChallenge(meant, place), rpId: site.host, timeout: CHALLENGE_MS, userVerification: 'required', allowCredentials: here.map(keyOf) };
    },
    askForNew({ id, user, name }, storeName, place) {
      const { site = null } = place;
      if (site === null) return null;
      return {
        challenge: newChallenge(newFor(id), place), rp: { id: site.host, name: `Holdfast ${storeName}` }, user: { id: markOf(id), name: user, displayName: name },
        pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })), timeout: CHALLENGE_MS, attestation: 'none',
        excludeCredentials: passkeys.ofPerson(id).filter(({ host }) => host === site.host).map(keyOf),
        authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      };
    },
    async judge(shown, meant, site, wanted) {
      const held = passkeys.byCredential(shown.id);
      if (held === null || site === null || (wanted !== undefined && held.person !== wanted)) return FAILED;
      // Who is not named beforehand is named by the key itself.
      if (wanted === undefined && shown.response.userHandle === undefined) return FAILED;
      const signCounter = await counterOf(shown, held, takes(meant), site);
      if (signCounter === null) return FAILED;
      // Checking takes a while: who left meanwhile, or has removed it, has not shown it.
      const person = people.byId(held.person);
      return person?.active === true && passkeys.used(held.id, signCounter, nowIso()) ? person : FAILED;
    },
    async add(person, name, made, site) {
      const credential = site === null ? null : await credentialOf(made, takes(newFor(person.id)), site);
      if (credential === null || site === null) return FAILED;
      if (people.byId(person.id)?.active !== true) return { refusal: 'person-left' };
      if (passkeys.ofPerson(person.id).length >= PASSKEYS_OF_ONE_PERSON_MAX) return { refusal: 'too-many-passkeys' };
      const added = {
        id: edges.newUuid(), person: person.id, credential: credential.id, publicKey: credential.publicKey, signCounter: credential.counter,
        transports: made.response.transports ?? [], host: site.host, name, createdAtIso: nowIso(),
      };
      return passkeys.add(added) ? { ...added, lastUsedAtIso: null } : { refusal: 'passkey-known' };
    },
  };
}

type TakesChallenge = (challenge: string) => boolean;

/** The counter that the key tells, which is above the last one if the key counts at all; null: its answer is not right. */
async function counterOf({ id, response }: ShownPasskey, held: KnownPasskey, expectedChallenge: TakesChallenge, { host, origin }: Site): Promise<number | null> {
  const { userHandle, ...answered } = response;
  if (userHandle !== undefined && userHandle !== markOf(held.person)) return null;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response: answered },
      expectedChallenge, expectedOrigin: origin, expectedRPID: host, requireUserVerification: true,
      credential: { id: held.credential, publicKey: Uint8Array.from(held.publicKey), counter: held.signCounter, transports: [...held.transports] },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
}

async function credentialOf({ id, response }: MadePasskey, expectedChallenge: TakesChallenge, { host, origin }: Site) {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response: { clientDataJSON: response.clientDataJSON, attestationObject: response.attestationObject } },
      expectedChallenge, expectedOrigin: origin, expectedRPID: host, requireUserVerification: true, supportedAlgorithmIDs: ALGORITHMS,
    });
    return verified ? registrationInfo.credential : null;
  } catch {
    return null;
  }
}
