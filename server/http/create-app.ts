/** Puts the door in front of everything, then the interface, the two WebSockets, the documents and the dashboard. */
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { BucketRule } from '../domain/token-bucket.ts';
import { detailOf } from '../start-refusal.ts';
import { hashToken } from '../sign-in/secrets.ts';
import { apiRoutes } from './api-routes.ts';
import type { BridgeDesk } from './bridge-desk.ts';
import { identify } from './asking.ts';
import { bridgeRoutes } from './bridge.ts';
import { clientAddress } from './client-address.ts';
import { decisionsOf } from './decided.ts';
import { describeApi } from './describe-api.ts';
import { docsRoutes } from './docs.ts';
import { door, limitBody, limitShape, securityHeaders } from './door.ts';
import { limitRequests } from './limit-requests.ts';
import type { LiveHub } from './live-hub.ts';
import { liveRoutes } from './live.ts';
import type { OpenSockets } from './open-sockets.ts';
import { pageRoutes } from './pages.ts';
import { paperFileRoutes } from './paper-files.ts';
import type { Ports } from './ports.ts';
import { problemReply } from './problem.ts';
import { sayRefusals } from './reader-language.ts';

export interface AppParts {
  readonly ports: Ports;
  readonly hub: LiveHub;
  readonly desk: BridgeDesk;
  readonly sockets: OpenSockets;
  readonly webDir: string;
  readonly requests: BucketRule;
}

export function createApp({ ports, hub, desk, sockets, webDir, requests }: AppParts): Hono {
  const api = apiRoutes(ports);
  const app = new Hono();
  app.use('*', sayRefusals, securityHeaders, clientAddress, door, limitRequests(requests, () => ports.edges.nowMs()), limitBody, limitShape);
  app.use('/api/*', identify({ store: ports.accounts, edges: ports.edges, cookies: ports.cookies, hashToken }));
  app.route('/', api);
  app.route('/', liveRoutes(hub, sockets));
  app.route('/', bridgeRoutes(desk, sockets));
  const document = describeApi(api, ports.about.version);
  // A route that nobody decided about must not be served at all.
  decisionsOf(api);
  app.route('/', docsRoutes(document));
  app.all('/api/*', (context) => context.json(problemReply('no-such-route', { path: `${context.req.method} ${context.req.path}` }), 404));
  app.route('/', paperFileRoutes());
  app.route('/', pageRoutes(webDir));
  app.notFound((context) => context.json(problemReply('no-such-route', { path: `${context.req.method} ${context.req.path}` }), 404));
  app.onError((error, context) => {
    if (error instanceof HTTPException && error.status === 400) return context.json(problemReply('body-malformed', {}, 'body'), 400);
    ports.edges.log('error', `${context.req.method} ${context.req.path}: ${error.stack ?? detailOf(error)}`);
    if ('code' in error && String(error.code).startsWith('SQLITE_')) return context.json(problemReply('storage-failed', { detail: detailOf(error) }), 503);
    return context.json(problemReply('server-fault'), 500);
  });
  return app;
}
