/** Whether a process number still means the same process: numbers are used again, start times are not. */
import { readFileSync } from 'node:fs';

/** Clock ticks since boot at which it started; empty where the system does not tell. */
export function startTicksOf(pid: number): string {
  try {
    // The name in brackets may hold blanks and brackets itself; the start time is the 20th field after the last one.
    return readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

export const isSameProcess = (pid: number, startTicks: string): boolean => {
  const now = startTicksOf(pid);
  return isAlive(pid) && (startTicks === '' || now === '' || now === startTicks);
};
