/**
 * Everybody who can ask a server, made through its interface: each role alone, at a bench PC, quickly and with a code; the
 * screens and programs; and all those whose session, token or post came to an end.
 */
import { generateSync } from 'otplib';
import type { Role, Scope } from '../../../server/contract/people.ts';
import type { Asking } from '../../../server/contract/rights.ts';
import { Signed } from '../../signed-in.ts';
import type { TestServer } from '../running-server.ts';
import type { Column } from './rights-by-hand.ts';

export interface Kind {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly asking: Asking;
  /** Program tokens that are not known are refused before anything else. */
  readonly isUnknownProgram: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

/** What is asked: a running server and the throw-away people of its virtual store. */
export type Asked = Pick<TestServer, 'url' | 'password' | 'demo' | 'token'>;

export interface Clock {
  forward(ms: number): void;
  epochMs(): number;
}

/** Wall clock that runs, and can be moved forward; handed to the server as its own. */
export function movableClock(): Clock {
  let aheadMs = 0;
  return { forward: (ms) => (aheadMs += ms), epochMs: () => Date.now() + aheadMs };
}

export const ROLE_NAMES: readonly Role[] = ['technician', 'manager', 'support', 'auditor', 'admin'];
const NOBODY: Asking = { roles: [], strength: null, machine: null, scopes: [] };
const tokenOf = (link: unknown): string => String(link).slice(String(link).indexOf('#') + 1);

export const userOf = (role: Role): string => `demo-${role}`;

export const browser = (server: Asked, ...from: readonly Signed[]): Signed => {
  const fresh = new Signed(server.url);
  for (const one of from) for (const [name, value] of one.cookies) if (name.startsWith('holdfast-pc-')) fresh.cookies.set(name, value);
  return fresh;
};

/** With a password of its own, set by the one-time link of the admin. */
export async function addPerson(admin: Signed, server: Asked, user: string, roles: readonly Role[], password: string): Promise<{ readonly id: string; readonly code: string }> {
  const confirmation = await admin.confirm('manage-people', user, server.password);
  const added = await admin.post('/api/people', { name: `Person ${user}`, user, roles, confirmation });
  const { person, link } = added.body as { person: { id: string; code: string }; link: { link: string } };
  const took = await new Signed(server.url).post('/api/links/take', { token: tokenOf(link.link), password });
  if (added.status !== 200 || took.status !== 200) throw new Error(`${user} was not added: ${JSON.stringify([added.body, took.body])}`);
  return person;
}

export async function addMachine(admin: Signed, password: string, kind: 'bench-pc' | 'wall-board' | 'integration', name: string, scopes: readonly Scope[] = []): Promise<{ readonly id: string; readonly token: string }> {
  const confirmation = await admin.confirm(kind === 'bench-pc' ? 'enrol-bench-pc' : 'manage-machines', name, password);
  const { status, body } = await admin.post('/api/machines', { kind, name, scopes, confirmation });
  if (status !== 200) throw new Error(`${name} was not added: ${JSON.stringify(body)}`);
  return { id: (body['machine'] as { id: string }).id, token: String(body['token']) };
}

export async function setOwn(person: Signed, password: string, secrets: Readonly<Record<string, unknown>>): Promise<void> {
  const answer = await person.post('/api/session/secrets', { ...secrets, confirmation: await person.confirm('own-secrets', '*', password) });
  if (answer.status !== 200) throw new Error(`secrets were not set: ${JSON.stringify(answer.body)}`);
}

export const codeAt = (secret: string, epochMs: number): string => generateSync({ secret, epoch: Math.floor(epochMs / 1000) });

/** A second factor for who is signed in; returns its secret. The code of this moment is used up. */
export async function setApp(person: Signed, password: string, epochMs: number): Promise<string> {
  const secret = String((await person.post('/api/session/authenticator')).body['secret']);
  await setOwn(person, password, { totp: { secret, code: codeAt(secret, epochMs) } });
  return secret;
}

async function revoke(admin: Signed, password: string, id: string): Promise<void> {
  const { status } = await admin.post(`/api/machines/${id}/revoke`, { reason: 'lost', confirmation: await admin.confirm('manage-machines', id, password) });
  if (status !== 200) throw new Error('not revoked');
}

async function changePerson(admin: Signed, password: string, id: string, change: Readonly<Record<string, unknown>>): Promise<void> {
  const { status } = await admin.post(`/api/people/${id}`, { ...change, reason: 'as agreed', confirmation: await admin.confirm('manage-people', id, password) });
  if (status !== 200) throw new Error('not changed');
}

const onBrowser = (name: string, signed: Signed, columns: readonly Column[], asking: Partial<Asking>): Kind =>
  ({ name, columns, asking: { ...NOBODY, ...asking }, isUnknownProgram: false, headers: signed.cookies.size === 0 ? {} : { cookie: signed.cookie, origin: signed.url } });
const byToken = (name: string, token: string, columns: readonly Column[], asking: Partial<Asking> = {}, isUnknownProgram = false): Kind =>
  ({ name, columns, asking: { ...NOBODY, ...asking }, isUnknownProgram, headers: { authorization: `Bearer ${token}` } });

export async function allAskers(server: Asked, clock: Clock): Promise<Kind[]> {
  const { password, demo } = server;
  const pin = demo?.pin ?? '';
  const idle = await browser(server).signIn(userOf('technician'), password);
  clock.forward(31 * 60_000);
  const admin = await browser(server).signIn(userOf('admin'), password);
  const quickIds = new Map(((await admin.get('/api/people')).body['people'] as { id: string; user: string }[]).map(({ id, user }) => [user, id] as const));
  const enrol = async (name: string) => {
    const pc = await browser(server).signIn(userOf('admin'), password);
    const { id } = await addMachine(pc, password, 'bench-pc', name);
    return { id, pc: browser(server, pc) };
  };
  const { pc } = await enrol('Bench PC one');
  const at = async (where: Signed, role: Role): Promise<Signed> => browser(server, where).signIn(userOf(role), server.password);
  const quickly = async (where: Signed, role: Role): Promise<Signed> => {
    const here = browser(server, where);
    const { status } = await here.post('/api/session/switch', { person: quickIds.get(userOf(role)), pin });
    if (status !== 200) throw new Error(`${role} could not switch`);
    return here;
  };
  const kinds: Kind[] = [onBrowser('nobody', browser(server), ['nobody'], {}), onBrowser('bench PC', pc, ['bench-pc'], { machine: 'bench-pc' })];
  for (const role of ROLE_NAMES) {
    kinds.push(onBrowser(role, await at(browser(server), role), [role], { roles: [role], strength: 'password' }));
    kinds.push(onBrowser(`${role} at a bench PC`, await at(pc, role), [role, 'bench-pc'], { roles: [role], strength: 'password', machine: 'bench-pc' }));
    kinds.push(onBrowser(`${role} quickly`, await quickly(pc, role), [role, 'bench-pc'], { roles: [role], strength: 'quick', machine: 'bench-pc' }));
  }
  const wallToken = (await addMachine(admin, password, 'wall-board', 'Wall')).token;
  const wall = browser(server);
  await wall.post('/api/wall', { token: wallToken });
  kinds.push(onBrowser('wall board', wall, ['wall-board'], { machine: 'wall-board' }));
  kinds.push(onBrowser('technician at a wall board', await at(wall, 'technician'), ['technician', 'wall-board'], { roles: ['technician'], strength: 'password', machine: 'wall-board' }));
  for (const scopes of [['read'], ['stop'], ['drill'], ['read', 'stop', 'drill'], []] as const satisfies readonly (readonly Scope[])[]) {
    const { token } = await addMachine(admin, password, 'integration', `Program for ${scopes.join(' ') || 'nothing'}`, scopes);
    kinds.push(byToken(`program that may ${scopes.join(', ') || 'nothing'}`, token, scopes.length === 0 ? ['scopeless'] : scopes, { machine: 'integration', scopes }));
  }
  kinds.push(byToken('bridge', server.token, ['bridge'], { machine: 'bridge' }));
  return [...kinds, ...await whoseTimeIsOver(server, clock, { admin, idle, enrol, at, wallToken })];
}

interface Parts {
  readonly admin: Signed;
  readonly idle: Signed;
  readonly wallToken: string;
  enrol(name: string): Promise<{ readonly id: string; readonly pc: Signed }>;
  at(where: Signed, role: Role): Promise<Signed>;
}

async function whoseTimeIsOver(server: Asked, clock: Clock, { admin, idle, enrol, at, wallToken }: Parts): Promise<Kind[]> {
  const { password } = server;
  const gone = (name: string, signed: Signed): Kind => onBrowser(name, signed, ['nobody'], {});
  const lost = await addMachine(admin, password, 'integration', 'Lost program', ['read', 'stop', 'drill']);
  await revoke(admin, password, lost.id);
  const stolen = await enrol('Stolen bench PC');
  const atStolen = await at(stolen.pc, 'manager');
  await revoke(admin, password, stolen.id);
  const out = await at(browser(server), 'manager');
  const ended = new Signed(server.url, out.cookie);
  await out.post('/api/session/end');
  const leaver = await addPerson(admin, server, 'leaver', ['technician', 'manager', 'admin'], 'leaver has a password');
  const left = await browser(server).signIn('leaver', 'leaver has a password');
  await changePerson(admin, password, leaver.id, { active: false });
  const demoted = await addPerson(admin, server, 'demoted', ['admin'], 'demoted has a password');
  const before = await browser(server).signIn('demoted', 'demoted has a password');
  await changePerson(admin, password, demoted.id, { roles: ['auditor'] });
  const moved = await enrol('Bench PC two');
  const bound = await at(moved.pc, 'manager');
  const elsewhere = new Signed(server.url);
  for (const [name, value] of bound.cookies) if (!name.startsWith('holdfast-pc-')) elsewhere.cookies.set(name, value);
  await addPerson(admin, server, 'careful', ['manager'], 'careful has a password');
  const careful = await browser(server).signIn('careful', 'careful has a password');
  const secret = await setApp(careful, 'careful has a password', clock.epochMs());
  clock.forward(30_000);
  const twice = await browser(server).signIn('careful', 'careful has a password', codeAt(secret, clock.epochMs()));
  return [
    onBrowser('manager with a code', twice, ['manager'], { roles: ['manager'], strength: 'two-factor' }),
    gone('session that was idle', idle), gone('session that ended', ended), gone('person who left', left), gone('session from before the roles changed', before),
    gone('revoked bench PC', stolen.pc), gone('session of a revoked bench PC', atStolen), gone('session of a bench PC elsewhere', elsewhere),
    byToken('revoked program', lost.token, [], {}, true), byToken('made-up program', 'x'.repeat(43), [], {}, true), byToken('wall board as a program', wallToken, [], {}, true),
    byToken('session as a program', [...twice.cookies.values()][0] ?? '', [], {}, true),
  ];
}
