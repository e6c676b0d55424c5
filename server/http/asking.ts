/**
 * Who asks: read once for each request from the cookies of a browser or the bearer token of a program. A session that is
 * bound to an enrolled bench PC counts only there.
 */
import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { createMiddleware } from 'hono/factory';
import type { Actor } from '../../firmware-bridge/contract/actor.ts';
import type { Asking } from '../contract/rights.ts';
import type { HeldMachine, HeldSession, PeopleStore } from '../domain/people-port.ts';
import type { Place } from '../sign-in/prove.ts';
import { entranceOf } from './entrance.ts';
import type { Edges } from './ports.ts';
import { problemReply } from './problem.ts';
import { siteOf } from './site.ts';

export interface Asker extends Asking {
  readonly session: HeldSession | null;
  readonly held: HeldMachine | null;
}

declare module 'hono' {
  interface ContextVariableMap {
    asker: Asker;
    /** Who it is now, for what stays open. */
    askAgain: () => Asker;
  }
}

/** The names of the cookies carry the store, for browsers share cookies between all ports of a machine. */
export interface Cookies {
  readonly session: string;
  readonly machine: string;
  /** Of a browser that is on its way to an identity provider and back. */
  readonly journey: string;
}

export const cookiesOf = (databaseId: string): Cookies => {
  const store = databaseId.replaceAll('-', '').slice(-8);
  return { session: `holdfast-${store}`, machine: `holdfast-pc-${store}`, journey: `holdfast-in-${store}` };
};

const MACHINE_COOKIE_S = 400 * 24 * 3600;
const USED_NOTED_MS = 60_000;
const NOBODY: Asker = { session: null, held: null, roles: [], strength: null, machine: null, scopes: [] };

export interface AskingParts {
  readonly store: PeopleStore;
  readonly edges: Edges;
  readonly cookies: Cookies;
  hashToken(token: string): string;
}

export function identify({ store, edges, cookies, hashToken }: AskingParts): MiddlewareHandler {
  const noted = new Map<string, number>();
  const noteUse = (machine: HeldMachine): void => {
    const nowMs = edges.nowMs();
    if (nowMs - (noted.get(machine.id) ?? -Infinity) < USED_NOTED_MS) return;
    noted.set(machine.id, nowMs);
    store.machines.used(machine.id, new Date(edges.epochMs()).toISOString());
  };
  const machineOf = (token: string | undefined): HeldMachine | null => {
    const machine = token === undefined ? null : store.machines.byToken(hashToken(token));
    if (machine !== null) noteUse(machine);
    return machine;
  };
  const askProgram = (authorization: string): Asker => {
    const program = machineOf(/^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(authorization)?.[1]);
    if (program === null || program.kind === 'bench-pc' || program.kind === 'wall-board') return NOBODY;
    return { ...NOBODY, held: program, machine: program.kind, scopes: program.scopes };
  };
  const askBrowser = (sessionToken: string | undefined, machineToken: string | undefined): Asker => {
    const screen = machineOf(machineToken);
    const held = screen?.kind === 'bench-pc' || screen?.kind === 'wall-board' ? screen : null;
    const found = sessionToken === undefined ? null : store.sessions.byToken(hashToken(sessionToken), edges.epochMs());
    const session = found !== null && (found.machineId === null || found.machineId === held?.id) ? found : null;
    return { session, held, roles: session?.person.roles ?? [], strength: session?.strength ?? null, machine: held?.kind ?? null, scopes: [] };
  };
  return createMiddleware(async (context, next) => {
    const authorization = context.req.header('authorization');
    const [sessionToken, machineToken] = [readCookie(context, cookies.session), readCookie(context, cookies.machine)];
    const ask = (): Asker => (authorization === undefined ? askBrowser(sessionToken, machineToken) : askProgram(authorization));
    const asker = ask();
    if (authorization !== undefined && asker.held === null) {
      context.header('www-authenticate', 'Bearer');
      return context.json(problemReply('token-unknown', {}, 'header.authorization'), 401);
    }
    context.set('asker', asker);
    context.set('askAgain', ask);
    return next();
  });
}

/** Over TLS the browser itself keeps these cookies to this very host. */
const nameFor = (context: Context, name: string): string => (entranceOf(context).scheme === 'https' ? `__Host-${name}` : name);

const readCookie = (context: Context, name: string): string | undefined => {
  const value = getCookie(context, nameFor(context, name));
  return value !== undefined && /^[A-Za-z0-9_-]{20,200}$/.test(value) ? value : undefined;
};

const optionsFor = (context: Context) => ({ path: '/', httpOnly: true, sameSite: 'Strict', secure: entranceOf(context).scheme === 'https' } as const);

/** Ends with the browser at the latest; the server ends it earlier. */
export const giveSessionCookie = (context: Context, cookies: Cookies, token: string): void => setCookie(context, nameFor(context, cookies.session), token, optionsFor(context));

export const giveMachineCookie = (context: Context, cookies: Cookies, token: string): void =>
  setCookie(context, nameFor(context, cookies.machine), token, { ...optionsFor(context), maxAge: MACHINE_COOKIE_S });

export const giveJourneyCookie = (context: Context, cookies: Cookies, token: string, maxAge: number): void =>
  setCookie(context, nameFor(context, cookies.journey), token, { ...optionsFor(context), maxAge });

export const takeJourneyCookie = (context: Context, cookies: Cookies): string | undefined => {
  const token = readCookie(context, cookies.journey);
  deleteCookie(context, nameFor(context, cookies.journey), optionsFor(context));
  return token;
};

export const takeSessionCookie = (context: Context, cookies: Cookies): void => {
  deleteCookie(context, nameFor(context, cookies.session), optionsFor(context));
};

export const placeOf = (context: Context): Place => {
  const { held } = context.get('asker');
  return { address: context.get('address'), benchPc: held?.kind === 'bench-pc' ? held.id : null, program: context.req.header('user-agent') ?? '', site: siteOf(context) };
};

/** How evidence and records name whoever asks: a person by the code, a machine by its name. */
export function actorOf({ session, held }: Asker): Actor {
  if (session !== null) return { kind: 'person', name: session.person.code, id: session.person.id };
  return held === null ? { kind: 'system', name: 'dashboard' } : { kind: 'system', name: held.name, id: held.id };
}
