/**
 * The stories that the virtual rig plays by itself: phones come, are restored, bend, go. Pure: it looks at the bench and
 * the time and says what a technician would do next. A lever pulled by hand in between only changes what it sees.
 */
import type { RigPhase } from './rig-state.ts';

export const SCENARIOS = ['fine', 'bend', 'fallback', 'erase', 'idle'] as const;
export type ScenarioName = (typeof SCENARIOS)[number];

export interface BenchView {
  readonly nowMs: number;
  readonly speed: number;
  readonly seated: boolean;
  /** A host answers heartbeats: without one a restore would only end undone. */
  readonly hostHeard: boolean;
  readonly restoreOpen: boolean;
  readonly phase: RigPhase;
  readonly latched: boolean;
}

export type Deed =
  | { readonly do: 'seat' }
  | { readonly do: 'unseat' }
  | { readonly do: 'start'; readonly plan: 'update' | 'erase'; readonly fallsBackAtPct: number | null }
  | { readonly do: 'bend'; readonly um: number };

export interface Story {
  readonly stage: 'empty' | 'seated' | 'running' | 'after';
  readonly sinceMs: number;
  /** Phones that were put in. */
  readonly phones: number;
  readonly unpackSinceMs: number | null;
  readonly bent: boolean;
  readonly wasLatched: boolean;
}
export const STORY_BEGIN: Story = { stage: 'empty', sinceMs: 0, phones: 0, unpackSinceMs: null, bent: false, wasLatched: false };

const SEAT_AFTER_MS = 2000;
const START_AFTER_MS = 3000;
const BEND_AFTER_MS = 8000;
const BEND_UM = 600;
const OUT_AFTER_MS = 20_000;
const OUT_AFTER_RESET_MS = 10_000;
/** A bent phone that stays in keeps its cause alive, so somebody takes it out even before the reset. Not divided by the speed: people are not faster. */
const OUT_WHILE_LATCHED_MS = 45_000;
const FALLS_BACK_AT_PCT = 40;

export interface Told { readonly story: Story; readonly deed: Deed | null }

export function tell(name: ScenarioName, story: Story, view: BenchView): Told {
  if (name === 'idle') return { story, deed: null };
  const stage = stageOf(story, view);
  const now: Story = stage === story.stage ? story : { ...story, stage, sinceMs: view.nowMs, unpackSinceMs: null };
  switch (now.stage) {
    case 'empty': return tellEmpty(now, view);
    case 'seated': return tellSeated(name, now, view);
    case 'running': return tellRunning(name, now, view);
    case 'after': return tellAfter(now, view);
  }
}

function stageOf(story: Story, view: BenchView): Story['stage'] {
  if (view.restoreOpen) return 'running';
  if (!view.seated) return 'empty';
  if (story.stage === 'running' || view.latched) return 'after';
  return story.stage === 'empty' ? 'seated' : story.stage;
}

const passed = (story: Story, view: BenchView, waitMs: number): boolean => view.nowMs - story.sinceMs >= waitMs / view.speed;

function tellEmpty(story: Story, view: BenchView): Told {
  if (view.latched) return { story: { ...story, sinceMs: view.nowMs }, deed: null };
  if (!passed(story, view, SEAT_AFTER_MS)) return { story, deed: null };
  return { story: { ...story, phones: story.phones + 1, bent: false, wasLatched: false, sinceMs: view.nowMs }, deed: { do: 'seat' } };
}

function tellSeated(name: ScenarioName, story: Story, view: BenchView): Told {
  if (!view.hostHeard || !passed(story, view, START_AFTER_MS)) return { story, deed: null };
  const deed: Deed = { do: 'start', plan: name === 'erase' ? 'erase' : 'update', fallsBackAtPct: name === 'fallback' ? FALLS_BACK_AT_PCT : null };
  return { story: { ...story, sinceMs: view.nowMs }, deed };
}

/** Every second phone bends, the first one included. */
function tellRunning(name: ScenarioName, story: Story, view: BenchView): Told {
  if (name !== 'bend' || story.bent || story.phones % 2 === 0 || view.phase !== 'unpack') return { story, deed: null };
  const unpackSinceMs = story.unpackSinceMs ?? view.nowMs;
  if (view.nowMs - unpackSinceMs < BEND_AFTER_MS / view.speed) return { story: { ...story, unpackSinceMs }, deed: null };
  return { story: { ...story, unpackSinceMs, bent: true }, deed: { do: 'bend', um: BEND_UM } };
}

function tellAfter(story: Story, view: BenchView): Told {
  if (view.latched) {
    const out = view.nowMs - story.sinceMs >= OUT_WHILE_LATCHED_MS;
    return { story: { ...story, wasLatched: true }, deed: out ? { do: 'unseat' } : null };
  }
  if (story.wasLatched) return { story: { ...story, wasLatched: false, sinceMs: view.nowMs - (OUT_AFTER_MS - OUT_AFTER_RESET_MS) / view.speed }, deed: null };
  return { story, deed: passed(story, view, OUT_AFTER_MS) ? { do: 'unseat' } : null };
}
