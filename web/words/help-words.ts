/** What the help says beside the tables of the guard: each state of a bench in three texts, the search, the keys, the first steps. */
import type { Voice } from '../reading/voice.ts';
import { spoken } from './language.ts';

type Explained = { readonly what: string; readonly usualCause: string; readonly whatToDo: string };

const voices: Readonly<Record<Voice, Explained>> = {
  'step-back': { what: 'People may be in danger: heat, swelling, smoke, or a press that is too strong.', usualCause: 'A damaged battery, most often in a bent phone.', whatToDo: 'Press the E-stop and step back. Do not save the phone.' },
  'not-confirmed': { what: 'A stop was written, and the rig has not answered. Nobody knows whether the restore goes on.', usualCause: 'The cable, the power of the rig, or a rig that hangs.', whatToDo: 'Do at the rig what the tile says, now.' },
  stopping: { what: 'The stop is on its way. The rig has not answered yet.', usualCause: 'This lasts a few thousandths of a second.', whatToDo: 'Wait for the answer. Stay at the bench.' },
  stopped: { what: 'The rig has answered that it stopped, and was seen stopped. The receipt says when.', usualCause: 'A rule of the guard, or somebody who pressed stop.', whatToDo: 'Say that you have seen it, look at the phone, then reset the bench.' },
  locked: { what: 'The bench is locked. No stop had to be written.', usualCause: 'The cause came while nothing ran, or before a restart.', whatToDo: 'Look for the cause, then reset the bench.' },
  'too-late': { what: 'The restore is past its point of no return. Interrupting now only adds harm.', usualCause: 'Every restore comes here when all goes well.', whatToDo: 'Keep the cable and the power in until the restore has ended.' },
  unprotected: { what: 'Nothing guards this bench: the rig or the bench PC is not heard.', usualCause: 'A pulled cable, a rig without power, a PC that restarts.', whatToDo: 'Start no restore here. Put cable and power back.' },
  'out-of-service': { what: 'Somebody took this bench out of service. It gets no permit.', usualCause: 'Something is being repaired, and the reason stands on the tile.', whatToDo: 'Use another bench. Return it on its page when it is mended.' },
  waiting: { what: 'Not every condition of a permit holds yet. The restore waits at its gate, without harm.', usualCause: 'The list below says what is missing.', whatToDo: 'Mend what is missing. It goes on by itself.' },
  running: { what: 'Every condition holds. The permit is renewed all the time.', usualCause: 'A restore runs as it should.', whatToDo: 'Nothing. Stop is one press away until the point of no return.' },
  ready: { what: 'The rig is heard and nothing lies in it.', usualCause: 'The bench is free.', whatToDo: 'Put a phone in, or scan a case code.' },
};

export const helpEnglish = {
  voices,
  help: 'Help',
  explainTitle: (bench: string) => `What it means: ${bench}`,
  what: 'What happened', usualCause: 'Usual cause', whatToDo: 'What to do now',
  zone: 'How far', causes: 'Why', missing: 'What is missing', close: 'Close', more: 'All of the help',

  lead: 'Everything that Holdfast can say, and what to do then. It needs no network.',
  find: 'Find in the help',
  nothing: (text: string) => `Nothing in the help fits “${text}”.`,
  pages: 'Pages', terms: 'What a bench can say',
  groups: { cause: 'Causes of a stop', zone: 'Zones', voice: 'States', permissive: 'Conditions of a permit' },
  toHelp: 'All of the help',
  notThere: 'There is no such page of the help.',
  topics: { 'start-here': 'Start here', stop: 'Stopping', alarms: 'Alarms and sound', board: 'The board', custody: 'The custody chain', 'life-of-a-case': 'The life of a case', 'when-nobody-does-it': 'When nobody does it' } as Readonly<Record<string, string>>,

  keysTitle: 'Keys',
  keysLead: 'Letters act only where nothing is typed. They can be switched off in the settings.',
  keys: {
    '?': 'This sheet', '/': 'Search', '1–9': 'On the board: open a bench', a: 'On the board: say that the worst alarm was seen',
    'Ctrl+Shift+E': 'Stop now: the bench of this page, or the one that runs. If several run, a number chooses', Esc: 'Close what is open',
  } as Readonly<Record<string, string>>,
  letters: 'Single letters as keys', lettersOn: 'On', lettersOff: 'Off',
  lettersHint: 'Press ? for the list.',

  searchTitle: 'Search', searchLabel: 'Cases, benches, pages, help', searchHint: 'A case code, a bench, a word.',
  found: { case: 'Case', bench: 'Bench', page: 'Page', help: 'Help' } as Readonly<Record<'case' | 'bench' | 'page' | 'help', string>>,
  noneFound: 'Nothing fits.', casesAway: 'Cases could not be searched.',

  firstTitle: 'Three minutes to know Holdfast',
  step: (at: number, of: number) => `Step ${at} of ${of}`,
  next: 'Next', end: 'End the tour', finish: 'Done',
  steps: {
    tile: { title: 'Each bench is one tile', text: 'Grey is well. Colour means that somebody is needed; the most urgent comes first.', go: '' },
    stop: { title: 'Stop is one press', text: 'The big button is always in the same place. No question follows. Past the point of no return it explains itself.', go: '' },
    sound: { title: 'Hear the alarms', text: 'Enable the sound at the top and try the four tones. At the start of a shift run the test.', go: 'Test sound and stop' },
    levers: { title: 'Provoke a stop', text: 'These rigs are virtual. Bend a phone during a restore, and see the receipt.', go: 'Levers' },
    help: { title: 'Help is one press', text: 'A ? explains each state. The key ? shows the keys, / searches everything.', go: 'Help' },
  },
} as const;

export const helpWords = spoken(helpEnglish);
