/**
 * What anybody would write first: `serialport`, a `ReadlineParser`, and a write when the line asks for it. It is the
 * measure for the product, so it must never do less or more than that.
 */
import { ReadlineParser } from '@serialport/parser-readline';
import { SerialPort } from 'serialport';
import { stopBytes } from '../../../firmware-bridge/wire/host-line.ts';
import { DECIDING_MARK } from './rig-lines.ts';

export type FromBareLoop = { readonly type: 'ready' };

const STOP = stopBytes('00000000', 0, '0BA4E0000001', 'device-frame-bent');

const port = new SerialPort({ path: process.argv[2] ?? '', baudRate: 115_200, hupcl: false });
const lines = port.pipe(new ReadlineParser({ delimiter: '\n' }));
lines.on('data', (line: string) => {
  if (line.includes(DECIDING_MARK)) port.write(STOP);
});
port.on('open', () => { process.send?.({ type: 'ready' } satisfies FromBareLoop); });
process.on('disconnect', () => { process.exit(0); });
