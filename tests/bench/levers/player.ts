/**
 * Plays one script on a running Holdfast, reads what came of it from the HTTP interface, and brings the benches back to rest
 * as a technician would. It judges nothing but whether the cause was seen.
 */
import type { CauseCode } from '../../../firmware-bridge/contract/causes.ts';
import type { BenchStatus } from '../../../firmware-bridge/contract/bench-status.ts';
import type { StoredStop } from '../../../server/contract/live.ts';
import { LEVERS, LEVER_NAMES } from '../../../firmware-bridge/virtual-rig/lever.ts';
import { until } from '../../bench-in-a-box.ts';
import { newestStops, orderReset } from '../crash/api.ts';
import { DEEDS, releaseAll, returnToService } from './deeds.ts';
import { BENCHES, type Bench, type Running } from './running.ts';
import type { Script } from './scripts.ts';

/** Factors on the rig's time: how quick the way is, and how slow the place to be in. */
const SPEED = { rest: 4, fast: 60, near: 8, slow: 0.5 } as const;
const PLACE_MS = 30_000;
const SEEN_MS = 20_000;
const FINAL_MS = 6000;
const REST_MS = 60_000;

export interface Receipt {
  readonly cause: CauseCode;
  readonly levers: string;
  readonly seen: boolean;
  /** It was the first cause of its trip. */
  readonly first: boolean;
  readonly zone: string | null;
  readonly rung: number | null;
  readonly answer: string | null;
  readonly writtenMs: number | null;
  readonly acknowledgedMs: number | null;
  readonly seenStoppedMs: number | null;
  readonly call: string | null;
  readonly why: string | null;
}

export interface Pull { readonly bench: Bench; readonly kind: 'lever' | 'place' | 'deed'; readonly words: readonly string[] }

export function parseStep(step: string): Pull {
  const match = /^(?:2: )?(?:([>!]) )?(.+)$/.exec(step);
  const words = (match?.[2] ?? '').split(' ');
  return { bench: step.startsWith('2: ') ? 'bench-2' : 'bench-1', kind: match?.[1] === '>' ? 'place' : match?.[1] === '!' ? 'deed' : 'lever', words };
}

/** `bend 900` or `seat serial=X`, as the lever socket takes it. */
export function pullOf(words: readonly string[]): { readonly lever: string } & Readonly<Record<string, string>> {
  const [lever = '', value] = words;
  if (value === undefined) return { lever };
  const [key, text] = value.includes('=') ? value.split('=', 2) : ['value', value];
  return { lever, [key ?? 'value']: text ?? '' };
}

/** What stands in the table: the levers and deeds, without the way that they all share. */
export const leversOf = ({ steps }: Script): string => steps.filter((step) => !step.includes('> ')).join(', ');

type Place = (status: BenchStatus) => boolean;
const PLACES: Readonly<Record<string, Place>> = {
  permitted: (status) => status.mode === 'permitted',
  stopped: (status) => status.trip?.receipt.state === 'confirmed',
  trip: (status) => status.trip !== null,
  'no record': (status) => status.permissives.some((one) => one.id === 'can-record' && !one.ok),
  back: (status) => status.protection === 'full',
};

export class Player {
  readonly #run: Running;
  readonly #known = new Set<string>();

  constructor(run: Running) {
    this.#run = run;
  }

  async #seen(what: string, bench: Bench, look: Place, withinMs = PLACE_MS): Promise<BenchStatus> {
    let last: BenchStatus | null = null;
    return until(what, async () => {
      last = await this.#run.status(bench);
      return last !== null && look(last) ? last : undefined;
    }, withinMs).catch((error: unknown) => {
      const { mode, zone, restore, trip, permissives } = last ?? {};
      throw new Error(`${String(error)}; last ${JSON.stringify({ mode, zone, phase: restore?.phase, causes: trip?.causes.map((one) => one.code), missing: permissives?.filter((one) => !one.ok).map((one) => one.id) })}`);
    });
  }

  /** Waits for a phase of the rig, quick until just before it and slow in it. */
  async #reachPhase(bench: Bench, phases: readonly string[]): Promise<void> {
    const run = this.#run;
    await run.lever(bench, { lever: 'speed', n: SPEED.fast });
    const passed = (from: readonly string[]) => until(`the phase ${from.join(' or ')}`, async () => from.includes((await run.lever(bench, { lever: 'state' })).phase), PLACE_MS);
    await passed(['recovery', 'start', 'erase-next', ...phases]);
    await run.lever(bench, { lever: 'speed', n: SPEED.near });
    await passed(phases);
    await run.lever(bench, { lever: 'speed', n: SPEED.slow });
  }

  async #reach({ bench, words }: Pull): Promise<void> {
    const place = words.join(' ');
    if (place === 'critical') {
      await this.#reachPhase(bench, ['start', 'erase-next', 'stopped']);
      await this.#seen('critical, or a trip in it', bench, (status) => status.zone === 'critical' || status.trip !== null);
      return undefined;
    }
    if (words[0] === 'phase') return this.#reachPhase(bench, [words[1] ?? '']);
    if (place === 'committed') {
      await this.#reachPhase(bench, ['write', 'erase']);
      await this.#seen('committed', bench, (status) => status.committedEstablished);
      return undefined;
    }
    const look = PLACES[place];
    if (look === undefined) throw new Error(`"${place}" is no place`);
    await this.#seen(place, bench, look);
    return undefined;
  }

  async #play(step: Pull): Promise<void> {
    if (step.kind === 'place') return this.#reach(step);
    if (step.kind === 'lever') {
      await this.#run.lever(step.bench, pullOf(step.words));
      return undefined;
    }
    const deed = DEEDS[step.words[0] ?? ''];
    if (deed === undefined) throw new Error(`"${step.words.join(' ')}" is no deed`);
    return deed(this.#run, step.bench, step.words.slice(1));
  }

  async #newStops(): Promise<readonly StoredStop[]> {
    const stops = await Promise.all(BENCHES.map((_bench, index) => newestStops(this.#run.url, `VIRTUAL-L${String(index + 1)}`)));
    return stops.flatMap((some) => some ?? []).filter((stop) => !this.#known.has(stop.stopId));
  }

  async provoke(cause: CauseCode, script: Script): Promise<Receipt> {
    const nothing: Receipt = {
      cause, levers: leversOf(script), seen: false, first: false, zone: null, rung: null, answer: null, writtenMs: null, acknowledgedMs: null, seenStoppedMs: null,
      call: null, why: null,
    };
    try {
      for (const stop of await this.#newStops()) this.#known.add(stop.stopId);
      for (const step of script.steps) await this.#play(parseStep(step));
      const found = await until(`a stop with ${cause} at /api/stops`, () => this.#find(cause), SEEN_MS).catch(async (error: unknown) => {
        const others = (await this.#newStops()).map(({ trip }) => trip.causes.map((one) => one.code).join('+'));
        throw new Error(`${String(error)}; there: ${others.join(', ') || 'none'}`);
      });
      const final = await until('its whole receipt', async () => {
        const stop = await this.#find(cause);
        return stop !== undefined && isWhole(stop) ? stop : undefined;
      }, FINAL_MS).catch(async () => await this.#find(cause) ?? found);
      return { ...nothing, ...receiptOf(cause, final), seen: true };
    } catch (error) {
      return { ...nothing, why: error instanceof Error ? error.message : String(error) };
    } finally {
      releaseAll();
    }
  }

  async #find(cause: CauseCode): Promise<StoredStop | undefined> {
    return (await this.#newStops()).find(({ trip }) => trip.causes.some((one) => one.code === cause));
  }

  /** Every lever back, every phone out, every trip reset by two names. */
  async tidy(): Promise<void> {
    releaseAll();
    await until('Holdfast is there', async () => (await this.#run.status('bench-1')) !== null, REST_MS);
    for (const bench of BENCHES) {
      for (const pull of REST) await this.#run.lever(bench, pull).catch(() => undefined);
    }
    await Promise.all(BENCHES.map((bench) => until(`${bench} at rest`, () => this.#stepTowardsRest(bench), REST_MS)));
    for (const bench of BENCHES) await this.#run.lever(bench, { lever: 'speed', n: SPEED.rest });
    await this.#run.ready();
  }

  async #stepTowardsRest(bench: Bench): Promise<boolean> {
    const run = this.#run;
    const state = await run.lever(bench, { lever: 'state' });
    if (state.restore !== null && state.zone === 'committed') await run.lever(bench, { lever: 'speed', n: SPEED.fast });
    else if (state.seated) await run.lever(bench, { lever: 'unseat' }).catch(() => undefined);
    const status = await run.status(bench);
    if (status === null) return false;
    if (status.trip === null && !status.seated && (status.service?.out ?? null) !== null) await returnToService(run, bench);
    if (status.trip === null) return (status.service?.out ?? null) === null && state.latch === null && status.mode === 'inhibited' && !status.seated && state.restore === null;
    if (status.reset.possible) await orderReset(run.url, bench, status.trip.id);
    return false;
  }
}

const REST = [
  { lever: 'resume' }, { lever: 'plug-cable' }, { lever: 'ignore-stop', on: false }, { lever: 'rogue', on: false }, { lever: 'strange-phase', on: false },
  { lever: 'forget-drills', on: false }, { lever: 'estop', on: false }, { lever: 'smoke', on: false }, { lever: 'swell', on: false }, { lever: 'lock', on: false }, { lever: 'probe-fault', edge: 'none' },
  { lever: 'straighten' }, { lever: 'force', cn: 110 }, { lever: 'hub', n: 0 }, { lever: 'speed', n: SPEED.fast },
] as const;

const isWhole = ({ trip: { receipt } }: StoredStop): boolean =>
  receipt.state !== 'pending' && receipt.state !== 'not-written' && (receipt.state !== 'confirmed' || receipt.seenStoppedAfterUs !== null);

function receiptOf(cause: CauseCode, { trip }: StoredStop): Partial<Receipt> {
  const { receipt } = trip;
  const ms = (afterUs: number | null): number | null => (afterUs === null ? null : afterUs / 1000);
  return {
    first: trip.causes[0]?.code === cause, zone: trip.zone, rung: receipt.rung, answer: receipt.answer, writtenMs: ms(receipt.writtenAfterUs),
    acknowledgedMs: ms(receipt.acknowledgedAfterUs), seenStoppedMs: ms(receipt.seenStoppedAfterUs), call: trip.operator,
  };
}

/** Whether a step is one that can be played. */
export function isPlayable(step: string): boolean {
  const { kind, words } = parseStep(step);
  const [first = ''] = words;
  if (kind === 'deed') return Object.hasOwn(DEEDS, first);
  if (kind === 'place') return Object.hasOwn(PLACES, words.join(' ')) || ['critical', 'committed'].includes(first) || first === 'phase';
  const lever = LEVER_NAMES.find((name) => name === first);
  return lever !== undefined && (words[1] === undefined || LEVERS[lever].kind.is !== 'none');
}
