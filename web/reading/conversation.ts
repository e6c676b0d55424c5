/** Whom the store can write to through a case, and whether they can read it. Pure. */
import type { MessageSide, OpenMessage } from '../../server/contract/case-messages.ts';
import type { CaseState } from '../../server/contract/case-state.ts';

export interface Addressee {
  /** One word for it, as the form sends it. */
  readonly key: string;
  readonly to: 'customer' | 'partner';
  readonly transferId: string | null;
  readonly partner: string | null;
  readonly hasLink: boolean;
}

/** Of several handovers to one partner the last: there it looks. */
export function addressees({ transfers, links }: Pick<CaseState, 'transfers' | 'links'>, nowIso: string): readonly Addressee[] {
  const works = (whom: MessageSide, transferId: string | null): boolean => links.some((link) => link.whom === whom && !link.revoked && link.expiresAtIso > nowIso && (whom === 'customer' || link.transferId === transferId));
  const partners = new Map<string, Addressee>();
  for (const { id, to, state } of transfers) {
    if (to.kind === 'partner' && to.partner !== null && state !== 'recalled') partners.set(to.partner, { key: id, to: 'partner', transferId: id, partner: to.partner, hasLink: works('partner', id) });
  }
  return [{ key: 'customer', to: 'customer', transferId: null, partner: null, hasLink: works('customer', null) }, ...partners.values()];
}

/** Whom an answer is meant for: whoever has waited longest, where that one can be written to. */
export function firstAddressee(all: readonly Addressee[], open: readonly OpenMessage[]): string {
  const [oldest] = open;
  const meant = oldest === undefined ? undefined : all.find(({ to, transferId }) => to === oldest.from && (to === 'customer' || transferId === oldest.transferId));
  return (meant ?? all.find(({ to }) => to === oldest?.from) ?? all[0])?.key ?? 'customer';
}
