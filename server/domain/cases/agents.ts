/**
 * Who called ahead for a case: its own agent, and those of the cases that were merged into it. Each waits for a word of how it ended;
 * that one of them knows tells no other.
 */
import type { CaseState } from '../../contract/case-state.ts';

/** The case whose agent it is, where that was merged; null: of this one. */
export type AgentOf = string | null;
export interface CalledAhead {
  readonly of: AgentOf;
  /** Of the case that this agent knows. */
  readonly code: string;
  /** Null: nobody is known, as far as the case can tell. */
  readonly row: string | null;
}

type Agents = Pick<CaseState, 'code' | 'rows' | 'otherAgents'>;

export const agentsOf = ({ code, rows, otherAgents }: Agents): CalledAhead[] =>
  [...(rows.agent === null ? [] : [{ of: null, code, row: rows.agent.row }]), ...otherAgents.map(({ of, code: theirs, row }) => ({ of, code: theirs, row: row.row }))];

export const isSame = (said: { readonly of?: string | undefined }, of: AgentOf): boolean => (said.of ?? null) === of;

const knows = ({ told }: Pick<CaseState, 'told'>, of: AgentOf): boolean =>
  told.some((one) => one.who === 'agent' && isSame(one, of) && (one.about === 'outcome' || one.how === 'nobody-to-tell'));

/** Who does not know yet how it ended. */
export const untoldAgents = (state: Agents & Pick<CaseState, 'told'>): CalledAhead[] => agentsOf(state).filter(({ of }) => !knows(state, of));

/** As the chain says it: of this case nothing is said. */
export const saidOf = (of: AgentOf): { readonly of?: string } => (of === null ? {} : { of });

/** What whoever filed a brief sees once its case was merged: the own brief, and how the matter goes on. */
export function asFiled(own: CaseState, into: CaseState): CaseState {
  const isTheirs = (one: CaseState['told'][number]): boolean => one.who !== 'agent' || isSame(one, own.id);
  return { ...own, stage: into.stage, arrivedAtIso: own.arrivedAtIso ?? into.arrivedAtIso, acknowledged: own.acknowledged ?? into.acknowledged, devices: into.devices, told: into.told.filter(isTheirs) };
}
