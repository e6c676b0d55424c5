/** Opens people, machines and sessions over the database, and lets the first ones in: the bridge, the commands, a demo's people. */
import { randomInt } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { PeopleStore } from './domain/people-port.ts';
import { demoSecrets, firstAdminLink, knowOwn, makeDemo } from './sign-in/first-people.ts';
import type { Demo } from './sign-in/first-people.ts';
import type { SignInEdges } from './sign-in/prove.ts';
import { createHasher } from './sign-in/secrets.ts';
import type { Hasher } from './sign-in/secrets.ts';
import { createSignIn } from './sign-in/sign-in.ts';
import type { SignIn } from './sign-in/sign-in.ts';
import { takeDemoSecrets } from './state-folder.ts';
import type { StateFolder } from './state-folder.ts';
import { createPeopleStore } from './store/create-people-store.ts';

export interface Accounts {
  readonly accounts: PeopleStore;
  readonly hasher: Hasher;
  readonly signIn: SignIn;
  readonly demo: Demo | null;
  /** Null when there is an admin. */
  readonly firstAdminToken: string | null;
}

export async function openAccounts(database: Database, stateDir: string, { token, commandsToken, signInKey }: StateFolder, virtual: boolean, edges: SignInEdges): Promise<Accounts> {
  const accounts = createPeopleStore(database);
  const hasher = await createHasher(Buffer.from(signInKey));
  const signIn = createSignIn(accounts, hasher, edges);
  knowOwn({ accounts, edges }, { bridge: token, commands: commandsToken });
  const demo = virtual ? await makeDemo({ accounts, signIn, hasher, edges }, takeDemoSecrets(stateDir, () => demoSecrets((limit) => randomInt(limit)))) : null;
  return { accounts, hasher, signIn, demo, firstAdminToken: firstAdminLink({ accounts, signIn }) };
}
