/** The levers of the virtual rigs: what each pull is called, and in one line what it will do. */
import type { LeverBody } from '../../server/contract/levers.ts';
import { spoken } from './language.ts';

/** One press each. The group is where it acts. */
export const PULLS = {
  phone: ['seat', 'unseat', 'battery-low', 'battery-full', 'swap', 'lock'],
  restore: ['start', 'erase', 'announce-erase', 'downgrade', 'fail', 'rogue'],
  frame: ['bend-near', 'bend', 'straighten', 'twist', 'turn', 'noise', 'probe-fault'],
  line: ['pull-cable', 'plug-cable', 'go-silent', 'garble', 'resume', 'usb-gone', 'usb-back', 'supply-dip', 'storage-error'],
  rig: ['estop-on', 'estop-off', 'button', 'restart', 'ignore-stop', 'obey-stop'],
  danger: ['heat', 'cool', 'smoke-on', 'smoke-off', 'swell-on', 'swell-off', 'force'],
} as const;
export type PullGroup = keyof typeof PULLS;
export type Pull = (typeof PULLS)[PullGroup][number];

export const PULLED: Readonly<Record<Pull, LeverBody>> = {
  seat: { lever: 'seat', value: null }, unseat: { lever: 'unseat', value: null }, 'battery-low': { lever: 'battery', value: 20 }, 'battery-full': { lever: 'battery', value: 90 },
  swap: { lever: 'swap', value: null }, lock: { lever: 'lock', value: true },
  start: { lever: 'start', value: 'update' }, erase: { lever: 'start', value: 'erase' }, 'announce-erase': { lever: 'announce-erase', value: null }, downgrade: { lever: 'downgrade', value: null },
  fail: { lever: 'fail', value: null }, rogue: { lever: 'rogue', value: true },
  'bend-near': { lever: 'bend', value: 270 }, bend: { lever: 'bend', value: 900 }, straighten: { lever: 'straighten', value: null }, twist: { lever: 'twist', value: 700 }, turn: { lever: 'turn', value: null },
  noise: { lever: 'noise', value: 60 }, 'probe-fault': { lever: 'probe-fault', value: 'left' },
  'pull-cable': { lever: 'pull-cable', value: null }, 'plug-cable': { lever: 'plug-cable', value: null }, 'go-silent': { lever: 'go-silent', value: 8000 }, garble: { lever: 'garble', value: 8 },
  resume: { lever: 'resume', value: null }, 'usb-gone': { lever: 'usb-gone', value: null }, 'usb-back': { lever: 'usb-back', value: null }, 'supply-dip': { lever: 'supply-dip', value: null },
  'storage-error': { lever: 'storage-error', value: null },
  'estop-on': { lever: 'estop', value: true }, 'estop-off': { lever: 'estop', value: false }, button: { lever: 'button', value: null }, restart: { lever: 'restart', value: null },
  'ignore-stop': { lever: 'ignore-stop', value: true }, 'obey-stop': { lever: 'ignore-stop', value: false },
  heat: { lever: 'heat', value: 62 }, cool: { lever: 'heat', value: 28 }, 'smoke-on': { lever: 'smoke', value: true }, 'smoke-off': { lever: 'smoke', value: false },
  'swell-on': { lever: 'swell', value: true }, 'swell-off': { lever: 'swell', value: false }, force: { lever: 'force', value: 2500 },
};

type Says = { readonly name: string; readonly does: string };

const pulls: Readonly<Record<Pull, Says>> = {
  seat: { name: 'Put a phone in', does: 'The bench measures it, and a permit becomes possible.' },
  unseat: { name: 'Take the phone out', does: 'During a restore this trips the bench. On an empty bench nothing happens.' },
  'battery-low': { name: 'Battery at 20 %', does: 'Withholds the permit: the restore waits at the gate.' },
  'battery-full': { name: 'Battery at 90 %', does: 'The permit is possible again.' },
  swap: { name: 'Swap the phone', does: 'Another phone lies where the first did: no permit for the wrong one.' },
  lock: { name: 'Activation lock on', does: 'The phone says that it is locked to an account.' },
  start: { name: 'Start an update', does: 'Keeps the data. It runs to the gate, asks for a permit, and passes the point of no return.' },
  erase: { name: 'Start an erase', does: 'Never gets a permit without consent and a backup.' },
  'announce-erase': { name: 'Announce an erase', does: 'An update falls back to an erase in the middle: stopped before it destroys anything.' },
  downgrade: { name: 'Make it a downgrade', does: 'The next update goes to an older version: no permit.' },
  fail: { name: 'Let the restore fail', does: 'It ends with an error. A second attempt is then asked about.' },
  rogue: { name: 'Pass without a permit', does: 'The rig claims to cross the point of no return unasked: stopped at once.' },
  'bend-near': { name: 'Bend by 0.27 mm', does: 'Near the limit: measured three times, once turned, before a permit.' },
  bend: { name: 'Bend by 0.9 mm', does: 'Stops a running restore: the frame is bent.' },
  straighten: { name: 'Straighten', does: 'The frame is flat again. What was stopped stays stopped.' },
  twist: { name: 'Twist by 0.7 mm', does: 'Stops by twist, where the edges alone look straight.' },
  turn: { name: 'Turn by 180°', does: 'The phone lies the other way round, as a second measurement asks for.' },
  noise: { name: 'Shaky probes', does: 'Measurements scatter. A straight phone must not be stopped for it.' },
  'probe-fault': { name: 'Break a probe', does: 'It cannot be measured any more, and that is never fine.' },
  'pull-cable': { name: 'Pull the cable', does: 'The bench is unprotected. Before the point the rig stops by itself.' },
  'plug-cable': { name: 'Plug the cable in', does: 'Holdfast connects again by itself.' },
  'go-silent': { name: 'Be silent for 8 s', does: 'The rig says nothing: in a restore this is a stop.' },
  garble: { name: 'Send garbage', does: 'Eight damaged lines: too many in a row trip the bench.' },
  resume: { name: 'Speak again', does: 'Ends the silence.' },
  'usb-gone': { name: 'Phone drops off', does: 'The phone leaves the USB bus where no phase explains it.' },
  'usb-back': { name: 'Phone comes back', does: 'The phone is on the bus again.' },
  'supply-dip': { name: 'Dip of the supply', does: 'The voltage sags for a moment.' },
  'storage-error': { name: 'Error of the storage', does: 'The phone reports that its memory fails: recovery comes first.' },
  'estop-on': { name: 'Press the E-stop', does: 'Cuts at once, in every zone. No software can reset it.' },
  'estop-off': { name: 'Release the E-stop', does: 'The bench may be reset afterwards.' },
  button: { name: 'Press the stop button', does: 'The button on the rig: the same stop as on the page.' },
  restart: { name: 'Restart the rig', does: 'It forgets its session. What was stopped stays stopped.' },
  'ignore-stop': { name: 'Ignore stops', does: 'The rig does not obey: the stop is NOT CONFIRMED, and a person is called.' },
  'obey-stop': { name: 'Obey stops again', does: 'The rig answers a stop as it should.' },
  heat: { name: 'Heat to 62 °C', does: 'E-stop, step back. People come before data.' },
  cool: { name: 'Cool to 28 °C', does: 'The cause is gone. It waits for a reset.' },
  'smoke-on': { name: 'Press the smoke button', does: 'Somebody sees smoke: E-stop, step back.' },
  'smoke-off': { name: 'No more smoke', does: 'The cause is gone. It waits for a reset.' },
  'swell-on': { name: 'Swelling', does: 'The battery swells: E-stop, step back.' },
  'swell-off': { name: 'No swelling', does: 'The cause is gone. It waits for a reset.' },
  force: { name: 'Press too hard', does: 'The probe press is too strong: E-stop, step back.' },
};

export const leverEnglish = {
  title: 'Levers of the virtual rigs',
  lead: 'Provoke here by hand what must never happen to a phone, and see what the guard does. Nothing here touches a real device.',
  bench: 'Bench',
  groups: { phone: 'The phone', restore: 'The restore', frame: 'Its frame', line: 'The cables', rig: 'The rig', danger: 'Danger' } satisfies Readonly<Record<PullGroup, string>>,
  pulls,
  done: (name: string) => `Done: ${name}.`,
  notDone: (name: string, why: string) => `Not done: ${name}. ${why}`,
  none: 'There are no levers here',
  noneWhat: 'Only virtual rigs have levers. With real rigs no address leads to any.',
  asking: 'Asking for the virtual rigs…',
  pageOf: 'Page of this bench',
} as const;

export const leverWords = spoken(leverEnglish);
