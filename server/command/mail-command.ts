/**
 * `holdfast mail test ADDRESS`: one test mail through the configured mail server, and what the server said. The sending is done
 * by an entry of the server room; nothing has to run for it.
 */
import { execFile } from 'node:child_process';
import { z } from 'zod';
import { parseChildLine } from './child-line.ts';
import { CommandRefusal, EXIT_CODES } from './command-refusal.ts';
import { ENTRIES } from './project.ts';
import { findConfig } from './start-plan.ts';
import { indentText, wrapText } from './wrap-text.ts';

/** Longer than the sending itself may take. */
const WITHIN_MS = 200_000;

export interface MailOptions { readonly config?: string; readonly json?: boolean }

const answerSchema = z.object({ host: z.string(), answer: z.string().nullable() });
const replySchema = z.discriminatedUnion('sent', [
  answerSchema.extend({ sent: z.literal(true) }),
  answerSchema.extend({ sent: z.literal(false), problem: z.string(), what: z.string(), usualCause: z.string(), remedy: z.string() }),
]);
type Reply = z.infer<typeof replySchema>;

export function mailText(reply: Reply): string {
  const said = reply.answer === null ? [] : [indentText(`${reply.host} said: ${reply.answer}`)];
  if (reply.sent) return [wrapText('The mail server took the test mail. Look whether it arrives, also among the unwanted ones.'), ...said].join('\n');
  return [wrapText(reply.what), ...said, wrapText(reply.usualCause), wrapText(reply.remedy)].join('\n');
}

function ask(args: readonly string[]): Promise<Reply> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [ENTRIES.mail, ...args], { timeout: WITHIN_MS }, (error, stdout) => {
      const line = parseChildLine(stdout.trim());
      if (line.type === 'refused') {
        reject(new CommandRefusal(line.refused.what, line.refused.remedy));
        return;
      }
      try {
        resolve(replySchema.parse(JSON.parse(stdout)));
      } catch {
        const why = error === null ? '' : ` (${error.message.split('\n')[0] ?? ''})`;
        reject(new CommandRefusal(`The test mail could not be sent${why}.`, 'Try again; if it stays, look at the log of the server.', EXIT_CODES.failed));
      }
    });
  });
}

export async function mailCommand(what: string, address: string, options: MailOptions, out: (text: string) => void): Promise<number> {
  if (what !== 'test') throw new CommandRefusal(`"${what}" is not something that mail does.`, 'Write "mail test ADDRESS" to send a test mail.');
  const config = findConfig(options.config, process.cwd());
  const reply = await ask(['--to', address, ...(config === null ? [] : ['--config', config])]);
  out(options.json === true ? JSON.stringify(reply, null, 2) : mailText(reply));
  return reply.sent ? EXIT_CODES.done : EXIT_CODES.failed;
}
