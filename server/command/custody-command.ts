/**
 * `holdfast custody`: the heads of all chains, an export that can be checked without Holdfast, or a new key when the old one
 * is lost for ever. The work is done by the server room's own program.
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { custodyRepliesSchema } from '../contract/custody-verdict.ts';
import { printHead } from '../contract/custody.ts';
import { askEntry, flags } from './ask-black-box.ts';
import { CommandRefusal, EXIT_CODES } from './command-refusal.ts';
import { storeFolder } from './find-run.ts';
import { ENTRIES } from './project.ts';
import { wrapText } from './wrap-text.ts';

export interface CustodyOptions {
  readonly out?: string;
  readonly name?: string;
  readonly reason?: string;
  readonly json?: boolean;
  readonly state?: string;
}

const SORRY = ['Nothing was done, or nobody can say so.', 'Run this as the user that runs Holdfast, then look again.'] as const;

export async function custodyCommand(what: string, asked: string | undefined, options: CustodyOptions, out: (text: string) => void): Promise<number> {
  const known = (['list', 'export', 'new-key'] as const).find((one) => one === what);
  if (known === undefined) throw new CommandRefusal(`"custody" knows no "${what}".`, 'Write "custody list", "custody export CASE" or "custody new-key".');
  if (known === 'export' && asked === undefined) throw new CommandRefusal('"custody export" needs the case.', 'Write its code after it; "custody list" shows every case.');
  if (known !== 'export' && asked !== undefined) throw new CommandRefusal(`"custody ${known}" takes no case.`, 'Leave it out.');
  if (known !== 'export' && options.out !== undefined) throw new CommandRefusal('--out is only for "custody export".', 'Leave it out.');
  if (known === 'new-key' && (options.name === undefined || options.reason === undefined)) throw new CommandRefusal('A new key needs --name and --reason.', 'Write who makes it, and why.');
  const state = storeFolder(options.state, (folder) => existsSync(join(folder, 'server.sqlite')));
  const say = (reply: object, text: readonly string[]): number => {
    out(options.json === true ? JSON.stringify(reply, null, 2) : text.join('\n'));
    return EXIT_CODES.done;
  };
  if (known === 'list') {
    const reply = await askEntry(ENTRIES.custody, [known, ...flags({ state })], custodyRepliesSchema.list, SORRY);
    return say(reply, reply.heads.length === 0 ? ['There is no case with an event yet.'] : reply.heads.map(printHead));
  }
  if (known === 'export') {
    const folder = resolve(options.out ?? `custody-${(asked ?? '').toUpperCase()}`);
    const reply = await askEntry(ENTRIES.custody, [known, ...flags({ state, case: asked, out: folder })], custodyRepliesSchema.export, SORRY);
    return say(reply, [
      `Exported to ${reply.folder}`, printHead(reply.head),
      wrapText('README.txt in it says how to check it with openssl and sha256sum. Tell whoever gets it the fingerprint of the key by another way:'), ...reply.keys,
    ]);
  }
  const reply = await askEntry(ENTRIES.custody, [known, ...flags({ state, name: options.name, reason: options.reason })], custodyRepliesSchema['new-key'], SORRY);
  return say(reply, [`Key ${String(reply.number)} of this store signs from now on:`, reply.key, wrapText('What the former key signed stays checkable. Make a backup now: it holds the new key.')]);
}
