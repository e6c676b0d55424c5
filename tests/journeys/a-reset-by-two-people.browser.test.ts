/** With data at stake two different people reset a bench, each by what only they know, in a real browser against the real server. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Order } from '../../firmware-bridge/contract/uplink.ts';
import { madeEvent, madeReceipt, madeStatus, madeTrip } from '../server/made-evidence.ts';
import { openGreetedBridge } from '../server/open-socket.ts';
import { runServer, until } from '../server/running-server.ts';
import type { TestServer } from '../server/running-server.ts';
import { expectSound, useBrowser } from '../web/browser-page.ts';
import { DIST } from '../web/played-server.ts';
import { demoLink, enterByLink } from '../web/signed-in-page.ts';

const browser = useBrowser();

async function withStop() {
  const server = await runServer({ webDir: DIST });
  const bridge = await openGreetedBridge(server);
  const receipt = madeReceipt('S1', { writtenAfterUs: 200, acknowledgedAfterUs: 900, seenStoppedAfterUs: 90_000, answer: 'stopped', answerPhase: 'start', answerZone: 'critical', rigTMs: 5000, state: 'confirmed' });
  const trip = madeTrip('S1', { outcome: 'intact', receipt, dataAtStake: true, causes: [{ code: 'device-frame-bent', params: {}, atIso: '2026-11-23T10:00:00.000Z', cleared: true }] });
  const orders: Order[] = [];
  bridge.answer((order) => {
    orders.push(order);
    return { id: order.id, ok: true, outcome: 'reset-done', refusal: null, tripId: 'S1' };
  });
  bridge.report(1, madeEvent(1, 'tripped', { rig: 'VIRTUAL-1', device: null, trip }));
  bridge.telemetry(madeStatus('bench-1', { name: 'Bench 1', mode: 'tripped', trip, restore: null, reset: { possible: true, blockedBy: [], needsTwoPeople: true } }));
  await until(() => bridge.acknowledged() === 1, 'the stop stored');
  return { server, orders };
}

async function openReset(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'I have seen the alarm of Bench 1' }).click();
  await page.getByRole('button', { name: 'Reset Bench 1' }).click();
  await page.getByRole('dialog', { name: 'Reset Bench 1' }).waitFor();
}

async function manager(server: TestServer): Promise<Page> {
  const page = await (await browser.context()).newPage();
  await page.goto(server.url);
  await page.getByLabel('User name').fill('demo-manager');
  await page.getByLabel('Password', { exact: true }).fill(server.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Bench 1' }).waitFor();
  return page;
}

const send = (page: Page) => page.getByRole('button', { name: 'Reset the bench' });

test('the manager and a second person confirm, each for themselves; the bench is asked once, with both', async () => {
  const { server, orders } = await withStop();
  const page = await manager(server);
  await openReset(page);
  await page.getByLabel('Reason').fill('Phone looked at and taken out');
  await page.getByLabel('Your password', { exact: true }).fill(server.password);
  await page.getByText('The second person must confirm').waitFor();
  expect(await send(page).getAttribute('aria-disabled')).toBe('true');
  await expectSound(page, 'reset');
  await page.getByLabel('User name of the second person').fill('demo-technician');
  await page.getByLabel('Password of the second person', { exact: true }).fill('not the password');
  await send(page).click();
  await page.getByText('The second person is not confirmed. Name, password, PIN or code is not right.').waitFor();
  expect(orders).toEqual([]);
  await page.getByLabel('Password of the second person', { exact: true }).fill(server.password);
  await send(page).click();
  await page.getByText('Reset done.').waitFor();
  expect(orders).toMatchObject([{ kind: 'reset', bench: 'bench-1', tripId: 'S1', reason: 'Phone looked at and taken out', actor: { kind: 'person' }, second: { kind: 'person' } }]);
  expect(orders[0]?.actor.name).not.toBe(orders[0]?.second?.name);
});

test('the manager twice is one person: refused in words, and no order goes out', async () => {
  const { server, orders } = await withStop();
  const page = await manager(server);
  await openReset(page);
  await page.getByLabel('Reason').fill('Phone looked at and taken out');
  await page.getByLabel('Your password', { exact: true }).fill(server.password);
  await page.getByLabel('User name of the second person').fill('demo-manager');
  await page.getByLabel('Password of the second person', { exact: true }).fill(server.password);
  await send(page).click();
  await page.locator('hf-reset-dialog').getByText('Not reset.').waitFor();
  expect(orders).toEqual([]);
});

test('a technician alone is told that a manager must do it', async () => {
  const { server } = await withStop();
  const page = await enterByLink(await browser.context(), demoLink(server));
  await page.getByRole('button', { name: 'I have seen the alarm of Bench 1' }).click();
  expect(await page.getByRole('button', { name: 'Reset Bench 1' }).getAttribute('aria-disabled')).toBe('true');
  await page.getByText("A manager must do this: the customer's data is at stake.").waitFor();
});
