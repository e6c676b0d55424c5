/**
 * Sign-in by the identity provider of a chain: the provider proves who somebody is, the store says what they may. It makes no
 * person: the name that was proved has to be the user name of an active person here. Every refusal sounds alike.
 */
import { createAttempts } from '../domain/attempts.ts';
import { networkOf } from '../domain/network-of.ts';
import type { People } from '../domain/people-port.ts';
import type { Place, Refused, SignInEdges } from './prove.ts';
import type { Journey, Provider } from './provider.ts';
import { hashToken, newToken } from './secrets.ts';
import type { Begun, SignIn } from './sign-in.ts';

/** How long somebody may take at the provider. */
export const JOURNEY_MS = 10 * 60_000;
/** More on their way at once are forgotten, oldest first. */
const JOURNEYS_MAX = 1000;

export interface ProviderSignIn {
  readonly name: string;
  /** Where to send the browser, and what binds the way back to it. */
  begin(redirectUri: string, place: Place): Promise<{ readonly url: string; readonly token: string } | Refused>;
  /** With what the browser kept and what it brings back; a journey ends at its first return, whatever comes of it. */
  finish(token: string | undefined, query: string, place: Place): Promise<Begun | Refused>;
}

interface Held {
  readonly journey: Journey;
  readonly endsAtMs: number;
}

export function createProviderSignIn(provider: Provider, people: People, signIn: SignIn, { nowMs }: Pick<SignInEdges, 'nowMs'>): ProviderSignIn {
  const attempts = createAttempts();
  const journeys = new Map<string, Held>();
  const keysOf = ({ address, benchPc }: Place) => [{ kind: 'provider' as const, of: benchPc ?? networkOf(address) }];
  const tooMany = (place: Place): Refused | null => {
    const full = attempts.begin(keysOf(place), nowMs());
    return full === null ? null : { refusal: 'too-many-tries', waitMs: full.waitMs, ...(full.isFirst ? {} : { isRepeated: true }) };
  };
  const take = (token: string | undefined): Journey | null => {
    const name = hashToken(token ?? '');
    const held = journeys.get(name);
    journeys.delete(name);
    return held !== undefined && nowMs() < held.endsAtMs ? held.journey : null;
  };
  return {
    name: provider.name,
    async begin(redirectUri, place) {
      const full = tooMany(place);
      if (full !== null) return full;
      const begun = await provider.begin(redirectUri);
      if ('refusal' in begun) return begun;
      const token = newToken();
      journeys.set(hashToken(token), { journey: begun.journey, endsAtMs: nowMs() + JOURNEY_MS });
      for (const name of journeys.keys()) {
        if (journeys.size <= JOURNEYS_MAX) break;
        journeys.delete(name);
      }
      return { url: begun.url, token };
    },
    async finish(token, query, place) {
      const full = tooMany(place);
      if (full !== null) return full;
      const journey = take(token);
      if (journey === null) return { refusal: 'provider-refused' };
      const shown = await provider.finish(journey, query);
      if ('refusal' in shown) return shown;
      const person = people.byUser(shown.user);
      if (person?.active !== true) return { refusal: 'provider-refused' };
      attempts.succeeded(keysOf(place));
      return signIn.begin(person, shown.isTwoFactor ? 'two-factor' : 'password', place);
    },
  };
}
