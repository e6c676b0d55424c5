/** A browser that has entered a virtual store as a person does it: by the link that the start prints, as the demo technician at a bench PC of its own. */
import type { BrowserContext, Page } from 'playwright-core';
import type { RunningServer } from '../../server/start-server.ts';

export function demoLink({ url, demo }: Pick<RunningServer, 'url' | 'demo'>): string {
  if (demo === null) throw new Error('this store has no demo people');
  return `${url}/demo#${demo.enterToken}`;
}

export async function enterByLink(context: BrowserContext, link: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole('button', { name: /^Demo technician/ }).waitFor();
  return page;
}
