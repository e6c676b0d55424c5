/** Pages outside, papers and terms in the language that is asked for: the browser's, the one chosen on the page, the customer's. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { termsText } from '../../../server/contract/terms.ts';
import { wordsFor } from '../../../server/contract/words-for.ts';
import { done, walkIn } from '../cases/made-cases.ts';
import { outsideBench, runOutside, SIGNATURE } from './outside-bench.ts';
import { Visitor } from './visitor.ts';

const langOf = (body: string): string | undefined => /<html lang="([^"]+)">/.exec(body)?.[1];

test('a page outside is written as the browser asks, until the reader chooses; the choice stays in that browser alone', async () => {
  const bench = await outsideBench();
  const { customer, partner, visitor } = bench;
  const asked = await visitor.ask('GET', customer, '', { 'accept-language': 'fi-FI, en;q=0.5' });
  expect([asked.status, langOf(asked.body), asked.headers['content-language']]).toEqual([200, 'fi', 'fi']);
  expect(asked.body).toContain(wordsFor('fi').pages.customer.lead);
  expect(langOf((await visitor.get(customer)).body)).toBe('en');
  expect((await visitor.get(customer)).body).toContain(`href="${customer}?language=es" lang="es"`);
  expect(langOf((await visitor.get(`${customer}?language=es`)).body)).toBe('es');
  for (const path of [customer, partner, '/agent', '/']) expect(langOf((await visitor.get(path)).body)).toBe('es');
  expect(langOf((await new Visitor(bench.server).get(customer)).body)).toBe('en');
  expect(langOf((await visitor.get(`${customer}?language=%22%3E`)).body)).toBe('es');
});

test('a link that nobody has leads to the same page whatever it is called, in the language of the reader', async () => {
  const server = await runOutside();
  const visitor = new Visitor(server);
  const [one, other] = await Promise.all(['a', 'b'].map((letter) => visitor.ask('GET', `/c/${letter.repeat(43)}`, '', { 'accept-language': 'fi' })));
  expect([one?.status, langOf(one?.body ?? ''), one?.body === other?.body]).toEqual([404, 'fi', true]);
});

test('the customer\'s language goes with the case: receipt and letter are in it, a label in that of whoever prints', async () => {
  const { manager, code } = await outsideBench();
  const opened = await walkIn(manager, { language: 'es', device: { ids: { serial: 'DNPX1234' }, looks: { model: 'Pixel 8' } } });
  expect(opened.case.language).toBe('es');
  const print = async (kind: string, body: object): Promise<string | undefined> => {
    const made = await manager.post(`/api/cases/${opened.case.code}/papers/${kind}`, body);
    return langOf(await (await manager.fetch(String(made.body['address']))).text());
  };
  expect(await print('letter', { why: 'To print it' })).toBe('es');
  expect(await print('letter', { why: 'To print it', language: 'fi' })).toBe('fi');
  expect(await print('label', {})).toBe('en');
  const changed = await done(manager, code, 'amend-brief', { language: 'fi', private: {} });
  expect(changed.case.language).toBe('fi');
});

test('what is signed is what was shown: the consent names version, language and hash of the terms', async () => {
  const { manager } = await outsideBench();
  const { case: { code } } = await walkIn(manager, { language: 'es', device: { ids: { serial: 'DNPX1234' }, looks: { model: 'Pixel 8' } } });
  const shown = (await manager.get('/api/terms?language=es')).body;
  expect(shown).toMatchObject({ language: wordsFor('es').terms.language, sha256: createHash('sha256').update(termsText(wordsFor('es').terms), 'utf8').digest('hex') });
  const signed = await done(manager, code, 'give-consent', {
    relation: 'owner', verified: 'receipt', scopes: ['diagnose'], termsVersion: String(shown['version']), termsLanguage: 'es', signedBy: 'screen', private: { signature: SIGNATURE },
  });
  expect(signed.case.consents[0]).toMatchObject({ termsVersion: shown['version'], termsLanguage: 'es', termsSha256: shown['sha256'] });
  expect((await manager.get('/api/terms?language=xx')).status).toBe(400);
});
