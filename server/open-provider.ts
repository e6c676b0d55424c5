/**
 * Prepares sign-in by the identity provider of a chain, where one is configured: its secret is read and judged, nothing is
 * fetched. Without one none of its code is loaded.
 */
import type { OidcConfig } from './config.ts';
import type { People } from './domain/people-port.ts';
import type { Edges } from './http/ports.ts';
import { readSecret } from './read-secret.ts';
import type { ProviderSignIn } from './sign-in/by-provider.ts';
import type { SignIn } from './sign-in/sign-in.ts';

interface Parts {
  readonly people: People;
  readonly signIn: SignIn;
  readonly edges: Edges;
}

export async function openProvider(config: OidcConfig | null, { people, signIn, edges }: Parts): Promise<ProviderSignIn | null> {
  if (config === null) return null;
  const secret = readClientSecret(config.clientSecretFile);
  const [{ createProvider }, { createProviderSignIn }] = await Promise.all([import('./sign-in/provider.ts'), import('./sign-in/by-provider.ts')]);
  return createProviderSignIn(createProvider(config, secret, edges), people, signIn, edges);
}

export const readClientSecret = (file: string): string =>
  readSecret(file, { open: 'client-secret-open', unreadable: 'client-secret-unreadable', fits: /^[\x21-\x7e]+$/, unfit: 'it holds more than one word' });
