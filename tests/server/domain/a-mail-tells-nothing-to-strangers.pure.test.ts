/** Every mail says what it must, to whom it must, in words that hold with any name; a subject gives nothing away. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAIL_TEMPLATES, isMailAddress } from '../../../server/contract/mail.ts';
import type { MailFill, MailTemplate } from '../../../server/contract/mail.ts';
import { typed } from '../../../server/contract/mail-text.ts';
import { MAIL_PROBLEMS_EN } from '../../../server/contract/words-of-mail-problems.ts';
import { MAIL_WORDS_EN } from '../../../server/contract/words-of-mail.ts';
import { verdictOf, withoutAddresses } from '../../../server/domain/mail-answer.ts';
import { renderMail } from '../../../server/domain/render-mail.ts';

const AT = '2026-11-24T10:00:00.000Z';
const HEAD = { count: 4, hash: 'ab'.repeat(32) };
const PRIVATE = 'Çelik';

/** One of each, with the same text wherever somebody typed something. */
function fills(words: string): readonly MailFill[] {
  const device = { caseCode: 'K7Q2', toName: words, device: words, path: '/d/secret-token' };
  const agent = { caseCode: 'K7Q2', toName: words, reference: words };
  return [
    { template: 'brief-acknowledged', params: { ...agent, byName: words, expectedAtIso: AT } },
    { template: 'device-received', params: { ...device, receivedBy: words, atIso: AT, chain: HEAD } },
    { template: 'held', params: { ...device, because: 'frame-bent', data: 'as-it-was', next: 'we-decide' } },
    { template: 'handed-over', params: { ...device, partnerName: words, partnerPlace: words, atIso: AT, chain: HEAD } },
    { template: 'partner-stage', params: { ...device, partnerName: words, stage: 'recovering' } },
    { template: 'progress', params: { ...device, standing: 'held' } },
    { template: 'progress-agent', params: { ...agent, standing: 'with-partner' } },
    { template: 'outcome', params: { ...device, result: 'partial', detail: words, delivery: words, copyGoneIso: AT } },
    { template: 'closing-agent', params: { ...agent, result: 'all', customerTold: true } },
    { template: 'ready-for-collection', params: { ...device, keptUntilIso: AT } },
    { template: 'reminder-abandoned', params: { ...device, readySinceIso: AT, keptUntilIso: AT } },
    { template: 'aftercare', params: { ...device, lost: [words], again: [{ what: words, where: words }], backup: 'iphone' } },
    { template: 'step-overdue', params: { caseCode: 'K7Q2', toName: words, step: 'power-off', dueAtIso: AT, level: 'here' } },
    { template: 'partner-link', params: { caseCode: 'K7Q2', toName: words, device: words, path: '/p/secret-token' } },
    { template: 'test', params: { caseCode: 'K7Q2', toName: words } },
  ];
}
const frame = { storeName: 'Corner store', timeZone: 'Europe/Vienna', virtual: false };
const render = (fill: MailFill, publicUrl: string | null = null) => renderMail(MAIL_WORDS_EN, fill, frame, { publicUrl });
const one = (template: MailTemplate, words = PRIVATE): MailFill => {
  const found = fills(words).find((fill) => fill.template === template);
  if (found === undefined) throw new Error(template);
  return found;
};

test('there is one of each here', () => {
  expect(fills('x').map(({ template }) => template).toSorted()).toEqual(Object.keys(MAIL_TEMPLATES).toSorted());
});

test.each(fills(PRIVATE).map((fill) => [fill.template, fill] as const))('%s: nothing private in the subject, and short sentences', (_template, fill) => {
  const { subject, text } = render(fill);
  expect(subject).not.toContain(PRIVATE);
  expect(subject.length).toBeLessThanOrEqual(40);
  for (const sentence of text.split(/[.:?]\s|\n/)) expect(sentence.length, sentence).toBeLessThanOrEqual(170);
  expect(text).not.toMatch(/undefined|null|NaN|\[object|!|\{|\}/);
});

test('what the customer typed or is called never reaches the agent, and the agent is told how it ended', () => {
  const { text } = render({ template: 'closing-agent', params: { caseCode: 'K7Q2', toName: 'Ira', reference: 'REF-1', result: 'none', customerTold: true } });
  expect(text).toContain('Your reference: REF-1');
  expect(text).toContain('Nothing could be saved.');
});

test('a held phone: why, what of the data, what next; and data is not called safe where nobody knows', () => {
  const held = (data: 'as-it-was' | 'not-known') => render({ template: 'held', params: { caseCode: 'K7Q2', toName: null, device: null, path: null, because: 'cannot-measure', data, next: 'your-word' } }).text;
  expect(held('as-it-was')).toContain('Hello,\n\nWe have stopped the work on your phone.\n\nWe could not measure');
  expect(held('as-it-was')).toContain('as it was when you brought it');
  expect(held('as-it-was')).toContain('we need your word');
  expect(held('not-known')).not.toContain('as it was');
});

test('the receipt and the handover carry head and count of the chain', () => {
  for (const template of ['device-received', 'handed-over'] as const) expect(render(one(template)).text).toMatch(new RegExp(`4 entries[\\s\\S]*${HEAD.hash}`));
});

test('a link stands only where the store has an address outside, in both texts, and nowhere in an agent’s mail', () => {
  for (const fill of fills(PRIVATE)) {
    const [without, withUrl] = [render(fill), render(fill, 'https://repairs.example')];
    expect(`${without.text}${without.html}`).not.toMatch(/https?:|secret-token|<a /);
    const path = 'path' in fill.params ? fill.params.path : null;
    expect([withUrl.text.includes(`https://repairs.example${path ?? ''}`), withUrl.html.includes(`<a href="https://repairs.example${path ?? ''}">`)]).toEqual([path !== null, path !== null]);
  }
});

test('a demonstration says first that it is one, in both texts; a store never does', () => {
  const demo = renderMail(MAIL_WORDS_EN, one('held'), { ...frame, virtual: true }, { publicUrl: null });
  expect(demo.text).toMatch(/^This comes from a demonstration of Holdfast/);
  expect(demo.html).toContain('<p dir="auto">This comes from a demonstration of Holdfast');
  for (const fill of fills(PRIVATE)) expect(render(fill).text).not.toContain('demonstration');
});

test('times are those of the store, with their zone', () => {
  expect(render(one('handed-over')).text).toContain('24 November 2026 at 11:00 CET');
});

test('whatever is typed stays one line of text: no header, no markup, no turned sentence', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constantFrom('a\r\nBcc: x@example.org', '<script>alert(1)</script>', '"><img src=x onerror=1>', '\u202Egnp.exe', 'שרה בת־אברהם', 'محمد عبد الله', '👩‍👩‍👧‍👦 Zoë', 'x'.repeat(200), '\u2069\u2066\u0000\u2028\u0085'),
  );
  fc.assert(fc.property(nasty, fc.constantFrom(...Object.keys(MAIL_TEMPLATES)), (words, template) => {
    const fill = fills(words).find((each) => each.template === template);
    if (fill === undefined) throw new Error(template);
    const { subject, text, html } = render(fill, 'https://repairs.example');
    expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    expect(text).not.toMatch(/[\p{Cs}\u2028\u2029\u202a-\u202e\u2066\u2067]|(?!\n)\p{Cc}/u);
    expect(text.split('\u2068').length).toBe(text.split('\u2069').length);
    expect(html.replaceAll(/<\/?(p|ul|li|a|br|body|html|head|meta|!doctype)( [^<>]*)?>/g, '')).not.toMatch(/[<>]/);
    expect(html).not.toMatch(/<[^>]*\son\w+=|javascript:/i);
  }), { numRuns: 400 });
});

test('a name from right to left is set apart, an emoji of a family stays whole, 200 characters fit and 201 are shortened', () => {
  expect(typed('שרה')).toBe('\u2068שרה\u2069');
  expect(typed('👩‍👩‍👧‍👦 Zoë')).toBe('👩‍👩‍👧‍👦 Zoë');
  expect(typed('a\r\n b\u0000c\u202ed')).toBe('a b c d');
  expect([typed('x'.repeat(200)).length, typed('x'.repeat(201))]).toEqual([200, `${'x'.repeat(199)}…`]);
});

test('an address is one address', () => {
  for (const right of ['celik@example.org', "o'neil+repair@mail.example", 'müller@straße.example']) expect(isMailAddress(right), right).toBe(true);
  const wrong = ['', 'celik', '@example.org', 'a@', 'a@b@c', 'a b@c', 'a@c, d@e', 'a@c\r\nRCPT TO:<d@e>', '<a@c>', 'a@c>', '"a"@c', 'a@-x', `${'a'.repeat(65)}@c`, `a@${'c'.repeat(260)}`, 'a\u0000@c', 'a\u202e@c'];
  for (const text of wrong) expect(isMailAddress(text), text).toBe(false);
});

test('the words of a server are kept without the address, however it repeats it', () => {
  expect(withoutAddresses('550 5.1.1 <celik@example.org>: user Celik unknown in <celik@mail.example>\r\n550 bye', 'celik@example.org')).toBe('550 5.1.1 <…>: user … unknown in <…> 550 bye');
  expect(withoutAddresses('250 2.0.0 Ok: queued as 4Zx', 'ok@example.org')).toBe('250 2.0.0 …: queued as 4Zx');
  expect(withoutAddresses('550 user=celik, mailbox "Celik": no', 'celik@example.org')).toBe('550 …, mailbox "…": no');
  expect(withoutAddresses('x'.repeat(1000), 'a@example.org')).toHaveLength(300);
});

test('a reply of five hundred is final only where it speaks of this address or this mail', () => {
  const reply = (command: string, code: number, codes: readonly string[] = []) => verdictOf({ codes, command, reply: code, words: '', bodyLeft: false });
  expect(reply('RCPT TO', 550)).toEqual({ problem: 'address-refused', forGood: true });
  expect(reply('DATA', 554)).toEqual({ problem: 'message-refused', forGood: true });
  expect([reply('RCPT TO', 450), reply('DATA', 451), reply('RCPT TO', 503), reply('MAIL FROM', 421)].map(({ forGood }) => forGood)).toEqual([false, false, false, false]);
  for (const command of ['MAIL FROM', 'EHLO', 'CONN', 'AUTH PLAIN']) expect(reply(command, 550).forGood).toBe(false);
});

test('every problem has its three texts', () => {
  for (const { what, usualCause, remedy } of Object.values(MAIL_PROBLEMS_EN)) for (const words of [what, usualCause, remedy]) expect(words).toMatch(/^.{12,220}\.$/);
});
