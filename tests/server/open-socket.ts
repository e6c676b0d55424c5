/** The two WebSocket clients of the tests: a bridge that reports, and a page that watches. Both are Node's own client. */
import { onTestFinished } from 'vitest';
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import type { Evidence } from '../../firmware-bridge/contract/evidence.ts';
import { uplinkDownSchema } from '../../firmware-bridge/contract/uplink.ts';
import type { Facts, Order, OrderResult, UplinkUp } from '../../firmware-bridge/contract/uplink.ts';
import { liveMessageSchema } from '../../server/contract/live.ts';
import type { LiveMessage } from '../../server/contract/live.ts';
import { until } from './running-server.ts';

interface Place {
  readonly url: string;
  readonly token: string;
  signed?(): Promise<{ readonly cookie: string }>;
}

interface Opened {
  readonly socket: WebSocket;
  readonly messages: unknown[];
  closed(): { code: number; reason: string } | null;
}

async function open(url: string, headers: Record<string, string>): Promise<Opened> {
  const socket = new WebSocket(url.replace(/^http/, 'ws'), { headers });
  const messages: unknown[] = [];
  let closed: { code: number; reason: string } | null = null;
  socket.addEventListener('message', ({ data }) => messages.push(JSON.parse(String(data))));
  socket.addEventListener('close', ({ code, reason }) => {
    closed = { code, reason };
  });
  onTestFinished(() => socket.close());
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true });
    socket.addEventListener('error', () => reject(new Error(`no connection to ${url}`)), { once: true });
  });
  return { socket, messages, closed: () => closed };
}

export interface TestBridge {
  send(message: UplinkUp): void;
  sendText(text: string): void;
  hello(): void;
  report(seq: number, event: Evidence): void;
  telemetry(status: BenchStatus): void;
  answer(decide: (order: Order) => OrderResult | null): void;
  acknowledged(): number;
  facts(): Facts[];
  orders(): Order[];
  closed(): { code: number; reason: string } | null;
  close(): void;
}

export async function openBridge(server: Place, bridge = 'bridge-1', token = server.token): Promise<TestBridge> {
  const { socket, messages, closed } = await open(`${server.url}/api/bridge`, { authorization: `Bearer ${token}` });
  const received = () => messages.map((message) => uplinkDownSchema.parse(message));
  const send = (message: UplinkUp): void => socket.send(JSON.stringify(message));
  return {
    send,
    sendText: (text) => socket.send(text),
    hello: () => send({ type: 'hello', bridge, bootId: 'boot-1', version: '0.0.0', virtual: true }),
    report: (seq, event) => send({ type: 'report', seq, event }),
    telemetry: (status) => send({ type: 'telemetry', status }),
    answer(decide) {
      socket.addEventListener('message', ({ data }) => {
        const message = uplinkDownSchema.parse(JSON.parse(String(data)));
        const result = message.type === 'order' ? decide(message.order) : null;
        if (result !== null) send({ type: 'order-result', result });
      });
    },
    acknowledged: () => received().reduce((upTo, message) => (message.type === 'ack' ? message.upTo : upTo), 0),
    facts: () => received().flatMap((message) => (message.type === 'facts' ? [message.facts] : [])),
    orders: () => received().flatMap((message) => (message.type === 'order' ? [message.order] : [])),
    closed,
    close: () => socket.close(),
  };
}

/** A bridge that has said hello and has got its first facts. */
export async function openGreetedBridge(server: Place, bridge = 'bridge-1'): Promise<TestBridge> {
  const opened = await openBridge(server, bridge);
  opened.hello();
  await until(() => opened.facts().length > 0, 'facts after the hello');
  return opened;
}

export interface TestPage {
  messages(): LiveMessage[];
  closed(): { code: number; reason: string } | null;
  send(text: string): void;
}

export async function openPage(server: Place, after?: number, headers: Record<string, string> = {}): Promise<TestPage> {
  const cookie = (await server.signed?.())?.cookie;
  const { socket, messages, closed } = await open(`${server.url}/api/live${after === undefined ? '' : `?after=${after}`}`, { ...(cookie === undefined ? {} : { cookie, origin: server.url }), ...headers });
  const page = { messages: () => messages.map((message) => liveMessageSchema.parse(message)), closed, send: (text: string) => socket.send(text) };
  await until(() => messages.length > 0, 'a snapshot');
  return page;
}
