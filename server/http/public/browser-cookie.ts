/** The cookie of a browser outside that was let in by PIN or password. Over TLS the browser itself keeps it to this very host. */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { entranceOf } from '../entrance.ts';

const isSecure = (context: Context): boolean => entranceOf(context).scheme === 'https';
const nameFor = (context: Context, name: string): string => (isSecure(context) ? `__Host-${name}` : name);
const optionsFor = (context: Context) => ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(context) } as const);

export const readBrowser = (context: Context, name: string): string => {
  const value = getCookie(context, nameFor(context, name)) ?? '';
  return /^[\w-]{43}$/.test(value) ? value : '';
};
/** A choice of the reader that is no secret; it is kept for a year. */
export const readChoice = (context: Context, name: string): string => getCookie(context, nameFor(context, name)) ?? '';
export const keepChoice = (context: Context, name: string, value: string): void => setCookie(context, nameFor(context, name), value, { ...optionsFor(context), maxAge: 365 * 86_400 });
/** Ends with the browser at the latest; the desk ends it earlier. It comes along when a link is followed from a mail, and never with a foreign post. */
export const giveBrowser = (context: Context, name: string, token: string): void => setCookie(context, nameFor(context, name), token, optionsFor(context));
export const takeBrowser = (context: Context, name: string): void => void deleteCookie(context, nameFor(context, name), optionsFor(context));
