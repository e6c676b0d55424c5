/**
 * A rig written by somebody who had only PROTOCOL.md, against the real bridge: handshake, permit, refused crossing,
 * stop, reset and restart.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BenchBox, endChild, until } from '../../bench-in-a-box.ts';
import { openRawTerminal, type RawTerminal } from '../../raw-terminal.ts';

let box: BenchBox;
let terminal: RawTerminal;
let rig: ChildProcess;
const events: Record<string, unknown>[] = [];

const tell = (command: object): void => { (rig.stdio[3] as Writable).write(`${JSON.stringify(command)}\n`); };
const happened = (event: string, after = 0): Promise<Record<string, unknown>> => until(event, () => events.slice(after).find((one) => one['event'] === event));

beforeAll(async () => {
  box = await BenchBox.start({ rigs: 0 });
  terminal = await openRawTerminal();
  rig = spawn(process.execPath, [join(import.meta.dirname, 'second-rig.mjs'), join(box.folder, 'second-rig.json'), 'SECOND-1'], {
    stdio: ['pipe', 'pipe', 'inherit', 'pipe', 'pipe'],
  });
  box.children.push(rig);
  // The rig is ended while bytes are still on their way to and from it.
  for (const pipe of rig.stdio) pipe?.on('error', () => undefined);
  rig.stdout?.on('data', (part: Buffer) => { terminal.write(part.toString('latin1')); });
  terminal.onBytes((text) => { rig.stdin?.write(Buffer.from(text, 'latin1')); });
  let text = '';
  rig.stdio[4]?.on('data', (part: Buffer) => {
    const lines = (text + part.toString()).split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) events.push(JSON.parse(line) as Record<string, unknown>);
  });
  await box.startBridge(['--rig', `bench-1=${terminal.path}`]);
});
afterAll(async () => {
  terminal.end();
  await endChild(rig);
  await box.end();
});

test('handshake, permit, stop, reset and restart', async () => {
  await box.seen('the rig accepted', (status) => status.rig?.serial === 'SECOND-1' && status.protection === 'full');
  await box.seen('the facts of the server', (status) => status.holds.ageMs !== null);
  tell({ do: 'seat' });
  tell({ do: 'start', kind: 'update' });
  await box.seen('a permit', (status) => status.mode === 'permitted');
  await until('the rig took the permit', () => events.find((one) => one['event'] === 'permit' && one['kind'] === 'write'));

  tell({ do: 'bend', um: 1500 });
  const tripped = await box.seen('the stop confirmed and seen', (status) => status.trip?.receipt.seenStoppedAfterUs != null);
  expect(tripped.trip).toMatchObject({ outcome: 'intact', receipt: { state: 'confirmed', answer: 'stopped' } });
  expect(tripped.trip?.causes[0]?.code).toBe('device-frame-bent');

  tell({ do: 'restart' });
  const again = await box.seen('accepted again, tripped still', (status) => status.mode === 'tripped' && status.protection === 'full');
  expect(again.trip?.id).toBe(tripped.trip?.id);

  tell({ do: 'straight' });
  tell({ do: 'unseat' });
  await box.seen('a reset possible', (status) => status.reset.possible);
  const done = await box.reset(tripped.trip?.id, 'device taken out');
  expect(done.body).toMatchObject({ ok: true, outcome: 'reset-done' });
  await happened('reset');
});

test('a crossing without a permit is refused by the rig', async () => {
  const from = events.length;
  tell({ do: 'bend', um: 280 });
  tell({ do: 'seat' });
  tell({ do: 'start', kind: 'update' });
  for (let step = 0; step < 4; step += 1) tell({ do: 'next' });
  const waiting = await box.seen('waiting at the gate', (status) => status.restore?.gate === 'write');
  expect(waiting.permit).toBeNull();
  expect(waiting.trip).toBeNull();
  tell({ do: 'next' });
  await box.seen('still waiting', (status) => status.restore?.gate === 'write' && status.restore.phase === 'recovery');
  expect(events.slice(from).some((one) => one['event'] === 'crossed')).toBe(false);
});

test('a drill is answered and latches nothing', async () => {
  tell({ do: 'straight' });
  tell({ do: 'unseat' });
  const drilled = await until('a drill that passes', async () => {
    await box.seen('an empty bench', (status) => status.drill?.blockedBy.length === 0);
    const { body } = await box.post('/api/benches/bench-1/drill', {});
    return body['outcome'] === 'drill-passed' ? body : undefined;
  });
  expect(drilled).toMatchObject({ drill: { rig: 'SECOND-1', passed: true } });
  expect(await box.status()).toMatchObject({ mode: 'inhibited', trip: null });
});
