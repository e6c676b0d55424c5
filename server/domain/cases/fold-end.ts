/** How a case ends, and that it had not ended after all; a merge brings everything over as it stood. */
import type { CaseState } from '../../contract/case-state.ts';
import type { HappenedOf } from './decision.ts';
import { endErases, newDevice } from './fold-device.ts';
import { assertThat } from './invariant.ts';

/** What has the same id is replaced by what comes; whoever decided the merge has put both together. */
const together = <Item extends { readonly id: string }>(present: readonly Item[], coming: readonly Item[]): Item[] =>
  [...present.filter(({ id }) => !coming.some((one) => one.id === id)), ...coming];

export const foldEnd = {
  'merged-into': (state: CaseState, { body: { into, code } }: HappenedOf<'merged-into'>): CaseState =>
    endErases({ ...state, stage: 'merged', mergedInto: { id: into, code }, links: state.links.map((link) => ({ ...link, revoked: true })) }, null),
  absorbed: (state: CaseState, { body, atIso }: HappenedOf<'absorbed'>): CaseState => {
    const { contact, story, agent } = state.rows;
    const carried = body.carried ?? { devices: body.devices.map(({ deviceId, ids, looks }) => newDevice(deviceId, ids, looks, atIso)), holds: [], consents: [], transfers: [], links: [], openMessages: [], otherAgents: [] };
    const devices = together(state.devices, carried.devices);
    const holds = together(state.holds, carried.holds);
    assertThat(holds.every(({ deviceId }) => devices.some(({ id }) => id === deviceId)), 'a hold came over without its device');
    const next = {
      ...state, irreplaceable: state.irreplaceable || body.irreplaceable, devices, holds, consents: together(state.consents, carried.consents),
      transfers: together(state.transfers, carried.transfers).toSorted((left, right) => (left.preparedAtIso < right.preparedAtIso ? -1 : Number(left.preparedAtIso > right.preparedAtIso))),
      links: together(state.links, carried.links ?? []),
      rows: { contact: contact ?? body.rows.contact ?? null, story: story ?? body.rows.story ?? null, agent },
      // Each agent knows the matter by the code of the own brief, and waits for the own word.
      otherAgents: [...state.otherAgents, ...(body.rows.agent == null ? [] : [{ of: body.from, code: body.code, row: body.rows.agent }]), ...carried.otherAgents ?? []],
      openMessages: together(state.openMessages, carried.openMessages ?? []), messageCount: state.messageCount + (carried.openMessages?.length ?? 0),
      absorbed: [...state.absorbed, { id: body.from, code: body.code }],
    };
    return endErases(next, null);
  },
  closed: (state: CaseState): CaseState => {
    assertThat(state.stage === 'open' || state.stage === 'no-show', `it was closed while ${state.stage}`);
    return endErases({ ...state, stage: 'closed' }, null);
  },
  /** Nobody came, and it is waited for again; or it was open and is so again. */
  reopened: (state: CaseState): CaseState => {
    if (state.arrivedAtIso !== null) return { ...state, stage: 'open' };
    return { ...state, stage: state.acknowledged === null ? 'announced' : 'expected' };
  },
} as const;
