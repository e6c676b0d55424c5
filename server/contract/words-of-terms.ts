/** The English terms that a customer signs, in words that can be read aloud at a counter. Whoever changes one gives a new version. */
import type { Terms } from './terms.ts';

/** A partner deletes its copy of recovered data so many days after handing it over. */
export const COPY_KEPT_DAYS = 10;

export const TERMS_EN: Terms = {
  version: '2026-11',
  language: 'en',
  title: 'What you allow us to do',
  parts: [
    { title: 'Only what you mark', words: 'We do what you mark below and nothing else: look for the fault, rescue the data, repair, open the device, pass it to the partner that we name, erase it. What is not marked we ask for first.' },
    { title: 'It is yours, or you speak for the owner', words: 'You say that the device is yours, or that you act for its owner as executor, next of kin or agent.' },
    { title: 'What can go wrong', words: 'A damaged device can fail for good while somebody works on it, and data can be lost. Opening it can end its warranty and its protection against water. We stop before a step that erases data, unless you marked that.' },
    { title: 'Your data', words: `We do not look through what is on the device and keep no copy of it. A partner who rescues data hands it to you and deletes its copy at most ${String(COPY_KEPT_DAYS)} days later. We never need the password of your account.` },
    { title: 'What we keep about you', words: 'Your name and how to reach you, what you told us, photos of the outside of the device and your signature. They are sealed, each look at them is recorded with its reason, and you may see who looked. We erase them when their time is over, or earlier when you ask.' },
    { title: 'You can take it back', words: 'Say so in the store, by phone or through your link, at any time. From then on we do nothing more, and give the device back as it is.' },
  ],
};
