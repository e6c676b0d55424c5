/** The pages of cases in a real browser: found by hand and by reader, the brief sent once, intake, consent and handover by their dialogs; axe at every stop. */
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { expectSound, useBrowser } from './browser-page.ts';
import { madeStory } from './made-story.ts';
import { madeWho } from './made-people.ts';
import { playServer } from './played-server.ts';
import { signOn } from './sign-on-screen.ts';
import { consent, deviceIn } from '../server/domain/cases/made-cases.ts';

const browser = useBrowser();

async function open(path: string | ((codes: ReturnType<typeof madeStory>['codes']) => string), differs: Parameters<typeof playServer>[0] = {}) {
  const story = madeStory();
  const server = await playServer({ ...story.play, ...differs });
  onTestFinished(() => server.close());
  const page = await (await browser.context()).newPage();
  await page.goto(server.url + (typeof path === 'string' ? path : path(story.codes)));
  return { page, server, ...story };
}
/** One field is on the page at a time. */
const FIELD = 'hf-signature';
const pathOf = (page: Page): string => new URL(page.url()).pathname;
const acts = (server: Awaited<ReturnType<typeof playServer>>) => server.posted.filter(({ path }) => path.includes('/acts/'));

test('a case is found by its label under the reader, by code, by name and by serial number', async () => {
  const { page, codes, server } = await open('/cases');
  await page.getByRole('heading', { name: 'Expected' }).waitFor();
  await expectSound(page, 'cases');
  await page.keyboard.press('/');
  await page.keyboard.type(`HOLDFAST1:${codes.held}:7:${'A'.repeat(64)}`);
  await page.keyboard.press('Enter');
  await expect.poll(() => pathOf(page)).toBe(`/case/${codes.held}`);
  for (const [typed, code] of [[codes.walkIn.toLowerCase(), codes.walkIn], ['dnpx1234', codes.walkIn]] as const) {
    await page.goto(`${server.url}/cases`);
    await page.getByRole('searchbox').fill(typed);
    await page.keyboard.press('Enter');
    await expect.poll(() => pathOf(page)).toBe(`/case/${code}`);
  }
  await page.goto(`${server.url}/cases`);
  await page.getByRole('searchbox').fill('reyes');
  await page.getByRole('region', { name: 'Found' }).getByText(codes.held).waitFor();
  await page.getByRole('searchbox').fill('nobody of that name');
  await page.getByText('No case fits “nobody of that name”.').waitFor();
});

test('a brief is sent once although the line breaks, and what was typed outlives a look at another page', async () => {
  const { page, server, cases } = await open('/brief', { who: madeWho(['support'], { machine: null }) });
  await page.getByRole('heading', { name: 'Tell the store who is coming' }).waitFor();
  expect(await page.getByLabel(/^Your name/).inputValue()).toBe('Ada Byron');
  await page.getByLabel('Name', { exact: true }).fill('محمد 🌊 Reyes');
  await page.getByLabel(/^What is on the phone/).fill('The last photos');
  await page.getByLabel(/^What nobody should ask again/).fill('How it broke');
  await page.getByRole('checkbox', { name: /^It cannot be replaced/ }).check();
  await page.getByText('No machine in this store may erase this phone.').waitFor();
  await page.getByRole('group', { name: 'Is there a backup in the cloud?' }).getByLabel('No', { exact: true }).check();
  await expectSound(page, 'brief');
  await page.getByRole('link', { name: 'Your briefs' }).click();
  await page.getByRole('link', { name: 'Write a brief' }).click();
  expect(await page.getByLabel(/^What is on the phone/).inputValue()).toBe('The last photos');
  let isBroken = true;
  await page.route('**/api/cases/acts/file-brief', async (route) => {
    await route.fetch();
    if (isBroken) {
      isBroken = false;
      await route.abort();
    } else await route.continue();
  });
  const before = cases.world.states.length;
  await page.getByRole('button', { name: 'Send the brief' }).click();
  await page.getByText('The server did not take it').waitFor();
  await page.getByRole('button', { name: 'Send the brief' }).click();
  await page.getByText(/It is with the store: case/).waitFor();
  const ids = new Set(acts(server).map(({ body }) => (body as { id: string }).id));
  expect(ids.size).toBe(1);
  expect(cases.world.states.length).toBeGreaterThan(before);
  await page.getByRole('link', { name: 'Your briefs' }).click();
  await page.getByText('Nobody has taken it yet').first().waitFor();
  await expectSound(page, 'briefs');
});

test('somebody without a brief is in within one sheet', async () => {
  const { page, cases } = await open('/cases');
  await page.getByRole('button', { name: 'Somebody is here without a brief…' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Grace');
  await page.getByLabel(/^Serial number or IMEI/).fill('356938035643999');
  await expectSound(page, 'walk-in');
  await page.getByRole('button', { name: 'Open the case' }).click();
  await expect.poll(() => pathOf(page)).toMatch(/^\/case\//);
  expect(cases.world.states.at(-1)).toMatchObject({ from: 'walk-in', devices: [{ ids: { imei: '356938035643999' } }] });
});

test('a case shows what comes next; who and what matters only after a tap that says why', async () => {
  const { page, codes, cases } = await open(({ held }) => `/case/${held}`);
  await page.getByRole('heading', { name: 'What comes next' }).waitFor();
  await page.getByText('In the fire-safe box, shelf 2').waitFor();
  expect(await page.getByText('Manuel Reyes').count()).toBe(0);
  await page.getByRole('button', { name: 'Customer is here' }).last().click();
  await page.getByText('Manuel Reyes').waitFor();
  expect(new Set(cases.looks.map(({ why }) => why))).toEqual(new Set(['Customer is here']));
  await page.getByText(/is held: stop 5C1E77A90001/).waitFor();
  await expectSound(page, `case ${codes.held}`);
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
});

test('a manager reads the brief before taking it', async () => {
  const { page, cases, ids } = await open(({ expected }) => `/case/${expected}`);
  await page.getByRole('button', { name: 'Read the story and take the brief' }).click();
  await page.getByRole('dialog', { name: 'Read the brief, then take it' }).waitFor();
  const dialog = page.locator('hf-take-brief');
  await dialog.getByText('The last photos of his wife with their daughters.').waitFor();
  await expectSound(page, 'take brief');
  await dialog.getByRole('button', { name: 'I have read it and take it' }).click();
  await expect.poll(() => cases.world.state(ids.expected).stage).toBe('expected');
});

test('intake in five steps: ghost touch is told at once, the bend comes from the bench', async () => {
  const { page, cases, ids } = await open(({ walkIn }) => `/case/${walkIn}`);
  await page.getByRole('button', { name: 'Intake…', exact: true }).first().click();
  await page.getByRole('dialog', { name: 'Intake: Pixel 8' }).waitFor();
  const dialog = page.locator('hf-intake-sheet');
  const next = dialog.getByRole('button', { name: 'Next' });
  await dialog.getByText('Still missing: What is seen on the device').waitFor();
  await dialog.getByLabel('Screen cracked').check();
  await dialog.getByLabel('Frame bent').check();
  await expectSound(page, 'intake');
  await next.click();
  await dialog.getByLabel(/^Battery/).fill('41');
  await next.click();
  await dialog.getByRole('group', { name: /^Does the screen touch/ }).getByLabel('Yes').check();
  await dialog.getByText('Switch it off now').waitFor();
  await next.click();
  await dialog.getByRole('button', { name: 'Take 412 µm from Bench 1' }).click();
  await next.click();
  await dialog.getByRole('button', { name: 'Keep the intake' }).click();
  await expect.poll(() => deviceIn(cases.world, ids.walkIn).intake).toMatchObject({ conditions: ['screen-cracked', 'frame-bent'], batteryPercent: 41, ghostTouch: 'yes', bendUm: 412, bendBench: 'bench-1' });
  await page.getByText(/^The screen touches by itself. Switch it off now. On for \d+/).waitFor();
  await page.getByRole('button', { name: 'Switch the device off now' }).click();
  await page.getByRole('button', { name: 'It is off', exact: true }).last().click();
  await page.locator('hf-case-device').getByText(/^Off for \d+ .* Leave it off/).waitFor();
  await expectSound(page, 'switched off');
});

test('a consent is signed on the screen, with the terms shown', async () => {
  const { page, server, cases, ids } = await open(({ walkIn }) => `/case/${walkIn}`);
  await page.getByRole('button', { name: 'Consent…' }).first().click();
  await page.getByRole('dialog', { name: 'What the customer allows' }).waitFor();
  const dialog = page.locator('hf-consent-sheet');
  await dialog.getByText('Only what you mark.').waitFor();
  await dialog.getByLabel('Hand it to a partner').check();
  await dialog.getByText('Still missing: the name of whoever signs').waitFor();
  await dialog.getByLabel('Name of whoever signs').fill('Grace Hopper');
  await dialog.getByText('Still missing: the signature').waitFor();
  await signOn(page, FIELD);
  await expectSound(page, 'consent');
  // Other widths of the window have drawn the field anew, and the signature with it.
  await dialog.getByRole('button', { name: 'Keep the consent' }).click();
  await expect.poll(() => cases.world.state(ids.walkIn).consents).toMatchObject([{ scopes: ['diagnose', 'go-to-partner'], signed: { how: 'screen' } }]);
  const [sent] = acts(server).map(({ body }) => body as { private: { signature: { strokes: number[][][] } } });
  expect(sent?.private.signature.strokes.flat().every(([x = -1, y = -1]) => Number.isInteger(x) && x >= 0 && x <= 600 && y >= 0 && y <= 200)).toBe(true);
});

test('a handover: the partner by what it can do, both sides sign, and it can be recalled before', async () => {
  const { page, cases, ids } = await open(({ held }) => `/case/${held}`);
  consent(cases.world, ids.held, ['diagnose', 'go-to-partner']);
  await page.getByRole('button', { name: 'Hand to a partner…' }).first().click();
  await page.getByRole('dialog', { name: 'Hand to a partner' }).waitFor();
  const dialog = page.locator('hf-handover-sheet');
  await dialog.getByText('Still missing: Partner').waitFor();
  await dialog.getByRole('group', { name: 'What must be done' }).getByLabel('Data recovery').check();
  expect(await dialog.getByText('Frame & Glass').count()).toBe(0);
  await dialog.getByLabel(/Harbour Data Lab/).check();
  await dialog.getByLabel(/^Number of the seal/).fill('S-1');
  await expectSound(page, 'handover');
  await dialog.getByRole('button', { name: 'Prepare the handover' }).click();
  await page.getByText('Store to Harbour Data Lab', { exact: true }).waitFor();
  for (const [button, title] of [['Giver signs…', 'Given by store'], ['Taker signs…', 'Taken by partner']] as const) {
    await page.getByRole('button', { name: button }).click();
    await page.getByRole('dialog', { name: title }).waitFor();
    const signing = page.locator('hf-sign-sheet');
    await signing.getByLabel('Name of whoever signs').fill('Somebody');
    await signOn(page, FIELD);
    await signing.getByRole('button', { name: 'Sign', exact: true }).click();
    await page.getByRole('dialog', { name: title }).waitFor({ state: 'hidden' });
  }
  expect(deviceIn(cases.world, ids.held).place).toBe('with-partner');
  await page.getByText('With the partner').waitFor();
});

test('a photo of 8000 points is made small before it is sent; what is no picture is said to be none', async () => {
  const { page, cases } = await open(({ walkIn }) => `/case/${walkIn}`);
  await page.getByRole('button', { name: 'Photos…' }).first().click();
  const bytes = await page.evaluate<number[]>(`(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 8000, height: 6000 });
    const pen = canvas.getContext('2d');
    for (let at = 0; at < 4000; at += 1) { pen.fillStyle = 'hsl(' + (at * 37) % 360 + ' 80% 50%)'; pen.fillRect((at * 97) % 8000, (at * 61) % 6000, 300, 200); }
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/png'));
    return Array.from(new Uint8Array(await blob.arrayBuffer()));
  })()`);
  await page.getByLabel('Take or choose photos').setInputFiles([{ name: 'front.png', mimeType: 'image/png', buffer: Buffer.from(bytes) }, { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') }]);
  await page.getByText('1 photo is kept.').waitFor();
  await page.getByText('This file is no picture').waitFor();
  expect(cases.photos).toHaveLength(1);
  expect(cases.photos[0]?.type).toBe('image/jpeg');
  expect(cases.photos[0]?.bytes).toBeLessThan(4_000_000);
});

test('partners: a manager adds one, a technician reads why not', async () => {
  const { page, cases } = await open('/partners');
  await page.getByText('Harbour Data Lab').waitFor();
  await page.getByRole('button', { name: 'Add a partner…' }).click();
  await page.getByLabel('Name of the business').fill('Night Lab');
  await page.getByLabel('Water damage').check();
  await expectSound(page, 'add a partner');
  await page.getByRole('button', { name: 'Add it' }).click();
  await page.getByText('Night Lab').waitFor();
  expect(cases.partners.map(({ name }) => name)).toContain('Night Lab');
  await expectSound(page, 'partners');
  const { page: other } = await open('/partners', { who: madeWho(['technician']) });
  await other.getByText('It is for: manager.').waitFor();
});
