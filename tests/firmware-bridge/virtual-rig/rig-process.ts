/** Starts the virtual rig as a process in a folder of its own, and plays a small host on its terminal. For real tests. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SerialPort } from 'serialport';
import { decodeFrame, encodeFrame } from '../../../firmware-bridge/wire/frame.ts';
import { pullLever } from '../../../firmware-bridge/virtual-rig/lever-client.ts';
import { until } from './until.ts';
import type { ChildProcess } from 'node:child_process';
import type { Frame } from '../../../firmware-bridge/wire/frame.ts';
import type { LeverAnswer } from '../../../firmware-bridge/virtual-rig/lever-client.ts';

const ENTRY = join(import.meta.dirname, '../../../firmware-bridge/virtual-rig/main.ts');

export class RigFolder {
  readonly dir = mkdtempSync(join(tmpdir(), 'rig-'));
  readonly link = join(this.dir, 'tty');
  readonly levers = join(this.dir, 'levers.sock');
  readonly ledgerPath = join(this.dir, 'ledger.jsonl');
  readonly memoryPath = join(this.dir, 'memory.json');
  child: ChildProcess | null = null;
  exit: Promise<number | null> = Promise.resolve(null);

  /** Resolves with the first line that the process prints. */
  start(...more: string[]): Promise<Readonly<Record<string, unknown>>> {
    const args = ['--link', this.link, '--memory', this.memoryPath, '--ledger', this.ledgerPath, '--levers', this.levers, '--serial', 'VIRTUAL-T', ...more];
    const child = spawn(process.execPath, [ENTRY, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.child = child;
    this.exit = new Promise((settle) => { child.once('exit', (code) => settle(code)); });
    return new Promise((settle, fail) => {
      let text = '';
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
        if (text.includes('\n')) settle(JSON.parse(text.slice(0, text.indexOf('\n'))) as Readonly<Record<string, unknown>>);
      });
      child.once('exit', () => fail(new Error('the rig ended before it said anything')));
    });
  }

  pull(lever: string, more: Readonly<Record<string, unknown>> = {}): Promise<LeverAnswer> {
    return pullLever(this.levers, { lever, ...more });
  }

  get ledger(): Readonly<Record<string, unknown>>[] {
    if (!existsSync(this.ledgerPath)) return [];
    return readFileSync(this.ledgerPath, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  }

  end(signal: NodeJS.Signals): Promise<number | null> {
    this.child?.kill(signal);
    return this.exit;
  }

  async remove(): Promise<void> {
    await this.end('SIGKILL');
    rmSync(this.dir, { recursive: true, force: true });
  }
}

/** A host of a few lines: shakes hands, answers heartbeats, permits what the test says. */
export class TinyHost {
  readonly heard: Frame[] = [];
  corrupt = 0;
  closed = false;
  permit: 'write' | 'erase' | null = null;
  answers = true;
  /** Called with every line as it is read. */
  onFrame: (frame: Frame) => void = () => undefined;
  readonly port: SerialPort;
  #session = '';
  #n = 0;
  #plan = '';
  #text = '';

  private constructor(port: SerialPort) {
    this.port = port;
    port.on('data', (bytes: Buffer) => this.#read(bytes.toString('latin1')));
    port.on('close', () => { this.closed = true; });
    port.on('error', () => undefined);
  }

  static open(path: string): Promise<TinyHost> {
    return new Promise((settle, fail) => {
      const port = new SerialPort({ path, baudRate: 115_200, autoOpen: false, hupcl: false });
      const host = new TinyHost(port);
      port.open((error) => { if (error === null) settle(host); else fail(error); });
    });
  }

  async shakeHands(nonce: string): Promise<void> {
    this.write(encodeFrame({ session: `${nonce}0000`, n: 0, verb: 'HELLO', fields: { proto: '1', host: 'tiny' } }) ?? '');
    await until('WELCOME', () => this.#session.startsWith(nonce));
  }

  say(verb: string, fields: Readonly<Record<string, string>>): void {
    this.#n = (this.#n + 1) & 0xffff;
    this.write(encodeFrame({ session: this.#session, n: this.#n, verb, fields }) ?? '');
  }

  stop(id: string): void {
    this.#n = (this.#n + 1) & 0xffff;
    this.write(`\x18\n${encodeFrame({ session: this.#session === '' ? '00000000' : this.#session, n: this.#n, verb: 'STOP', fields: { id, why: 'test' } }) ?? ''}`);
  }

  write(bytes: string): void {
    if (this.port.isOpen) this.port.write(bytes, 'latin1');
  }

  last(verb: string): Frame | undefined {
    return this.heard.findLast((frame) => frame.verb === verb);
  }

  phase(name: string): Promise<void> {
    return until(`phase ${name}`, () => this.last('HB')?.fields.phase === name);
  }

  close(): Promise<void> {
    return new Promise((settle) => { if (this.port.isOpen) this.port.close(() => settle()); else settle(); });
  }

  #read(bytes: string): void {
    const lines = (this.#text + bytes).split('\n');
    this.#text = lines.pop() ?? '';
    for (const line of lines) {
      const decoded = decodeFrame(line);
      if (decoded.ok) this.#take(decoded.frame);
      else this.corrupt += 1;
    }
  }

  #take(frame: Frame): void {
    this.heard.push(frame);
    if (frame.verb === 'WELCOME') {
      this.#session = frame.session;
      this.#n = 0;
    }
    if (frame.verb === 'PLAN') this.#plan = frame.fields.hash ?? '';
    if (frame.verb === 'HB' && frame.session === this.#session && this.answers) this.#answer(frame);
    this.onFrame(frame);
  }

  #answer(beat: Frame): void {
    const restore = beat.fields.restore ?? 'none';
    const grant = this.permit === null || restore === 'none' ? {} : { permit: this.permit, restore, plan: this.#plan, ttl_ms: '500' };
    this.say('HB', { re: String(beat.n), re_ms: beat.fields.t_ms ?? '', ...grant });
  }
}
