/**
 * The people of a store from the machine itself: `holdfast people` starts this as a process of its own. Whoever may read the
 * state folder may do it, with the server running or not; it is written into the audit as done at this PC.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROLES, SCOPES, userSchema } from './contract/people.ts';
import type { Person } from './contract/people.ts';
import { fillWords, SERVER_WORDS_EN } from './contract/words.ts';
import { personCode } from './domain/person-code.ts';
import { uuid7 } from './domain/uuid7.ts';
import { createHasher, hashToken, newToken } from './sign-in/secrets.ts';
import { createSignIn } from './sign-in/sign-in.ts';
import { detailOf, StartRefusal } from './start-refusal.ts';

const NAPI_MIN = 10;
const edges = { nowMs: () => performance.now(), epochMs: () => Date.now(), newUuid: () => uuid7(Date.now(), randomBytes(10)) };
const nowIso = (): string => new Date(edges.epochMs()).toISOString();
const refuse = (detail: string): StartRefusal => new StartRefusal('people-wrong', { detail });

function pick<Value extends string>(known: readonly Value[], text: string | undefined, what: string): Value[] {
  const asked = (text ?? '').split(',').map((part) => part.trim()).filter((part) => part !== '');
  const wrong = asked.find((part) => !known.some((one) => one === part));
  if (wrong !== undefined || asked.length === 0) throw refuse(`${wrong === undefined ? 'none' : `"${wrong}"`} is no ${what}; there are ${known.join(', ')}`);
  return known.filter((one) => asked.includes(one));
}

/** The person who is meant; without a name the only admin. */
function meant(people: readonly Person[], user: string | undefined): Person {
  const active = people.filter((person) => person.active);
  if (user !== undefined) {
    const person = active.find((one) => one.user === user.toLowerCase());
    if (person === undefined) throw refuse(`nobody with the user name "${user}" is here; look with "holdfast people list"`);
    return person;
  }
  const admins = active.filter((person) => person.roles.includes('admin'));
  const [only] = admins;
  if (only === undefined || admins.length > 1) throw refuse(`there are ${admins.length} admins; name one with --user`);
  return only;
}

async function run(): Promise<object> {
  if (Number(process.versions.napi) < NAPI_MIN) throw new StartRefusal('runtime-too-old', { version: process.version });
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({ strict: true, allowPositionals: true, options: { state: text, user: text, name: text, roles: text, scopes: text } });
  const stateDir = values.state ?? '';
  const { openBesideServer } = await import('./store/open-database.ts');
  const { createStore } = await import('./store/create-store.ts');
  const { createPeopleStore } = await import('./store/create-people-store.ts');
  const database = openBesideServer(stateDir);
  try {
    const { audit } = createStore(database, edges.newUuid, () => undefined);
    const accounts = createPeopleStore(database);
    const signIn = createSignIn(accounts, await createHasher(Buffer.from(readFileSync(join(stateDir, 'sign-in.key'), 'utf8').trim())), edges);
    const note = (what: string, subject: string, detail: Record<string, string>): void => {
      audit.append({ who: { kind: 'system', name: 'this PC' }, what, subject, why: null, from: { address: 'this PC', machine: null }, detail }, nowIso());
    };
    const link = (person: string): object => {
      const { token, expiresAtMs } = signIn.newLink('new-password', person);
      return { link: `/link#${token}`, expiresAtIso: new Date(expiresAtMs).toISOString() };
    };
    switch (positionals[0]) {
      case 'list': return { people: accounts.people.all(), machines: accounts.machines.list() };
      case 'add': {
        const user = userSchema.safeParse(values.user ?? '');
        if (!user.success) throw refuse(`--user has ${user.error.issues[0]?.message ?? 'another form'}`);
        const name = (values.name ?? '').trim();
        if (name.length < 2 || name.length > 80) throw refuse('--name has 2 to 80 characters');
        const id = edges.newUuid();
        const roles = pick(ROLES, values.roles, 'role');
        const added = accounts.people.add({ id, code: personCode(id), name, user: user.data, roles }, nowIso());
        if ('refusal' in added) throw refuse(`the user name "${user.data}" is taken`);
        note('person-added', `person:${added.code}`, { roles: roles.join(' ') });
        return { person: added, ...link(id) };
      }
      case 'reset': {
        const person = meant(accounts.people.all(), values.user);
        note('link-made', `person:${person.code}`, {});
        return { person, ...link(person.id) };
      }
      case 'token': {
        const name = (values.name ?? '').trim();
        if (name.length < 2 || name.length > 60) throw refuse('--name has 2 to 60 characters');
        const scopes = pick(SCOPES, values.scopes, 'scope');
        const token = newToken();
        const machine = accounts.machines.add({ id: edges.newUuid(), kind: 'integration', name, scopes, tokenHash: hashToken(token), createdBy: 'this PC' }, nowIso());
        note('machine-added', `machine:${machine.id}`, { kind: 'integration', scopes: scopes.join(' ') });
        return { machine, token };
      }
      default: throw refuse('the commands are list, add, reset and token');
    }
  } finally {
    database.close();
  }
}

const say = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

process.umask(0o077);

try {
  say(await run());
} catch (error) {
  const refusal = error instanceof StartRefusal ? error : new StartRefusal('start-failed', { detail: detailOf(error) }, error);
  const words = SERVER_WORDS_EN[refusal.code];
  say({ refused: refusal.code, what: fillWords(words.what, refusal.params), remedy: fillWords(words.remedy, refusal.params) });
  process.exitCode = 2;
}
