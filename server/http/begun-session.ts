/** What follows when a session has begun, by whatever way: the one before ends, the browser gets the new cookie, and it is on record. */
import type { Context } from 'hono';
import type { Who } from '../contract/people.ts';
import type { Begun } from '../sign-in/sign-in.ts';
import { giveSessionCookie } from './asking.ts';
import { note } from './note.ts';
import type { Ports } from './ports.ts';
import { whoOf } from './who-of.ts';

/** The old session ends, whoever it was; the cookie is a new one. */
export function begunSession(ports: Ports, context: Context, { token, session }: Begun, how: string): Who {
  const before = context.get('asker').session;
  if (before !== null) ports.accounts.sessions.end(before.id, 'switched', ports.edges.epochMs());
  ports.rightsChanged();
  const asker = { ...context.get('asker'), session, roles: session.person.roles, strength: session.strength };
  context.set('asker', asker);
  giveSessionCookie(context, ports.cookies, token);
  note(ports, context, { what: how, subject: `person:${session.person.code}`, detail: { strength: session.strength, before: before?.person.code ?? null } });
  return whoOf(ports, context);
}
