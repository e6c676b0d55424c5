/**
 * Starts virtual rigs, bridge and server as processes of their own, starts again what ends, and shows trips on the
 * terminal. It decides nothing about a restore; its own death harms nobody.
 */
import type { Evidence } from '../../firmware-bridge/contract/evidence.ts';
import { english } from '../../firmware-bridge/contract/words.ts';
import { AbsentPorts } from './absent-ports.ts';
import { askBridge, bridgeStatusSchema, watchBridge } from './bridge-line.ts';
import type { FirstStart } from './kept-alive.ts';
import { KeptAlive } from './kept-alive.ts';
import { bridgeArguments, serverArguments, serverUrl, virtualRigArguments } from './children.ts';
import type { Refused } from './child-line.ts';
import { CommandRefusal, EXIT_CODES } from './command-refusal.ts';
import { endInOrder } from './end-in-order.ts';
import { EndTelling } from './end-telling.ts';
import type { StartPlan } from './start-plan.ts';
import { claimKind, readLivePid, removePid, takeFolder, writePid } from './state-folder.ts';
import { sayPeople } from './say-people.ts';
import { TripAnnouncer } from './trip-announcer.ts';
import { wrapText } from './wrap-text.ts';

const STATUS_WITHIN_MS = 1_500;
const SLOW_START_MS = 15_000;

export interface SupervisorTools {
  readonly say: (text: string) => void;
  readonly environment: NodeJS.ProcessEnv;
  readonly ownPid: number;
  /** Fires for each Ctrl-C or request to end; see `endRequests`. */
  readonly onEndRequest: (use: (isSecond: boolean) => void) => void;
}

/** Refuses, with the numbers of the processes, to run beside another Holdfast on the same folder. */
async function refuseSecondRun(plan: StartPlan, ownPid: number): Promise<void> {
  const holder = takeFolder(plan.stateDir, ownPid);
  if (holder !== null) {
    throw new CommandRefusal(
      `Holdfast already runs on ${plan.stateDir}${holder === 0 ? '' : ` (process ${holder})`}.`,
      'Use that one, end it with Ctrl-C or "holdfast end", or name another folder with --state.',
    );
  }
  const asked = await askBridge(plan.stateDir, { cmd: 'status' }, bridgeStatusSchema, STATUS_WITHIN_MS);
  const server = readLivePid(plan.stateDir, 'server');
  const left = [
    asked.ok ? `its bridge (process ${asked.reply.pid})` : asked.why === 'mute' ? 'a bridge that does not answer' : '',
    server === null ? '' : `its server (process ${server})`,
  ].filter((part) => part !== '');
  if (left.length === 0) return;
  removePid(plan.stateDir, 'supervisor');
  throw new CommandRefusal(
    `An earlier Holdfast on ${plan.stateDir} lost its supervisor, but ${left.join(' and ')} still run.`,
    'End them in good order with "npm run holdfast -- end", then start again.',
  );
}

export class Supervisor {
  readonly #plan: StartPlan;
  readonly #tools: SupervisorTools;
  readonly #rigs: readonly KeptAlive[];
  readonly #bridge: KeptAlive;
  readonly #server: KeptAlive;
  readonly #benchNames = new Map<string, string>();
  readonly #absent: AbsentPorts;
  #isEnding = false;

  constructor(plan: StartPlan, tools: SupervisorTools) {
    this.#plan = plan;
    this.#tools = tools;
    this.#rigs = plan.virtualBenches.map((bench) => this.#keep(`virtual rig of ${bench.name}`, virtualRigArguments(plan, bench), true));
    this.#bridge = this.#keep('bridge', bridgeArguments(plan), false);
    this.#server = this.#keep('server', serverArguments(plan), false, (pid) => { writePid(plan.stateDir, 'server', pid, serverUrl(plan)); });
    this.#absent = new AbsentPorts(() => askBridge(plan.stateDir, { cmd: 'status' }, bridgeStatusSchema, STATUS_WITHIN_MS), tools.say);
    for (const bench of plan.virtualBenches) this.#benchNames.set(bench.id, bench.name);
  }

  /** Runs until somebody asks for the end; answers the exit code. */
  async run(): Promise<number> {
    claimKind(this.#plan.stateDir, this.#plan.kind);
    await refuseSecondRun(this.#plan, this.#tools.ownPid);
    const ended = new Promise<number>((resolve) => {
      this.#tools.onEndRequest((isSecond) => {
        if (isSecond) this.#killAll();
        this.#isEnding = true;
        resolve(EXIT_CODES.done);
      });
    });
    const announcer = new TripAnnouncer(
      { benchName: (bench) => (bench === null ? 'A bench' : this.#benchNames.get(bench) ?? bench), isVirtual: this.#plan.kind === 'virtual' },
      this.#tools.say,
    );
    const watch = watchBridge(this.#plan.stateDir, (event: Evidence) => { announcer.take(event); });
    const exitCode = await Promise.race([ended, this.#startAll().then((refused) => refused ?? ended)]);
    watch.stop();
    announcer.end();
    this.#absent.end();
    await this.#endAll();
    return exitCode;
  }

  #keep(name: string, args: readonly string[], tied: boolean, onStarted: (pid: number) => void = () => {}): KeptAlive {
    const telling = new EndTelling(name, this.#tools.say);
    return new KeptAlive({ name, args, env: this.#tools.environment, tied }, {
      started: onStarted,
      refused: (refused) => { telling.refused(refused); },
      ended: (how, lastWords, againInMs) => { telling.ended(how, lastWords, againInMs); },
    });
  }

  /** Answers an exit code when a first start was refused; the end is then for everybody. */
  async #startAll(): Promise<number | null> {
    const { say } = this.#tools;
    const isVirtual = this.#plan.kind === 'virtual';
    const isPlayed = isVirtual && this.#plan.virtualBenches.length === 0;
    if (isPlayed) say('Starting Holdfast with a VIRTUAL rig at the port given. Nothing here touches a phone.');
    else if (isVirtual) say(wrapText('No rig is configured, so Holdfast starts with two VIRTUAL rigs. Nothing here touches a phone.'));
    else say('Starting Holdfast with the rigs of its configuration.');
    const slow = setTimeout(() => { if (!this.#isEnding) say('Still starting; a part of Holdfast is slow to come up.'); }, SLOW_START_MS).unref();
    try {
      const rigs = await Promise.all(this.#rigs.map((rig) => rig.start()));
      const others = await Promise.all([this.#bridge.start(), this.#server.start()]);
      const refusals = [...rigs, ...others].flatMap((first: FirstStart) => (first.ok ? [] : [first.refused]));
      if (refusals.length > 0) return this.#sayRefusals(refusals);
      await this.#learnNames();
      const url = others[1].ok ? others[1].url : null;
      say(`Holdfast${isVirtual ? ' (virtual rigs)' : ''} is at ${url ?? serverUrl(this.#plan)} (Ctrl-C ends it)`);
      if (others[1].ok) sayPeople(others[1].people, say);
      for (const note of others[1].ok ? others[1].notes : []) say(wrapText(note));
      if (!isVirtual) this.#absent.begin();
      return null;
    } finally {
      clearTimeout(slow);
    }
  }

  #sayRefusals(refusals: readonly Refused[]): number {
    for (const refused of refusals) this.#tools.say(wrapText(`${refused.what} ${refused.remedy}`));
    return EXIT_CODES.wrongUsage;
  }

  async #learnNames(): Promise<void> {
    const asked = await askBridge(this.#plan.stateDir, { cmd: 'status' }, bridgeStatusSchema, STATUS_WITHIN_MS);
    if (!asked.ok) return;
    for (const { bench, name, trip } of asked.reply.benches) {
      this.#benchNames.set(bench, name);
      const first = trip?.causes[0];
      if (first !== undefined) this.#tools.say(wrapText(`${name} is still stopped from before: ${english.causes[first.code].title}. It waits for a reset.`));
    }
  }

  async #endAll(): Promise<void> {
    await endInOrder({ stateDir: this.#plan.stateDir, rigs: this.#rigs, bridge: this.#bridge, server: this.#server, say: this.#tools.say });
    removePid(this.#plan.stateDir, 'server');
    removePid(this.#plan.stateDir, 'supervisor');
  }

  #killAll(): void {
    for (const child of [...this.#rigs, this.#bridge, this.#server]) child.killNow();
  }
}
