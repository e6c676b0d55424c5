/**
 * `holdfast lever BENCH LEVER [name=value…]`: pulls a lever of a running virtual rig, to provoke by hand what must
 * never happen to a phone. It reaches only virtual rigs: a real one has no such socket.
 */
import { existsSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { CommandRefusal, EXIT_CODES } from './command-refusal.ts';
import { runFolder } from './find-run.ts';
import { rigPlaces } from './start-plan.ts';
import { wrapText } from './wrap-text.ts';

const ANSWER_WITHIN_MS = 3_000;
const SUFFIX = '.levers';

/** `name=value`, the value a number or true or false where it reads as one. */
export function parseLeverValue(text: string): readonly [string, string | number | boolean] {
  const at = text.indexOf('=');
  const [name, value] = at === -1 ? ['value', text] : [text.slice(0, at), text.slice(at + 1)];
  if (name === '' || value === '') {
    throw new CommandRefusal(`"${text}" is no value for a lever.`, 'Write the value alone or name=value, for example: holdfast lever bench-1 bend 900');
  }
  if (value === 'on' || value === 'off') return [name, value === 'on'];
  if (value === 'true' || value === 'false') return [name, value === 'true'];
  return [name, Number.isFinite(Number(value)) ? Number(value) : value];
}

function benchesWithLevers(stateDir: string): string[] {
  try {
    return readdirSync(join(stateDir, 'rigs')).filter((name) => name.endsWith(SUFFIX)).map((name) => name.slice(0, -SUFFIX.length)).sort();
  } catch {
    return [];
  }
}

function ask(path: string, line: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(path);
    const refuse = (what: string): void => {
      reject(new CommandRefusal(`The virtual rig did not answer: ${what}.`, 'Check that Holdfast runs.', EXIT_CODES.failed));
    };
    const timer = setTimeout(() => {
      socket.destroy();
      refuse(`nothing came within ${ANSWER_WITHIN_MS} ms`);
    }, ANSWER_WITHIN_MS);
    socket.once('connect', () => { socket.write(`${line}\n`); });
    socket.once('error', (error) => {
      clearTimeout(timer);
      refuse(error.message);
    });
    createInterface({ input: socket }).on('error', () => { /* Reported by the socket itself. */ }).once('line', (answer) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    });
  });
}

const answerSchema = z.object({
  ok: z.boolean(),
  what: z.string().optional(),
  remedy: z.string().optional(),
  state: z.record(z.string(), z.unknown()).optional(),
});
type Answer = z.infer<typeof answerSchema>;

function readAnswer(line: string): Answer {
  try {
    return answerSchema.parse(JSON.parse(line));
  } catch {
    throw new CommandRefusal(`The virtual rig answered something that is no answer: ${line.slice(0, 200)}`, 'Check that it is of the same version.', EXIT_CODES.failed);
  }
}

const stateText = (state: Readonly<Record<string, unknown>>): string =>
  Object.entries(state).map(([name, value]) => `  ${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`).join('\n');

function leverPath(stateDir: string, bench: string): string {
  const path = rigPlaces(stateDir, bench).levers;
  if (existsSync(path)) return path;
  const known = benchesWithLevers(stateDir);
  throw new CommandRefusal(
    `There is no virtual rig at a bench "${bench}".`,
    known.length === 0 ? `No virtual rig runs on ${stateDir}. Start Holdfast without a configured rig, or name its folder with --state.` : `There are: ${known.join(', ')}.`,
  );
}

export async function leverCommand(
  bench: string, lever: string | undefined, values: readonly string[], options: { state?: string }, out: (text: string) => void,
): Promise<number> {
  const path = leverPath(runFolder(options.state), bench);
  const pulled = { lever: lever ?? 'help', ...Object.fromEntries(values.map(parseLeverValue)) };
  const answer = readAnswer(await ask(path, JSON.stringify(pulled)));
  if (!answer.ok) {
    // Asking for no lever is asking which there are.
    if (lever !== undefined) throw new CommandRefusal(answer.what ?? `The virtual rig did not take the lever "${lever}".`, answer.remedy ?? 'See "holdfast lever BENCH" for the levers.');
    out(wrapText(answer.remedy ?? 'The virtual rig names no levers.'));
    return EXIT_CODES.done;
  }
  if (lever === 'state' && answer.state !== undefined) out(stateText(answer.state));
  else out(wrapText(`${bench}, virtual rig: ${pulled.lever} is done. ${answer.what ?? ''}`));
  return EXIT_CODES.done;
}
