/**
 * `holdfast replay RECORD`: is the record whole, and what would the rules of today have done? It says in words what
 * differs; its exit code is 0 only when every stop is the same and the record is whole.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { replayReportSchema, type ReplayReport } from '../../firmware-bridge/contract/replay-report.ts';
import { askBlackBox, flags } from './ask-black-box.ts';
import { EXIT_CODES } from './command-refusal.ts';
import { replayText } from './replay-text.ts';
import { storeFolder } from './find-run.ts';
import { PORT_DEFAULT } from './start-plan.ts';

export interface ReplayOptions {
  readonly from?: string;
  readonly to?: string;
  readonly limits?: readonly string[];
  readonly head?: readonly string[];
  readonly port?: number;
  readonly json?: boolean;
  readonly state?: string;
}

/** The folder asked for, else the default one that holds records. */
export const recordFolder = (asked: string | undefined): string => storeFolder(asked, (stateDir) => existsSync(join(stateDir, 'black-box')));

/** 0: all the same. 1: the record is not whole. 5: a stop differs. */
function exitCodeOf({ chain, stops }: ReplayReport): number {
  if (stops.some(({ verdict }) => verdict !== 'same')) return EXIT_CODES.differs;
  return chain.intact ? EXIT_CODES.done : EXIT_CODES.failed;
}

export async function replayCommand(record: string, options: ReplayOptions, out: (text: string) => void): Promise<number> {
  const { from, to, limits, head, port = PORT_DEFAULT } = options;
  const given = flags({ state: recordFolder(options.state), server: `http://127.0.0.1:${port}`, from, to, limits, head });
  const report = await askBlackBox(['replay', record, ...given], replayReportSchema);
  out(options.json === true ? JSON.stringify(report, null, 2) : replayText(report));
  return exitCodeOf(report);
}
