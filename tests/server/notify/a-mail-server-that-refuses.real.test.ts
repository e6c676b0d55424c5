/** One try at a real mail server: what it takes, and every way in which it refuses, breaks off or is not there, called by its name. */
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import type { MailConfig } from '../../../server/config.ts';
import type { OutgoingMail } from '../../../server/notify/outgoing.ts';
import { createSmtp } from '../../../server/notify/smtp.ts';
import { deadPort, madeCertificate, playSmtp } from '../../smtp-server.ts';
import type { Mood } from '../../smtp-server.ts';

const MAIL: OutgoingMail = { id: '019a2b3c-0000-7000-8000-0000000000aa', putAtMs: Date.UTC(2026, 10, 24, 10), address: 'celik@example.org', subject: 'Your phone, case K7Q2', text: 'Dear Çelik,\n\n.\nready\n', html: '<p>Dear Çelik,</p>\n' };
const CONFIG: MailConfig = { host: '127.0.0.1', port: 0, security: 'none', login: null, from: { name: null, address: 'store@chain.example' }, replyTo: null };
const WAITS = { connectMs: 2000, silenceMs: 300, wholeMs: 5000 };

const trusted = getCACertificates('default');
afterEach(() => { setDefaultCACertificates(trusted); });

const send = (differs: Partial<MailConfig>, mail: Partial<OutgoingMail> = {}, password: string | null = null, signal = new AbortController().signal) =>
  createSmtp({ config: { ...CONFIG, ...differs }, password, storeName: 'Corner store', waits: WAITS }).send({ ...MAIL, ...mail }, signal);

/** Lines that were folded are one again. */
const header = (raw: string, name: string): string[] =>
  raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]/g, ' ').split('\r\n').filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`));

test('a mail arrives with the store as its sender, one number however often it is sent, and both texts', async () => {
  const server = await playSmtp();
  const sendOne = () => send({ port: server.port, replyTo: 'answers@chain.example' });
  expect([await sendOne(), await sendOne()].map(({ sent }) => sent)).toEqual([true, true]);
  expect(server.taken.map(({ from, to, secure }) => ({ from, to, secure }))).toEqual(Array.from({ length: 2 }, () => ({ from: 'store@chain.example', to: ['celik@example.org'], secure: false })));
  const [first, second] = server.taken;
  expect(header(first?.raw ?? '', 'Message-ID')).toEqual(['Message-ID: <019a2b3c-0000-7000-8000-0000000000aa@chain.example>']);
  expect(header(second?.raw ?? '', 'Message-ID')).toEqual(header(first?.raw ?? '', 'Message-ID'));
  expect(header(first?.raw ?? '', 'From')).toEqual(['From: Corner store <store@chain.example>']);
  expect(header(first?.raw ?? '', 'Reply-To')).toEqual(['Reply-To: answers@chain.example']);
  expect(header(first?.raw ?? '', 'Auto-Submitted')).toEqual(['Auto-Submitted: auto-generated']);
  expect(header(first?.raw ?? '', 'X-Mailer')).toEqual([]);
  expect(header(first?.raw ?? '', 'Date')).toEqual(['Date: Tue, 24 Nov 2026 10:00:00 +0000']);
  expect(first?.raw).toContain('Content-Type: text/plain; charset=utf-8');
  expect(first?.raw).toContain('Content-Type: text/html; charset=utf-8');
});

test.each<[string, Mood, { problem: string; forGood: boolean }]>([
  ['the address is refused', { at: 'RCPT', does: { code: 550, words: '5.1.1 <celik@example.org>: user celik unknown' } }, { problem: 'address-refused', forGood: true }],
  ['the mailbox asks to come again', { at: 'RCPT', does: { code: 451, words: '4.7.1 Greylisted for celik@example.org' } }, { problem: 'asked-to-wait', forGood: false }],
  ['it relays for nobody', { at: 'RCPT', does: { code: 554, words: '5.7.1 <celik@example.org>: Relay access denied' } }, { problem: 'sender-refused', forGood: false }],
  ['the sender is not its own', { at: 'MAIL', does: { code: 553, words: '5.7.1 Sender address rejected: not owned by user' } }, { problem: 'sender-refused', forGood: false }],
  ['it wants a login', { at: 'MAIL', does: { code: 530, words: '5.7.0 Authentication required' } }, { problem: 'login-refused', forGood: false }],
  ['the mail is refused', { at: 'END', does: { code: 554, words: '5.7.1 Looks unwanted' } }, { problem: 'message-refused', forGood: true }],
  ['it is too busy for the mail', { at: 'END', does: { code: 452, words: '4.3.1 Insufficient storage' } }, { problem: 'asked-to-wait', forGood: false }],
  ['the line breaks before the message', { at: 'RCPT', does: 'break' }, { problem: 'server-away', forGood: false }],
  ['it falls silent before the message', { at: 'MAIL', does: 'silence' }, { problem: 'server-away', forGood: false }],
  ['the line breaks when the message was taken', { at: 'END', does: 'break' }, { problem: 'answer-lost', forGood: false }],
  ['it falls silent when the message was taken', { at: 'END', does: 'silence' }, { problem: 'answer-lost', forGood: false }],
])('%s', async (_name, mood, verdict) => {
  const server = await playSmtp();
  server.mood = mood;
  const outcome = await send({ port: server.port });
  expect(outcome).toMatchObject({ sent: false, ...verdict });
  expect(JSON.stringify(outcome)).not.toMatch(/celik|example\.org/i);
});

test('a line that breaks in the middle of a large message has not delivered it', async () => {
  const server = await playSmtp();
  server.mood = { at: 'DATA', does: 'break' };
  expect(await send({ port: server.port }, { text: 'x'.repeat(20 * 1024 * 1024) })).toMatchObject({ sent: false, problem: 'server-away', forGood: false });
  expect(server.taken).toEqual([]);
});

test('nobody listens', async () => {
  expect(await send({ port: await deadPort() })).toMatchObject({ sent: false, problem: 'server-away', forGood: false });
});

test('with a login: the right password is let in, a wrong one is called so', async () => {
  const server = await playSmtp({ login: { user: 'store', password: 'right one' } });
  const login = { user: 'store', passwordFile: '/not/read/here' };
  expect(await send({ port: server.port, login }, {}, 'right one')).toMatchObject({ sent: true });
  expect(server.taken.map(({ user }) => user)).toEqual(['store']);
  const refused = await send({ port: server.port, login }, {}, 'wrong one');
  expect(refused).toMatchObject({ sent: false, problem: 'login-refused', forGood: false });
  expect(JSON.stringify(refused)).not.toContain('wrong one');
});

test('over TLS and STARTTLS a trusted certificate is spoken with, another one never', async () => {
  const certificate = madeCertificate();
  for (const security of ['tls', 'starttls'] as const) {
    const server = await playSmtp({ security, certificate });
    setDefaultCACertificates(trusted);
    expect(await send({ port: server.port, security })).toMatchObject({ sent: false, problem: 'tls-failed', forGood: false });
    expect(server.taken).toEqual([]);
    setDefaultCACertificates([...trusted, certificate.authority]);
    expect(await send({ port: server.port, security })).toMatchObject({ sent: true });
    expect(server.taken.map(({ secure }) => secure)).toEqual([true]);
  }
});

test('a server that offers no STARTTLS gets nothing, not even the sender', async () => {
  const server = await playSmtp();
  expect(await send({ port: server.port, security: 'starttls' })).toMatchObject({ sent: false, problem: 'tls-failed', forGood: false });
  expect(server.taken).toEqual([]);
});

test('TLS towards a port that speaks plainly ends in words, not in waiting', async () => {
  const server = await playSmtp();
  expect(await send({ port: server.port, security: 'tls' })).toMatchObject({ sent: false, problem: 'tls-failed', forGood: false });
});

test('an end in the middle of it is no delivery', async () => {
  const server = await playSmtp();
  server.mood = { at: 'RCPT', does: 'silence' };
  expect(await send({ port: server.port }, {}, null, AbortSignal.timeout(50))).toMatchObject({ sent: false, problem: 'server-away', forGood: false });
});

test('nothing that stands in a name, a subject or a text becomes a header, an address or a command', async () => {
  const server = await playSmtp();
  const evil = 'x\r\nBcc: other@example.net\r\n\r\n.\r\nMAIL FROM:<evil@example.net>\r\n';
  expect(await send({ port: server.port, from: { name: evil, address: 'store@chain.example' } }, { subject: evil, text: evil, html: evil })).toMatchObject({ sent: true });
  expect(server.taken).toHaveLength(1);
  expect(server.taken[0]?.to).toEqual(['celik@example.org']);
  const raw = server.taken[0]?.raw ?? '';
  const names = raw.slice(0, raw.indexOf('\r\n\r\n')).split('\r\n').filter((line) => !/^[ \t]/.test(line)).map((line) => line.split(':')[0]);
  expect(names.toSorted()).toEqual(['Auto-Submitted', 'Content-Type', 'Date', 'From', 'MIME-Version', 'Message-ID', 'Subject', 'To'].toSorted());
});
