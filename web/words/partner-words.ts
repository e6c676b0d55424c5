/** What the directory of partners says. */
import { spoken } from './language.ts';

export const partnerEnglish = {
  title: 'Partners',
  add: 'Add a partner…',
  none: 'No partner yet. Put the cards from the drawer in here, so that whoever works tonight finds them.',
  out: 'not used any more',
  handoffs: (count: number) => (count === 0 ? 'nothing went there yet' : count === 1 ? '1 device went there' : `${count} devices went there`),
  hours: 'Open',
  change: 'Change…',
  takeOut: 'Take out…',
  takeBack: 'Use again…',
  takeOutHeading: (name: string) => `Take ${name} out`,
  takeOutText: 'Nothing new goes there. What is under way there goes on.',
  takeOutVerb: 'Take it out',
  takeBackHeading: (name: string) => `Use ${name} again`,
  takeBackText: 'It can be chosen for a handover again.',
  takeBackVerb: 'Use it again',
  addHeading: 'Add a partner',
  addVerb: 'Add it',
  changeHeading: (name: string) => `Change ${name}`,
  changeVerb: 'Change it',
  name: 'Name of the business',
  capabilities: 'What it does',
  contactPerson: 'Whom to ask for',
  phone: 'Phone',
  mail: 'Mail',
  address: 'Address',
  words: 'Prices, how to pack',
} as const;

export const partnerWords = spoken(partnerEnglish);
