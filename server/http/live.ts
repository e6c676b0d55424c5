/** WS /api/live: the feed of one page. It only speaks; a page acts by POST. The door has checked the origin before. */
import { upgradeWebSocket } from '@hono/node-server';
import { Hono } from 'hono';
import { WebSocket } from 'ws';
import type { LiveHub } from './live-hub.ts';
import type { LivePeer } from './live-page.ts';
import { problemReply } from './problem.ts';

const PAGES_MAX = 200;

export const liveRoutes = (hub: LiveHub): Hono => {
  const routes = new Hono();
  routes.get(
    '/api/live',
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
            leave = hub.join(peer, after === undefined ? null : Number(after));
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
