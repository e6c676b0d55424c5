/** A person reads a refusal: the codes in it are said in the words of the reader's language, and what no table knows stays visible. */
import { describe, expect, test } from 'vitest';
import { LANGUAGES, LANGUAGE_NAMES } from '../../../server/contract/languages.ts';
import type { Language } from '../../../server/contract/languages.ts';
import type { ServerProblem } from '../../../server/contract/problem-codes.ts';
import { wordsFor } from '../../../server/contract/words-for.ts';
import { problemReply, refusalIn } from '../../../server/http/problem.ts';

const saidIn = (language: Language, code: ServerProblem, params: Readonly<Record<string, string>>): string => {
  const { what = '', usualCause = '' } = refusalIn(problemReply(code, params), wordsFor(language)) ?? {};
  return `${what} ${usualCause}`;
};

describe('codes in a refusal', () => {
  test('the stage of a case, the state of a hold, who was not told, why a handover cannot be', () => {
    expect(saidIn('en', 'not-in-this-stage', { stage: 'no-show' })).toContain('is: nobody came.');
    expect(saidIn('es', 'not-in-this-stage', { stage: 'no-show' })).toContain('sea: no vino nadie.');
    expect(saidIn('fi', 'hold-decided', { state: 'approved' })).not.toContain('approved');
    expect(saidIn('es', 'hold-decided', { state: 'released' })).toContain('su estado es: retención levantada.');
    expect(saidIn('es', 'not-told', { who: 'agent' })).toContain('terminó: agente de soporte.');
    expect(saidIn('es', 'transfer-parties-wrong', { detail: 'giver and taker are the same', fault: 'same-sides' })).toContain('quien entrega y quien recibe son el mismo');
  });

  test('those whose task it is, without the systems that nobody can ask', () => {
    expect(saidIn('es', 'right-missing', { holders: 'manager, admin, bench-pc' })).toContain('otro rol: encargado, administrador.');
    expect(saidIn('en', 'right-missing', { holders: 'support, integration' })).toContain('another role: support agent.');
    expect(saidIn('en', 'right-missing', { holders: 'bridge' })).toContain('another role: bridge.');
  });

  test.each(LANGUAGES.map((language) => ({ language, name: LANGUAGE_NAMES[language] })))('every stage, state and reader in words: $name', ({ language }) => {
    const { parts } = wordsFor(language);
    for (const [code, key, table] of [['not-in-this-stage', 'stage', parts.stages], ['hold-decided', 'state', parts.holdStates], ['not-told', 'who', parts.told]] as const) {
      for (const [value, text] of Object.entries(table)) expect(saidIn(language, code, { [key]: value }).toLowerCase()).toContain(text.toLowerCase());
    }
  });

  test('a value that no table knows stays as it is', () => {
    expect(saidIn('es', 'not-in-this-stage', { stage: 'of-tomorrow' })).toContain('of-tomorrow');
    expect(saidIn('es', 'no-such-case', { case: 'K7Q2' })).toContain('K7Q2');
  });
});
