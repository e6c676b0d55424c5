/**
 * Keeps the screen on while this page is seen, if a person wants it and the browser can. The lock is lost whenever the page is
 * hidden, so it is taken again. It can say why it is off.
 */
import { KeptChoice } from '../reading/kept-choice.ts';

export type NotAwake = 'needs-https' | 'not-here' | 'refused' | 'off';

export class StayAwake {
  readonly choice = new KeptChoice('holdfast-stay-awake', ['off', 'on']);
  #lock: WakeLockSentinel | null = null;
  #isRefused = false;

  /** Null: the screen stays on. */
  whyNot(): NotAwake | null {
    if (!globalThis.isSecureContext) return 'needs-https';
    if (!('wakeLock' in navigator)) return 'not-here';
    if (this.#isRefused) return 'refused';
    return this.#lock === null || this.#lock.released ? 'off' : null;
  }

  start(): void {
    document.addEventListener('visibilitychange', () => void this.#take());
    void this.#take();
  }

  async choose(isOn: boolean): Promise<void> {
    this.choice.choose(isOn ? 'on' : 'off');
    this.#isRefused = false;
    if (isOn) await this.#take();
    else await this.#lock?.release();
  }

  async #take(): Promise<void> {
    const why = this.whyNot();
    if (this.choice.value !== 'on' || why === null || why === 'needs-https' || why === 'not-here' || document.visibilityState !== 'visible') return;
    try {
      this.#lock = await navigator.wakeLock.request('screen');
      this.#isRefused = false;
    } catch {
      // An empty battery or a policy of the computer: said where it can be turned on.
      this.#isRefused = true;
    }
  }
}

export const stayAwake = new StayAwake();
