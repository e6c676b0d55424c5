/**
 * Recipes for the routes of cases: each act finds a case in the state that it needs, made through the interface by whoever has
 * every role. What an act leaves as it was is used again for a while, so that a long run does not fill the store.
 */
import { randomUUID } from 'node:crypto';
import type { ACTS_ELSEWHERE, CaseActName } from '../../../server/contract/case-acts.ts';
import { caseViewSchema } from '../../../server/contract/case-state.ts';
import type { CaseView } from '../../../server/contract/case-state.ts';
import { AGENT, CONTACT, deviceOf, done, LOOKS, STORY, viewOf } from '../../server/cases/made-cases.ts';
import type { Recipe } from './recipes.ts';
import { EVERY } from './scene.ts';
import type { Scene } from './scene.ts';

type More = Readonly<Record<string, unknown>>;

const USES_MAX = 25;
const PARTNER = { name: 'Lab of requests', capabilities: ['data-recovery' as const] };
const STORE = { kind: 'store', partner: null } as const;
const CUSTOMER = { kind: 'customer', partner: null } as const;
const SIGNATURE = { name: 'Somebody', relation: null, strokes: [[[1, 1], [2, 2]] as [number, number][]] };
const ids = () => ({ serial: `VIRT-${randomUUID().slice(0, 13).toUpperCase()}`, imei: null, ecid: null });
const device = () => ({ ids: ids(), looks: LOOKS });

const brief = ({ every }: Scene): Promise<CaseView> =>
  done(every, null, 'file-brief', { irreplaceable: false, expectedAtIso: null, rescue: {}, device: device(), private: { contact: CONTACT, story: STORY, agent: AGENT } });
const open = ({ every }: Scene): Promise<CaseView> => done(every, null, 'open-walk-in', { irreplaceable: false, device: device(), private: { contact: CONTACT, story: STORY } });

async function partnerOf({ every }: Scene): Promise<string> {
  const { partners } = (await every.get('/api/partners')).body as { partners: { id: string; active: boolean; name: string }[] };
  const known = partners.find(({ active, name }) => active && name === PARTNER.name);
  return known?.id ?? String((await every.post('/api/partners', PARTNER)).body['id']);
}

async function handOver({ every }: Scene, view: CaseView, from: typeof STORE | typeof CUSTOMER, to: { readonly kind: 'store' | 'customer' | 'partner'; readonly partner: string | null }, upTo: 'prepared' | 'given' | 'taken' = 'taken'): Promise<CaseView> {
  const { case: { code } } = view;
  const prepared = await done(every, code, 'prepare-transfer', { devices: [deviceOf(view)], from, to, method: 'in-person', seal: '', carrier: '' });
  const transferId = prepared.case.transfers.at(-1)?.id ?? '';
  const signed = { transferId, signedBy: 'paper' as const, private: {} };
  if (upTo === 'prepared') return prepared;
  const given = await done(every, code, 'sign-given', signed);
  return upTo === 'given' ? given : done(every, code, 'sign-taken', { ...signed, sealIntact: 'yes' });
}

async function received(scene: Scene): Promise<CaseView> {
  const here = await handOver(scene, await open(scene), CUSTOMER, STORE);
  const { case: { code } } = here;
  const terms = (await scene.every.get('/api/terms')).body;
  await done(scene.every, code, 'give-consent', {
    relation: 'owner', verified: 'receipt', scopes: ['diagnose', 'go-to-partner', 'erase', 'data-only'], termsVersion: String(terms['version']), signedBy: 'screen', private: { signature: SIGNATURE },
  });
  return done(scene.every, code, 'record-intake', {
    deviceId: deviceOf(here),
    intake: { conditions: [], power: 'off', batteryPercent: 50, swelling: 'no', ghostTouch: 'no', screenUsable: 'no', passcode: 'known', backup: 'verified', bendUm: 100, bendBench: null, words: '' },
  });
}

const held = async (scene: Scene): Promise<CaseView> => {
  const view = await received(scene);
  return done(scene.every, view.case.code, 'ask-hold', { deviceId: deviceOf(view), why: 'it looks bent' });
};
const linked = async (scene: Scene): Promise<CaseView> => caseViewSchema.parse((await scene.every.post(`/api/cases/${(await received(scene)).case.code}/links`, { id: randomUUID(), whom: 'customer' })).body['view']);
const atPartner = async (scene: Scene): Promise<CaseView> => handOver(scene, await received(scene), STORE, { kind: 'partner', partner: await partnerOf(scene) });
/** The customer has written through a link. */
const written = async (scene: Scene): Promise<{ readonly view: CaseView; readonly message: string }> => {
  const view = await againAtPartner(scene);
  const { url } = (await scene.every.post(`/api/cases/${view.case.code}/links`, { id: randomUUID(), whom: 'customer' })).body as { url: string };
  const { pathname } = new URL(url);
  await scene.visitor.fill(pathname, `${pathname}/message`, { words: 'How is it?' });
  return { view, message: (await viewOf(scene.every, view.case.code)).case.openMessages.at(-1)?.id ?? '' };
};
const withOutcome = async (scene: Scene): Promise<CaseView> => {
  const view = await received(scene);
  return done(scene.every, view.case.code, 'record-outcome', { deviceId: deviceOf(view), result: 'all', delivered: 'drive' });
};
const endable = async (scene: Scene): Promise<CaseView> => {
  const back = await handOver(scene, await withOutcome(scene), STORE, CUSTOMER);
  return done(scene.every, back.case.code, 'record-told', { who: 'customer', how: 'phone', about: 'outcome' });
};
const closed = async (scene: Scene): Promise<CaseView> => done(scene.every, (await endable(scene)).case.code, 'close', {});

/** One that is used again, as it stands by then. */
const again = (make: (scene: Scene) => Promise<CaseView>): ((scene: Scene) => Promise<CaseView>) => {
  const kept = new WeakMap<Scene, { readonly view: Promise<CaseView>; uses: number }>();
  return async (scene) => {
    const known = kept.get(scene);
    const one = known === undefined || known.uses >= USES_MAX ? { view: make(scene), uses: 0 } : known;
    one.uses += 1;
    kept.set(scene, one);
    return viewOf(scene.every, (await one.view).case.code);
  };
};

const anOpen = again(open);
const againAtPartner = again(atPartner);
const aReceived = again(received);
const aBrief = again(brief);

const onCase = (find: (scene: Scene) => Promise<CaseView>, more: (view: CaseView, scene: Scene) => More | Promise<More> = () => ({}), drop: readonly string[] = []): Recipe => async (scene, { body }) => {
  const view = await find(scene);
  const kept = Object.fromEntries(Object.entries(body).filter(([key]) => !drop.includes(key)));
  return { path: { case: view.case.code }, body: { ...kept, id: randomUUID(), ...await more(view, scene) } };
};
const itsDevice = (view: CaseView): More => ({ deviceId: deviceOf(view) });
const itsHold = ({ case: { holds } }: CaseView): string => holds.at(-1)?.id ?? '';
const itsTransfer = ({ case: { transfers } }: CaseView): More => ({ transferId: transfers.at(-1)?.id ?? '', signedBy: 'paper', private: {} });

async function proofs({ every, server }: Scene, { case: { id } }: CaseView, about: string): Promise<More> {
  const subject = `${id}/${about}`;
  return { confirmation: await every.confirm('decide-hold', subject, EVERY.password), secondConfirmation: await every.confirm('second-decision', subject, server.password, 'demo-technician') };
}
const decideHold = (withSecond: boolean): Recipe => onCase(held, async (view, scene) => {
  const { confirmation, secondConfirmation } = await proofs(scene, view, itsHold(view));
  return { holdId: itsHold(view), seen: 'asked', confirmation, ...(withSecond ? { secondConfirmation } : {}) };
});

const ACTS: Readonly<Record<Exclude<CaseActName, (typeof ACTS_ELSEWHERE)[number]>, Recipe>> = {
  'file-brief': (_scene, { body }) => ({ body: { ...body, id: randomUUID() } }),
  'open-walk-in': (_scene, { body }) => ({ body: { ...body, id: randomUUID(), device: device() } }),
  'amend-brief': onCase(aBrief),
  'acknowledge-brief': onCase(async (scene) => {
    const view = await brief(scene);
    await scene.every.post(`/api/cases/${view.case.code}/look`, { what: 'story', why: 'before taking it' });
    return view;
  }),
  'take-over': onCase(anOpen),
  arrive: onCase(brief),
  'record-no-show': onCase(brief),
  'tie-device': onCase(brief, () => ({ ids: ids() })),
  'identify-device': onCase(open, (view) => ({ ...itsDevice(view), ids: { serial: null, imei: String(100_000_000_000_000 + Math.floor(Math.random() * 800_000_000_000_000)), ecid: null } })),
  'untie-device': onCase(open, itsDevice),
  'set-irreplaceable': onCase(open),
  'lift-irreplaceable': onCase(async (scene) => done(scene.every, (await open(scene)).case.code, 'set-irreplaceable', {}), (view, scene) => proofs(scene, view, 'irreplaceable')),
  'ask-unlock': onCase(again(withOutcome), (view) => ({ ...itsDevice(view), proof: 'original-receipt' })),
  'withdraw-unlock': onCase(async (scene) => {
    const view = await withOutcome(scene);
    return done(scene.every, view.case.code, 'ask-unlock', { deviceId: deviceOf(view), proof: 'store-record' });
  }, itsDevice),
  'record-intake': onCase(anOpen, itsDevice),
  'explain-no-photo': onCase(anOpen, itsDevice),
  'give-consent': onCase(anOpen, async (_view, { every }) => ({ termsVersion: (await every.get('/api/terms')).body['version'], signedBy: 'paper', private: { signature: SIGNATURE } })),
  'withdraw-consent': onCase(received, ({ case: { consents } }) => ({ consentId: consents[0]?.id })),
  'put-away': onCase(aReceived, itsDevice),
  'check-battery': onCase(aReceived, itsDevice),
  'power-off': onCase(aReceived, itsDevice),
  'ask-hold': onCase(open, itsDevice),
  'approve-hold': decideHold(false),
  'release-hold': decideHold(true),
  'allow-erase': onCase(aReceived, async (view, scene) => ({ ...itsDevice(view), ...await proofs(scene, view, deviceOf(view)) })),
  'prepare-transfer': onCase(open, (view) => ({ devices: [deviceOf(view)], from: CUSTOMER, to: STORE })),
  'sign-given': onCase(async (scene) => handOver(scene, await open(scene), CUSTOMER, STORE, 'prepared'), itsTransfer),
  'sign-taken': onCase(async (scene) => handOver(scene, await open(scene), CUSTOMER, STORE, 'given'), itsTransfer),
  'recall-transfer': onCase(async (scene) => handOver(scene, await open(scene), CUSTOMER, STORE, 'prepared'), (view) => ({ transferId: itsTransfer(view)['transferId'] })),
  'report-stage': onCase(again(atPartner), ({ case: { transfers } }) => ({ transferId: transfers.at(-1)?.id, expectedAtIso: null })),
  'record-outcome': onCase(aReceived, itsDevice),
  'record-told': onCase(aReceived, () => ({ about: 'progress' })),
  'tell-by-mail': onCase(aReceived, () => ({ who: 'customer', about: 'progress' })),
  'record-abandonment': onCase(aReceived, itsDevice),
  'dispose-device': onCase(async (scene) => {
    const view = await received(scene);
    return done(scene.every, view.case.code, 'record-abandonment', { deviceId: deviceOf(view), noticesSent: 3, why: 'nobody answers' });
  }, itsDevice),
  // Only time makes a call, and nobody waits for it here.
  'answer-call': onCase(anOpen, () => ({ callId: randomUUID() })),
  note: onCase(anOpen),
  correct: onCase(anOpen, () => ({ seq: 1 })),
  'revoke-link': onCase(async (scene) => linked(scene), ({ case: { links } }) => ({ linkId: links[0]?.id })),
  'merge-into': onCase(open, async (_view, scene) => ({ into: (await open(scene)).case.code })),
  close: onCase(endable),
  reopen: onCase(closed),
};

const paper: Recipe = async (scene, { body }) => ({ path: { case: (await aReceived(scene)).case.code, kind: 'label' }, body: { ...body, deviceId: null, transferId: null } });

const privacy = (more: (view: CaseView, scene: Scene) => Promise<More> = () => Promise.resolve({})): Recipe => async (scene, { body }) => {
  const view = await open(scene);
  const added = await more(view, scene);
  return { path: { case: view.case.code }, body: { ...body, ...added, confirmation: await scene.every.confirm('decide-privacy', view.case.id, EVERY.password) } };
};
const read: Recipe = async (scene) => ({ path: { case: (await anOpen(scene)).case.code } });
const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=', 'base64');
async function withPhoto({ every }: Scene, view: CaseView): Promise<string> {
  const photo = randomUUID();
  const answer = await every.fetch(`/api/cases/${view.case.code}/photos/${photo}?device=${deviceOf(view)}`, { method: 'PUT', headers: { 'content-type': 'image/png' }, body: PIXEL });
  if (answer.status !== 200) throw new Error(`the photo was not kept: ${await answer.text()}`);
  return photo;
}

export const CASE_RECIPES: Readonly<Record<string, Recipe>> = {
  ...Object.fromEntries(Object.entries(ACTS).map(([name, recipe]) => [name === 'file-brief' || name === 'open-walk-in' ? `POST /api/cases/acts/${name}` : `POST /api/cases/{case}/acts/${name}`, recipe])),
  'GET /api/cases': () => ({ query: {} }),
  'GET /api/cases/{case}': read,
  'GET /api/cases/{case}/history': read,
  'GET /api/cases/{case}/export': read,
  'GET /api/cases/{case}/looks': read,
  'GET /api/cases/{case}/privacy': read,
  'POST /api/cases/{case}/look': async (scene, { body }) => ({ path: { case: (await anOpen(scene)).case.code }, body: { ...body, what: 'story' } }),
  'PUT /api/cases/{case}/photos/{photo}': async (scene) => {
    const view = await anOpen(scene);
    return { path: { case: view.case.code, photo: randomUUID() }, query: { device: deviceOf(view) }, file: { type: 'image/png', bytes: PIXEL } };
  },
  'GET /api/cases/{case}/photos/{photo}': async (scene) => {
    const view = await open(scene);
    const photo = await withPhoto(scene, view);
    await scene.every.post(`/api/cases/${view.case.code}/look`, { what: 'photo', why: 'to see it' });
    return { path: { case: view.case.code, photo } };
  },
  'POST /api/cases/{case}/links': async (scene, { body }) => ({ path: { case: (await aReceived(scene)).case.code }, body: { ...body, id: randomUUID(), whom: 'customer', transferId: null } }),
  'POST /api/cases/{case}/papers/{kind}': paper,
  'GET /api/papers/{paper}': async (scene) => {
    const made = await scene.every.post(`/api/cases/${(await aReceived(scene)).case.code}/papers/label`, {});
    return { path: { paper: String(made.body['address']).split('/').at(-1) ?? '' } };
  },
  'POST /api/cases/{case}/messages': async (scene, { body }) => ({ path: { case: (await aReceived(scene)).case.code }, body: { ...body, id: randomUUID(), to: 'customer', transferId: null } }),
  'POST /api/cases/{case}/messages/look': read,
  'POST /api/cases/{case}/messages/{message}/pass-on': async (scene, { body }) => {
    const { view, message } = await written(scene);
    return { path: { case: view.case.code, message }, body: { ...body, id: randomUUID(), transferId: view.case.transfers.at(-1)?.id } };
  },
  'POST /api/cases/{case}/messages/{message}/mark': async (scene, { body }) => {
    const { view, message } = await written(scene);
    return { path: { case: view.case.code, message }, body: { ...body, id: randomUUID() } };
  },
  'POST /api/cases/{case}/privacy/erase': privacy(() => Promise.resolve({ kind: 'contact' })),
  'POST /api/cases/{case}/privacy/keep': privacy(),
  'POST /api/cases/{case}/privacy/release': privacy(async ({ case: { id, code } }, { every }) => {
    const kept = await every.post(`/api/cases/${code}/privacy/keep`, { why: 'a court asks', confirmation: await every.confirm('decide-privacy', id, EVERY.password) });
    return { orderId: (kept.body['keepOrders'] as { id: string }[])[0]?.id };
  }),
  'POST /api/partners/{id}': async (scene) => ({ path: { id: await partnerOf(scene) } }),
  'POST /api/partners/{id}/active': async ({ every }) => ({ path: { id: String((await every.post('/api/partners', { ...PARTNER, name: 'Another lab' })).body['id']) } }),
};
