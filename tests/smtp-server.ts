/**
 * A real mail server on loopback for tests, by smtp-server: it keeps what it takes, and can be told to refuse, to ask for
 * patience, to break the line within DATA, to break it after the message was taken, or to say nothing.
 */
import { once } from 'node:events';
import { connect } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';
import { makeAuthority, makeServerCertificate } from '../server/tls/make-certificates.ts';

export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly secure: boolean;
  readonly user: string | null;
  readonly raw: string;
}

/** At which command, and with which reply; `break` ends the line instead, `silence` never answers. */
export interface Mood {
  readonly at: 'MAIL' | 'RCPT' | 'DATA' | 'END';
  readonly does: { readonly code: number; readonly words: string } | 'break' | 'silence';
}

export interface PlayedSmtp {
  readonly port: number;
  readonly taken: readonly TakenMail[];
  readonly connections: () => number;
  mood: Mood | null;
  close(): Promise<void>;
}

export interface PlayedSmtpOptions {
  readonly security?: 'tls' | 'starttls' | 'none';
  readonly login?: { readonly user: string; readonly password: string };
  readonly port?: number;
  readonly certificate?: { readonly cert: string; readonly key: string };
}

const failed = (code: number, words: string): Error => Object.assign(new Error(words), { responseCode: code });

/** An authority of the test and a certificate for 127.0.0.1 under it. */
export function madeCertificate(nowMs = Date.now()) {
  let serial = 0;
  const making = { nowMs, serial: () => Buffer.alloc(16, (serial += 1)) };
  const authority = makeAuthority('test', making);
  return { authority: authority.cert, ...makeServerCertificate(authority, ['127.0.0.1'], making) };
}

export async function playSmtp({ security = 'none', login, port = 0, certificate }: PlayedSmtpOptions = {}): Promise<PlayedSmtp> {
  const taken: TakenMail[] = [];
  const state: { mood: Mood | null; connections: number } = { mood: null, connections: 0 };
  const act = (at: Mood['at'], port_: number, done: (error?: Error | null) => void): void => {
    const { mood } = state;
    if (mood === null || mood.at !== at) done();
    else if (mood.does === 'break') lines.get(port_)?.destroy();
    else if (mood.does !== 'silence') done(failed(mood.does.code, mood.does.words));
  };
  const lines = new Map<number, { destroy(): void }>();
  const server = new SMTPServer({
    secure: security === 'tls', ...(certificate === undefined ? {} : { key: certificate.key, cert: certificate.cert }),
    disabledCommands: [...(security === 'starttls' ? [] : ['STARTTLS']), ...(login === undefined ? ['AUTH'] : [])],
    authOptional: login === undefined, allowInsecureAuth: true, logger: false, disableReverseLookup: true, closeTimeout: 0,
    onAuth({ username, password }, _session, done) {
      if (username === login?.user && password === login?.password) done(null, { user: username });
      else done(failed(535, '5.7.8 Authentication credentials invalid'));
    },
    onConnect(_session, done) {
      state.connections += 1;
      done();
    },
    onMailFrom(_address, { remotePort }, done) { act('MAIL', remotePort, done); },
    onRcptTo(_address, { remotePort }, done) { act('RCPT', remotePort, done); },
    onData(stream, { remotePort, envelope, secure, user }, done) {
      const parts: Buffer[] = [];
      act('DATA', remotePort, (error) => {
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          if (error != null) { done(error); return; }
          taken.push({
            from: envelope.mailFrom === false ? '' : envelope.mailFrom.address, to: envelope.rcptTo.map(({ address }) => address), secure, user: typeof user === 'string' ? user : null,
            raw: Buffer.concat(parts).toString('utf8'),
          });
          act('END', remotePort, done);
        });
      });
    },
  });
  server.on('error', () => undefined);
  server.server.on('connection', (socket) => {
    lines.set(socket.remotePort ?? 0, socket);
    socket.on('close', () => lines.delete(socket.remotePort ?? 0));
  });
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('the mail server of the test has no port');
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    for (const line of lines.values()) line.destroy();
    await new Promise<void>((resolve) => { server.close(() => { resolve(); }); });
  };
  onTestFinished(close);
  return {
    port: address.port, taken, connections: () => state.connections, close,
    get mood() { return state.mood; },
    set mood(mood: Mood | null) { state.mood = mood; },
  };
}

/** A port at which nothing listens. */
export async function deadPort(): Promise<number> {
  const played = await playSmtp();
  await played.close();
  await new Promise((resolve) => connect(played.port, '127.0.0.1').once('error', resolve));
  return played.port;
}
