/** WS /api/bridge: where a bridge reports. It needs the bearer token that lies in the state folder. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { upgradeWebSocket } from '@hono/node-server';
import { Hono } from 'hono';
import { WebSocket } from 'ws';
import type { BridgeDesk } from './bridge-desk.ts';
import { problemReply } from './problem.ts';

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

export const bridgeRoutes = (desk: BridgeDesk, token: string): Hono => {
  const expected = hash(`Bearer ${token}`);
  const routes = new Hono();
  routes.get(
    '/api/bridge',
    async (context, next) => {
      if (!timingSafeEqual(hash(context.req.header('authorization') ?? ''), expected)) {
        context.header('www-authenticate', 'Bearer');
        return context.json(problemReply('bridge-token-wrong', {}, 'header.authorization'), 401);
      }
      if (context.req.header('upgrade')?.toLowerCase() !== 'websocket') {
        return context.json(problemReply('input-wrong', { detail: 'this address speaks WebSocket' }, 'header.upgrade'), 426);
      }
      return next();
    },
    upgradeWebSocket(() => {
      let session: ReturnType<BridgeDesk['open']> | null = null;
      return {
        onOpen(_event, socket) {
          const { raw } = socket;
          if (!(raw instanceof WebSocket)) return socket.close(1011, 'no socket');
          session = desk.open({
            send: (text) => raw.send(text),
            close: (code, reason) => raw.close(code, reason),
            bufferedBytes: () => raw.bufferedAmount,
          });
        },
        onMessage({ data }: { data: unknown }) {
          if (typeof data === 'string') session?.message(data);
        },
        onClose() {
          if (session !== null) desk.closed(session);
        },
      };
    }),
  );
  return routes;
};
