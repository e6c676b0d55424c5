/**
 * The desk where bridges report: one live connection per bridge, facts down, orders down, evidence and telemetry up. It
 * decides nothing about a bench; it stores, shows and passes on.
 */
import type { BenchStatus } from '../../firmware-bridge/contract/bench-status.ts';
import { EVIDENCE_BODIES } from '../../firmware-bridge/contract/evidence.ts';
import type { Board } from '../domain/board.ts';
import type { AppendedEvidence, AppendResult, Store } from '../domain/store-port.ts';
import { detailOf } from '../start-refusal.ts';
import { CLOSE, createBridgeSession, sendDown } from './bridge-session.ts';
import type { BridgePeer, BridgeSession, Hello } from './bridge-session.ts';
import { createOrderBook, refusedOrder } from './order-book.ts';
import type { Edges, OrderAnswer, OrderRequest } from './ports.ts';

/** A bridge that does not read for so long is let go; it dials again and gets a fresh snapshot. */
const UNREAD_BYTES_MAX = 4 * 1024 * 1024;

export interface BridgeDesk {
  open(peer: BridgePeer): BridgeSession;
  closed(session: BridgeSession): void;
  order(request: OrderRequest): Promise<OrderAnswer>;
  /** Repeats the facts to every bridge, so that their knowledge of holds stays young. */
  sendFacts(): void;
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
}

export function createBridgeDesk(options: DeskOptions): BridgeDesk {
  const { store, board, edges } = options;
  const sessions = new Map<string, BridgeSession>();
  const orders = createOrderBook(options.orderLimitMs);
  let refusedMessages = 0;
  let storageProblem: string | null = null;

  const factsTo = (peer: BridgePeer): void => {
    if (peer.bufferedBytes() > UNREAD_BYTES_MAX) peer.close(CLOSE.tooSlow, 'the bridge does not read');
    else sendDown(peer, { type: 'facts', facts: store.facts() });
  };
  const sendFacts = (): void => {
    for (const { peer } of sessions.values()) factsTo(peer);
  };
  const failed = (error: unknown): void => {
    storageProblem = detailOf(error);
    edges.log('error', `the database does not answer: ${storageProblem}`);
  };
  const announce = ({ appended, factsChanged }: AppendResult): void => {
    if (factsChanged) sendFacts();
    const shrank = appended.map((item) => nameBenches(board, item)).some((gone) => gone);
    options.evidenceStored(appended);
    if (shrank) options.boardShrank();
  };
  const greet = (session: BridgeSession, hello: Hello): string | null => {
    if (hello.virtual !== options.virtual) {
      edges.log('error', `bridge ${hello.bridge} is ${kindWord(hello.virtual)}, this store is ${kindWord(options.virtual)}: refused`);
      return `virtual-mismatch: this store is ${kindWord(options.virtual)}`;
    }
    const older = sessions.get(hello.bridge);
    if (older !== undefined && older !== session) {
      older.end();
      older.peer.close(CLOSE.replaced, 'a newer connection of this bridge took over');
    }
    sessions.set(hello.bridge, session);
    factsTo(session.peer);
    options.benchesChanged(board.bridgeConnected(hello.bridge, true));
    edges.log('info', `bridge ${hello.bridge} connected, version ${hello.version}`);
    return null;
  };

  return {
    open(peer) {
      const session = createBridgeSession(peer, {
        hello: (hello) => greet(session, hello),
        append(events, unreadable) {
          const result = store.append(events, unreadable, new Date(edges.epochMs()).toISOString());
          storageProblem = null;
          return result;
        },
        stored(result) {
          try {
            announce(result);
          } catch (error) {
            failed(error);
          }
        },
        telemetry(bridge, status) {
          board.statusArrived(bridge, status, edges.nowMs());
          options.telemetry(status);
          options.benchesChanged([status.bench]);
        },
        orderResult: (result) => orders.answered(result),
        refused(why) {
          refusedMessages += 1;
          // A faulty bridge sends ten a second; the first and then every hundredth say enough.
          if (refusedMessages % 100 === 1) edges.log('warn', `a message of a bridge cannot be read (${refusedMessages} since the start): ${why}`);
        },
        failed,
      });
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
      sendDown(session.peer, { type: 'order', order: { ...request, id, expiresInMs: Math.min(options.orderLimitMs, 60_000) } });
      return { result: await answer };
    },
    sendFacts,
    counts: () => ({ bridges: sessions.size, refusedMessages, storageProblem }),
    closeAll() {
      for (const session of sessions.values()) {
        session.end();
        session.peer.close(CLOSE.restart, 'the server ends');
      }
    },
  };
}

const kindWord = (virtual: boolean): string => (virtual ? 'virtual' : 'real');

/** A bridge that started names its benches; returns whether one disappeared from the board. */
function nameBenches(board: Board, { event }: AppendedEvidence): boolean {
  if (event.kind !== 'bridge-started') return false;
  const body = EVIDENCE_BODIES['bridge-started'].safeParse(event.body);
  return body.success && board.benchesNamed(event.bridge, body.data.benches);
}
