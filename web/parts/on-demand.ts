/** Parts of the board that only some pages need, fetched when one of them first does; the board itself does not carry them. */

/** A file that cannot be fetched leaves its place empty: the bench says all it said before. */
export async function loadBenchCase(): Promise<void> {
  try {
    await import('./bench-case.ts');
  } catch {
    // The reconnect bar says that the server is away.
  }
}

export async function loadChooseBenches(): Promise<void> {
  try {
    await import('./choose-benches.ts');
  } catch {
    // See above.
  }
}

export async function loadAlarmSettings(): Promise<void> {
  try {
    await import('./alarm-settings.ts');
  } catch {
    // See above.
  }
}

export async function loadSnoozeSheet(): Promise<void> {
  try {
    await import('./snooze-sheet.ts');
  } catch {
    // See above.
  }
}
