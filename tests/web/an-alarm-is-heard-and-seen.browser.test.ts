/** An alarm as people meet it: silent until the page was touched and without a word in the console, seen by a name on every screen, put aside with an end, and told where the page is not. */
import { expect, onTestFinished, test } from 'vitest';
import type { BrowserContext } from 'playwright-core';
import { expectSound, useBrowser } from './browser-page.ts';
import { benches, viewOf } from './made-benches.ts';
import { madeWho } from './made-people.ts';
import { playServer } from './played-server.ts';

const browser = useBrowser();

/** Counts the notes that the page plays, by the wave of their figure. */
async function listening(): Promise<BrowserContext> {
  const context = await browser.context();
  await context.addInitScript(() => {
    const Native = OscillatorNode;
    globalThis.OscillatorNode = class extends Native {
      constructor(audio: BaseAudioContext, options?: OscillatorOptions) {
        super(audio, options);
        const { dataset } = document.documentElement;
        dataset['notes'] = `${dataset['notes'] ?? ''}${options?.type ?? ''} `;
      }
    };
  });
  return context;
}

test('nothing is asked of the loudspeaker before a touch: no warning, and a chip that says what to do; each of four tones is its own', async () => {
  const server = await playServer({ views: [viewOf(benches.stopped(1))] });
  onTestFinished(() => server.close());
  const page = await (await listening()).newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.goto(server.url);
  await page.getByText('Stopped: device frame bent').waitFor();
  const chip = page.locator('hf-settings-chip .chip-button');
  await chip.getByText('Enable sound', { exact: true }).waitFor();
  expect([said, await page.evaluate(() => document.documentElement.dataset['notes'])]).toEqual([[], undefined]);
  await page.mouse.click(3, 400);
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset['notes'] ?? '')).toMatch(/^triangle /);
  await chip.click();
  await page.getByRole('button', { name: 'Mute for 5 minutes' }).click();
  await chip.getByText(/Muted [45]:\d\d/).waitFor();
  const waves: string[] = [];
  for (const name of ['Stopped', 'Not confirmed', 'Too late', 'E-stop, step back']) {
    await page.evaluate(() => { document.documentElement.dataset['notes'] = ''; });
    await page.locator('hf-alarm-settings').getByRole('button', { name, exact: true }).click();
    waves.push(await page.evaluate(() => (document.documentElement.dataset['notes'] ?? '').split(' ')[0] ?? ''));
  }
  expect(waves).toEqual(['triangle', 'square', 'sine', 'sawtooth']);
  await expectSound(page, 'the settings of alarms');
  expect(said).toEqual([]);
});

test('what one person has seen is quiet on the other screen too, under the name; it is not gone', async () => {
  const server = await playServer({ views: [viewOf(benches.stopped(1))] });
  onTestFinished(() => server.close());
  const context = await browser.context();
  const [here, there] = [await context.newPage(), await context.newPage()];
  await Promise.all([here.goto(server.url), there.goto(server.url)]);
  await expect.poll(() => there.title()).toBe('(1!) Bench 1 stopped · Holdfast');
  await here.getByRole('button', { name: 'I have seen the alarm of Bench 1' }).click();
  await there.getByText(/^Seen by Ada Byron at \d\d:\d\d:\d\d/).waitFor();
  await expect.poll(() => there.title()).toBe('Holdfast');
  await there.getByText('Stopped: device frame bent').waitFor();
  await there.reload();
  await there.getByText(/^Seen by Ada Byron/).waitFor();
});

test('an alarm that is put aside says until when and by whom, and a new cause rings at once', async () => {
  const server = await playServer({ views: [viewOf(benches.stopped(1))] });
  onTestFinished(() => server.close());
  const page = await (await browser.context()).newPage();
  await page.goto(server.url);
  await page.getByRole('button', { name: 'Put the alarm of Bench 1 aside for a while' }).click();
  await page.getByRole('dialog', { name: 'Quiet for a while: Bench 1' }).waitFor();
  await page.getByRole('button', { name: '15 minutes' }).click();
  await page.getByText(/^Quiet until \d\d:\d\d:\d\d \(1[45]:\d\d left\), by Ada Byron\. Then it rings again\.$/).waitFor();
  await expect.poll(() => page.title()).toBe('Holdfast');
  const { trip } = benches.stopped(1);
  const causes = [...trip?.causes ?? [], { code: 'rig-silent' as const, params: { silentMs: 512 }, atIso: '2026-11-23T14:33:00.000Z', cleared: false }];
  server.show(viewOf({ ...benches.stopped(1), trip: trip === null ? null : { ...trip, causes } }));
  await expect.poll(() => page.title()).toBe('(1!) Bench 1 stopped · Holdfast');
  await page.getByRole('button', { name: 'I have seen the alarm of Bench 1' }).waitFor();
});

test('with the server away it is quiet on this screen only, and says so; whoever may not say it for the store quiets the own screen alone', async () => {
  const server = await playServer({ views: [viewOf(benches.stopped(1))] });
  onTestFinished(() => server.close());
  const context = await browser.context();
  const page = await context.newPage();
  await page.route('**/alarm', (route) => route.abort());
  await page.goto(server.url);
  await page.getByRole('button', { name: 'I have seen the alarm of Bench 1' }).click();
  await page.getByText('Quiet on this screen only').waitFor();
  server.play.who = madeWho(['auditor'], { machine: null });
  const other = await context.newPage();
  await other.goto(server.url);
  await other.getByRole('button', { name: 'I have seen the alarm of Bench 1' }).click();
  await other.getByText('Quiet on this screen only').waitFor();
  expect([await other.getByRole('button', { name: /aside for a while$/ }).count(), server.play.alarms]).toEqual([0, []]);
});

test('on another page the worst alarm stands on top, the rest is a number, and the icon of the tab counts', async () => {
  const server = await playServer({ views: [viewOf(benches.stopped(1)), viewOf(benches.notConfirmed(2)), viewOf(benches.stopped(3))] });
  onTestFinished(() => server.close());
  const page = await (await browser.context()).newPage();
  await page.goto(`${server.url}/people`);
  const bar = page.getByRole('region', { name: 'Alarms that nobody has seen' });
  await bar.getByText('Bench 2: NOT CONFIRMED: rig went silent and 2 more').waitFor();
  const icon = await page.locator('link[rel=icon]').getAttribute('href');
  expect(decodeURIComponent(icon ?? '')).toContain('>3!</text>');
  await expectSound(page, 'the bar of alarms');
  await bar.getByRole('button', { name: 'I have seen it' }).click();
  await bar.getByText('Bench 1: Stopped: device frame bent and one more').waitFor();
  await bar.getByRole('link', { name: 'Show the bench' }).click();
  await page.getByRole('region', { name: 'State of Bench 1' }).waitFor();
  // The other alarm still rings on the page of this one.
  await bar.getByText('Bench 1: Stopped: device frame bent and one more').waitFor();
});

test('a notice of the computer is asked for by a press only, comes when nobody looks, and says why it is off without https', async () => {
  const server = await playServer({ views: [viewOf(benches.running(1))] });
  onTestFinished(() => server.close());
  const context = await browser.context();
  await context.addInitScript(() => {
    const asked = { count: 0, shown: [] as string[], permission: 'default' };
    Object.assign(globalThis, { asked });
    document.hasFocus = () => false;
    globalThis.Notification = class extends EventTarget {
      static get permission() { return asked.permission; }
      static requestPermission() {
        asked.count += 1;
        asked.permission = 'granted';
        return Promise.resolve('granted');
      }
      constructor(title: string, options?: NotificationOptions) {
        super();
        asked.shown.push(`${title}: ${options?.body ?? ''}`);
      }
      close() { asked.shown.push('closed'); }
    } as unknown as typeof Notification;
  });
  const page = await context.newPage();
  await page.goto(server.url);
  const told = () => page.evaluate(() => (globalThis as unknown as { asked: { count: number; shown: string[] } }).asked);
  await page.getByRole('article', { name: 'Bench 1' }).waitFor();
  expect((await told()).count).toBe(0);
  await page.locator('hf-settings-chip .chip-button').click();
  await page.locator('hf-alarm-settings div', { hasText: 'Notices of this computer' }).getByRole('button', { name: 'Turn on' }).click();
  await expect.poll(async () => (await told()).count).toBe(1);
  server.show(viewOf(benches.stopped(1)));
  await expect.poll(async () => (await told()).shown).toEqual(['Bench 1: Stopped: device frame bent']);
  await page.evaluate(() => { Object.defineProperty(globalThis, 'isSecureContext', { value: false }); });
  await page.getByText('Off: browsers allow notices only over https').waitFor();
});
