/** Whatever somebody typed into a text field, however many people see it later, is text under the content policy: no element comes of it and no script runs. */
import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { madeEvent, madeReceipt, madeStatus, madeTrip } from '../server/made-evidence.ts';
import { openGreetedBridge } from '../server/open-socket.ts';
import { runServer, until } from '../server/running-server.ts';
import type { TestServer } from '../server/running-server.ts';
import { useBrowser } from '../web/browser-page.ts';
import { DIST } from '../web/played-server.ts';
import { demoLink, enterByLink } from '../web/signed-in-page.ts';

const browser = useBrowser();

/** One for each field, so that each is looked for by itself. */
const script = (field: string): string => `<img src=x onerror="document.title='${field}'"><script>document.title='${field}'</script>${field}`;

/** Every element of the page, also within elements, that only such a text could have made. */
const LOOK = `(() => {
  const found = [];
  const look = (root) => root.querySelectorAll('*').forEach((element) => {
    if (element.hasAttribute('onerror') || element.hasAttribute('onclick') || (element.localName === 'script' && element.src === '')) found.push(element.outerHTML);
    if (element.shadowRoot !== null) look(element.shadowRoot);
  });
  look(document);
  return { found, title: document.title };
})()`;

/** What came of it: an element made from text, or a title that a script has set. */
async function expectText(page: Page, field: string): Promise<void> {
  await page.getByText(script(field)).first().waitFor();
  const made = await page.evaluate<{ found: string[]; title: string }>(LOOK);
  expect(made.found, field).toEqual([]);
  expect(made.title, field).toMatch(/Holdfast/);
}

async function withBench() {
  const server = await runServer({ webDir: DIST, storeName: script('store') });
  const bridge = await openGreetedBridge(server);
  const receipt = madeReceipt('S1', { writtenAfterUs: 200, acknowledgedAfterUs: 900, seenStoppedAfterUs: 90_000, answer: 'stopped', answerPhase: 'start', answerZone: 'critical', rigTMs: 5000, state: 'confirmed' });
  const trip = madeTrip('S1', { outcome: 'intact', receipt, causes: [{ code: 'operator-stop', params: {}, atIso: '2026-11-23T10:00:00.000Z', cleared: true }] });
  bridge.report(1, madeEvent(1, 'tripped', { rig: 'VIRTUAL-1', device: null, trip }));
  bridge.report(2, madeEvent(2, 'reset-done', { rig: 'VIRTUAL-1', tripId: 'S1', reason: script('reset'), second: null }));
  bridge.telemetry(madeStatus('bench-1', {
    name: script('bench'), drill: { state: 'passed', blockedBy: [], everyH: 24, passedAgeMs: 1000, last: null },
    service: { out: { by: { kind: 'person', name: 'P-1A2B3C' }, reason: script('out'), atIso: '2026-11-23T10:00:00.000Z', drilled: false }, returnBlockedBy: ['drill-needed'] },
  }));
  await until(() => bridge.acknowledged() === 2, 'the stop stored');
  return server;
}

/** As the page does it, with the cookies of the context. */
async function post(context: BrowserContext, server: TestServer, path: string, data: object): Promise<unknown> {
  const answer = await context.request.post(`${server.url}${path}`, { data, headers: { origin: server.url } });
  expect(answer.status(), `${path}: ${await answer.text()}`).toBe(200);
  return answer.json();
}

async function proofOf(context: BrowserContext, server: TestServer, act: string, subject: string): Promise<string> {
  const made = await post(context, server, '/api/confirmations', { act, subject, password: server.password });
  return typeof made === 'object' && made !== null && 'id' in made ? String(made.id) : '';
}

test('names of store and bench, the reasons of a reset and of a bench out of service, the words of a judgement', async () => {
  const server = await withBench();
  const context = await browser.context();
  const page = await enterByLink(context, demoLink(server));
  for (const field of ['store', 'bench', 'out']) await expectText(page, field);
  await post(context, server, '/api/stops/VIRTUAL-1/S1/judgement', { verdict: 'false', words: script('judged') });
  await page.goto(`${server.url}/bench/bench-1`);
  for (const field of ['bench', 'out', 'reset', 'judged']) await expectText(page, field);
});

test('names of people and machines, the reasons of an admin, the words of a handover, the browser of a session', async () => {
  const server = await runServer({ webDir: DIST });
  const admin = await browser.context({ userAgent: script('agent').slice(0, 190) });
  await post(admin, server, '/api/session', { user: 'demo-admin', password: server.password });
  const added = await post(admin, server, '/api/people', { name: script('p').slice(0, 80), user: 'grace', roles: ['technician'], confirmation: await proofOf(admin, server, 'manage-people', 'grace') });
  const id = (added as { person: { id: string } }).person.id;
  await post(admin, server, `/api/people/${id}`, { name: '<b>Grace</b>', reason: script('changed'), confirmation: await proofOf(admin, server, 'manage-people', id) });
  await post(admin, server, '/api/machines', { kind: 'integration', name: '<i onclick="x()">Till</i>', scopes: ['read'], confirmation: await proofOf(admin, server, 'manage-machines', '<i onclick="x()">Till</i>') });
  const page = await admin.newPage();
  await page.goto(`${server.url}/people`);
  await page.getByText('<b>Grace</b>').first().waitFor();
  await page.goto(`${server.url}/machines`);
  await page.getByText('<i onclick="x()">Till</i>').first().waitFor();
  await page.goto(`${server.url}/audit`);
  await expectText(page, 'changed');
  await page.goto(`${server.url}/me`);
  await page.getByRole('region', { name: 'Where you are signed in' }).getByText('<img src=x').first().waitFor();

  const bench = await enterByLink(await browser.context(), demoLink(server));
  await post(bench.context(), server, '/api/session/switch', { person: await managerIn(bench.context(), server), pin: server.demo?.pin, handover: script('handover') });
  await bench.reload();
  await expectText(bench, 'handover');
});

async function managerIn(context: BrowserContext, server: TestServer): Promise<string> {
  const who = await (await context.request.get(`${server.url}/api/session`)).json() as { quick: { id: string; name: string }[] };
  return who.quick.find(({ name }) => name.startsWith('Demo manager'))?.id ?? '';
}
