/** Tells whoever follows the mails how each of them ended: once, and together with the note that it was told, or again. */
import type { MailFeed } from '../domain/mail-port.ts';
import type { MailTable } from '../store/mail-table.ts';

const TOLD_AT_ONCE = 100;

export interface Teller {
  follow(feed: MailFeed): void;
  /** Throws, after all others were told, what the follower threw. */
  tell(): void;
}

export function createTeller(table: MailTable): Teller {
  let feed: MailFeed | null = null;
  const tellOne = (follower: MailFeed, mail: ReturnType<MailTable['untold']>[number]): void => table.together(() => {
    if (mail.state === 'sent') follower.delivered(mail);
    else follower.failedForGood(mail);
    table.told(mail.id);
  });
  return {
    follow(follower) {
      feed = follower;
    },
    tell() {
      const follower = feed;
      if (follower === null) return;
      const faults: unknown[] = [];
      for (const mail of table.untold(TOLD_AT_ONCE)) {
        try {
          tellOne(follower, mail);
        } catch (error) {
          // One that cannot be told must not keep the others from being told.
          faults.push(error);
        }
      }
      if (faults.length > 0) throw faults[0];
    },
  };
}
