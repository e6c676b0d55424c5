/** An entry of its own: says in one JSON line which process holds the port that it is given, and ends. It lowers itself first. */
import { realpathSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { parseArgs } from 'node:util';
import { holderOf } from './port-holder.ts';

try {
  setPriority(constants.priority.PRIORITY_LOW);
} catch {
  // Then it is as fast as the rest.
}
const { path = '', besides = '0' } = parseArgs({ options: { path: { type: 'string' }, besides: { type: 'string' } } }).values;
let device = path;
try {
  device = realpathSync(path);
} catch {
  // It went away meanwhile: nobody holds it.
}
process.stdout.write(`${JSON.stringify({ holder: holderOf('/proc', device, Number(besides)) })}\n`);
