/**
 * `npm run crash:cases`: kill -9 of a real server while two desks take phones in, decide holds and sign handovers; at the end a
 * separate process compares what was answered with what is there. Ends with 1 when anything differs.
 */
import { execFile } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { z } from 'zod';
import { startEntry } from '../bench-in-a-box.ts';
import { demoIn, signedIn } from '../signed-in.ts';
import { workUntilOver } from './case-kill/desk.ts';

const USAGE = 'usage: npm run crash:cases -- [--kills N] [--seed N]   (1 to 10000 kills, default 50)';
const ALIVE_MS = [30, 900] as const;
const DESKS = 2;
const children: ChildProcess[] = [];
const say = (text: string): void => { process.stdout.write(`${text}\n`); };

const faults = z.array(z.string());
const comparedSchema = z.object({ answered: z.number(), events: z.number(), cases: z.number(), noted: z.number(), lost: faults, twice: faults, unasked: faults, apart: faults, broken: faults });

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { kills: { type: 'string' }, seed: { type: 'string' } } });
  const [kills, seed] = [Number(values.kills ?? 50), Number(values.seed ?? 1)];
  if (!Number.isInteger(kills) || kills < 1 || kills > 10_000 || !Number.isInteger(seed)) {
    say(USAGE);
    return 2;
  }
  let random = seed >>> 0;
  const chance = (): number => {
    random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0;
    return random / 2 ** 32;
  };
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-case-kill-'));
  const [stateDir, journal] = [join(folder, 'state'), join(folder, 'answered.jsonl')];
  writeFileSync(journal, '');
  const start = async (port: string): Promise<{ url: string; child: ChildProcess }> => {
    const { ready, child } = await startEntry('server/main.ts', ['--state', stateDir, '--port', port, '--virtual'], children);
    return { url: String(ready['url']), child };
  };
  let server = await start('0');
  const { port } = new URL(server.url);
  const { password } = demoIn(stateDir);
  const signed = await signedIn(server.url, { password });
  const partner = String((await signed.post('/api/partners', { name: 'Virtual Data Lab', capabilities: ['data-recovery'] })).body['id']);
  const terms = String((await signed.get('/api/terms')).body['version']);
  let isOver = false;
  const desks = Array.from({ length: DESKS }, () => workUntilOver({ signed, password, journal, partner, isOver: () => isOver }, terms));
  const worked = Promise.all(desks);
  // A desk that fails must end the run, not wait for its end.
  worked.catch(() => { isOver = true; });
  for (let kill = 1; kill <= kills && !isOver; kill += 1) {
    await new Promise((go) => { setTimeout(go, ALIVE_MS[0] + chance() * (ALIVE_MS[1] - ALIVE_MS[0])); });
    server.child.kill('SIGKILL');
    await once(server.child, 'exit');
    server = await start(port);
  }
  isOver = true;
  await worked;
  server.child.kill('SIGTERM');
  await once(server.child, 'exit');
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'case-kill/compare.ts'), stateDir, journal], { maxBuffer: 64 * 1024 * 1024 });
  const { answered, events, cases, noted, ...found } = comparedSchema.parse(JSON.parse(stdout));
  const isWell = Object.values(found).every((list) => list.length === 0) && answered > kills;
  say(`${String(kills)} kills of the server: ${String(answered)} acts answered, ${String(events)} events of ${String(cases)} cases, ${String(noted)} notes in the audit.`);
  say(Object.entries(found).map(([name, list]) => `${name} ${String(list.length)}`).join(', '));
  if (isWell) rmSync(folder, { recursive: true, force: true });
  else say(`${JSON.stringify(found, null, 2).slice(0, 4000)}\nIts folder is kept: ${folder}`);
  return isWell ? 0 : 1;
}

try {
  process.exitCode = await main();
} finally {
  // A run that fails leaves no server behind.
  for (const child of children) child.kill('SIGKILL');
}
