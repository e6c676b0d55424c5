/**
 * A relay between bridge and server that completes the server's facts by one mark on one device, as cases will give it one
 * day. Everything else passes unchanged, both ways.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { WebSocket, WebSocketServer } from 'ws';
import { uplinkDownSchema } from '../../../firmware-bridge/contract/uplink.ts';

export interface FactsBetween { readonly url: string; readonly close: () => Promise<void> }

export async function completeFacts(serverUrl: string, fact: 'unlocksAsked' | 'irreplaceable', serial: string): Promise<FactsBetween> {
  const http = createServer();
  const bridges = new WebSocketServer({ server: http, path: '/api/bridge' });
  const complete = (text: string): string => {
    const message = uplinkDownSchema.parse(JSON.parse(text));
    if (message.type !== 'facts') return text;
    return JSON.stringify({ ...message, facts: { ...message.facts, [fact]: [{ device: { serial, ecid: null, imei: null } }] } });
  };
  bridges.on('connection', (bridge, request) => {
    const server = new WebSocket(`${serverUrl.replace('http', 'ws')}/api/bridge`, { headers: { authorization: request.headers.authorization ?? '' } });
    const early: string[] = [];
    bridge.on('message', (data: Buffer) => {
      if (server.readyState === WebSocket.OPEN) server.send(data.toString());
      else early.push(data.toString());
    });
    server.on('open', () => { for (const text of early.splice(0)) server.send(text); });
    server.on('message', (data: Buffer) => { bridge.send(complete(data.toString())); });
    server.on('close', () => { bridge.close(); });
    bridge.on('close', () => { server.close(); });
    server.on('error', () => { bridge.terminate(); });
    bridge.on('error', () => { server.terminate(); });
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const address = http.address();
  if (typeof address !== 'object' || address === null) throw new Error('the relay has no port');
  return {
    url: `ws://127.0.0.1:${String(address.port)}/api/bridge`,
    close: async () => {
      for (const bridge of bridges.clients) bridge.terminate();
      bridges.close();
      http.close();
      await once(http, 'close');
    },
  };
}
