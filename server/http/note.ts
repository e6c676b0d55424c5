/** Writes down what somebody did: who by code, from where, why. What cannot be written down is refused, but for a stop. */
import type { Context } from 'hono';
import type { Deed } from '../domain/audit-port.ts';
import { actorOf } from './asking.ts';
import type { Ports } from './ports.ts';

type Noted = Pick<Deed, 'what'> & Partial<Pick<Deed, 'subject' | 'why' | 'detail' | 'who'>>;

export function note({ store, edges }: Pick<Ports, 'store' | 'edges'>, context: Context, { what, subject = null, why = null, detail = {}, who }: Noted): void {
  const asker = context.get('asker');
  store.audit.append(
    { who: who ?? actorOf(asker), what, subject, why, from: { address: context.get('address'), machine: asker.held?.id ?? null }, detail },
    new Date(edges.epochMs()).toISOString(),
  );
}
