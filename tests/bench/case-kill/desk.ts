/**
 * One desk of a store whose server is killed again and again: takes phones in, asks for holds and decides them, hands over with two
 * signatures. Each act is sent with the same id until it is answered, and the answer goes into a journal that the server never sees.
 */
import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import type { CaseView } from '../../../server/contract/case-state.ts';
import type { Answer, Signed } from '../../signed-in.ts';

const RETRY_MS = 20;
const SIGNATURE = { name: 'Virtual signer', relation: 'owner', strokes: [[[10, 20], [300, 90]]] };
const INTAKE = { conditions: ['frame-bent'], power: 'off', batteryPercent: null, swelling: 'no', ghostTouch: 'no', screenUsable: 'no', passcode: 'known', backup: 'none', bendUm: 512, bendBench: null, words: '' };
const [CUSTOMER, STORE] = [{ kind: 'customer', partner: null }, { kind: 'store', partner: null }];

export interface Desk {
  readonly signed: Signed;
  readonly password: string;
  readonly journal: string;
  readonly partner: string;
  isOver(): boolean;
}

/** Until it is answered: a server that is away, or ends in the middle, is asked again. */
async function until(ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    const answer = await ask().catch(() => null);
    if (answer !== null && answer.status < 500 && answer.status !== 429) return answer;
    await new Promise((again) => { setTimeout(again, RETRY_MS); });
  }
}

/** A proof that was taken just before the kill is used up while its act was not done: as a person would, it is proved anew. */
async function act({ signed, journal }: Desk, code: string | null, name: string, body: object, prove: () => Promise<object> = () => Promise.resolve({})): Promise<CaseView> {
  const id = randomUUID();
  const send = async (): Promise<Answer> => {
    const proofs = await prove();
    return until(() => signed.post(code === null ? `/api/cases/acts/${name}` : `/api/cases/${code}/acts/${name}`, { id, ...body, ...proofs }));
  };
  let { status, body: answer } = await send();
  if (status === 403 && answer['code'] === 'confirmation-used') ({ status, body: answer } = await send());
  const view = answer as unknown as CaseView;
  if (status !== 200) throw new Error(`${name} was refused: ${String(status)} ${JSON.stringify(answer)}`);
  appendFileSync(journal, `${JSON.stringify({ id, act: name, code: view.case.code, seq: view.head.seq })}\n`);
  return view;
}

async function confirmed({ signed, password }: Desk, act: string, subject: string, user?: string): Promise<string> {
  const { status, body } = await until(() => signed.post('/api/confirmations', { act, subject, password, ...(user === undefined ? {} : { user }) }));
  if (status !== 200) throw new Error(`${act} was not confirmed: ${JSON.stringify(body)}`);
  return String(body['id']);
}

async function handOver(desk: Desk, code: string, device: string, from: object, to: object): Promise<void> {
  const prepared = await act(desk, code, 'prepare-transfer', { devices: [device], from, to, method: 'in-person', purpose: 'Save what is on it' });
  const transferId = prepared.case.transfers.at(-1)?.id ?? '';
  await act(desk, code, 'sign-given', { transferId, signedBy: 'screen', private: { signature: SIGNATURE } });
  await act(desk, code, 'sign-taken', { transferId, signedBy: 'screen', sealIntact: 'yes', private: { signature: SIGNATURE } });
}

export async function workUntilOver(desk: Desk, terms: string): Promise<void> {
  for (let round = 0; !desk.isOver(); round += 1) {
    const opened = await act(desk, null, 'open-walk-in', { irreplaceable: false, device: { ids: { serial: `VIRT-${randomUUID().slice(0, 12)}` }, looks: {} }, private: { contact: { name: 'Virtual customer' } } });
    const { code, id } = opened.case;
    const device = opened.case.devices[0]?.id ?? '';
    await act(desk, code, 'record-intake', { deviceId: device, intake: INTAKE });
    await act(desk, code, 'give-consent', { relation: 'owner', verified: 'unlocked-it', scopes: ['diagnose', 'go-to-partner'], termsVersion: terms, signedBy: 'screen', private: { signature: SIGNATURE } });
    await handOver(desk, code, device, CUSTOMER, STORE);
    const held = await act(desk, code, 'ask-hold', { deviceId: device, why: 'bent more than the limit' });
    const holdId = held.case.holds[0]?.id ?? '';
    const subject = `${id}/${holdId}`;
    const first = async (): Promise<object> => ({ confirmation: await confirmed(desk, 'decide-hold', subject) });
    const both = async (): Promise<object> => ({ ...await first(), secondConfirmation: await confirmed(desk, 'second-decision', subject, 'demo-technician') });
    if (round % 2 === 0) await act(desk, code, 'approve-hold', { holdId, why: 'it stays held' }, first);
    else await act(desk, code, 'release-hold', { holdId, why: 'measured again by two' }, both);
    await handOver(desk, code, device, STORE, { kind: 'partner', partner: desk.partner });
  }
}
