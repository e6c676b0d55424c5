/**
 * A rig as small as PROTOCOL.md allows: session, numbering, heartbeats, permit, stop, latch, reset. It plays the far end
 * of the line for a measurement; it has no faults, and it must never delay what it was told to say.
 */
import { decodeFrame, encodeFrame, hex } from '../../../firmware-bridge/wire/frame.ts';
import type { Frame } from '../../../firmware-bridge/wire/frame.ts';
import { judgeSequence, nextNumber } from '../../../firmware-bridge/wire/sequence.ts';
import { PLAN_HASH, RIG_SERIAL, deviceFields, fixtureFields, goodProbe, planFields, powerFields, progressFields } from './rig-lines.ts';
import type { Fields } from './rig-lines.ts';

export const UNNAMED = '000000000000';
const BEATS_KEPT = 16;

export interface RigDoors {
  readonly send: (line: string, isBeat: boolean) => void;
  readonly nowMs: () => number;
  /** A host line was accepted, and the rig has taken it. */
  readonly heard: () => void;
}

type Phase = 'idle' | 'prepare' | 'unpack' | 'stopped';
interface Met { readonly phase: Phase; readonly restore: string | null }

export class PlayedRig {
  readonly #doors: RigDoors;
  readonly #boot: string;
  readonly #bootedAtMs: number;
  #session: string;
  #n = -1;
  #hostN = 0;
  #partial = '';
  #discarding = false;
  readonly #beats = new Map<number, number>();
  #restores = 0;
  #said = 0;
  #madeAtTMs = 0;
  #permitUntilMs = -1;
  #met: Met | null = null;
  phase: Phase = 'idle';
  restore: string | null = null;
  latch: string | null = null;
  /** True from the stop byte until its STOP line named it. */
  isUnnamed = false;
  /** Heartbeats that the host answered. */
  answers = 0;

  constructor(boot: number, doors: RigDoors) {
    this.#doors = doors;
    this.#boot = hex(boot & 0xffff, 4);
    this.#session = `0000${this.#boot}`;
    this.#bootedAtMs = doors.nowMs();
  }

  get isInSession(): boolean { return !this.#session.startsWith('0000'); }
  get isPermitted(): boolean { return this.#uptimeMs() < this.#permitUntilMs; }
  #uptimeMs(): number { return Math.floor(this.#doors.nowMs() - this.#bootedAtMs); }

  /** The next line of the session, made now. */
  make(verb: string, fields: Fields): string {
    this.#n = nextNumber(this.#n);
    this.#madeAtTMs = this.#uptimeMs();
    const line = encodeFrame({ session: this.#session, n: this.#n, verb, fields: { t_ms: String(this.#madeAtTMs), ...fields } });
    if (line === undefined) throw new Error(`the bench made a line that is none: ${verb}`);
    return line;
  }

  say(verb: string, fields: Fields): void { this.#doors.send(this.make(verb, fields), verb === 'HB'); }

  boot(): void {
    this.#n = -1;
    this.say('BOOT', { proto: '1', rig: RIG_SERIAL, fw: '1.0' });
  }

  /** A session that no host asked for: for a loop that only reads. */
  beginAlone(): void {
    this.#session = `BA4E${this.#boot}`;
    this.#n = -1;
  }

  beat(): void {
    const { restore, latch, phase } = this;
    const line = this.make('HB', {
      ack: String(this.#hostN), seat: '1', phase, zone: 'safe', restore: restore ?? 'none', gate: 'none',
      permit: this.isPermitted ? 'write' : 'none', latch: latch ?? 'none',
    });
    this.#beats.set(this.#n, this.#madeAtTMs);
    const oldest = this.#beats.keys().next().value;
    if (this.#beats.size > BEATS_KEPT && oldest !== undefined) this.#beats.delete(oldest);
    this.#doors.send(line, true);
  }

  probe(): void { this.say('PROBE', goodProbe(this.#said += 1)); }
  power(): void { this.say('POWER', powerFields(this.#said += 1)); }
  progress(): void { if (this.restore !== null) this.say('PROGRESS', progressFields(this.restore, this.#said += 1)); }
  plan(): void { if (this.restore !== null) this.say('PLAN', planFields(this.restore)); }
  device(): void { this.say('DEVICE', deviceFields); }
  fixture(): void { this.say('FIXTURE', fixtureFields); }

  openRestore(): void {
    this.#restores += 1;
    this.restore = `${this.#boot}${hex(this.#restores & 0xffff, 4)}`;
    this.phase = 'prepare';
    this.plan();
    this.plan();
    this.progress();
    this.beat();
  }

  unpack(): void {
    this.phase = 'unpack';
    this.beat();
  }

  /** Ends a restore whose stop never came. */
  endUndone(): void {
    if (this.restore !== null) this.say('ENDED', { restore: this.restore, result: 'undone' });
    this.restore = null;
    this.phase = this.latch === null ? 'idle' : 'stopped';
    this.beat();
  }

  /** Bytes of the host, one character each. */
  take(bytes: string): void {
    let rest = bytes;
    for (let at = rest.indexOf('\x18'); at !== -1; at = rest.indexOf('\x18')) {
      this.#takeText(rest.slice(0, at));
      this.#partial = '';
      this.#discarding = true;
      this.#stop(UNNAMED);
      rest = rest.slice(at + 1);
    }
    this.#takeText(rest);
  }

  #takeText(text: string): void {
    const lines = (this.#partial + text).split('\n');
    this.#partial = lines.pop() ?? '';
    for (const line of lines) {
      if (this.#discarding) this.#discarding = false;
      else this.#takeLine(line);
    }
  }

  #takeLine(line: string): void {
    const decoded = decodeFrame(line);
    if (!decoded.ok) return;
    const { frame } = decoded;
    if (frame.verb === 'STOP') this.#takeStop(frame.fields['id'] ?? UNNAMED);
    else if (frame.verb === 'HELLO') this.#welcome(frame);
    else if (frame.session === this.#session && judgeSequence(this.#hostN, frame.n).kind === 'next') this.#takeCommand(frame);
    else return;
    this.#doors.heard();
  }

  #welcome({ session }: Frame): void {
    this.#session = `${session.slice(0, 4)}${this.#boot}`;
    this.#n = -1;
    this.#hostN = 0;
    this.#permitUntilMs = -1;
    this.#beats.clear();
    this.say('WELCOME', { proto: '1', rig: RIG_SERIAL, fw: '1.0', model: 'RB-BENCH', virtual: '0', latch: this.latch ?? 'none' });
    if (this.latch !== null) {
      const { phase, restore } = this.#met ?? { phase: 'stopped', restore: null };
      this.say('LATCH', { id: this.latch, answer: 'stopped', phase, zone: 'safe', restore: restore ?? 'none', at_ms: String(this.#uptimeMs()), cause: 'stop' });
    }
    this.fixture();
    this.device();
    this.plan();
    this.beat();
    this.device();
    this.plan();
    this.power();
    this.power();
  }

  #takeCommand({ n, verb, fields }: Frame): void {
    this.#hostN = n;
    if (verb === 'HB') this.#takePermit(fields);
    else if (verb === 'RESET') this.#takeReset(n, fields['id'] ?? '');
    else this.say('REFUSED', { re: String(n), verb, why: 'busy' });
  }

  #takePermit(fields: Fields): void {
    this.answers += 1;
    const was = this.isPermitted;
    const beatMs = this.#beats.get(Number(fields['re']));
    const fits = fields['permit'] !== undefined && this.restore !== null && fields['restore'] === this.restore && fields['plan'] === PLAN_HASH
      && this.latch === null && beatMs !== undefined && beatMs === Number(fields['re_ms']);
    this.#permitUntilMs = fits ? beatMs + Number(fields['ttl_ms']) : -1;
    if (this.isPermitted !== was) this.beat();
  }

  #stop(id: string): void {
    this.#permitUntilMs = -1;
    if (this.latch !== null) return;
    this.#met = { phase: this.phase, restore: this.restore };
    this.restore = null;
    this.phase = 'stopped';
    this.latch = id;
    this.isUnnamed = id === UNNAMED;
  }

  #takeStop(id: string): void {
    const isNew = this.isUnnamed || this.latch === null;
    this.#stop(id);
    if (this.isUnnamed) this.latch = id;
    this.isUnnamed = false;
    const isFirst = this.latch === id;
    const { phase, restore } = isFirst && this.#met !== null ? this.#met : { phase: this.phase, restore: null };
    this.say('STOPPED', { id, phase, zone: 'safe', restore: restore ?? 'none' });
    if (isNew && restore !== null) this.say('ENDED', { restore, result: 'stopped' });
  }

  #takeReset(n: number, id: string): void {
    if (id !== this.latch) return this.say('REFUSED', { re: String(n), verb: 'RESET', why: 'id' });
    this.release();
    this.say('RESET-DONE', { id });
    this.beat();
    return undefined;
  }

  release(): void {
    this.latch = null;
    this.phase = 'idle';
    this.#met = null;
  }
}
