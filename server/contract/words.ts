/**
 * English words for every refusal of the server: what happened, the usual cause, what to do now. Words in braces are
 * filled from the parameters of the refusal; another language is the same record type.
 */
import type { ServerProblem } from './problem-codes.ts';
import { CASE_PROBLEMS_EN } from './words-of-cases.ts';
import { CUSTODY_PROBLEMS_EN } from './words-of-custody.ts';
import { PEOPLE_PROBLEMS_EN } from './words-of-people.ts';
import type { ProblemWords } from './words-shape.ts';

const STOP_BY_HAND = 'If a restore runs: press the stop button of the rig. `holdfast stop {bench}` on the bench PC works without the server.';

export const SERVER_WORDS_EN: Readonly<Record<ServerProblem, ProblemWords>> = {
  'runtime-too-old': {
    what: 'This Node ({version}) is too old for the database.',
    usualCause: "The server was started with the machine's own Node.",
    remedy: 'Start it with `npm start`, which uses the Node that comes with Holdfast, or use Node 22.14 or newer.',
  },
  'arguments-wrong': { what: 'The server cannot use its arguments: {detail}.', usualCause: 'A misspelt option or a value that does not fit.', remedy: 'Use --state DIR, --port N, --host 127.0.0.1, --store-name NAME, --virtual, --demo-cases, --web DIR and --config FILE.' },
  'config-unreadable': { what: 'The configuration file {file} cannot be read: {detail}.', usualCause: 'The path is wrong, or the file belongs to another user.', remedy: 'Check the path after --config and the rights of the file.' },
  'config-wrong': { what: '{at}: {detail}.', usualCause: 'A misspelt key or a value of the wrong kind.', remedy: '{right}' },
  'tls-needed': { what: 'Beyond this machine the server speaks TLS only, and there is no certificate for {host}.', usualCause: 'Another machine is to reach it, and no certificate was made yet.', remedy: 'Make one with `npm run holdfast -- tls init --state {state}`, or name your own files under `tls:` in the section `server:` of holdfast.yaml. Without other machines leave `host` out.' },
  'host-not-address': { what: '{host} is not an address of this machine.', usualCause: 'A name was given where an address is needed.', remedy: 'Write the address that the listener is to have, 0.0.0.0 for every one of IPv4, or leave it out.' },
  'host-not-here': { what: 'This machine has no address {host}.', usualCause: 'It has got another address from the network.', remedy: 'Write an address that this machine has now, or 0.0.0.0 for every one of IPv4.' },
  'tls-unreadable': { what: 'The file {file} cannot be read: {detail}.', usualCause: 'It was moved or deleted, or it belongs to another user.', remedy: 'Check the path under `tls:` in holdfast.yaml and the rights of the file, or make certificates with `npm run holdfast -- tls init`.' },
  'tls-wrong': { what: 'The file {file} does not hold what is needed: {detail}.', usualCause: 'Certificate and key were mistaken for one another, or the key is protected by a password.', remedy: 'The certificate file holds certificates in PEM, the own one first; the key file its private key in PEM without a password.' },
  'tls-key-other': { what: 'The key {key} does not belong to the certificate {cert}.', usualCause: 'One of the two was renewed without the other, or the file begins with the certificate of the authority.', remedy: 'Name the key with which this certificate was asked for; the own certificate comes first in its file.' },
  'tls-key-open': { what: 'Every user of this machine can read the key {key}.', usualCause: 'It was copied without its rights.', remedy: 'Take the right to read it from others (chmod o-r), and give it to the user that runs Holdfast.' },
  'tls-ended': { what: 'The certificate {cert} ended on {end}.', usualCause: 'It was not renewed, or the clock of this machine is wrong.', remedy: 'Renew it: one of this store with `npm run holdfast -- tls init`, your own where it came from. Look at the clock too.' },
  'tls-not-begun': { what: 'The certificate {cert} is good from {begin}; this machine believes that it is {now}.', usualCause: 'The clock of this machine is wrong.', remedy: 'Set the clock, then start again.' },
  'tls-nameless': { what: 'The certificate {cert} names no machine.', usualCause: 'It was made for something else, or only for names with a star.', remedy: 'Use one with the names of this machine, or write the names under `tls:` as `names: [bench-pc.example]`.' },
  'tls-name-wrong': { what: '"{name}" is neither a name nor an address by which another machine can reach this one.', usualCause: 'A misspelt name, an address with a port, or a name of this machine for itself.', remedy: 'Write names as bench-pc.local or addresses as 192.168.1.5, each after its own --name.' },
  'tls-not-made': { what: 'The certificates could not be made or read: {detail}.', usualCause: 'This user may not write the state folder, or the disk is full.', remedy: 'Use the user that runs Holdfast, or name its state folder with --state.' },
  'client-secret-unreadable': { what: 'The secret of the identity provider in {file} cannot be used: {detail}.', usualCause: 'It was moved or is empty, or it belongs to another user.', remedy: 'Check the path `clientSecretFile` under `oidc:` in holdfast.yaml. The file holds the secret and nothing else.' },
  'client-secret-open': { what: 'Every user of this machine can read or change {file}.', usualCause: 'It was copied without its rights.', remedy: 'Take these rights from others (chmod o-rw), and give the file to the user that runs Holdfast.' },
  'mail-password-unreadable': { what: 'The password of the mail server in {file} cannot be used: {detail}.', usualCause: 'It was moved or is empty, or it belongs to another user.', remedy: 'Check the path `passwordFile` under `mail:` in holdfast.yaml. The file holds the password in one line and nothing else.' },
  'mail-password-open': { what: 'Every user of this machine can read or change {file}.', usualCause: 'It was copied without its rights.', remedy: 'Take these rights from others (chmod o-rw), and give the file to the user that runs Holdfast.' },
  'mail-not-set-up': { what: 'No mail server is set up.', usualCause: 'There is no `mail:` in the section `server:` of holdfast.yaml, or another file was read.', remedy: 'Set it up as the README shows under "Mail", or name the file with --config.' },
  'mail-address-wrong': { what: '"{address}" is not one mail address.', usualCause: 'A misspelt address, or several of them.', remedy: 'Write one address, such as someone@example.org.' },
  'port-in-use': { what: 'Another program listens on {port}.', usualCause: 'Holdfast already runs on this machine.', remedy: 'Open http://127.0.0.1:{port} to see whether it is Holdfast; otherwise choose another with --port.' },
  'port-denied': { what: 'Port {port} may not be used by this user.', usualCause: 'Ports below 1024 belong to the administrator.', remedy: 'Choose a port above 1023 with --port.' },
  'state-not-writable': { what: 'The state folder {path} cannot be written: {detail}.', usualCause: 'It belongs to another user, or the disk is full or read-only.', remedy: 'Give the folder to the user that runs Holdfast, or name another with --state.' },
  'state-in-use': { what: 'Another Holdfast server uses the state folder {path}.', usualCause: 'It was started twice, with two ports.', remedy: 'End the other one, or give this one its own folder with --state.' },
  'state-kind-differs': { what: 'The state folder {path} holds {held} evidence, but the server was started for {asked} rigs.', usualCause: 'The folder of a trial with virtual rigs was given to a real store, or the reverse.', remedy: 'Name another folder with --state. Virtual and real evidence never share one.' },
  'token-unreadable': { what: 'The token of the bridge in {path} cannot be used: {detail}.', usualCause: 'The file was edited, cut off, or belongs to another user.', remedy: 'Delete the file; the server makes a new one at the next start and the bridge reads it by itself.' },
  'database-newer': { what: 'The database {path} was written by a newer Holdfast (version {found}, this one knows {known}).', usualCause: 'Holdfast was put back to an older release.', remedy: 'Install the newer release again, or start with another --state. Nothing was changed in the database.' },
  'database-corrupt': { what: 'The database {path} is damaged: {detail}.', usualCause: 'The disk failed, or the file was overwritten or copied while in use.', remedy: 'Keep the file and its -wal file for recovery, put a backup in their place, or move them away to begin anew. The guard works without the server.' },
  'database-foreign': { what: 'The file {path} is a database of another program.', usualCause: '--state names the wrong folder.', remedy: 'Name the right folder with --state.' },
  'keys-unusable': { what: 'The keys of personal data in {path} cannot be used: {detail}.', usualCause: 'keys.sqlite and store.key were moved, or only one of several files was put back.', remedy: 'Put back keys.sqlite, store.key and server.sqlite that belong together. Are the keys lost? Then move keys.sqlite away: personal data stays unreadable, all else works.' },
  'backup-failed': { what: 'No backup was made: {detail}.', usualCause: 'The folder cannot be written, its disk is full, or there is no database yet.', remedy: 'Name a folder on another disk with free space, and the state folder with --state.' },
  'start-failed': { what: 'The server cannot start: {detail}.', usualCause: 'Not known.', remedy: 'Look at the log of the server. The guard works without it.' },
  'people-wrong': { what: 'This cannot be done: {detail}.', usualCause: 'A missing or misspelt value.', remedy: 'See "holdfast help people".' },

  'host-refused': { what: 'This server does not answer to the name {host}.', usualCause: 'A page of another site was pointed at this machine, or a proxy changed the name.', remedy: 'On this PC open http://127.0.0.1 with the port of the server; from elsewhere use a name that stands in its certificate. A proxy must pass the Host header on as it came.' },
  'origin-refused': { what: 'The request comes from another site ({origin}).', usualCause: 'A page that is not the dashboard tried to act.', remedy: 'Use the dashboard itself. A program sends no Origin header.' },
  'origin-missing': { what: 'The request brings a cookie, but does not say which page it comes from.', usualCause: 'A very old browser, or something on the way that removes headers.', remedy: 'Use a current browser. A program uses a token instead of a cookie.' },
  'method-refused': { what: 'The method {method} is not known here.', usualCause: 'A misspelt method, or a program that looks for faults.', remedy: 'The API page at /api/docs lists every method.' },
  'too-many-requests': { what: 'Too many requests came from this address.', usualCause: 'A program that asks in a loop, or very many pages.', remedy: 'Wait {seconds} s, then ask more slowly. A stop is never refused for this.' },
  'body-too-complex': { what: 'The body is nested deeper than {depthMax} levels, or has more than {partsMax} fields and entries.', usualCause: 'A wrong file was sent, or a program that looks for faults.', remedy: 'Send only the fields that the API page lists.' },
  'body-not-json': { what: 'Only application/json is accepted, not {type}.', usualCause: 'A form, or a program that names no content type.', remedy: 'Send the header content-type: application/json. A stop needs no body at all.' },
  'body-too-large': { what: 'The body is longer than {limitBytes} bytes.', usualCause: 'A wrong file was sent.', remedy: 'Send only the fields that the API page lists.' },
  'body-malformed': { what: 'The body is not JSON.', usualCause: 'It was cut off or quoted wrongly.', remedy: 'Send valid JSON. A stop needs no body at all.' },
  'input-wrong': { what: 'The input does not fit: {detail}.', usualCause: 'A missing, misspelt or too long value.', remedy: 'Correct the named place; the API page at /api/docs shows every field.' },
  'no-such-route': { what: 'There is nothing at {path}.', usualCause: 'A misspelt address or method.', remedy: 'The API page at /api/docs lists every address.' },
  'not-public': { what: 'There is nothing at {path} on this address.', usualCause: 'A link that was cut off, or one that has ended.', remedy: 'Open the link as the store sent it, or ask the store for a new one.' },
  'links-need-public-url': { what: 'This store has no address outside, so it offers no links.', usualCause: 'No second listener is set up behind a proxy or tunnel of the store.', remedy: 'Use mail, print, or a brief typed in by the manager; or set `public:` with its `url` in holdfast.yaml.' },
  'range-too-wide': { what: 'The time range holds {points} points; at most {limit} are sent at once.', usualCause: 'A long range with the fine step.', remedy: 'Ask for a shorter range, or use step=1m.' },
  'too-many-pages': { what: '{limit} pages are connected already.', usualCause: 'A page or program that opens connections and leaves them.', remedy: 'Close pages that nobody looks at.' },
  'too-many-orders': { what: 'Too many orders wait for an answer of the bridge.', usualCause: 'The bridge hangs, or a program repeats its orders.', remedy: STOP_BY_HAND },
  'bridge-token-wrong': { what: 'The token of the bridge is missing or wrong.', usualCause: 'The bridge uses another state folder than the server.', remedy: 'Start both with the same --state.' },
  'web-missing': { what: 'The dashboard is not built: there is no index.html in {path}.', usualCause: 'The server was started by itself from a fresh copy.', remedy: 'Start Holdfast with `npm start`, which builds the dashboard. The API under /api works.' },
  'storage-failed': { what: 'The database did not answer: {detail}.', usualCause: 'The disk is full or failing.', remedy: 'Free space on the disk. The guard keeps protecting; its evidence waits in its own store and is sent again.' },
  'server-fault': { what: 'The server made a mistake; it is in its log.', usualCause: 'A fault in Holdfast.', remedy: 'Try again; if it stays, restart the server. The guard works without it.' },
  'no-such-stop': { what: 'There is no stop {stopId} of this rig.', usualCause: 'A misspelt number, or the bench PC has not reported the stop yet.', remedy: 'Look at the list of stops, then judge again.' },
  'judgement-id-used': { what: 'Another judgement was already kept under this id.', usualCause: 'A program uses one id for several judgements.', remedy: 'Send a new id with every judgement, or none.' },
  'look-person-needed': { what: 'Personal data is shown only to somebody who is signed in.', usualCause: 'Nobody is signed in, or a machine asked.', remedy: 'Sign in, then open it again.' },
  'look-reason-needed': { what: 'A look at personal data needs a reason of 3 to 500 characters.', usualCause: 'The field was left empty.', remedy: 'Write why you need it. The customer can read it.' },
  'private-unreadable': { what: 'This personal data cannot be read any more: its key is gone.', usualCause: 'It was erased, or a backup was put back that is older than its keys.', remedy: 'Ask the customer again if it is needed.' },
  'private-too-large': { what: 'This is larger than 8 MB.', usualCause: 'A film, or a photo that was not made smaller.', remedy: 'Make it smaller, then add it again.' },
  'case-erased': { what: 'The personal data of this case was erased for ever.', usualCause: 'The customer asked for it, or its time was over.', remedy: 'Open a new case if the customer comes again.' },
  'case-kept': { what: 'The personal data of this case must be kept for now.', usualCause: 'An order to keep it is open, for a dispute or a court.', remedy: 'Ask who placed the order; erase when it is released.' },
  'nothing-private': { what: 'This case has no such personal data.', usualCause: 'It was never written, or its time was over.', remedy: 'Look at what the case shows.' },
  'no-such-keep-order': { what: 'This case has no such order that is open.', usualCause: 'It was released before, or belongs to another case.', remedy: 'Look at the privacy of the case.' },

  ...PEOPLE_PROBLEMS_EN,
  ...CASE_PROBLEMS_EN,
  ...CUSTODY_PROBLEMS_EN,

  'unknown-bench': { what: 'There is no bench {bench}.', usualCause: 'It was renamed or taken out of the configuration.', remedy: 'Look at the list of benches.' },
  expired: { what: 'The order reached the bridge too late and was not carried out.', usualCause: 'The bench PC is very busy, or it slept.', remedy: 'Look at the bench, then order again.' },
  'no-trip': { what: 'The bench is not tripped; there is nothing to reset.', usualCause: 'Somebody else has reset it.', remedy: 'Look at the bench again.' },
  'other-trip': { what: 'The bench is tripped by another stop than the one shown.', usualCause: 'It was reset and tripped again in the meantime.', remedy: 'Read the new stop, then decide again.' },
  'cause-not-cleared': { what: 'A cause of the stop is still there.', usualCause: 'The device is still in the rig, or the measurement is still above the limit.', remedy: 'Take the device out, or clear the cause that the bench shows; then reset.' },
  'estop-held': { what: 'The emergency stop is still pressed.', usualCause: 'It latches until a person releases it at the rig.', remedy: 'Release the emergency stop at the rig when it is safe, then reset.' },
  'rig-not-live': { what: 'The rig does not answer.', usualCause: 'Its cable or its power is off.', remedy: 'Restore the connection of the rig, then try again.' },
  'restore-open': { what: 'A restore is still open in the rig.', usualCause: 'The rig has not yet reported its end.', remedy: 'Wait for the rig to end it; keep the cable in if the bench says so.' },
  'stop-pending': { what: 'The stop is not yet confirmed by the rig.', usualCause: 'It was ordered a moment ago.', remedy: 'Wait for the receipt; if it says NOT CONFIRMED, do what the bench shows first.' },
  'second-person-needed': { what: 'A second person must agree.', usualCause: "The stop puts the customer's data at stake.", remedy: 'Ask a colleague to confirm beside you, with their own password or badge and PIN.' },
  'same-person-twice': { what: 'Both confirmations are of the same person.', usualCause: 'One person confirmed twice, perhaps in two browsers.', remedy: 'A second, different person must confirm.' },
  'reason-needed': { what: 'The order needs a reason.', usualCause: 'The field was left empty.', remedy: 'Write in a few words what was found, and why.' },
  'bridge-not-connected': { what: 'The bridge of this bench is not connected to the server; the order was not sent.', usualCause: 'The bridge is restarting, or it runs with another state folder.', remedy: STOP_BY_HAND },
  'no-answer': { what: 'The bridge has not answered in time; nobody knows whether it was done.', usualCause: 'The bridge hangs or lost its connection at this moment.', remedy: `Look at the rig now. ${STOP_BY_HAND}` },
  'rig-refused': { what: 'The rig refused.', usualCause: 'Its own state does not allow it.', remedy: "Look at the rig's own display and at the events of the bench." },
  'drill-running': { what: 'A drill is running on this bench.', usualCause: 'It was ordered a moment ago, or the bench does it by itself.', remedy: 'Wait a second for its result.' },
  'bench-tripped': { what: 'The bench is tripped; a drill needs one that is not locked.', usualCause: 'It was stopped, and nobody has reset it yet.', remedy: 'Read its cause and reset it first.' },
  'device-seated': { what: 'A phone is seated; a drill needs an empty bench.', usualCause: 'The phone of the last restore is still in the rig.', remedy: 'Take the phone out, then run the drill.' },
  'name-needed': { what: 'The order needs the name of a person.', usualCause: 'The field was left empty, or a program gave the order.', remedy: 'Write who does it.' },
  'already-out-of-service': { what: 'The bench is out of service already.', usualCause: 'Somebody else has taken it out.', remedy: 'Look at the bench: it shows who took it out, and why. Return it before it is taken out anew.' },
  'not-out-of-service': { what: 'The bench is in service; there is nothing to return.', usualCause: 'Somebody else has returned it.', remedy: 'Look at the bench again.' },
  'drill-needed': { what: 'No drill has passed since the bench was taken out of service.', usualCause: 'Nobody has run one yet, or the last one failed.', remedy: 'Empty the rig and run a drill. When it has passed, return the bench.' },
  'nothing-to-confirm': { what: 'The database of the server is believed already.', usualCause: 'It was confirmed before.', remedy: 'Nothing has to be done.' },
  'not-that-database': { what: 'The server shows another database than the one that was named.', usualCause: 'The id was mistyped, or the server changed meanwhile.', remedy: 'Read the id on the bench PC with “holdfast status”.' },
  'holds-not-known': { what: 'The holds of the former database are not known on this PC.', usualCause: 'The outbox of this PC was lost too.', remedy: 'Two people who have looked confirm with --drop-holds and --second.' },
};

/** Puts parameters into a text; a name without a value stays visible, so that a gap is seen. */
export function fillWords(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(params, name) ? String(params[name]) : whole));
}
