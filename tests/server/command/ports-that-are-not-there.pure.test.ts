/** A start says on the terminal why a bench has no rig: once for each bench, and not for ever. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AbsentPorts, absentText } from '../../../server/command/absent-ports.ts';
import type { Asked, BridgeStatusReply } from '../../../server/command/bridge-line.ts';
import { benchText } from '../../../server/command/status-command.ts';
import { madeStatus } from '../made-evidence.ts';

type Bench = BridgeStatusReply['benches'][number];
const bench = (id: string, differs: Partial<Bench>): Bench => ({ ...madeStatus(id), ...differs });
const missing = { mode: 'offline', problem: { code: 'port-missing', params: { path: '/dev/ttyUSB9' } } } as const;
const reply = (...benches: Bench[]): Asked<BridgeStatusReply> => ({ ok: true, reply: { ok: true, pid: 1, benches } });

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

async function said(...answers: Asked<BridgeStatusReply>[]): Promise<{ texts: string[]; asked: number }> {
  const texts: string[] = [];
  let asked = 0;
  const ports = new AbsentPorts(async () => Promise.resolve(answers[Math.min(asked++, answers.length - 1)] ?? reply()), (text) => { texts.push(text.replaceAll(/\s+/gu, ' ')); });
  ports.begin();
  await vi.advanceTimersByTimeAsync(60_000);
  ports.end();
  return { texts, asked };
}

test('a port that is not there is named once, with what Holdfast does now', async () => {
  const { texts, asked } = await said(reply(bench('bench-1', missing)));
  expect([texts.length, asked]).toEqual([1, 1]);
  expect(texts[0]).toContain('There is no port (/dev/ttyUSB9) on this PC.');
  expect(texts[0]).toContain('Holdfast connects by itself. Until then nothing guards this bench.');
});

test('one that says nothing yet is asked again; one that works says nothing', async () => {
  const silent = bench('bench-2', { mode: 'offline', problem: null });
  const { texts, asked } = await said(reply(bench('bench-1', { mode: 'inhibited' }), silent), reply(bench('bench-1', { mode: 'inhibited' }), bench('bench-2', missing)));
  expect([texts.length, asked]).toEqual([1, 2]);
});

test('a bridge that never answers is not asked for ever', async () => {
  expect(await said({ ok: false, why: 'mute', detail: '' })).toEqual({ texts: [], asked: 10 });
});

test('a bench with another problem than its port says nothing here', () => {
  expect(absentText({ bench: 'bench-1', name: 'Bench 1', mode: 'inhibited', problem: missing.problem })).toBeNull();
});

test.each(['permitted', 'inhibited'] as const)('%s and out of service: never that every condition holds', (mode) => {
  const out = { by: { kind: 'person', name: 'P-7QK2X0' }, reason: 'cable', atIso: '2026-11-24T08:00:00.000Z', drilled: false } as const;
  const text = (differs: Partial<Bench>): string => benchText({ ...bench('bench-1', { mode, permissives: [] }), ...differs }, false).replaceAll(/\s+/gu, ' ');
  expect(text({ service: { out, returnBlockedBy: ['drill-needed'] } })).toContain('Out of service since 2026-11-24T08:00:00.000Z, by P-7QK2X0: cable');
  expect(text({ service: { out, returnBlockedBy: ['drill-needed'] } })).not.toMatch(/condition holds/);
  expect(text({})).toMatch(/condition holds/);
});
