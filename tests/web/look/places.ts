/**
 * Every page and every state of a page that is looked at: its address in the made store, who asks, and what has to stand there
 * before it counts as arrived. A new page belongs here; the test beside it compares the list with the addresses of the web.
 */
import type { Play } from '../played-server.ts';
import { madeEvent, stored } from '../../server/made-evidence.ts';
import { benches, viewOf } from '../made-benches.ts';
import { madeWho } from '../made-people.ts';
import { unjudgedStop } from '../made-stops.ts';
import type { madeStory } from '../made-story.ts';

export type Codes = ReturnType<typeof madeStory>['codes'];

export interface Place {
  readonly name: string;
  readonly path: (codes: Codes) => string;
  readonly differs: Partial<Play>;
  /** Something of the page itself, not of the head. */
  readonly ready: string;
  /** Rules of axe for one page that do not hold where pieces of several lie on one. */
  readonly exempt?: readonly string[];
}

const STATES = Object.keys(benches) as (keyof typeof benches)[];
export const benchOf = (state: keyof typeof benches): string => `/bench/bench-${STATES.indexOf(state) + 1}`;
export const everyBench = () => STATES.map((state, index) => viewOf(benches[state](index + 1)));
const everybody = madeWho(['manager', 'technician', 'admin', 'auditor', 'support']);
const nobody = madeWho(null, { machine: null });

const EVIDENCE = ([
  ['bridge-started', { version: '0.1.0', benches: ['bench-1'], virtual: true }], ['mode-changed', { from: 'inhibited', to: 'permitted' }],
  ['restore-ended', { restoreId: '00070001', result: 'stopped' }], ['permit-dropped', { restoreId: '00070001', point: 'write', why: 'restore-ended' }],
  ['rig-event', { what: 'estop' }], ['note', { code: 'chassis-measured', params: {} }],
] as const).map(([kind, body], index) => stored(madeEvent(index + 1, kind, body), index + 1));

/** What the made store holds, unless a place says otherwise. */
export const store = (): Partial<Play> => ({ views: everyBench(), evidence: EVIDENCE, stops: [unjudgedStop('bench-2')], who: everybody });

const at = (name: string, path: string | ((codes: Codes) => string), ready: string, differs: Partial<Play> = {}): Place =>
  ({ name, path: typeof path === 'string' ? () => path : path, ready, differs });
const bench = (state: keyof typeof benches): Place => at(`bench ${state}`, benchOf(state), 'hf-facts');

export const PLACES: readonly Place[] = [
  at('board', '/', 'hf-tile article'), at('board without a bench', '/', 'hf-board h1', { views: [] }), at('board without a feed', '/', 'hf-reconnect-bar .bar', { hasFeed: false }),
  bench('running'), bench('stopped'), bench('committed'), bench('notConfirmed'), bench('waiting'), bench('outOfService'), bench('unplugged'), bench('ready'),
  at('bench that is none', '/bench/bench-99', 'hf-bench h1'),
  at('queue', '/queue', 'hf-hold-evidence h3'), at('queue with nothing in it', '/queue', 'hf-queue h2', { cases: null }),
  at('cases', '/cases', 'hf-cases .cases a'), at('case held', ({ held }) => `/case/${held}`, 'hf-case-holds'), at('case expected', ({ expected }) => `/case/${expected}`, 'hf-case-next'),
  at('case that walked in', ({ walkIn }) => `/case/${walkIn}`, 'hf-case-next'), at('case that is none', '/case/ZZZZ', 'hf-case-page p'),
  at('brief', '/brief', 'hf-brief form'), at('briefs', '/briefs', 'hf-briefs .rows li'), at('partners', '/partners', 'hf-partners .rows li'), at('people', '/people', 'hf-people .rows li'),
  at('machines', '/machines', 'hf-machines .rows li'), at('audit', '/audit', 'hf-audit .lines li'), at('me', '/me', 'hf-me section'), at('false stops', '/false-stops', 'hf-false-stops section'), at('stops', '/stops', 'hf-stops section'),
  at('shift', '/shift', 'hf-shift section'), at('levers', '/levers', 'hf-levers section'), at('help', '/help', 'hf-help h1'), at('help about alarms', '/help/alarms', 'hf-help h1'),
  { ...at('gallery', '/gallery', 'hf-gallery hf-queue h3'), exempt: ['landmark-unique', 'heading-order', 'page-has-heading-one', 'landmark-no-duplicate-main'] },
  at('sign-in', '/sign-in', 'hf-sign-in form', { who: nobody }), at('half a link', '/link', 'hf-entry h1', { who: nobody }), at('page of somebody else', '/', 'hf-not-yours section', { who: madeWho(['support'], { machine: null }) }),
];
