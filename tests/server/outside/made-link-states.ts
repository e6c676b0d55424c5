/** Cases whose links are in each state that a link can be in, made through the interface; every form that was shown on the way is remembered. */
import { randomUUID } from 'node:crypto';
import { done, walkIn } from '../cases/made-cases.ts';
import type { TestServer } from '../running-server.ts';
import type { State } from './links-by-hand.ts';
import { CUSTOMER, entered, moved, outsideCase, STORE } from './outside-bench.ts';
import type { OutsideBench } from './outside-bench.ts';
import { hiddenOf, Visitor } from './visitor.ts';

export interface LinkInState {
  readonly bench: OutsideBench;
  readonly visitor: Visitor;
  readonly consent: string;
  /** Hidden fields by the address that the form goes to. */
  readonly forms: Map<string, Record<string, string>>;
}

async function seen({ forms, visitor }: LinkInState, path: string): Promise<void> {
  const { body } = await visitor.get(path);
  for (const [, action = ''] of body.matchAll(/<form method="post" action="([^"]+)"/g)) forms.set(action, hiddenOf(body, action));
}

async function comeIn(one: LinkInState): Promise<void> {
  await entered(one.bench, one.visitor);
  await seen(one, one.bench.partner);
}

async function signTaken(one: LinkInState): Promise<void> {
  const { bench: { partner }, visitor } = one;
  const { status } = await visitor.fill(partner, `${partner}/sign`, { name: 'Ben Taker', strokes: '', seal: 'yes', condition: '' });
  if (status !== 303) throw new Error(`not signed: ${String(status)}`);
  await seen(one, partner);
}

async function wrongPins({ bench: { partner, pin }, visitor }: LinkInState, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) await visitor.fill(partner, `${partner}/enter`, { pin: pin === '000000' ? '111111' : '000000' });
}

async function close(one: LinkInState): Promise<void> {
  const { manager, code, device, partnerId } = one.bench;
  await signTaken(one);
  await done(manager, code, 'record-outcome', { deviceId: device, result: 'all', delivered: 'drive' });
  await moved(manager, code, device, [{ kind: 'partner', partner: partnerId }, STORE], ['Ben', 'Tom']);
  await moved(manager, code, device, [STORE, CUSTOMER], ['Tom', 'Zebulon']);
  await done(manager, code, 'record-told', { who: 'customer', how: 'in-person', about: 'outcome' });
  await done(manager, code, 'close', {});
}

async function merge(one: LinkInState): Promise<void> {
  const { manager, code } = one.bench;
  await signTaken(one);
  const other = await walkIn(manager, { device: null });
  await done(manager, code, 'merge-into', { into: other.case.code, why: 'the same matter' });
}

async function erase({ bench: { manager, server, view, code } }: LinkInState): Promise<void> {
  const confirmation = await manager.confirm('decide-privacy', (await view()).case.id, server.password);
  const answer = await manager.post(`/api/cases/${code}/privacy/erase`, { kind: null, why: 'the customer asked for it', confirmation });
  if (answer.status !== 200) throw new Error(`not erased: ${JSON.stringify(answer.body)}`);
}

async function takeBack({ bench: { manager, code, view } }: LinkInState): Promise<void> {
  for (const { id: linkId } of (await view()).case.links) await done(manager, code, 'revoke-link', { linkId, why: 'sent to the wrong address' });
}

const HAPPENS: Readonly<Record<State, (one: LinkInState) => Promise<unknown>>> = {
  none: () => Promise.resolve(), forged: () => Promise.resolve(), kind: () => Promise.resolve(), made: () => Promise.resolve(), open: () => Promise.resolve(),
  wrong: (one) => wrongPins(one, 1), five: (one) => wrongPins(one, 5), right: comeIn,
  async used(one) {
    const { bench: { customer }, visitor } = one;
    await visitor.fill(customer, `${customer}/message`, { words: 'Is there news?' });
    await comeIn(one);
    await signTaken(one);
  },
  async recall(one) {
    await comeIn(one);
    await done(one.bench.manager, one.bench.code, 'recall-transfer', { transferId: one.bench.transfer, why: 'the customer changed their mind' });
  },
  back: (one) => comeIn(one).then(() => takeBack(one)),
  expired: comeIn, boot: comeIn,
  closed: (one) => comeIn(one).then(() => close(one)),
  erased: (one) => comeIn(one).then(() => erase(one)),
  merged: (one) => comeIn(one).then(() => merge(one)),
};
const NOT_SEEN: ReadonlySet<State> = new Set(['none', 'forged', 'kind', 'made']);

/** `nth` gives the case a phone and the visitor an address of their own. */
export async function linkIn(server: TestServer, state: State, nth: number): Promise<LinkInState> {
  const made = await outsideCase(server, await server.signed(), `F17DK0XA${String(nth).padStart(4, '0')}`);
  const consent = (await made.view()).case.consents[0]?.id ?? randomUUID();
  const visitor = new Visitor(server, `203.0.113.${String(nth)}`);
  const [forged, ofCustomer, ofPartner] = ['A'.repeat(43), made.customer.slice(3), made.partner.slice(3)];
  const tokens = ({ none: ['', ''], forged: [forged, forged], kind: [ofPartner, ofCustomer] } as Partial<Record<State, readonly [string, string]>>)[state] ?? [ofCustomer, ofPartner];
  const one: LinkInState = { bench: { ...made, customer: `/c/${tokens[0]}`, partner: `/p/${tokens[1]}` }, visitor, consent, forms: new Map() };
  await seen(one, '/agent');
  if (!NOT_SEEN.has(state)) {
    await seen(one, made.customer);
    await seen(one, made.partner);
  }
  await HAPPENS[state](one);
  return one;
}
