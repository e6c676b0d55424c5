/**
 * The sending half of the channel to one recorder process, with the number of messages still on the way. It never
 * throws: a channel that is gone is reported by the end of its process.
 */
import type { ChildProcess } from 'node:child_process';
import type { ToRecorder } from '../contract/recorder-pipe.ts';

export class SendPipe {
  readonly child: ChildProcess;
  #onTheWay = 0;

  constructor(child: ChildProcess) {
    this.child = child;
  }

  /** Messages that the system has not taken yet. */
  get onTheWay(): number {
    return this.#onTheWay;
  }

  write(message: ToRecorder): void {
    if (!this.child.connected) return;
    this.#onTheWay += 1;
    try {
      this.child.send(message, () => {
        this.#onTheWay -= 1;
      });
    } catch {
      this.#onTheWay -= 1;
    }
  }
}
