/**
 * Both ends of the permit: the guard and the firmware of the virtual rig, with a line between them that holds little, loses,
 * doubles and delays, but never overtakes. Everything a rig says in one moment travels together; a person ends its phases.
 */
import { DEFAULT_LIMITS } from '../../firmware-bridge/guard/limits.ts';
import { initialState, type BenchSetup, type BenchState, type KeptLatch } from '../../firmware-bridge/guard/state.ts';
import { bootRig, stepRig, VIRTUAL_FIXTURE, type RigStep } from '../../firmware-bridge/virtual-rig/firmware.ts';
import { BLANK_MEMORY, type Readings, type RigEvent, type RigState } from '../../firmware-bridge/virtual-rig/rig-state.ts';
import { decodeFrame } from '../../firmware-bridge/wire/frame.ts';
import { readRigMessage } from '../../firmware-bridge/wire/rig-message.ts';
import { facts } from '../firmware-bridge/guard/bench-script.ts';
import type { Made, Model } from './breadth-first.ts';
import { NOTHING_TOLD, stepAndJudge, type Doing } from './judge.ts';
import { Shape } from './shape.ts';

const SETUP: BenchSetup = {
  bench: 'bench-1', name: 'Bench 1', path: '/dev/rig', hostName: 'host', expectedRig: null, virtual: true, baud: 115_200, limits: DEFAULT_LIMITS,
  stopPrefix: '5C1E77A9', nonceStart: 0xa1b2,
};
const IDENTITY = { serial: 'VIRTUAL-1', fw: '1', model: 'Explored', virtual: true };
const PHONE = { model: 'Phone', serial: 'VIRT-1', ecid: null, imei: null };
/** The line holds this many moments of the rig, and this many lines of the host. */
const UP_MOST = 2;
const DOWN_MOST = 2;
const TICK_MS = 50;
const NEXT_PHASE: Readonly<Record<string, string>> = {
  prepare: 'unpack', unpack: 'verify', verify: 'recovery', recovery: 'start', start: 'write', write: 'finish', 'erase-next': 'erase', erase: 'write', finish: 'idle',
};

export interface PermitNode {
  readonly host: BenchState;
  readonly rig: RigState;
  readonly nowMs: number;
  readonly bootedAtMs: number;
  readonly up: readonly (readonly string[])[];
  readonly down: readonly string[];
  readonly kept: KeptLatch | null;
  readonly isBent: boolean;
  readonly runs: number;
  /** Permits that a host wrote, by the rig's clock: until when, for which restore and point. */
  readonly grants: readonly { readonly untilMs: number; readonly restore: string; readonly point: string }[];
}

function readings(isBent: boolean, atMs: number): Readings {
  // A healthy probe is never quite still.
  const row = (middle: number): number[] => [0, 31, isBent ? 1500 : middle, 29, 2].map((um, index) => um + ((Math.floor(atMs / 100) + index) % 3));
  return {
    leftUm: row(44), rightUm: row(39), fixtureDc: 238, batteryPct: 80, supplyMv: 5050, deviceDc: 280,
    forceCn: 100, middleUm: null, turned: false, probeLie: null,
  };
}

class Walk {
  node: PermitNode;
  readonly broken: string[] = [];

  constructor(node: PermitNode) { this.node = node; }

  host(doing: Doing): this {
    const { state, effects, broken } = stepAndJudge(this.node.host, doing, this.node.nowMs, NOTHING_TOLD);
    this.broken.push(...broken.filter((name) => name !== 'stopped is said only with the answer of the rig' && !name.startsWith('only a person resets')));
    this.node = { ...this.node, host: state };
    for (const effect of effects) {
      if (effect.do === 'keep-latch') this.node = { ...this.node, kept: effect.kept };
      else if (effect.do === 'write-line' && (!effect.permits || state.permit !== null)) this.#write(effect.line);
      else if (effect.do === 'stop-restore') this.#write(effect.bytes);
    }
    return this;
  }

  /** A line that finds the line full is lost; a stop is not, the port writes it first. */
  #write(bytes: string): void {
    const fields = bytes.startsWith('\x18') ? undefined : decoded(bytes)?.fields;
    if (fields?.['permit'] !== undefined) {
      const grant = { untilMs: Number(fields['re_ms']) + Number(fields['ttl_ms']), restore: fields['restore'] ?? '', point: fields['permit'] };
      this.node = { ...this.node, grants: [...this.node.grants.slice(-7), grant] };
    }
    if (this.node.down.length < DOWN_MOST || bytes.startsWith('\x18')) this.node = { ...this.node, down: [...this.node.down, bytes].slice(-DOWN_MOST - 1) };
  }

  rig(event: RigEvent): this { return this.#follow(stepRig(this.node.rig, event), this.node.rig); }

  #follow({ state, effects }: RigStep, before: RigState): this {
    const said: string[] = [];
    for (const effect of effects) {
      if (effect.kind === 'send') said.push(effect.line);
      else if (effect.kind === 'ledger') this.#judgeLedger(effect.entry, before);
    }
    if (before.memory.latch !== null && state.memory.latch === null && !effects.some((effect) => effect.kind === 'ledger' && effect.entry.event === 'reset')) {
      this.broken.push('the latch of a rig goes only by a reset');
    }
    const { up } = this.node;
    const isCritical = state.restore !== null && (state.restore.phase === 'start' || state.restore.phase === 'erase-next') && state.restore.gate === null;
    if (isCritical && (state.permit === null || state.nowMs >= state.permit.untilMs)) this.broken.push('between gate and crossing the permit is live');
    this.node = { ...this.node, rig: state, up: said.length === 0 || up.length >= UP_MOST ? up : [...up, said] };
    return this;
  }

  #judgeLedger(entry: Extract<RigStep['effects'][number], { kind: 'ledger' }>['entry'], before: RigState): void {
    if (entry.event !== 'crossing') return;
    if (!entry.live || entry.until_ms === null || entry.t_ms >= entry.until_ms) this.broken.push('no crossing without a live permit by the rig\'s clock');
    if (before.memory.latch !== null) this.broken.push('no crossing while latched');
    const isGranted = this.node.grants.some((grant) => grant.untilMs > entry.t_ms && grant.restore === entry.restore && (grant.point === 'erase' || grant.point === entry.point));
    if (!isGranted) this.broken.push('no crossing by a permit that no host wrote');
  }

  uptime(): number { return this.node.nowMs - this.node.bootedAtMs; }

  /** Time passes at both ends. */
  pass(ms: number): this {
    for (let passed = 0; passed < ms; passed += TICK_MS) {
      this.node = { ...this.node, nowMs: this.node.nowMs + TICK_MS };
      this.rig({ kind: 'tick', atMs: this.uptime(), readings: readings(this.node.isBent, this.uptime()) });
      this.host({ kind: 'tick', sleptMs: 0 });
    }
    return this;
  }

  up(keep: boolean): this {
    const [first, ...rest] = this.node.up;
    this.node = { ...this.node, up: keep ? this.node.up : rest };
    for (const line of first ?? []) {
      const frame = decoded(line);
      const message = frame === undefined ? undefined : readRigMessage(frame);
      if (frame !== undefined && message !== undefined) this.host({ kind: 'line', session: frame.session, n: frame.n, message });
    }
    return this;
  }

  down(keep: boolean): this {
    const [first, ...rest] = this.node.down;
    this.node = { ...this.node, down: keep ? this.node.down : rest };
    return first === undefined ? this : this.rig({ kind: 'bytes', atMs: this.uptime(), bytes: first });
  }

  all(rounds: number): this {
    for (let round = 0; round < rounds; round += 1) {
      this.pass(100);
      while (this.node.up.length > 0 || this.node.down.length > 0) {
        if (this.node.up.length > 0) this.up(false);
        if (this.node.down.length > 0) this.down(false);
      }
    }
    return this;
  }

  go(): this { return this.rig({ kind: 'go', atMs: this.uptime(), phase: NEXT_PHASE[this.node.rig.restore?.phase ?? ''] ?? 'idle' }); }

  stop(): this {
    const order = { id: '00000000-0000-7000-8000-000000000001', kind: 'stop' as const, bench: 'bench-1', actor: { kind: 'unverified-name' as const, name: 'Ann' }, second: null, reason: '', tripId: null, expiresInMs: 5000 };
    return this.host({ kind: 'order', order, ageMs: 0 });
  }

  restartHost(): this {
    const { node } = this;
    const runs = node.runs + 1;
    const setup = { ...SETUP, stopPrefix: `5C1E77${String(runs % 90 + 10)}`, nonceStart: SETUP.nonceStart + 500 * runs };
    if (node.host.trip !== null && node.kept?.trip == null) this.broken.push('a restart of either end never clears a latch');
    this.node = { ...node, host: initialState(setup, node.kept), runs };
    return this.begin();
  }

  begin(): this {
    return this.host({ kind: 'record-health', canRecord: true }).host({ kind: 'facts', facts: facts(), ageMs: 0 }).host({ kind: 'port-opened' });
  }

  restartRig(): this {
    const { rig, nowMs } = this.node;
    this.node = { ...this.node, bootedAtMs: nowMs, up: [], grants: [] };
    return this.#follow(bootRig(powerUp(rig)), rig);
  }
}

const decoded = (line: string): Extract<ReturnType<typeof decodeFrame>, { ok: true }>['frame'] | undefined => {
  const result = decodeFrame(line.slice(0, -1));
  return result.ok ? result.frame : undefined;
};
const powerUp = (rig: Pick<RigState, 'memory' | 'device' | 'estop'>): Parameters<typeof bootRig>[0] => ({
  identity: IDENTITY, fixture: VIRTUAL_FIXTURE, durationsMs: null, memory: rig.memory, speed: 1, device: rig.device, estop: rig.estop,
});

const PERMIT_MOVES: Readonly<Record<string, (walk: Walk) => Walk>> = {
  '100 ms': (walk) => walk.pass(100), '600 ms, past the lease': (walk) => walk.pass(600), 'the rig is heard': (walk) => walk.up(false), 'the rig is heard twice': (walk) => walk.up(true),
  'what the rig said is lost': (walk) => { walk.node = { ...walk.node, up: walk.node.up.slice(1) }; return walk; }, 'the host is heard': (walk) => walk.down(false), 'the host is heard twice': (walk) => walk.down(true),
  'what the host said is lost': (walk) => { walk.node = { ...walk.node, down: walk.node.down.slice(1) }; return walk; }, 'the phase ends': (walk) => walk.go(), 'all is heard for a while': (walk) => walk.all(3),
  'the phone bends': (walk) => { walk.node = { ...walk.node, isBent: true }; return walk; }, 'the update gives up': (walk) => walk.rig({ kind: 'fall-back', atMs: walk.uptime() }),
  'a person stops': (walk) => walk.stop(), 'the host restarts': (walk) => walk.restartHost(), 'the rig restarts': (walk) => walk.restartRig(),
};

function place(phases: number, kind: 'update' | 'erase' = 'update'): PermitNode {
  const memory = BLANK_MEMORY;
  const booted = bootRig(powerUp({ memory, device: PHONE, estop: false }));
  const walk = new Walk({ host: initialState(SETUP, null), rig: booted.state, nowMs: 1000, bootedAtMs: 1000, up: [], down: [], kept: null, isBent: false, runs: 0, grants: [] });
  walk.begin().all(8);
  walk.rig({ kind: 'start', atMs: walk.uptime(), plan: { kind, from: '1', to: '2', hash: '0A77C1D0' }, fallsBackAtPct: null }).all(12);
  for (let phase = 0; phase < phases; phase += 1) walk.go().all(2);
  return walk.node;
}

export const permitModel: Model<PermitNode> = {
  roots: [['a permit in prepare', place(0)], ['before the gate', place(3)], ['behind the gate', place(4)], ['behind the crossing', place(5)], ['an erase without consent', place(0, 'erase')]],
  keyOf: ({ host, rig, nowMs, bootedAtMs, up, down, kept, isBent }) => {
    const uptimeMs = nowMs - bootedAtMs;
    const [hostShape, rigShape] = [new Shape(nowMs, uptimeMs), new Shape(uptimeMs, uptimeMs)];
    const due = rigShape.age(rig.due.beat, false);
    const rigText = [
      rigShape.of(rig.restore === null ? null : { ...rig.restore, doneMs: 0 }), rigShape.of(rig.memory.latch), rig.permit === null ? '-' : rig.permit.kind + rigShape.age(rig.permit.untilMs, false),
      rig.session === null ? '-' : rig.session.id === host.link.session, Math.min(5, ((rig.session?.outN ?? 0) - host.link.rxN) & 0xffff), Math.min(5, (host.link.txN - (rig.session?.inN ?? 0)) & 0xffff),
      rig.rest, due, rigShape.age(rig.heardAtMs, false), rig.unnamed !== null, isBent,
    ].join('|');
    const lineText = (line: string): string => {
      const isStop = line.startsWith('\x18');
      const frame = decoded(isStop ? line.slice(2) : line);
      if (frame === undefined) return '?';
      const { t_ms, re_ms, re, ack, ...fields } = frame.fields;
      const age = t_ms ?? re_ms;
      return `${isStop ? '!' : ''}${frame.verb}${rigShape.of(fields)}${age === undefined ? '' : rigShape.age(Number(age), false)}${String(re === undefined && ack === undefined)}`;
    };
    return `${hostShape.of(host)}/${hostShape.of(kept?.trip === null ? null : 'trip')}/${rigText}/${up.map((said) => said.map(lineText).join('+')).join()}/${down.map(lineText).join()}`;
  },
  * moves(node): Iterable<Made<PermitNode>> {
    for (const [move, make] of Object.entries(PERMIT_MOVES)) {
      const walk = make(new Walk(node));
      yield { move, node: walk.node, broken: walk.broken };
    }
  },
};

export const rootOf = (name: string): PermitNode | undefined => permitModel.roots.find(([root]) => root === name)?.[1];
