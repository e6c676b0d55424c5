/**
 * Unpacks the Chromium of the npm package into the folder that TMPDIR names and prints where it is. A process of its own,
 * because the package reads its places from the environment. It must never pass on the package's own browser arguments.
 */
import chromium from '@sparticuz/chromium';

process.stdout.write(`${await chromium.executablePath()}\n`);
