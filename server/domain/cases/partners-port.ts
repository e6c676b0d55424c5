/** What may be asked of the directory of partners. None is ever deleted: a transfer of years ago still names it. */
import type { Partner } from '../../contract/partners.ts';

export type PartnerFields = Omit<Partner, 'id' | 'active' | 'handoffs' | 'createdAtIso'>;

export interface Partners {
  /** Active ones first, then by name. */
  list(): Partner[];
  get(id: string): Partner | null;
  add(id: string, body: PartnerFields, atIso: string): Partner;
  change(id: string, body: PartnerFields): Partner | null;
  setActive(id: string, active: boolean): Partner | null;
}
