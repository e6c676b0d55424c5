/**
 * What a virtual store has to show at its first start: partners, one person who is expected and one phone that lies in the
 * store. Everybody in it is virtual and says so; it is made through the same acts as everything else.
 */
import type { Actor } from '../firmware-bridge/contract/actor.ts';
import type { CaseActName } from './contract/case-acts.ts';
import { CASE_ACTS } from './contract/case-acts.ts';
import type { PersonRef } from './contract/case-parts.ts';
import type { CaseState } from './contract/case-state.ts';
import type { ActBy, Cases } from './domain/cases/cases-port.ts';
import type { Partners } from './domain/cases/partners-port.ts';
import type { People } from './domain/people-port.ts';
import type { Edges } from './http/ports.ts';

export interface DemoCasesParts {
  readonly cases: Cases;
  readonly partners: Partners;
  readonly people: Pick<People, 'byUser'>;
  readonly edges: Pick<Edges, 'epochMs' | 'newUuid'>;
}

const MINUTE_MS = 60_000;
const AGENT = 'demo-support';
const TECHNICIAN = 'demo-technician';

const LAB = {
  name: 'Virtual Data Lab', capabilities: ['data-recovery' as const, 'board-repair' as const], contactPerson: 'the front desk (virtual)', phone: '', mail: null,
  address: 'A virtual street, two doors from the store', hours: 'Mon to Fri 9:00 to 17:30', words: 'Carry it there by hand. Never charge a bent phone before.',
};
const RECYCLER = {
  name: 'Virtual Battery Return', capabilities: ['battery-disposal' as const], contactPerson: '', phone: '', mail: null, address: 'Virtual yard 3', hours: 'Tue and Thu 8:00 to 12:00', words: 'Swollen cells in sand.',
};

/** Nothing where there is a case or a partner already. */
export function seedDemoCases({ cases, partners, people, edges }: DemoCasesParts): void {
  if (partners.list().length > 0 || cases.alive().length > 0) return;
  const nowMs = edges.epochMs();
  const atIso = new Date(nowMs).toISOString();
  for (const partner of [LAB, RECYCLER]) partners.add(edges.newUuid(), partner, atIso);
  const [agent, technician] = [byOf(AGENT, 'support'), byOf(TECHNICIAN, 'technician')];
  if (agent === null || technician === null) return;
  act('file-brief', null, {
    irreplaceable: true, expectedAtIso: new Date(nowMs + 25 * MINUTE_MS).toISOString(), rescue: { 'trusted-computer': 'no', 'cloud-backup': 'no', 'passcode-typeable': 'no', 'ghost-touch': 'not-known' },
    device: { ids: {}, looks: { model: 'Phone A (virtual)', colour: 'blue' } },
    private: {
      contact: { name: 'Virtual customer', greeting: 'Good morning', mail: 'customer@example.invalid' },
      story: { matters: 'The last photos of his wife with their daughters (virtual).', doNotAsk: 'How it happened.', happened: 'The display is shattered; the passcode cannot be typed (virtual).' },
      agent: { name: 'Demo support agent (virtual)', mail: 'agent@example.invalid', reference: 'VIRT-1' },
    },
  }, agent);
  const walkIn = act('open-walk-in', null, {
    irreplaceable: false, device: { ids: { serial: 'VIRT-SHELF-01' }, looks: { model: 'Phone B (virtual)', belongings: 'SIM, black case' } },
    private: { contact: { name: 'Another virtual customer', greeting: 'Hello' }, story: { matters: 'Notes of two years of work (virtual).' } },
  }, technician);
  const device = walkIn?.devices[0]?.id;
  if (walkIn === null || device === undefined) return;
  act('record-intake', walkIn.id, {
    deviceId: device,
    intake: { conditions: ['screen-cracked'], power: 'on', batteryPercent: 64, swelling: 'no', ghostTouch: 'no', screenUsable: 'yes', passcode: 'known', backup: 'said', bendUm: 90, bendBench: null, words: '' },
  }, technician);

  function byOf(user: string, role: string): ActBy | null {
    const person = people.byUser(user);
    if (person === null) return null;
    const [who, actor]: [PersonRef, Actor] = [{ id: person.id, code: person.code }, { kind: 'person', name: person.code, id: person.id }];
    return { atIso, actor, role, person: who, second: null, from: { address: 'local', machine: null } };
  }

  function act(name: CaseActName, caseId: string | null, sent: object, by: ActBy): CaseState | null {
    // The one parse, so that what has a default has it here too.
    const body = CASE_ACTS[name].body.parse({ id: edges.newUuid(), ...sent });
    const acted = cases.act(name, caseId, body, by);
    return 'refusal' in acted ? null : acted.state;
  }
}
