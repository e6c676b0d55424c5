/** Waiting with a limit: polls a condition in short steps and says what was waited for when it does not come. */

const STEP_MS = 20;

export const pause = (delayMs: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, delayMs); });

/** Answers what `look` found; `null` and `false` mean not yet. `describe` is asked only when the time is over. */
export async function waitFor<Found>(
  what: string, withinMs: number, look: () => Promise<Found | null | false>, describe: () => Promise<string> = () => Promise.resolve(''), stepMs = STEP_MS,
): Promise<Found> {
  const untilMs = performance.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== null && found !== false) return found;
    if (performance.now() > untilMs) throw new Error(`${what}: not within ${withinMs / 1000} s. ${await describe()}`.trim());
    await pause(stepMs);
  }
}
