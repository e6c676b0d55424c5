/**
 * Opens the listeners of a store: always one on this machine without TLS, for the bridge and the browser beside it; one with
 * TLS for other machines when an address for them is named; and the public one, when it is wanted. A fault of any is a refusal.
 */
import { existsSync } from 'node:fs';
import type { Hono } from 'hono';
import type { PublicConfig, TlsConfig } from './config.ts';
import type { Outside } from './domain/outside.ts';
import { LOOPBACK } from './http/entrance.ts';
import type { Entrance } from './http/entrance.ts';
import { listen, loopbackAddress } from './http/listen.ts';
import type { Listening } from './http/listen.ts';
import { StartRefusal } from './start-refusal.ts';
import { readCertificate } from './tls/read-certificate.ts';
import type { ReadCertificate } from './tls/read-certificate.ts';
import { tlsFiles } from './tls/tls-files.ts';

export interface ListenerOptions {
  readonly stateDir: string;
  readonly host: string;
  readonly port: number;
  readonly tlsPort: number;
  readonly tls: TlsConfig | null;
  readonly public: PublicConfig | null;
}

/** What was read and found right before any port is opened. */
export interface Prepared {
  readonly certificate: ReadCertificate | null;
  readonly outside: Outside;
}

export interface Listeners {
  readonly url: string;
  /** Where other machines reach it, by the first name of the certificate. */
  readonly tlsUrl: string | null;
  /** Where the proxy or tunnel reaches the public listener. */
  readonly publicListenUrl: string | null;
  ping(): void;
  close(): Promise<void>;
}

const LOOPBACK_HOST = '127.0.0.1';

export function prepareListeners({ stateDir, host, tls, public: opened }: ListenerOptions, nowMs: number): Prepared {
  const beyond = [host, opened?.listen.host ?? LOOPBACK_HOST].find((one) => loopbackAddress(one) === null);
  const made = tlsFiles(stateDir);
  const files = tls?.files ?? (beyond !== undefined && existsSync(made.cert) ? made : null);
  if (beyond !== undefined && files === null) throw new StartRefusal('tls-needed', { host: beyond, state: stateDir });
  const certificate = files === null ? null : readCertificate(files, tls?.names ?? [], nowMs);
  return { certificate, outside: { certificate, publicUrl: opened?.url ?? null } };
}

export async function openListeners(app: Hono, publicApp: Hono | null, options: ListenerOptions, { certificate }: Prepared): Promise<Listeners> {
  const open: Listening[] = [];
  const opened = async (listening: Promise<Listening>): Promise<Listening> => {
    const one = await listening;
    open.push(one);
    return one;
  };
  const close = async (): Promise<void> => {
    await Promise.all(open.map((one) => one.close()));
  };
  try {
    const { host, port, tlsPort, public: front } = options;
    const inside = await opened(listen(app, { host: loopbackAddress(host) ?? LOOPBACK_HOST, port, entrance: LOOPBACK, secret: null }));
    const tls = loopbackAddress(host) !== null || certificate === null ? null
      : await opened(listen(app, { host, port: tlsPort, secret: certificate, entrance: { scheme: 'https', names: new Set(certificate.names), origin: null, proxies: new Set() } }));
    const outer = publicApp === null || front === null ? null
      : await opened(listen(publicApp, { ...front.listen, secret: loopbackAddress(front.listen.host) === null ? certificate : null, entrance: publicEntrance(front) }));
    return {
      url: inside.url,
      tlsUrl: tls === null ? null : `https://${certificate?.names[0] ?? host}:${new URL(tls.url).port}`,
      publicListenUrl: outer?.url ?? null,
      ping: () => open.forEach((one) => one.ping()),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** It is called by the address that the proxy stands for, and believes the proxy alone. */
function publicEntrance({ url, proxy }: PublicConfig): Entrance {
  const { protocol, hostname, origin } = new URL(url);
  return { scheme: protocol === 'https:' ? 'https' : 'http', names: new Set([hostname]), origin, proxies: new Set([proxy]) };
}
