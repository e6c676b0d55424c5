/**
 * What a support agent may do from outside: sign in by the same checks as inside, file a brief, see the own briefs and how
 * they ended. Somebody without the role of an agent is answered like a wrong password: this door is no place to try staff.
 */
import { CASE_ACTS } from '../contract/case-acts.ts';
import type { CaseState } from '../contract/case-state.ts';
import { signInBodySchema } from '../contract/people.ts';
import type { Audit } from '../domain/audit-port.ts';
import type { Cases } from '../domain/cases/cases-port.ts';
import { takenByName } from '../domain/cases/taken-by-name.ts';
import type { HeldSession, Sessions } from '../domain/people-port.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import type { From, LinkAnswer } from './link-act.ts';

export type AgentEntered = { readonly session: string } | { readonly refusal: 'sign-in-failed' | 'code-needed' | 'busy' } | { readonly refusal: 'too-many-tries'; readonly waitMs: number };

export interface AgentSeen {
  readonly sessionId: string;
  readonly name: string;
  readonly briefs: readonly CaseState[];
}

export type Filed = Extract<LinkAnswer, { refusal: unknown }> | (Extract<LinkAnswer, { done: true }> & { readonly code: string }) | { readonly refusal: 'not-signed-in'; readonly at: null };

export interface AgentDesk {
  enter(sent: { readonly user: string; readonly password: string; readonly code: string }, from: From & { readonly program: string }): Promise<AgentEntered>;
  /** Null: nobody is signed in, or not an agent. */
  open(session: string): AgentSeen | null;
  file(session: string, sent: unknown, from: From): Filed;
  /** Of an own brief only. */
  amend(session: string, brief: Pick<CaseState, 'id' | 'code'>, sent: unknown, from: From): Filed;
  leave(session: string, from: From): void;
}

export interface AgentDeskParts {
  readonly signIn: Pick<SignIn, 'byPassword'>;
  readonly sessions: Sessions;
  readonly cases: Pick<Cases, 'act' | 'briefsOf'>;
  readonly audit: Audit;
  /** Whoever told the store wants to know by whom it was read. */
  staffName(code: string): string;
  hashToken(token: string): string;
  epochMs(): number;
}

export function createAgentDesk({ signIn, sessions, cases, audit, staffName, hashToken, epochMs }: AgentDeskParts): AgentDesk {
  const agentOf = (token: string): HeldSession | null => {
    const held = token === '' ? null : sessions.byToken(hashToken(token), epochMs());
    return held !== null && held.machineId === null && held.person.roles.includes('support') ? held : null;
  };
  const note = (what: string, person: HeldSession['person'] | null, { address }: From, detail: Readonly<Record<string, string>>): void => {
    const who = person === null ? { kind: 'system' as const, name: 'agent-door' } : { kind: 'person' as const, name: person.code };
    audit.append({ who, what, subject: person === null ? null : `person:${person.code}`, why: null, from: { address, machine: null }, detail: { ...detail, door: 'public' } }, new Date(epochMs()).toISOString());
  };
  const act = (token: string, name: 'file-brief' | 'amend-brief', caseId: string | null, sent: unknown, { address }: From): Filed => {
    const held = agentOf(token);
    if (held === null) return { refusal: 'not-signed-in', at: null };
    const read = CASE_ACTS[name].body.safeParse(sent);
    if (!read.success) return { refusal: 'input-wrong', at: read.error.issues[0]?.path.map(String).join('.') ?? null };
    const person = { id: held.personId, code: held.person.code };
    const acted = cases.act(name, caseId, read.data, {
      atIso: new Date(epochMs()).toISOString(), actor: { kind: 'person', name: person.code, id: person.id }, role: 'support', person, second: null, from: { address, machine: null },
    });
    return 'refusal' in acted ? { refusal: acted.refusal, at: acted.at } : { done: true, isNew: acted.isNew, code: acted.state.code };
  };
  return {
    async enter(sent, from) {
      const read = signInBodySchema.safeParse({ user: sent.user, password: sent.password, ...(sent.code === '' ? {} : { code: sent.code }) });
      if (!read.success) return { refusal: 'sign-in-failed' };
      const begun = await signIn.byPassword(read.data, { address: from.address, benchPc: null, program: from.program, site: null });
      if ('refusal' in begun) {
        // The audit is never deleted: a flood must not fill it.
        if (begun.isRepeated !== true && begun.refusal !== 'busy') note('sign-in-refused', null, from, { refusal: begun.refusal });
        if (begun.refusal === 'too-many-tries') return { refusal: 'too-many-tries', waitMs: begun.waitMs ?? 0 };
        return { refusal: begun.refusal === 'busy' || begun.refusal === 'code-needed' ? begun.refusal : 'sign-in-failed' };
      }
      const { token, session } = begun;
      if (!session.person.roles.includes('support')) {
        sessions.end(session.id, 'signed-out', epochMs());
        note('sign-in-refused', null, from, { refusal: 'right-missing' });
        return { refusal: 'sign-in-failed' };
      }
      note('signed-in', session.person, from, { strength: session.strength });
      return { session: token };
    },
    open(token) {
      const held = agentOf(token);
      if (held === null) return null;
      sessions.touch(held.id, epochMs());
      return { sessionId: held.id, name: held.person.name, briefs: cases.briefsOf(held.personId).map((brief) => takenByName(brief, staffName)) };
    },
    file: (token, sent, from) => act(token, 'file-brief', null, sent, from),
    amend(token, { id }, sent, from) {
      const held = agentOf(token);
      if (held !== null && !cases.briefsOf(held.personId).some((own) => own.id === id)) return { refusal: 'no-such-case', at: null };
      return act(token, 'amend-brief', id, sent, from);
    },
    leave(token, from) {
      const held = agentOf(token);
      if (held === null) return;
      sessions.end(held.id, 'signed-out', epochMs());
      note('signed-out', held.person, from, {});
    },
  };
}
