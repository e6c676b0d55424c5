/** What the charts of a bench, a moment in them and its lines say. */
import { sayNumber } from './numbers.ts';
import { spoken } from './language.ts';
import { sayDayAndTime, sayMoment, sayTimeOfDay } from './times.ts';

export const timelineEnglish = {
  title: 'Over time',
  spans: ['10 min', '1 h', '12 h', '2 days'],
  spanOf: (span: string) => `Show the last ${span}`,
  live: 'Live',
  liveSpan: (span: string) => `Live: the last ${span}`,
  toLive: 'Back to live',
  earlier: 'Earlier',
  later: 'Later',
  closer: 'Closer',
  wider: 'Wider',
  back: 'Back',
  copy: 'Copy link to this moment',
  copied: 'Copied',
  notCopied: 'Not copied: the link stands in the address bar.',
  moment: (from: string, to: string) => `${from} to ${to}`,
  keys: 'Drag to look closer, double click to go back. Keyboard: arrows, plus, minus, Backspace, Home for live.',
  chartSays: (span: string, um: string, holdAtUm: number) => `Deviation of each probe, force, temperature and battery, ${span}. Largest deviation now ${um}, hold at ${holdAtUm} µm.`,
  key: 'Thick: largest deviation. Thin: each probe above the lowest of its edge, left solid, right dotted. Line: hold. Dashed: limit, with its guard band.',
  small: { force: 'Force', device: 'Device', battery: 'Battery' },
  smallLimit: { force: 'limit', device: 'limit', battery: 'at least' },
  deviation: 'Deviation',
  noneMeasured: 'not measured',
  um: (um: number) => `${um} µm`,
  newton: (n: number) => `${sayNumber(n, 2)} N`,
  celsius: (c: number) => `${sayNumber(c, 1)} °C`,
  percent: (pct: number) => `${pct} %`,
  highest: (edge: string, number: number, um: number) => `highest probe: ${edge} ${number}, ${um} µm`,
  edge: { left: 'left', right: 'right' },
  now: 'now',
  stopHere: (cause: string, um: string | null) => `stopped: ${cause}${um === null ? '' : ` (${um})`}`,
  hole: 'nothing recorded here',
  byMinute: 'One point a minute, with the smallest and the largest value in it.',
  bySecond: 'One point a second, with the smallest and the largest value in it.',
  noChart: 'The chart could not be loaded. Every number stands beside it.',
  noEarlier: 'Earlier values could not be read; the chart begins now.',
  nothing: 'Nothing was recorded in this time.',
  momentEvidence: 'Evidence of this moment',
  momentNone: 'No evidence in this time.',
  momentFailed: 'The evidence of this moment could not be read.',
  showMoment: 'Show this moment',

  serial: 'Serial line',
  serialHint: 'Everything between the bench PC and its rig, line by line, read only.',
  serialVeiled: 'Identifiers of the phone are shown as --- to you.',
  serialPast: 'From the record of this bench, in the time that the charts show.',
  serialMiddle: (from: string, to: string) => `From the record of this bench, ${from} to ${to}: the middle of what the charts show.`,
  filter: 'Show only lines with',
  direction: 'Direction',
  directions: { all: 'Both ways', in: 'From the rig', out: 'To the rig' },
  arrow: { in: 'from the rig', out: 'to the rig', gap: 'missing' },
  missing: (count: number) => (count === 1 ? '1 line is missing here' : `${count} lines are missing here`),
  someMissing: 'Lines are missing here',
  newest: 'The newest line is at the end.',
  waits: (count: number, most: number) => `Paused: ${count === 1 ? '1 line waits' : `${count} lines wait`}. Up to ${most} are kept.`,
  letGo: (count: number) => `${count} older ones could not be kept.`,
  pause: 'Pause',
  goOn: 'Go on',
  noLines: 'No line yet. The rig speaks ten times a second; a silent line stays empty.',
  noPastLines: 'No line is recorded in this time.',
  noneFit: 'No line holds this.',
  cut: (count: number) => `The last ${count} lines of this time.`,
  report: 'Copy for support', reportCopied: 'Copied. No name and no number of a phone is in it.', reportHere: 'Select this text and copy it. No name and no number of a phone is in it.', reportText: 'Text for support',
  serialFailed: 'The lines could not be read.',
  serialList: 'Lines of the serial line',

  rejudge: "Judge again with today's rules",
  rejudging: 'Running the record through the rules…',
  rejudged: {
    same: 'Would stop the same', earlier: 'Would stop earlier', later: 'Would stop later', 'other-cause': 'Would stop for another cause', new: 'Would stop', gone: 'Would not stop',
  },
  rejudgedBy: (ms: string) => `by ${ms}`,
  versions: (then: string, now: string) => `Then version ${then}, today ${now}.`,
  nowCause: (cause: string) => `Cause today: ${cause}.`,
  newLimits: 'Limits that have changed since:',
  changedLimit: (name: string, then: number, now: number) => `${name}: then ${then}, today ${now}`,
  incomplete: (entries: number) => `${entries} entries of this time were never recorded.`,
  notRejudged: 'Not judged again.',
} as const;

export const timelineWords = spoken(timelineEnglish);

const SHORT_MS = 600_000;
/** With seconds where minutes would say nearly the same twice. */
export function saySpan(fromMs: number, toMs: number): string {
  const [from, to] = [new Date(fromMs).toISOString(), new Date(toMs).toISOString()];
  return toMs - fromMs < SHORT_MS ? timelineWords.moment(sayDayAndTime(from), sayTimeOfDay(to)) : timelineWords.moment(sayMoment(from), sayMoment(to));
}
