/** Three kills of `npm run crash:cases`, run as a person runs it: no answered act is lost, none is there twice, every chain is intact. */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const ENTRY = resolve(import.meta.dirname, '..', '..', 'bench', 'case-kill.ts');
const run = promisify(execFile);

test('holds are decided and handovers signed while the server is killed, and a script that saw no kill finds them once each', async () => {
  const { stdout } = await run(process.execPath, [ENTRY, '--kills', '3', '--seed', '7'], { timeout: 120_000 });
  expect(stdout).toMatch(/^3 kills of the server: \d+ acts answered/);
  expect(stdout).toContain('lost 0, twice 0, unasked 0, apart 0, broken 0');
}, 150_000);

test('wrong arguments are told, and nothing is killed', async () => {
  const failed = await run(process.execPath, [ENTRY, '--kills', 'many']).catch((error: unknown) => error as { code: number; stdout: string });
  expect(failed).toMatchObject({ code: 2, stdout: expect.stringContaining('usage: npm run crash:cases') as string });
});
