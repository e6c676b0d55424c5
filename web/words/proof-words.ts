/** What the page says where somebody confirms one act with what only that person knows or has, and where a bench is reset. */
import { spoken } from './language.ts';

export const proofEnglish = {
  own: 'Confirm it is you',
  second: 'Second person',
  secondHint: "The customer's data is at stake: another person has looked at the evidence too, and confirms here.",
  secondUser: 'User name of the second person',
  how: 'Confirm by',
  byPassword: 'Password',
  byBadge: 'Badge and PIN',
  password: 'Your password',
  secondPassword: 'Password of the second person',
  code: 'Code of the authenticator app',
  codeNeeded: 'The code of the authenticator app is needed too.',
  badge: 'Badge',
  badgeHint: 'Put the cursor here and hold the badge to the reader.',
  pin: 'PIN',
  needs: { own: 'Confirm it is you', second: 'The second person must confirm', reason: 'A reason is needed' },
  notConfirmed: 'Not confirmed.',
  secondNotConfirmed: 'The second person is not confirmed.',
  resetIs: 'A reset lifts the lock of this stop. It starts nothing: a restore must be begun anew by a person.',
  resetNotYet: 'Not possible yet',
  resetReason: 'Reason',
  resetReasonHint: 'What was found, and why it is safe to go on.',
  resetNow: 'Reset the bench',
  resetSending: 'Asking the bench…',
  notReset: 'Not reset.',
  back: 'Back',
  close: 'Close',
} as const;

export const proofWords = spoken(proofEnglish);
