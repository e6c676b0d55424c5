/** What stands on the page of one bench: its parts, its measurement over time, its facts, the causes and receipts of its stops. */
import { spoken } from './language.ts';

export const benchEnglish = {
  toBoard: 'All benches',
  stateOf: (bench: string) => `State of ${bench}`,
  keyboard: 'Keyboard: Ctrl + Shift + E stops this bench.',
  why: 'Why',
  receipt: 'Receipt',
  chassis: 'Chassis',
  conditions: 'Conditions for a permit',
  facts: 'What is known',
  noSuchBench: (bench: string) => `There is no bench “${bench}”`,
  chooseBench: 'Choose one from the board.',
  asking: 'Asking for the bench…',

  first: (at: string) => `first at ${at}`,
  added: (at: string) => `added at ${at}`,
  cleared: 'cleared',
  stillSo: 'still so',
  happened: 'What happened',
  usualCause: 'Usual cause',
  whatToDo: 'What to do now',

  times: { pending: 'waiting', 'not-confirmed': 'never came', confirmed: 'not seen', 'too-late': 'too late', 'not-written': 'none' },
  witness: 'Witness: the rig only.',
  stop: 'Stop',

  lastStops: 'Last stops',
  evidence: 'Evidence',
  noStops: 'The stops could not be read.',
  ofBench: 'Stops of which bench', noStopAnywhere: 'No bench has stopped anything yet. The first stop will stand here, with its receipt, for ever.', earlierStops: 'Earlier stops',
  noStopYet: 'No stop on this bench yet. The first one will stand here, with its receipt, for ever.',
  nothingYet: 'Nothing has happened here yet.',
  after: (state: string, duration: string) => `${state} after ${duration}`,
  notReset: 'Not reset.',
  resetBy: (who: string, second: string | null, at: string, reason: string) => `Reset by ${who}${second === null ? '' : ` and ${second}`} at ${at}: ${reason}`,
  saidBy: (who: string, when: string) => `said by ${who}, ${when}`,
  confirm: (verdict: string) => `Confirm: ${verdict}`,

  holdAt: (um: number) => `hold at ${um}`,
  hold: (um: number) => `hold ${um}`,
  limit: (um: number, uncertaintyUm: number) => `limit ${um} ± ${uncertaintyUm}`,
  notLive: 'old value, not live:',
  notMeasured: 'not measured',
  noMiddleRow: 'the fixture has no middle row',
  measured: (count: number, needed: number) => `Measured ${count} of ${needed} times`,
  turned: 'Turned by 180°: yes',
  notTurned: 'Turned by 180°: not yet',
  differ: (um: number) => `The two ways differ by ${um} µm`,
  keptFor: (duration: string) => `Kept for ${duration} more`,

  chart: 'Deviation over time',
  noChart: 'The chart could not be loaded. Every number stands beside it.',
  noEarlier: 'Earlier values could not be read; the chart begins now.',
  edges: { left: 'left edge', right: 'right edge' },
  edgeSays: (edge: string, probes: number, mm: number, rangeUm: number, holdAtUm: number) => `${edge}, ${probes} probes over ${mm} mm, from lowest to highest ${rangeUm} µm, hold at ${holdAtUm} µm`,
  drawn: (edge: string, times: number) => `${edge}, drawn ${times} ×`,
  drawnCut: (edge: string, times: number) => `${edge}, drawn ${times} ×, cut at the top`,
} as const;

export const benchWords = spoken(benchEnglish);
