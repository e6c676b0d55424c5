/**
 * Serves the built dashboard. It gives out only files inside its folder, and one page for every address of the dashboard;
 * when there is no build it says so in words.
 */
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { problemReply } from './problem.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon', '.woff2': 'font/woff2', '.woff': 'font/woff', '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8', '.map': 'application/json', '.webp': 'image/webp', '.wav': 'audio/wav',
};
/** The build gives these files names with a hash of their content. */
const HASHED = '/assets/';
const FILE_BYTES_MAX = 16 * 1024 * 1024;

export const pageRoutes = (webDir: string): Hono => {
  const routes = new Hono();
  routes.get('*', async (context) => {
    const path = decode(new URL(context.req.url).pathname);
    if (path === null) return context.json(problemReply('no-such-route', { path: context.req.path }), 404);
    const isPage = path === '/' || path.startsWith('/bench/') || extname(path) === '';
    const answer = await sendFile(context, webDir, isPage ? '/index.html' : path);
    if (answer !== null) return answer;
    if (!isPage) return context.json(problemReply('no-such-route', { path }), 404);
    const { what, remedy } = problemReply('web-missing', { path: webDir });
    return context.text(`${what}\n${remedy}\n`, 503);
  });
  return routes;
};

function decode(path: string): string | null {
  try {
    const decoded = decodeURIComponent(path);
    return /[\0\\]/.test(decoded) || decoded.split('/').some((part) => part === '..' || part.startsWith('.')) ? null : decoded;
  } catch {
    return null;
  }
}

async function sendFile(context: Context, webDir: string, path: string): Promise<Response | null> {
  try {
    const root = await realpath(webDir);
    // A link inside the folder must not lead out of it.
    const file = await realpath(resolve(root, `.${path}`));
    if (!file.startsWith(root + sep)) return null;
    const { size, mtimeMs } = await stat(file);
    if (size > FILE_BYTES_MAX) return null;
    const tag = `W/"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
    context.header('cache-control', path.startsWith(HASHED) ? 'public, max-age=31536000, immutable' : 'no-cache');
    context.header('etag', tag);
    if (context.req.header('if-none-match') === tag) return context.body(null, 304);
    context.header('content-type', TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream');
    return context.body(new Uint8Array(await readFile(file)), 200);
  } catch {
    context.res.headers.delete('cache-control');
    return null;
  }
}
