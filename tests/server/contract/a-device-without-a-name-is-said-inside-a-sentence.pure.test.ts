/** A device that has no name is said as inside a sentence, with a capital only where it begins one; an article melts into the word before it. */
import { expect, test } from 'vitest';
import { LANGUAGES, LANGUAGE_NAMES } from '../../../server/contract/languages.ts';
import { sayEvent } from '../../../server/contract/words-of-case-history.ts';
import { wordsFor } from '../../../server/contract/words-for.ts';

const deviceId = '7a1c0c52-5a5e-4d0f-9d3b-6c7f4f0f3f11';
const SAID = {
  en: { noPhoto: 'No photo of the device: “no light at the counter”', off: 'The device was switched off.', named: 'iPhone 13 was switched off.' },
  es: { noPhoto: 'Sin foto del dispositivo: “no light at the counter”', off: 'El dispositivo se apagó.', named: 'iPhone 13 se apagó.' },
  fi: { noPhoto: 'Ei kuvaa, laite: “no light at the counter”', off: 'Laite sammutettiin.', named: 'iPhone 13 sammutettiin.' },
} as const;

test.each(LANGUAGES.map((language) => ({ name: LANGUAGE_NAMES[language], ...wordsFor(language), ...SAID[language] })))('without a name and with one: $name', ({ history, noPhoto, off, named }) => {
  const names = (device: string) => ({ device: () => device, party: () => '', moment: () => '' });
  expect([
    sayEvent({ kind: 'no-photo-made', body: { deviceId, why: 'no light at the counter' } }, names(history.device), history),
    sayEvent({ kind: 'powered-off', body: { deviceId } }, names(history.device), history),
    sayEvent({ kind: 'powered-off', body: { deviceId } }, names('iPhone 13'), history),
  ]).toEqual([noPhoto, off, named]);
});
