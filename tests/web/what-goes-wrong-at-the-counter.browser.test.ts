/** What goes wrong at a counter, in a real browser: a photo that is huge, of another format, or cannot be made; a number that was wrong; a phone that another case knows; nobody comes, nobody fetches it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { expectSound, useBrowser } from './browser-page.ts';
import { madeStory } from './made-story.ts';
import { playServer } from './played-server.ts';
import { signOn } from './sign-on-screen.ts';
import { deviceIn } from '../server/domain/cases/made-cases.ts';

const browser = useBrowser();

async function open(pathOf: (codes: ReturnType<typeof madeStory>['codes']) => string, width = 1440) {
  const story = madeStory();
  const server = await playServer(story.play);
  onTestFinished(() => server.close());
  const page = await (await browser.context({ viewport: { width, height: 800 } })).newPage();
  await page.goto(server.url + pathOf(story.codes));
  await page.locator('hf-session-chip').waitFor();
  return { page, server, ...story };
}
const press = (page: Page, name: string, within = 'hf-app') => page.locator(within).getByRole('button', { name, exact: true }).first().click();
/** What is seldom wanted stands folded. */
const unfold = async (page: Page, within: string): Promise<void> => {
  await page.locator(`${within} details`).first().waitFor();
  const folded = page.locator(`${within} details:not([open]) summary`).first();
  if (await folded.count() > 0) await folded.click();
};
const more = (page: Page) => unfold(page, 'hf-case-device');
const moreOfCase = (page: Page) => unfold(page, 'hf-case-next');
/** The dialog itself may be called by the same word. */
const why = (page: Page, text: string) => page.locator('hf-act-form').getByRole('textbox', { name: /^Why/ }).fill(text);
const closed = (page: Page) => page.locator('dialog[open]').waitFor({ state: 'hidden' });

const FOCUSED = '(() => { let one = document.activeElement; while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement; return one?.getAttribute("name") ?? one?.tagName ?? ""; })()';

test.each([360, 1440])('somebody without a brief is in by the keyboard at %i px: a name, a scan, and fewer than ten other keys', async (width) => {
  const { page, cases } = await open(() => '/cases', width);
  await page.getByRole('button', { name: 'Somebody is here without a brief…' }).focus();
  let keys = 0;
  const key = async (name: string): Promise<void> => {
    keys += 1;
    await page.keyboard.press(name);
  };
  const reach = async (field: string): Promise<void> => {
    for (let tries = 0; tries < 8 && await page.evaluate<string>(FOCUSED) !== field; tries += 1) await key('Tab');
    expect(await page.evaluate<string>(FOCUSED)).toBe(field);
  };
  await key('Enter');
  await page.getByRole('dialog', { name: 'Somebody is here' }).waitFor();
  // Name, phone, what matters, the flag, the language, the number, the model; none of them is needed.
  expect(await page.locator('hf-walk-in').locator('form > label, form > fieldset').count()).toBeLessThanOrEqual(7);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(0);
  // On a phone the keyboard opens as the field is typed.
  expect(await page.locator('hf-walk-in input[name=phone]').getAttribute('type')).toBe('tel');
  expect(await page.locator('hf-walk-in input[name=device]').getAttribute('autocapitalize')).toBe('characters');
  await reach('name');
  await page.keyboard.type('Grace');
  await reach('device');
  await page.keyboard.type('356938035643999');
  await key('Enter');
  await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/case\//);
  expect(cases.world.states.at(-1)).toMatchObject({ from: 'walk-in', devices: [{ ids: { imei: '356938035643999' } }] });
  expect(keys).toBeLessThan(10);
});

const JPEG_MB = 40;
test('a photo of 40 MB is made small; one that only a phone reads is named with what to do; none at all is explained', async () => {
  const { page, cases, ids } = await open(({ walkIn }) => `/case/${walkIn}`, 390);
  await press(page, 'Photos…');
  const file = page.locator('hf-photo-sheet input[type=file]');
  const jpeg = await page.screenshot({ type: 'jpeg' });
  // From a disk, as a person chooses it: as a message to the browser it would be 54 MB of text.
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-photo-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const huge = join(folder, 'IMG_0002.JPG');
  await writeFile(huge, Buffer.concat([jpeg, Buffer.alloc(JPEG_MB * 1_000_000 - jpeg.length)]));
  await file.setInputFiles(huge);
  await page.getByText('1 photo is kept.').waitFor();
  expect(cases.photos[0]?.bytes).toBeLessThan(4_000_000);
  const heic = Buffer.from('0000001c667479706865696300000000', 'hex');
  await file.setInputFiles({ name: 'IMG_0003.HEIC', mimeType: 'image/heic', buffer: heic });
  await page.getByText('This browser cannot read HEIC.').waitFor();
  await expectSound(page, 'a photo that cannot be read');
  await press(page, 'No photo because…', 'hf-photo-sheet');
  await why(page, 'The camera was refused.');
  await press(page, 'Keep the reason', 'hf-act-form');
  await closed(page);
  expect(deviceIn(cases.world, ids.walkIn).noPhotoWhy).toBe('The camera was refused.');
});

test('a photo that did not arrive is sent again by one press, and then nothing says any more that it failed', async () => {
  const { page, cases } = await open(({ walkIn }) => `/case/${walkIn}`, 360);
  await press(page, 'Photos…');
  const sheet = page.locator('hf-photo-sheet');
  await page.route(/\/photos\/[^/]+\?device=/, (route) => route.abort(), { times: 1 });
  await sheet.locator('input[type=file]').setInputFiles({ name: 'IMG_0004.JPG', mimeType: 'image/jpeg', buffer: await page.screenshot({ type: 'jpeg' }) });
  await sheet.getByRole('alert').getByText('Not done.').waitFor();
  expect(cases.photos).toHaveLength(0);
  await press(page, 'Send it again', 'hf-photo-sheet');
  await sheet.getByText('1 photo is kept.').waitFor();
  await sheet.locator('.failed').waitFor({ state: 'detached' });
  expect(cases.photos).toHaveLength(1);
});

test('a serial that turns out to be another is corrected, and the former one stays known', async () => {
  const { page, cases, ids } = await open(({ held }) => `/case/${held}`);
  const before = deviceIn(cases.world, ids.held).ids.serial ?? '';
  await more(page);
  await press(page, 'Correct its numbers…');
  const sheet = page.locator('hf-device-sheet');
  await sheet.getByText('A hold covers the former numbers too.').waitFor();
  await sheet.getByLabel('Serial number', { exact: true }).fill('C39NEWBOARD1');
  await sheet.getByText('Still missing: Why').waitFor();
  await sheet.getByLabel(/^Why/).fill('The board was changed before it came.');
  await press(page, 'Correct them', 'hf-device-sheet');
  await closed(page);
  await page.locator('hf-case-device').getByText(`C39NEWBOARD1`).first().waitFor();
  await page.locator('hf-case-device').getByText(new RegExp(`earlier: .*${before}`)).waitFor();
  expect(deviceIn(cases.world, ids.held)).toMatchObject({ ids: { serial: 'C39NEWBOARD1' }, formerIds: [{ serial: before }] });
});

test('a phone that another case knows is tied to none by mistake: the other case is named, and what to do', async () => {
  const { page, cases, ids, codes } = await open(({ expected }) => `/case/${expected}`, 360);
  await press(page, 'Scan or type a device…');
  const sheet = page.locator('hf-device-sheet');
  await sheet.getByLabel(/^Serial number or IMEI/).fill('dnpx1234');
  await press(page, 'It belongs to this case', 'hf-device-sheet');
  await sheet.getByText(`This device is in case ${codes.walkIn} already.`).waitFor();
  await sheet.getByText(`Open ${codes.walkIn}, or merge one case into the other.`).waitFor();
  expect(deviceIn(cases.world, ids.expected).tiedAtIso).toBeNull();
});

test('nobody came: the case rests with its reason, and opens when the customer comes after all', async () => {
  const { page, cases, ids } = await open(({ expected }) => `/case/${expected}`, 390);
  await moreOfCase(page);
  await press(page, 'Nobody came…');
  await why(page, 'Waited until we closed.');
  await press(page, 'Nobody came', 'hf-act-form');
  await closed(page);
  await page.getByRole('heading', { name: /Nobody came/ }).waitFor();
  await expectSound(page, 'nobody came');
  await press(page, 'Customer is here', 'hf-case-next');
  await press(page, 'They are here', 'hf-act-form');
  await closed(page);
  expect(cases.world.state(ids.expected).stage).toBe('open');
});

/** In the store, its hold decided, nobody who fetches it. */
async function decided() {
  const opened = await open(({ held }) => `/case/${held}`);
  const hold = opened.cases.world.state(opened.ids.held).holds[0]?.id;
  opened.cases.world.must(opened.ids.held, 'approve-hold', { holdId: hold, why: '', confirmation: 'c'.repeat(24) });
  await opened.page.reload();
  await opened.page.locator('hf-case-device').waitFor();
  return opened;
}
async function ended({ page }: { readonly page: Page }, result: string): Promise<void> {
  await press(page, 'Record how it ended…');
  await page.locator('hf-act-form').getByLabel(result).check();
  await page.locator('hf-act-form').getByLabel('Nothing to hand over').check();
  await press(page, 'Keep it', 'hf-act-form');
  await closed(page);
}

test('a phone goes back unrepaired, signed by both', async () => {
  const opened = await decided();
  const { page, cases, ids } = opened;
  await ended(opened, 'Given back unrepaired');
  await press(page, 'Give back…');
  await press(page, 'Prepare the handover', 'hf-handover-sheet');
  await closed(page);
  for (const button of ['Giver signs…', 'Taker signs…']) {
    await press(page, button);
    await page.locator('hf-sign-sheet').getByLabel('Name of whoever signs').fill('Somebody');
    await signOn(page, 'hf-sign-sheet hf-signature');
    await press(page, 'Sign', 'hf-sign-sheet');
    await closed(page);
  }
  expect(deviceIn(cases.world, ids.held)).toMatchObject({ place: 'returned', outcome: { result: 'unrepaired' } });
  await page.getByText('Given back', { exact: true }).waitFor();
});

test('a phone that nobody fetches is given up only after notices, and what cannot be replaced is never recycled', async () => {
  const opened = await decided();
  const { page, cases, ids } = opened;
  await ended(opened, 'Given back unrepaired');
  await more(page);
  await press(page, 'Never fetched…');
  const form = page.locator('hf-act-form');
  await form.getByLabel('How many notices were sent').fill('3');
  await why(page, 'Three letters came back.');
  await press(page, 'Keep it', 'hf-act-form');
  await closed(page);
  await expect.poll(() => deviceIn(cases.world, ids.held).abandonedAtIso).not.toBeNull();
  await more(page);
  await press(page, 'Dispose of it…');
  await form.getByLabel('Recycled, its battery safely').check();
  await why(page, 'Kept for a year.');
  await press(page, 'It was disposed of', 'hf-act-form');
  // What is on it exists nowhere else: no page of this store recycles it.
  await form.getByRole('alert').getByText('is never erased').waitFor();
  expect(deviceIn(cases.world, ids.held).place).toBe('in-store');
  await form.getByLabel('Handed to an authority').check();
  await press(page, 'It was disposed of', 'hf-act-form');
  await closed(page);
  await expect.poll(() => deviceIn(cases.world, ids.held).place).toBe('disposed');
  await expectSound(page, 'disposed');
});
