/**
 * The end of a run: first the bridge, which gives no new permit and waits for a bench past its gate; then the server,
 * then the virtual rigs. It names the benches that run, and leaves no process behind.
 */
import { askBridge, bridgeStatusSchema } from './bridge-line.ts';
import type { KeptAlive } from './kept-alive.ts';
import { wrapText } from './wrap-text.ts';

const STATUS_WITHIN_MS = 1_000;
/** The bridge itself waits at most 30 s for a bench in `critical`; the rest is for its last records. */
const BRIDGE_WITHIN_MS = 35_000;
const SERVER_WITHIN_MS = 8_000;
const RIGS_WITHIN_MS = 3_000;

export interface Ending {
  readonly stateDir: string;
  readonly rigs: readonly KeptAlive[];
  readonly bridge: KeptAlive;
  readonly server: KeptAlive;
  readonly say: (text: string) => void;
}

async function sayWhatRuns({ stateDir, bridge, say }: Ending): Promise<void> {
  if (bridge.pid === null) return;
  const asked = await askBridge(stateDir, { cmd: 'status' }, bridgeStatusSchema, STATUS_WITHIN_MS);
  const running = asked.ok ? asked.reply.benches.filter((bench) => bench.restore !== null) : [];
  for (const bench of running) {
    const what = {
      safe: 'runs a restore before its gate; it waits at the gate, or its rig ends it unchanged.',
      critical: 'is past the gate of a restore and is waited for, at most 30 s. Ctrl-C again ends at once.',
      committed: 'is past the point of no return; its rig goes on alone. Keep cable and power in.',
    }[bench.zone];
    say(wrapText(`${bench.name} ${what}`));
  }
}

export async function endInOrder(ending: Ending): Promise<void> {
  const { rigs, bridge, server, say } = ending;
  say('Ending Holdfast…');
  await sayWhatRuns(ending);
  if (!await bridge.stop(BRIDGE_WITHIN_MS)) say('The bridge did not end by itself and was ended by force.');
  if (!await server.stop(SERVER_WITHIN_MS)) say('The server did not end by itself and was ended by force.');
  await Promise.all(rigs.map((rig) => rig.stop(RIGS_WITHIN_MS)));
  say('Holdfast has ended.');
}
