/** Sets BREAK, DTR and RTS of an open port in one go, with a deadline: the system may never answer, and a pseudo terminal has none. */
import type { SerialPort } from 'serialport';

const DEADLINE_MS = 100;

export interface PortLines { readonly brk: boolean; readonly dtr: boolean; readonly rts: boolean }

/** Calls `done` once: with null, or with why the lines are not as they should be. */
export function setLines(port: SerialPort | null, lines: PortLines, done: (why: string | null) => void): void {
  if (port === null || !port.isOpen) {
    done('the port is not open');
    return;
  }
  let isTold = false;
  const tell = (why: string | null): void => {
    if (isTold) return;
    isTold = true;
    clearTimeout(late);
    done(why);
  };
  const late = setTimeout(() => { tell('the system did not answer in time'); }, DEADLINE_MS);
  port.set({ ...lines }, (error) => { tell(error === null ? null : error.message.slice(0, 200)); });
}
