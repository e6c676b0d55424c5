/** What the page says of erasing what is personal in a case. */
import type { PrivateKind } from '../../server/contract/private-data.ts';
import { spoken } from './language.ts';

export const privacyEnglish = {
  open: 'Erase what is personal…',
  heading: 'Erase what is personal',
  text: 'Unreadable in this store from now on; no backup of the keys brings it back after a while. The history of the case stays, without names.',
  verb: 'Erase it',
  which: 'What',
  everything: 'Everything of this case',
  kinds: { contact: 'Contact', story: 'Story', photo: 'Photos', consent: 'Signatures' } satisfies Readonly<Record<PrivateKind, string>>,
} as const;

export const privacyWords = spoken(privacyEnglish);
