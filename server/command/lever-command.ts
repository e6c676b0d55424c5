/**
 * `holdfast lever BENCH LEVER [name=value…]`: pulls a lever of a running virtual rig, to provoke by hand what must
 * never happen to a phone. It reaches only virtual rigs: a real one has no such socket.
 */
import { existsSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { CommandRefusal, EXIT_CODES } from './command-refusal.ts';
import { runFolder } from './find-run.ts';
import { rigPlaces } from './start-plan.ts';
import { wrapText } from './wrap-text.ts';

const ANSWER_WITHIN_MS = 3_000;
const SUFFIX = '.levers';

/** `name=value`, the value a number or true or false where it reads as one. */
export function parseLeverValue(text: string): readonly [string, string | number | boolean] {
  const [name, ...rest] = text.split('=');
  const value = rest.join('=');
  if (name === undefined || name === '' || rest.length === 0) {
    throw new CommandRefusal(`"${text}" is no value for a lever.`, 'Write name=value, for example: holdfast lever bench-1 bend um=900');
  }
  if (value === 'true' || value === 'false') return [name, value === 'true'];
  return [name, value !== '' && Number.isFinite(Number(value)) ? Number(value) : value];
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

function readAnswer(answer: string): { readonly ok: boolean; readonly text: string } {
  try {
    const value: unknown = JSON.parse(answer);
    if (typeof value !== 'object' || value === null) return { ok: false, text: answer };
    const ok = 'ok' in value && value.ok === true;
    const parts = Object.entries(value).flatMap(([name, part]) => (name === 'ok' ? [] : [typeof part === 'string' ? part : `${name}: ${JSON.stringify(part)}`]));
    return { ok, text: parts.join(' ') };
  } catch {
    return { ok: false, text: answer };
  }
}

export async function leverCommand(
  bench: string, lever: string | undefined, values: readonly string[], options: { state?: string }, out: (text: string) => void,
): Promise<number> {
  const stateDir = runFolder(options.state);
  const path = rigPlaces(stateDir, bench).levers;
  if (!existsSync(path)) {
    const known = benchesWithLevers(stateDir);
    throw new CommandRefusal(
      `There is no virtual rig at a bench "${bench}".`,
      known.length === 0 ? `No virtual rig runs on ${stateDir}. Start Holdfast without a configured rig, or name its folder with --state.` : `There are: ${known.join(', ')}.`,
    );
  }
  const pulled = { lever: lever ?? 'help', ...Object.fromEntries(values.map(parseLeverValue)) };
  const answer = readAnswer(await ask(path, JSON.stringify(pulled)));
  if (!answer.ok) throw new CommandRefusal(`The virtual rig did not take the lever "${pulled.lever}".`, answer.text);
  out(wrapText(`${bench}, virtual rig: ${pulled.lever}${answer.text === '' ? ' is done' : ` – ${answer.text}`}`));
  return EXIT_CODES.done;
}
