/**
 * One store with several cases, as the rules see it: acts are decided, what they decide is folded, codes and ids are counted up.
 * It keeps every event, so that a test can play them again.
 */
import type { CaseActBody, CaseActName } from '../../../../server/contract/case-acts.ts';
import { CASE_ACTS } from '../../../../server/contract/case-acts.ts';
import type { CaseDraft } from '../../../../server/contract/case-events.ts';
import type { DeviceIds } from '../../../../server/contract/case-parts.ts';
import type { CaseState } from '../../../../server/contract/case-state.ts';
import type { StoredStop } from '../../../../server/contract/live.ts';
import { decide } from '../../../../server/domain/cases/decide.ts';
import type { Decision, Given, Happened, KnownDevice, Refused } from '../../../../server/domain/cases/decision.ts';
import { relate } from '../../../../server/domain/cases/device-match.ts';
import { callsDue } from '../../../../server/domain/cases/escalation.ts';
import type { Colleague } from '../../../../server/domain/cases/escalation.ts';
import { applyEvent } from '../../../../server/domain/cases/fold.ts';
import { hasEnded } from '../../../../server/domain/cases/has-ended.ts';
import { mailDelivered, mailFailed } from '../../../../server/domain/cases/on-mail.ts';
import { draftsForStop } from '../../../../server/domain/cases/on-stop.ts';

export const START_MS = Date.parse('2026-11-24T08:00:00.000Z');
export const uuid = (number: number): string => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
export const ROW = { row: uuid(0xffff), sha256: 'a'.repeat(64) };
export const TERMS = { version: '2026-1', sha256: 'b'.repeat(64) };
export const SIGNATURE = { name: 'A signature', relation: null, strokes: [[[1, 1], [9, 9]]] };
export const PARTNERS = [uuid(0xa1), uuid(0xa2)] as const;
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export const person = (number: number) => ({ id: uuid(0xe00 + number), code: `P-00000${number}` });
export const idsOf = (ids: Partial<DeviceIds>): DeviceIds => ({ serial: null, imei: null, ecid: null, ...ids });
export const LOOKS = { model: '', colour: '', storage: '', belongings: '' };

const colleague = (number: number, roles: Colleague['roles'], isHere: boolean): Colleague => ({ ...person(number), roles, isHere });
export const COLLEAGUES: readonly Colleague[] = [
  colleague(1, ['manager'], true), colleague(2, ['manager'], true), colleague(3, ['technician'], true), colleague(4, ['support'], false), colleague(5, ['admin'], false), colleague(6, ['manager'], false),
];

export interface Kept {
  readonly state: CaseState;
  readonly events: readonly Happened[];
}

export interface Mail {
  readonly id: string;
  readonly caseId: string;
  readonly to: 'customer' | 'agent';
  readonly about: 'progress' | 'outcome';
  readonly of: string | null;
}

export class CaseWorld {
  nowMs = START_MS;
  readonly cases = new Map<string, Kept>();
  readonly mails: Mail[] = [];
  readonly inactive = new Set<string>();
  /** Who can be called: two managers, of whom the second comes and goes, a technician, and those beyond. */
  colleagues: readonly Colleague[] = COLLEAGUES;
  #count = 0;

  readonly newUuid = (): string => uuid(this.#count += 1);
  readonly newCode = (): string => {
    const number = this.cases.size;
    return `K${ALPHABET[number >> 10 & 31] ?? ''}${ALPHABET[number >> 5 & 31] ?? ''}${ALPHABET[number & 31] ?? ''}`;
  };

  get states(): CaseState[] {
    return [...this.cases.values()].map(({ state }) => state);
  }

  state(id: string): CaseState {
    const kept = this.cases.get(id);
    if (kept === undefined) throw new Error(`no case ${id}`);
    return kept.state;
  }

  known(ids: DeviceIds): KnownDevice[] {
    return this.states.filter((state) => !hasEnded(state)).flatMap((state) => state.devices.filter((device) => relate(device.ids, ids) !== 'unrelated')
      .map((device) => ({ caseId: state.id, code: state.code, deviceId: device.id, ids: device.ids })));
  }

  given(differs: Partial<Given> = {}): Given {
    const owner = person(1);
    return {
      atIso: new Date(this.nowMs).toISOString(), actor: { kind: 'person', name: owner.code, id: owner.id }, person: owner, second: null, newUuid: this.newUuid,
      rows: { contact: ROW, story: ROW, agent: ROW, signature: ROW }, storyRead: true, known: (ids) => this.known(ids), partnerIsActive: (id) => PARTNERS.some((one) => one === id) && !this.inactive.has(id),
      terms: { en: TERMS, es: { ...TERMS, sha256: 'd'.repeat(64) }, fi: { ...TERMS, version: 'fi-1' } }, whyNoMail: () => null, newCode: this.newCode, target: null, ...differs,
    };
  }

  append(caseId: string, drafts: readonly CaseDraft[], given: Pick<Given, 'actor' | 'atIso'>): void {
    for (const draft of drafts) {
      const kept = this.cases.get(caseId);
      const event = { ...draft, id: this.newUuid(), case: caseId, seq: (kept?.state.lastSeq ?? 0) + 1, atIso: given.atIso, actor: given.actor };
      this.cases.set(caseId, { state: applyEvent(kept?.state ?? null, event), events: [...kept?.events ?? [], event] });
    }
  }

  /** Decides as a route would, the body read by the schema of the act; and writes what was decided. Gives the case it was about. */
  act(caseId: string | null, name: CaseActName, sent: object, differs: Partial<Given> = {}): { caseId: string; decision: Decision } {
    // The schema of the act is the one of this name.
    const body = CASE_ACTS[name].body.parse({ id: this.newUuid(), ...sent }) as CaseActBody<CaseActName>;
    const given = this.given(differs);
    const decision = decide(name, caseId === null ? null : this.state(caseId), body, given);
    const about = caseId ?? this.newUuid();
    if ('refusal' in decision) return { caseId: about, decision };
    this.append(about, decision.drafts, given);
    if (decision.targetDrafts.length > 0) this.append(given.target?.id ?? '', decision.targetDrafts, given);
    this.mails.push(...decision.mails.map((mail) => ({ ...mail, caseId: about })));
    return { caseId: about, decision };
  }

  /** What must go well. */
  must(caseId: string | null, name: CaseActName, sent: object, differs: Partial<Given> = {}): string {
    const { caseId: about, decision } = this.act(caseId, name, sent, differs);
    if ('refusal' in decision) throw new Error(`${name}: ${decision.refusal} ${JSON.stringify(decision.params)}`);
    return about;
  }

  /** What must be refused. */
  refused(caseId: string | null, name: CaseActName, sent: object, differs: Partial<Given> = {}): Refused {
    const { decision } = this.act(caseId, name, sent, differs);
    if (!('refusal' in decision)) throw new Error(`${name} was done`);
    return decision;
  }

  stop(stop: StoredStop): readonly string[] {
    const given = { ...this.given(), actor: { kind: 'bridge', name: 'bridge-1' } as const };
    return draftsForStop(this.states, stop, given).map(({ caseId, drafts }) => {
      const about = caseId ?? this.newUuid();
      this.append(about, drafts, given);
      return about;
    });
  }

  /** What the server does all the time: calls whoever is next. Answers how many calls there were. */
  callNext(): number {
    return [...this.cases.keys()].reduce((count, id) => {
      const calls = hasEnded(this.state(id)) ? [] : callsDue(this.state(id), this.nowMs, this.colleagues);
      this.append(id, calls.map((call) => ({ kind: 'step-called', body: { callId: this.newUuid(), ...call } })), { ...this.given(), actor: { kind: 'system', name: 'holdfast' } });
      return count + calls.length;
    }, 0);
  }

  mail(mail: Mail, why: string | null): void {
    const state = this.state(mail.caseId);
    this.append(mail.caseId, why === null ? mailDelivered(state, mail) : mailFailed(state, mail, why), { ...this.given(), actor: { kind: 'system', name: 'mail' } });
  }
}
