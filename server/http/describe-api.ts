/** The OpenAPI document: the routes describe themselves; the two WebSockets and the document itself are added here. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { problemReplySchema } from '../contract/api.ts';
import { decision } from './decided.ts';
import { problemResponse } from './problem.ts';

export function describeApi(api: OpenAPIHono, version: string): () => object {
  const registry = api.openAPIRegistry;
  registry.registerPath({
    method: 'get',
    path: '/api/live',
    ...decision('see-benches'),
    summary: 'WebSocket: a snapshot of the board, then states and evidence',
    description: 'Messages as in server/contract/live.ts. States at most 10 and at least 1 a second and bench; evidence resumes after the given number.',
    request: { query: z.object({ after: z.string().optional().meta({ description: 'the last evidence number that the page has' }) }) },
    responses: { 101: { description: 'The feed begins' }, 400: problemResponse('after is not a number'), 403: problemResponse('Another origin'), 426: problemResponse('Not a WebSocket'), 503: problemResponse('Too many pages') },
  });
  registry.registerPath({
    method: 'get',
    path: '/api/bridge',
    ...decision('report'),
    summary: 'WebSocket: where a bridge reports',
    description: 'Messages as in firmware-bridge/contract/uplink.ts. Needs the bearer token of the state folder.',
    responses: { 101: { description: 'The bridge may say hello' }, 401: problemResponse('The token is missing or wrong'), 403: problemResponse('Another origin'), 426: problemResponse('Not a WebSocket') },
  });
  registry.registerPath({ method: 'get', path: '/api/openapi.json', ...decision('enter'), summary: 'This document', responses: { 200: { description: 'OpenAPI 3.1' } } });
  registry.registerPath({ method: 'get', path: '/api/docs', ...decision('enter'), summary: 'This document as a page', responses: { 200: { description: 'HTML' } } });
  let document: object | null = null;
  return () => (document ??= withTheDoor(withPlainPatterns(api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Holdfast', version, description: 'The bridge decides alone, the server remembers, the web shows. Every refusal has the same shape.' },
  }))));
}

/** The generator leaves the end and the flags of a pattern that has flags: `…$/u`, which nothing would ever fit. */
const withPlainPatterns = <Document>(document: Document): Document =>
  JSON.parse(JSON.stringify(document), (key, value: unknown) => (key === 'pattern' && typeof value === 'string' ? value.replace(/\/[dgimsuvy]+$/, '') : value)) as Document;

interface Operation {
  readonly responses?: object;
  readonly parameters?: readonly unknown[];
}
type Described = Pick<ReturnType<OpenAPIHono['getOpenAPI31Document']>, 'paths'>;

const REFUSAL = { 'application/json': { schema: Object.fromEntries(Object.entries(z.toJSONSchema(problemReplySchema)).filter(([key]) => key !== '$schema')) } };

/** What is answered in front of every route, said once: by the door, by the limits, by the decision, and where the disk fails. */
const OF_THE_DOOR: Readonly<Record<string, string>> = {
  401: 'Nobody has signed in, or the token is not known', 403: 'The right is missing, or the request comes from another site', 429: 'Too many requests', 503: 'The database does not answer',
};
/** The same where something is sent. */
const OF_WHAT_IS_SENT: Readonly<Record<string, string>> = { 400: 'The input does not fit', 413: 'The body is too large', 415: 'The body is not JSON' };

function withTheDoor<Document extends Described>(document: Document): Document {
  const described = (method: string, operation: Operation): Operation => {
    const common = { ...OF_THE_DOOR, ...(method !== 'get' || operation.parameters !== undefined ? OF_WHAT_IS_SENT : {}) };
    return { ...operation, responses: { ...Object.fromEntries(Object.entries(common).map(([status, description]) => [status, { description, content: REFUSAL }])), ...operation.responses } };
  };
  const paths = Object.entries(document.paths ?? {}).map(([path, item]) =>
    [path, Object.fromEntries(Object.entries(item as Readonly<Record<string, Operation>>).map(([method, operation]) => [method, described(method, operation)]))]);
  return { ...document, paths: Object.fromEntries(paths) as Document['paths'] };
}
