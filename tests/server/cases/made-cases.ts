/** Cases for tests, made through the interface alone: somebody files, takes, opens and decides as people do. */
import { randomUUID } from 'node:crypto';
import type { CaseActInput, CaseActName } from '../../../server/contract/case-acts.ts';
import { caseViewSchema } from '../../../server/contract/case-state.ts';
import type { CaseView } from '../../../server/contract/case-state.ts';
import type { Answer, Signed } from '../../signed-in.ts';

export const CONTACT = { name: 'Zebulon Ötztürk', greeting: '', mail: 'zebulon@example.org', phone: '+00 000 4711', mayCall: true };
export const STORY = { matters: 'The last photos of his wife Wilhelmina', doNotAsk: 'how she died', happened: 'The phone fell from the balcony.' };
export const AGENT = { name: 'Agatha Kettle', mail: 'agatha@example.org', reference: 'R-1' };
export const IDS = { serial: 'F17DK0XA0DXR', imei: null, ecid: null };
export const LOOKS = { model: 'iPhone 12', colour: 'blue', storage: '128 GB', belongings: 'case' };

/** The id may be given, to send the same again. */
export type Sent<Name extends CaseActName> = Omit<CaseActInput<Name>, 'id'> & { readonly id?: string };

export const act = <Name extends CaseActName>(signed: Signed, code: string | null, name: Name, body: Sent<Name>): Promise<Answer> =>
  signed.post(code === null ? `/api/cases/acts/${name}` : `/api/cases/${code}/acts/${name}`, { id: randomUUID(), ...body });

/** The view, or an error with the refusal. */
export async function done<Name extends CaseActName>(signed: Signed, code: string | null, name: Name, body: Sent<Name>): Promise<CaseView> {
  const answer = await act(signed, code, name, body);
  if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return caseViewSchema.parse(answer.body);
}

export const BRIEF: Sent<'file-brief'> = {
  irreplaceable: true, expectedAtIso: null, rescue: { 'passcode-typeable': 'no' }, device: { ids: IDS, looks: LOOKS }, private: { contact: CONTACT, story: STORY, agent: AGENT },
};
export const fileBrief = (signed: Signed, differs: Partial<Sent<'file-brief'>> = {}): Promise<CaseView> => done(signed, null, 'file-brief', { ...BRIEF, ...differs });

export const WALK_IN: Sent<'open-walk-in'> = { irreplaceable: false, device: { ids: IDS, looks: LOOKS }, private: { contact: CONTACT, story: STORY } };
export const walkIn = (signed: Signed, differs: Partial<Sent<'open-walk-in'>> = {}): Promise<CaseView> => done(signed, null, 'open-walk-in', { ...WALK_IN, ...differs });

export const deviceOf = ({ case: { devices } }: CaseView): string => devices[0]?.id ?? '';

export const viewOf = async (signed: Signed, code: string): Promise<CaseView> => caseViewSchema.parse((await signed.get(`/api/cases/${code}`)).body);

/** Releases a hold as manager, with the technician as the second person where one is named. */
export async function release(signed: Signed, view: CaseView, holdId: string, password: string, second: string | null = 'demo-technician'): Promise<Answer> {
  const subject = `${view.case.id}/${holdId}`;
  const confirmation = await signed.confirm('decide-hold', subject, password);
  const secondConfirmation = second === null ? null : await signed.confirm('second-decision', subject, password, second);
  return act(signed, view.case.code, 'release-hold', { holdId, why: 'looked at it together', confirmation, secondConfirmation });
}
