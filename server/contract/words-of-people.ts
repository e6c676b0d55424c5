/** English words for refusals that concern people, sign-in, machines and confirmations. None of them tells whether a user exists. */
import type { ServerProblem } from './problem-codes.ts';
import type { ProblemWords } from './words-shape.ts';

type PeopleProblem = Extract<ServerProblem,
  | 'token-unknown' | 'not-signed-in' | 'right-missing' | 'manager-needed' | 'sign-in-too-weak'
  | 'sign-in-failed' | 'code-needed' | 'code-wrong' | 'too-many-tries' | 'busy' | 'bench-pc-needed' | 'link-used' | 'first-admin-named' | 'name-and-user-needed'
  | 'password-guessable' | 'pin-easy' | 'user-taken' | 'badge-taken' | 'last-admin' | 'no-such-person' | 'no-such-machine' | 'no-such-session' | 'person-left'
  | 'provider-off' | 'provider-unreachable' | 'provider-refused'
  | 'confirmation-unknown' | 'confirmation-used' | 'confirmation-expired' | 'confirmation-of-another-act' | 'confirmation-of-another-person'
  | 'passkey-failed' | 'passkey-name-needed' | 'passkey-known' | 'no-such-passkey' | 'too-many-passkeys'>;

const AGAIN = 'Confirm again, then send it at once.';

export const PEOPLE_PROBLEMS_EN: Readonly<Record<PeopleProblem, ProblemWords>> = {
  'token-unknown': { what: 'The token is not known.', usualCause: 'It was revoked, or it is of another store.', remedy: 'Ask an admin for a new one, on the page of machines.' },
  'not-signed-in': { what: 'Nobody is signed in here.', usualCause: 'The session ended, or it was idle for too long.', remedy: 'Sign in. At an enrolled bench PC a stop works without.' },
  'right-missing': { what: 'You do not have the right to do this.', usualCause: 'It is the task of another role: {holders}.', remedy: 'Ask a colleague who has the right, or an admin to change your roles.' },
  'manager-needed': { what: 'A manager must do this.', usualCause: "The customer's data is at stake.", remedy: 'Call a manager. You can be the second person who confirms.' },
  'sign-in-too-weak': { what: 'A badge or a PIN is not enough for this.', usualCause: 'You switched quickly at the bench.', remedy: 'Sign in with your password.' },
  'sign-in-failed': { what: 'Name, password, PIN or code is not right.', usualCause: 'A typing mistake, or a code that was used or has run out.', remedy: 'Try again. If the password is lost, ask an admin for a one-time link.' },
  'code-needed': { what: 'The code of your authenticator app is needed too.', usualCause: 'The app is set up for this account.', remedy: 'Type the six digits that the app shows now.' },
  'code-wrong': { what: 'The code does not fit the new secret.', usualCause: 'The app was not set up yet, or the clock of the phone is wrong.', remedy: 'Scan the picture again and type the code that the app shows now.' },
  'too-many-tries': { what: 'There were too many tries. Wait {minutes} minutes.', usualCause: 'Somebody guesses, or a program has an old password.', remedy: 'Wait, or sign in at an enrolled bench PC: it is counted apart.' },
  busy: { what: 'Too many people are signing in at this moment.', usualCause: 'A program tries many passwords.', remedy: 'Try again in a moment.' },
  'bench-pc-needed': { what: 'A badge or a PIN works only at an enrolled bench PC.', usualCause: 'This browser was never enrolled, or its cookies were deleted.', remedy: 'Sign in with your password; a manager can enrol this PC.' },
  'link-used': { what: 'This link does not work any more.', usualCause: 'It was used, it is older than a day, or a newer one was made.', remedy: 'Ask an admin for a new one.' },
  'first-admin-named': { what: 'This store has an admin already.', usualCause: 'The link of the first start was opened again.', remedy: 'Sign in. If the only admin is locked out, run "holdfast people reset" on the machine itself.' },
  'name-and-user-needed': { what: 'Your name and a user name are needed.', usualCause: 'A field was left empty.', remedy: 'Fill in both.' },
  'password-guessable': { what: 'This password is among the first that somebody would try.', usualCause: 'A common word with digits behind it, a row of the keyboard, or your own name.', remedy: 'Take three or four words that have nothing to do with each other. Blanks are fine.' },
  'pin-easy': { what: 'This PIN is among the first that somebody would try.', usualCause: 'Digits in a row, one digit many times, or a half twice.', remedy: 'Take six digits without an order.' },
  'user-taken': { what: 'Somebody has this user name already.', usualCause: 'A colleague with a similar name; also who has left keeps it.', remedy: 'Choose another one.' },
  'badge-taken': { what: 'This badge belongs to somebody else.', usualCause: 'Two people share a badge.', remedy: 'Give each person a badge of their own.' },
  'last-admin': { what: 'The last admin must stay.', usualCause: 'Nobody else could add people or end sessions.', remedy: 'Make somebody else an admin first.' },
  'no-such-person': { what: 'There is no such person, or the person has left.', usualCause: 'An old page.', remedy: 'Look at the list of people again.' },
  'no-such-machine': { what: 'There is no such machine.', usualCause: 'An old page.', remedy: 'Look at the list of machines again.' },
  'no-such-session': { what: 'There is no such session of yours.', usualCause: 'It has ended already.', remedy: 'Look at the list again.' },
  'person-left': { what: 'This person has left.', usualCause: 'An admin let the person go a moment ago.', remedy: 'Ask somebody else.' },
  'provider-off': { what: 'This store signs nobody in by an identity provider.', usualCause: 'An old page, or `oidc:` was taken out of holdfast.yaml.', remedy: 'Sign in with user name and password.' },
  'provider-unreachable': { what: 'The identity provider cannot be reached: {detail}.', usualCause: 'This PC has no network, or the provider is down.', remedy: 'Sign in with the password of this store, or with badge or PIN at an enrolled bench PC.' },
  'provider-refused': {
    what: 'The sign-in by the identity provider did not succeed.',
    usualCause: 'It took more than ten minutes, began in another browser, or this store has nobody of that user name.',
    remedy: 'Begin again. People are added by an admin of this store, under the same user name as at the provider.',
  },
  'passkey-failed': { what: 'The passkey was not accepted.', usualCause: 'It took longer than five minutes, or the passkey is not known here any more.', remedy: 'Try again, or use your password.' },
  'passkey-name-needed': { what: 'Passkeys work only under a name, not under an address of numbers.', usualCause: 'The page was opened as 127.0.0.1 or by another address.', remedy: 'On this PC open it as http://localhost; elsewhere by the name in its certificate.' },
  'passkey-known': { what: 'This passkey is known already.', usualCause: 'It was sent twice.', remedy: 'Look at the list of your passkeys.' },
  'no-such-passkey': { what: 'You have no such passkey.', usualCause: 'It was removed already.', remedy: 'Look at the list again.' },
  'too-many-passkeys': { what: 'You have ten passkeys, and that is the most.', usualCause: 'Old ones were kept.', remedy: 'Remove one that you do not use any more.' },
  'confirmation-unknown': { what: 'The confirmation is not known.', usualCause: 'It was not made, or it was cut off.', remedy: AGAIN },
  'confirmation-used': { what: 'The confirmation was used already.', usualCause: 'The request was sent twice.', remedy: AGAIN },
  'confirmation-expired': { what: 'The confirmation is older than five minutes.', usualCause: 'Something came in between.', remedy: AGAIN },
  'confirmation-of-another-act': { what: 'The confirmation is for something else.', usualCause: 'The bench tripped again in the meantime, or another bench was meant.', remedy: 'Read what is meant now, then confirm again.' },
  'confirmation-of-another-person': { what: 'The confirmation is not of the person who is signed in.', usualCause: 'Somebody switched in between.', remedy: 'The person who acts must confirm.' },
};
