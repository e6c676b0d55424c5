/** Why a mail waits, or was not sent: what happened, the usual cause, what to do now. Another language is the same record. */
import type { MailProblem } from './mail.ts';
import type { ProblemWords } from './words-shape.ts';

const TRIES = 'It is tried again by itself, for three days.';

export const MAIL_PROBLEMS_EN: Readonly<Record<MailProblem, ProblemWords>> = {
  'no-mail-server': { what: 'Mail is not possible: no mail server is set up.', usualCause: 'There is no `mail:` in holdfast.yaml.', remedy: 'Tell people by print or by phone, or set up a mail server.' },
  'server-away': { what: 'The mail server cannot be reached.', usualCause: 'It is down, its name or port is wrong, or this PC has no network.', remedy: `${TRIES} Look at the network and at \`host\` and \`port\` under \`mail:\`.` },
  'server-speaks-oddly': { what: 'What answers is not a mail server that can be spoken with.', usualCause: 'A wrong port, or `security` is not what this port speaks.', remedy: `${TRIES} Look at \`port\` and \`security\`: 465 is tls, 587 is starttls.` },
  'tls-failed': { what: 'No safe line to the mail server came about.', usualCause: 'Its certificate is not trusted here or has another name, or it does not speak TLS on this port.', remedy: `${TRIES} Write the name that stands in its certificate as \`host\`. An authority of your own is trusted through NODE_EXTRA_CA_CERTS.` },
  'login-refused': { what: 'The mail server refuses the user or the password.', usualCause: 'The password was changed, or the server wants one made for programs.', remedy: `${TRIES} Put the right password into the file that \`passwordFile\` names, then start again.` },
  'sender-refused': { what: 'The mail server takes no mail from this sender.', usualCause: 'The address under `from:` is not one of this user, or the server wants a login.', remedy: `${TRIES} Use an address that belongs to the user of the mail server.` },
  'asked-to-wait': { what: 'The mail server asks to try again later.', usualCause: 'The mailbox is full or busy, or the server tests unknown senders.', remedy: `${TRIES} Nothing has to be done.` },
  'answer-lost': { what: 'The line broke before the mail server answered. The mail may have arrived.', usualCause: 'The network failed, or Holdfast was ended in this moment.', remedy: 'It is sent again under the same number, so that a mailbox can drop a double.' },
  'address-refused': { what: 'There is no such mail address.', usualCause: 'It was mistyped, or the mailbox was closed.', remedy: 'Ask for the right address, and tell the person by phone.' },
  'message-refused': { what: 'The mail server refused this mail.', usualCause: 'Its rules against unwanted mail, or a full mailbox.', remedy: 'Tell the person by phone. Its answer stands beside the mail.' },
  'too-old': { what: 'The mail could not be sent in three days and was given up.', usualCause: 'The mail server was away too long, or this PC was off.', remedy: 'Tell the person by phone.' },
  erased: { what: 'The mail was not sent: the personal data of its case was erased.', usualCause: 'The customer asked for it, or its time was over.', remedy: 'Nothing has to be done.' },
  'called-off': { what: 'The mail was called off before it was sent.', usualCause: 'What it says was overtaken by what happened.', remedy: 'Nothing has to be done.' },
};
