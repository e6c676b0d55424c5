/** A store with an identity provider, and the way there and back as a browser goes it; for tests of that sign-in. */
import { expect, onTestFinished } from 'vitest';
import type { OidcConfig } from '../../../server/config.ts';
import type { Answer, Signed } from '../../signed-in.ts';
import { openMadeProvider, signInAt } from '../../made-provider.ts';
import type { MadeProvider } from '../../made-provider.ts';
import { runServer, temporaryFolder } from '../running-server.ts';
import type { TestServer } from '../running-server.ts';

export interface Place {
  readonly server: TestServer;
  readonly provider: MadeProvider;
  forward(ms: number): void;
}

export async function place(alg: 'RS256' | 'ES256' = 'RS256', differs: Partial<OidcConfig> = {}): Promise<Place> {
  const provider = await openMadeProvider(alg);
  onTestFinished(() => provider.close());
  let aheadMs = 0;
  const server = await runServer({ oidc: provider.config(temporaryFolder(), differs) }, { nowMs: () => performance.now() + aheadMs });
  return { server, provider, forward: (ms) => (aheadMs += ms) };
}

export const begin = async (signed: Signed): Promise<string> => {
  const { status, body } = await signed.post('/api/oidc/begin');
  if (status !== 200) throw new Error(`not begun: ${JSON.stringify(body)}`);
  return String(body['url']);
};
export const back = (signed: Signed, query: string): Promise<Answer> => signed.post('/api/oidc/back', { query });
export const journey = async (signed: Signed, change: (query: URLSearchParams) => void = () => undefined): Promise<Answer> => {
  const { searchParams } = await signInAt(await begin(signed));
  change(searchParams);
  return back(signed, `?${searchParams.toString()}`);
};
export const sessionOf = ({ body }: Answer): { strength: string; person: { name: string }; machine: { name: string } | null; idleLimitMs: number } => body['session'] as never;

export async function refused(answer: Answer | Promise<Answer>): Promise<void> {
  const { status, body, headers } = await answer;
  expect([status, body['code'], body['usualCause']]).toEqual([401, 'provider-refused', 'It took more than ten minutes, began in another browser, or this store has nobody of that user name.']);
  expect(headers.getSetCookie().filter((line) => !line.includes('Max-Age=0'))).toEqual([]);
}
