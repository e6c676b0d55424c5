/**
 * An entry of its own: looks for serial ports that may be a rig and prints them as one JSON line, each with the rigs that a
 * bench of the given state folder last saw there. It opens none of them,
 * because opening a port can reset the board behind it.
 */
import { accessSync, constants, readFileSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SerialPort } from 'serialport';
import { portReaders } from './port-finder.ts';
import { rigsSeen, type RigSeen } from './port-memory.ts';

interface FoundPort {
  readonly path: string;
  readonly device: string;
  readonly maker: string | null;
  readonly serial: string | null;
  readonly mayOpen: boolean;
  readonly group: string | null;
  readonly rigs: readonly RigSeen[];
}

/** Names that stay the same across restarts come first; the bare device names only for what has no such name. */
const FOLDERS = ['/dev/serial/by-id', '/dev/serial/by-path'];
const DEVICE_NAMES = /^(ttyUSB|ttyACM|cu\.usb)/;

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function mayOpen(device: string): boolean {
  try {
    accessSync(device, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function groupOf(device: string): string | null {
  try {
    const { gid } = statSync(device);
    const line = readFileSync('/etc/group', 'utf8').split('\n').find((entry) => entry.split(':')[2] === String(gid));
    return line?.split(':')[0] ?? String(gid);
  } catch {
    return null;
  }
}

/** The system's own list needs `udevadm`, which small systems have not; without it the names in /dev must do. */
async function listedPorts(): Promise<Map<string, { maker: string | null; serial: string | null }>> {
  try {
    const listed = await SerialPort.list();
    // A port with neither maker nor product number is one of the PC's own, which exist on paper only.
    const usb = listed.filter((port) => port.vendorId !== undefined || port.manufacturer !== undefined);
    return new Map(usb.map((port) => [realPath(port.path), { maker: port.manufacturer ?? null, serial: port.serialNumber ?? null }]));
  } catch {
    return new Map();
  }
}

const { state } = parseArgs({ options: { state: { type: 'string' } } }).values;
const seen = state === undefined ? new Map<string, readonly RigSeen[]>() : await rigsSeen(state, portReaders.device);
const listed = await listedPorts();
const candidates = [
  ...FOLDERS.flatMap((folder) => namesIn(folder).map((name) => join(folder, name))),
  ...namesIn('/dev').filter((name) => DEVICE_NAMES.test(name)).map((name) => join('/dev', name)),
  ...listed.keys(),
];
const byDevice = new Map<string, FoundPort>();
for (const path of candidates) {
  const device = realPath(path);
  if (byDevice.has(device)) continue;
  const known = listed.get(device);
  byDevice.set(device, { path, device, maker: known?.maker ?? null, serial: known?.serial ?? null, mayOpen: mayOpen(device), group: groupOf(device), rigs: seen.get(device) ?? [] });
}
process.stdout.write(`${JSON.stringify({ ports: [...byDevice.values()] })}\n`);
