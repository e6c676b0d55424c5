/** `holdfast blackbox list` and `export`: what is recorded of each bench, and a piece of it that people can attach. */
import { boxExportSchema, boxListSchema } from '../../firmware-bridge/contract/replay-report.ts';
import { askBlackBox, flags } from './ask-black-box.ts';
import { CommandRefusal, EXIT_CODES } from './command-refusal.ts';
import { exportText, listText } from './replay-text.ts';
import { recordFolder } from './replay-command.ts';

export interface BlackBoxOptions {
  readonly stop?: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly state?: string;
}

export async function blackBoxCommand(what: string, bench: string | undefined, options: BlackBoxOptions, out: (text: string) => void): Promise<number> {
  const state = recordFolder(options.state);
  const target = bench === undefined ? [] : [bench];
  if (what === 'list') {
    const list = await askBlackBox(['list', ...target, ...flags({ state })], boxListSchema);
    out(options.json === true ? JSON.stringify(list, null, 2) : listText(list, state));
  } else if (what === 'export') {
    const made = await askBlackBox(['export', ...target, ...flags({ state, stop: options.stop, out: options.out })], boxExportSchema);
    out(options.json === true ? JSON.stringify(made, null, 2) : exportText(made));
  } else throw new CommandRefusal(`A black box cannot "${what}".`, 'Write "blackbox list", or "blackbox export bench-1 --stop ID".');
  return EXIT_CODES.done;
}
