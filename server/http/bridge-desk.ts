/**
 * The desk where bridges report: one live connection per bridge, facts down, orders down, evidence and telemetry up. It
 * decides nothing about a bench; it stores, shows and passes on.
 */
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import { EVIDENCE_BODIES } from '../../firmware-bridge/contract/evidence.ts';
import type { RawFollow } from '../contract/rejudged.ts';
import type { Board } from '../domain/board.ts';
import type { AppendedEvidence, AppendResult, Store } from '../domain/store-port.ts';
import { detailOf } from '../start-refusal.ts';
import { CLOSE, createBridgeSession, sendDown } from './bridge-session.ts';
import type { BridgePeer, BridgeSession, Hello, SessionEvents } from './bridge-session.ts';
import { createOrderBook, refusedOrder } from './order-book.ts';
import type { OrderBook } from './order-book.ts';
import type { Edges, OrderAnswer, OrderRequest } from './ports.ts';
import { createRawBook } from './raw-book.ts';
import type { RawBook } from './raw-book.ts';

/** A bridge that does not read for so long is let go; it dials again and gets a fresh snapshot. */
const UNREAD_BYTES_MAX = 4 * 1024 * 1024;

export interface BridgeDesk {
  open(peer: BridgePeer): BridgeSession;
  closed(session: BridgeSession): void;
  order(request: OrderRequest): Promise<OrderAnswer>;
  /** Repeats the facts to every bridge, so that their knowledge of holds stays young. */
  sendFacts(): void;
  /** The newest lines of a serial line; asking keeps them coming for some seconds. */
  followRaw(bench: string, after: number, isVeiled: boolean): RawFollow | null;
  counts(): { bridges: number; refusedMessages: number; storageProblem: string | null };
  closeAll(): void;
}

export interface DeskOptions {
  readonly store: Store;
  readonly board: Board;
  readonly edges: Edges;
  readonly virtual: boolean;
  readonly orderLimitMs: number;
  benchesChanged(benches: readonly string[]): void;
  boardShrank(): void;
  evidenceStored(items: readonly AppendedEvidence[]): void;
  telemetry(status: BenchStatus): void;
  /** Evidence may have placed a hold. */
  casesChanged(): void;
}

interface Desk {
  readonly options: DeskOptions;
  readonly sessions: Map<string, BridgeSession>;
  readonly orders: OrderBook;
  readonly raw: RawBook;
  refusedMessages: number;
  storageProblem: string | null;
}

export function createBridgeDesk(options: DeskOptions): BridgeDesk {
  const { board, edges } = options;
  const desk: Desk = { options, sessions: new Map(), orders: createOrderBook(options.orderLimitMs), raw: createRawBook((bench, forMs) => watchRaw(desk, bench, forMs)), refusedMessages: 0, storageProblem: null };
  const { sessions, orders } = desk;
  return {
    open(peer) {
      const session: BridgeSession = createBridgeSession(peer, sessionEvents(desk, (hello) => greet(desk, session, hello)));
      return session;
    },
    closed(session) {
      session.end();
      const bridge = session.bridge();
      if (bridge === null || sessions.get(bridge) !== session) return;
      sessions.delete(bridge);
      orders.bridgeLost(bridge);
      options.benchesChanged(board.bridgeConnected(bridge, false));
      edges.log('warn', `bridge ${bridge} disconnected`);
    },
    async order(request) {
      const id = edges.newUuid();
      // A bench that nobody has named yet may still be known to the only bridge: a stop must reach it.
      const bridge = board.bridgeOf(request.bench) ?? (sessions.size === 1 ? [...sessions.keys()][0] : undefined);
      if (bridge === undefined) return { result: refusedOrder(id, sessions.size === 0 ? 'bridge-not-connected' : 'unknown-bench') };
      const session = sessions.get(bridge);
      if (session === undefined) return { result: refusedOrder(id, 'bridge-not-connected') };
      if (orders.isFull()) return { refusal: 'too-many-orders' };
      const answer = orders.wait(id, bridge);
      sendDown(session.peer, { type: 'order', order: { ...request, id, expiresInMs: options.orderLimitMs } });
      return { result: await answer };
    },
    sendFacts() {
      desk.raw.tidy(edges.nowMs());
      sendFacts(desk);
    },
    followRaw: (bench, after, isVeiled) => desk.raw.follow(bench, after, isVeiled, edges.nowMs()),
    counts: () => ({ bridges: sessions.size, refusedMessages: desk.refusedMessages, storageProblem: desk.storageProblem }),
    closeAll() {
      for (const session of sessions.values()) {
        session.end();
        session.peer.close(CLOSE.restart, 'the server ends');
      }
    },
  };
}

function sessionEvents(desk: Desk, hello: SessionEvents['hello']): SessionEvents {
  const { store, board, edges, telemetry, benchesChanged } = desk.options;
  const failed = (error: unknown): void => {
    desk.storageProblem = detailOf(error);
    edges.log('error', `the database does not answer: ${desk.storageProblem}`);
  };
  return {
    hello(message) {
      try {
        return hello(message);
      } catch (error) {
        failed(error);
        return 'the database does not answer';
      }
    },
    append(events, unreadable) {
      const result = store.append(events, unreadable, new Date(edges.epochMs()).toISOString());
      desk.storageProblem = null;
      return result;
    },
    stored(result) {
      try {
        announce(desk, result);
      } catch (error) {
        failed(error);
      }
    },
    telemetry(bridge, status) {
      board.statusArrived(bridge, status, edges.nowMs());
      telemetry(status);
      benchesChanged([status.bench]);
    },
    orderResult: (result) => desk.orders.answered(result),
    raw: (tail) => desk.raw.take(tail),
    refused(why) {
      desk.refusedMessages += 1;
      // A faulty bridge sends ten a second; the first and then every hundredth say enough.
      if (desk.refusedMessages % 100 === 1) edges.log('warn', `a message of a bridge cannot be read (${desk.refusedMessages} since the start): ${why}`);
    },
    failed,
  };
}

/** Returns why this bridge cannot be accepted, or null. */
function greet(desk: Desk, session: BridgeSession, hello: Hello): string | null {
  const { board, edges, virtual, benchesChanged } = desk.options;
  if (hello.virtual !== virtual) {
    edges.log('error', `bridge ${hello.bridge} is ${kindWord(hello.virtual)}, this store is ${kindWord(virtual)}: refused`);
    return `virtual-mismatch: this store is ${kindWord(virtual)}`;
  }
  const older = desk.sessions.get(hello.bridge);
  if (older !== undefined && older !== session) {
    older.end();
    older.peer.close(CLOSE.replaced, 'a newer connection of this bridge took over');
    desk.orders.bridgeLost(hello.bridge);
  }
  desk.sessions.set(hello.bridge, session);
  factsTo(desk, session.peer);
  benchesChanged(board.bridgeConnected(hello.bridge, true));
  edges.log('info', `bridge ${hello.bridge} connected, version ${hello.version}`);
  return null;
}

function announce(desk: Desk, { appended, factsChanged }: AppendResult): void {
  if (factsChanged) {
    sendFacts(desk);
    desk.options.casesChanged();
  }
  const shrank = appended.map((item) => nameBenches(desk.options.board, item)).some((gone) => gone);
  desk.options.evidenceStored(appended);
  if (shrank) desk.options.boardShrank();
}

/** A bridge that is slow to read is not asked for more to say. */
function watchRaw({ options, sessions }: Desk, bench: string, forMs: number): void {
  const session = sessions.get(options.board.bridgeOf(bench) ?? '');
  if (session !== undefined && session.peer.bufferedBytes() === 0) sendDown(session.peer, { type: 'watch-raw', bench, forMs });
}

function sendFacts(desk: Desk): void {
  for (const { peer } of desk.sessions.values()) factsTo(desk, peer);
}

function factsTo({ options }: Desk, peer: BridgePeer): void {
  if (peer.bufferedBytes() > UNREAD_BYTES_MAX) peer.close(CLOSE.tooSlow, 'the bridge does not read');
  else sendDown(peer, { type: 'facts', facts: options.store.facts(options.edges.epochMs()) });
}

const kindWord = (virtual: boolean): string => (virtual ? 'virtual' : 'real');

/** A bridge that started names its benches; returns whether one disappeared from the board. */
function nameBenches(board: Board, { event }: AppendedEvidence): boolean {
  if (event.kind !== 'bridge-started') return false;
  const body = EVIDENCE_BODIES['bridge-started'].safeParse(event.body);
  return body.success && board.benchesNamed(event.bridge, body.data.benches);
}
