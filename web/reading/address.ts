/**
 * Which page an address means, and the secret behind the # of a one-time link or behind the ? of a return, which must not stay in the address bar.
 * Pure but for the one function that says so.
 */
export type Place =
  | { readonly page: 'board' | 'stops' | 'false-stops' | 'people' | 'machines' | 'audit' | 'me' | 'cases' | 'queue' | 'brief' | 'briefs' | 'partners' | 'shift' | 'levers' | 'sign-in' | 'link' | 'demo' | 'wall' | 'back' }
  | { readonly page: 'bench'; readonly benchId: string }
  | { readonly page: 'case'; readonly code: string }
  /** Null: the first page of the help. */
  | { readonly page: 'help'; readonly topic: string | null };

const PLAIN = ['stops', 'false-stops', 'people', 'machines', 'audit', 'me', 'cases', 'queue', 'brief', 'briefs', 'partners', 'shift', 'levers', 'sign-in', 'link', 'demo', 'wall', 'back'] as const;
const WITH_TOKEN: ReadonlySet<string> = new Set(['link', 'demo', 'wall', 'back']);

export function placeOf(pathname: string): Place {
  const [first = '', second, ...rest] = pathname.split('/').filter((part) => part !== '');
  if (first === 'bench' && second !== undefined && rest.length === 0) return { page: 'bench', benchId: decode(second) };
  // Codes are read aloud and typed: capitals do not matter.
  if (first === 'case' && second !== undefined && rest.length === 0) return { page: 'case', code: decode(second).toUpperCase() };
  if (first === 'help' && rest.length === 0) return { page: 'help', topic: second === undefined ? null : decode(second) };
  const page = second === undefined ? PLAIN.find((name) => name === first) : undefined;
  return { page: page ?? 'board' };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Takes the token out of the address bar and the history at once; null where there is none. Touches the page's address. */
export function takeToken(place: Place): string | null {
  if (!WITH_TOKEN.has(place.page)) return null;
  // An identity provider can only write behind the `?`.
  const token = (place.page === 'back' ? location.search : location.hash).slice(1);
  history.replaceState(null, '', location.pathname);
  return token === '' ? null : token;
}

/** Goes to another page of this one as a press of a link does. Touches the page's address. */
export function goTo(path: string): void {
  history.pushState(null, '', path);
  dispatchEvent(new PopStateEvent('popstate'));
}
