/**
 * Prepares sign-in by the identity provider of a chain, where one is configured: its secret is read and judged, nothing is
 * fetched. Without one none of its code is loaded.
 */
import { readFileSync, statSync } from 'node:fs';
import type { OidcConfig } from './config.ts';
import type { People } from './domain/people-port.ts';
import type { Edges } from './http/ports.ts';
import type { ProviderSignIn } from './sign-in/by-provider.ts';
import type { SignIn } from './sign-in/sign-in.ts';
import { detailOf, StartRefusal } from './start-refusal.ts';

const SECRET_BYTES_MAX = 4096;
const OPEN_TO_ALL = 0o006;

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

export function readClientSecret(file: string): string {
  let secret: string;
  try {
    const { size, mode } = statSync(file);
    if (size > SECRET_BYTES_MAX) throw new Error('it is larger than 4 KB');
    if ((mode & OPEN_TO_ALL) !== 0) throw new StartRefusal('client-secret-open', { file });
    secret = readFileSync(file, 'utf8').trim();
    if (!/^[\x21-\x7e]+$/.test(secret)) throw new Error(secret === '' ? 'it is empty' : 'it holds more than one word');
  } catch (error) {
    if (error instanceof StartRefusal) throw error;
    throw new StartRefusal('client-secret-unreadable', { file, detail: detailOf(error) }, error);
  }
  return secret;
}
