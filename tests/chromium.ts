/**
 * Finds a browser for the tests by itself: the one HOLDFAST_CHROMIUM names, an installed one, else the one that came
 * with the packages. It must never answer a browser that was not seen to start: a run without one fails with the reason.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const ROOT = resolve(import.meta.dirname, '..');
const CACHE = join(ROOT, 'node_modules', '.cache');
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const PROBE_MS_MAX = 20_000;
/** The packaged list of fonts names folders that exist on no PC; without any font every text has no width, also one in a web font. */
const FONTS = 'fonts-beside-the-browser.conf';
const FONTS_CONF = '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig><dir prefix="relative">fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>\n';

/** Contexts must be opened with `locale: 'en-US'`: a headless browser under LANG=C names a language that is none. */
export const BROWSER_ARGS: readonly string[] = [
  '--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

export interface FoundChromium {
  readonly executablePath: string;
  readonly args: string[];
  /** To be handed to the launch: the packaged browser brings libraries that a small system has not. */
  readonly env: Record<string, string>;
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message.trim().split('\n').slice(-3).join(' ') : String(error));

function plainEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** Null when it starts, else why not. */
async function whyNot(executablePath: string, env: Record<string, string>): Promise<string | null> {
  try {
    await run(executablePath, ['--version', '--no-sandbox'], { env, timeout: PROBE_MS_MAX });
    return null;
  } catch (error) {
    return reasonOf(error);
  }
}

function installedCandidates(): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const named = [...folders, ...PLACES].flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...new Set([...named, ...PLACES.filter((place) => place.startsWith('/Applications'))])].filter((path) => existsSync(path));
}

/** Unpacked once beside the packages; made under another name and renamed, so that half of it is never found. */
async function unpackPackaged(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(ROOT, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'));
  const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown';
  const folder = join(CACHE, `holdfast-chromium-${version}-${process.arch}`);
  if (existsSync(folder)) return folder;
  await mkdir(CACHE, { recursive: true });
  const fresh = await mkdtemp(join(CACHE, 'holdfast-chromium-'));
  // The name of that environment makes the package unpack its libraries as well.
  const env = { ...plainEnvironment(), TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
  try {
    await run(process.execPath, [join(import.meta.dirname, 'unpack-chromium.ts')], { env });
    await writeFile(join(fresh, FONTS), FONTS_CONF);
    await rename(fresh, folder);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

async function findPackaged(): Promise<FoundChromium | string> {
  try {
    const folder = await unpackPackaged();
    const executablePath = join(folder, 'chromium');
    const own = { ...plainEnvironment(), FONTCONFIG_FILE: join(folder, FONTS) };
    if (await whyNot(executablePath, own) === null) return { executablePath, args: [...BROWSER_ARGS], env: own };
    const env = { ...own, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
    const why = await whyNot(executablePath, env);
    return why === null ? { executablePath, args: [...BROWSER_ARGS], env } : why;
  } catch (error) {
    return reasonOf(error);
  }
}

export async function findChromium(): Promise<FoundChromium> {
  const env = plainEnvironment();
  const wanted = process.env['HOLDFAST_CHROMIUM'] ?? '';
  if (wanted !== '' && wanted !== 'packaged') {
    const why = await whyNot(wanted, env);
    if (why !== null) throw new Error(`HOLDFAST_CHROMIUM names ${wanted}, which does not start: ${why}`);
    return { executablePath: wanted, args: [...BROWSER_ARGS], env };
  }
  const tried: string[] = [];
  for (const executablePath of wanted === 'packaged' ? [] : installedCandidates()) {
    const why = await whyNot(executablePath, env);
    if (why === null) return { executablePath, args: [...BROWSER_ARGS], env };
    tried.push(`${executablePath}: ${why}`);
  }
  const packaged = await findPackaged();
  if (typeof packaged !== 'string') return packaged;
  tried.push(`the packaged one: ${packaged}`);
  throw new Error(`No browser starts here, so the browser tests cannot run. Install Chromium or set HOLDFAST_CHROMIUM to one. Tried:\n  ${tried.join('\n  ')}`);
}
