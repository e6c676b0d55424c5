/** What the page says of passkeys: on the page of sign-in, on the own page, and where an act is confirmed. */
import type { NoPasskey } from '../reading/passkey.ts';
import { spoken } from './language.ts';

const CANNOT: Readonly<Record<NoPasskey, string>> = {
  'address-here': 'Passkeys work only under a name. Open this page by its name on this PC:',
  'address-elsewhere': 'Passkeys work only under a name. Open this page by the name of the PC, not by its address.',
  'no-browser': 'This browser has no passkeys.',
};

export const passkeyEnglish = {
  use: 'Use a passkey',
  asking: 'Waiting for your passkey…',
  nothing: 'No passkey was shown. Try again, or use your password.',
  nothingMade: 'No passkey was made. Perhaps this key holds one of yours already.',
  cannot: CANNOT,
  title: 'Passkeys',
  text: 'A passkey signs you in by finger, face or PIN of your phone, PC or key, and confirms acts. Only its public half is kept here.',
  none: 'None yet.',
  add: 'Add a passkey…',
  addHeading: 'A new passkey',
  addText: 'After “Make it” your browser asks for phone, PC or key.',
  make: 'Make it',
  name: 'Name',
  nameHint: 'How you tell it from others: “Phone”, “Key on the ring”.',
  remove: 'Remove…',
  removeNamed: (name: string) => `Remove the passkey ${name}`,
  removeHeading: (name: string) => `Remove “${name}”`,
  removeText: 'It signs you in no more. Everywhere else you are signed out.',
  removeNow: 'Remove it',
  added: (name: string) => `Passkey “${name}”: added.`,
  removed: (name: string) => `Passkey “${name}”: removed.`,
  at: (host: string) => `works at ${host}`,
  made: (when: string) => `made ${when}`,
  used: (when: string) => `last used ${when}`,
  neverUsed: 'never used',
  way: 'Passkey',
  wayHint: 'After the next step your browser asks for the passkey.',
  wayHintSecond: 'After the next step the browser asks for the passkey of the second person.',
} as const;

export const passkeyWords = spoken(passkeyEnglish);
