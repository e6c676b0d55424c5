/**
 * A notice of the operating system when an alarm rings and nobody looks at this page. It asks the browser only when a person
 * presses, and can say why it cannot. Of many alarms there is one notice, of the worst.
 */
import type { Ringing } from '../reading/alarm-life.ts';
import { KeptChoice } from '../reading/kept-choice.ts';
import { headline } from '../words/sentences.ts';

export type NoNotice = 'needs-https' | 'not-here' | 'refused' | 'off';

export class DesktopNotice {
  readonly choice = new KeptChoice('holdfast-notices', ['off', 'on']);
  #shown: Notification | null = null;
  #told: ReadonlySet<string> = new Set();

  /** Null: notices come. */
  whyNot(): NoNotice | null {
    if (!globalThis.isSecureContext) return 'needs-https';
    if (!('Notification' in globalThis)) return 'not-here';
    if (Notification.permission === 'denied') return 'refused';
    return this.choice.value === 'on' && Notification.permission === 'granted' ? null : 'off';
  }

  /** By a press only. */
  async turnOn(): Promise<void> {
    const why = this.whyNot();
    if (why === 'needs-https' || why === 'not-here') return;
    await Notification.requestPermission();
    this.choice.choose('on');
  }

  turnOff(): void {
    this.choice.choose('off');
    this.#shown?.close();
  }

  /** Called at each redraw. */
  follow(ringing: readonly Ringing[], open: (bench: string) => void): void {
    const isNew = ringing.some(({ alarmId }) => !this.#told.has(alarmId));
    this.#told = new Set(ringing.map(({ alarmId }) => alarmId));
    const worst = ringing[0];
    if (worst === undefined) this.#shown?.close();
    if (worst === undefined || !isNew || this.whyNot() !== null || document.hasFocus()) return;
    const { reading } = worst;
    this.#shown?.close();
    const title = ringing.length === 1 ? reading.view.name : `${reading.view.name} (+${ringing.length - 1})`;
    this.#shown = new Notification(title, { body: headline(reading, true), tag: worst.alarmId, icon: '/favicon.svg', requireInteraction: true });
    this.#shown.addEventListener('click', () => {
      focus();
      open(reading.view.id);
    });
  }
}

export const desktopNotice = new DesktopNotice();
