/**
 * Calls the next people where a step stays undone: asked often, it writes each call into the chain of its case and puts the mails in the
 * same transaction, so that a restart calls nobody twice and forgets nobody. One case that fails keeps no other from being called for.
 */
import type { CaseDraft } from '../contract/case-events.ts';
import type { CaseState } from '../contract/case-state.ts';
import type { Cases, ActBy } from '../domain/cases/cases-port.ts';
import { callsDue } from '../domain/cases/escalation.ts';
import type { Colleague, NewCall } from '../domain/cases/escalation.ts';
import type { Mail } from '../domain/mail-port.ts';
import type { StaffMail } from '../domain/staff-mail-port.ts';
import type { Edges } from '../http/ports.ts';
import { detailOf } from '../start-refusal.ts';

export interface CallParts {
  readonly cases: Pick<Cases, 'alive' | 'record'>;
  readonly mail: Pick<Mail, 'put' | 'problem'>;
  readonly staffMail: StaffMail;
  /** Everybody who has not left. */
  colleagues(): readonly Colleague[];
  staffName(code: string): string;
  readonly edges: Pick<Edges, 'epochMs' | 'newUuid' | 'log'>;
}

const HOLDFAST = { kind: 'system', name: 'holdfast' } as const;
/** Which language a colleague reads is kept in the browser of that colleague, where no mail can look. */
const STAFF_LANGUAGE = 'en';
const HERE = { address: 'local', machine: null } as const;

/** Answers how many were called. */
export function callNext(parts: CallParts): number {
  const { cases, colleagues, edges } = parts;
  const nowMs = edges.epochMs();
  const staff = colleagues();
  return cases.alive().reduce((count, state) => {
    try {
      return count + callFor(parts, state, callsDue(state, nowMs, staff), new Date(nowMs).toISOString());
    } catch (error) {
      edges.log('error', `nobody could be called for the case ${state.code}, and it is tried again: ${detailOf(error)}`);
      return count;
    }
  }, 0);
}

function callFor(parts: CallParts, state: CaseState, calls: readonly NewCall[], atIso: string): number {
  if (calls.length === 0) return 0;
  const drafts = calls.map((call): CaseDraft => ({ kind: 'step-called', body: { callId: parts.edges.newUuid(), ...call } }));
  const by: ActBy = { atIso, actor: HOLDFAST, role: 'system', person: null, second: null, from: HERE };
  const isKept = parts.cases.record(state.id, state.lastSeq, drafts, by, () => { for (const call of calls) sendMails(parts, state, call, atIso); });
  return isKept ? calls.length : 0;
}

function sendMails({ mail, staffMail, staffName, edges }: CallParts, { code }: CaseState, { people, step, dueAtIso, level }: NewCall, atIso: string): void {
  if (mail.problem() === 'no-mail-server') return;
  for (const person of people) {
    const address = staffMail.isSet(person.id) ? staffMail.addressOf(person.id, { who: HOLDFAST, role: 'system', why: `calling ${person.code} to a step that stays undone`, from: HERE }, atIso) : null;
    if (address === null) continue;
    const put = mail.put({ id: edges.newUuid(), caseId: null, address, fill: { template: 'step-overdue', params: { caseCode: code, toName: staffName(person.code), step, dueAtIso, level } }, language: STAFF_LANGUAGE });
    if ('refusal' in put) edges.log('warn', `no mail to ${person.code}: ${put.refusal}`);
  }
}
