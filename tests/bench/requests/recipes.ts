/**
 * How a request becomes one that is let in and done: who has to ask, and which of the generated values must be real ones.
 * Whatever a recipe leaves alone stays as it was generated.
 */
import { signInAt } from '../../made-provider.ts';
import { addKey, MadeKey, question } from '../../made-key.ts';
import { Signed } from '../../signed-in.ts';
import { addMachine } from '../../server/http/all-askers.ts';
import { CASE_RECIPES } from './case-recipes.ts';
import { BENCHES, ENTERS, EVERY } from './scene.ts';
import type { Scene } from './scene.ts';

export interface Filled {
  readonly by: { readonly cookie?: string; readonly origin?: string; readonly authorization?: string };
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
  /** In the place of a body. */
  readonly file?: { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> };
}
export type Recipe = (scene: Scene, made: Filled) => Promise<Partial<Filled>> | Partial<Filled>;

export const asBrowser = (signed: Signed): Filled['by'] => (signed.cookies.size === 0 ? {} : { cookie: signed.cookie, origin: signed.url });
const tokenOf = (link: string): string => link.slice(link.indexOf('#') + 1);
const text = (value: unknown): string => String(value).trim();

const confirm = ({ every }: Scene, act: string, subject: string): Promise<string> => every.confirm(act, subject, EVERY.password);
const managed = (act: string, idOf: (scene: Scene) => string | Promise<string>): Recipe => async (scene, { body }) => {
  const id = await idOf(scene);
  return { path: { id }, body: { ...body, confirmation: await confirm(scene, act, id) } };
};
const subjectId = ({ subject }: Scene): string => subject.id;
const atBench: Recipe = (scene) => ({ path: { bench: BENCHES[scene.next() % 2] ?? BENCHES[0] } });
const ofStop: Recipe = () => ({ path: { rig: 'VIRTUAL-1', stopId: 'S1' } });

/** Old passkeys make room for new ones; several at once may mean the same one. */
async function makeRoom(scene: Scene): Promise<void> {
  const { passkeys } = (await scene.every.get('/api/passkeys')).body as { passkeys: { id: string }[] };
  for (const { id } of passkeys.slice(3, -1)) await scene.every.post(`/api/passkeys/${id}/remove`, { confirmation: await confirm(scene, 'own-secrets', '*') });
}

/** Of people who change under the requests: each gets what is needed and loses it again. */
export const RECIPES: Readonly<Record<string, Recipe>> = {
  'POST /api/session': () => ({ by: {}, body: { user: ENTERS.user, password: ENTERS.password } }),
  'POST /api/session/passkey/question': () => ({ by: {} }),
  'POST /api/session/passkey': async ({ server, key }) => ({ by: {}, body: key.show(await question(new Signed(server.url))) }),
  'POST /api/session/switch': ({ benchPc, quick }, { body }) => ({ by: asBrowser(benchPc), body: { ...quick, ...(body['handover'] === undefined ? {} : { handover: body['handover'] }) } }),
  'POST /api/session/end': () => ({ by: {} }),
  'POST /api/oidc/begin': () => ({ by: {} }),
  async 'POST /api/oidc/back'({ server }) {
    const fresh = new Signed(server.url);
    const { search } = await signInAt(String((await fresh.post('/api/oidc/begin')).body['url']));
    return { by: asBrowser(fresh), body: { query: search } };
  },
  async 'POST /api/links/take'(scene, { body }) {
    const confirmation = await confirm(scene, 'manage-people', scene.subject.id);
    const { link } = (await scene.every.post(`/api/people/${scene.subject.id}/link`, { reason: 'lost it', confirmation })).body;
    return { by: {}, body: { ...body, token: tokenOf(String(link)) } };
  },
  async 'POST /api/sessions/{id}/end'({ server, every }) {
    const other = await new Signed(server.url).signIn(EVERY.user, EVERY.password);
    const { session } = (await other.get('/api/session')).body as { session: { id: string } };
    return { by: asBrowser(every), path: { id: session.id } };
  },
  'POST /api/confirmations/question': () => ({}),
  'POST /api/confirmations': (_scene, { body }) => ({ body: { act: body['act'], subject: body['act'] === 'reset' ? 'bench-1/S1' : body['subject'], password: EVERY.password } }),
  'POST /api/passkeys/question': () => ({}),
  async 'POST /api/passkeys'(scene, { body }) {
    const { every } = scene;
    await makeRoom(scene);
    const asked = (await every.post('/api/passkeys/question')).body as unknown as Parameters<MadeKey['make']>[0];
    return { body: { ...body, passkey: new MadeKey(every.url).make(asked), confirmation: await confirm(scene, 'own-secrets', '*') } };
  },
  async 'POST /api/passkeys/{id}/remove'(scene) {
    await makeRoom(scene);
    const { id } = await addKey(scene.every, EVERY.password);
    return { path: { id }, body: { confirmation: await confirm(scene, 'own-secrets', '*') } };
  },
  'POST /api/session/mail': () => ({ body: { mail: 'somebody@example.org' } }),
  async 'POST /api/session/secrets'(scene, { body }) {
    const badge = typeof body['badge'] === 'string' ? `badge ${scene.next()} ${body['badge']}`.slice(0, 200) : body['badge'];
    return { body: { ...(badge === undefined ? {} : { badge }), pin: scene.quick.pin, confirmation: await confirm(scene, 'own-secrets', '*') } };
  },
  'POST /api/demo/enter': ({ enterToken, benchPc }) => ({ by: asBrowser(benchPc), body: { token: enterToken } }),
  'POST /api/wall': ({ wallToken }) => ({ by: {}, body: { token: wallToken } }),
  async 'POST /api/people'(scene, { body }) {
    const user = `p${scene.next()}${text(body['user'])}`.slice(0, 40);
    return { body: { ...body, user, confirmation: await confirm(scene, 'manage-people', user) } };
  },
  'POST /api/people/{id}': managed('manage-people', subjectId),
  'POST /api/people/{id}/link': async (scene, made) => {
    await scene.every.post(`/api/people/${scene.subject.id}`, { active: true, reason: 'is back', confirmation: await confirm(scene, 'manage-people', scene.subject.id) });
    return managed('manage-people', subjectId)(scene, made);
  },
  'GET /api/people/{id}/sessions': (scene) => ({ path: { id: scene.subject.id } }),
  'POST /api/people/{id}/end-sessions': managed('manage-people', subjectId),
  async 'POST /api/machines'(scene, { body }) {
    const name = text(body['name']);
    return { body: { ...body, confirmation: await confirm(scene, body['kind'] === 'bench-pc' ? 'enrol-bench-pc' : 'manage-machines', name) } };
  },
  'POST /api/machines/{id}/revoke': managed('manage-machines', async (scene) => (await addMachine(scene.every, EVERY.password, 'integration', `To be revoked ${scene.next()}`, ['read'])).id),
  'GET /api/bridge': ({ server }) => ({ by: { authorization: `Bearer ${server.token}` } }),
  ...CASE_RECIPES,
  'GET /api/benches/{bench}/case': atBench,
  'GET /api/benches/{bench}': atBench,
  'POST /api/benches/{bench}/stop': atBench,
  'GET /api/benches/{bench}/stop': atBench,
  'POST /api/benches/{bench}/alarm': atBench,
  'POST /api/benches/{bench}/lever': atBench,
  'POST /api/benches/{bench}/drill': atBench,
  'POST /api/benches/{bench}/out-of-service': atBench,
  'POST /api/benches/{bench}/return': atBench,
  async 'POST /api/benches/{bench}/reset'(scene, { body }) {
    const bench = BENCHES[scene.next() % 2] ?? BENCHES[0];
    const subject = `${bench}/${String(body['tripId'])}`;
    const second = bench === BENCHES[1] ? null : await scene.every.confirm('second-reset', subject, scene.server.password, 'demo-technician');
    return { path: { bench }, body: { ...body, confirmation: await confirm(scene, 'reset', subject), secondConfirmation: second } };
  },
  'GET /api/benches/{bench}/telemetry'(scene, { query }) {
    const fromMs = 1_700_000_000_000 + scene.next();
    return { path: { bench: 'bench-1' }, query: { ...query, fromMs: String(fromMs), toMs: String(fromMs + 60_000) } };
  },
  'POST /api/stops/{rig}/{stopId}/judgement': (scene, made) => ofStop(scene, made),
  'GET /api/stops/{rig}/{stopId}/judgements': ofStop,
};

/** What a query may not be, though its schema lets it be generated. */
export const withinRange = (query: Readonly<Record<string, string>>): Record<string, string> => Object.fromEntries(Object.entries(query).map(([name, value]) => {
  if (name === 'limit') return [name, String(1 + Number(value) % 1000)];
  return name === 'days' ? [name, String(1 + Number(value) % 366)] : [name, value];
}));
