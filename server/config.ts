/**
 * Reads the `server:` section of holdfast.yaml; the sections `rigs:` and `models:` belong to the bridge and are not looked at. An unknown
 * key or a wrong value is refused with file, line and column and with what would be right.
 */
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Node, Pair, YAMLMap } from 'yaml';
import { isLoopbackHost, listenPlace, MAIL_FROM_KEYS, MAIL_KEYS, MAIL_MAPS, MAIL_PORTS, MAIL_SECURITIES, OIDC_KEYS, PUBLIC_KEYS, SERVER_KEYS, SERVER_MAPS, TLS_KEYS, USER_CLAIMS } from './config-keys.ts';
import type { Keys, ListenPlace, MailSecurity, UserClaim } from './config-keys.ts';
import { StartRefusal } from './start-refusal.ts';

export interface TlsConfig {
  /** Own files; both or none. */
  readonly files: { readonly cert: string; readonly key: string } | null;
  /** Further names by which other machines call this one. */
  readonly names: readonly string[];
}

export interface PublicConfig {
  /** An origin: scheme, name, port where it is not the usual one. */
  readonly url: string;
  readonly listen: ListenPlace;
  /** The address of the proxy or tunnel, which is believed when it says who asks. */
  readonly proxy: string;
}

/** The identity provider of a chain. */
export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecretFile: string;
  /** What the button calls it. */
  readonly name: string;
  /** The claim that has to be the user name of a person of this store. */
  readonly userClaim: UserClaim;
}

/** The mail server by which the store sends. */
export interface MailConfig {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  /** Null: it asks nobody who they are. */
  readonly login: { readonly user: string; readonly passwordFile: string } | null;
  /** Name null: that of the store. */
  readonly from: { readonly name: string | null; readonly address: string };
  readonly replyTo: string | null;
}

export interface ServerConfig {
  readonly port: number | null;
  readonly host: string | null;
  readonly tlsPort: number | null;
  readonly name: string | null;
  /** Folder of the built dashboard. */
  readonly web: string | null;
  readonly tls: TlsConfig | null;
  readonly public: PublicConfig | null;
  readonly oidc: OidcConfig | null;
  readonly mail: MailConfig | null;
}

const SECTIONS = ['rigs', 'models', 'server'];
const PUBLIC_LISTEN: ListenPlace = { host: '127.0.0.1', port: 4690 };
const PUBLIC_PROXY = '127.0.0.1';

type Refuse = (node: Node | number | null, detail: string, right: string) => never;
type Values = Readonly<Record<string, unknown>>;

export function parseServerConfig(text: string, file: string): ServerConfig {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const refuse: Refuse = (node, detail, right) => {
    const offset = typeof node === 'number' ? node : (node?.range?.[0] ?? 0);
    const { line, col } = lines.linePos(offset);
    throw new StartRefusal('config-wrong', { at: `${file}:${line}:${col}`, detail, right });
  };
  const fault = document.errors[0];
  if (fault !== undefined) return refuse(fault.pos[0], fault.message.split('\n')[0] ?? 'not YAML', 'Write valid YAML: sections `rigs:`, `models:` and `server:`.');
  const root = document.contents;
  if (root === null || (isScalar(root) && root.value === null)) return configOf(null, refuse);
  if (!isMap(root)) return refuse(root, 'the file is not a list of sections', 'Begin with `server:` or `rigs:`.');
  let server: YAMLMap | null = null;
  for (const pair of root.items) {
    const name = keyOf(pair);
    if (!SECTIONS.includes(name.text)) refuse(name.node, `there is no section "${name.text}"${hint(name.text, SECTIONS)}`, 'The sections are `rigs:`, `models:` and `server:`.');
    if (name.text === 'server') server = mapOf(pair, 'server', [...Object.keys(SERVER_KEYS), ...SERVER_MAPS], refuse);
  }
  return configOf(server, refuse);
}

function configOf(server: YAMLMap | null, refuse: Refuse): ServerConfig {
  const values = readKeys(server, 'server', SERVER_KEYS, refuse, SERVER_MAPS);
  return {
    port: numberOr(values['port']), host: textOr(values['host']), tlsPort: numberOr(values['tlsPort']), name: textOr(values['name']), web: textOr(values['web']),
    tls: tlsOf(pairOf(server, 'tls'), refuse), public: publicOf(pairOf(server, 'public'), refuse), oidc: oidcOf(pairOf(server, 'oidc'), refuse), mail: mailOf(pairOf(server, 'mail'), refuse),
  };
}

function tlsOf(pair: Pair | null, refuse: Refuse): TlsConfig | null {
  const map = pair === null ? null : mapOf(pair, 'tls', Object.keys(TLS_KEYS), refuse);
  if (pair === null || map === null) return null;
  const values = readKeys(map, 'tls', TLS_KEYS, refuse);
  const [cert, key, names] = [textOr(values['cert']), textOr(values['key']), values['names']];
  if ((cert === null) !== (key === null)) refuse(keyOf(pair).node, `tls has ${cert === null ? 'a key without its certificate' : 'a certificate without its key'}`, 'Write both `cert` and `key`, or neither.');
  return { files: cert === null || key === null ? null : { cert, key }, names: Array.isArray(names) ? names.map(String) : [] };
}

function publicOf(pair: Pair | null, refuse: Refuse): PublicConfig | null {
  const map = pair === null ? null : mapOf(pair, 'public', Object.keys(PUBLIC_KEYS), refuse);
  if (pair === null || map === null) return null;
  const values = readKeys(map, 'public', PUBLIC_KEYS, refuse);
  const url = textOr(values['url']);
  if (url === null) return refuse(keyOf(pair).node, 'public has no url', `Write \`url\`: ${PUBLIC_KEYS['url']?.right ?? ''}.`);
  return { url: new URL(url).origin, listen: listenPlace(textOr(values['listen']) ?? '') ?? PUBLIC_LISTEN, proxy: textOr(values['proxy']) ?? PUBLIC_PROXY };
}

function oidcOf(pair: Pair | null, refuse: Refuse): OidcConfig | null {
  const map = pair === null ? null : mapOf(pair, 'oidc', Object.keys(OIDC_KEYS), refuse);
  if (pair === null || map === null) return null;
  const values = readKeys(map, 'oidc', OIDC_KEYS, refuse);
  const needed = (name: 'issuer' | 'clientId' | 'clientSecretFile'): string =>
    textOr(values[name]) ?? refuse(keyOf(pair).node, `oidc has no ${name}`, `Write \`${name}\`: ${OIDC_KEYS[name]?.right ?? ''}.`);
  const issuer = needed('issuer');
  return {
    issuer, clientId: needed('clientId'), clientSecretFile: needed('clientSecretFile'), name: textOr(values['name']) ?? new URL(issuer).hostname,
    userClaim: USER_CLAIMS.find((claim) => claim === values['userClaim']) ?? 'preferred_username',
  };
}

function mailOf(pair: Pair | null, refuse: Refuse): MailConfig | null {
  const map = pair === null ? null : mapOf(pair, 'mail', [...Object.keys(MAIL_KEYS), ...MAIL_MAPS], refuse);
  if (pair === null || map === null) return null;
  const values = readKeys(map, 'mail', MAIL_KEYS, refuse, MAIL_MAPS);
  const fromPair = pairOf(map, 'from');
  const fromMap = fromPair === null ? null : mapOf(fromPair, 'from', Object.keys(MAIL_FROM_KEYS), refuse);
  const from = readKeys(fromMap, 'from', MAIL_FROM_KEYS, refuse);
  const needed = (of: Values, name: 'host' | 'address', keys: Keys): string =>
    textOr(of[name]) ?? refuse(keyOf(of === from ? (fromPair ?? pair) : pair).node, `mail has no ${of === from ? 'from: ' : ''}${name}`, `Write \`${name}\`${of === from ? ' under `from`' : ''}: ${keys[name]?.right ?? ''}.`);
  const host = needed(values, 'host', MAIL_KEYS);
  const security = MAIL_SECURITIES.find((one) => one === values['security'])
    ?? refuse(keyOf(pair).node, 'mail has no security', `Write \`security\`: ${MAIL_KEYS['security']?.right ?? ''}.`);
  const [user, passwordFile] = [textOr(values['user']), textOr(values['passwordFile'])];
  if (security === 'none' && !isLoopbackHost(host)) refuse(keyOf(pair).node, `mail would go to ${host} without TLS`, 'Write `security: tls` or `security: starttls`; none is only for a mail server on this machine, 127.0.0.1.');
  if ((user === null) !== (passwordFile === null)) refuse(keyOf(pair).node, `mail has ${user === null ? 'a passwordFile without its user' : 'a user without its passwordFile'}`, 'Write both `user` and `passwordFile`, or neither.');
  return {
    host, port: numberOr(values['port']) ?? MAIL_PORTS[security], security, login: user === null || passwordFile === null ? null : { user, passwordFile },
    from: { name: textOr(from['name']), address: needed(from, 'address', MAIL_FROM_KEYS) }, replyTo: textOr(values['replyTo']),
  };
}

/** The values of the keys that fit; a key of `maps` has a place of its own and is read there. */
function readKeys(map: YAMLMap | null, section: string, keys: Keys, refuse: Refuse, maps: readonly string[] = []): Values {
  const known = [...Object.keys(keys), ...maps];
  return Object.fromEntries((map?.items ?? []).flatMap((entry) => {
    const name = keyOf(entry);
    if (maps.includes(name.text)) return [];
    const key = Object.hasOwn(keys, name.text) ? keys[name.text] : undefined;
    if (key === undefined) return refuse(name.node, `"${section}" has no key "${name.text}"${hint(name.text, known)}`, `The keys are ${known.join(', ')}.`);
    const value = valueOf(entry);
    const isList = key.isList === true;
    const place = isScalar(entry.value) || (isList && isSeq(entry.value)) ? entry.value : name.node;
    if (!key.fits(value)) return refuse(place, `${name.text} is ${value === undefined || isSeq(entry.value) !== isList ? `not ${isList ? 'a list' : 'a single value'}` : JSON.stringify(value)}`, `Write ${key.right}.`);
    return [[name.text, value]];
  }));
}

function valueOf({ value }: Pair): unknown {
  if (isScalar(value)) return value.value;
  return isSeq(value) ? value.items.map((item) => (isScalar(item) ? item.value : undefined)) : undefined;
}

const pairOf = (map: YAMLMap | null, name: string): Pair | null => map?.items.find((pair) => keyOf(pair).text === name) ?? null;

function mapOf(pair: Pair, name: string, keys: readonly string[], refuse: Refuse): YAMLMap | null {
  if (pair.value === null || (isScalar(pair.value) && pair.value.value === null)) return null;
  return isMap(pair.value) ? pair.value : refuse(keyOf(pair).node, `"${name}" is not a list of keys`, `The keys are ${keys.join(', ')}.`);
}

const numberOr = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const textOr = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const keyOf = ({ key }: Pair): { node: Node | null; text: string } => (isScalar(key) ? { node: key, text: String(key.value) } : { node: null, text: '?' });

/** Suggests the key that begins alike. */
function hint(wrong: string, right: readonly string[]): string {
  const near = right.find((name) => name.startsWith(wrong.slice(0, 2).toLowerCase()));
  return near === undefined ? '' : `; did you mean "${near}"?`;
}
