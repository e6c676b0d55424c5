/** How the routes of sign-in describe their bodies and answers. */
import { z } from 'zod';
import { whoSchema } from '../contract/people.ts';
import { problemResponse } from './problem.ts';

export const jsonContent = <Schema extends z.ZodType>(schema: Schema) => ({ 'application/json': { schema } });
export const jsonBody = <Schema extends z.ZodType>(schema: Schema) => ({ body: { required: true, content: jsonContent(schema) } });

export const signInAnswers = {
  200: { description: 'Who asks from now on', content: jsonContent(whoSchema) },
  400: problemResponse('The input does not fit'),
  401: problemResponse('Not known'),
  403: problemResponse('Not possible here'),
  409: problemResponse('The state does not allow it'),
  429: problemResponse('Too many tries'),
  503: problemResponse('Too busy'),
};
const doneSchema = z.object({ done: z.literal(true) });
export const done = { 200: { description: 'Done', content: jsonContent(doneSchema) } };

