/** How an act is done by whoever came by a link: named by the link, never by a typed name, and in the audit like every other. */
import { CASE_ACTS } from '../contract/case-acts.ts';
import type { CaseActName } from '../contract/case-acts.ts';
import type { Acted, ActBy, ActRefused, Besides, Cases } from '../domain/cases/cases-port.ts';
import type { HeldLink } from '../domain/cases/links-port.ts';

export interface From {
  readonly address: string;
}

export const byLink = ({ id, whom }: Pick<HeldLink, 'id' | 'whom'>, { address }: From, epochMs: number): ActBy => ({
  atIso: new Date(epochMs).toISOString(), actor: { kind: 'system', name: `${whom}-link`, id }, role: whom, person: null, second: null, from: { address, machine: null },
});

export type LinkAnswer = { readonly done: true; readonly isNew: boolean } | { readonly refusal: ActRefused['refusal'] | 'input-wrong' | 'link-unknown'; readonly at: string | null };

export const linkUnknown: LinkAnswer = { refusal: 'link-unknown', at: null };

/** Parses what a form said by the very row of the table of acts, then acts. */
export function actByLink(cases: Pick<Cases, 'act'>, name: CaseActName, caseId: string, sent: unknown, by: ActBy, besides?: Besides): LinkAnswer {
  const read = CASE_ACTS[name].body.safeParse(sent);
  if (!read.success) return { refusal: 'input-wrong', at: read.error.issues[0]?.path.map(String).join('.') ?? null };
  const acted: Acted | ActRefused = cases.act(name, caseId, read.data, by, besides);
  return 'refusal' in acted ? { refusal: acted.refusal, at: acted.at } : { done: true, isNew: acted.isNew };
}
