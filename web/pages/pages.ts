/**
 * Which code each page needs, fetched when it is first wanted, and which action it is to look at it. Total over the pages:
 * a new one does not compile until somebody said who may see it.
 */
import type { Action } from '../../server/contract/rights.ts';
import type { Place } from '../reading/address.ts';
import { withWords } from '../words/packs.ts';

type PageName = Place['page'] | 'lock';

const CODE: Readonly<Record<PageName, () => Promise<unknown>>> = {
  board: () => Promise.resolve(), bench: () => import('./bench.ts'), stops: () => import('./stops.ts'), 'false-stops': () => import('./false-stops.ts'),
  people: () => import('./people.ts'), machines: () => import('./machines.ts'), audit: () => import('./audit.ts'), me: () => import('./me.ts'),
  cases: () => import('./cases.ts'), case: () => import('./case.ts'), queue: () => import('./queue.ts'), brief: () => import('./brief.ts'), briefs: () => import('./briefs.ts'), partners: () => import('./partners.ts'),
  shift: () => import('./shift.ts'), levers: () => import('./levers.ts'), help: () => import('./help.ts'),
  'sign-in': () => import('./sign-in.ts'), link: () => import('./entry.ts'), demo: () => import('./entry.ts'), wall: () => import('./entry.ts'), back: () => import('./entry.ts'),
  lock: () => Promise.all([import('../parts/lock.ts'), import('../parts/switch-sheet.ts')]),
};

const ACTIONS: Readonly<Record<Place['page'], Action>> = {
  board: 'see-benches', bench: 'see-benches', stops: 'see-records', 'false-stops': 'see-records', people: 'see-people', machines: 'see-people', audit: 'see-audit', me: 'own-session',
  cases: 'see-cases', case: 'see-cases', queue: 'see-cases', brief: 'file-brief', briefs: 'see-own-briefs', partners: 'see-partners',
  shift: 'see-benches', levers: 'pull-lever', help: 'enter',
  'sign-in': 'enter', link: 'enter', demo: 'enter', wall: 'enter', back: 'enter',
};

export const pageAction = (page: Place['page']): Action => ACTIONS[page];

/** A file that cannot be fetched leaves the page empty until the next try; nothing else depends on it. */
export async function loadPage(page: PageName): Promise<void> {
  try {
    await (page === 'board' ? CODE.board() : withWords(CODE[page]));
  } catch {
    // The reconnect bar says that the server is away.
  }
}
