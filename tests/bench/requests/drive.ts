/**
 * Sends generated requests to every route of the document and judges each answer by the document alone: its status is
 * described, its body has the described shape and no field more, and it is no fault of the server.
 */
import fc from 'fast-check';
import { z } from 'zod';
import { damagedOf, damagedText, valueOf } from './arbitraries.ts';
import { asBrowser, RECIPES, withinRange } from './recipes.ts';
import type { Filled } from './recipes.ts';
import type { Scene } from './scene.ts';
import { faultIn } from './schema.ts';
import type { Schema } from './schema.ts';

const schema = z.custom<Schema>((value) => typeof value === 'object' && value !== null);
const contentSchema = z.object({ 'application/json': z.object({ schema }).optional() }).optional();
const operationSchema = z.object({
  parameters: z.array(z.object({ name: z.string(), in: z.enum(['path', 'query']), required: z.boolean(), schema })).default([]),
  requestBody: z.object({ content: contentSchema }).optional(),
  responses: z.record(z.string(), z.object({ content: contentSchema })),
});
const documentSchema = z.object({ paths: z.record(z.string(), z.record(z.string(), operationSchema)) });
type Operation = z.infer<typeof operationSchema>;

export interface RouteResult {
  readonly route: string;
  requests: number;
  accepted: number;
  fivexx: number;
  undocumented: number;
  misshapen: number;
  readonly statuses: Record<string, number>;
  /** At most three, in words. */
  readonly faults: string[];
}

/** Two speak WebSocket: by HTTP alone nobody is let in. And only time makes a call that can be answered. */
export const NEVER_ACCEPTED: ReadonlySet<string> = new Set([
  'GET /api/live', 'GET /api/bridge', 'POST /api/cases/{case}/acts/answer-call',
  // They read the record of a bridge, and the scene has none.
  'GET /api/benches/{bench}/raw', 'GET /api/benches/{bench}/raw/past', 'GET /api/benches/{bench}/support-report', 'POST /api/stops/{rig}/{stopId}/rejudge',
]);
/** It takes a session away: only those ask who have none. */
const ENDS_SESSIONS = 'POST /api/session/end';
/** Where tries are counted. */
const COUNTED = new Set([
  'POST /api/session', 'POST /api/session/passkey', 'POST /api/passkeys', 'POST /api/session/switch', 'POST /api/links/take', 'POST /api/confirmations',
  'POST /api/oidc/begin', 'POST /api/oidc/back',
]);
/** Each makes the one before useless. */
const IN_ORDER = new Set(['POST /api/links/take']);
const AT_ONCE = 4;
const HOWS = ['right', 'shaped', 'damaged'] as const;
/** They go through everything that there is, so they come while that is little. */
const FIRST: ReadonlySet<string> = new Set(['GET /api/audit', 'GET /api/queue']);

interface Plan {
  /** `right`: made to be accepted. `shaped`: as the schema says, by anybody. `damaged`: neither. */
  readonly how: (typeof HOWS)[number];
  readonly who: number;
  readonly path: Record<string, string>;
  readonly query: Record<string, string>;
  readonly body: unknown;
  readonly type: string;
}

/** `skip`: so many routes at the beginning were asked before. */
export async function driveAll(scene: Scene, runs: number, seed: number, tell: (result: RouteResult) => void = () => undefined, skip = 0): Promise<RouteResult[]> {
  const { paths } = documentSchema.parse(await (await scene.every.fetch('/api/openapi.json')).json());
  const routes = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ route: `${method.toUpperCase()} ${path}`, operation })));
  const results: RouteResult[] = [];
  for (const { route, operation } of routes.toSorted((left, right) => Number(FIRST.has(right.route)) - Number(FIRST.has(left.route))).slice(skip)) {
    const result = await driveOne(scene, route, operation, runs, seed);
    tell(result);
    results.push(result);
  }
  return results;
}

async function driveOne(scene: Scene, route: string, operation: Operation, runs: number, seed: number): Promise<RouteResult> {
  const result: RouteResult = { route, requests: 0, accepted: 0, fivexx: 0, undocumented: 0, misshapen: 0, statuses: {}, faults: [] };
  const shares = { right: Math.ceil(runs * 0.4), shaped: Math.floor(runs * 0.25), damaged: runs - Math.ceil(runs * 0.4) - Math.floor(runs * 0.25) };
  const sampled = HOWS.map((how, index) => fc.sample(plans(operation, how), { numRuns: shares[how], seed: seed + route.length * 1009 + index }));
  // In turn, so that damaged ones come between right ones.
  const inTurn = Array.from({ length: Math.max(...sampled.map(({ length }) => length)) }, (_, index) => sampled.flatMap((one) => one[index] ?? [])).flat();
  const atOnce = IN_ORDER.has(route) ? 1 : AT_ONCE;
  for (let from = 0; from < inTurn.length; from += atOnce) {
    if (COUNTED.has(route)) scene.anHourLater();
    await Promise.all(inTurn.slice(from, from + atOnce).map(async (plan) => ask(scene, operation, result, plan, await fill(scene, route, plan))));
  }
  return result;
}

function plans({ parameters, requestBody }: Operation, how: Plan['how']): fc.Arbitrary<Plan> {
  const bodySchema = requestBody?.content?.['application/json']?.schema ?? {};
  const part = (place: 'path' | 'query', isDamaged: boolean): fc.Arbitrary<Record<string, string>> => {
    const own = parameters.filter((parameter) => parameter.in === place);
    const fields = Object.fromEntries(own.map((parameter) => [parameter.name, isDamaged ? damagedText : valueOf(parameter.schema).map((value) => String(value).toWellFormed())]));
    return fc.record(fields, { requiredKeys: own.filter(({ required }) => place === 'path' || (required && !isDamaged)).map(({ name }) => name), noNullPrototype: true });
  };
  return fc.record({
    how: fc.constant(how), who: fc.nat(),
    path: how === 'damaged' ? fc.oneof(part('path', true), part('path', false)) : part('path', false),
    query: how === 'damaged' ? fc.oneof(part('query', true), part('query', false)) : part('query', false),
    body: how === 'damaged' ? damagedOf(bodySchema) : valueOf({ type: 'object', ...bodySchema }),
    type: how === 'damaged' ? fc.constantFrom('application/json', 'application/json', 'application/json; charset=utf-8', 'text/plain', 'application/x-www-form-urlencoded', 'APPLICATION/JSON') : fc.constant('application/json'),
  });
}

async function fill(scene: Scene, route: string, plan: Plan): Promise<Filled> {
  const body = typeof plan.body === 'object' && plan.body !== null && !Array.isArray(plan.body) ? plan.body as Record<string, unknown> : {};
  const made: Filled = { by: asBrowser(scene.every), path: plan.path, query: plan.query, body };
  if (plan.how === 'right') return { ...made, query: withinRange(plan.query), ...await RECIPES[route]?.(scene, { ...made, query: withinRange(plan.query) }) };
  const kinds = route === ENDS_SESSIONS ? scene.kinds.filter(({ asking }) => asking.strength === null) : scene.kinds;
  // Half of them by somebody who may, so that they come as far as the route itself.
  const kind = kinds[plan.who % kinds.length];
  return plan.who % 2 === 0 && route !== ENDS_SESSIONS ? made : { ...made, by: kind?.headers ?? {} };
}

async function ask(scene: Scene, operation: Operation, result: RouteResult, plan: Plan, { by, path, query, body, file }: Filled): Promise<void> {
  const [method = '', pattern = ''] = result.route.split(' ');
  // A part of one or two dots would make it the address of another route before it is sent.
  const partOf = (value: string): string => (/^\.{0,2}$/.test(value) ? '%20' : encodeURIComponent(value));
  const address = pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => partOf(path[name] ?? ''));
  const asked = new URLSearchParams(query).toString();
  const acts = method !== 'GET' && (operation.requestBody !== undefined || plan.how === 'damaged');
  const answer = await fetch(`${scene.server.url}${address}${asked === '' ? '' : `?${asked}`}`, {
    method, headers: { ...by, ...(acts ? { 'content-type': file?.type ?? plan.type } : {}) },
    ...(acts ? { body: file?.bytes ?? JSON.stringify(plan.how === 'damaged' ? plan.body ?? null : body) } : {}),
  });
  judge(operation, result, plan, { status: answer.status, text: await answer.text(), type: answer.headers.get('content-type') ?? '' }, `${plan.how} ${method} ${address}?${asked} ${JSON.stringify(plan.how === 'right' ? body : plan.body)}`);
}

function judge({ responses }: Operation, result: RouteResult, plan: Plan, { status, text, type }: { status: number; text: string; type: string }, words: string): void {
  const fault = (kind: 'fivexx' | 'undocumented' | 'misshapen', why: string): void => {
    result[kind] += 1;
    if (result.faults.length < 3) result.faults.push(`${kind} ${status} ${why}: ${words.slice(0, 400)}`);
  };
  result.requests += 1;
  result.statuses[`${plan.how} ${status}`] = (result.statuses[`${plan.how} ${status}`] ?? 0) + 1;
  if (status >= 200 && status < 300) result.accepted += 1;
  const isFaultOfTheServer = status >= 500 && (status !== 503 || text.includes('"storage-failed"'));
  if (isFaultOfTheServer) return fault('fivexx', text.slice(0, 200));
  const described = responses[String(status)];
  if (described === undefined) return fault('undocumented', text.slice(0, 100));
  const shape = described.content?.['application/json']?.schema;
  if (shape === undefined) return;
  if (!type.startsWith('application/json')) return fault('misshapen', type);
  const wrong = faultIn(shape, JSON.parse(text));
  if (wrong !== null) fault('misshapen', wrong);
}
