/** What the page says around the benches: the board before the first of them, its head, the sound and the look, the live view. */
import { spoken } from './language.ts';

export const boardEnglish = {
  asking: 'Asking for the benches…',
  askingText: 'The server has not answered yet. The guard on the bench PC works without this page.',
  noBench: 'No bench yet',
  noBenchText: 'The server runs, and the guard on the bench PC has not told it about a bench.',
  noBenchBefore: 'On the bench PC name the rig in',
  noBenchAfter: ', or start Holdfast without any rig to try it on virtual ones. The benches appear here by themselves.',
  virtualStore: 'virtual',
  virtualRigs: 'rigs',
  explain: (bench: string) => `Explain the state of ${bench}`,

  enableSound: 'Click to enable sound',
  enableSoundShort: 'Enable sound',
  muted: (left: string) => `Muted ${left}`,
  soundOn: 'Sound on',
  mute: 'Mute for 5 minutes',
  muteHint: 'Screens and titles still show every stop.',
  tones: 'Try the tones',
  toneNames: { stopped: 'Stopped', 'not-confirmed': 'Not confirmed', 'too-late': 'Too late' },
  look: 'Look',

  dimmed: 'Dimmed, because nobody was here. A touch or a key only wakes the page. Ctrl+Shift+E stops at once.',

  notUnderstood: 'This page does not understand part of what the server says.',
  notUnderstoodText: 'What it shows may be old. Stop is tried all the same.',
  reload: 'Load the page anew',
  noLiveView: 'No live view.',
  noLiveViewText: 'Values may be old. Stop is tried all the same.',
  tryingNow: (attempts: number) => `Try ${attempts}, trying now`,
  nextTry: (attempts: number, seconds: number) => `Try ${attempts}, next try in ${seconds} s`,
  tryNow: 'Try now',
} as const;

export const boardWords = spoken(boardEnglish);
