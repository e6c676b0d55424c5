/** What the page says of its alarms: their life, sound, notices, the screen that stays on. */
import type { Tone } from '../reading/alarm-rhythm.ts';
import type { NoNotice } from '../parts/desktop-notice.ts';
import type { NotAwake } from '../parts/stay-awake.ts';
import { spoken } from './language.ts';

type Of<Key extends string> = Readonly<Record<Key, string>>;

export const alarmEnglish = {
  later: 'Later…',
  laterOn: (bench: string) => `Put the alarm of ${bench} aside for a while`,
  laterTitle: (bench: string) => `Quiet for a while: ${bench}`,
  laterWhat: 'On every screen, under your name. It comes back by itself. A new stop or a new cause rings at once.',
  forMinutes: (minutes: number) => `${minutes} minutes`,
  notNow: 'Not now',
  seenBy: (name: string, when: string) => `Seen by ${name} at ${when}. It stays until the bench is reset.`,
  seenHere: 'Quiet on this screen only: the store does not know it. Other screens still ring.',
  quietUntil: (when: string, left: string, name: string) => `Quiet until ${when} (${left} left), by ${name}. Then it rings again.`,
  gone: 'The cause is gone. Nobody has confirmed it yet.',
  bar: 'Alarms that nobody has seen',
  show: 'Show the bench',
  seen: 'I have seen it',
  more: (count: number) => (count === 1 ? 'and one more' : `and ${count} more`),

  sound: 'Alarm sound on this page',
  mute: 'Mute for 5 minutes',
  unmute: (left: string) => `Sound on again (${left})`,
  muteHint: 'What rings now is quiet. A new stop is heard once all the same.',
  volume: 'Volume',
  volumes: { '100': 'Full', '70': 'Less', '40': 'Half', '20': 'Low' } satisfies Of<'100' | '70' | '40' | '20'>,
  tones: 'Try the tones',
  toneNames: { stopped: 'Stopped', 'not-confirmed': 'Not confirmed', 'too-late': 'Too late', 'step-back': 'E-stop, step back' } satisfies Of<Tone>,
  notices: 'Notices of this computer',
  noticesHint: 'When an alarm rings and another window is in front.',
  noticeOff: {
    'needs-https': 'Off: browsers allow notices only over https, or on the bench PC itself. “holdfast tls” sets up https.', 'not-here': 'Off: this browser has no notices.',
    refused: 'Off: this browser was told to refuse them. Allow them for this address in its settings.', off: 'Off.',
  } satisfies Of<NoNotice>,
  noticeOn: 'On.',
  awake: 'Screen stays on',
  awakeHint: 'While this page is in front.',
  awakeOff: {
    'needs-https': 'Off: browsers allow it only over https, or on the bench PC itself. “holdfast tls” sets up https.', 'not-here': 'Off: this browser cannot do it. Set the computer so that its screen stays on.',
    refused: 'Off: the computer refused, most likely to save its battery.', off: 'Off.',
  } satisfies Of<NotAwake>,
  awakeOn: 'On.',
  dim: 'Dim when nobody is here, after',
  dims: { '5': '5 min', '10': '10 min', '30': '30 min', off: 'Never' } satisfies Of<'5' | '10' | '30' | 'off'>,
  dimHint: 'The first touch or key then only wakes the page. An alarm wakes it by itself.',
  turnOn: 'Turn on',
  turnOff: 'Turn off',
  shift: 'Test sound and stop…',
} as const;

export const alarmWords = spoken(alarmEnglish);
