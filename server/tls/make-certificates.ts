/**
 * Makes a certificate authority for one store and certificates under it. Loaded only by `holdfast tls`, never by the
 * server; it reads no certificate that came from elsewhere, and keeps nothing.
 */
import { generateKeyPairSync } from 'node:crypto';
import { isIP } from 'node:net';
import forge from 'node-forge';

/** PEM texts. */
export interface Made {
  readonly cert: string;
  readonly key: string;
}

export interface Making {
  readonly nowMs: number;
  /** 16 random bytes: two certificates of one authority never share a number. */
  serial(): Uint8Array;
}

const DAY_MS = 86_400_000;
const AUTHORITY_DAYS = 3650;
/** Devices of Apple take no longer one than 825 days; browsers are moving below 398. */
const SERVER_DAYS = 397;
/** A clock of another machine may be behind. */
const EARLIER_MS = DAY_MS;
const AUTHORITY_BITS = 3072;
const SERVER_BITS = 2048;

export function makeAuthority(name: string, making: Making): Made {
  const { cert, key, pem } = draft(AUTHORITY_BITS, AUTHORITY_DAYS, making);
  const subject = [{ shortName: 'CN', value: `Holdfast CA of ${name}`.slice(0, 64) }, { shortName: 'O', value: 'Holdfast' }];
  cert.setSubject(subject);
  cert.setIssuer(subject);
  cert.setExtensions([
    { name: 'basicConstraints', critical: true, cA: true, pathLenConstraint: 0 },
    { name: 'keyUsage', critical: true, keyCertSign: true, cRLSign: true },
    { name: 'subjectKeyIdentifier' },
  ]);
  cert.sign(key, forge.md.sha256.create());
  return { cert: forge.pki.certificateToPem(cert), key: pem };
}

/** The text holds the certificate first, then that of its authority. */
export function makeServerCertificate(authority: Made, names: readonly string[], making: Making): Made {
  const issuer = forge.pki.certificateFromPem(authority.cert);
  const { cert, pem } = draft(SERVER_BITS, SERVER_DAYS, making);
  if (cert.validity.notAfter > issuer.validity.notAfter) cert.validity.notAfter = issuer.validity.notAfter;
  cert.setSubject([{ shortName: 'CN', value: (names[0] ?? 'holdfast').slice(0, 64) }]);
  cert.setIssuer(issuer.subject.attributes);
  cert.setExtensions([
    { name: 'basicConstraints', critical: true, cA: false },
    { name: 'keyUsage', critical: true, digitalSignature: true, keyEncipherment: true },
    { name: 'extKeyUsage', serverAuth: true },
    { name: 'subjectAltName', altNames: names.map((name) => (isIP(name) === 0 ? { type: 2, value: name } : { type: 7, ip: name })) },
    { name: 'subjectKeyIdentifier' },
    { name: 'authorityKeyIdentifier', keyIdentifier: issuer.generateSubjectKeyIdentifier().getBytes() },
  ]);
  cert.sign(forge.pki.privateKeyFromPem(authority.key), forge.md.sha256.create());
  return { cert: `${forge.pki.certificateToPem(cert)}${authority.cert}`, key: pem };
}

function draft(modulusLength: number, days: number, { nowMs, serial }: Making) {
  // The keys come from the runtime, not from the package.
  const pair = generateKeyPairSync('rsa', { modulusLength, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } });
  const cert = forge.pki.createCertificate();
  cert.publicKey = forge.pki.publicKeyFromPem(pair.publicKey);
  cert.serialNumber = serialText(serial());
  cert.validity.notBefore = new Date(nowMs - EARLIER_MS);
  cert.validity.notAfter = new Date(nowMs + days * DAY_MS);
  return { cert, key: forge.pki.privateKeyFromPem(pair.privateKey), pem: pair.privateKey };
}

/** Positive and of full length: the first byte lies between 0x40 and 0x7f. */
function serialText(random: Uint8Array): string {
  const bytes = Uint8Array.from(random, (byte, index) => (index === 0 ? (byte & 0x3f) | 0x40 : byte));
  return Buffer.from(bytes).toString('hex');
}
