/** Opens what the cases of a store need: their projections, the index of names, the partners, the terms that are signed. */
import { createHash, randomInt } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { CaseDraft } from './contract/case-events.ts';
import type { CustodyFiles } from './contract/case-looks.ts';
import type { CaseState } from './contract/case-state.ts';
import type { MailEntry } from './contract/mail.ts';
import { termsText } from './contract/terms.ts';
import type { ShownTerms } from './contract/terms.ts';
import type { Audit } from './domain/audit-port.ts';
import type { ActBy, BesideStops, Cases } from './domain/cases/cases-port.ts';
import { newCaseCode } from './domain/cases/code.ts';
import { mailDelivered, mailFailed } from './domain/cases/on-mail.ts';
import type { MailOfCase } from './domain/cases/on-mail.ts';
import type { Partners } from './domain/cases/partners-port.ts';
import { createFactsKnown } from './domain/facts-known.ts';
import type { FactsKnown } from './domain/facts-known.ts';
import type { Custody } from './domain/custody/custody-port.ts';
import type { Mail, MailFeed } from './domain/mail-port.ts';
import type { PrivateRecords } from './domain/private-port.ts';
import { createCaseLooks } from './http/case-looks.ts';
import type { CaseLooks } from './http/case-looks.ts';
import type { Edges } from './http/ports.ts';
import type { Privacy } from './open-privacy.ts';
import { detailOf } from './start-refusal.ts';
import { createCaseMail } from './store/case-mail.ts';
import { createCaseStore } from './store/case-store.ts';
import { exportCustody } from './store/custody-export.ts';
import { createMeta } from './store/meta.ts';
import { createBlindNames } from './store/blind-names.ts';
import { createPartnerTable } from './store/partner-table.ts';
import type { Language } from './contract/languages.ts';
import { wordsFor } from './contract/words-for.ts';

export interface CasesParts {
  readonly database: Database;
  readonly audit: Audit;
  readonly custody: Custody;
  readonly privacy: Pick<Privacy, 'records' | 'nameKey'>;
  readonly edges: Edges;
  readonly mail: Mail;
  /** What a person is called; the code where nobody knows. */
  staffName(code: string): string;
}

/** Told after each transaction that changed a case. */
export interface CaseFollower {
  casesChanged(): void;
  factsChanged(): void;
}

export interface OpenedCases {
  readonly cases: Cases & BesideStops;
  readonly looks: CaseLooks;
  readonly partners: Partners;
  readonly terms: Readonly<Record<Language, ShownTerms>>;
  readonly records: PrivateRecords;
  readonly factsKnown: FactsKnown;
  exportCase(caseId: string): CustodyFiles | null;
  /** One follower; until then nobody is told. */
  follow(follower: CaseFollower): void;
}

export function openCases({ database, audit, custody, privacy: { records, nameKey }, edges, mail, staffName }: CasesParts): OpenedCases {
  let follower: CaseFollower | null = null;
  /** What was done stands, whoever can be told of it. */
  const changed = (factsChanged: boolean): void => {
    try {
      follower?.casesChanged();
      if (factsChanged) follower?.factsChanged();
    } catch (error) {
      edges.log('error', `a change of a case could not be told: ${detailOf(error)}`);
    }
  };
  const partners = createPartnerTable(database);
  const terms = { en: shownTerms('en'), es: shownTerms('es'), fi: shownTerms('fi') };
  const cases = createCaseStore({
    database, meta: createMeta(database), audit, custody, records, names: createBlindNames(database, nameKey), terms, changed,
    mail: createCaseMail({ mail, records, custody, staffName, partnerName: (id) => partners.get(id)?.name ?? '' }),
    partnerIsActive: (id) => partners.get(id)?.active === true,
    newUuid: edges.newUuid,
    newCode: (isTaken) => newCaseCode(() => randomInt(32), isTaken),
    nowIso: () => new Date(edges.epochMs()).toISOString(),
    log: edges.log,
  });
  mail.follow(mailFollower(cases, () => new Date(edges.epochMs()).toISOString()));
  const exportCase = (caseId: string): CustodyFiles | null => {
    const exported = exportCustody(database, custody, caseId, new Date(edges.epochMs()).toISOString());
    return exported === null ? null : { head: exported.head, keys: [...exported.keys], files: [...exported.files].map(([name, bytes]) => ({ name, base64: Buffer.from(bytes).toString('base64') })) };
  };
  return { cases, partners, terms, records, exportCase, factsKnown: createFactsKnown(), looks: createCaseLooks({ records, edges }), follow: (next) => (follower = next) };
}

function shownTerms(language: Language): ShownTerms {
  const { terms } = wordsFor(language);
  return { ...terms, parts: [...terms.parts], sha256: createHash('sha256').update(termsText(terms), 'utf8').digest('hex') };
}

/** What became of a mail is written into its case; a mail of another kind is none of its business. */
function mailFollower(cases: Cases, nowIso: () => string): MailFeed {
  const note = ({ id, caseId, problem }: MailEntry, make: (state: CaseState, mail: MailOfCase, why: string) => readonly CaseDraft[]): void => {
    const state = caseId === null ? null : cases.state(caseId);
    const queued = state?.tellingQueued.find((one) => one.mail === id);
    if (state === null || queued === undefined) return;
    const drafts = make(state, { id, to: queued.who, about: queued.about, of: queued.of ?? null }, problem ?? 'not known');
    const by: ActBy = { atIso: nowIso(), actor: { kind: 'system', name: 'mail' }, role: 'system', person: null, second: null, from: { address: 'local', machine: null } };
    if (drafts.length > 0 && !cases.record(state.id, state.lastSeq, drafts, by)) throw new Error(`the end of the mail ${id} could not be written into its case`);
  };
  return { delivered: (mail) => note(mail, mailDelivered), failedForGood: (mail) => note(mail, mailFailed) };
}
