/** Refusals leave in the language that the request asked for, say so, and keep their code; what is no refusal is not touched. */
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../../server/contract/languages.ts';
import { wordsFor } from '../../../server/contract/words-for.ts';
import { problemReply, refusalIn } from '../../../server/http/problem.ts';
import { sayRefusals } from '../../../server/http/reader-language.ts';

const app = new Hono();
const inner = new Hono();
inner.get('/refused', (context) => context.json(problemReply('no-such-case', { case: 'K7Q2' }, 'path.case'), 404));
inner.get('/answered', (context) => context.json({ code: 'no-such-case', what: 'is only data here' }));
app.use('*', sayRefusals);
app.route('/', inner);

test.each(LANGUAGES)('in %s', async (language) => {
  const answer = await app.request('/refused', { headers: { 'accept-language': `xx, ${language}-XX;q=0.9, en;q=0.1` } });
  expect(answer.status).toBe(404);
  expect(answer.headers.get('content-language')).toBe(language);
  expect(answer.headers.get('vary')).toContain('accept-language');
  const words = wordsFor(language).problems['no-such-case'];
  expect(await answer.json()).toEqual({ code: 'no-such-case', at: 'path.case', what: words.what.replace('{case}', 'K7Q2'), usualCause: words.usualCause, remedy: words.remedy.replace('{case}', 'K7Q2') });
});

test('the words are those that are handed in, filled with what the refusal was about', () => {
  const problems = { ...wordsFor('en').problems, 'no-such-case': { what: 'Ei ole tapausta {case}.', usualCause: 'Väärä koodi.', remedy: 'Katso tarraa.' } };
  expect(refusalIn(problemReply('no-such-case', { case: 'K7Q2' }), { ...wordsFor('en'), problems })).toMatchObject({ code: 'no-such-case', what: 'Ei ole tapausta K7Q2.', usualCause: 'Väärä koodi.', remedy: 'Katso tarraa.' });
});

test('what a route answers is left as it is, whatever it looks like', async () => {
  const answer = await app.request('/answered', { headers: { 'accept-language': 'fi' } });
  expect(await answer.json()).toEqual({ code: 'no-such-case', what: 'is only data here' });
  expect(answer.headers.get('content-language')).toBeNull();
});

test('without a wish it is English', async () => {
  expect((await app.request('/refused')).headers.get('content-language')).toBe('en');
});
