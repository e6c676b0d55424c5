/**
 * Lets a person be the rig: opens one end of a serial line, runs the rig's firmware without a clock of its own for the
 * phases, and takes typed commands. The host at the other end cannot tell; the rig says of itself that it is virtual.
 */
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { SerialPort } from 'serialport';
import { BLANK, loadMemory, saveMemory } from './memory-file.ts';
import { ByHandRig } from './by-hand-rig.ts';
import { HELP } from './by-hand-command.ts';

const BAUD = 115_200;
const TICK_MS = 10;
/** More than this unread at the other end is lost, as on a wire. */
const UNREAD_BYTES_MAX = 8192;
const USAGE = 'Say which port: by-hand.ts PORT [--serial VIRTUAL-NAME] [--memory FILE] [--baud 115200]';
const SERIAL = /^[A-Za-z0-9-]{1,24}$/;

function leave(sentence: string, code: number): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}

function readOptions(): { readonly path: string; readonly serial: string; readonly memory: string | null; readonly baud: number } {
  try {
    const { values, positionals } = parseArgs({
      args: process.argv.slice(2), allowPositionals: true,
      options: { serial: { type: 'string', default: 'VIRTUAL-BY-HAND' }, memory: { type: 'string' }, baud: { type: 'string', default: String(BAUD) } },
    });
    const path = positionals[0];
    const baud = Number(values.baud);
    if (path === undefined || positionals.length > 1) return leave(USAGE, 2);
    if (!SERIAL.test(values.serial)) return leave(`--serial ${values.serial} cannot be used: give 1 to 24 letters, digits or hyphens.`, 2);
    if (!Number.isInteger(baud) || baud < 1200) return leave(`--baud ${values.baud} cannot be used: give for example 115200.`, 2);
    return { path, serial: values.serial, memory: values.memory ?? null, baud };
  } catch (error) {
    return leave(`${error instanceof Error ? error.message : String(error)}. ${USAGE}`, 2);
  }
}

const { path, serial, memory, baud } = readOptions();
const loaded = memory === null ? BLANK : loadMemory(memory);
if (loaded === null) leave(`${memory ?? ''} is not the memory of a virtual rig: give another --memory, or delete it.`, 2);
// Without a memory file the boot counter still has to differ from the last start's.
const kept = memory === null ? { ...loaded, rig: { ...loaded.rig, boot: Math.floor(Date.now() / 1000) % 0xffff } } : loaded;

const port = new SerialPort({ path, baudRate: baud, autoOpen: false, hupcl: false });

port.open((failure) => {
  if (failure !== null) leave(`${path} cannot be opened: ${failure.message}. Look whether it exists and no other program has it.`, 2);
  // Not before the port is open: what is piped in would be read and lost.
  const input = createInterface({ input: process.stdin, output: process.stdout, terminal: process.stdin.isTTY, prompt: 'rig> ' });
  const print = (lines: readonly string[]): void => {
    if (lines.length === 0) return;
    if (process.stdin.isTTY) process.stdout.write('\r\u001b[K');
    process.stdout.write(`${lines.join('\n')}\n`);
    if (process.stdin.isTTY) input.prompt(true);
  };
  const rig = new ByHandRig({
    serial, kept, colour: process.stdout.isTTY, nowMs: () => performance.now(), print,
    save: (now) => { if (memory !== null) saveMemory(memory, now); },
    write: (line) => { if (port.writableLength < UNREAD_BYTES_MAX) port.write(line, 'latin1'); },
  });
  const ticking = setInterval(() => rig.tick(), TICK_MS);
  let ending = false;
  const end = (code: number): void => {
    if (ending) return;
    ending = true;
    clearInterval(ticking);
    port.close(() => process.exit(code));
  };
  port.on('data', (bytes: Buffer) => rig.read(bytes.toString('latin1')));
  port.on('error', (error) => print([`The port has a fault: ${error.message}`]));
  port.on('close', () => { if (!ending) leave('The line is gone: the other end was closed or unplugged.', 1); });
  input.on('line', (typed) => {
    if (rig.type(typed) === 'quit') end(0);
    else if (process.stdin.isTTY) input.prompt();
  });
  input.on('close', () => end(0));
  process.once('SIGTERM', () => end(0));
  print([`You are the rig ${serial} on ${path}.`, HELP]);
});
