/**
 * Hands one mail to the mail server of the store, by nodemailer, and tells what came of it. TLS is never given up silently, the
 * certificate always counts, nothing is read from files or addresses, and whatever the server does, it ends within a deadline.
 */
import { createTransport } from 'nodemailer';
import type { MailConfig } from '../config.ts';
import { verdictOf, withoutAddresses } from '../domain/mail-answer.ts';
import type { MailFailure } from '../domain/mail-answer.ts';
import type { OutgoingMail, SmtpOutcome } from './outgoing.ts';

export interface SmtpWaits {
  readonly connectMs: number;
  /** Silence of the server. */
  readonly silenceMs: number;
  /** For everything together. */
  readonly wholeMs: number;
}

const WAITS: SmtpWaits = { connectMs: 15_000, silenceMs: 60_000, wholeMs: 180_000 };
const ANSWER_BYTES_MAX = 64 * 1024;

export interface SmtpParts {
  readonly config: MailConfig;
  readonly password: string | null;
  readonly storeName: string;
  readonly waits?: SmtpWaits;
}

export interface Smtp {
  /** Never rejects. */
  send(mail: OutgoingMail, signal: AbortSignal): Promise<SmtpOutcome>;
}

export function createSmtp({ config, password, storeName, waits = WAITS }: SmtpParts): Smtp {
  const { host, port, security, login, from, replyTo } = config;
  const options = {
    host, port,
    secure: security === 'tls', requireTLS: security === 'starttls', ignoreTLS: security === 'none',
    tls: { minVersion: 'TLSv1.2' }, allowInternalNetworkInterfaces: true,
    ...(login === null || password === null ? {} : { auth: { user: login.user, pass: password } }),
    connectionTimeout: waits.connectMs, greetingTimeout: waits.connectMs, dnsTimeout: waits.connectMs, socketTimeout: waits.silenceMs, socketCloseTimeout: 0, maxResponseSize: ANSWER_BYTES_MAX,
    disableFileAccess: true, disableUrlAccess: true,
  } as const;
  return {
    async send(mail, signal) {
      let bodyLeft = false;
      const transport = createTransport(options);
      transport.use('stream', (prepared, done) => {
        // The end of the outermost stream is read only by a connection that was asked for the message and handed on all of it.
        prepared.message.processFunc((message) => message.once('end', () => { bodyLeft = true; }));
        done();
      });
      try {
        const { response } = await transport.sendMail({
          // A message handed over twice has the same id, so that whoever receives it can drop the second.
          messageId: `<${mail.id}@${domainOf(from.address)}>`, date: new Date(mail.putAtMs),
          from: { name: from.name ?? storeName, address: from.address }, to: { name: '', address: mail.address }, envelope: { from: from.address, to: mail.address },
          ...(replyTo === null ? {} : { replyTo: { name: '', address: replyTo } }),
          subject: mail.subject, text: mail.text, html: mail.html, xMailer: false, headers: { 'Auto-Submitted': 'auto-generated' },
          signal: AbortSignal.any([signal, AbortSignal.timeout(waits.wholeMs)]),
        });
        return { sent: true, answer: withoutAddresses(response, mail.address) };
      } catch (error) {
        const failure = failureOf(error, bodyLeft);
        return { sent: false, ...verdictOf(failure), answer: failure.words === '' ? null : withoutAddresses(failure.words, mail.address) };
      } finally {
        transport.close();
      }
    },
  };
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/** The library adds its own names to ordinary errors; each is looked at before it is believed. */
function failureOf(error: unknown, bodyLeft: boolean): MailFailure {
  const read = (name: string): unknown => (error instanceof Error ? Reflect.get(error, name) : null);
  const [code, originalCode, command, reply, response] = ['code', 'originalCode', 'command', 'responseCode', 'response'].map(read);
  return {
    codes: [code, originalCode].filter((one) => typeof one === 'string'),
    command: typeof command === 'string' ? command : '',
    reply: typeof reply === 'number' ? reply : null,
    words: typeof response === 'string' ? response : error instanceof Error ? error.message : '',
    bodyLeft,
  };
}
