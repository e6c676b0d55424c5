/** WS /api/live: the feed of one page. It only speaks; a page acts by POST. The door has checked the origin before. */
import { upgradeWebSocket } from '@hono/node-server';
import { Hono } from 'hono';
import { WebSocket } from 'ws';
import { whyNot } from '../contract/rights.ts';
import type { Asker } from './asking.ts';
import { mayDo } from './decided.ts';
import type { LiveHub } from './live-hub.ts';
import type { LivePeer, Sees } from './live-page.ts';
import type { OpenSockets } from './open-sockets.ts';
import { problemReply } from './problem.ts';

const PAGES_MAX = 200;
/** Close code: the page has to ask who it is before it dials again. */
const SIGNED_OUT = 4401;

/** A page that saw records or cases and may not any more begins anew, without them. */
const stillSees = (asker: Asker, { seesRecords, seesCases }: Sees): boolean =>
  whyNot('see-benches', asker) === null && (!seesRecords || whyNot('see-records', asker) === null) && (!seesCases || whyNot('see-cases', asker) === null);
const seenBy = (asker: Asker): Sees => ({ seesRecords: whyNot('see-records', asker) === null, seesCases: whyNot('see-cases', asker) === null });

export const liveRoutes = (hub: LiveHub, sockets: OpenSockets): Hono => {
  const routes = new Hono();
  routes.get(
    '/api/live',
    mayDo('see-benches'),
    async (context, next) => {
      const after = context.req.query('after');
      if (after !== undefined && !/^\d{1,15}$/.test(after)) {
        return context.json(problemReply('input-wrong', { detail: 'after must be a whole number' }, 'query.after'), 400);
      }
      if (context.req.header('upgrade')?.toLowerCase() !== 'websocket') {
        return context.json(problemReply('input-wrong', { detail: 'this address speaks WebSocket' }, 'header.upgrade'), 426);
      }
      if (hub.count() >= PAGES_MAX) return context.json(problemReply('too-many-pages', { limit: PAGES_MAX }), 503);
      return next();
    },
    upgradeWebSocket((context) => {
      const after = context.req.query('after');
      const sees = seenBy(context.get('asker'));
      const askAgain = context.get('askAgain');
      let leave: () => void = () => undefined;
      return {
        onOpen(_event, socket) {
          const { raw } = socket;
          if (!(raw instanceof WebSocket)) return socket.close(1011, 'no socket');
          const peer: LivePeer = {
            bufferedBytes: () => raw.bufferedAmount,
            send: (message) => raw.send(message, { binary: false }),
            close: (code, reason) => raw.close(code, reason),
            terminate: () => raw.terminate(),
          };
          try {
            const leaveHub = hub.join(peer, after === undefined ? null : Number(after), sees);
            const forget = sockets.add({ stillMay: () => stillSees(askAgain(), sees), close: () => raw.close(SIGNED_OUT, 'nobody is signed in here any more') });
            leave = () => {
              leaveHub();
              forget();
            };
          } catch {
            socket.close(1011, 'the database does not answer');
          }
        },
        onMessage: (_event, socket) => socket.close(1008, 'this feed only speaks'),
        onClose: () => leave(),
      };
    }),
  );
  return routes;
};
