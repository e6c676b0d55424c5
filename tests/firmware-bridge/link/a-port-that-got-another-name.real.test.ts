/** A rig whose port was renumbered is found again: by the adapter's id, by its USB place, last by its serial; never on another bench's port. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PortFinder, portReaders, type PortFinderOptions } from '../../../firmware-bridge/link/port-finder.ts';
import { portFile, rigsSeen, type KeptPort } from '../../../firmware-bridge/link/port-memory.ts';
import { SerialLink } from '../../../firmware-bridge/link/serial-link.ts';
import { openRawTerminal } from '../../raw-terminal.ts';

const ID = '/dev/serial/by-id';
const PLACE = '/dev/serial/by-path';

/** A system of made names: which device each path leads to. */
function made(links: Record<string, string | null>, over: Partial<PortFinderOptions> & { readonly kept?: KeptPort | null } = {}) {
  const at = { nowMs: 0, kept: over.kept ?? null };
  const finder = new PortFinder({
    path: '/dev/ttyUSB0', isSerialKnown: false, others: [], now: () => at.nowMs,
    readers: {
      names: (folder) => Promise.resolve(Object.keys(links).filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1))),
      device: (path) => Promise.resolve(links[path] ?? null),
    },
    memory: { read: () => Promise.resolve(at.kept), keep: (names) => { at.kept = names; return Promise.resolve(); } },
    ...over,
  });
  return { finder, at };
}

test('the configured path is taken while it leads somewhere, and stays the answer when nothing else is known', async () => {
  expect(await made({ '/dev/ttyUSB0': 'a', [`${ID}/x`]: 'b' }, { kept: { byId: `${ID}/x`, byPath: null, path: null, rig: null } }).finder.find()).toBe('/dev/ttyUSB0');
  expect(await made({ [`${ID}/x`]: 'b' }).finder.find()).toBe('/dev/ttyUSB0');
});

test('a port that went away is found by the id it had, then by its USB place', async () => {
  const links: Record<string, string | null> = { '/dev/ttyUSB0': 'a', [`${ID}/rig`]: 'a', [`${PLACE}/port-2`]: 'a' };
  const { finder, at } = made(links);
  await finder.accepted('/dev/ttyUSB0', 'R-1');
  expect(at.kept).toEqual({ byId: `${ID}/rig`, byPath: `${PLACE}/port-2`, path: '/dev/ttyUSB0', rig: 'R-1' });
  links['/dev/ttyUSB0'] = null;
  links[`${ID}/rig`] = 'b';
  expect(await finder.find()).toBe(`${ID}/rig`);
  links[`${ID}/rig`] = null;
  links[`${PLACE}/port-2`] = 'c';
  expect(await finder.find()).toBe(`${PLACE}/port-2`);
});

test('another port is tried only where the serial of the rig is known, and never one that another bench is configured for', async () => {
  const links = { [`${ID}/other-bench`]: 'b', [`${ID}/free`]: 'c', '/dev/ttyUSB1': 'b' };
  expect(await made(links, { others: ['/dev/ttyUSB1'] }).finder.find()).toBe('/dev/ttyUSB0');
  expect(await made(links, { isSerialKnown: true, others: ['/dev/ttyUSB1'] }).finder.find()).toBe(`${ID}/free`);
  expect(await made({ [`${ID}/other-bench`]: 'b', '/dev/ttyUSB1': 'b' }, { isSerialKnown: true, others: ['/dev/ttyUSB1'] }).finder.find()).toBe('/dev/ttyUSB0');
});

test('where another rig answered is left alone for a minute, and with nowhere else to look nothing is closed', async () => {
  const { finder, at } = made({ '/dev/ttyUSB0': 'a', [`${ID}/free`]: 'c' }, { isSerialKnown: true });
  expect(await finder.after('/dev/ttyUSB0')).toBe(`${ID}/free`);
  expect(await finder.find()).toBe(`${ID}/free`);
  expect(await finder.after(`${ID}/free`)).toBeNull();
  expect(await finder.find()).toBe('/dev/ttyUSB0');
  at.nowMs = 60_000;
  expect(await finder.after('/dev/ttyUSB0')).toBe(`${ID}/free`);
});

test('a memory that cannot be read or written costs a search and nothing else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-names-'));
  const memory = portFile(folder, 'bench-1');
  expect(await memory.read()).toBeNull();
  const port = { byId: '/x', byPath: null, path: '/x', rig: 'R-1' };
  await memory.keep(port);
  expect(await memory.read()).toEqual(port);
  writeFileSync(join(folder, 'ports', 'bench-1.json'), '{"byId":"/x","byPath":null}');
  expect(await memory.read()).toEqual({ byId: '/x', byPath: null, path: null, rig: null });
  const { finder } = made({ '/dev/ttyUSB0': 'a', [`${ID}/rig`]: 'a' }, { memory: { read: () => Promise.resolve(null), keep: () => Promise.reject(new Error('full')) } });
  await finder.accepted('/dev/ttyUSB0', 'R-1');
  expect(await finder.find()).toBe('/dev/ttyUSB0');
  rmSync(folder, { recursive: true });
});

test('a port tells which rig was last seen on it, by its surest name alone; another rig there is remembered anew', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-seen-'));
  const links: Record<string, string | null> = { '/dev/ttyUSB0': 'a', [`${ID}/rig`]: 'a', [`${PLACE}/port-2`]: 'a', '/dev/ttyUSB7': 'b' };
  const device = (path: string): Promise<string | null> => Promise.resolve(links[path] ?? null);
  expect(await rigsSeen(folder, device)).toEqual(new Map());
  const { finder } = made(links, { memory: portFile(folder, 'bench-1') });
  await finder.accepted('/dev/ttyUSB0', 'R-1');
  await finder.accepted('/dev/ttyUSB0', 'R-2');
  await made(links, { memory: portFile(folder, 'bench-2') }).finder.accepted('/dev/ttyUSB7', 'R-7');
  expect(await rigsSeen(folder, device)).toEqual(new Map([['a', [{ bench: 'bench-1', rig: 'R-2' }]], ['b', [{ bench: 'bench-2', rig: 'R-7' }]]]));
  links[`${ID}/rig`] = null;
  expect((await rigsSeen(folder, device)).has('a')).toBe(false);
  rmSync(folder, { recursive: true });
});

test('a real terminal that goes away and comes back under another number is opened by its id', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-renumbered-'));
  const folders = { byId: join(folder, 'by-id'), byPath: join(folder, 'by-path') };
  mkdirSync(folders.byId);
  const [first, second] = [await openRawTerminal(), await openRawTerminal()];
  const [name, byId] = [join(folder, 'ttyUSB0'), join(folders.byId, 'usb-rig')];
  symlinkSync(first.path, name);
  symlinkSync(first.path, byId);
  const finder = new PortFinder({
    path: name, isSerialKnown: false, others: [], readers: portReaders, memory: portFile(folder, 'bench-1'), now: () => performance.now(), folders,
  });
  let heard: (text: string) => void = () => undefined;
  const line = new Promise<string>((resolve) => { heard = resolve; });
  let openings = 0;
  const paths: string[] = [];
  const none = (): undefined => undefined;
  const opened = new Promise<void>((resolve) => {
    const link = new SerialLink({
      path: name, baud: 115_200, now: () => performance.now(), random: () => 0.5, finder,
      sink: {
        opened: (_epoch, at) => {
          openings += 1;
          paths.push(at);
          if (openings === 1) resolve();
          else second.write('here\n');
        },
        line: (text) => {
          heard(text);
          void link.end();
        },
        reading: none, read: none, tooLong: none, stopWritten: none, waiting: none, closed: none,
      },
    });
    link.open();
  });
  await opened;
  await finder.accepted(name, 'R-1');
  rmSync(name);
  rmSync(byId);
  symlinkSync(second.path, byId);
  expect(await line).toBe('here');
  expect(paths).toEqual([name, byId]);
  first.end();
  second.end();
  rmSync(folder, { recursive: true });
});
