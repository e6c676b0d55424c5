/** One round in one store: both benches brought to their places and provoked, the target killed at its moment, and back. */
import type { KillMoment, Round } from './plan.ts';
import { BenchRound } from './scene.ts';
import type { Store } from './store.ts';
import { pause } from './wait-for.ts';

/** A kill that waits for a stop does not wait longer than this. */
const STOP_COMES_WITHIN_MS = 400;

export async function playRound(store: Store, round: Round): Promise<void> {
  const benches = store.rigs.flatMap((rig, index) => {
    const part = round.scenes[index];
    return part === undefined ? [] : [{ play: new BenchRound(store, rig, part.scene), lateMs: part.lateMs }];
  });
  await Promise.all(benches.map(({ play }) => play.prepare()));
  const pids = await store.pids();
  const leadMs = round.kill.at === 'provocation' ? Math.max(0, -round.kill.afterMs) : 0;
  await Promise.all([
    ...benches.map(async ({ play, lateMs }) => {
      await pause(leadMs + lateMs);
      await play.provoke();
    }),
    killMoment(store, round.kill, leadMs).then(() => { store.kill(pids, round.target, round.firstOfAll); }),
  ]);
  await store.whole(pids, round.target);
  await Promise.all(benches.map(({ play }) => play.settle()));
}

async function killMoment(store: Store, kill: KillMoment, leadMs: number): Promise<void> {
  if (kill.at === 'provocation') return pause(leadMs + kill.afterMs);
  const watchers: { readonly end: () => void }[] = [];
  const stopped = new Promise<void>((resolve) => {
    for (const rig of store.rigs) watchers.push(rig.onNextStop(resolve));
  });
  await Promise.race([stopped, pause(STOP_COMES_WITHIN_MS)]);
  for (const watcher of watchers) watcher.end();
  if (kill.afterMs > 0) await pause(kill.afterMs);
}
