/**
 * PUT and GET …/photos/{photo}: the bytes of one photo, sealed under the key of its case. What it is is told by its first
 * bytes, never by its name; whoever fetches one has looked at the photos of this case just before, with a reason.
 */
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { caseViewSchema } from '../contract/case-state.ts';
import { photoKindOf, PHOTO_BYTES_MAX } from '../domain/cases/photo-kind.ts';
import { actBy, caseFor, caseParamsSchema, caseRefusals, refused } from './case-asking.ts';
import { viewOf } from './case-view.ts';
import { decided } from './decided.ts';
import { defineRoutes } from './define-routes.ts';
import { problemReply, problemResponse, refuseInput } from './problem.ts';
import { jsonContent } from './session-answers.ts';

const params = caseParamsSchema.extend({ photo: z.uuid().meta({ description: 'made by whoever sends: the same photo sent twice is kept once' }) });
const bytes = { schema: { type: 'string', format: 'binary' } } as const;
const images = { 'image/jpeg': bytes, 'image/png': bytes, 'image/webp': bytes };

const putRoute = createRoute({
  method: 'put', path: '/api/cases/{case}/photos/{photo}', summary: 'Add a photo of a device', ...decided('work-case'),
  description: 'The body is the file itself: JPEG, PNG or WebP of at most 8 MB. Its hash stands in the custody chain, the photo is sealed.',
  request: { params, query: z.object({ device: z.uuid().meta({ description: 'the device of the case that it shows' }) }), body: { required: true, content: images } },
  responses: { 200: { description: 'The case as it stands now', content: jsonContent(caseViewSchema) }, ...caseRefusals, 413: problemResponse('The photo is too large') },
});
const getRoute = createRoute({
  method: 'get', path: '/api/cases/{case}/photos/{photo}', summary: 'One photo', ...decided('look'), request: { params },
  description: 'Look at `photo` of this case first; then each can be fetched for a quarter of an hour.',
  responses: { 200: { description: 'The file as it was sent', content: images }, ...caseRefusals },
});

export const casePhotoRoutes = defineRoutes((ports) => new OpenAPIHono({ defaultHook: refuseInput })
  .openapi(putRoute, async (context) => {
    const { case: asked, photo } = context.req.valid('param');
    const state = caseFor(ports, context, asked);
    if ('reply' in state) return context.json(state.reply, state.status);
    const content = new Uint8Array(await context.req.arrayBuffer());
    const kind = photoKindOf(content);
    if (kind === null) return context.json(problemReply('photo-wrong', { detail: content.length === 0 ? 'it is empty' : 'it is no JPEG, PNG or WebP' }, 'body'), 400);
    if (content.length > PHOTO_BYTES_MAX) return context.json(problemReply('photo-wrong', { detail: `it has more than ${String(PHOTO_BYTES_MAX / 1_000_000)} MB` }, 'body'), 413);
    const acted = ports.cases.addPhoto(state.id, { id: photo, deviceId: context.req.valid('query').device, mime: kind, content }, actBy(ports, context));
    if ('refusal' in acted) {
      const { reply, status } = refused(acted);
      return context.json(reply, status);
    }
    return context.json(viewOf(ports, context, acted.state, acted.head), 200);
  })
  .openapi(getRoute, (context) => {
    const { case: asked, photo } = context.req.valid('param');
    const state = caseFor(ports, context, asked);
    if ('reply' in state) return context.json(state.reply, state.status);
    const content = ports.looks.photo(state, context.get('asker').session?.personId ?? '', photo);
    if (content === 'look-first') return context.json(problemReply('look-reason-needed', {}, null), 403);
    const kind = content === null ? null : photoKindOf(content);
    if (content === null || kind === null) return context.json(problemReply('no-such-photo', {}, 'path.photo'), 404);
    // Shown as what it is and as nothing else; never kept by the browser.
    return context.body(new Uint8Array(content), 200, { 'content-type': kind, 'content-disposition': 'inline', 'cache-control': 'no-store' });
  }));
