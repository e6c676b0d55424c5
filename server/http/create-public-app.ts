/**
 * The app behind the public listener: for agents, customers and partners only. It is made of its own list of routes and is
 * handed neither store nor board nor bridge, so that nothing of them can be reached here, whatever is asked.
 */
import { Hono } from 'hono';
import { html } from 'hono/html';
import { outsideEnglish } from '../contract/words-of-outside.ts';
import type { BucketRule } from '../domain/token-bucket.ts';
import { clientAddress } from './client-address.ts';
import { door, limitBody, limitShape, securityHeaders } from './door.ts';
import { limitEveryRequest } from './limit-requests.ts';
import type { Edges } from './ports.ts';
import { problemReply } from './problem.ts';
import { PUBLIC_STYLE } from './public-style.ts';

export interface PublicParts {
  readonly storeName: string;
  readonly virtual: boolean;
  readonly requests: BucketRule;
  readonly edges: Pick<Edges, 'nowMs' | 'log'>;
}

export function createPublicApp({ storeName, virtual, requests, edges }: PublicParts): Hono {
  const app = new Hono();
  app.use('*', securityHeaders, clientAddress, door, limitEveryRequest(requests, () => edges.nowMs()), limitBody, limitShape);
  app.get('/', (context) => context.html(page(storeName, virtual)));
  app.get('/style.css', (context) => context.body(PUBLIC_STYLE, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'max-age=3600' }));
  app.get('/robots.txt', (context) => context.text('User-agent: *\nDisallow: /\n'));
  app.get('/health', (context) => context.json({ ok: true }));
  app.notFound((context) => context.json(problemReply('not-public', { path: `${context.req.method} ${context.req.path}` }), 404));
  app.onError((error, context) => {
    edges.log('error', `public ${context.req.method} ${context.req.path}: ${error.stack ?? error.message}`);
    return context.json(problemReply('server-fault'), 500);
  });
  return app;
}

const page = (storeName: string, virtual: boolean) => html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${storeName}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<main>
<h1>${storeName}</h1>
${virtual ? html`<p class="virtual">VIRTUAL: a trial, no real devices.</p>` : ''}
<p>${outsideEnglish.public.what}</p>
<p>${outsideEnglish.public.how}</p>
</main>
</body>
</html>
`;
