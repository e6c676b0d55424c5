/** A store with a door to the outside and one case on its way to a partner: everything done through the interface, as people do. */
import { randomUUID } from 'node:crypto';
import type { ShownLink } from '../../../server/contract/case-links.ts';
import { shownLinkSchema } from '../../../server/contract/case-links.ts';
import type { Party } from '../../../server/contract/case-parts.ts';
import type { CaseView } from '../../../server/contract/case-state.ts';
import type { Edges } from '../../../server/http/ports.ts';
import type { ServerOptions } from '../../../server/start-server.ts';
import type { Answer, Signed } from '../../signed-in.ts';
import { deviceOf, done, IDS, LOOKS, viewOf, walkIn } from '../cases/made-cases.ts';
import { runServer } from '../running-server.ts';
import type { TestServer } from '../running-server.ts';
import { URL_OUTSIDE, Visitor } from './visitor.ts';

export const SIGNATURE = { name: 'Zebulon Ötztürk', relation: 'owner' as const, strokes: [[[10, 20], [300, 90], [560, 40]]] as [number, number][][] };
export const PARTNER = { name: 'Data Rescue North', capabilities: ['data-recovery' as const], phone: '+00 111 2222', address: 'Harbour Street 4', hours: 'Mo to Fr 9 to 17' };

export const CUSTOMER: Party = { kind: 'customer', partner: null };
export const STORE: Party = { kind: 'store', partner: null };

export const OUTSIDE_OPTIONS = {
  public: { url: URL_OUTSIDE, listen: { host: '127.0.0.1', port: 0 }, proxy: '127.0.0.1' }, publicRequests: { burst: 100_000, perSecond: 1000, keysMax: 100 }, requests: { burst: 100_000, perSecond: 1000, keysMax: 100 },
} satisfies Partial<ServerOptions>;
export const runOutside = (differs: Partial<ServerOptions> = {}, clocks: Partial<Edges> = {}): Promise<TestServer> => runServer({ ...OUTSIDE_OPTIONS, ...differs }, clocks);

export interface OutsideBench {
  readonly server: TestServer;
  readonly manager: Signed;
  readonly code: string;
  readonly device: string;
  readonly transfer: string;
  readonly partnerId: string;
  /** Paths, without the name of the site. */
  readonly partner: string;
  readonly pin: string;
  readonly customer: string;
  readonly visitor: Visitor;
  view(): Promise<CaseView>;
}

export const pathOf = ({ url }: Pick<ShownLink, 'url'>): string => url.slice(URL_OUTSIDE.length);

export async function makeLink(signed: Signed, code: string, body: { readonly whom: 'customer' | 'partner'; readonly transferId?: string | null; readonly id?: string }): Promise<ShownLink> {
  const answer: Answer = await signed.post(`/api/cases/${code}/links`, { id: randomUUID(), transferId: null, ...body });
  if (answer.status !== 200) throw new Error(`no link: ${String(answer.status)} ${JSON.stringify(answer.body)}`);
  return shownLinkSchema.parse(answer.body);
}

const INTAKE = {
  conditions: ['screen-cracked', 'frame-bent'] as const, power: 'on', batteryPercent: 41, swelling: 'no', ghostTouch: 'no', screenUsable: 'no', passcode: 'known', backup: 'none', bendUm: 512, bendBench: 'bench-1', words: 'glass splinters',
} as const;

/** A case of its own up to `given`: the store has signed, the partner has not. Its phone has this serial. */
export async function outsideCase(server: TestServer, manager: Signed, serial: string = IDS.serial): Promise<OutsideBench> {
  const opened = await walkIn(manager, { irreplaceable: true, device: { ids: { ...IDS, serial }, looks: LOOKS } });
  const [code, device] = [opened.case.code, deviceOf(opened)];
  const terms = (await manager.get('/api/terms')).body['version'] as string;
  await done(manager, code, 'record-intake', { deviceId: device, intake: { ...INTAKE, conditions: [...INTAKE.conditions] } });
  await done(manager, code, 'give-consent', {
    relation: 'owner', verified: 'unlocked-it', scopes: ['diagnose', 'data-only', 'go-to-partner'], termsVersion: terms, priceCap: '150 EUR', signedBy: 'screen', private: { signature: SIGNATURE },
  });
  await moved(manager, code, device, [CUSTOMER, STORE], ['Zebulon', 'Tom Technician']);
  const partner = (await manager.post('/api/partners', PARTNER)).body['id'] as string;
  const prepared = await done(manager, code, 'prepare-transfer', {
    devices: [device], from: STORE, to: { kind: 'partner', partner }, method: 'carried', purpose: 'Save the photos', seal: 'S-00417', condition: 'as at intake',
  });
  const transfer = prepared.case.transfers[1]?.id ?? '';
  await done(manager, code, 'sign-given', { transferId: transfer, signedBy: 'screen', private: { signature: { ...SIGNATURE, name: 'Ada Manager', relation: null } } });
  const link = await makeLink(manager, code, { whom: 'partner', transferId: transfer });
  const own = await makeLink(manager, code, { whom: 'customer' });
  return { server, manager, code, device, transfer, partnerId: partner, partner: pathOf(link), pin: link.pin ?? '', customer: pathOf(own), visitor: new Visitor(server), view: () => viewOf(manager, code) };
}

/** From hand to hand, signed by both on the screen. */
export async function moved(manager: Signed, code: string, device: string, [from, to]: readonly [Party, Party], [giver, taker]: readonly [string, string]): Promise<void> {
  const prepared = await done(manager, code, 'prepare-transfer', { devices: [device], from, to, method: 'in-person' });
  const transferId = prepared.case.transfers.at(-1)?.id ?? '';
  await done(manager, code, 'sign-given', { transferId, signedBy: 'screen', private: { signature: { ...SIGNATURE, name: giver } } });
  await done(manager, code, 'sign-taken', { transferId, signedBy: 'screen', sealIntact: 'not-known', private: { signature: { ...SIGNATURE, name: taker, relation: null } } });
}

export async function outsideBench(differs: Partial<ServerOptions> = {}, clocks: Partial<Edges> = {}): Promise<OutsideBench> {
  const server = await runOutside(differs, clocks);
  return outsideCase(server, await server.signed());
}

/** Through link and PIN. */
export async function entered(bench: Pick<OutsideBench, 'visitor' | 'partner' | 'pin'>, visitor = bench.visitor): Promise<Visitor> {
  const answer = await visitor.fill(bench.partner, `${bench.partner}/enter`, { pin: bench.pin });
  if (answer.status !== 303) throw new Error(`the PIN did not open: ${String(answer.status)}`);
  return visitor;
}
