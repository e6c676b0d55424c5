/** A step that stays undone: the next people are called in the case, in their own list and by mail, once, also over a restart; their address is nowhere in plain. */
import { expect, test } from 'vitest';
import { ownCallsSchema } from '../../../server/contract/case-looks.ts';
import { signedIn } from '../../signed-in.ts';
import type { Signed } from '../../signed-in.ts';
import { playSmtp } from '../../smtp-server.ts';
import { mailServerAt } from '../notify/mail-bench.ts';
import { runServer, temporaryFolder, until } from '../running-server.ts';
import { filesHolding } from '../store/private-bench.ts';
import { act, deviceOf, done, viewOf, walkIn } from './made-cases.ts';

const ADDRESS = 'called.manager@example.org';
const INTAKE = {
  conditions: ['screen-cracked'], power: 'on', batteryPercent: 40, swelling: 'no', ghostTouch: 'yes', screenUsable: 'no', passcode: 'not-known', backup: 'none', bendUm: null, bendBench: null, words: '',
} as const;
const callsOn = async (signed: Signed): Promise<string[]> => ownCallsSchema.parse((await signed.get('/api/calls')).body).calls.map(({ code, call }) => `${code} ${call.step} ${call.level}`);

test('a phone that touches itself and nobody switches off', async () => {
  const smtp = await playSmtp();
  const stateDir = temporaryFolder();
  let laterMs = 0;
  const clocks = { epochMs: () => Date.now() + laterMs };
  const server = await runServer({ stateDir, mail: mailServerAt(smtp.port) }, clocks);
  const manager = await server.signed();
  const technician = await signedIn(server.url, server, 'demo-technician');
  expect((await manager.post('/api/session/mail', { mail: 'no address' })).body).toMatchObject({ code: 'input-wrong', at: 'body.mail' });
  expect((await manager.post('/api/session/mail', { mail: ADDRESS })).body).toEqual({ isSet: true });
  const view = await walkIn(technician);
  const { case: { code } } = view;
  await done(technician, code, 'record-intake', { deviceId: deviceOf(view), intake: { ...INTAKE, conditions: [...INTAKE.conditions] } });
  expect(await callsOn(manager)).toEqual([]);
  laterMs += 10 * 60_000 + 1000;
  await until(async () => (await callsOn(manager)).length > 0, 'the manager is called', 20_000);
  expect([await callsOn(manager), await callsOn(technician)]).toEqual([[`${code} power-off here`], []]);
  await until(() => smtp.taken.length === 1, 'the mail', 10_000);
  expect([smtp.taken[0]?.to, smtp.taken[0]?.raw]).toEqual([[ADDRESS], expect.stringContaining('Switch the device off now')]);
  expect(smtp.taken[0]?.raw).not.toContain('Zebulon');
  expect(filesHolding(stateDir, ADDRESS)).toEqual([]);
  const history = (await manager.get(`/api/cases/${code}/history`)).body['events'] as { event: { kind: string; actor: object } }[];
  expect(history.at(-1)?.event).toMatchObject({ kind: 'step-called', actor: { kind: 'system', name: 'holdfast' } });
  const callId = (await viewOf(manager, code)).case.calls[0]?.id ?? '';
  expect((await act(technician, code, 'answer-call', { callId, why: 'the button is broken' })).status).toBe(200);
  expect(await callsOn(manager)).toEqual([]);
  await server.close();

  const again = await runServer({ stateDir, mail: mailServerAt(smtp.port) }, clocks);
  const back = await again.signed();
  expect((await viewOf(back, code)).case.calls).toHaveLength(1);
  laterMs += 5 * 60_000;
  await until(async () => (await callsOn(back)).length > 0, 'the reason bought five minutes', 20_000);
  expect(await callsOn(back)).toEqual([`${code} power-off managers`]);
  await until(() => smtp.taken.length === 2, 'the second mail', 10_000);
  await done(back, code, 'power-off', { deviceId: deviceOf(view) });
  expect(await callsOn(back)).toEqual([]);
  expect((await back.post('/api/session/mail', { mail: null })).body).toEqual({ isSet: false });
  expect((await back.get('/api/session/mail')).body).toEqual({ isSet: false });
}, 90_000);
