/** WS /api/bridge: where a bridge reports. It needs the token of a bridge, which lies in the state folder. */
import { upgradeWebSocket } from '@hono/node-server';
import { Hono } from 'hono';
import { WebSocket } from 'ws';
import { whyNot } from '../contract/rights.ts';
import type { BridgeDesk } from './bridge-desk.ts';
import { CLOSE } from './bridge-session.ts';
import type { OpenSockets } from './open-sockets.ts';
import { problemReply } from './problem.ts';

export const bridgeRoutes = (desk: BridgeDesk, sockets: OpenSockets): Hono => {
  const routes = new Hono();
  routes.get(
    '/api/bridge',
    async (context, next) => {
      if (whyNot('report', context.get('asker')) !== null) {
        context.header('www-authenticate', 'Bearer');
        return context.json(problemReply('bridge-token-wrong', {}, 'header.authorization'), 401);
      }
      if (context.req.header('upgrade')?.toLowerCase() !== 'websocket') {
        return context.json(problemReply('input-wrong', { detail: 'this address speaks WebSocket' }, 'header.upgrade'), 426);
      }
      return next();
    },
    upgradeWebSocket((context) => {
      const askAgain = context.get('askAgain');
      let session: ReturnType<BridgeDesk['open']> | null = null;
      let forget: () => void = () => undefined;
      return {
        onOpen(_event, socket) {
          const { raw } = socket;
          if (!(raw instanceof WebSocket)) return socket.close(1011, 'no socket');
          const opened = desk.open({
            send: (text) => raw.send(text),
            close: (code, reason) => raw.close(code, reason),
            bufferedBytes: () => raw.bufferedAmount,
          });
          session = opened;
          forget = sockets.add({
            stillMay: () => whyNot('report', askAgain()) === null,
            close() {
              // Whoever goes on writing after the close frame is not heard.
              desk.closed(opened);
              raw.close(CLOSE.notAccepted, 'the token of this bridge was revoked');
            },
          });
        },
        onMessage({ data }: { data: unknown }) {
          if (typeof data === 'string') session?.message(data);
        },
        onClose() {
          forget();
          if (session !== null) desk.closed(session);
        },
      };
    }),
  );
  return routes;
};
