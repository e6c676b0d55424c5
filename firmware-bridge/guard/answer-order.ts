/** Answering a person's order: done, or refused by name and recorded. Who may give an order that loosens is asked here too. */
import type { Actor } from '../contract/actor.ts';
import type { Order, OrderRefusal, OrderResult } from '../contract/uplink.ts';
import { record, type Turn } from './turn.ts';

export function answer(turn: Turn, id: string, result: Omit<OrderResult, 'id'>): void {
  turn.effects.push({ do: 'answer-order', result: { id, ...result } });
}

export function refuse(turn: Turn, order: Pick<Order, 'id' | 'actor'> & { readonly kind: string }, refusal: OrderRefusal): void {
  record(turn, { kind: 'order-refused', body: { orderId: order.id, order: order.kind, why: refusal } }, order.actor);
  answer(turn, order.id, { ok: false, outcome: 'refused', refusal, tripId: turn.state.trip?.trip.id ?? null });
}

/** A person with a name; no machine and nobody without one counts. */
export const isPerson = (actor: Actor): boolean => (actor.kind === 'person' || actor.kind === 'unverified-name') && plainName(actor.name) !== '';

export const plainName = (name: string): string => name.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim().toLowerCase();
