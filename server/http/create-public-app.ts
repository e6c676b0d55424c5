/**
 * The app behind the public listener: for agents, customers and partners only. It is made of its own list of routes and is
 * handed three desks and neither store nor board nor bridge, so that nothing of them can be reached here, whatever is asked.
 */
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { BucketRule } from '../domain/token-bucket.ts';
import { clientAddress } from './client-address.ts';
import { limitBody, securityHeaders } from './door.ts';
import { limitEveryRequest } from './limit-requests.ts';
import { problemReply } from './problem.ts';
import { agentRoutes } from './public/agent.ts';
import { customerRoutes } from './public/customer.ts';
import { partnerRoutes } from './public/partner.ts';
import { limitFormOrJson, publicDoor } from './public/public-door.ts';
import { sayRefusals } from './reader-language.ts';
import { linkGone, publicPage, show } from './public/public-page.ts';
import type { PublicPorts } from './public/public-ports.ts';
import { spoken } from './public/spoken.ts';
import { signScriptRoutes } from './public/sign-script.ts';
import { PUBLIC_STYLE } from './public-style.ts';

export function createPublicApp(ports: PublicPorts, requests: BucketRule): Hono {
  const { edges } = ports;
  const app = new Hono();
  app.use('*', sayRefusals, securityHeaders, clientAddress, publicDoor, limitEveryRequest(requests, () => edges.nowMs()), limitBody, limitFormOrJson);
  app.get('/', (context) => {
    const here = spoken(context, ports);
    const { outside, pages: { agent } } = here.words;
    return show(context, publicPage(here, agent.title, html`<h1>${outside.public.what}</h1><p>${outside.public.how}</p><p><a class="step" href="/agent">${agent.title}</a></p>`));
  });
  app.get('/style.css', (context) => context.body(PUBLIC_STYLE, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'max-age=3600' }));
  app.get('/robots.txt', (context) => context.text('User-agent: *\nDisallow: /\n'));
  app.get('/health', (context) => context.json({ ok: true }));
  app.route('/', customerRoutes(ports));
  app.route('/', partnerRoutes(ports));
  app.route('/', agentRoutes(ports));
  app.route('/', signScriptRoutes());
  app.notFound((context) => {
    if (!(context.req.header('accept') ?? '').includes('text/html')) return context.json(problemReply('not-public', { path: `${context.req.method} ${withoutToken(context.req.path)}` }), 404);
    // Whoever opens the address of a form again, from the history or by a reload, wants the page that it stands on.
    const page = context.req.method === 'GET' ? /^(\/[cp]\/[\w-]+|\/agent)\/[a-z]+$/.exec(context.req.path)?.[1] : undefined;
    return page === undefined ? linkGone(context, ports) : context.redirect(page, 303);
  });
  app.onError((error, context) => {
    // The secret of a link stands in its address; it must not stand in a log.
    edges.log('error', `public ${context.req.method} ${withoutToken(context.req.path)}: ${withoutToken(error.stack ?? error.message)}`);
    return context.json(problemReply('server-fault'), 500);
  });
  return app;
}

const withoutToken = (text: string): string => text.replaceAll(/\/([cp])\/[^/\s]+/g, '/$1/…');
