/**
 * The tones of an alarm, made by the browser itself: no file, nothing from outside. Each kind of alarm has its own
 * figure, so that a person two benches away knows which it is. It makes no decision about when.
 */
import type { Tone } from '../reading/alarm-rhythm.ts';

interface Note {
  readonly hz: number;
  readonly atMs: number;
  readonly forMs: number;
}

const run = (pitches: readonly number[], stepMs: number, forMs: number): readonly Note[] =>
  pitches.map((hz, index) => ({ hz, atMs: index * stepMs, forMs }));

/** Falling, three notes · fast, alternating, eight notes · low, two long notes · rising, three times over, as sirens do. */
const FIGURES: Readonly<Record<Tone, { readonly wave: OscillatorType; readonly gain: number; readonly notes: readonly Note[] }>> = {
  stopped: { wave: 'triangle', gain: 0.5, notes: run([988, 784, 587], 210, 180) },
  'not-confirmed': { wave: 'square', gain: 0.28, notes: run([1175, 880, 1175, 880, 1175, 880, 1175, 880], 130, 110) },
  'too-late': { wave: 'sine', gain: 0.6, notes: run([392, 294], 520, 460) },
  'step-back': { wave: 'sawtooth', gain: 0.3, notes: run([523, 698, 932, 1245, 523, 698, 932, 1245, 523, 698, 932, 1245], 100, 95) },
};

export const VOLUMES = ['100', '70', '40', '20'] as const;
export type Volume = (typeof VOLUMES)[number];

export class AlarmSound {
  #context: AudioContext | null = null;
  volume: Volume = '100';

  /** True when the browser lets this page be heard. */
  get isReady(): boolean {
    return this.#context?.state === 'running';
  }

  /** Browsers allow sound only after a person touched the page, and complain about whoever asks before. */
  async wake(): Promise<void> {
    if (this.#context === null && !navigator.userActivation.hasBeenActive) return;
    this.#context ??= new AudioContext();
    // Some browsers never settle this; a page must not wait for it.
    await Promise.race([this.#context.resume(), new Promise((resolve) => setTimeout(resolve, 300))]);
  }

  play(tone: Tone): void {
    const context = this.#context;
    if (context === null || context.state !== 'running') return;
    const { wave, gain, notes } = FIGURES[tone];
    const loud = (gain * Number(this.volume)) / 100;
    for (const { hz, atMs, forMs } of notes) {
      const from = context.currentTime + 0.02 + atMs / 1000;
      const to = from + forMs / 1000;
      const oscillator = new OscillatorNode(context, { type: wave, frequency: hz });
      const envelope = new GainNode(context, { gain: 0 });
      envelope.gain.setValueAtTime(0, from);
      envelope.gain.linearRampToValueAtTime(loud, from + 0.012);
      envelope.gain.setValueAtTime(loud, to - 0.04);
      envelope.gain.linearRampToValueAtTime(0, to);
      oscillator.connect(envelope).connect(context.destination);
      oscillator.start(from);
      oscillator.stop(to + 0.02);
    }
  }
}
