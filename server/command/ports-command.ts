/**
 * `holdfast ports`: which serial ports may be a rig, which rig was last seen on each, and which this user may not open and why. The looking is
 * done by an entry of the bridge room, the only one that touches ports.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CommandRefusal, EXIT_CODES } from './command-refusal.ts';
import { ENTRIES } from './project.ts';
import { findStateDir } from './start-plan.ts';
import { indentText, wrapText } from './wrap-text.ts';

const LOOK_WITHIN_MS = 10_000;

const portsSchema = z.object({
  ports: z.array(z.object({
    path: z.string(),
    device: z.string(),
    maker: z.string().nullable(),
    serial: z.string().nullable(),
    mayOpen: z.boolean(),
    group: z.string().nullable(),
    rigs: z.array(z.object({ bench: z.string(), rig: z.string() })),
  })),
});
export type PortsReply = z.infer<typeof portsSchema>;

export function portsText({ ports }: PortsReply): string {
  if (ports.length === 0) {
    return wrapText('No serial port that may be a rig was found. Check the cable and the power of the rig; an adapter shows up as /dev/ttyUSB0 or /dev/ttyACM0.');
  }
  return ports.map((port) => {
    const known = [port.maker, port.serial].filter((part) => part !== null).join(', ');
    const lines = [`${port.path}${port.device === port.path ? '' : ` -> ${port.device}`}`];
    if (known !== '') lines.push(`  ${known}`);
    for (const { bench, rig } of port.rigs) lines.push(indentText(`Rig ${rig} was last seen here, as ${bench}.`));
    if (!port.mayOpen && port.group === null) lines.push(indentText('This user may not open it. Ask whoever looks after this PC for the right to open it.'));
    if (!port.mayOpen && port.group !== null) {
      lines.push(indentText(`This user may not open it: it belongs to the group "${port.group}". To be let in, then sign in again:`));
      lines.push(`    sudo usermod -aG ${port.group} "$USER"`);
    }
    return lines.join('\n');
  }).join('\n');
}

function look(stateDir: string): Promise<PortsReply> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [ENTRIES.ports, '--state', stateDir], { timeout: LOOK_WITHIN_MS }, (error, stdout) => {
      try {
        resolve(portsSchema.parse(JSON.parse(stdout)));
      } catch {
        const why = error === null ? '' : ` (${error.message.split('\n')[0] ?? ''})`;
        reject(new CommandRefusal(`The ports could not be looked at${why}.`, 'Name the port of the rig with --rig.', EXIT_CODES.failed));
      }
    });
  });
}

export async function portsCommand(options: { json?: boolean; state?: string }, out: (text: string) => void): Promise<number> {
  const reply = await look(findStateDir(options.state, process.cwd(), (stateDir) => existsSync(join(stateDir, 'ports'))));
  out(options.json === true ? JSON.stringify(reply, null, 2) : portsText(reply));
  return EXIT_CODES.done;
}
