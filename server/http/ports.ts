/** Everything that the routes are handed: the store, the board, the way to the bridges, clocks. No route reaches past it. */
import type { Order, OrderResult } from '../../firmware-bridge/contract/uplink.ts';
import type { Board } from '../domain/board.ts';
import type { Role } from '../contract/people.ts';
import type { Custody } from '../domain/custody/custody-port.ts';
import type { Mail } from '../domain/mail-port.ts';
import type { CustodyFiles } from '../contract/case-looks.ts';
import type { ShownTerms } from '../contract/terms.ts';
import type { Cases } from '../domain/cases/cases-port.ts';
import type { FactsKnown } from '../domain/facts-known.ts';
import type { Messages } from '../domain/cases/messages-port.ts';
import type { Links } from '../domain/cases/links-port.ts';
import type { PeopleNotes } from '../domain/notes-port.ts';
import type { Partners } from '../domain/cases/partners-port.ts';
import type { PrivateRecords } from '../domain/private-port.ts';
import type { StaffMail } from '../domain/staff-mail-port.ts';
import type { PeopleStore } from '../domain/people-port.ts';
import type { Outside } from '../domain/outside.ts';
import type { StopPlace, Store } from '../domain/store-port.ts';
import type { Levers } from '../lever-sockets.ts';
import type { Demo } from '../sign-in/first-people.ts';
import type { Hasher } from '../sign-in/secrets.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import type { ProviderSignIn } from '../sign-in/by-provider.ts';
import type { Cookies } from './asking.ts';
import type { CaseLooks } from './case-looks.ts';
import type { FreshLinks } from './fresh-links.ts';
import type { PaperShelf } from './papers/paper-shelf.ts';
import type { PdfCopies } from '../pdf/pdf-copies.ts';
import type { AlarmNote } from '../contract/alarms.ts';
import type { ChainCheck } from '../contract/custody-verdict.ts';
import type { Judgement } from '../contract/judgement.ts';
import type { Language } from '../contract/languages.ts';
import type { RawFollow } from '../contract/rejudged.ts';
import type { Records } from '../domain/records-port.ts';

/** The edges of the process, so that tests can replace them. */
export interface Edges {
  /** Monotonic (ms). */
  nowMs(): number;
  /** Wall clock (ms since 1970). */
  epochMs(): number;
  newUuid(): string;
  log(level: 'info' | 'warn' | 'error', text: string): void;
}

export type OrderRequest = Omit<Order, 'id' | 'expiresInMs'>;
export type OrderAnswer = { readonly result: OrderResult } | { readonly refusal: 'too-many-orders' };

export interface About {
  readonly version: string;
  readonly storeName: string;
  readonly virtual: boolean;
}

/** What the health page counts since the start. */
export interface Counts {
  readonly bridges: number;
  readonly pages: number;
  readonly refusedMessages: number;
  /** Why evidence cannot be stored right now; null when all is well. */
  readonly storageProblem: string | null;
  /** The first entry of the audit that does not fit, as of the last daily check; null when it is whole. */
  readonly auditBrokenAt: number | null;
  /** How the last daily check of every custody chain ended; null: none was done yet. */
  readonly chainCheck: ChainCheck | null;
}

export interface Ports {
  readonly about: About;
  readonly store: Store;
  readonly custody: Custody;
  readonly mail: Mail;
  readonly accounts: PeopleStore;
  readonly signIn: SignIn;
  readonly hasher: Hasher;
  readonly cookies: Cookies;
  /** Null unless the chain has an identity provider. */
  readonly provider: ProviderSignIn | null;
  /** Null in a real store. */
  readonly demo: Demo | null;
  /** Who is asked to set up an authenticator app. */
  readonly totpFor: readonly Role[];
  readonly board: Board;
  readonly edges: Edges;
  order(request: OrderRequest): Promise<OrderAnswer>;
  counts(): Counts;
  /** Sessions or machines ended: closes what they had open. */
  rightsChanged(): void;
  /** What other machines reach of this server. */
  readonly outside: Outside;
  readonly cases: Cases;
  readonly records: PrivateRecords;
  readonly looks: CaseLooks;
  readonly factsKnown: FactsKnown;
  /** Null: no such case. */
  exportCase(caseId: string): CustodyFiles | null;
  readonly partners: Partners;
  readonly links: Links;
  readonly messages: Messages;
  readonly freshLinks: FreshLinks;
  readonly papers: PaperShelf;
  readonly copies: PdfCopies;
  readonly terms: Readonly<Record<Language, ShownTerms>>;
  readonly staffMail: StaffMail;
  readonly notes: PeopleNotes;
  /** Null in a real store. */
  readonly levers: Levers | null;
  /** Tells every page that somebody has seen an alarm. */
  alarmNoted(note: AlarmNote): void;
  /** The black boxes of this machine. */
  readonly boxes: Records;
  /** The newest lines of a bench's serial line; asking keeps them coming. Null: too many benches are looked at. */
  followRaw(bench: string, after: number, isVeiled: boolean): RawFollow | null;
  /** Tells every page of a judgement that was kept. */
  judged(stop: StopPlace, judgement: Judgement): void;
}
