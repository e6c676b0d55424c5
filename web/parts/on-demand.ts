/**
 * Parts of the board that are fetched when something first asks for them; the board itself does not carry them. A file that cannot be
 * fetched leaves its place empty until the next try: the reconnect bar says that the server is away.
 */
import { onDemand } from './fetch-once.ts';

/** What stands on the page now is drawn first. */
const drawn = (): Promise<unknown> => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });

export const loadBenchCase = onDemand(() => import('./bench-case.ts'), drawn);
/** What somebody was called to, and whether they have been away: no page waits for it. */
export const loadNotes = onDemand(() => import('./notes.ts'));
export const loadNuisance = onDemand(() => import('./nuisance.ts'), drawn);
export const loadChooseBenches = onDemand(() => import('./choose-benches.ts'));
export const loadAlarmSettings = onDemand(() => import('./alarm-settings.ts'));
export const loadSnoozeSheet = onDemand(() => import('./snooze-sheet.ts'));
/** Asked for as soon as a reset is offered, so that it does not wait for the network when it is wanted. */
export const loadResetDialog = onDemand(() => import('./reset-dialog.ts'), drawn);
export const loadHoldEvidence = onDemand(() => import('./hold-evidence.ts'));
export const loadLockOut = onDemand(() => import('./lock-out-dialog.ts'));

const loadCaseDialogs = onDemand(() => import('./case-dialogs.ts'));
/** When the first of them is wanted. Without them nothing stays wanted: the next try asks for them again. */
export async function fetchCaseDialogs(page: { wanted: unknown }): Promise<void> {
  await loadCaseDialogs();
  if (customElements.get('hf-case-dialogs') === undefined) page.wanted = null;
}
