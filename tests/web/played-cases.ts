/**
 * Cases for the played server: the real rules on cases that live in memory only, with the answers that the real routes give. What is
 * personal is kept beside them as it was sent. A test may refuse an act or change a case behind the page's back.
 */
import type { CaseActName } from '../../server/contract/case-acts.ts';
import type { ChainCheck } from '../../server/contract/custody-verdict.ts';
import type { CaseState, CaseView } from '../../server/contract/case-state.ts';
import type { Look } from '../../server/contract/private-data.ts';
import type { Partner } from '../../server/contract/partners.ts';
import { TERMS_EN } from '../../server/contract/words-of-terms.ts';
import { CASE_PROBLEMS_EN } from '../../server/contract/words-of-cases.ts';
import type { CaseRefusal } from '../../server/contract/case-acts.ts';
import { isDataAtStake } from '../../server/domain/cases/at-stake.ts';
import { lineOf, queueOf } from '../../server/domain/cases/case-line.ts';
import { custodyGaps } from '../../server/domain/cases/gaps.ts';
import { isActiveHold } from '../../server/domain/cases/holds.ts';
import { nextSteps } from '../../server/domain/cases/next-steps.ts';
import { CaseWorld, PARTNERS, TERMS, person } from '../server/domain/cases/case-world.ts';
import { ADA } from './made-people.ts';
import { PlayedMessages } from './played-messages.ts';

export interface CaseAnswer {
  readonly status: number;
  readonly body: unknown;
}

const HASH = 'c'.repeat(64);
const partner = (id: string, name: string, capabilities: Partner['capabilities'], hours: string): Partner => ({
  id, name, capabilities, contactPerson: 'Front desk', phone: '+1 555 0100', mail: 'desk@lab.example', address: '', hours, words: 'Wrap in foam, battery below half.', active: true, handoffs: 3, createdAtIso: '2026-01-02T10:00:00.000Z',
});

export class PlayedCases {
  readonly world = new CaseWorld();
  readonly privately = new Map<string, Record<string, unknown>>();
  readonly looks: Look[] = [];
  readonly messages = new PlayedMessages();
  readonly partners: Partner[] = [partner(PARTNERS[0], 'Harbour Data Lab', ['data-recovery', 'board-repair'], 'Mon to Fri 9 to 18'), partner(PARTNERS[1], 'Frame & Glass', ['frame-straightening', 'screen-repair'], 'daily 10 to 20')];
  readonly photos: { readonly id: string; readonly bytes: number; readonly type: string }[] = [];
  /** Benches that have not said that they know the holds. */
  notHeard: readonly string[] = ['bench-2'];
  /** What the last check of the chains found wrong. */
  broken: ChainCheck | null = null;
  /** The case of the device that lies on every bench. */
  onBench: string | null = null;
  /** Called before an act is decided: what somebody else does meanwhile. */
  meanwhile: (() => void) | null = null;

  idOf(code: string): string {
    return this.world.states.find((state) => state.code === code || state.id === code)?.id ?? '';
  }

  view(id: string): CaseView {
    const state = this.world.state(id);
    const head = { case: state.id, code: state.code, seq: state.lastSeq, hash: HASH };
    return { case: state, head, next: nextSteps(state, this.world.nowMs), gaps: custodyGaps(state, this.world.nowMs), dataAtStake: isDataAtStake(state), reach: this.#reach(state) };
  }

  answer(method: string, path: string, query: URLSearchParams, text: string, bytes: number, type: string): CaseAnswer | null {
    const [root, first, second, third] = path.replace('/api/', '').split('/');
    if (root === 'queue') return ok({ items: queueOf(this.world.states, this.world.nowMs) });
    if (root === 'terms') return ok({ ...TERMS_EN, version: TERMS.version, sha256: TERMS.sha256 });
    if (root === 'partners') return ok(method === 'GET' ? { partners: this.partners } : this.#changePartner(first, JSON.parse(text) as Partial<Partner>));
    if (root === 'briefs') return ok({ briefs: this.#briefs() });
    if (root === 'benches' && second === 'case') return ok(this.#onBench());
    if (root === 'calls') return ok({ calls: [], broken: this.broken });
    if (root !== 'cases') return null;
    if (first === undefined) return ok({ cases: this.#found(query.get('text') ?? ''), cursor: null });
    if (first === 'acts' && second !== undefined) return this.#act(null, second, text);
    const id = this.idOf(first);
    if (id === '') return { status: 404, body: problem('no-such-case', { case: first }) };
    if (second === 'acts' && third !== undefined) return this.#act(id, third, text);
    if (second === 'history') return ok({ events: this.world.cases.get(id)?.events.map((event) => ({ event: { v: 1, ...event, prev: HASH }, hash: HASH, signature: `${'A'.repeat(86)}==` })) ?? [], head: this.view(id).head });
    if (second === 'looks') return ok({ looks: this.looks });
    if (second === 'look') return this.#look(id, JSON.parse(text) as { what: 'contact' | 'story' | 'agent'; why: string });
    if (second === 'messages') {
      const told = this.messages.answer(this.world, id, third, path.split('/').at(-1) ?? '', JSON.parse(text) as never);
      return told === null ? ok(this.view(id)) : ok(told);
    }
    if (second === 'photos' && third !== undefined) {
      this.photos.push({ id: third, bytes, type });
      return ok(this.view(id));
    }
    return ok(this.view(id));
  }

  #act(id: string | null, name: string, text: string): CaseAnswer {
    this.meanwhile?.();
    this.meanwhile = null;
    const sent = JSON.parse(text) as { private?: Record<string, unknown>; secondConfirmation?: string | null };
    const second = typeof sent.secondConfirmation === 'string' ? { second: person(2) } : {};
    const rows = Object.fromEntries(Object.entries(sent.private ?? {}).filter(([, value]) => value !== null).map(([slot], index) => [slot, { row: `00000000-0000-4000-8000-00000000fa0${index}`, sha256: HASH }]));
    const { caseId, decision } = this.world.act(id, name as CaseActName, sent, { ...second, rows, person: { id: ADA.id, code: ADA.code }, actor: { kind: 'person', name: ADA.code, id: ADA.id } });
    if ('refusal' in decision) return { status: 409, body: problem(decision.refusal, decision.params) };
    if (sent.private !== undefined) this.privately.set(caseId, { ...this.privately.get(caseId), ...sent.private });
    return ok(this.view(caseId));
  }

  #look(id: string, { what, why }: { what: 'contact' | 'story' | 'agent'; why: string }): CaseAnswer {
    this.looks.unshift({ atIso: new Date(this.world.nowMs).toISOString(), kind: what === 'agent' ? 'contact' : what, role: 'manager', code: ADA.code, why });
    const kept = this.privately.get(id) ?? {};
    return ok({ what, contact: null, story: null, agent: null, [what]: kept[what] ?? null, signatures: [], photos: [], unreadable: 0, untilIso: new Date(this.world.nowMs).toISOString() });
  }

  #onBench() {
    if (this.onBench === null) return { case: null, deviceId: null, story: null, greeting: '', arrivedAtIso: null, poweredOffAtIso: null, steps: [], others: [] };
    const state = this.world.state(this.onBench);
    const { story = null, contact } = this.privately.get(this.onBench) ?? {};
    const [device] = state.devices;
    return {
      case: lineOf(state, this.world.nowMs), deviceId: device?.id ?? null, story, greeting: (contact as { greeting?: string } | undefined)?.greeting ?? '', arrivedAtIso: state.arrivedAtIso,
      poweredOffAtIso: device?.poweredOffAtIso ?? null, steps: nextSteps(state, this.world.nowMs).filter((step) => step.deviceId === device?.id), others: [],
    };
  }

  #reach(state: CaseState): CaseView['reach'] {
    return state.holds.filter(isActiveHold).map(({ id }) => ({
      holdId: id, state: this.notHeard.length === 0 ? 'effective' as const : 'pending' as const, sinceIso: this.notHeard.length === 0 ? new Date(this.world.nowMs).toISOString() : null,
      benches: ['bench-1', 'bench-2'].map((bench) => ({ bench, enforced: !this.notHeard.includes(bench), why: this.notHeard.includes(bench) ? 'not-heard' as const : 'knows' as const })),
    }));
  }

  #found(text: string) {
    const wanted = text.toLowerCase();
    return this.world.states.map((state) => lineOf(state, this.world.nowMs)).filter((line) => wanted === '' || [line.code, ...line.serials, JSON.stringify(this.privately.get(line.id)?.['contact'] ?? '')].some((one) => one.toLowerCase().includes(wanted)));
  }

  #briefs() {
    return this.world.states.filter(({ from }) => from === 'brief').map((state) => ({
      id: state.id, code: state.code, stage: state.stage, irreplaceable: state.irreplaceable, filedAtIso: state.openedAtIso, expectedAtIso: state.expectedAtIso, acknowledged: state.acknowledged, arrivedAtIso: state.arrivedAtIso,
      outcomes: state.devices.flatMap(({ outcome }) => (outcome === null ? [] : [{ result: outcome.result, atIso: outcome.atIso }])), customerTold: false, told: false,
    }));
  }

  #changePartner(id: string | undefined, body: Partial<Partner>): Partner {
    const at = this.partners.findIndex((one) => one.id === id);
    const before = this.partners[at] ?? partner(this.world.newUuid(), '', [], '');
    const after = { ...before, ...body };
    this.partners.splice(at < 0 ? this.partners.length : at, 1, after);
    return after;
  }
}

const ok = (body: unknown): CaseAnswer => ({ status: 200, body });

function problem(code: string, params: Readonly<Record<string, string | number>>) {
  const words = CASE_PROBLEMS_EN[code as CaseRefusal];
  const fill = (text: string): string => text.replaceAll(/\{(\w+)\}/g, (_all, key: string) => String(params[key] ?? ''));
  return { code, what: fill(words.what), usualCause: fill(words.usualCause), remedy: fill(words.remedy), at: null };
}
