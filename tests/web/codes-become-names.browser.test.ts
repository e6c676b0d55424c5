/** Records name people by code; the page shows the name to whoever may read people, and the code to everybody else, also in the same tab. */
import { expect, onTestFinished, test } from 'vitest';
import { useBrowser } from './browser-page.ts';
import { benches, viewOf } from './made-benches.ts';
import { ADA, GRACE, madeWho } from './made-people.ts';
import { playServer } from './played-server.ts';
import { unjudgedStop } from './made-stops.ts';

const browser = useBrowser();
const GONE = 'P-000000';

function outBy(name: string) {
  const bench = benches.outOfService(1);
  const out = bench.service?.out ?? null;
  return viewOf({ ...bench, service: { out: out === null ? null : { ...out, by: { kind: 'person', name } }, returnBlockedBy: [] } });
}

test('who took a bench out, who reset a stop and who was second are said by name; a code that nobody knows stays a code', async () => {
  const stop = { ...unjudgedStop('bench-1'), reset: { atIso: '2026-11-23T14:40:00.000Z', by: ADA.code, second: GONE, reason: 'looked at' } };
  const server = await playServer({ views: [outBy(GRACE.code)], stops: [stop] });
  onTestFinished(() => server.close());
  const page = await (await browser.context()).newPage();
  await page.goto(`${server.url}/bench/bench-1`);
  await page.getByText(`${GRACE.name}: “the probe press sticks”`).first().waitFor();
  await page.getByText(`Reset by ${ADA.name} and ${GONE} at`).waitFor();
});

test('after sign-out the names are codes again, and a wall board never asks for names or records', async () => {
  const server = await playServer({ views: [outBy(GRACE.code)] });
  onTestFinished(() => server.close());
  const page = await (await browser.context()).newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(server.url);
  await page.getByText(`${GRACE.name}: `).waitFor();
  server.play.who = madeWho(null);
  await page.getByRole('button', { name: /^Ada Byron/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText(`${GRACE.code}: `).waitFor();
  server.play.who = madeWho(null, { machine: { id: '0190a7c0-0000-7000-8000-00000000b002', kind: 'wall-board', name: 'Wall' } });
  asked.length = 0;
  await page.reload();
  await page.getByText(`${GRACE.code}: `).waitFor();
  expect(asked.filter((path) => path === '/api/people' || path === '/api/nuisance')).toEqual([]);
});
