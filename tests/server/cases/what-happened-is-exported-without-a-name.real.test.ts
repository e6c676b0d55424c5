/** Cases that people work on through the interface, on a server that runs: their chains hold, are exported, and nothing personal stands in the copy. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { holdfast } from '../command/running-holdfast.ts';
import { runServer, temporaryFolder } from '../running-server.ts';
import { AGENT, CONTACT, done, fileBrief, IDS, LOOKS, STORY, walkIn } from './made-cases.ts';

test('a walk-in and a brief, worked on, verified and exported while the server runs', async () => {
  const server = await runServer();
  const manager = await server.signed();
  const { case: { code } } = await walkIn(manager);
  const { head } = await done(manager, code, 'note', { words: 'the box is blue' });
  await fileBrief(manager, { device: { ids: { ...IDS, serial: 'F18DK0XA0DXR' }, looks: LOOKS } });
  const all = await holdfast(['verify', '--state', server.stateDir]);
  expect([all.code, all.out.includes('2 checked, all hold.')]).toEqual([0, true]);
  const folder = join(temporaryFolder(), 'copy');
  expect(await holdfast(['custody', 'export', code, '--out', folder, '--state', server.stateDir])).toMatchObject({ code: 0 });
  expect(await holdfast(['verify', '--export', folder])).toMatchObject({ code: 0 });
  expect(JSON.parse(readFileSync(join(folder, 'anchors.json'), 'utf8'))).toMatchObject({ code, head: { seq: head.seq, hash: head.hash } });
  const text = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(json|jsonl|txt)$/.test(name)).map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  const personal = [...Object.values(CONTACT), ...Object.values(STORY), ...Object.values(AGENT)].filter((value): value is string => typeof value === 'string' && value.length > 3);
  expect(personal.length).toBeGreaterThan(7);
  expect(personal.filter((word) => text.includes(word))).toEqual([]);
});
