/** Everything that the pages outside are handed: three desks that do their own few things, a name, a clock. No store, no board, no bridge. */
import type { AgentDesk } from '../../outside/agent-desk.ts';
import type { CustomerDesk } from '../../outside/customer-desk.ts';
import type { PartnerDesk } from '../../outside/partner-desk.ts';
import type { Edges } from '../ports.ts';

export interface PublicPorts {
  readonly storeName: string;
  readonly virtual: boolean;
  /** Of the store; times on these pages are the store's. */
  readonly timeZone: string;
  /** Names carry the store, for browsers share cookies between all ports of a machine. */
  readonly cookies: { readonly partner: string; readonly agent: string };
  readonly customer: CustomerDesk;
  readonly partner: PartnerDesk;
  readonly agent: AgentDesk;
  readonly edges: Pick<Edges, 'nowMs' | 'epochMs' | 'newUuid' | 'log'>;
  /** Binds a form to what it was shown for; the same inputs give the same text as long as the server runs. */
  seal(text: string): string;
}
