/**
 * What cases need of the mail: why somebody cannot be told by it, that what was decided is queued with the act itself, and what
 * became of it. An address is read from the sealed rows by the product itself, with a look that is on record.
 */
import type { CaseState } from '../contract/case-state.ts';
import { agentsOf } from '../domain/cases/agents.ts';
import type { AgentOf } from '../domain/cases/agents.ts';
import { mailOfCase } from '../domain/cases/mail-of-case.ts';
import { valueOf } from '../domain/cases/private-content.ts';
import type { ActBy } from '../domain/cases/cases-port.ts';
import type { Decided } from '../domain/cases/decision.ts';
import type { Custody } from '../domain/custody/custody-port.ts';
import type { Mail } from '../domain/mail-port.ts';
import type { Doer, PrivateRecords } from '../domain/private-port.ts';
import { ActUndone } from './case-keeping.ts';
import type { Kept } from './case-keeping.ts';
import type { Language } from '../contract/languages.ts';

type Whom = 'customer' | 'agent';

export interface CaseMail {
  /** Null: it can go. */
  whyNot(who: Whom, of: AgentOf, state: CaseState, by: ActBy): string | null;
  /** In the transaction of the act: with it or not at all. */
  queue(mails: Decided['mails'], kept: Kept, by: ActBy): void;
}

export interface CaseMailParts {
  readonly mail: Mail;
  readonly records: PrivateRecords;
  readonly custody: Custody;
  partnerName(id: string): string;
  staffName(code: string): string;
}

interface Addressed {
  readonly address: string | null;
  readonly name: string;
  readonly reference: string | null;
  readonly language: Language;
  /** Of the case as this person knows it. */
  readonly code: string;
}

export function createCaseMail({ mail, records, custody, partnerName, staffName }: CaseMailParts): CaseMail {
  const read = (who: Whom, of: AgentOf, state: CaseState, by: ActBy): Addressed | null => {
    const agent = who === 'agent' ? agentsOf(state).find((one) => one.of === of) : undefined;
    const row = who === 'customer' ? state.rows.contact?.row ?? null : agent?.row ?? null;
    const caseId = row === null ? null : records.caseOf(row);
    if (row === null || caseId === null) return null;
    const doer: Doer = { who: { kind: 'system', name: 'mail' }, role: 'system', why: `a mail to the ${who}`, from: by.from };
    const item = records.readRow(caseId, 'contact', row, doer, by.atIso);
    if ('refusal' in item) return null;
    if (agent === undefined) {
      const contact = valueOf('contact', item.content);
      return contact === null ? null : { address: contact.mail, name: contact.name, reference: null, code: state.code, language: state.language };
    }
    const value = valueOf('agent', item.content);
    return value === null ? null : { address: value.mail, name: value.name, reference: value.reference === '' ? null : value.reference, code: agent.code, language: value.language ?? 'en' };
  };
  /** One act looks once at an address, however often it asks: what was read for the decision is what the mail is written with. */
  const seen = new WeakMap<ActBy, Map<string, Addressed | null>>();
  const addressed = (who: Whom, of: AgentOf, state: CaseState, by: ActBy): Addressed | null => {
    const ofAct = seen.get(by) ?? new Map<string, Addressed | null>();
    seen.set(by, ofAct);
    const key = `${state.id} ${who} ${of ?? ''}`;
    const known = ofAct.get(key);
    if (known !== undefined) return known;
    const found = read(who, of, state, by);
    ofAct.set(key, found);
    return found;
  };
  return {
    whyNot(who, of, state, by) {
      if (mail.problem() === 'no-mail-server') return 'no mail server is set up';
      const whom = addressed(who, of, state, by);
      if (whom === null) return `nothing is known of the ${who}`;
      return whom.address === null ? `the ${who} gave no mail address` : null;
    },
    queue(mails, { state, head }, by) {
      for (const { id, to, about, of } of mails) {
        const whom = addressed(to, of, state, by);
        if (whom?.address == null) throw new ActUndone('mail-not-possible', { detail: `the ${to} has no mail address` }, 'body.who');
        const fill = mailOfCase(state, { to, about, name: whom.name, code: whom.code, reference: whom.reference, head, atIso: by.atIso, partnerName, staffName });
        const put = mail.put({ id, caseId: state.id, address: whom.address, fill, language: whom.language });
        if ('refusal' in put) throw new ActUndone('mail-not-possible', { detail: put.refusal === 'mail-address-wrong' ? 'the address is none' : 'the case was erased' }, 'body.who');
        if ('chain' in fill.params) custody.anchor(state.id, { kind: 'mail', atIso: by.atIso, ref: id });
      }
    },
  };
}
