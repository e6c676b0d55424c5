/**
 * What each address outside answers to whoever comes by a link in each of its states, written down by hand: one row for each
 * route, one column for each state. It takes nothing from the product: whoever changes what a link opens has to change it here too.
 */
import type { LinkStanding } from '../../../server/contract/case-links.ts';

/** Of one cell, asked as a browser on our own page asks. */
export const MARKS = {
  '.': { status: 200, shows: '' },
  N: { status: 404, shows: 'not-public' },
  X: { status: 404, shows: 'This link does not work' },
  F: { status: 403, shows: 'This form was open for too long' },
  C: { status: 200, shows: 'Where your phone is' },
  P: { status: 200, shows: 'Type the PIN' },
  '?': { status: 401, shows: 'name="pin"' },
  W: { status: 429, shows: 'Too many tries' },
  S: { status: 200, shows: 'Save the photos' },
  R: { status: 200, shows: 'This handover was called off' },
  A: { status: 401, shows: 'For support agents' },
  '+': { status: 303, shows: '' },
  '-': { status: 409, shows: 'Not done' },
  T: { status: 200, shows: 'custody.jsonl' },
  x: { status: 404, shows: 'Not done' },
} as const;
export type Mark = keyof typeof MARKS;

/**
 * `kind`: the token of the other kind of link · `open`: seen, no PIN tried · `five`: five wrong PINs · `used`: written by the customer, signed by the
 * partner · `recall`: the handover was called off · `back`: both links were taken back · `boot`: the server was started anew. From
 * `right` on the browser of the partner had come in by the PIN before it happened, but for `five`.
 */
export const STATES = ['none', 'forged', 'kind', 'made', 'open', 'wrong', 'five', 'right', 'used', 'recall', 'back', 'expired', 'closed', 'erased', 'merged', 'boot'] as const;
export type State = (typeof STATES)[number];

//                           none forg kind made open wron five righ used reca back expi clos eras merg boot
const ALWAYS             = ' .    .    .    .    .    .    .    .    .    .    .    .    .    .    .    .';
const AGENT              = ' A    A    A    A    A    A    A    A    A    A    A    A    A    A    A    A';

/** In the order in which they are asked: what changes the state of a case comes last. */
export const ROWS: Readonly<Record<string, string>> = {
  'GET /': ALWAYS,
  'GET /style.css': ALWAYS,
  'GET /robots.txt': ALWAYS,
  'GET /health': ALWAYS,
  'GET /sign.js': ALWAYS,
  'GET /signature-pad.js': ALWAYS,
  'GET /agent': ALWAYS,
  'POST /agent/enter':       ' A    A    A    A    A    A    A    A    A    A    A    A    A    A    A    F',
  'POST /agent/brief': AGENT,
  'POST /agent/amend': AGENT,
  'POST /agent/leave': AGENT,
  'GET /c/:token':           ' N    X    X    C    C    C    C    C    C    C    X    X    C    C    C    C',
  'POST /c/:token/message':  ' N    X    X    F    +    +    +    +    +    +    X    X    -    -    +    F',
  'POST /c/:token/consent/:consent':
                             ' N    X    X    F    +    +    +    +    +    +    X    X    -    +    +    F',
  'GET /p/:token':           ' N    X    X    P    P    P    W    S    S    R    X    X    S    S    S    P',
  'POST /p/:token/stage':    ' N    X    X    ?    ?    ?    W    F    +    F    X    X    -    F    +    ?',
  'POST /p/:token/outcome':  ' N    X    X    ?    ?    ?    W    F    +    F    X    X    -    F    +    ?',
  'POST /p/:token/message':  ' N    X    X    ?    ?    ?    W    +    +    -    X    X    -    -    +    ?',
  'POST /p/:token/copy':     ' N    X    X    ?    ?    ?    W    T    T    x    X    X    T    T    T    ?',
  'POST /p/:token/sign':     ' N    X    X    ?    ?    ?    W    +    -    -    X    X    -    -    -    ?',
  'POST /p/:token/enter':    ' N    F    F    F    +    +    W    +    +    ?    ?    ?    +    +    +    F',
  'POST /p/:token/leave':    ' N    X    X    ?    ?    ?    W    +    +    +    X    X    +    +    +    ?',
};

/** What the pure rule says of the two links; null: there is none to ask about. */
export const STANDINGS: Readonly<Record<State, { readonly customer: LinkStanding; readonly partner: LinkStanding } | null>> = {
  none: null, forged: null, kind: null,
  made: { customer: 'opens', partner: 'opens' }, open: { customer: 'opens', partner: 'opens' }, wrong: { customer: 'opens', partner: 'opens' }, five: { customer: 'opens', partner: 'opens' },
  right: { customer: 'opens', partner: 'opens' }, used: { customer: 'opens', partner: 'opens' }, recall: { customer: 'opens', partner: 'called-off' }, back: { customer: 'over', partner: 'over' },
  expired: { customer: 'over', partner: 'over' }, closed: { customer: 'opens', partner: 'opens' }, erased: { customer: 'opens', partner: 'opens' }, merged: { customer: 'opens', partner: 'opens' },
  boot: { customer: 'opens', partner: 'opens' },
};
