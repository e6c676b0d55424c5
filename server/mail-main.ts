/**
 * The entry behind `holdfast mail test`: hands one test mail to the configured mail server, at once, and tells in one line of
 * JSON what the server answered. It touches no state folder, and needs no server that runs.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseServerConfig } from './config.ts';
import { isMailAddress } from './contract/mail.ts';
import { NO_STORE_NAME } from './contract/store-name.ts';
import { MAIL_PROBLEMS_EN } from './contract/words-of-mail-problems.ts';
import { MAIL_WORDS_EN } from './contract/words-of-mail.ts';
import { fillWords, SERVER_WORDS_EN } from './contract/words.ts';
import { renderMail } from './domain/render-mail.ts';
import { createSmtp } from './notify/smtp.ts';
import { readMailPassword } from './read-mail-password.ts';
import { detailOf, StartRefusal } from './start-refusal.ts';


async function run(): Promise<object> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ strict: true, options: { config: text, to: text } });
  const address = (values.to ?? '').trim();
  if (!isMailAddress(address)) throw new StartRefusal('mail-address-wrong', { address: address.slice(0, 100) });
  const file = values.config ?? '';
  const config = values.config === undefined ? null : parseServerConfig(readConfig(file), file);
  const mail = config?.mail ?? null;
  if (mail === null) throw new StartRefusal('mail-not-set-up', {});
  const storeName = config?.name ?? NO_STORE_NAME;
  const smtp = createSmtp({ config: mail, password: readMailPassword(mail), storeName });
  const rendered = renderMail(MAIL_WORDS_EN, { template: 'test', params: { caseCode: '', toName: null } }, { storeName, timeZone: 'UTC', virtual: false }, { publicUrl: null });
  const outcome = await smtp.send({ id: randomUUID(), putAtMs: Date.now(), address, ...rendered }, new AbortController().signal);
  const { answer } = outcome;
  if (outcome.sent) return { sent: true, host: mail.host, answer };
  const { what, usualCause, remedy } = MAIL_PROBLEMS_EN[outcome.problem];
  return { sent: false, host: mail.host, answer, problem: outcome.problem, what, usualCause, remedy };
}

function readConfig(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new StartRefusal('config-unreadable', { file, detail: detailOf(error) }, error);
  }
}

const say = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

try {
  say(await run());
} catch (error) {
  const refusal = error instanceof StartRefusal ? error : new StartRefusal('start-failed', { detail: detailOf(error) }, error);
  const words = SERVER_WORDS_EN[refusal.code];
  say({ refused: refusal.code, what: fillWords(words.what, refusal.params), remedy: fillWords(words.remedy, refusal.params) });
  process.exitCode = 2;
}
