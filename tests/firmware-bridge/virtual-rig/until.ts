/** Waits for a condition in short steps, and says by name what did not come. */
const STEP_MS = 5;
const WAIT_MS = 10_000;

export async function until(what: string, holds: () => boolean): Promise<void> {
  const giveUpAtMs = performance.now() + WAIT_MS;
  while (!holds()) {
    if (performance.now() > giveUpAtMs) throw new Error(`waited in vain for: ${what}`);
    await new Promise((settle) => { setTimeout(settle, STEP_MS); });
  }
}
