/** The keys of the `server:` section of holdfast.yaml, each with what fits it and with the words for what would be right. */
import { isIP } from 'node:net';
import { isAbsolute } from 'node:path';
import { isMailAddress } from './contract/mail.ts';
import { plainName } from './tls/plain-name.ts';

interface Key {
  readonly right: string;
  readonly isList?: boolean;
  fits(value: unknown): boolean;
}
export type Keys = Readonly<Record<string, Key>>;

const isText = (value: unknown): value is string => typeof value === 'string' && value.length >= 1;
const isPort = (value: unknown): boolean => typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 65_535;
const isHost = (value: unknown): boolean => isText(value) && (value === 'localhost' || isIP(value) !== 0);

export const SERVER_KEYS: Keys = {
  port: { right: 'a whole number from 1 to 65535, for example 4680', fits: isPort },
  // The bridge reports to 127.0.0.1, so that stays.
  host: { right: '127.0.0.1 for this machine only, or an address of this machine for others too, which needs TLS; 0.0.0.0 is every one of IPv4', fits: (value) => isHost(value) && value !== '::1' },
  tlsPort: { right: 'a whole number from 1 to 65535, for example 4443', fits: isPort },
  name: { right: 'the name of the store, 1 to 60 characters', fits: (value) => isText(value) && value.trim().length >= 1 && value.length <= 60 },
  web: { right: 'the folder of the built dashboard', fits: isText },
};

/** Keys of `server:` that have keys of their own. */
export const SERVER_MAPS = ['tls', 'public', 'oidc', 'mail'];

export const TLS_KEYS: Keys = {
  cert: { right: 'the file of the certificate in PEM, an absolute path', fits: (value) => isText(value) && isAbsolute(value) },
  key: { right: 'the file of its private key in PEM, an absolute path', fits: (value) => isText(value) && isAbsolute(value) },
  names: {
    right: 'a list of names or addresses without port, for example [bench-pc.example, 192.168.1.5]', isList: true,
    fits: (value) => Array.isArray(value) && value.length <= 50 && value.every((name) => isText(name) && plainName(name) !== null),
  },
};

export const PUBLIC_KEYS: Keys = {
  url: { right: 'the address that customers type, without a path, for example https://repairs.example', fits: isPublicUrl },
  listen: { right: 'an address of this machine and a port, for example 127.0.0.1:4690', fits: (value) => isText(value) && listenPlace(value) !== null },
  proxy: { right: 'the address of the proxy or tunnel, for example 127.0.0.1', fits: (value) => isText(value) && isIP(value) !== 0 },
};

export const USER_CLAIMS = ['preferred_username', 'email'] as const;
export type UserClaim = (typeof USER_CLAIMS)[number];

export const OIDC_KEYS: Keys = {
  issuer: { right: 'the address of the identity provider as it names itself, for example https://login.chain.example/store', fits: isIssuer },
  clientId: { right: 'the id that the provider gave to this store', fits: (value) => isText(value) && value.length <= 200 },
  clientSecretFile: { right: 'the file that holds the secret of this client, an absolute path', fits: (value) => isText(value) && isAbsolute(value) },
  name: { right: 'what the button calls the provider, 1 to 40 characters', fits: (value) => isText(value) && value.trim().length >= 1 && value.length <= 40 },
  userClaim: { right: 'preferred_username or email', fits: (value) => USER_CLAIMS.some((claim) => claim === value) },
};

export const MAIL_SECURITIES = ['tls', 'starttls', 'none'] as const;
export type MailSecurity = (typeof MAIL_SECURITIES)[number];
export const MAIL_PORTS: Readonly<Record<MailSecurity, number>> = { tls: 465, starttls: 587, none: 25 };
/** Keys of `mail:` that have keys of their own. */
export const MAIL_MAPS = ['from'];

const isAddress = (value: unknown): boolean => isText(value) && isMailAddress(value);

export const MAIL_KEYS: Keys = {
  host: { right: 'the name or address of the mail server that takes mail from this store, for example smtp.chain.example', fits: (value) => isText(value) && (isIP(value) !== 0 || value === 'localhost' || plainName(value) !== null) },
  port: { right: 'a whole number from 1 to 65535, for example 587', fits: isPort },
  security: { right: 'tls (from the start), starttls, or none for a mail server on this machine', fits: (value) => MAIL_SECURITIES.some((one) => one === value) },
  user: { right: 'the user name at the mail server', fits: (value) => isText(value) && value.length <= 200 && !/\p{Cc}/u.test(value) },
  passwordFile: { right: 'the file that holds its password, an absolute path', fits: (value) => isText(value) && isAbsolute(value) },
  replyTo: { right: 'the mail address to which answers go, for example store@chain.example', fits: isAddress },
};

export const MAIL_FROM_KEYS: Keys = {
  name: { right: 'the name beside the sender, 1 to 60 characters', fits: (value) => isText(value) && value.trim().length >= 1 && value.length <= 60 && !/\p{Cc}/u.test(value) },
  address: { right: 'the mail address of the store, for example store@chain.example', fits: isAddress },
};

export const isLoopbackHost = (host: string): boolean => host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

export const isLoopbackUrl = ({ protocol, hostname }: URL): boolean => protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);

/** TLS, but for a provider on this machine. */
function isIssuer(value: unknown): boolean {
  if (!isText(value)) return false;
  try {
    const url = new URL(value);
    return (url.protocol === 'https:' || isLoopbackUrl(url)) && url.search === '' && url.hash === '' && url.username === '' && url.password === '';
  } catch {
    return false;
  }
}

/** Links in mails begin with it: TLS, but for a trial on this machine. */
function isPublicUrl(value: unknown): boolean {
  if (!isText(value)) return false;
  try {
    const { protocol, hostname, origin } = new URL(value);
    const isTrial = protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
    return (protocol === 'https:' || isTrial) && (value.toLowerCase() === origin || value.toLowerCase() === `${origin}/`);
  } catch {
    return false;
  }
}

export interface ListenPlace {
  readonly host: string;
  readonly port: number;
}

/** `HOST:PORT`, with an address of IPv6 in brackets. */
export function listenPlace(text: string): ListenPlace | null {
  const found = /^(?:\[([0-9a-f:]+)\]|([0-9.]+|localhost)):([1-9]\d{0,4})$/i.exec(text);
  const host = found?.[1] ?? found?.[2] ?? '';
  const port = Number(found?.[3] ?? 0);
  return isHost(host) && isPort(port) ? { host, port } : null;
}
