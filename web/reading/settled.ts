/**
 * Whether it is known what the page has to show at first: the benches, or that they cannot be had. Until then one look waits, so that
 * nothing moves when they come. It waits a moment and no longer: a stop must not depend on it.
 */
import type { LiveFeed } from '../live-feed.ts';

const SETTLED_AFTER_MS = 700;

export class Settled {
  is = false;
  /** Once it is drawn: for what may come behind it. */
  readonly drawn: Promise<void>;

  constructor(feed: LiveFeed, tell: () => void) {
    this.drawn = new Promise((drawn) => {
      const done = (): void => {
        this.is = true;
        unheard();
        tell();
        requestIdleCallback(() => drawn(), { timeout: 1_000 });
      };
      const tooLong = setTimeout(done, SETTLED_AFTER_MS);
      const unheard = feed.listen(() => {
        if (this.is || (feed.state.store === null && feed.link.state !== 'down')) return;
        clearTimeout(tooLong);
        done();
      });
    });
  }
}
