/** What the console says of the way in: the one-time link of a new store, or the throw-away people of a virtual one. */
import type { FirstPeople } from './child-line.ts';
import { wrapText } from './wrap-text.ts';

/** A link stands alone on its line, unbroken, so that it can be copied. */
export function sayPeople({ firstAdminLink, demo }: FirstPeople, say: (text: string) => void): void {
  if (firstAdminLink !== null) {
    say(wrapText('Nobody can sign in yet. Open this link once, within a day, to become the first admin:'));
    say(`  ${firstAdminLink}`);
  }
  if (demo === null) return;
  say('Come in as the demo technician:');
  say(`  ${demo.link}`);
  say(wrapText(`Or sign in as ${demo.users.slice(0, -1).join(', ')} or ${demo.users.at(-1) ?? ''}, with the password ${demo.password} or, at the bench PC, the PIN ${demo.pin}. They are virtual, like the rigs.`));
}
