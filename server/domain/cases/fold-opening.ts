/** The three ways in which a case begins: a brief ahead, a walk-in, a bench that stopped a restore nobody knew of. */
import type { CaseEventBody } from '../../contract/case-events.ts';
import type { CaseDevice, CaseState } from '../../contract/case-state.ts';
import type { Happened, HappenedOf } from './decision.ts';
import { newDevice, withRows } from './fold-device.ts';

function begin(event: Happened, code: string, differs: Pick<CaseState, 'stage' | 'from' | 'irreplaceable' | 'devices'>): CaseState {
  return {
    id: event.case, code, openedAtIso: event.atIso, expectedAtIso: null, arrivedAtIso: differs.stage === 'open' ? event.atIso : null, acknowledged: null, amended: null, language: 'en', filedBy: event.actor.name,
    filedById: event.actor.id ?? null, owner: null, ownerSinceIso: null, calls: [], rescue: {}, rows: { contact: null, story: null, agent: null }, holds: [], consents: [], transfers: [], allowedErases: [], links: [], told: [],
    tellingQueued: [], tellingFailed: [], corrections: [], openMessages: [], messageCount: 0, mergedInto: null, otherAgents: [], absorbed: [], lastSeq: event.seq, lastAtIso: event.atIso, ...differs,
  };
}

const deviceOf = (device: CaseEventBody<'walk-in-opened'>['device'], tiedAtIso: string | null): CaseDevice[] =>
  (device === null ? [] : [newDevice(device.deviceId, device.ids, device.looks, tiedAtIso)]);

export const foldOpening = {
  'brief-filed': (event: HappenedOf<'brief-filed'>): CaseState => {
    const { code, irreplaceable, language = 'en', expectedAtIso, rescue, device, rows } = event.body;
    const state = begin(event, code, { stage: 'announced', from: 'brief', irreplaceable, devices: deviceOf(device, null) });
    return { ...state, language, expectedAtIso, rescue, rows: withRows(state.rows, rows) };
  },
  'walk-in-opened': (event: HappenedOf<'walk-in-opened'>): CaseState => {
    const { code, irreplaceable, language = 'en', device, rows } = event.body;
    const state = begin(event, code, { stage: 'open', from: 'walk-in', irreplaceable, devices: deviceOf(device, event.atIso) });
    return { ...state, language, rows: withRows(state.rows, rows) };
  },
  /** The bench has it, so the store has it, whoever received it. */
  'opened-by-stop': (event: HappenedOf<'opened-by-stop'>): CaseState => {
    const { code, stop, device } = event.body;
    const location = { location: 'bench', label: stop.bench, atIso: event.atIso } as const;
    const devices = deviceOf(device, event.atIso).map((one) => ({ ...one, place: 'in-store' as const, location }));
    return begin(event, code, { stage: 'open', from: 'stop', irreplaceable: false, devices });
  },
} as const;
