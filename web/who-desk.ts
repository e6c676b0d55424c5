/**
 * Who asks from this page: asked of the server first of all, kept for every element, asked again when something suggests
 * that it changed. It locks the page when nobody was active for too long. It decides no right; the server does.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Action, ThingState } from '../server/contract/rights.ts';
import type { Who } from '../server/contract/people.ts';
import { signOut, stillThere, whoIsHere } from './api.ts';
import type { CallProblem } from './api.ts';
import { refusalOf, sayWhyNot } from './reading/asking.ts';
import { active, beginIdle, tick } from './reading/idle.ts';
import type { Idle } from './reading/idle.ts';

const TICK_MS = 1000;
/** Told to the other tabs of this browser, which share the session. */
type Told = 'active' | 'changed' | 'signed-out';
const isTold = (data: unknown): data is Told => data === 'active' || data === 'changed' || data === 'signed-out';

export class WhoDesk {
  /** Null until the server has answered for the first time. */
  who: Who | null = null;
  problem: CallProblem | null = null;
  /** Who was signed in at this enrolled bench PC when it locked. */
  locked: { readonly id: string; readonly name: string } | null = null;
  /** A session ended without a word of the person, where nothing may be seen without one. */
  hasEnded = false;
  readonly #listeners = new Set<() => void>();
  readonly #tabs = new BroadcastChannel('holdfast-who');
  #idle: Idle = beginIdle(0);
  #asking: Promise<void> | null = null;
  /** An answer to a question of before does not count any more. */
  #version = 0;

  start(): void {
    this.#tabs.addEventListener('message', ({ data }) => this.#hear(data));
    addEventListener('hf-not-signed-in', () => void this.ask());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.ask();
    });
    for (const kind of ['pointerdown', 'keydown', 'wheel', 'touchmove']) addEventListener(kind, () => this.#beActive(), { capture: true, passive: true });
    setInterval(() => this.#tick(), TICK_MS);
    void this.ask();
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** One question at a time, however many ask. */
  ask(): Promise<void> {
    this.#asking ??= this.#ask().finally(() => { this.#asking = null; });
    return this.#asking;
  }

  /** What the server answered to a sign-in, a switch or a link. */
  take(who: Who): void {
    this.#set(who, true);
    this.#tabs.postMessage('changed' satisfies Told);
  }

  /** After the server has changed who it is without saying so: a demo, a wall board, a new bench PC. */
  async askAnew(): Promise<void> {
    this.#version += 1;
    this.#tabs.postMessage('changed' satisfies Told);
    await this.#asking;
    await this.ask();
  }

  async signOut(): Promise<CallProblem | null> {
    const answer = await signOut();
    if (!answer.ok) return answer.problem;
    this.#tabs.postMessage('signed-out' satisfies Told);
    await this.#leave();
    return null;
  }

  /** The board is shown as the bench PC sees it. */
  unlockAsBench(): void {
    this.locked = null;
    this.#tell();
  }

  may(action: Action, thing?: ThingState): boolean {
    return refusalOf(this.who, action, thing) === null;
  }

  whyNot(action: Action, thing?: ThingState): string | null {
    return sayWhyNot(this.who, action, thing);
  }

  async #ask(): Promise<void> {
    const version = this.#version;
    const answer = await whoIsHere();
    if (version !== this.#version) return;
    this.problem = answer.ok ? null : answer.problem;
    if (answer.ok) this.#set(answer.value, false);
    else this.#tell();
  }

  #set(who: Who, isMeant: boolean): void {
    if (isMeant) this.#version += 1;
    const before = this.who?.session ?? null;
    if (who.session !== null) {
      this.locked = null;
      this.hasEnded = false;
      if (before?.id !== who.session.id) this.#idle = beginIdle(performance.now());
    } else if (before !== null && !isMeant) {
      if (who.machine?.kind === 'bench-pc') this.locked = { id: before.person.id, name: before.person.name };
      else this.hasEnded = true;
    }
    this.who = who;
    this.#tell();
  }

  async #leave(): Promise<void> {
    if (this.who !== null) this.#set({ ...this.who, session: null, handover: null, hasApp: false, totpWanted: false }, true);
    // A question that is under way was asked before.
    await this.#asking;
    await this.ask();
  }

  #hear(data: unknown): void {
    if (!isTold(data)) return;
    if (data === 'active') this.#idle = { ...this.#idle, toldAtMs: performance.now(), askedAtMs: null };
    else if (data === 'changed') void this.ask();
    else void this.#leave();
  }

  #beActive(): void {
    this.#idle = active(this.#idle, performance.now());
  }

  #tick(): void {
    const session = this.who?.session ?? null;
    if (session === null) return;
    const { idle, due } = tick(this.#idle, performance.now(), session.idleLimitMs);
    this.#idle = idle;
    if (due === 'tell') {
      this.#tabs.postMessage('active' satisfies Told);
      void stillThere();
    } else if (due === 'ask') void this.#mayLock();
  }

  /** Another tab may have kept the session alive; a server that does not answer locks too. */
  async #mayLock(): Promise<void> {
    await this.ask();
    if (this.problem !== null && this.who !== null) this.#set({ ...this.who, session: null }, false);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** One browser page has one asker, as it has one document. */
export const whoDesk = new WhoDesk();

/** Redraws its element when it is somebody else, and answers what that one may do. */
export class WhoController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get who(): Who | null {
    return whoDesk.who;
  }

  get isAtBenchPc(): boolean {
    return whoDesk.who?.machine?.kind === 'bench-pc';
  }

  may(action: Action, thing?: ThingState): boolean {
    return whoDesk.may(action, thing);
  }

  whyNot(action: Action, thing?: ThingState): string | null {
    return whoDesk.whyNot(action, thing);
  }

  hostConnected(): void {
    this.#stop = whoDesk.listen(() => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = null;
  }
}
