/**
 * The entry behind `holdfast tls`: makes the certificates of a store in its state folder, or tells what there is. It prints
 * one line of JSON, starts no listener, and never prints a key.
 */
import { randomBytes, X509Certificate } from 'node:crypto';
import { hostname, networkInterfaces } from 'node:os';
import { parseArgs } from 'node:util';
import { fillWords, SERVER_WORDS_EN } from '../contract/words.ts';
import { detailOf, StartRefusal } from '../start-refusal.ts';
import type { Making } from './make-certificates.ts';
import { plainName } from './plain-name.ts';
import { namesIn } from './read-certificate.ts';
import { makeTlsFolder, readIfThere, tlsFiles, writeWhole } from './tls-files.ts';
import type { TlsFiles } from './tls-files.ts';

const making: Making = { nowMs: Date.now(), serial: () => randomBytes(16) };
/** An authority that ends sooner is replaced: what is made under it would end with it. */
const AUTHORITY_LEFT_DAYS_MIN = 30;
const DAY_MS = 86_400_000;

const partOf = (pem: string, file: string) => {
  const cert = new X509Certificate(pem);
  const daysLeft = Math.floor((cert.validToDate.getTime() - making.nowMs) / DAY_MS);
  return { file, fingerprint: cert.fingerprint256, endsAtIso: cert.validToDate.toISOString(), daysLeft };
};

function tell(files: TlsFiles, isNewAuthority: boolean): object {
  const [authority, cert] = [readIfThere(files.authority), readIfThere(files.cert)];
  if (authority === null || cert === null) return { tls: null };
  return { tls: { isNewAuthority, names: namesIn(new X509Certificate(cert)), authority: partOf(authority, files.authority), certificate: partOf(cert, files.cert) } };
}

/** What other machines may call this one, when nobody says: its name, the same in the local network, its addresses. */
function ownNames(): string[] {
  const host = hostname().toLowerCase();
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []).filter(({ internal, scopeid }) => !internal && (scopeid ?? 0) === 0).map(({ address }) => address);
  return [host, ...(host.includes('.') ? [] : [`${host}.local`]), ...addresses];
}

function chosenNames(asked: readonly string[], files: TlsFiles): readonly string[] {
  const wrong = asked.find((name) => plainName(name) === null);
  if (wrong !== undefined) throw new StartRefusal('tls-name-wrong', { name: wrong.slice(0, 100) });
  const kept = readIfThere(files.cert);
  const names = asked.length > 0 ? asked : kept === null ? ownNames() : namesIn(new X509Certificate(kept));
  return [...new Set(names.flatMap((name) => plainName(name) ?? []))];
}

async function init(stateDir: string, asked: readonly string[]): Promise<object> {
  const files = tlsFiles(stateDir);
  const { makeAuthority, makeServerCertificate } = await import('./make-certificates.ts');
  const names = chosenNames(asked, files);
  if (names.length === 0) throw new StartRefusal('tls-name-wrong', { name: hostname() });
  makeTlsFolder(stateDir);
  const [cert, key] = [readIfThere(files.authority), readIfThere(files.authorityKey)];
  const isKept = cert !== null && key !== null && new X509Certificate(cert).validToDate.getTime() - making.nowMs > AUTHORITY_LEFT_DAYS_MIN * DAY_MS;
  const authority = isKept ? { cert, key } : makeAuthority(names[0] ?? '', making);
  if (!isKept) {
    writeWhole(files.authorityKey, authority.key, 0o600);
    writeWhole(files.authority, authority.cert, 0o644);
  }
  const made = makeServerCertificate(authority, names, making);
  writeWhole(files.key, made.key, 0o600);
  writeWhole(files.cert, made.cert, 0o644);
  return tell(files, !isKept);
}

function run(argv: readonly string[]): object | Promise<object> {
  const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options: { state: { type: 'string' }, name: { type: 'string', multiple: true } } });
  if (values.state === undefined) throw new StartRefusal('arguments-wrong', { detail: '--state is missing' });
  return positionals[0] === 'init' ? init(values.state, values.name ?? []) : tell(tlsFiles(values.state), false);
}

try {
  process.stdout.write(`${JSON.stringify(await run(process.argv.slice(2)))}\n`);
} catch (error) {
  const refusal = error instanceof StartRefusal ? error : new StartRefusal('tls-not-made', { detail: detailOf(error) }, error);
  const words = SERVER_WORDS_EN[refusal.code];
  process.stdout.write(`${JSON.stringify({ refused: refusal.code, what: fillWords(words.what, refusal.params), remedy: fillWords(words.remedy, refusal.params) })}\n`);
  process.exitCode = 2;
}
