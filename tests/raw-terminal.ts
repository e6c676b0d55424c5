/** A pseudo terminal for tests: the product opens its slave, the test holds the master and says whatever bytes it likes. */
import { spawn, type IPty } from '@lydell/node-pty';

export interface RawTerminal {
  readonly path: string;
  readonly write: (bytes: string) => void;
  readonly onBytes: (take: (text: string) => void) => void;
  /** While false the master reads nothing, and the terminal fills. */
  readonly read: (on: boolean) => void;
  readonly end: () => void;
}

export async function openRawTerminal(): Promise<RawTerminal> {
  const terminal: IPty = spawn('sh', ['-c', 'stty raw -echo; tty; while :; do sleep 3600; done'], { encoding: null });
  const path = await new Promise<string>((found) => {
    let text = '';
    const reading = terminal.onData((part) => {
      text += Buffer.from(part).toString('latin1');
      const match = /(\/dev\/\S+)[\r\n]/.exec(text)?.[1];
      if (match === undefined) return;
      reading.dispose();
      found(match);
    });
  });
  return {
    path,
    write: (bytes) => { terminal.write(bytes); },
    onBytes: (take) => { terminal.onData((part) => { take(Buffer.from(part).toString('latin1')); }); },
    read: (on) => {
      if (on) terminal.resume();
      else terminal.pause();
    },
    end: () => { terminal.kill('SIGKILL'); },
  };
}
