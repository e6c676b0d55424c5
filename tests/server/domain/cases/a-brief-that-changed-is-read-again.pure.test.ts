/** A brief that changes after somebody took it: what changed is on record, whoever took it reads it again, and nobody is asked for what they wrote themselves. */
import { expect, test } from 'vitest';
import type { Given } from '../../../../server/domain/cases/decision.ts';
import { nextSteps } from '../../../../server/domain/cases/next-steps.ts';
import { CaseWorld, person, ROW } from './case-world.ts';
import { BRIEF } from './made-cases.ts';

const AGENT: Partial<Given> = { actor: { kind: 'person', name: person(4).code, id: person(4).id }, person: person(4) };
const HOUR_MS = 3_600_000;
const steps = (world: CaseWorld, id: string) => nextSteps(world.state(id), world.nowMs).map(({ step }) => step);

function taken(): { readonly world: CaseWorld; readonly id: string } {
  const world = new CaseWorld();
  const id = world.must(null, 'file-brief', { ...BRIEF, irreplaceable: false }, AGENT);
  world.must(id, 'acknowledge-brief', {});
  world.nowMs += HOUR_MS;
  return { world, id };
}

test('whoever took it is asked again, from the moment of the change, and takes it once more', () => {
  const { world, id } = taken();
  expect(steps(world, id)).toEqual(['await-customer']);
  expect(world.refused(id, 'acknowledge-brief', {})).toMatchObject({ refusal: 'not-in-this-stage' });
  world.must(id, 'amend-brief', { expectedAtIso: new Date(world.nowMs + 20 * HOUR_MS).toISOString() }, { ...AGENT, rows: { story: ROW } });
  const atIso = new Date(world.nowMs).toISOString();
  expect(world.state(id)).toMatchObject({ stage: 'expected', amended: { atIso, by: person(4).code, what: ['story', 'visit'] } });
  expect(nextSteps(world.state(id), world.nowMs)[0]).toMatchObject({ step: 'acknowledge-brief', sinceIso: atIso, overdue: false });
  expect(world.refused(id, 'acknowledge-brief', {}, { storyRead: false })).toMatchObject({ refusal: 'story-not-read' });
  world.must(id, 'acknowledge-brief', {});
  expect(world.state(id)).toMatchObject({ stage: 'expected', amended: null, acknowledged: { by: person(1).code, atIso } });
  expect(steps(world, id)).toEqual(['await-customer']);
});

test('one change after another is read as one, and named whole', () => {
  const { world, id } = taken();
  world.must(id, 'amend-brief', { rescue: { 'cloud-backup': 'no' } }, { ...AGENT, rows: {} });
  world.must(id, 'amend-brief', { irreplaceable: true }, { ...AGENT, rows: { contact: ROW } });
  expect(world.state(id).amended?.what).toEqual(['contact', 'rescue', 'irreplaceable']);
});

test('a change by whoever took it, and one that is only about who filed it, asks nobody', () => {
  const { world, id } = taken();
  world.must(id, 'amend-brief', { expectedAtIso: null }, { rows: { story: ROW } });
  world.must(id, 'amend-brief', {}, { ...AGENT, rows: { agent: ROW } });
  expect(world.state(id).amended).toBeNull();
  expect(steps(world, id)).toEqual(['await-customer']);
});

test('a change is asked for after the arrival too, and it stays with the manager who is called next when nobody reads it', () => {
  const { world, id } = taken();
  world.must(id, 'arrive', {});
  world.must(id, 'amend-brief', {}, { ...AGENT, rows: { story: ROW } });
  expect(steps(world, id)).toContain('acknowledge-brief');
  world.nowMs += 3 * HOUR_MS;
  world.callNext();
  expect(world.state(id).calls.some(({ step }) => step === 'acknowledge-brief')).toBe(true);
  world.must(id, 'acknowledge-brief', {});
  expect(world.state(id)).toMatchObject({ stage: 'open', amended: null });
});
