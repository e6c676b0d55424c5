/**
 * Orders that wait for the answer of a bridge. Each has a limit in time, and there is a limit to their number; an order
 * without an answer ends as `no-answer`, never as done.
 */
import type { OrderRefusal, OrderResult } from '../../firmware-bridge/contract/uplink.ts';

const WAITING_MAX = 100;

interface Waiting {
  readonly bridge: string;
  readonly timer: NodeJS.Timeout;
  settle(result: OrderResult): void;
}

export interface OrderBook {
  isFull(): boolean;
  /** Waits for the answer to this order, at most the limit. */
  wait(id: string, bridge: string): Promise<OrderResult>;
  answered(result: OrderResult): void;
  /** The bridge went away: nobody will answer. */
  bridgeLost(bridge: string): void;
}

export const refusedOrder = (id: string, refusal: OrderRefusal): OrderResult => ({ id, ok: false, outcome: 'refused', refusal, tripId: null });

export function createOrderBook(limitMs: number): OrderBook {
  const waiting = new Map<string, Waiting>();
  const settle = (id: string, result: OrderResult): void => {
    const order = waiting.get(id);
    if (order === undefined) return;
    waiting.delete(id);
    clearTimeout(order.timer);
    order.settle(result);
  };
  return {
    isFull: () => waiting.size >= WAITING_MAX,
    wait: (id, bridge) => new Promise((resolve) => {
      const timer = setTimeout(() => settle(id, refusedOrder(id, 'no-answer')), limitMs);
      waiting.set(id, { bridge, timer, settle: resolve });
    }),
    answered: (result) => settle(result.id, result),
    bridgeLost(bridge) {
      for (const [id, order] of [...waiting]) {
        if (order.bridge === bridge) settle(id, refusedOrder(id, 'no-answer'));
      }
    },
  };
}
