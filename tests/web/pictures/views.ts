/**
 * The few key views whose pictures are compared, each the same on every day: time stands still, the made store is the same, no value
 * ages. At most twelve: everything else is judged by rules.
 */
import type { Browser, Page } from 'playwright-core';
import { openPlace } from '../look/judge.ts';
import { PLACES } from '../look/places.ts';
import type { Place } from '../look/places.ts';
import { benches, viewOf } from '../made-benches.ts';

/** In the middle of the made story. */
const NOW_ISO = '2026-11-24T09:30:00.000Z';

export interface View {
  readonly name: string;
  readonly place: Place;
  readonly theme: 'light' | 'dark';
  readonly width: number;
  readonly height: number;
}

function placeOf(name: string, differs: Place['differs'] = {}): Place {
  const place = PLACES.find((one) => one.name === name);
  if (place === undefined) throw new Error(`no place is called ${name}`);
  return { ...place, differs: { ...place.differs, ...differs, nowMs: Date.parse(NOW_ISO) } };
}

const calm = [viewOf(benches.running(1)), viewOf(benches.ready(2)), viewOf(benches.waiting(3)), viewOf(benches.ready(4))];
const alarm = [viewOf(benches.stopped(1)), viewOf(benches.committed(2)), viewOf(benches.notConfirmed(3)), viewOf(benches.running(4)), viewOf(benches.unplugged(5)), viewOf(benches.ready(6))];
const view = (name: string, place: Place, theme: View['theme'], width = 1280, height = 800): View => ({ name, place, theme, width, height });

export const VIEWS: readonly View[] = [
  view('board-calm', placeOf('board', { views: calm }), 'light'),
  view('board-alarm', placeOf('board', { views: alarm }), 'light', 1280, 1000),
  view('board-alarm-dark', placeOf('board', { views: alarm }), 'dark', 1280, 1000),
  view('board-phone', placeOf('board', { views: alarm }), 'light', 390, 844),
  view('board-wall', placeOf('board', { views: alarm }), 'dark', 1920, 1080),
  view('bench-stopped', placeOf('bench stopped'), 'light'),
  view('queue', placeOf('queue'), 'light'),
  view('case', placeOf('case held'), 'light'),
  view('cases', placeOf('cases'), 'dark'),
  view('sign-in', placeOf('sign-in'), 'light', 1280, 720),
  view('gallery', placeOf('gallery'), 'light', 1280, 1000),
];

/** No value ages between two frames, so that a slow machine shows what a fast one does. */
const STILL = 'performance.now = () => 1000;';

/** Takes a picture; `change` is a deliberate one, for the test of the comparison itself. */
export async function take(browser: Browser, { place, theme, width, height }: View, change = ''): Promise<Buffer> {
  const still = async (page: Page): Promise<void> => {
    await page.clock.setFixedTime(NOW_ISO);
    await page.addInitScript(STILL);
  };
  const opened = await openPlace(browser, place, 'en', { viewport: { width, height }, colorScheme: theme, timezoneId: 'UTC', bypassCSP: true }, still);
  try {
    // What is fetched behind the first picture has come.
    await opened.page.waitForLoadState('networkidle');
    await opened.page.evaluate(`document.documentElement.dataset.theme = '${theme}'; document.activeElement?.blur(); scrollTo(0, 0); ${change}`);
    await opened.page.evaluate('document.fonts.ready.then(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))');
    // Drawn over and over until it stands still; charts have an anti-aliasing of their own and are left out.
    return await opened.page.screenshot({ scale: 'css', animations: 'disabled', caret: 'hide', style: 'canvas { visibility: hidden !important; }' });
  } finally {
    await opened.close();
  }
}
