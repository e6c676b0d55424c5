/** The check at the start of a shift: tones are judged, the way of a stop is asked and nothing is stopped, drills run where they may, and it is kept under the name. */
import { expect, onTestFinished, test } from 'vitest';
import type { ShiftCheck } from '../../server/contract/shift-checks.ts';
import { shiftCheckBodySchema } from '../../server/contract/shift-checks.ts';
import { expectSound, useBrowser } from './browser-page.ts';
import { benches, viewOf } from './made-benches.ts';
import { ADA } from './made-people.ts';
import { playServer, stopWritten } from './played-server.ts';

const browser = useBrowser();

test('from the first tone to the kept note; an open question is named, and no stop is sent', async () => {
  const server = await playServer({ views: [viewOf(benches.ready(1)), viewOf(benches.running(2))], answer: { ...stopWritten(), outcome: 'drill-passed' } });
  onTestFinished(() => server.close());
  const page = await (await browser.context()).newPage();
  const checks: ShiftCheck[] = [];
  await page.route('**/api/benches/*/stop', (route) => (route.request().method() === 'GET' ? route.fulfill({ json: { bridgeConnected: route.request().url().includes('bench-1'), rigAgeMs: 60 } }) : route.continue()));
  await page.route('**/api/shift-checks', async (route) => {
    if (route.request().method() === 'GET') return route.fulfill({ json: { checks } });
    const check = shiftCheckBodySchema.parse(route.request().postDataJSON());
    const kept: ShiftCheck = { id: '0190a7c0-0000-7000-8000-00000000f001', by: { kind: 'person', name: ADA.code }, machine: 'Bench PC 1', atIso: new Date().toISOString(), check };
    checks.unshift(kept);
    return route.fulfill({ json: kept });
  });
  await page.goto(`${server.url}/shift`);
  await page.getByText('You have not checked here yet.').waitFor();
  await page.getByText(/^The way is open \(\d+ ms\)$/).waitFor();
  await page.getByText('The guard of this bench does not report.').waitFor();
  const keep = page.getByRole('button', { name: 'Keep it under my name' });
  await page.getByText('Still open: a tone that nobody has judged.').waitFor();
  expect(await keep.getAttribute('aria-disabled')).toBe('true');
  for (const tone of ['Stopped', 'Not confirmed', 'E-stop, step back']) await page.getByRole('button', { name: `Heard: ${tone}`, exact: true }).click();
  await page.getByRole('button', { name: 'Not heard: Too late' }).click();
  await page.getByRole('button', { name: 'Run a drill: Bench 1' }).click();
  await page.getByText('Passed').waitFor();
  await expectSound(page, 'the check of a shift');
  await keep.click();
  await page.getByText(/^Your last one: /).waitFor();
  await page.getByText('2 things not heard or not answered').waitFor();
  expect(checks[0]?.check).toMatchObject({
    heard: { stopped: true, 'not-confirmed': true, 'too-late': false, 'step-back': true },
    benches: [{ bench: 'bench-1', stopAnswers: true, drill: 'passed' }, { bench: 'bench-2', stopAnswers: false, drill: 'not-run' }],
  });
  expect(server.posted.map(({ path }) => path)).toEqual(['/api/benches/bench-1/drill']);
});
