/**
 * Somebody who has signed in, for tests: keeps the cookies of a browser, confirms acts freshly, and orders a reset as two
 * people do. Everything goes through the HTTP interface; nothing is put into the database.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface DemoPeople {
  readonly link: string;
  readonly password: string;
  readonly pin: string;
}

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers: Headers;
}

export class Signed {
  readonly url: string;
  readonly cookies = new Map<string, string>();

  constructor(url: string, cookie = '') {
    this.url = url;
    for (const part of cookie.split('; ').filter(Boolean)) this.cookies.set(part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1));
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async fetch(path: string, init: Omit<RequestInit, 'headers'> & { readonly headers?: Record<string, string> } = {}): Promise<Response> {
    const answer = await fetch(`${this.url}${path}`, { ...init, headers: { ...(this.cookies.size === 0 ? {} : { cookie: this.cookie, origin: this.url }), ...init.headers } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  async get(path: string): Promise<Answer> {
    const answer = await this.fetch(path);
    return { status: answer.status, body: await answer.json() as Record<string, unknown>, headers: answer.headers };
  }

  async post(path: string, body?: unknown): Promise<Answer> {
    const answer = await this.fetch(path, {
      method: 'POST', ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: answer.status, body: await answer.json() as Record<string, unknown>, headers: answer.headers };
  }

  async signIn(user: string, password: string, code?: string): Promise<this> {
    const answer = await this.post('/api/session', { user, password, ...(code === undefined ? {} : { code }) });
    if (answer.status !== 200) throw new Error(`${user} could not sign in: ${JSON.stringify(answer.body)}`);
    return this;
  }

  /** Of the person who is signed in, or of the one who is named. */
  async confirm(act: string, subject: string, password: string, user?: string): Promise<string> {
    const answer = await this.post('/api/confirmations', { act, subject, password, ...(user === undefined ? {} : { user }) });
    if (answer.status !== 200) throw new Error(`${act} was not confirmed: ${JSON.stringify(answer.body)}`);
    return String(answer.body['id']);
  }

  /** As the manager who is signed in, with a technician beside. */
  async reset(bench: string, tripId: string | undefined, reason: string, { password, second = 'demo-technician' }: { password: string; second?: string | null }): Promise<Answer> {
    const subject = `${bench}/${tripId ?? ''}`;
    const confirmation = await this.confirm('reset', subject, password);
    const secondConfirmation = second === null ? null : await this.confirm('second-reset', subject, password, second);
    return this.post(`/api/benches/${bench}/reset`, { tripId, reason, confirmation, secondConfirmation });
  }
}

/** A browser at the demo's enrolled bench PC, signed in as the demo technician. */
export async function enterDemo(url: string, { link }: Pick<DemoPeople, 'link'>): Promise<Signed> {
  const signed = new Signed(url);
  const answer = await signed.post('/api/demo/enter', { token: link.slice(link.indexOf('#') + 1) });
  if (answer.status !== 200) throw new Error(`the demo was not entered: ${JSON.stringify(answer.body)}`);
  return signed;
}

export const signedIn = (url: string, { password }: Pick<DemoPeople, 'password'>, user = 'demo-manager'): Promise<Signed> => new Signed(url).signIn(user, password);

/** What the ready line of a server says of its demo people. */
export function demoOf(ready: { readonly [key: string]: unknown }): DemoPeople {
  const { demo } = ready as { demo?: DemoPeople };
  if (demo === undefined) throw new Error(`the server has no demo people: ${JSON.stringify(ready)}`);
  return demo;
}

/** Virtual secrets as the server keeps them in its state folder. */
export function demoIn(stateDir: string): Pick<DemoPeople, 'password'> {
  return JSON.parse(readFileSync(join(stateDir, 'demo-people.json'), 'utf8')) as { password: string };
}

const STAFF_PASSWORD = 'a long enough password';

export interface Staff {
  readonly url: string;
  /** Of the admin and manager who is signed in. */
  readonly cookie: string;
  readonly password: string;
  /** User name of a technician with the same password. */
  readonly second: string;
}

/** The first two people of a new store that is real: by the one-time link of its console, and by the link that the first makes for the second. */
export async function firstStaff(url: string, firstAdminLink: string): Promise<Staff> {
  const tokenOf = (link: string): string => link.slice(link.indexOf('#') + 1);
  const admin = new Signed(url);
  const began = await admin.post('/api/links/take', { token: tokenOf(firstAdminLink), name: 'First', user: 'first', password: STAFF_PASSWORD });
  if (began.status !== 200) throw new Error(`the first admin was not made: ${JSON.stringify(began.body)}`);
  const confirmation = await admin.confirm('manage-people', 'second', STAFF_PASSWORD);
  const added = await admin.post('/api/people', { name: 'Second', user: 'second', roles: ['technician'], confirmation });
  const { link } = (added.body as { link: { link: string } }).link;
  const took = await new Signed(url).post('/api/links/take', { token: tokenOf(link), password: STAFF_PASSWORD });
  if (took.status !== 200) throw new Error(`the second person was not made: ${JSON.stringify(took.body)}`);
  return staffAgain(url);
}

/** The same two, signed in anew. */
export const staffAgain = async (url: string): Promise<Staff> =>
  ({ url, cookie: (await new Signed(url).signIn('first', STAFF_PASSWORD)).cookie, password: STAFF_PASSWORD, second: 'second' });
