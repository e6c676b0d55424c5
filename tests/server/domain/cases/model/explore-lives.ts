/**
 * Tries every act in every state of a case that the rules can reach, breadth first, with one phone, one partner and a second case to
 * merge into. States that look alike are visited once; what was seen to change is given back.
 */
import { CASE_ACT_NAMES, CASE_ACTS } from '../../../../../server/contract/case-acts.ts';
import type { CaseActBody, CaseActName } from '../../../../../server/contract/case-acts.ts';
import type { CaseDraft } from '../../../../../server/contract/case-events.ts';
import { SCOPES_OF_CONSENT } from '../../../../../server/contract/case-parts.ts';
import type { CaseState } from '../../../../../server/contract/case-state.ts';
import { decide } from '../../../../../server/domain/cases/decide.ts';
import type { Given } from '../../../../../server/domain/cases/decision.ts';
import { seenBetween } from '../../../../../server/domain/cases/diagram.ts';
import type { Mover, Seen } from '../../../../../server/domain/cases/diagram.ts';
import { applyEvent } from '../../../../../server/domain/cases/fold.ts';
import { draftsForStop } from '../../../../../server/domain/cases/on-stop.ts';
import { CaseWorld, LOOKS, SIGNATURE } from '../case-world.ts';
import { BRIEF, CONFIRMATION, CUSTOMER, INTAKE, LAB, madeStop, PHONE, SECOND, STORE } from '../made-cases.ts';

const WHY = { why: 'because it is so' };
const SIGNED = { signedBy: 'screen', private: { signature: SIGNATURE } };
/** What this picture does not show, and what only makes it larger. */
const NOT_SHOWN = new Set<CaseActName>([
  'correct', 'note', 'make-link', 'revoke-link', 'tell-by-mail', 'take-over', 'power-off', 'check-battery', 'put-away', 'explain-no-photo', 'amend-brief', 'report-stage', 'identify-device',
  'set-irreplaceable', 'lift-irreplaceable', 'ask-unlock', 'withdraw-unlock', 'allow-erase', 'withdraw-consent',
]);

const aPhone = ({ devices }: CaseState) => ({ deviceId: devices[0]?.id });
const aHold = ({ holds }: CaseState) => ({ holdId: holds.at(-1)?.id, ...WHY, confirmation: CONFIRMATION });
const aTransfer = ({ transfers }: CaseState) => ({ transferId: transfers.at(-1)?.id });
const handovers = (state: CaseState): object[] => [CUSTOMER, STORE, LAB].flatMap((from) => [CUSTOMER, STORE, LAB].map((to) => ({ devices: [state.devices[0]?.id], from, to, method: 'in-person' })));

/** One good try of each act; of a handover each pair of sides. */
function triesOf(name: CaseActName, state: CaseState): object[] {
  const tries: Partial<Record<CaseActName, object[]>> = {
    'tie-device': [{ ids: PHONE, looks: LOOKS, how: 'scanned' }], 'record-intake': [{ ...aPhone(state), intake: { ...INTAKE, backup: 'verified' } }],
    'give-consent': [{ relation: 'owner', verified: 'receipt', scopes: SCOPES_OF_CONSENT, termsVersion: '2026-1', ...SIGNED }], 'approve-hold': [aHold(state)], 'release-hold': [aHold(state)],
    'prepare-transfer': handovers(state), 'sign-given': [{ ...aTransfer(state), ...SIGNED }],
    'sign-taken': [{ ...aTransfer(state), ...SIGNED, sealIntact: 'yes' }], 'recall-transfer': [{ ...aTransfer(state), ...WHY }], 'record-outcome': [{ ...aPhone(state), result: 'all', delivered: 'drive' }],
    'record-told': [{ who: 'customer', how: 'phone', about: 'outcome' }], 'record-abandonment': [{ ...aPhone(state), noticesSent: 3, ...WHY }], 'dispose-device': [{ ...aPhone(state), how: 'recycled-battery-safe', ...WHY }],
    'merge-into': [{ into: 'K001', ...WHY }], 'acknowledge-brief': [{}], arrive: [{}], close: [{}],
  };
  return tries[name] ?? [{ ...aPhone(state), ...WHY }, WHY];
}

/** What tells states apart: everything that a rule looks at, and no history. */
function shapeOf({ stage, arrivedAtIso, acknowledged, devices, holds, transfers, consents, told }: CaseState): string {
  const open = transfers.find((one) => one.state === 'prepared' || one.state === 'given');
  const phone = devices[0];
  return JSON.stringify([
    stage, arrivedAtIso === null, acknowledged === null, holds.at(-1)?.state, open === undefined ? null : [open.state, open.from.kind, open.to.kind],
    phone === undefined ? null : [phone.place, phone.tiedAtIso === null, phone.outcome === null, phone.abandonedAtIso === null],
    transfers.some((one) => one.state === 'taken'), consents.some(({ withdrawnAtIso }) => withdrawnAtIso === null), told.some(({ about }) => about === 'outcome'),
  ]);
}

const world = new CaseWorld();
const given = (differs: Partial<Given> = {}): Given => world.given({ ...SECOND, known: () => [], rows: { signature: world.given().rows.signature ?? { row: '', sha256: '' } }, ...differs });

function fold(state: CaseState | null, drafts: readonly CaseDraft[]): CaseState | null {
  const { atIso, actor } = given();
  return drafts.reduce<CaseState | null>((so, draft) => applyEvent(so, { ...draft, id: world.newUuid(), case: state?.id ?? so?.id ?? world.newUuid(), seq: (so?.lastSeq ?? 0) + 1, atIso, actor }), state);
}

function attempt(name: CaseActName, state: CaseState | null, sent: object): CaseState | null {
  const read = CASE_ACTS[name].body.safeParse({ id: world.newUuid(), ...sent });
  if (!read.success) return null;
  // The schema of the act is the one of this name.
  const decision = decide(name, state, read.data as CaseActBody<CaseActName>, given({ target: TARGET }));
  return 'refusal' in decision ? null : fold(state, decision.drafts);
}

const TARGET = fold(null, [{ kind: 'walk-in-opened', body: { code: 'K001', irreplaceable: false, device: null, rows: {} } }]);

/** Everything that could come after a state, by what was done. */
function* nextOf(state: CaseState): Generator<{ readonly by: Mover; readonly after: CaseState }> {
  for (const name of CASE_ACT_NAMES.filter((one) => !NOT_SHOWN.has(one))) {
    for (const sent of CASE_ACTS[name].stages === 'new' ? [] : triesOf(name, state)) {
      const after = attempt(name, state, sent);
      if (after !== null) yield { by: name, after };
    }
  }
  const [stopped] = draftsForStop([state], madeStop('S1', PHONE), given());
  const after = stopped?.caseId === state.id ? fold(state, stopped.drafts) : null;
  if (after !== null) yield { by: 'stop', after };
}

export function exploreLives(): { readonly seen: readonly Seen[]; readonly states: number } {
  const seen: Seen[] = [];
  const met = new Map<string, CaseState>();
  const queue: CaseState[] = [];
  const meet = (before: CaseState | null, after: CaseState | null, by: Mover): void => {
    if (after === null) return;
    seen.push(...seenBetween(before, after, by));
    const shape = shapeOf(after);
    if (met.has(shape)) return;
    met.set(shape, after);
    queue.push(after);
  };
  const walkIn = { irreplaceable: false, device: { ids: PHONE, looks: LOOKS }, private: {} };
  meet(null, attempt('file-brief', null, { ...BRIEF, irreplaceable: false, device: { ids: PHONE, looks: LOOKS } }), 'file-brief');
  meet(null, attempt('open-walk-in', null, walkIn), 'open-walk-in');
  meet(null, fold(null, draftsForStop([], madeStop('S1', PHONE), given())[0]?.drafts ?? []), 'stop');
  for (let state = queue.shift(); state !== undefined; state = queue.shift()) for (const { by, after } of nextOf(state)) meet(state, after, by);
  return { seen, states: met.size };
}
