/**
 * An event of a record as the guard of today takes it: what the server said then goes through the same parse as what it
 * says now, so that a field that is newer than the record has its default. Undefined when today nobody would pass it on.
 */
import type { BoxEvent } from '../contract/black-box.ts';
import { factsSchema, orderSchema } from '../contract/uplink.ts';
import type { GuardEvent } from '../guard/turn.ts';

export function readEvent(event: BoxEvent): GuardEvent | undefined {
  if (event.kind === 'facts' && 'facts' in event) {
    const facts = factsSchema.safeParse(event.facts).data;
    return facts === undefined ? undefined : { ...event, facts } as unknown as GuardEvent;
  }
  if (event.kind === 'order' && 'order' in event) {
    const order = orderSchema.safeParse(event.order).data;
    return order === undefined ? undefined : { ...event, order } as unknown as GuardEvent;
  }
  return event as GuardEvent;
}
