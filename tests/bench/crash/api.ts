/**
 * The server's interface as this bench uses it, each answer parsed. A server that is away is an expected answer here
 * (`null`), since it is being killed; a wrong answer is an error.
 */
import { z } from 'zod';
import { orderResultSchema } from '../../../firmware-bridge/contract/uplink.ts';
import type { OrderResult } from '../../../firmware-bridge/contract/uplink.ts';
import { benchViewSchema, storedEvidenceSchema, storedStopSchema } from '../../../server/contract/live.ts';
import { demoIn, signedIn, type Signed } from '../../signed-in.ts';
import type { BenchView, StoredEvidence, StoredStop } from '../../../server/contract/live.ts';

const ANSWER_WITHIN_MS = 3_000;
const PAGE = 1_000;

const stopsSchema = z.object({ stops: z.array(storedStopSchema), cursor: z.number().int().nullable() });
const eventsSchema = z.object({ events: z.array(storedEvidenceSchema), lastId: z.number().int() });
const refusedSchema = z.object({ code: z.string() });
const healthSchema = z.object({ ok: z.boolean(), bridges: z.number().int() });

/** Who acts at each server, signed in once; the session outlives the kills. */
const managers = new Map<string, { readonly stateDir: string; signed: Signed | null }>();

export const actAt = (server: string, stateDir: string): void => {
  managers.set(server, { stateDir, signed: null });
};

async function managerOf(url: string): Promise<Signed> {
  const manager = managers.get(new URL(url).origin);
  if (manager === undefined) throw new Error(`nobody acts at ${url}`);
  return manager.signed ??= await signedIn(new URL(url).origin, demoIn(manager.stateDir));
}

async function ask(url: string, body?: object): Promise<{ readonly status: number; readonly value: unknown } | null> {
  try {
    const answer = await (await managerOf(url)).fetch(new URL(url).pathname + new URL(url).search, {
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      ...(body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    return { status: answer.status, value: await answer.json() };
  } catch {
    return null;
  }
}

async function get<Schema extends z.ZodType>(url: string, schema: Schema): Promise<z.infer<Schema> | null> {
  const answer = await ask(url);
  return answer === null ? null : schema.parse(answer.value);
}

export const bridgesConnected = async (server: string): Promise<number> => {
  const health = await get(`${server}/api/health`, healthSchema);
  return health?.ok === true ? health.bridges : 0;
};

export async function benchView(server: string, bench: string): Promise<BenchView | null> {
  const answer = await ask(`${server}/api/benches/${bench}`);
  return answer?.status === 200 ? benchViewSchema.parse(answer.value) : null;
}

/** Whether an order was taken; the code of the refusal otherwise, `away` when nobody answered. */
export type Ordered = { readonly ok: true; readonly result: OrderResult } | { readonly ok: false; readonly why: string };

async function order(url: string, body: object): Promise<Ordered> {
  const answer = await ask(url, body);
  if (answer === null) return { ok: false, why: 'away' };
  if (answer.status === 200) return { ok: true, result: orderResultSchema.parse(answer.value) };
  return { ok: false, why: refusedSchema.safeParse(answer.value).data?.code ?? `status ${answer.status}` };
}

export const orderStop = (server: string, bench: string): Promise<Ordered> => order(`${server}/api/benches/${bench}/stop`, {});

export const orderOther = (server: string, bench: string, what: string, body: object): Promise<Ordered> => order(`${server}/api/benches/${bench}/${what}`, body);

/** By the manager, with the technician beside. */
export async function orderReset(server: string, bench: string, tripId: string): Promise<Ordered> {
  try {
    const manager = await managerOf(server);
    const { status, body } = await manager.reset(bench, tripId, 'the round is over', demoIn(managers.get(server)?.stateDir ?? ''));
    if (status === 200) return { ok: true, result: orderResultSchema.parse(body) };
    return { ok: false, why: refusedSchema.safeParse(body).data?.code ?? `status ${status}` };
  } catch {
    return { ok: false, why: 'away' };
  }
}

/** The newest stops of one rig; null when the server is away. */
export async function newestStops(server: string, rig: string): Promise<readonly StoredStop[] | null> {
  return (await get(`${server}/api/stops?rig=${rig}&limit=100`, stopsSchema))?.stops ?? null;
}

export async function allStops(server: string): Promise<StoredStop[]> {
  const all: StoredStop[] = [];
  for (let before: number | null = null; ;) {
    const page: z.infer<typeof stopsSchema> | null = await get(`${server}/api/stops?limit=${PAGE}${before === null ? '' : `&before=${before}`}`, stopsSchema);
    if (page === null) throw new Error(`The server at ${server} does not answer.`);
    all.push(...page.stops);
    if (page.cursor === null) return all;
    before = page.cursor;
  }
}

export async function allEvents(server: string): Promise<StoredEvidence[]> {
  const all: StoredEvidence[] = [];
  for (;;) {
    const page = await get(`${server}/api/events?limit=${PAGE}&after=${all.at(-1)?.id ?? 0}`, eventsSchema);
    if (page === null) throw new Error(`The server at ${server} does not answer.`);
    all.push(...page.events);
    if (page.events.length < PAGE) return all;
  }
}
