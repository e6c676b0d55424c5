/**
 * `holdfast tls init` and `tls show`: the store's own certificates. The making is done by an entry of the server room; here
 * a person reads what there is now, how long it lasts, and how other machines come to trust it.
 */
import { execFile } from 'node:child_process';
import { z } from 'zod';
import { parseChildLine } from './child-line.ts';
import { CommandRefusal, EXIT_CODES } from './command-refusal.ts';
import { ENTRIES } from './project.ts';
import { findStateDir } from './start-plan.ts';
import { readServerUrl } from './state-folder.ts';
import { indentText, wrapText } from './wrap-text.ts';

const MAKE_WITHIN_MS = 60_000;

const partSchema = z.object({ file: z.string(), fingerprint: z.string(), endsAtIso: z.iso.datetime(), daysLeft: z.number().int() });
const replySchema = z.object({ tls: z.object({ isNewAuthority: z.boolean(), names: z.array(z.string()), authority: partSchema, certificate: partSchema }).nullable() });
type Reply = z.infer<typeof replySchema>;
type Tls = NonNullable<Reply['tls']>;

export interface TlsOptions { readonly name?: readonly string[]; readonly json?: boolean; readonly state?: string }

const lastsText = ({ endsAtIso, daysLeft }: Tls['certificate']): string => `until ${endsAtIso.slice(0, 10)} (${String(daysLeft)} days)`;

export function tlsText({ names, authority, certificate }: Tls): string {
  return [
    `Certificate of the server: ${lastsText(certificate)}`,
    indentText(`for ${names.join(', ')}`),
    `Authority of this store: ${lastsText(authority)}`,
    indentText(`SHA-256 ${authority.fingerprint}`),
    `  ${authority.file}`,
  ].join('\n');
}

/** Shown when other machines must be told of a new authority. */
export function installText({ authority }: Tls): string {
  return [
    wrapText('Other machines must trust this authority once. Copy the file named above to each of them, compare the fingerprint there, and install it:'),
    indentText('Linux: put it into /usr/local/share/ca-certificates with the ending .crt, then'),
    '    sudo update-ca-certificates',
    indentText('Firefox keeps its own list: Settings, Certificates, Authorities, Import.'),
    indentText('Windows, as administrator:'),
    '    certutil -addstore -f Root holdfast-ca.pem',
    indentText('macOS:'),
    '    sudo security add-trusted-cert -d -r trustRoot -k /Library/Keychains/System.keychain holdfast-ca.pem',
    indentText('iPad, iPhone: open the file, install the profile, then switch it on under Settings, General, About, Certificate Trust Settings.'),
    indentText('Android: Settings, Security, Install a certificate, CA certificate.'),
    wrapText(`Never copy ${authority.file.replace(/\.pem$/, '.key')}: whoever has it can pretend to be any site towards those machines.`),
    wrapText('Then name an address for other machines in holdfast.yaml (server: host: 0.0.0.0) and start Holdfast again.'),
  ].join('\n');
}

function ask(args: readonly string[]): Promise<Reply> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [ENTRIES.tls, ...args], { timeout: MAKE_WITHIN_MS }, (error, stdout) => {
      const line = parseChildLine(stdout.trim());
      if (line.type === 'refused') {
        reject(new CommandRefusal(line.refused.what, line.refused.remedy));
        return;
      }
      try {
        resolve(replySchema.parse(JSON.parse(stdout)));
      } catch {
        const why = error === null ? '' : ` (${error.message.split('\n')[0] ?? ''})`;
        reject(new CommandRefusal(`The certificates could not be made or read${why}.`, 'Look whether this user may write the state folder.', EXIT_CODES.failed));
      }
    });
  });
}

export async function tlsCommand(what: string, options: TlsOptions, out: (text: string) => void): Promise<number> {
  if (what !== 'init' && what !== 'show') throw new CommandRefusal(`"${what}" is not something that tls does.`, 'Write "tls init" to make certificates, "tls show" to see them.');
  if (what === 'show' && options.name !== undefined) throw new CommandRefusal('--name is only for "tls init".', 'Leave it out.');
  const stateDir = findStateDir(options.state, process.cwd(), (folder) => readServerUrl(folder) !== null);
  const { tls } = await ask([what, '--state', stateDir, ...(options.name ?? []).flatMap((name) => ['--name', name])]);
  if (options.json === true) {
    out(JSON.stringify({ tls }, null, 2));
    return EXIT_CODES.done;
  }
  if (tls === null) throw new CommandRefusal(`There are no certificates in ${stateDir}.`, 'Make them with "npm run holdfast -- tls init".', EXIT_CODES.failed);
  out(tlsText(tls));
  if (what === 'init' && tls.isNewAuthority) out(`\n${installText(tls)}`);
  else if (what === 'init') out(wrapText('The authority is the same as before: other machines need nothing new. Start Holdfast again to use the new certificate.'));
  return EXIT_CODES.done;
}
