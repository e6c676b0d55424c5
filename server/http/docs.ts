/** GET /api/openapi.json and /api/docs: the description of the interface, from files on this machine only. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Hono } from 'hono';

/** Only these files of the package are served. */
const FILES: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'favicon-32x32.png': 'image/png',
};

/** The page sets styles from its script; that is why it has a policy of its own. */
const CSP = [
  "default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data:", "connect-src 'self'",
  "base-uri 'none'", "frame-ancestors 'none'", "form-action 'none'",
].join('; ');

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Holdfast: the HTTP interface</title>
<link rel="icon" type="image/png" href="/api/docs/favicon-32x32.png">
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<div id="interface"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/begin.js"></script>
</body>
</html>
`;
const BEGIN = "window.SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#interface', deepLinking: true, validatorUrl: null });\n";

export const docsRoutes = (document: () => object): Hono => {
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  const routes = new Hono();
  routes
    .get('/api/openapi.json', (context) => context.json(document()))
    .get('/api/docs', (context) => {
      context.header('content-security-policy', CSP);
      return context.html(PAGE);
    })
    .get('/api/docs/begin.js', (context) => context.body(BEGIN, 200, { 'content-type': 'text/javascript; charset=utf-8' }))
    .get('/api/docs/:file', async (context, next) => {
      const file = context.req.param('file');
      const type = Object.hasOwn(FILES, file) ? FILES[file] : undefined;
      if (type === undefined) return next();
      const bytes = new Uint8Array(await readFile(join(folder, file)));
      return context.body(bytes, 200, { 'content-type': type, 'cache-control': 'max-age=3600' });
    });
  return routes;
};
